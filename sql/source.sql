-- The type news_source: who, and where they have it from.
SELECT source::text FROM (VALUES
	('person:jane roe'),
	('media:cnn < anonymous:diplomatic sources'),
	('  media:cnn<anonymous:diplomatic sources  '),
	('media:a < media:b < document:letter to shareholders'),
	('unknown:they'),
	('organisation:"a < b"'),
	('organisation:"a \"big\" firm"'),
	('organisation:"plain"'),
	('country:côte d''ivoire')) AS t (form), LATERAL (SELECT form::news_source) AS s (source);

-- what is written is read as the same
SELECT count(*) AS differences
FROM (VALUES ('media:cnn < anonymous:diplomatic sources'), ('organisation:"a < b"'), ('person:"x\\y\""')) AS t (form)
WHERE form::news_source::text::news_source <> form::news_source;

-- bad input is told where
SELECT 'jane roe'::news_source;
SELECT 'person jane roe'::news_source;
SELECT 'person:'::news_source;
SELECT 'media:cnn < '::news_source;
SELECT 'media:"cnn'::news_source;
SELECT 'media:"cnn" x'::news_source;
SELECT ''::news_source;

-- order and equality, by bytes in any locale
SELECT array_agg(source ORDER BY source) FROM (VALUES
	('person:b'), ('media:z'), ('person:a'), ('country:y'), ('media:z < person:a')) AS t (form),
	LATERAL (SELECT form::news_source) AS s (source);
SELECT 'person:a'::news_source = 'person:a' AS equal, 'person:a'::news_source <> 'person:b' AS different,
	'person:a'::news_source < 'person:b' AS before, 'person:b'::news_source >= 'person:b' AS not_before;
SELECT source, count(*) FROM (VALUES ('person:a'::news_source), ('person:a'), ('person:b')) AS t (source)
GROUP BY source ORDER BY source;

-- chains
SELECT part, 'media:cnn < anonymous:sources < person:jane roe'::news_source @> part AS contains
FROM (VALUES
	('media:cnn'::news_source), ('anonymous:sources'), ('person:jane roe'),
	('anonymous:sources < person:jane roe'), ('media:cnn < person:jane roe'),
	('media:cnn < anonymous:sources < person:jane roe'), ('person:jane'), ('media:cnn < anonymous:sour')) AS t (part);
SELECT 'person:a'::news_source <@ 'media:b < person:a' AS contained, 'person:a'::news_source <@ 'person:ab' AS not_contained;

-- indexes
CREATE TABLE told (source news_source);
INSERT INTO told SELECT ('person:name ' || i)::news_source FROM generate_series(1, 1000) AS i;
CREATE INDEX told_btree ON told (source);
CREATE INDEX told_hash ON told USING hash (source);
SET enable_seqscan = off;
SELECT count(*) FROM told WHERE source = 'person:name 7';
SELECT count(*) FROM told WHERE source < 'person:name 2';
RESET enable_seqscan;
DROP TABLE told;

-- in binary form and back
CREATE TEMPORARY TABLE sent (source news_source);
INSERT INTO sent VALUES ('media:cnn < anonymous:diplomatic sources'), (NULL);
SELECT news_source_send(source) FROM sent WHERE source IS NOT NULL;
