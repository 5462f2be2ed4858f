-- Who says what.
SELECT claim_no, source_text, cue, quote, content, sentence_no, passage_kind
FROM article, LATERAL news_claims(body)
WHERE name = 'plain'
ORDER BY claim_no;

-- a claim in pieces: their places, and their words with one space between
SELECT source_text, source_at, cue, cue_at, content, content_at
FROM news_claims('"We are ready," said Anna Ek, "and we will not wait."');

-- what the title claims comes first, with places in the title
SELECT claim_no, source_text, source_at, cue, content, passage_kind
FROM news_claims('The boat was old, its owner said.', 'Police say the harbour is closed');

-- a title that the body repeats is read once, there
SELECT claim_no, passage_kind
FROM news_claims(E'Police say the harbour is closed\nThe boat was old, its owner said.', 'Police say the harbour is closed');

-- the date changes nothing but the days on which things were said
SELECT count(*) AS differences
FROM article, LATERAL (
	SELECT claim_no, source, cue, stance, content FROM news_claims(body)
	EXCEPT SELECT claim_no, source, cue, stance, content FROM news_claims(body, NULL, '2031-05-14')) AS d;

-- numbered without gaps, in the order of their cues
SELECT count(*) AS wrong_numbers
FROM article, LATERAL (
	SELECT claim_no, row_number() OVER (ORDER BY claim_no) AS expected FROM news_claims(body)) AS c
WHERE claim_no <> expected;

SELECT count(*) AS out_of_bounds
FROM article, LATERAL news_claims(body)
WHERE confidence NOT BETWEEN 0 AND 1 OR confidence IS NULL
	OR quote NOT IN ('direct', 'mixed', 'indirect') OR quote IS NULL
	OR (cue IS NULL AND content IS NULL);

SELECT count(*) FROM news_claims('');
SELECT count(*) FROM news_claims(NULL);
SELECT count(*) FROM news_claims(NULL, 'Police say the harbour is closed');

-- in the select list too
SELECT count(*) = (SELECT count(*) FROM article, LATERAL news_claims(body)) AS same
FROM (SELECT (news_claims(body)).content FROM article) AS c;
