-- news_highlight: an article as HTML, with what was found in it marked.
\pset format unaligned
\pset tuples_only on
SELECT news_highlight(body, news_digest(body)) FROM (VALUES
($$Fire in <Harbour Street>

"At least 7 people were killed & 'nobody' is missing," Jane Roe, the mayor, said.
The police denied that.$$)) AS a (body);
\pset tuples_only off
\pset format aligned

-- every element is closed, and the text is all there, in order (one article is
-- nothing but white space of kinds that \s does not know)
CREATE TABLE shown AS
SELECT name, body, news_digest(body, NULL, '2031-05-15') AS digest,
	news_highlight(body, news_digest(body, NULL, '2031-05-15')) AS html FROM article;
SELECT count(*) FILTER (WHERE regexp_count(html, '<span ') <> regexp_count(html, '</span>')
		OR regexp_count(html, '<p>') <> regexp_count(html, '</p>')) AS broken,
	count(*) FILTER (WHERE regexp_replace(regexp_replace(html, '<[^>]*>', '', 'g'), '\s', '', 'g')
		<> regexp_replace(replace(replace(replace(replace(replace(body, '&', '&amp;'), '<', '&lt;'),
			'>', '&gt;'), '"', '&quot;'), '''', '&#39;'), '\s', '', 'g') AND name <> 'blank') AS not_the_text,
	count(*) FILTER (WHERE html ~ 'nd-claim') > 0 AS marked
FROM shown;
SELECT s.name FROM shown AS s, LATERAL news_claims(s.digest) AS c
WHERE c.source_key IS NOT NULL AND s.html !~ ('data-claim="' || c.claim_no || '" data-source="');

-- marks only where the digest's words stand
SELECT count(*) FILTER (WHERE news_highlight(' ' || body, digest) ~ '<span') AS shifted,
	count(*) FILTER (WHERE news_highlight(upper(body), digest) ~ '<span') AS upper,
	count(*) FILTER (WHERE news_highlight(body || ' More.', digest) !~ '<span' AND html ~ '<span') AS lost
FROM shown;

-- nothing to mark, nothing at all
SELECT news_highlight('A < B.', news_digest('', NULL)), news_highlight('', news_digest('', NULL)) = '' AS empty,
	news_highlight(NULL, news_digest('', NULL)) IS NULL AS no_body, news_highlight('A', NULL) IS NULL AS no_digest;
SELECT news_highlight(E'Control \x01 characters\x7f.', news_digest('', NULL)) AS replaced;
SELECT length(news_highlight(repeat('"No," Anna Ek said. ', 500), news_digest(repeat('"No," Anna Ek said. ', 500)))) > 10000 AS long;

-- too long to be read
SELECT news_highlight(repeat('Anna Ek said no. ', 2200000), news_digest('', NULL)) IS NULL AS none;
DROP TABLE shown;
