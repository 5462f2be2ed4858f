-- The user's own names of sources.
SET client_min_messages = warning;
SELECT name, news_alias_key(name) FROM (VALUES ('the Strip’s Health Ministry'), ('  An   Élysée official '),
	('"Quoted" Name'), ('The'), (''), ('four officials'), ('health ministry of the Strip'), (repeat('Word ', 100)::varchar(40))) AS v (name);

-- parts of a source
SELECT source, news_source_kind(source), news_source_key(source) FROM (VALUES
	('media:cnn < anonymous:officials'::news_source), ('person:jane roe'), ('organisation:"a < b"'),
	('organisation:"a \"big\" \\ firm" < person:x')) AS v (source);

CREATE TABLE piece (id int PRIMARY KEY, body text);
SELECT news_track('piece', body => 'body');
INSERT INTO piece VALUES
(1, 'At least 40 people were killed, the Strip’s health ministry said. The army denied that.'),
(2, 'The Coast Post, citing two officials, reported that the ministry had promised a ferry.'),
(3, 'It rained, Ada Moss said.');
SELECT id, claim_no, source, source_kind, source_key, source_name FROM piece_claims ORDER BY id, claim_no;

-- names are used where rows are written from now on
INSERT INTO news_alias VALUES ('The Strip''s health ministry', 'organisation:gaza health ministry'),
	('Coast Post', 'media:the coast post'), ('Ada Moss', 'organisation:weather service');
SELECT name, source, key FROM news_alias ORDER BY name;
UPDATE piece SET body = 'It snowed, Ada Moss said.' WHERE id = 3;
SELECT id, claim_no, source, source_kind, source_key, source_name FROM piece_claims ORDER BY id, claim_no;

-- and for what is there by a call; the digest keeps what the article says
SELECT news_alias_apply('piece');
SELECT news_alias_apply('piece');
SELECT id, claim_no, source, source_kind, source_key, source_name FROM piece_claims ORDER BY id, claim_no;
SELECT toll, source_key FROM piece_tolls;
SELECT source_key, claims, figures FROM piece_sources_view ORDER BY 1;
SELECT source FROM piece_news, LATERAL news_claims(digest) WHERE id = 1 ORDER BY claim_no;

-- a name that is taken away is as it was
DELETE FROM news_alias WHERE name LIKE '%ministry';
SELECT news_alias_apply('piece');
SELECT source, source_key FROM piece_claims WHERE id = 1 ORDER BY claim_no;
SELECT toll, source_key FROM piece_tolls;

-- one name is for one source
\set VERBOSITY terse
INSERT INTO news_alias VALUES ('the coast post', 'media:another');
INSERT INTO news_alias VALUES ('x', 'nobody');
SELECT news_alias_apply('article');
\set VERBOSITY default

DELETE FROM news_alias;
SELECT news_untrack('piece');
DROP VIEW piece_daily, piece_claims_view, piece_tolls_view, piece_sources_view;
DROP TABLE piece_claims, piece_tolls, piece_news, piece;
