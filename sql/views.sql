-- Views for BI tools: their columns, and who sees what.
SET client_min_messages = warning;
CREATE SCHEMA bi;
SET search_path = bi, public;
CREATE TABLE story (id uuid, part smallint, title varchar(80), body text, published_at timestamptz, desk text,
	PRIMARY KEY (id, part));
SELECT news_track('story', body => 'body', title => 'title', published => 'published_at');
INSERT INTO story VALUES
('c0ffee00-0000-0000-0000-000000000001', 1, 'Blast at depot', E'Blast at depot\n\nAt least 12 people were killed in Norvik on Monday, police said. '
	'The fire service spoke of nine dead. About 30 people were wounded, the hospital said. '
	'The owner, Baltgas, denied that 40 people were missing.\n\nREAD MORE: Mayor says 500 people fled', '2026-11-18 22:00-05', 'home'),
('c0ffee00-0000-0000-0000-000000000002', 1, 'Blast: what is known', 'Between 10 and 15 people were killed, police said.', '2026-11-19', 'abroad');

-- no column without a comment, or of a type that not every tool knows
SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) AS type, col_description(c.oid, a.attnum) IS NULL AS no_comment
FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND attnum > 0
WHERE c.relkind = 'v' AND (relnamespace = 'bi'::regnamespace AND relname <> 'story_text' OR relname = 'news_tracked')
	AND (col_description(c.oid, a.attnum) IS NULL
		OR atttypid NOT IN ('int4'::regtype, 'int8'::regtype, 'float8'::regtype, 'numeric'::regtype, 'text'::regtype,
			'bool'::regtype, 'date'::regtype, 'timestamptz'::regtype));
SELECT count(*) FROM pg_class AS c WHERE c.relkind = 'v' AND relnamespace = 'bi'::regnamespace AND obj_description(c.oid) IS NULL;
SELECT a.attname FROM pg_attribute AS a WHERE a.attrelid = 'story_text'::regclass AND col_description(a.attrelid, a.attnum) IS NULL;

-- what they show
SET timezone = 'UTC';
SET datestyle = 'ISO';
SELECT claim_id, published_at, published_on, source, stance, denies, said_on, day FROM story_claims_view ORDER BY claim_id;
SELECT text, low, high, best, hedge, is_minimum, is_maximum, is_estimate, negated, source_name, stance, day
FROM story_tolls_view ORDER BY toll_id;
SELECT count(*) FILTER (WHERE passage_kind = 'related') AS teasers FROM story_claims;
SELECT source_id, source_name, claims, denials, figures, anonymous FROM story_sources_view ORDER BY source_id;
SELECT day, measure, source_key, stance, kind, scope, claims, denials, figures, low, high, best
FROM story_daily ORDER BY day, measure, source_key, kind;

-- conditions reach the indexes, and nothing is analysed
INSERT INTO story SELECT md5(n::text)::uuid, 2, 'Filler', 'It rained, person ' || n || ' said.', '2026-01-01' FROM generate_series(1, 300) AS n;
ANALYZE story, story_claims, story_tolls;
SET enable_seqscan = off;
CREATE FUNCTION indexes(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
	line text;
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || query LOOP
		RETURN QUERY SELECT btrim(line) WHERE line ~ 'Index';
	END LOOP;
END
$$;
SELECT indexes($$SELECT content FROM story_claims_view WHERE source_key = 'police' AND stance = 'state'$$);
SELECT indexes($$SELECT text, stance FROM story_tolls_view WHERE kind = 'killed' AND low > 100$$);
RESET enable_seqscan;

-- a reader sees the views, and nothing else
CREATE ROLE news_regress_reader;
SELECT news_grant_reader('story', 'news_regress_reader');
SET ROLE news_regress_reader;
SELECT count(*) FROM story_claims_view;
SELECT count(*) FROM story_tolls_view;
SELECT count(*) FROM story_sources_view WHERE source_kind = 'organisation';
SELECT count(*) FROM story_daily WHERE measure = 'figures';
\set VERBOSITY terse
SELECT count(*) FROM story;
SELECT count(*) FROM story_claims;
SELECT count(*) FROM story_news;
SELECT count(*) FROM story_text;
SELECT news_grant_reader('story', 'public');
SELECT rows, analysed, missing FROM news_tracked WHERE articles = 'story';
RESET ROLE;

-- row security that comes later closes the views to those it concerns
CREATE POLICY home ON story FOR SELECT USING (desk = 'home');
ALTER TABLE story ENABLE ROW LEVEL SECURITY;
SELECT problem FROM news_tracked WHERE articles = 'story';
SET ROLE news_regress_reader;
SELECT count(*) FROM story_claims_view;
SELECT count(*) FROM story_daily;
RESET ROLE;
SELECT count(*) > 0 AS owner_sees FROM story_claims_view;

-- and once news_track knows of it, they see what it lets them see, there and in the tables
SELECT news_track('story', body => 'body', title => 'title', published => 'published_at');
SELECT news_grant_reader('story', 'news_regress_reader');
SELECT problem FROM news_tracked WHERE articles = 'story';
SET ROLE news_regress_reader;
SELECT DISTINCT title FROM story_claims_view;
SELECT DISTINCT title FROM story_tolls_view;
SELECT DISTINCT title FROM story_sources_view;
SELECT sum(figures) FROM story_daily;
SELECT count(DISTINCT id) FROM story_claims;
SELECT count(DISTINCT id) FROM story_tolls;
SELECT count(*) FROM story_news;
SELECT body FROM story;
RESET ROLE;
ALTER TABLE story DISABLE ROW LEVEL SECURITY;
SELECT news_track('story', body => 'body', title => 'title', published => 'published_at');
SELECT relname FROM pg_class WHERE relnamespace = 'bi'::regnamespace AND relrowsecurity;
\set VERBOSITY default

SET search_path = public;
DROP SCHEMA bi CASCADE;
DROP ROLE news_regress_reader;
