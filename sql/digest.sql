-- The type news_digest: everything found in one article, as one value.
SET datestyle = ISO;
CREATE TABLE digest_article (name text, title text, body text, published date);
INSERT INTO digest_article VALUES
('bridge', 'Roe: three dead at the bridge', $$The Morning Post, citing two officials, reported on Tuesday that at least 12 people had been killed, three of them children.
Jane Roe, the mayor, denied that. "Three are dead," she said, "and nobody is missing."$$, '2031-05-15'),
('no title', NULL, 'The road is closed, the police said.', NULL),
('nothing', 'A title', 'Nobody says a word here.', NULL);
INSERT INTO digest_article SELECT name, NULL, body, '2031-05-15' FROM article;
CREATE TABLE kept AS
SELECT name, news_digest(body, title, published) AS digest FROM digest_article;

-- its text form is JSON for people and programs; how sure each is, other tests
-- look at
CREATE FUNCTION unsure(document text) RETURNS text LANGUAGE sql
RETURN regexp_replace(document, '"confidence": [01].[0-9]{3}', '"confidence": 0.5', 'g');
\pset format unaligned
SELECT unsure(digest::text) FROM kept WHERE name = 'no title';
SELECT unsure(jsonb_pretty(digest::jsonb #- '{body}')) FROM kept WHERE name = 'bridge';
\pset format aligned
SELECT jsonb_array_length(digest::jsonb -> 'claims') AS claims, digest::jsonb #>> '{claims,0,content}' AS first
FROM kept WHERE name = 'plain';

-- a digest gives the rows that the article gives
CREATE FUNCTION differences(name text) RETURNS TABLE (claims bigint, tolls bigint, sources bigint) LANGUAGE sql AS $$
	WITH a AS (SELECT * FROM digest_article WHERE name = $1), d AS (SELECT * FROM kept WHERE name = $1),
	a_claim AS (SELECT c.* FROM a, LATERAL news_claims(body, title, published) AS c),
	d_claim AS (SELECT c.* FROM d, LATERAL news_claims(digest) AS c),
	a_toll AS (SELECT t.* FROM a, LATERAL news_tolls(body, title, published) AS t),
	d_toll AS (SELECT t.* FROM d, LATERAL news_tolls(digest) AS t),
	a_source AS (SELECT s.* FROM a, LATERAL news_sources(body, title, published) AS s),
	d_source AS (SELECT s.* FROM d, LATERAL news_sources(digest) AS s)
	SELECT (SELECT count(*) FROM ((TABLE a_claim EXCEPT ALL TABLE d_claim) UNION ALL (TABLE d_claim EXCEPT ALL TABLE a_claim)) AS x),
		(SELECT count(*) FROM ((TABLE a_toll EXCEPT ALL TABLE d_toll) UNION ALL (TABLE d_toll EXCEPT ALL TABLE a_toll)) AS x),
		(SELECT count(*) FROM ((TABLE a_source EXCEPT ALL TABLE d_source) UNION ALL (TABLE d_source EXCEPT ALL TABLE a_source)) AS x)
$$;
SELECT sum(claims) AS claims, sum(tolls) AS tolls, sum(sources) AS sources
FROM digest_article, LATERAL differences(name);
SELECT claim_no, source, content FROM kept, LATERAL news_claims(digest) WHERE name = 'bridge' ORDER BY claim_no;
SELECT toll_no, toll, victims, part_of, negated, source_key
FROM kept, LATERAL news_tolls(digest) WHERE name = 'bridge' ORDER BY toll_no;
SELECT source, s.name, role, first_at, claims, denials FROM kept AS k, LATERAL news_sources(digest) AS s
WHERE k.name = 'bridge';

-- what is written is read as the same, whatever DateStyle says
SET datestyle = German;
SELECT count(*) FILTER (WHERE digest::text::news_digest IS DISTINCT FROM digest) AS by_text,
	count(*) FILTER (WHERE digest::jsonb::news_digest IS DISTINCT FROM digest) AS by_jsonb,
	count(*) FILTER (WHERE jsonb_strip_nulls(digest::jsonb) IS DISTINCT FROM digest::jsonb) AS with_null
FROM kept;
RESET datestyle;

-- equal articles have equal digests
SELECT count(DISTINCT digest::text) = count(*) AS distinct_articles FROM (SELECT DISTINCT digest FROM kept) AS d;
SELECT news_digest('No, she said.', NULL) = news_digest('No, she said.', NULL, '2031-05-15') AS same,
	news_digest('No, she said.', NULL) <> news_digest('No, he said.', NULL) AS different;
SELECT amname, opcname FROM pg_opclass AS c JOIN pg_am ON pg_am.oid = opcmethod
WHERE opcname ~ '^news_' AND NOT amvalidate(c.oid);

-- nothing, and too much
SELECT news_digest(NULL, 'A title') IS NULL AS none, news_digest('', '') AS empty;
SELECT count(*) FROM news_claims(NULL::news_digest);
CREATE TEMPORARY TABLE large AS SELECT news_digest(repeat('Anna Ek said no. ', 2200000), 'A title') AS digest;
SELECT digest, news_digest_error(digest), digest::text::news_digest = digest AS same FROM large;
SELECT count(*) FROM large, LATERAL news_claims(digest);
SELECT count(*) FROM kept WHERE news_digest_error(digest) IS NOT NULL;

-- in a column that keeps itself in step
CREATE TABLE desk (id int, body text, title text, published_at timestamptz,
	digest news_digest GENERATED ALWAYS AS
		(news_digest(body, title, (published_at AT TIME ZONE 'UTC')::date)) STORED);
INSERT INTO desk VALUES (1, 'The road is closed, the police said on Monday.', NULL, '2031-05-15 23:30:00-05');
UPDATE desk SET body = 'The road is open, the police said on Monday.';
SELECT source, content, said_on FROM desk, LATERAL news_claims(digest);
DROP TABLE desk;

-- an article that is taken for a digest is told how to be read
SELECT news_digest('The road is closed, the police said.');

-- what is wrong is told where
CREATE FUNCTION refusal(document text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	detail text;
BEGIN
	PERFORM document::news_digest;
	RETURN 'accepted';
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
	RETURN SQLSTATE || ' ' || detail;
END $$;
SELECT refusal(json) FROM (VALUES ('{'), ('[]'), ('"x"'), ('{}'), ('{"version": 2}'), ('{"version": 1}'),
	('{"version": 1, "error": "no", "claims": []}'), ('{"version": 1, "error": "no", "x": 1}')) AS t (json);
SELECT path, value, refusal(jsonb_set(digest::jsonb, path::text[], value::jsonb)::text)
FROM kept, (VALUES
	('{claims,1,stance}', '"shout"'), ('{claims,1,stance}', '7'), ('{claims,1,negated}', 'null'), ('{claims,1,mood}', '"sad"'),
	('{claims,1,mood}', 'null'), ('{claims,1,claim_no}', '3'), ('{claims,1,content}', '"She lied"'),
	('{claims,1,content_at}', '[[0, 4]]'), ('{claims,1,content_at}', '[[4, 0]]'), ('{claims,1,content_at}', '[4, 10]'),
	('{claims,1,source}', '"person:john doe"'), ('{claims,1,source_no}', '99'), ('{claims,1,source_no}', '-1'),
	('{claims,1,source_no}', '1.5'), ('{claims,1,sentence_no}', '1e30'), ('{claims,1,said_on}', '"tomorrow"'),
	('{claims,1,said_on}', '"2031-02-30"'), ('{claims,1,confidence}', '2'), ('{claims,1,confidence}', '0.12345'),
	('{claims,1,passage_kind}', '"title"'), ('{claims,1}', '"claim"'), ('{claims}', '{}'), ('{claims}', '[]'),
	('{tolls,0,toll}', '"many dead"'), ('{tolls,0,toll}', '"killed 13"'), ('{tolls,1,part_of}', '77'),
	('{sources,0,mentions}', '77'), ('{sources,0,key}', '"x"'), ('{body,excerpts,0,at}', '1000000'),
	('{body,excerpts,0,text}', '"short"'), ('{body,names}', '[[1, 2]]'), ('{body}', 'null'), ('{version}', '"1"')) AS t (path, value)
WHERE name = 'bridge';

-- whatever is changed: refused, or a value that says what was read
CREATE FUNCTION paths(document jsonb, prefix text[]) RETURNS SETOF text[] LANGUAGE sql AS $$
	SELECT prefix || key FROM jsonb_each(CASE jsonb_typeof(document) WHEN 'object' THEN document ELSE '{}' END)
	UNION ALL SELECT paths(value, prefix || key) FROM jsonb_each(CASE jsonb_typeof(document) WHEN 'object' THEN document ELSE '{}' END)
	UNION ALL SELECT prefix || (n - 1)::text FROM jsonb_array_elements(CASE jsonb_typeof(document) WHEN 'array' THEN document ELSE '[]' END) WITH ORDINALITY AS e (value, n)
	UNION ALL SELECT paths(value, prefix || (n - 1)::text) FROM jsonb_array_elements(CASE jsonb_typeof(document) WHEN 'array' THEN document ELSE '[]' END) WITH ORDINALITY AS e (value, n)
$$;
CREATE FUNCTION reading(document jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	digest news_digest;
BEGIN
	digest := document::news_digest;
	PERFORM news_claims(digest), news_tolls(digest), news_sources(digest);
	RETURN CASE WHEN jsonb_strip_nulls(document) = digest::jsonb THEN 'same' ELSE 'another' END;
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE;
END $$;
SELECT outcome, count(*) > 0 AS some
FROM kept, LATERAL (SELECT digest::jsonb AS json) AS j, LATERAL paths(json, '{}') AS path,
	(VALUES (NULL), ('null'), ('true'), ('0'), ('-1'), ('1'), ('2147483647'), ('4294967296'), ('0.5'), ('1e400'), ('""'), ('"x"'),
		('"killed 1"'), ('[]'), ('{}'), ('[0, 1]'), ('[[0, 1]]'), ('[[0, 4], [2, 6]]'), ('[3, 2147483647]'), ('[1, 2, 3]'),
		('["a", null]'), ('[[[[]]]]')) AS v (value),
	LATERAL reading(CASE WHEN value IS NULL THEN json #- path ELSE jsonb_set(json, path, value::jsonb) END) AS outcome
WHERE name = 'bridge'
GROUP BY outcome ORDER BY outcome;
DROP FUNCTION differences, refusal, paths, reading;
