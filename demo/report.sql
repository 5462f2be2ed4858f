-- A page about the articles of standard input, out of the views that news_track
-- makes. Everything that is put into it goes through pg_temp.html.
CREATE EXTENSION IF NOT EXISTS newsdesk;

CREATE TABLE articles (
	id			integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	name		text,
	published	date,
	body		text
);
SELECT FROM news_track('articles', body => 'body', published => 'published');
\copy articles (name, published, body) FROM pstdin WITH (FORMAT csv)

CREATE FUNCTION pg_temp.html(words text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN replace(replace(replace(replace(replace(coalesce(words, ''),
	'&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;');

-- One line, cut where it is long.
CREATE FUNCTION pg_temp.brief(words text, width integer) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN (SELECT CASE WHEN length(line) > width THEN rtrim(left(line, width - 1)) || '…' ELSE line END
	FROM btrim(regexp_replace(words, '\s+', ' ', 'g')) AS line);

CREATE FUNCTION pg_temp.thousands(number bigint) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN to_char(number, 'FM999,999,999,999,999');

CREATE FUNCTION pg_temp.day(day date) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN to_char(day, 'FMDD Mon YYYY');

CREATE FUNCTION pg_temp.number(low bigint, high bigint, hedge text, words text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE hedge
	WHEN 'at least' THEN '≥' || pg_temp.thousands(low)
	WHEN 'more than' THEN '>' || pg_temp.thousands(low)
	WHEN 'at most' THEN '≤' || pg_temp.thousands(high)
	WHEN 'less than' THEN '<' || pg_temp.thousands(high)
	WHEN 'about' THEN '~' || pg_temp.thousands(low)
	WHEN 'almost' THEN '≲' || pg_temp.thousands(low)
	WHEN 'range' THEN pg_temp.thousands(low) || '–' || pg_temp.thousands(high)
	WHEN 'vague' THEN '“' || pg_temp.brief(lower(words), 24) || '”'
	ELSE pg_temp.thousands(low) END;

-- Of persons only: what an article says before the name of a country or a
-- company is seldom an office.
CREATE FUNCTION pg_temp.role(kind text, role text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN kind = 'person' AND role <> '' THEN ' <span class="role">' || pg_temp.html(role) || '</span>' ELSE '' END;

-- What the views say of the articles.
CREATE TEMPORARY TABLE article AS
SELECT id, name, published, body, pg_temp.brief(substring(coalesce(
		(SELECT text FROM news_passages(body) WHERE kind = 'headline' ORDER BY passage_no LIMIT 1),
		ltrim(body, E' \t\r\n\uFEFF')) FROM '^[^\r\n]*'), 160) AS headline,
	row_number() OVER (ORDER BY published NULLS LAST, id) AS place_no
FROM articles;

CREATE TEMPORARY TABLE claim AS
SELECT * FROM articles_claims_view;

CREATE TEMPORARY TABLE figure AS
SELECT v.*, v.text::news_toll AS toll, a.name, a.place_no,
	pg_temp.number(low, high, hedge, figure_text) AS number,
	CASE WHEN victims IS NULL OR lower(victims) = 'persons' THEN 'people'
		ELSE lower(pg_temp.brief(victims, 40)) END AS whom,
	scope IN ('incident', 'cumulative') AND NOT negated AS counts,
	count(*) OVER (PARTITION BY kind) AS of_kind
FROM articles_tolls_view AS v JOIN article AS a USING (id);

-- Who reports figures, with a colour and a mark each; 0 is the articles
-- themselves, where they name no source.
CREATE TEMPORARY TABLE reporter AS
SELECT source_key, mode() WITHIN GROUP (ORDER BY source_name) AS name,
	CASE WHEN source_key IS NOT NULL THEN
		row_number() OVER (ORDER BY source_key IS NULL, count(*) DESC, min(place_no), source_key) ELSE 0 END AS no
FROM figure
GROUP BY source_key;

CREATE FUNCTION pg_temp.mark(no bigint) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN format('<svg class="mark colour-%s" viewBox="-8 -8 16 16" aria-hidden="true"><use href="#shape-%s" x="-8" y="-8" width="16" height="16"/></svg>',
	CASE WHEN no > 0 THEN 1 + (no - 1) % 8 ELSE 0 END, CASE WHEN no > 0 THEN (no - 1) / 8 % 4 ELSE 4 END);

CREATE FUNCTION pg_temp.reporter(key text, article text) RETURNS text
LANGUAGE sql STABLE
RETURN (SELECT format('<span class="reporter" title="%1$s">%2$s<span class="who">%1$s</span></span>',
		pg_temp.html(coalesce(pg_temp.brief(name, 60), article)), pg_temp.mark(no))
	FROM pg_temp.reporter WHERE source_key IS NOT DISTINCT FROM key);

-- Two figures of the same harm, victims and scope, and of no two places: either
-- they contradict each other, or they only look different.
CREATE TEMPORARY TABLE stated AS
SELECT kind, whom, scope, toll, place, number, source_key, id, name, toll_no, day
FROM figure
WHERE counts;

CREATE TEMPORARY TABLE comparison AS
SELECT DISTINCT a.kind, a.whom, a.scope, a.toll, a.number, b.toll AS other, b.number AS other_number,
	NOT a.toll && b.toll AS contradict
FROM stated AS a JOIN stated AS b USING (kind, whom, scope)
WHERE a.toll < b.toll AND (a.place = b.place) IS NOT FALSE;

-- What a denial turns against: the statement of somebody else inside it, or the
-- one closest before it, at most three sentences back.
CREATE TEMPORARY TABLE denial AS
SELECT d.*, o.source_name AS other_name, o.content AS other_content, o.claim_no AS other_no
FROM claim AS d LEFT JOIN LATERAL (
	SELECT o.source_name, o.content, o.claim_no FROM claim AS o
	WHERE o.id = d.id AND o.source_key <> d.source_key AND NOT o.denies AND o.content IS NOT NULL
		AND (o.parent_no = d.claim_no OR
			o.claim_no < d.claim_no AND o.sentence_no BETWEEN d.sentence_no - 3 AND d.sentence_no)
	ORDER BY o.parent_no IS DISTINCT FROM d.claim_no, o.sentence_no DESC, o.parent_no IS NOT NULL, length(o.content) DESC
	LIMIT 1) AS o ON true
WHERE d.denies AND NOT d.negated;

-- The parts of the page, by the name of the place where each belongs.
CREATE TEMPORARY TABLE slot (name text PRIMARY KEY, html text);
\set page `cat :'parts'/page.html`
\set style `cat :'parts'/style.css`
\set script `cat :'parts'/script.js`
INSERT INTO slot VALUES ('style', :'style'), ('script', :'script'),
	('style_hash', encode(sha256(convert_to(:'style', 'UTF8')), 'base64')),
	('script_hash', encode(sha256(convert_to(:'script', 'UTF8')), 'base64'));

INSERT INTO slot
SELECT 'tiles', string_agg(format('<div><dt>%s</dt><dd>%s</dd></div>', what, pg_temp.thousands(number)), E'\n' ORDER BY no)
FROM (VALUES
	(1, 'articles', (SELECT count(*) FROM article)),
	(2, 'claims', (SELECT count(*) FROM claim)),
	(3, 'sources', (SELECT count(DISTINCT source_key) FROM claim)),
	(4, 'claims of unnamed sources', (SELECT count(*) FROM claim WHERE source_kind = 'anonymous')),
	(5, 'denials', (SELECT count(*) FROM denial)),
	(6, 'casualty figures', (SELECT count(*) FROM figure)),
	(7, 'pairs that contradict', (SELECT count(*) FROM comparison WHERE contradict))) AS v (no, what, number);

INSERT INTO slot
SELECT 'period', coalesce(CASE WHEN min(published) = max(published) THEN ' of ' || pg_temp.day(min(published))
	ELSE ' of ' || pg_temp.day(min(published)) || ' to ' || pg_temp.day(max(published)) END, '')
FROM article;

-- The figures for the chart; < cannot end the script element it stands in.
INSERT INTO slot
SELECT 'figures', replace(coalesce(jsonb_agg(jsonb_build_object('item', format('t-%s-%s', id, toll_no),
		'kind', kind, 'low', low, 'high', high, 'best', best, 'number', number, 'whom', whom,
		'counts', scope IN ('incident', 'cumulative'), 'negated', negated, 'reporter', no,
		'name', coalesce(pg_temp.brief(reporter.name, 40), 'the articles themselves'),
		'day', day, 'article', place_no)
	ORDER BY of_kind DESC, kind, day NULLS LAST, place_no, toll_no), '[]')::text, '<', '\u003c')
FROM figure JOIN reporter ON figure.source_key IS NOT DISTINCT FROM reporter.source_key;

INSERT INTO slot
SELECT 'figure_rows', string_agg(concat_ws(E'\n', '<tr>',
	format('<td>%s</td><td class="count">%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td>',
		kind, pg_temp.html(number), pg_temp.html(whom), pg_temp.reporter(source_key, name),
		coalesce(pg_temp.day(day), '–'), scope || CASE WHEN negated THEN ', denied' ELSE '' END,
		pg_temp.html(place),
		format('<a href="#t-%s-%s">%s</a>', id, toll_no, pg_temp.html(name))), '</tr>'), E'\n'
	ORDER BY of_kind DESC, kind, day NULLS LAST, place_no, toll_no)
FROM figure;

-- One line for each number: who says so, and which others it is compared to.
CREATE FUNCTION pg_temp.comparisons(contradicting boolean, link text) RETURNS text
LANGUAGE sql STABLE
RETURN (
	WITH said AS (
		SELECT kind, whom, scope, toll, string_agg(DISTINCT pg_temp.reporter(source_key, name), ' ') AS reporters
		FROM pg_temp.stated
		GROUP BY kind, whom, scope, toll),
	line AS (
		SELECT c.kind, c.whom, c.scope, c.toll, format(
			'<li><div class="value"><b>%s</b> %s</div><div class="others"><span class="link">%s</span> %s</div></li>',
			pg_temp.html(c.number), a.reporters, link,
			string_agg(format('<span class="value"><b>%s</b> %s</span>', pg_temp.html(c.other_number), b.reporters), ' '
				ORDER BY c.other)) AS html
		FROM pg_temp.comparison AS c JOIN said AS a USING (kind, whom, scope, toll)
			JOIN said AS b ON (b.kind, b.whom, b.scope, b.toll) = (c.kind, c.whom, c.scope, c.other)
		WHERE c.contradict = contradicting
		GROUP BY c.kind, c.whom, c.scope, c.toll, c.number, a.reporters),
	block AS (
		SELECT (array_agg(toll ORDER BY toll))[1] AS least, format('<h4>%s <span>%s, %s</span></h4><ul>%s</ul>', kind, pg_temp.html(whom),
			scope, string_agg(html, E'\n' ORDER BY toll)) AS html
		FROM line
		GROUP BY kind, whom, scope)
	SELECT coalesce(string_agg(html, E'\n' ORDER BY least), '<p class="none">None.</p>') FROM block);

INSERT INTO slot VALUES
	('contradictions', pg_temp.comparisons(true, 'cannot be')),
	('agreements', pg_temp.comparisons(false, 'can be'));

INSERT INTO slot
SELECT 'denials', coalesce(string_agg(format(
	'<tr id="d-%s-%s"><td><b>%s</b>%s</td><td><i>%s</i> %s</td><td>%s</td><td><a href="#c-%s-%s">%s</a></td></tr>',
	d.id, d.claim_no, pg_temp.html(coalesce(d.source_name, 'nobody named')),
	pg_temp.role(d.source_kind, d.source_role),
	pg_temp.html(d.cue), pg_temp.html(pg_temp.brief(d.content, 240)),
	CASE WHEN d.other_no IS NULL THEN '–' ELSE format('<b>%s</b> <a href="#c-%s-%s">%s</a>', pg_temp.html(d.other_name),
		d.id, d.other_no, pg_temp.html(pg_temp.brief(d.other_content, 160))) END,
	d.id, d.claim_no, pg_temp.html(a.name)), E'\n' ORDER BY a.place_no, d.claim_no),
	'<tr><td colspan="4" class="none">Nobody denies anything.</td></tr>')
FROM denial AS d JOIN article AS a USING (id);

INSERT INTO slot
SELECT 'sources', string_agg(html, E'\n' ORDER BY claims DESC, denials DESC, key)
FROM (
	SELECT source_key AS key, sum(claims) AS claims, sum(denials) AS denials, format(
		'<tr><td><b>%s</b>%s</td><td>%s</td><td class="count">%s</td><td class="count">%s</td><td class="count">%s</td></tr>',
		pg_temp.html(mode() WITHIN GROUP (ORDER BY source_name)),
		pg_temp.role(source_kind, mode() WITHIN GROUP (ORDER BY source_role)),
		source_kind, sum(claims), nullif(sum(denials), 0), count(DISTINCT id)) AS html
	FROM articles_sources_view
	WHERE claims > 0 AND source_kind <> 'unknown'
	GROUP BY source_kind, source_key
	ORDER BY claims DESC, denials DESC, source_key
	LIMIT 15) AS s;

-- What is known of each mark in an article: the list beside it, and the card
-- that appears over the mark.
CREATE TEMPORARY TABLE item AS
SELECT id, 1 AS part, claim_no AS no, format(
	'<li id="c-%s-%s" data-stance="%s"><b>%s</b>%s <i>%s</i> <q>%s</q><small>%s</small></li>',
	id, claim_no, CASE WHEN denies THEN 'deny' WHEN negated THEN 'state' ELSE stance END,
	pg_temp.html(coalesce(source_name, 'nobody named')),
	pg_temp.role(source_kind, source_role),
	pg_temp.html(cue), pg_temp.html(pg_temp.brief(content, 220)),
	pg_temp.html(concat_ws(' · ', CASE WHEN negated THEN 'does not ' ELSE '' END || stance,
		CASE WHEN denies AND stance <> 'deny' THEN 'denies it' END, source_kind,
		'has it from ' || via, nullif(certainty, 'certain'), quote || ' speech',
		'on ' || pg_temp.day(said_on), 'confidence ' || round(confidence, 2)))) AS html
FROM claim
UNION ALL
SELECT id, 2, toll_no, format(
	'<li id="t-%s-%s" data-stance="figure"><b>%s %s</b> %s <span class="by">%s</span><small>%s</small></li>',
	id, toll_no, pg_temp.html(number), kind, pg_temp.html(whom), pg_temp.reporter(source_key, name),
	pg_temp.html(concat_ws(' · ', '“' || pg_temp.brief(figure_text, 60) || '”', scope, 'in ' || place,
		pg_temp.day(day), CASE WHEN negated THEN 'the text says that it is not so' END,
		'confidence ' || round(confidence, 2))))
FROM figure;

INSERT INTO slot
SELECT 'article_list', string_agg(format('<li><a href="#a-%s">%s</a> <small>%s</small></li>', id,
	pg_temp.html(headline), pg_temp.html(concat_ws(', ', name, pg_temp.day(published)))), E'\n' ORDER BY place_no)
FROM article;

INSERT INTO slot
SELECT 'articles', string_agg(format(E'<article id="a-%s" data-article="%s">\n<header><h3>%s</h3><p>%s</p></header>\n'
	'<div class="text">%s</div>\n<aside><h4>%s</h4><ul>%s</ul><h4>%s</h4><ul>%s</ul></aside>\n</article>',
	a.id, a.id, pg_temp.html(headline), pg_temp.html(concat_ws(' · ', name, pg_temp.day(published))),
	news_highlight(body, digest),
	claims || CASE WHEN claims = 1 THEN ' claim' ELSE ' claims' END, coalesce(claim_items, ''), figures || CASE WHEN figures = 1 THEN ' figure' ELSE ' figures' END, coalesce(figure_items, '')),
	E'\n' ORDER BY place_no)
FROM article AS a JOIN articles_news AS n USING (id) CROSS JOIN LATERAL (
	SELECT count(*) FILTER (WHERE part = 1) AS claims, count(*) FILTER (WHERE part = 2) AS figures,
		string_agg(html, E'\n' ORDER BY no) FILTER (WHERE part = 1) AS claim_items,
		string_agg(html, E'\n' ORDER BY no) FILTER (WHERE part = 2) AS figure_items
	FROM item WHERE item.id = a.id) AS i;

INSERT INTO slot
SELECT 'engine', pg_temp.html(format('newsdesk %s, model %s, lexicon %s', version, model, lexicon))
FROM news_engine();

SELECT string_agg(CASE WHEN no % 2 = 1 THEN piece ELSE (SELECT coalesce(html, '') FROM slot WHERE name = piece) END,
	'' ORDER BY no)
FROM regexp_split_to_table(:'page', '\{\{|\}\}') WITH ORDINALITY AS p (piece, no);
