-- news_claims over a table of articles, in one backend, one core.
\set QUIET 1
\pset format unaligned
\pset tuples_only on
SET max_parallel_workers_per_gather = 0;
SET jit = off;
CREATE EXTENSION newsdesk;
CREATE TABLE articles (body text);
\copy articles FROM pstdin
ANALYZE articles;

-- Memory in kB that belongs to this backend. Pages of the library that only it
-- has mapped so far would count as private, too, but are the page cache's.
CREATE FUNCTION private_kb() RETURNS bigint LANGUAGE sql AS $$
	SELECT sum(split_part(regexp_replace(line, ' +', ' ', 'g'), ' ', 2)::bigint)
	FROM string_to_table(pg_read_file('/proc/self/smaps_rollup'), E'\n') AS line
	WHERE line ~ '^Anonymous'
$$;

-- Seconds of processor time of this backend: what else the machine does does
-- not count.
CREATE FUNCTION cpu_seconds() RETURNS numeric LANGUAGE sql AS $$
	SELECT (field[12]::numeric + field[13]::numeric) / 100
	FROM regexp_split_to_array(regexp_replace(pg_read_file('/proc/self/stat'), '^.*\) ', ''), ' ') AS field
$$;

\c
SET max_parallel_workers_per_gather = 0;
SET jit = off;
SELECT sum(length(body)) AS characters, sum(array_length(regexp_split_to_array(body, '\s+'), 1)) AS words,
	count(*) AS articles FROM articles \gset
SELECT private_kb() AS before, cpu_seconds() AS start \gset
SELECT count(*) AS first FROM news_claims('Anna Ek said that the road was closed.') \gset
SELECT 1000 * (cpu_seconds() - :start) AS first_ms, cpu_seconds() AS start \gset
SELECT count(*) AS claims FROM articles, LATERAL news_claims(body) \gset
SELECT cpu_seconds() - :start AS seconds, private_kb() AS after \gset
SET enable_memoize = off;
CREATE TEMPORARY TABLE digests AS SELECT news_digest(body) AS digest FROM articles;
SELECT sum(length(news_digest_send(digest))) AS digest_bytes FROM digests \gset
SELECT sum(octet_length(body)) AS body_bytes, cpu_seconds() AS start FROM articles \gset
SELECT count(*) AS claims_of_digests
FROM (SELECT digest FROM digests, generate_series(1, 10) OFFSET 0) AS d, LATERAL news_claims(digest) \gset
SELECT (cpu_seconds() - :start) / 10 AS digest_seconds \gset
SELECT format(E'server %s\n  %s articles, %s words, %s claims in %s s of processor time\n  %s articles of 800 words a second, %s words a second',
	current_setting('server_version'), :articles, :words, :claims, round(:seconds, 2),
	round(:words / 800.0 / :seconds, 1), round(:words / :seconds));
SELECT format(E'  first call in a backend %s ms (weights are checked once)\n  private memory of the backend after these articles: %s MB above a fresh one',
	round(:first_ms), round((:after - :before) / 1024.0, 2));
SELECT format(E'  digests: %s of the bytes of the bodies; %s of %s claims, %s us an article, %s times cheaper than from the body',
	round(:digest_bytes::numeric / :body_bytes, 3), :claims_of_digests / 10, :claims,
	round(1e6 * :digest_seconds / :articles), round(:seconds / :digest_seconds));
