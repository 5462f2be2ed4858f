-- GiST on tolls finds what a sequential scan finds.
SELECT amname, opcname FROM pg_opclass AS o JOIN pg_am AS a ON a.oid = opcmethod
WHERE opcname LIKE 'news%' AND NOT amvalidate(o.oid);

CREATE TABLE toll_many AS
WITH RECURSIVE random (n, x) AS (
	SELECT 1, 4711::bigint
	UNION ALL
	SELECT n + 1, (x * 1103515245 + 12345) % 2147483648 FROM random WHERE n < 40000),
number (n, x) AS (SELECT n, x / 65536 FROM random)
SELECT a.n AS id, news_toll(
	(ARRAY['killed', 'wounded', 'missing', 'displaced'])[1 + a.x % 4],
	CASE WHEN h.hedge NOT IN ('at most', 'less than') THEN s.size END,
	CASE WHEN h.hedge IN ('range', 'vague') THEN s.size + c.x % 50
		WHEN h.hedge NOT IN ('at least', 'more than') THEN 1 + s.size - (h.hedge NOT IN ('at most', 'less than'))::integer END,
	h.hedge) AS toll
FROM number AS a JOIN number AS b ON b.n = a.n + 10000 JOIN number AS c ON c.n = a.n + 20000,
	LATERAL (SELECT (b.x % 100) * (1 + c.x % 3) * (1 + a.x % 11)) AS s (size),
	LATERAL (SELECT (ARRAY['exact', 'exact', 'exact', 'at least', 'more than', 'at most',
		'less than', 'almost', 'about', 'range', 'vague'])[1 + c.x / 7 % 11]) AS h (hedge)
WHERE a.n <= 10000;

CREATE TABLE toll_question (operator text, question news_toll);
INSERT INTO toll_question
SELECT operator, question
FROM unnest(ARRAY['&&', '@>', '<@', '<<', '>>', '=']) AS operator,
	(SELECT toll FROM toll_many WHERE id % 400 = 0 UNION ALL
	 VALUES ('killed 0'::news_toll), ('killed >=0'), ('displaced <=999999999999999'),
		('rescued 5'), ('killed ~0..999999')) AS q (question);

CREATE FUNCTION toll_answers() RETURNS TABLE (operator text, question text, answers bigint, sum bigint)
LANGUAGE plpgsql AS $$
DECLARE
	q record;
BEGIN
	FOR q IN SELECT * FROM toll_question LOOP
		RETURN QUERY EXECUTE format(
			'SELECT %L, %L, count(*), sum(id)::bigint FROM toll_many WHERE toll %s %L::news_toll',
			q.operator, q.question, q.operator, q.question);
	END LOOP;
	FOR q IN SELECT n FROM generate_series(0, 3000, 61) AS n LOOP
		RETURN QUERY EXECUTE format(
			'SELECT ''@>'', %L, count(*), sum(id)::bigint FROM toll_many WHERE toll @> %s::bigint',
			q.n, q.n);
	END LOOP;
END $$;

SET enable_indexscan = off;
SET enable_bitmapscan = off;
CREATE TABLE toll_by_seqscan AS SELECT * FROM toll_answers();
RESET enable_indexscan;
RESET enable_bitmapscan;

-- an index made at once, and one that grew
CREATE INDEX toll_many_gist ON toll_many USING gist (toll);
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM toll_many WHERE toll && 'killed 40';
CREATE TABLE toll_by_index AS SELECT * FROM toll_answers();
CREATE TABLE toll_rows AS SELECT * FROM toll_many;
TRUNCATE toll_many;
INSERT INTO toll_many SELECT * FROM toll_rows ORDER BY id % 97, id;
CREATE TABLE toll_by_grown_index AS SELECT * FROM toll_answers();
RESET enable_seqscan;

SELECT count(*) AS questions, sum(answers) > 100000 AS many FROM toll_by_seqscan;
SELECT count(*) FROM (SELECT * FROM toll_by_seqscan EXCEPT ALL SELECT * FROM toll_by_index) AS d;
SELECT count(*) FROM (SELECT * FROM toll_by_index EXCEPT ALL SELECT * FROM toll_by_seqscan) AS d;
SELECT count(*) FROM (SELECT * FROM toll_by_seqscan EXCEPT ALL SELECT * FROM toll_by_grown_index) AS d;
SELECT count(*) FROM (SELECT * FROM toll_by_grown_index EXCEPT ALL SELECT * FROM toll_by_seqscan) AS d;

-- the planner knows a selective question from one that is not
ANALYZE toll_many;
EXPLAIN (COSTS OFF) SELECT id FROM toll_many WHERE toll = 'killed 40';
EXPLAIN (COSTS OFF) SELECT id FROM toll_many WHERE toll @> 'missing 13..14';

-- aggregates in parallel agree with those in one process
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
CREATE TABLE toll_parallel AS
SELECT news_toll_kind(toll) AS kind, news_toll_span(toll) AS span,
	news_toll_agreed(toll) AS agreed FROM toll_many WHERE toll && 'missing 13' GROUP BY 1;
SET max_parallel_workers_per_gather = 0;
SELECT news_toll_kind(toll) AS kind, news_toll_span(toll) AS span,
	news_toll_agreed(toll) AS agreed FROM toll_many WHERE toll && 'missing 13' GROUP BY 1
EXCEPT ALL SELECT * FROM toll_parallel;
SELECT * FROM toll_parallel;
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
RESET min_parallel_table_scan_size;
RESET max_parallel_workers_per_gather;

-- the type of its keys is not for users
SELECT 'x'::news_toll_reach;
DROP FUNCTION toll_answers;
DROP TABLE toll_many, toll_question, toll_rows, toll_by_seqscan, toll_by_index,
	toll_by_grown_index, toll_parallel;
