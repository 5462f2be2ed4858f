-- Conditions on claims and on digests.
CREATE TABLE match_article (id int PRIMARY KEY, digest news_digest);
INSERT INTO match_article VALUES
(1, news_digest($$The Morning Post, citing two officials, reported on Tuesday that at least 12 people had been killed at the old bridge, three of them children.
Jane Roe, the mayor, denied that the bridge was closed. "Three are dead," she said, "and nobody is missing."$$, 'Roe: three dead at the bridge')),
(2, news_digest($$The road is closed, the police said. Between 40 and 50 sailors were wounded in Ostend.$$::text)),
(3, news_digest('Nobody says a word here.'::text)),
(4, NULL);
CREATE TABLE match_claim AS
SELECT id, claim_no, source_key, stance, content, claim FROM match_article, LATERAL news_claims(digest);
SELECT id, claim_no, source_key, stance, content FROM match_claim ORDER BY id, claim_no;

-- the claims, and the articles, that meet a condition
SELECT query, array(SELECT id * 10 + claim_no FROM match_claim WHERE claim @@ query ORDER BY 1) AS claims,
	array(SELECT id FROM match_article WHERE digest @@ query ORDER BY 1) AS articles
FROM (SELECT text::news_query AS query, n FROM unnest(ARRAY[
	'bridge', 'bridges', 'bri*', '"old bridge"', '"bridge old"', 'Roe', 'missing | closed', '!bridge',
	'source:roe', 'source:"jane roe"', 'source:jane & stance:deny', '[source:post & stance:deny]',
	'source:post & stance:deny', 'via:officials', 'kind:media', 'kind:p*', 'quote:direct & dead',
	'certainty:hedged', 'cue:deny', 'victims:children', 'passage:title',
	'killed > 11', 'killed > 12', 'killed >? 12', 'killed >= 3', '[killed > 11 & source:post]',
	'[killed > 11 & source:roe]', 'wounded > 39', 'wounded 40..50', 'wounded =? 45', 'wounded 45..60', 'wounded < 51',
	'sailors', 'victims:sailors', '']) WITH ORDINALITY AS t (text, n)) AS q ORDER BY n;

-- the same from the other side
SELECT count(*) AS differences FROM match_claim, unnest(ARRAY['bridge', '!source:roe', 'killed >? 12']::news_query[]) AS query
WHERE (claim @@ query) IS DISTINCT FROM (query @@ claim);
SELECT count(*) AS differences FROM match_article, unnest(ARRAY['bridge', '!source:roe', 'killed >? 12']::news_query[]) AS query
WHERE (digest @@ query) IS DISTINCT FROM (query @@ digest);

-- nothing is neither met nor not
SELECT NULL::news_claim @@ 'bridge'::news_query AS claim, (SELECT digest FROM match_article WHERE id = 1) @@ NULL::news_query AS query;

-- many conditions at one place, each used again later
SELECT count(*) FILTER (WHERE claim @@ query) AS met
FROM match_claim, generate_series(1, 50), unnest(ARRAY['bridge', 'source:roe']::news_query[]) AS query;
