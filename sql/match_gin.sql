-- GIN on claims and digests: which queries use it, and what they find. That it
-- finds what a sequential scan finds is tested with 2,000 queries by
-- test/t/008_search.pl.
SELECT amname, opcname FROM pg_opclass AS o JOIN pg_am AS a ON a.oid = opcmethod
WHERE opcname LIKE 'news%' AND NOT amvalidate(o.oid);

-- 10,000 claims of a hundred people in a thousand places; every fifth denies
CREATE TABLE gin_article AS
SELECT n AS id, news_digest(format('Speaker%s %s that %s people were killed in Town%s.', n % 100,
	CASE WHEN n % 5 = 0 THEN 'denied' ELSE 'said' END, n % 50, n)) AS digest
FROM generate_series(1, 1000) AS n;
CREATE TABLE gin_claim AS
SELECT row_number() OVER (ORDER BY again, id)::int AS id, claim
FROM gin_article, LATERAL news_claims(digest), generate_series(1, 10) AS again;
SELECT count(*) FROM gin_claim;
CREATE INDEX gin_article_digest ON gin_article USING gin (digest);
CREATE INDEX gin_claim_claim ON gin_claim USING gin (claim);
ANALYZE gin_article;
ANALYZE gin_claim;

-- the index where it has something to look up, and the table where not
EXPLAIN (COSTS OFF) SELECT id FROM gin_claim WHERE claim @@ 'town77';
EXPLAIN (COSTS OFF) SELECT id FROM gin_claim WHERE 'source:speaker7 & stance:deny' @@ claim;
EXPLAIN (COSTS OFF) SELECT id FROM gin_claim WHERE claim @@ 'killed > 48';
EXPLAIN (COSTS OFF) SELECT id FROM gin_claim WHERE claim @@ 'stance:state';
EXPLAIN (COSTS OFF) SELECT id FROM gin_claim WHERE claim @@ '!town77';
EXPLAIN (COSTS OFF) SELECT id FROM gin_article WHERE digest @@ 'town77';
EXPLAIN (COSTS OFF) SELECT id FROM gin_article WHERE digest @@ 'nowhere | !town77';
EXPLAIN (COSTS OFF) SELECT id FROM gin_article, (VALUES ('town77'::news_query), ('town78')) AS v (query) WHERE digest @@ query;

-- how many rows the planner expects, as a power of ten beside the true number
CREATE FUNCTION gin_rows(query text, OUT expected int, OUT met int) LANGUAGE plpgsql AS $$
DECLARE
	plan jsonb;
BEGIN
	EXECUTE format('EXPLAIN (FORMAT json) SELECT FROM gin_claim WHERE claim @@ %L', query) INTO plan;
	expected := (plan #>> '{0,Plan,Plan Rows}')::int;
	EXECUTE format('SELECT count(*) FROM gin_claim WHERE claim @@ %L', query) INTO met;
END $$;
SELECT query, met, abs(log(greatest(expected, 1)) - log(greatest(met, 1))) < 0.5 AS so_expected
FROM unnest(ARRAY['town77', 'town7*', 'people', 'source:speaker7', '!source:speaker7', 'stance:deny', 'stance:deny | town77',
	'source:"speaker7" & killed > 5', 'killed > 48', 'killed 10..19', 'killed =? 7', 'killed < 5', '']) AS query,
	LATERAL gin_rows(query);

-- without statistics there is a guess
CREATE TABLE gin_new AS TABLE gin_article;
ALTER TABLE gin_new ALTER digest SET STATISTICS 0;
EXPLAIN (COSTS OFF) SELECT id FROM gin_new WHERE digest @@ 'town77 & (killed > 5 | !stance:deny | town7*)';
DELETE FROM gin_new;
ANALYZE gin_new;
INSERT INTO gin_new VALUES (1, NULL), (2, NULL);
ALTER TABLE gin_new ALTER digest SET STATISTICS -1;
ANALYZE gin_new;
SELECT null_frac FROM pg_stats WHERE tablename = 'gin_new' AND attname = 'digest';
SELECT count(*) FROM gin_new WHERE digest @@ 'town77';

-- rows in the pending list, and rows that go
SET enable_seqscan = off;
INSERT INTO gin_claim SELECT 0, claim FROM gin_claim WHERE id = 77;
SELECT id FROM gin_claim WHERE claim @@ '"killed in town77"' ORDER BY id;
DELETE FROM gin_claim WHERE id > 100;
VACUUM gin_claim;
SELECT id FROM gin_claim WHERE claim @@ '"killed in town77"' ORDER BY id;

-- all rows, also those without a claim, but NULL
INSERT INTO gin_article VALUES (1001, news_digest(''::text)), (1002, NULL);
SELECT id FROM gin_article WHERE digest @@ '!source:speaker* & !"people were"';
SELECT count(*) FROM gin_article WHERE digest @@ '';

DROP TABLE match_article, match_claim, gin_article, gin_claim, gin_new;
DROP FUNCTION gin_rows;
