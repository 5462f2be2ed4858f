-- Soft errors: what a text is no value for is told, and nothing is raised.
\pset format unaligned
SELECT type, text, pg_input_is_valid(text, type) AS valid, told.*
FROM (VALUES
	('news_toll', 'killed >=7'), ('news_toll', 'at least seven dead'), ('news_toll', 'killed'),
	('news_toll', 'killed 99999999999999999999'), ('news_toll', ''),
	('news_toll[]', '{killed 7,wounded}'),
	('news_source', 'media:cnn < anonymous:officials'), ('news_source', 'jane roe'), ('news_source', 'media:cnn < '),
	('news_source', 'person:"jane'), ('news_source', ''),
	('news_query', '[source:hamas & stance:deny] & killed > 100'), ('news_query', ''), ('news_query', 'a &'),
	('news_query', 'stance:loud'), ('news_query', 'killed 15..10'), ('news_query', '"é" & ü)'),
	('news_query[]', '{a,b &}'),
	('news_digest', 'The road is closed, the police said.'), ('news_digest', ''), ('news_digest', '{'),
	('news_digest', '{"version": 1e400000}'), ('news_digest', '{"version": 2}'), ('news_digest', '{"version": 1}'),
	('news_digest', '{"version": 1, "error": "no"}'),
	('news_digest', '{"version": 1, "claims": "none", "sources": [], "tolls": []}'),
	('news_claim', 'The road is closed, the police said.'), ('news_claim', '{"version": 1'), ('news_claim', '{}'),
	('news_claim', '{"version": 1}')) AS t (type, text),
	LATERAL pg_input_error_info(text, type) AS told;

-- limits
SELECT what, pg_input_is_valid(query, 'news_query') AS valid, sql_error_code, detail
FROM (VALUES
	('deep', repeat('(', 64) || 'a' || repeat(')', 64)), ('too deep', repeat('(', 65) || 'a' || repeat(')', 65)),
	('too many terms', repeat('a|', 1024) || 'a'), ('too long', repeat(' ', 65536) || 'a')) AS t (what, query),
	LATERAL pg_input_error_info(query, 'news_query');
SELECT sql_error_code, detail FROM pg_input_error_info(repeat('seven dead ', 100000), 'news_toll');
SELECT sql_error_code, detail FROM pg_input_error_info(repeat('media:cnn < ', 100000) || 'person:x', 'news_source');
\pset format aligned

-- whatever is changed in a value's JSON: what a cast takes is valid, what it
-- refuses is not, and the code is the same
CREATE FUNCTION code(document text, type text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('SELECT %L::%I', document, type);
	RETURN NULL;
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE;
END $$;
CREATE TEMPORARY TABLE told AS
SELECT 'news_digest' AS type, digest::jsonb AS document
FROM news_digest('At least 12 people had been killed, three of them children, Jane Roe said on Monday.'::text, 'A bridge falls') AS digest
UNION ALL
SELECT 'news_claim', c.claim::jsonb FROM news_claims(news_digest('The road is closed, the police said.'::text)) AS c;
WITH RECURSIVE part (type, document, path, value) AS (
	SELECT type, document, '{}'::text[], document FROM told
	UNION ALL
	SELECT type, document, path || key, inner_value FROM part, LATERAL (
		SELECT key, value FROM jsonb_each(CASE jsonb_typeof(value) WHEN 'object' THEN value ELSE '{}' END)
		UNION ALL
		SELECT (place - 1)::text, element
		FROM jsonb_array_elements(CASE jsonb_typeof(value) WHEN 'array' THEN value ELSE '[]' END)
			WITH ORDINALITY AS e (element, place)) AS inside (key, inner_value))
SELECT type, count(*) > 100 AS many, count(*) FILTER (WHERE valid) > 0 AS some_valid,
	count(*) FILTER (WHERE NOT valid) > 0 AS some_not,
	count(*) FILTER (WHERE valid <> (code IS NULL) OR sql_error_code IS DISTINCT FROM code) AS differences
FROM part, (VALUES (NULL), ('null'), ('true'), ('-1'), ('4294967296'), ('0.5'), ('1e400'), ('""'), ('"x"'), ('"killed 1"'),
		('"2031-02-30"'), ('[]'), ('{}'), ('[[0, 1]]'), ('[[0, 4], [2, 6]]'), ('[[[[]]]]')) AS v (other),
	LATERAL (SELECT (CASE WHEN other IS NULL THEN document #- path ELSE jsonb_set(document, path, other::jsonb) END)::text AS changed) AS c,
	LATERAL pg_input_is_valid(changed, type) AS valid,
	LATERAL pg_input_error_info(changed, type),
	LATERAL code(changed, type)
WHERE path <> '{}'
GROUP BY type ORDER BY type;
DROP TABLE told;
DROP FUNCTION code;
