-- Positions are characters, zero-based, end exclusive: what stands there is
-- exactly the text that is shown.
CREATE FUNCTION at_place(body text, at int4range) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN substr(body, lower(at) + 1, upper(at) - lower(at));

CREATE FUNCTION at_places(body text, at int4multirange) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN (SELECT string_agg(at_place(body, piece), ' ' ORDER BY piece) FROM unnest(at) AS piece);

SELECT name, count(*) > 0 AS some, count(*) FILTER (WHERE at_place(body, at) IS DISTINCT FROM text) AS wrong
FROM article, LATERAL news_passages(body) GROUP BY name ORDER BY name COLLATE "C";

SELECT name, count(*) > 0 AS some, count(*) FILTER (WHERE at_place(body, at) IS DISTINCT FROM text) AS wrong
FROM article, LATERAL news_sentences(body) GROUP BY name ORDER BY name COLLATE "C";

SELECT name, count(*) > 0 AS some, count(*) FILTER (WHERE at_place(body, at) IS DISTINCT FROM form) AS wrong
FROM article, LATERAL news_tokens(body) GROUP BY name ORDER BY name COLLATE "C";

SELECT name,
	count(*) FILTER (WHERE at_places(body, source_at) IS DISTINCT FROM source_text) AS wrong_sources,
	count(*) FILTER (WHERE at_places(body, cue_at) IS DISTINCT FROM cue) AS wrong_cues,
	count(*) FILTER (WHERE at_places(body, content_at) IS DISTINCT FROM content) AS wrong_contents
FROM article, LATERAL news_claims(body)
WHERE name IN ('plain', 'typographic', 'page')
GROUP BY name ORDER BY name COLLATE "C";

-- the same in a title
SELECT count(*) > 0 AS some, count(*) FILTER (WHERE at_places(title, content_at) IS DISTINCT FROM content) AS wrong
FROM (VALUES ('“Für immer geschlossen”, says Ödön Šik')) AS t (title),
	LATERAL news_claims('The town has two bridges.', title)
WHERE passage_kind = 'title';
