-- The type news_claim: one claim with everything that belongs to it.
CREATE TABLE claim_kept AS
SELECT name, c.* FROM digest_article, LATERAL news_claims(body, title, published) AS c;
\pset format unaligned
SELECT unsure(jsonb_pretty(claim::jsonb)) FROM claim_kept WHERE name = 'bridge' AND claim_no = 1;
\pset format aligned

-- its JSON says what the other columns say
SELECT count(*) AS differences FROM claim_kept AS k, LATERAL (SELECT claim::jsonb AS json) AS j
WHERE (claim_no, parent_no, source::text, cue, stance, negated, denies, certainty, quote, content, sentence_no, passage_kind, said_on)
	IS DISTINCT FROM ((json ->> 'claim_no')::int, (json ->> 'parent_no')::int, json ->> 'source', json ->> 'cue', json ->> 'stance',
	(json ->> 'negated')::boolean, (json ->> 'denies')::boolean, json ->> 'certainty', json ->> 'quote', json ->> 'content',
	(json ->> 'sentence_no')::int, json ->> 'passage_kind', (json ->> 'said_on')::date);

-- it has the figures that it reports, and no others
SELECT claim_no, jsonb_path_query_array(claim::jsonb, '$.tolls[*].toll') AS tolls
FROM claim_kept WHERE name = 'bridge' ORDER BY claim_no;
SELECT count(*) AS strays
FROM digest_article AS a CROSS JOIN LATERAL news_tolls(body, title, published) AS t
	LEFT JOIN claim_kept AS k ON k.claim_no = t.claim_no AND k.name = a.name
WHERE t.claim_no IS NOT NULL
	AND NOT jsonb_path_exists(k.claim::jsonb, '$.tolls[*] ? (@.toll_no == $n)', jsonb_build_object('n', t.toll_no));

-- what queries find it by
SELECT claim_no, news_claim_stems(claim) AS stems FROM claim_kept WHERE name = 'bridge' ORDER BY claim_no;
SELECT claim_no, news_claim_stems(claim) AS stems FROM claim_kept WHERE name = 'typographic' ORDER BY claim_no;

-- what is written is read as the same
SELECT count(*) FILTER (WHERE claim::text::news_claim IS DISTINCT FROM claim) AS by_text,
	count(*) FILTER (WHERE claim::jsonb::news_claim IS DISTINCT FROM claim) AS by_jsonb
FROM claim_kept;
SELECT count(*) = count(DISTINCT (name, claim_no)) AS no_two_the_same FROM (SELECT DISTINCT name, claim_no, claim FROM claim_kept) AS d;

-- a digest is no claim, nor is a text
SELECT digest::jsonb::news_claim FROM kept WHERE name = 'no title';
SELECT claim::jsonb::news_digest FROM claim_kept WHERE name = 'no title';
SELECT 'She said no.'::news_claim;
SELECT (claim::jsonb - 'cue')::news_claim FROM claim_kept WHERE name = 'no title';

DROP TABLE claim_kept, kept, digest_article;
DROP FUNCTION unsure;
