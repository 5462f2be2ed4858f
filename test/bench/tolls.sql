-- GiST on a million tolls: how long selective questions take. Most tolls have
-- a common kind; what is asked for is of a rare one, or narrow. Each question
-- is asked twice, the second time with the index in memory.
\set QUIET 1
\pset format unaligned
\pset tuples_only on
SET client_min_messages = warning;
SET max_parallel_workers_per_gather = 0;
SET jit = off;
CREATE EXTENSION IF NOT EXISTS newsdesk;
CREATE TEMPORARY TABLE bench_toll AS
WITH random AS MATERIALIZED (
	SELECT n, hashint8(n) & 1048575 AS a, hashint8(n + 1000000) & 1048575 AS b
	FROM generate_series(1, 1000000) AS n),
part AS (
	SELECT n, floor(exp(a * 12.0 / 1048575))::bigint AS size, (ARRAY['exact', 'exact', 'exact',
		'exact', 'exact', 'exact', 'about', 'almost', 'range', 'vague', 'at least', 'more than',
		'at most', 'less than'])[1 + b % 14] AS hedge
	FROM random)
SELECT n AS id, news_toll(CASE WHEN n % 1000 = 0 THEN 'captured'
		ELSE (ARRAY['killed', 'wounded', 'missing', 'displaced'])[1 + n % 4] END,
	CASE WHEN hedge NOT IN ('at most', 'less than') THEN size END,
	CASE WHEN hedge IN ('range', 'vague') THEN size + size / 4 + 1
		WHEN hedge IN ('at most', 'less than') THEN size + 1
		WHEN hedge NOT IN ('at least', 'more than') THEN size END, hedge) AS toll
FROM part;
SELECT clock_timestamp() AS start \gset
CREATE INDEX bench_toll_gist ON bench_toll USING gist (toll);
SELECT format('GiST on %s tolls: built in %s s, %s MB', count(*),
	round(extract(epoch FROM clock_timestamp() - :'start')::numeric, 1),
	pg_relation_size('bench_toll_gist') / 1048576) FROM bench_toll;
ANALYZE bench_toll;
CREATE FUNCTION pg_temp.ask(question text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	start timestamptz;
	answers bigint;
BEGIN
	EXECUTE 'SELECT count(*) FROM bench_toll WHERE ' || question INTO answers;
	start := clock_timestamp();
	EXECUTE 'SELECT count(*) FROM bench_toll WHERE ' || question INTO answers;
	RETURN format('  %s ms  %s rows  %s',
		round(1000 * extract(epoch FROM clock_timestamp() - start)::numeric, 2), answers, question);
END $$;
SELECT pg_temp.ask(question)
FROM unnest(ARRAY[$$toll && 'captured 41'$$, $$toll @> 'captured 40..42'$$,
	$$toll && 'captured 700..720'$$, $$toll <@ 'killed 60001..60020'$$,
	$$toll = 'killed 60001'$$, $$toll << 'captured 2'$$, $$toll && 'killed 41'$$]) AS question;
