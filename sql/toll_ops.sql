-- Order and equality of tolls: all pairs of 200.
CREATE TABLE toll_pair AS
WITH RECURSIVE random (n, x) AS (
	SELECT 1, 20240711::bigint
	UNION ALL
	SELECT n + 1, (x * 1103515245 + 12345) % 2147483648 FROM random WHERE n < 600),
number (n, x) AS (SELECT n, x / 65536 FROM random)
SELECT a.n AS id, news_toll(
	(ARRAY['killed', 'wounded', 'casualties', 'missing', 'displaced'])[1 + a.x % 5],
	CASE WHEN h.hedge NOT IN ('at most', 'less than') THEN b.x % 40 END,
	CASE WHEN h.hedge IN ('range', 'vague') THEN b.x % 40 + c.x % 5
		WHEN h.hedge = 'less than' THEN 1 + b.x % 40
		WHEN h.hedge NOT IN ('at least', 'more than') THEN b.x % 40 END, h.hedge) AS toll
FROM number AS a JOIN number AS b ON b.n = a.n + 200 JOIN number AS c ON c.n = a.n + 400,
	LATERAL (SELECT (ARRAY['exact', 'at least', 'more than', 'at most', 'less than', 'almost',
		'about', 'range', 'vague'])[1 + c.x / 7 % 9]) AS h (hedge)
WHERE a.n <= 200;

SELECT count(*), count(DISTINCT toll) > 100 AS many FROM toll_pair;

-- the text form is read back as the same value
SELECT count(*) FROM toll_pair WHERE toll::text::news_toll <> toll;

-- the comparison function agrees with the operators, both ways round
SELECT count(*) AS disagreements
FROM toll_pair AS a, toll_pair AS b, LATERAL (SELECT news_toll_cmp(a.toll, b.toll) AS cmp) AS c
WHERE (cmp < 0) <> (a.toll < b.toll) OR (cmp <= 0) <> (a.toll <= b.toll)
	OR (cmp = 0) <> (a.toll = b.toll) OR (cmp <> 0) <> (a.toll <> b.toll)
	OR (cmp >= 0) <> (a.toll >= b.toll) OR (cmp > 0) <> (a.toll > b.toll)
	OR sign(cmp) <> -sign(news_toll_cmp(b.toll, a.toll));

-- it is transitive: every value has its one place in the sorted list
WITH sorted AS (SELECT toll, dense_rank() OVER (ORDER BY toll) AS place FROM toll_pair)
SELECT count(*) AS disagreements FROM sorted AS a, sorted AS b
WHERE sign(news_toll_cmp(a.toll, b.toll)) <> sign(a.place - b.place);

-- equal values have equal bytes and hashes
SELECT count(*) AS disagreements FROM toll_pair AS a, toll_pair AS b
WHERE (a.toll = b.toll) <> (a.toll::text = b.toll::text)
	OR (a.toll = b.toll AND news_toll_hash(a.toll) <> news_toll_hash(b.toll))
	OR (a.toll = b.toll AND news_toll_hash_extended(a.toll, 7) <> news_toll_hash_extended(b.toll, 7));

-- the operators say what the ranges of the numbers allowed say
SELECT count(*) AS disagreements
FROM toll_pair AS a, toll_pair AS b,
	LATERAL (SELECT a.toll::int8range AS r, b.toll::int8range AS s,
		news_toll_kind(a.toll) = news_toll_kind(b.toll) AS same) AS c
WHERE (a.toll && b.toll) <> (same AND r && s) OR (a.toll @> b.toll) <> (same AND r @> s)
	OR (a.toll <@ b.toll) <> (same AND r <@ s) OR (a.toll << b.toll) <> (same AND r << s)
	OR (a.toll >> b.toll) <> (same AND r >> s) OR (a.toll @> 17::bigint) <> (r @> 17::bigint);

-- sorting, hashing and a btree find the same
CREATE INDEX toll_pair_btree ON toll_pair (toll);
SET enable_seqscan = off;
SELECT count(*) FROM toll_pair WHERE toll < 'killed 20';
SELECT count(*) FROM toll_pair WHERE toll BETWEEN 'killed 20' AND 'wounded 5';
RESET enable_seqscan;
SET enable_indexscan = off;
SET enable_bitmapscan = off;
SET enable_indexonlyscan = off;
SELECT count(*) FROM toll_pair WHERE toll < 'killed 20';
SELECT count(*) FROM toll_pair WHERE toll BETWEEN 'killed 20' AND 'wounded 5';
RESET enable_indexscan;
RESET enable_bitmapscan;
RESET enable_indexonlyscan;
SET enable_mergejoin = off;
SET enable_nestloop = off;
SELECT count(*) FROM toll_pair AS a JOIN toll_pair AS b USING (toll);
SET enable_hashjoin = off;
SET enable_mergejoin = on;
SELECT count(*) FROM toll_pair AS a JOIN toll_pair AS b USING (toll);
RESET enable_mergejoin;
RESET enable_nestloop;
RESET enable_hashjoin;

-- binary COPY
\copy toll_pair TO 'results/toll_pair.bin' WITH (FORMAT binary)
CREATE TABLE toll_copy (LIKE toll_pair);
\copy toll_copy FROM 'results/toll_pair.bin' WITH (FORMAT binary)
SELECT count(*) FROM toll_pair AS a JOIN toll_copy AS b USING (id) WHERE a.toll = b.toll;

-- bytes from elsewhere: kind and hedge (one byte each), low and high (eight each)
CREATE FUNCTION toll_of_bytes(kind integer, hedge integer, low bigint, high bigint)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	value bytea := set_byte(set_byte('\x0000', 0, kind), 1, hedge) || int8send(low) || int8send(high);
	path text := current_setting('data_directory') || '/toll.bin';
BEGIN
	PERFORM lo_unlink(24242) FROM pg_largeobject_metadata WHERE oid = 24242;
	PERFORM lo_from_bytea(24242, '\x5047434f50590aff0d0a00' || '\x0000000000000000'::bytea
		|| '\x0001' || int4send(length(value)) || value || '\xffff');
	PERFORM lo_export(24242, path);
	PERFORM lo_unlink(24242);
	TRUNCATE toll_copy_one;
	EXECUTE format('COPY toll_copy_one FROM %L WITH (FORMAT binary)', path);
	RETURN (SELECT toll FROM toll_copy_one);
EXCEPTION WHEN invalid_binary_representation THEN
	RETURN sqlstate || ' ' || sqlerrm;
END $$;
CREATE TABLE toll_copy_one (toll news_toll);
SELECT toll_of_bytes(0, 0, 40, 40) AS good, toll_of_bytes(9, 0, 1, 1) AS kind,
	toll_of_bytes(0, 9, 1, 1) AS hedge, toll_of_bytes(0, 0, 1, 2) AS bounds;
SELECT toll_of_bytes(0, 1, -1, -1) AS no_bound, toll_of_bytes(0, 7, 5, 5) AS narrow,
	toll_of_bytes(255, 255, -5, 9223372036854775807) AS all_wrong;
DROP FUNCTION toll_of_bytes;
DROP TABLE toll_pair, toll_copy, toll_copy_one;
