-- Who stands behind each claim.
SET datestyle = ISO;
SELECT claim_no, parent_no, source, source_name, source_role, source_text, stance, negated, denies, certainty
FROM article, LATERAL news_claims(body)
WHERE name = 'plain'
ORDER BY claim_no;

-- one row for each source
SELECT source, s.kind, s.name, role, first_at, mentions, claims, denials, anonymous
FROM article AS a, LATERAL news_sources(body) AS s
WHERE a.name = 'plain';

-- a chain, a claim inside a claim, a refusal
CREATE TEMPORARY TABLE report AS SELECT $$The Morning Post, citing two people familiar with the matter, reported on Tuesday that the bank had denied the loss.
Jane Roe, the bank's chairwoman, said that the figure was wrong. She did not rule out a sale. "We will publish everything," she said. The bank reportedly wants a partner.$$ AS body;
SELECT claim_no, parent_no, source, via, cue, stance, negated, denies, certainty, quote, said_on
FROM report, LATERAL news_claims(body, NULL, '2031-05-15')
ORDER BY claim_no;
SELECT source, claims, denials FROM report, LATERAL news_sources(body, 'Roe: figure was wrong');

-- what a title calls by half a name has the body's key
SELECT source, source_text FROM report, LATERAL news_claims(body, 'Roe says figure was wrong') WHERE passage_kind = 'title';

-- parents exist and contain, values are the documented ones
SELECT count(*) AS wrong
FROM article AS a, LATERAL news_claims(body) AS c
WHERE stance NOT IN ('state', 'affirm', 'deny', 'concede', 'accuse', 'demand', 'promise', 'warn', 'believe', 'question', 'support')
	OR certainty NOT IN ('certain', 'hedged') OR negated IS NULL OR denies IS NULL OR via IS NULL
	OR source_kind NOT IN ('person', 'country', 'organisation', 'media', 'anonymous', 'document', 'unknown')
	OR (source IS NULL) <> (source_key IS NULL) OR parent_no = claim_no
	OR (parent_no IS NOT NULL AND NOT EXISTS (
		SELECT FROM news_claims(a.body) AS p
		WHERE p.claim_no = c.parent_no AND p.content_at && COALESCE(c.cue_at, c.content_at)));

-- days without a year are those before the day of publication
SELECT said_on FROM (VALUES
	('"No," Jane Roe said on Monday.'), ('"No," Jane Roe said on Wednesday, March 27.'),
	('"No," Jane Roe said on 3 April 2029.'), ('"No," Jane Roe said yesterday.'),
	('"No," Jane Roe said.')) AS t (body), LATERAL news_claims(body, NULL, '2031-05-15');
SELECT said_on FROM news_claims('"No," Jane Roe said on Monday.');
SELECT said_on FROM news_claims('"No," Jane Roe said on Monday.', NULL, 'infinity');

SELECT count(*) FROM news_sources('');
SELECT count(*) FROM news_sources(NULL);
