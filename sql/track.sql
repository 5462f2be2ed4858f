-- Tables of articles that are kept analysed: what is made, and what follows.
SET client_min_messages = warning;
CREATE SCHEMA track;
SET search_path = track, public;
SET timezone = 'UTC';
SET datestyle = 'ISO, MDY';
CREATE TABLE articles (id int PRIMARY KEY, title text, body text, published date, views int DEFAULT 0);
INSERT INTO articles VALUES (1, 'Before', 'The road is closed, the police said.', '2026-11-18');
SELECT news_track('articles', body => 'body', title => 'title', published => 'published');

-- everything that a fresh analysis of the table would find, and nothing else
CREATE FUNCTION out_of_step(OUT missing bigint, OUT surplus bigint) LANGUAGE sql AS $$
	WITH fresh AS (
		SELECT a.id, c.* FROM articles AS a, LATERAL news_claims(a.body, a.title, a.published) AS c),
	missing AS (SELECT * FROM fresh EXCEPT ALL SELECT * FROM articles_claims),
	surplus AS (SELECT * FROM articles_claims EXCEPT ALL SELECT * FROM fresh),
	fresh_tolls AS (
		SELECT a.id, t.* FROM articles AS a, LATERAL news_tolls(a.body, a.title, a.published) AS t),
	missing_tolls AS (SELECT * FROM fresh_tolls EXCEPT ALL SELECT * FROM articles_tolls),
	surplus_tolls AS (SELECT * FROM articles_tolls EXCEPT ALL SELECT * FROM fresh_tolls)
	SELECT (SELECT count(*) FROM missing) + (SELECT count(*) FROM missing_tolls),
		(SELECT count(*) FROM surplus) + (SELECT count(*) FROM surplus_tolls)
$$;

-- what was there before waits for news_backfill
SELECT * FROM out_of_step();
CALL news_backfill('articles');
SELECT * FROM out_of_step();

INSERT INTO articles VALUES
(2, 'Ferry line to stop', 'The island ferry will not run this winter, the Harbour Office said on Monday.', '2026-11-18'),
(3, 'Blast at Norvik', 'At least 12 people were killed, police said. The fire service spoke of nine dead.', '2026-11-18'),
(4, NULL, NULL, NULL),
(5, NULL, 'Nobody says anything here.', 'infinity');
SELECT * FROM out_of_step();
SELECT id, digest IS NULL AS no_digest, engine = news_engine_id() AS engine, state, error FROM articles_news ORDER BY id;
SELECT id, claim_no, source_key, stance, content, said_on FROM articles_claims ORDER BY id, claim_no;
SELECT id, toll_no, toll, source_key, claim_no FROM articles_tolls ORDER BY id, toll_no;

-- text that stays is not analysed again, text that changes is
CREATE TEMPORARY TABLE versions AS SELECT id, analysed_at FROM articles_news;
CREATE FUNCTION renewed() RETURNS int[] LANGUAGE plpgsql AS $$
DECLARE
	touched int[] := (SELECT array_agg(n.id ORDER BY n.id) FROM articles_news AS n LEFT JOIN versions AS v USING (id)
		WHERE n.analysed_at IS DISTINCT FROM v.analysed_at);
BEGIN
	DELETE FROM versions;
	INSERT INTO versions SELECT id, analysed_at FROM articles_news;
	RETURN touched;
END
$$;
UPDATE articles SET views = views + 1, body = body;
SELECT renewed();
UPDATE articles SET body = replace(body, 'nine', 'ten'), views = 0 WHERE id > 1;
SELECT renewed();
UPDATE articles SET title = 'A title' WHERE id = 5;
UPDATE articles SET published = '2026-11-11' WHERE id = 2;
SELECT renewed();
SELECT * FROM out_of_step();
SELECT toll FROM articles_tolls ORDER BY toll_no;

-- keys that change, and go
UPDATE articles SET id = id + 10 WHERE id IN (2, 3);
SELECT renewed();
SELECT id, source_key FROM articles_claims ORDER BY id, claim_no;
INSERT INTO articles VALUES (13, 'Upsert', 'It rained, Ada Moss said.'), (6, 'Upsert', 'It snowed, Ada Moss said.')
ON CONFLICT (id) DO UPDATE SET body = excluded.body;
MERGE INTO articles AS a USING (VALUES (6), (7), (1)) AS v (id) ON a.id = v.id
WHEN MATCHED AND a.id = 1 THEN DELETE
WHEN MATCHED THEN UPDATE SET body = 'It hailed, Ada Moss said.'
WHEN NOT MATCHED THEN INSERT VALUES (v.id, 'Merged', 'It thawed, Ada Moss said.');
SELECT * FROM out_of_step();
DELETE FROM articles WHERE id IN (4, 13);
SELECT id FROM articles_news ORDER BY id;
SELECT * FROM out_of_step();

-- what fails is undone with everything else
BEGIN;
INSERT INTO articles VALUES (8, NULL, 'The bridge is closed, the police said.');
DELETE FROM articles WHERE id = 12;
ROLLBACK;
SELECT * FROM out_of_step();
BEGIN;
TRUNCATE articles;
SELECT count(*) FROM articles_news;
ROLLBACK;
SELECT * FROM out_of_step();
TRUNCATE articles;
SELECT (SELECT count(*) FROM articles_news) AS news, (SELECT count(*) FROM articles_claims) AS claims,
	(SELECT count(*) FROM articles_tolls) AS tolls;

-- triggers of the user that come before ours
CREATE FUNCTION correct() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.title = 'wrong' THEN
		UPDATE articles SET body = 'The road is open, the mayor said.', title = 'right' WHERE id = NEW.id;
	ELSIF NEW.title = 'unwanted' THEN
		DELETE FROM articles WHERE id = NEW.id;
	END IF;
	RETURN NULL;
END
$$;
CREATE TRIGGER correct AFTER INSERT OR UPDATE ON articles FOR EACH ROW EXECUTE FUNCTION correct();
INSERT INTO articles VALUES (1, 'wrong', 'The road is closed, the police said.'), (2, 'unwanted', 'It rained, he said.'),
	(3, 'right', 'It rained, Ada Moss said.');
SELECT id, source_key FROM articles_claims ORDER BY id;
UPDATE articles SET title = 'wrong', body = 'The road is dry, the police said.' WHERE id = 3;
SELECT * FROM out_of_step();
SELECT id FROM articles_news ORDER BY id;
DROP TRIGGER correct ON articles;

-- an article that cannot be analysed is recorded; the others are analysed
ALTER TABLE articles_claims ADD CONSTRAINT no_ghosts CHECK (source_key <> 'ghost');
INSERT INTO articles VALUES (10, NULL, 'It rained, Ada Moss said.'), (11, NULL, 'It rained, the ghost said.'),
	(12, NULL, repeat('x', 33554433));
SELECT id, state, error FROM articles_news WHERE id >= 10 ORDER BY id;
SELECT id, source_key FROM articles_claims WHERE id >= 10;
UPDATE articles SET body = 'It snowed, the ghost said.' WHERE id IN (10, 3);
SELECT id, state, error FROM articles_news WHERE state = 'failed' ORDER BY id;
UPDATE articles SET body = 'It snowed, Ada Moss said.' WHERE id IN (3, 10, 11, 12);
ALTER TABLE articles_claims DROP CONSTRAINT no_ghosts;
SELECT * FROM out_of_step();
SELECT count(*) FROM articles_news WHERE state = 'failed';

-- where the tables cannot be written at all the article is more important
\set VERBOSITY terse
ALTER TABLE articles_news RENAME TO elsewhere;
INSERT INTO articles VALUES (20, NULL, 'It rained, Ada Moss said.');
UPDATE articles SET body = 'It snowed, the mayor said.' WHERE id = 20;
DELETE FROM articles WHERE id = 3;
ALTER TABLE elsewhere RENAME TO articles_news;
ALTER TABLE articles RENAME body TO words;
UPDATE articles SET words = 'It thawed, the mayor said.' WHERE id = 10;
\set VERBOSITY default
SELECT id, state, error FROM articles_news ORDER BY id;

-- called again, news_track takes other options, and names as they are now
ALTER TABLE articles RENAME words TO text;
ALTER TABLE articles RENAME TO pieces;
SELECT news_track('pieces', body => 'text');
SELECT articles, stem, news, body, title, published, active FROM news_tracking ORDER BY articles::text;
SELECT articles, tracked, rows, analysed, stale, failed, missing, problem FROM news_tracked;
CALL news_backfill('pieces');
SELECT p.id, n.state, c.source_key, c.content FROM pieces AS p LEFT JOIN articles_news AS n USING (id)
	LEFT JOIN articles_claims AS c USING (id) ORDER BY p.id;
ALTER TABLE articles_claims RENAME TO claims;
SELECT news_track('pieces', body => 'text');
UPDATE pieces SET text = 'It froze, the ministry said.' WHERE id = 1;
SELECT source_key FROM claims WHERE id = 1;
SELECT source_key FROM articles_claims_view WHERE id = 1;

-- and without it what was found stays
SELECT news_untrack('pieces');
INSERT INTO pieces VALUES (30, NULL, 'It rained, Ada Moss said.');
DELETE FROM pieces WHERE id = 1;
SELECT id, source_key FROM claims WHERE id IN (1, 30);
CALL news_backfill('pieces');
SELECT news_untrack('pieces');
SELECT news_track('pieces', body => 'text');
CALL news_backfill('pieces');
SELECT id, source_key FROM claims WHERE id IN (1, 30);

-- keys of any type, odd names, names that are taken
CREATE TABLE "100% ""odd"" name's" ("kind" text COLLATE "C", "the Day" timestamptz, "claim_no" uuid,
	"Body %s" varchar(200), "when?" timestamp, PRIMARY KEY ("the Day", "kind", "claim_no"));
SELECT news_track('"100% ""odd"" name''s"', body => 'Body %s', published => 'when?');
INSERT INTO "100% ""odd"" name's" VALUES ('a', '2026-11-18 12:00+00', 'c0ffee00-0000-0000-0000-000000000000',
	'It rained on Monday, Ada Moss said.', '2026-11-18');
SELECT article_kind, article_claim_no, source_key FROM "100% ""odd"" name's_claims";
SELECT kind FROM "100% ""odd"" name's" WHERE false;
SELECT claim_id, "the Day", article_kind, article_claim_no, published_at, published_on, source_key
FROM "100% ""odd"" name's_claims_view" \gx
UPDATE "100% ""odd"" name's" SET "Body %s" = 'It snowed, the mayor said.';
SELECT article_kind, source_key FROM "100% ""odd"" name's_claims";
CALL news_backfill('"100% ""odd"" name''s"');
DELETE FROM "100% ""odd"" name's";
SELECT count(*) FROM "100% ""odd"" name's_news";

CREATE TABLE a_name_that_is_as_long_as_names_may_be_in_postgresql_sixty_three (id smallint PRIMARY KEY, body text);
CREATE DOMAIN citext_like AS text;
CREATE TYPE desk AS ENUM ('home', 'abroad');
CREATE TABLE a_name_that_is_as_long_as_names_may_be_in_postgresql_sixty_thr2 (id citext_like, desk desk,
	body text, PRIMARY KEY (id, desk));
CREATE TABLE short_news (id int);
CREATE TABLE short (id bigint PRIMARY KEY, body text);
SELECT news_track(t::regclass, body => 'body') FROM unnest(ARRAY['short',
	'a_name_that_is_as_long_as_names_may_be_in_postgresql_sixty_three',
	'a_name_that_is_as_long_as_names_may_be_in_postgresql_sixty_thr2']) AS t;
SELECT stem, news, claims, tolls FROM news_tracking WHERE articles::text ~ '^(short|a_name)' ORDER BY articles::text;
INSERT INTO short VALUES (1, 'It rained, Ada Moss said.');
INSERT INTO a_name_that_is_as_long_as_names_may_be_in_postgresql_sixty_three VALUES (1, 'It rained, Ada Moss said.');
INSERT INTO a_name_that_is_as_long_as_names_may_be_in_postgresql_sixty_thr2 VALUES ('x', 'abroad', 'It rained, Ada Moss said.');
SELECT id, desk, source_key FROM a_name_that_is_as_long_as_names_may_be_in__2_claims_view;
SELECT relname FROM pg_class WHERE relnamespace = 'track'::regnamespace AND relname ~ '^short' ORDER BY relname;

-- partitions, also written to directly, also those that come later
CREATE TABLE paper (id int, day date, body text, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE paper_2025 PARTITION OF paper FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE paper_2026 (body text, day date NOT NULL, id int NOT NULL);
ALTER TABLE paper ATTACH PARTITION paper_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
SELECT news_track('paper', body => 'body', published => 'day');
INSERT INTO paper VALUES (1, '2025-05-01', 'It rained, Ada Moss said.'), (2, '2026-05-01', 'It rained, the mayor said.');
INSERT INTO paper_2026 VALUES ('It rained, the police said.', '2026-05-03', 3);
SELECT id, day, source_key FROM paper_claims_view ORDER BY id;
UPDATE paper SET day = '2026-05-02' WHERE id = 1;
UPDATE paper_2026 SET body = 'It rained, the ministry said.' WHERE id = 3;
SELECT id, day, source_key FROM paper_claims_view ORDER BY id;
TRUNCATE paper_2025;
INSERT INTO paper VALUES (4, '2025-05-04', 'It snowed, Ada Moss said.');
TRUNCATE paper_2026;
SELECT id, source_key FROM paper_claims ORDER BY id;
CREATE TABLE paper_2027 PARTITION OF paper FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
INSERT INTO paper VALUES (5, '2027-05-05', 'It hailed, Ada Moss said.');
INSERT INTO paper_2027 VALUES (6, '2027-05-06', 'It hailed, the mayor said.');
SELECT id, source_key FROM paper_claims ORDER BY id;
SELECT problem FROM news_tracked WHERE articles ~ 'paper';
CALL news_backfill('paper');
DELETE FROM paper_2027 WHERE id = 5;
SELECT id, source_key FROM paper_claims ORDER BY id;
DROP TABLE paper_2025;
CALL news_backfill('paper');
SELECT id, source_key FROM paper_claims ORDER BY id;
TRUNCATE paper;
SELECT count(*) FROM paper_news;

-- what cannot be tracked
CREATE TABLE keyless (id int, body text);
CREATE VIEW seen AS SELECT * FROM short;
CREATE TEMPORARY TABLE passing (id int PRIMARY KEY, body text);
\set VERBOSITY sqlstate
SELECT news_track('keyless', body => 'body');
SELECT news_track('seen', body => 'body');
SELECT news_track('passing', body => 'body');
SELECT news_track('short', body => 'bdy');
SELECT news_track('short', body => 'id');
SELECT news_track('short', body => 'body', published => 'body');
SELECT news_track('short', body => NULL);
SELECT news_untrack('keyless');
CALL news_backfill('keyless');
CALL news_backfill('short', batch => 0);
\set VERBOSITY default

-- an unlogged table has unlogged tables
CREATE UNLOGGED TABLE fleeting (id int PRIMARY KEY, body text);
SELECT news_track('fleeting', body => 'body');
SELECT relname, relpersistence FROM pg_class WHERE relname ~ '^fleeting_(news|claims|tolls)$' ORDER BY relname;

SET search_path = public;
DROP SCHEMA track CASCADE;
