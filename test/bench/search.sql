-- Questions to many claims: by GIN on news_claim, by GIN on tsvector where that
-- can say the same, by a sequential scan. Planning is part of the time. Each
-- question is asked four times with the index, and the fastest counts: other
-- programs on the machine do not make it faster. A question is selective when
-- it finds a thousandth of the claims or less.
\set QUIET 1
\pset format unaligned
\pset tuples_only on
SET client_min_messages = warning;
SET max_parallel_workers_per_gather = 0;
SET max_parallel_maintenance_workers = 0;
SET jit = off;
SET maintenance_work_mem = '256MB';
VACUUM bench_claim;

CREATE FUNCTION seconds_of(command text) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
	start timestamptz := clock_timestamp();
BEGIN
	EXECUTE command;
	RETURN extract(epoch FROM clock_timestamp() - start);
END $$;

SELECT format('search in %s claims: table %s MB, of which the claims are %s MB', count(*),
	pg_table_size('bench_claim') / 1048576, sum(pg_column_size(claim)) / 1048576) FROM bench_claim;
SELECT seconds_of('CREATE INDEX bench_gin ON bench_claim USING gin (claim)') AS gin \gset
SELECT seconds_of('CREATE INDEX bench_text ON bench_claim USING gin (words)') AS text \gset
SELECT format(E'  GIN on news_claim: built in %s s, %s MB\n  GIN on tsvector: built in %s s, %s MB',
	round(:gin, 1), pg_relation_size('bench_gin') / 1048576, round(:text, 1), pg_relation_size('bench_text') / 1048576);
SELECT format('  ANALYZE: %s s for claims, %s s for tsvector', round(seconds_of('ANALYZE bench_claim (claim)'), 1),
	round(seconds_of('ANALYZE bench_claim (words)'), 1));

-- 25 questions of each shape, made of claims taken at random
CREATE TABLE probe AS
SELECT row_number() OVER (PARTITION BY true ORDER BY hashint4(id)) AS n, source_key, all_words,
	(SELECT word FROM unnest(all_words) AS word ORDER BY length(word) DESC, word LIMIT 1) AS longest,
	all_words[1 + id % cardinality(all_words)] AS one, all_words[1 + (id / 7) % cardinality(all_words)] AS other,
	all_words[1] || ' ' || all_words[2] || ' ' || all_words[3] AS row_of_words,
	split_part(source_key, ' ', 1) AS source_word
FROM bench_claim, LATERAL (SELECT regexp_split_to_array(content, ' ') AS all_words) AS w
WHERE id % 7 = 3 AND content ~ '^[A-Za-z]{2,}( [a-z]{2,}){4,}$' AND source_key ~ '^[a-z]{3,}( [a-z]{3,})*$'
ORDER BY hashint4(id) LIMIT 25;
CREATE TABLE shape (no int, name text, query text, words text);
INSERT INTO shape VALUES
(1, 'a word', '%longest', '%longest'),
(2, 'three words', '%longest & %one & %other', '%longest & %one & %other'),
(3, 'a phrase', '"%row"', '%phrase'),
(4, 'a prefix', '%prefix*', '%prefix:*'),
(5, 'a source', 'source:"%source"', NULL),
(6, 'who says what', 'source:%sourceword & stance:state & %one', NULL),
(7, 'a source and a figure', 'source:%sourceword & killed > 20', NULL),
(8, 'a range of figures', 'killed %from..%to', NULL),
(9, 'a word, but not so', '%longest & !(quote:direct | stance:deny)', NULL),
(10, 'a way of speaking', 'kind:anonymous & certainty:hedged', NULL);
CREATE TABLE question AS
SELECT no, name, n, replace(filled, '%phrase', replace(row_of_words, ' ', ' <-> ')) AS query,
	replace(replace(replace(replace(replace(words, '%longest', longest), '%one', one), '%other', other),
		'%phrase', replace(row_of_words, ' ', ' <-> ')), '%prefix', left(longest, 5)) AS words
FROM shape, probe, LATERAL (SELECT
	replace(replace(replace(replace(replace(replace(replace(replace(replace(query, '%longest', longest), '%one', one),
	'%other', other), '%row', row_of_words), '%prefix', left(longest, 5)), '%sourceword', source_word), '%source', source_key),
	'%from', (20 + 5 * n)::text), '%to', (22 + 5 * n)::text) AS filled) AS f;

-- milliseconds, and rows found and expected, of one question
CREATE FUNCTION ask_once(condition text, OUT ms numeric, OUT met bigint) LANGUAGE plpgsql AS $$
DECLARE
	start timestamptz := clock_timestamp();
BEGIN
	EXECUTE 'SELECT count(*) FROM bench_claim WHERE ' || condition INTO met;
	ms := 1000 * extract(epoch FROM clock_timestamp() - start);
END $$;
CREATE FUNCTION ask(condition text, OUT ms numeric, OUT met bigint, OUT expected bigint) LANGUAGE plpgsql AS $$
DECLARE
	plan jsonb;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT json) SELECT FROM bench_claim WHERE ' || condition INTO plan;
	expected := plan #>> '{0,Plan,Plan Rows}';
	SELECT min(a.ms), min(a.met) INTO ask.ms, ask.met FROM generate_series(1, 4), LATERAL ask_once(condition) AS a;
END $$;

CREATE TABLE answer AS
SELECT no, name, n, query, a.*, t.ms AS text_ms,
	a.met <= (SELECT count(*) / 1000 FROM bench_claim) AS selective
FROM question CROSS JOIN LATERAL ask(format('claim @@ %L', query)) AS a
	LEFT JOIN LATERAL ask(format('words @@ %L::tsquery', to_tsquery('english', words))) AS t ON words IS NOT NULL;
SET enable_bitmapscan = off;
CREATE TABLE scan AS
SELECT no, ms, s.met FROM question, LATERAL ask_once(format('claim @@ %L', query)) AS s WHERE n = 1;
CREATE TABLE text_scan AS
SELECT no, ms FROM question, LATERAL ask_once(format('words @@ %L::tsquery', to_tsquery('english', words))) AS s WHERE n = 1 AND words IS NOT NULL;
RESET enable_bitmapscan;

CREATE FUNCTION quantiles(VARIADIC numeric[]) RETURNS text LANGUAGE sql AS $$
	SELECT format('p50 %s ms, p95 %s ms', round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ms)::numeric, 2),
		round(percentile_cont(0.95) WITHIN GROUP (ORDER BY ms)::numeric, 2)) FROM unnest($1) AS ms
$$;
CREATE VIEW closeness AS
SELECT no, n, greatest(expected, 1)::numeric / greatest(met, 1) AS ratio FROM answer;
SELECT format(E'  %s\n    index %s; %s selective: %s; scan %s ms%s\n    rows %s, %s to %s; expected/found: p50 %s, furthest %s; e.g. %s',
	name, quantiles(VARIADIC array_agg(ms)), count(*) FILTER (WHERE selective), quantiles(VARIADIC array_agg(ms) FILTER (WHERE selective)),
	(SELECT round(ms) FROM scan WHERE scan.no = a.no),
	'; tsvector ' || CASE WHEN count(text_ms) > 0 THEN quantiles(VARIADIC array_agg(text_ms)) END ||
	', scan ' || (SELECT round(ms) FROM text_scan AS t WHERE t.no = a.no) || ' ms',
	percentile_disc(0.5) WITHIN GROUP (ORDER BY met), min(met), max(met),
	round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ratio)::numeric, 2),
	(array_agg(round(ratio, 3) ORDER BY abs(ln(ratio)) DESC))[1], min(query) FILTER (WHERE n = 1))
FROM answer AS a JOIN closeness USING (no, n) GROUP BY no, name ORDER BY no;
SELECT format('  expected within a factor of 10: %s of %s questions, the median of %s of 10 shapes; selective p50 below 5 ms: %s of %s shapes; other rows by scan: %s',
	count(*) FILTER (WHERE ratio BETWEEN 0.1 AND 10), count(*),
	(SELECT count(*) FROM (SELECT FROM closeness GROUP BY no HAVING percentile_cont(0.5) WITHIN GROUP (ORDER BY ratio) BETWEEN 0.1 AND 10) AS s),
	(SELECT count(*) FROM (SELECT FROM answer WHERE selective GROUP BY no HAVING percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) < 5) AS s),
	(SELECT count(DISTINCT no) FROM answer WHERE selective),
	(SELECT count(*) FROM scan JOIN answer AS b USING (no) WHERE b.n = 1 AND b.met <> scan.met))
FROM closeness;

-- what an insert costs, and the clean-up that comes after
CREATE TABLE incoming AS SELECT id, source_key, content, claim FROM bench_claim LIMIT 5000;
CREATE TABLE bare (LIKE bench_claim INCLUDING GENERATED);
DROP INDEX bench_text;
SELECT seconds_of('INSERT INTO bare (id, source_key, content, claim) TABLE incoming') AS bare \gset
SELECT seconds_of('INSERT INTO bench_claim (id, source_key, content, claim) TABLE incoming') AS pending \gset
SELECT seconds_of('SELECT gin_clean_pending_list(''bench_gin'')') AS cleaned \gset
ALTER INDEX bench_gin SET (fastupdate = off);
SELECT seconds_of('INSERT INTO bench_claim (id, source_key, content, claim) TABLE incoming') AS direct \gset
SELECT format('  5000 claims inserted: %s s without an index, %s s with fastupdate and %s s of clean-up, %s s without fastupdate',
	round(:bare, 2), round(:pending, 2), round(:cleaned, 2), round(:direct, 2));
