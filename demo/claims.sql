-- Who says what: articles from standard input, lines of plain text out.
CREATE EXTENSION IF NOT EXISTS newsdesk;

CREATE TEMPORARY TABLE article (
	article_no	integer GENERATED ALWAYS AS IDENTITY,
	name		text,
	published	date,
	body		text
);
\copy article (name, published, body) FROM pstdin WITH (FORMAT csv)

-- Lines of at most `width` characters, the second and later ones indented.
CREATE FUNCTION pg_temp.wrapped(line text, indent integer, width integer) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN repeat(' ', indent) || regexp_replace(
	rtrim(regexp_replace(regexp_replace(line, '\s+', ' ', 'g'),
		format('(.{1,%s})(?: |$)', width - indent), E'\\1\n', 'g'), E'\n'),
	E'\n', E'\n' || repeat(' ', indent), 'g');

SELECT clock_timestamp() AS start \gset
CREATE TEMPORARY TABLE claim AS
SELECT article_no, c.*, passage_kind IN ('related', 'boilerplate') AS aside
FROM article, LATERAL news_claims(body, NULL, published) AS c;
SELECT round(1000 * extract(epoch FROM clock_timestamp() - :'start')) AS milliseconds \gset

-- The first line of the headline, or else of the text.
CREATE TEMPORARY TABLE heading AS
SELECT article_no, substring(coalesce(
	(SELECT text FROM news_passages(body) WHERE kind = 'headline' ORDER BY passage_no LIMIT 1),
	ltrim(body, E' \t\r\n\uFEFF')) FROM '^[^\r\n]*') AS headline
FROM article;

WITH blocks AS (
	SELECT article_no, 0 AS claim_no, concat_ws(E'\n',
		repeat('=', :width),
		pg_temp.wrapped(headline, 0, :width),
		pg_temp.wrapped(concat_ws(', ', name, claims || ' claims',
			CASE WHEN asides > 0 THEN asides || ' more in teasers and menus' END), 0, :width),
		'') AS block
	FROM article JOIN heading USING (article_no),
		LATERAL (SELECT count(*) FILTER (WHERE NOT aside) AS claims,
				count(*) FILTER (WHERE aside) AS asides
			FROM claim WHERE claim.article_no = article.article_no) AS counts
	UNION ALL
	SELECT article_no, claim_no, concat_ws(E'\n',
		pg_temp.wrapped(concat_ws(' — ',
			coalesce(source_name || coalesce(', ' || nullif(source_role, ''), ''), '(no source)') ||
				CASE WHEN cardinality(via) > 0 THEN ' < ' || array_to_string(via, ' < ') ELSE '' END,
			coalesce(cue, '(no cue)')), 2, :width),
		pg_temp.wrapped(coalesce(content, '(no content)'), 6, :width),
		pg_temp.wrapped(concat_ws(', ', '[' || source_kind,
			CASE WHEN negated THEN 'does not ' || stance ELSE stance END,
			CASE WHEN denies AND stance <> 'deny' THEN 'denies' END, nullif(certainty, 'certain'),
			'within claim ' || parent_no, quote, 'confidence ' || round(confidence::numeric, 2),
			nullif(passage_kind, 'body'), 'sentence ' || sentence_no, 'characters ' || (
				SELECT string_agg(lower(r) || '-' || upper(r), ' ' ORDER BY r)
				FROM unnest(coalesce(content_at, cue_at)) AS r)) || ']', 6, :width),
		'')
	FROM claim
	WHERE NOT aside
)
SELECT block FROM blocks ORDER BY article_no, claim_no;

SELECT format(E'%s\n%s articles of %s words read in %s ms, %s claims', repeat('=', :width), count(*),
	sum(array_length(regexp_split_to_array(btrim(body), '\s+'), 1)), :milliseconds,
	(SELECT count(*) FROM claim WHERE NOT aside))
FROM article;
