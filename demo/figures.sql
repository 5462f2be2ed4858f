-- How many, of whom, as reported by whom: the figures of all articles together.
-- Runs after claims.sql, in its session.

CREATE TEMPORARY TABLE figure AS
SELECT article.article_no, article.name, t.*,
	substr(t.toll::text, length(t.kind) + 2) AS number,
	coalesce(lower(t.happened), c.said_on)::text AS day,
	CASE WHEN t.victims IS NULL OR lower(t.victims) = 'persons' THEN 'people'
		ELSE lower(regexp_replace(t.victims, '\s+', ' ', 'g')) END AS whom,
	t.passage_kind NOT IN ('headline', 'body') AS aside
FROM article CROSS JOIN LATERAL news_tolls(body, NULL, published) AS t
	LEFT JOIN claim AS c ON (c.article_no, c.claim_no) = (article.article_no, t.claim_no);

-- Numbers of the same kind, victims and scope: two that cannot be the same
-- contradict each other, others may be true together and only look different.
CREATE TEMPORARY TABLE comparison AS
WITH said AS (
	SELECT DISTINCT toll, kind, whom, scope, number FROM figure
	WHERE scope IN ('incident', 'cumulative') AND NOT negated AND NOT aside)
SELECT kind, whom, scope, a.toll, a.number, b.toll AS other, b.number AS other_number,
	NOT a.toll && b.toll AS contradict
FROM said AS a JOIN said AS b USING (kind, whom, scope)
WHERE a.toll <> b.toll;

-- A cell of a table: what is too long is cut.
CREATE FUNCTION pg_temp.cell(words text, width integer) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN rpad(CASE WHEN length(words) > width THEN rtrim(left(words, width - 1)) || '…'
	ELSE coalesce(words, '') END, width);

SELECT greatest(max(length(number)), 6) AS number_width, CASE WHEN count(day) > 0 THEN 10 END AS day_width,
	:width - greatest(max(length(number)), 6) - CASE WHEN count(day) > 0 THEN 28 ELSE 17 END AS rest
FROM figure \gset
\if :{?day_width}
\else
\set day_width NULL
\endif
CREATE FUNCTION pg_temp.figure_line(mark text, number text, whom text, source text, day text,
	scope text, article text, words text, number_width integer, day_width integer, rest integer)
RETURNS text
LANGUAGE sql IMMUTABLE
RETURN rtrim(concat_ws(' ', pg_temp.cell(mark, 1), pg_temp.cell(number, number_width),
	pg_temp.cell(whom, rest * 2 / 9), pg_temp.cell(source, rest / 3),
	rpad(coalesce(day, ''), day_width), pg_temp.cell(scope, 10),
	pg_temp.cell(article, rest * 2 / 9), pg_temp.cell(words, rest * 2 / 9)));

SELECT format(E'%s\n%s figures in all articles%s\n', repeat('=', :width),
	count(*) FILTER (WHERE NOT aside),
	coalesce(', ' || nullif(count(*) FILTER (WHERE aside), 0) || ' more in teasers and menus', ''))
FROM figure;

WITH heads AS (
	SELECT kind, (array_agg(toll ORDER BY toll))[1] AS least FROM figure WHERE NOT aside GROUP BY kind),
marked AS (
	SELECT figure.*, CASE WHEN negated THEN '-' ELSE (
		SELECT CASE WHEN bool_or(contradict) THEN '!' WHEN count(*) > 0 THEN '~' END FROM comparison AS c
		WHERE (c.toll, c.whom, c.scope) = (figure.toll, figure.whom, figure.scope)) END AS mark
	FROM figure
	WHERE NOT aside),
lines AS (
	SELECT kind, 0 AS part, NULL::text AS source_key, NULL::text AS day, 0 AS article_no, 0 AS toll_no,
		NULL::news_toll AS toll, kind || E'\n' || pg_temp.figure_line('', 'number', 'whom', 'source', 'day',
			'scope', 'article', 'words', :number_width, :day_width, :rest) AS line
	FROM heads
	UNION ALL
	SELECT kind, 1, source_key, day, article_no, toll_no, NULL,
		pg_temp.figure_line(mark, number, whom, coalesce(source_key, '-'), day, scope, name,
			regexp_replace(figure_text, '\s+', ' ', 'g'), :number_width, :day_width, :rest)
	FROM marked
	UNION ALL
	SELECT kind, 2, whom, scope, 0, 0, toll, pg_temp.wrapped(
		format('%s %s, %s: ', number, whom, scope) || concat_ws('; ',
			'contradicts ' || string_agg(other_number, ', ' ORDER BY other) FILTER (WHERE contradict),
			'only looks different from ' ||
				string_agg(other_number, ', ' ORDER BY other) FILTER (WHERE NOT contradict)), 4, :width)
	FROM comparison
	WHERE toll < other
	GROUP BY kind, whom, scope, toll, number
	UNION ALL
	SELECT kind, 3, NULL, NULL, 0, 0, NULL, '' FROM heads
)
SELECT line FROM lines JOIN heads USING (kind)
ORDER BY least, part, source_key, day, article_no, toll_no, toll;

SELECT pg_temp.wrapped(line, 0, :width) FROM (VALUES
	('! contradicts another figure of that kind, victims and scope: they speak of different events, or one is wrong'),
	('~ only looks different from another one: both may be true'),
	('- the text says that it is not so')) AS legend (line);
