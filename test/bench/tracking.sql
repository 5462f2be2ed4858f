-- What tracking costs on top of the analysis, in processor time of the backend.
\set QUIET 1
\pset format unaligned
\pset tuples_only on
SET client_min_messages = warning;
SET max_parallel_workers_per_gather = 0;
SET jit = off;
CREATE TABLE untracked (id int PRIMARY KEY, body text, views int DEFAULT 0);
CREATE TABLE tracked (LIKE untracked INCLUDING ALL);
SELECT news_track('tracked', body => 'body');
CREATE TEMPORARY TABLE incoming AS SELECT row_number() OVER () AS id, body FROM articles LIMIT :tracked_count;
SELECT count(*) AS n FROM incoming \gset
SELECT count(*) AS first FROM news_claims('Anna Ek said that the road was closed.') \gset

SELECT cpu_seconds() AS start \gset
INSERT INTO untracked SELECT id, body FROM incoming;
CREATE TABLE digests AS SELECT id, news_digest(body) AS digest FROM untracked;
SELECT cpu_seconds() - :start AS untracked, cpu_seconds() AS start \gset
INSERT INTO tracked SELECT id, body FROM incoming;
SELECT cpu_seconds() - :start AS tracked, md5(string_agg(id || ' ' || analysed_at, ',' ORDER BY id)) AS version FROM tracked_news \gset
SELECT format(E'tracking\n  INSERT of %s articles: %s s untracked with one news_digest each, %s s tracked: %s %%',
	:n, round(:untracked, 2), round(:tracked, 2), round(100 * (:tracked / :untracked - 1), 1));

SELECT cpu_seconds() AS start \gset
UPDATE untracked SET views = views + 1;
SELECT cpu_seconds() - :start AS untracked, cpu_seconds() AS start \gset
UPDATE tracked SET views = views + 1;
SELECT cpu_seconds() - :start AS tracked \gset
SELECT format('  UPDATE of %s articles that leaves the text: %s ms untracked, %s ms tracked, %s',
	:n, round(1000 * :untracked), round(1000 * :tracked),
	CASE WHEN md5(string_agg(id || ' ' || analysed_at, ',' ORDER BY id)) = :'version' THEN 'nothing analysed' ELSE 'ANALYSED AGAIN' END)
FROM tracked_news;
