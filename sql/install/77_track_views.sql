
-- tracking: views for BI tools
--
-- They have plain column types only, and columns of the tables stand in them
-- as they are wherever that can be, so that conditions reach the indexes.

CREATE FUNCTION @extschema@.news_track_plain(expression text, type regtype)
RETURNS text
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT CASE
		WHEN type IN ('integer'::regtype, 'bigint'::regtype, 'numeric'::regtype, 'text'::regtype, 'date'::regtype,
			'timestamptz'::regtype, 'boolean'::regtype, 'double precision'::regtype) THEN expression
		WHEN type = 'smallint'::regtype THEN expression || '::integer'
		WHEN type = 'timestamp'::regtype THEN format('(%s AT TIME ZONE ''UTC'')', expression)
		ELSE expression || '::text' END;
END;

COMMENT ON FUNCTION @extschema@.news_track_plain(text, regtype) IS
'private: SQL of a key column in a type that every BI tool knows';

CREATE FUNCTION @extschema@.news_track_key_columns(tracked @extschema@.news_tracking, source text)
RETURNS text[]
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT array_agg(ARRAY[side_name,
		@extschema@.news_track_plain(source || '.' || side_name, @extschema@.news_track_base_type(tracked.articles, a.attname)),
		'key of the article'] ORDER BY no)
	FROM @extschema@.news_track_keys(tracked.articles, tracked.news) AS key
		JOIN pg_attribute AS a ON a.attrelid = tracked.articles AND quote_ident(a.attname) = key.name;
END;

COMMENT ON FUNCTION @extschema@.news_track_key_columns(@extschema@.news_tracking, text) IS
'private: key columns of a view: name, SQL, comment';

-- Dates and moments look the same in every session.
CREATE FUNCTION @extschema@.news_track_id(tracked @extschema@.news_tracking, source text, "number" text)
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT format('concat_ws(''/'', %s, %s)', string_agg(CASE type
			WHEN 'date'::regtype THEN format('to_char(%s, ''YYYY-MM-DD'')', part)
			WHEN 'timestamp'::regtype THEN format('to_char(%s, ''YYYY-MM-DD"T"HH24:MI:SS.US'')', part)
			WHEN 'timestamptz'::regtype THEN
				format('to_char(%s AT TIME ZONE ''UTC'', ''YYYY-MM-DD"T"HH24:MI:SS.US"Z"'')', part)
			ELSE part END, ', ' ORDER BY no), "number")
	FROM (SELECT source || '.' || side_name AS part, no, @extschema@.news_track_base_type(tracked.articles, a.attname) AS type
		FROM @extschema@.news_track_keys(tracked.articles, tracked.news) AS key
			JOIN pg_attribute AS a ON a.attrelid = tracked.articles AND quote_ident(a.attname) = key.name) AS k;
END;

COMMENT ON FUNCTION @extschema@.news_track_id(@extschema@.news_tracking, text, text) IS
'private: SQL of the key of a row of a view';

CREATE FUNCTION @extschema@.news_track_article_columns(tracked @extschema@.news_tracking)
RETURNS text[]
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT ARRAY[
		['published_at', @extschema@.news_track_moment(tracked.articles, tracked.published),
			'moment of publication; midnight in UTC where the table has a date; NULL where none is tracked'],
		['published_on', @extschema@.news_track_day(tracked.articles, tracked.published),
			'day of publication in UTC; NULL where none is tracked'],
		['title', @extschema@.news_track_text(tracked.title), 'title of the article; NULL where none is tracked']];
END;

COMMENT ON FUNCTION @extschema@.news_track_article_columns(@extschema@.news_tracking) IS
'private: columns of a view that tell of the article: name, SQL, comment';

-- A view reads with its owner's rights, whom no policy on the articles binds.
-- So it is empty for those whom one binds, unless it reads with theirs.
CREATE FUNCTION @extschema@.news_track_visible(tracked @extschema@.news_tracking)
RETURNS text
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT CASE WHEN tracked.security_invoker THEN 'true'
		ELSE format('NOT row_security_active(%L::regclass)', tracked.articles) END;
END;

COMMENT ON FUNCTION @extschema@.news_track_visible(@extschema@.news_tracking) IS
'private: SQL of the condition that row security of the articles holds';

CREATE FUNCTION @extschema@.news_track_view(tracked @extschema@.news_tracking, ending text, comment text,
	columns text[], source text)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	view text := @extschema@.news_track_name(tracked, ending);
	owner regrole := (SELECT relowner FROM pg_class WHERE oid = tracked.articles);
BEGIN
	EXECUTE format('CREATE OR REPLACE VIEW %s WITH (security_invoker = %s) AS SELECT %s %s', view,
		tracked.security_invoker,
		(SELECT string_agg(columns[i][2] || ' AS ' || columns[i][1], ', ' ORDER BY i) FROM generate_subscripts(columns, 1) AS i),
		source);
	EXECUTE format('COMMENT ON VIEW %s IS %L', view, comment);
	EXECUTE (SELECT string_agg(format('COMMENT ON COLUMN %s.%s IS %L', view, columns[i][1], columns[i][3]), ';')
		FROM generate_subscripts(columns, 1) AS i);
	PERFORM @extschema@.news_track_own('VIEW', view, owner);
END
$$;

COMMENT ON FUNCTION @extschema@.news_track_view(@extschema@.news_tracking, text, text, text[], text) IS
'private: makes a view of columns: name, SQL, comment';

CREATE FUNCTION @extschema@.news_track_claims_view(tracked @extschema@.news_tracking)
RETURNS void
LANGUAGE sql
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT @extschema@.news_track_view(tracked, '_claims_view',
		format('who says what in the articles of %s: attributed statements, without those in teasers and menus', tracked.articles),
		ARRAY[['claim_id', @extschema@.news_track_id(tracked, 'c', 'c.claim_no'), 'key of the claim: that of the article, and claim_no']]
		|| @extschema@.news_track_key_columns(tracked, 'c') || @extschema@.news_track_article_columns(tracked) || ARRAY[
		['claim_no', 'c.claim_no', 'number of the claim in its article'],
		['parent_no', 'c.parent_no', 'number of the claim that this one stands in'],
		['source', 'c.source::text', 'who says it, with where they have it from: media:cnn < anonymous:officials'],
		['source_kind', 'c.source_kind', 'person, country, organisation, media, anonymous, document or unknown'],
		['source_key', 'c.source_key', 'how the source is listed; the same for all its names in an article'],
		['source_name', 'c.source_name', 'name of the source as the article writes it at its fullest'],
		['source_role', 'c.source_role', 'role of the source: State Department spokesman'],
		['source_text', 'c.source_text', 'words for the source in this claim: he, the spokesman'],
		['via', 'NULLIF(array_to_string(c.via, '' < ''), '''')', 'where the source has it from, nearest first'],
		['cue', 'c.cue', 'words that attribute: said, did not confirm, according to'],
		['stance', 'c.stance', 'state, affirm, deny, concede, accuse, demand, promise, warn, believe, question or support'],
		['negated', 'c.negated', 'whether the attribution is negated: did not confirm'],
		['denies', 'c.denies', 'whether the source holds it untrue'],
		['certainty', 'c.certainty', 'certain or hedged'],
		['quote', 'c.quote', 'direct, mixed or indirect'],
		['content', 'c.content', 'what is said'],
		['sentence_no', 'c.sentence_no', 'number of the sentence, in the title or in the body'],
		['passage_kind', 'c.passage_kind', 'where it stands: title, headline, dateline, byline, body or caption'],
		['said_on', 'c.said_on', 'day that the article names for the saying'],
		['day', format('COALESCE(c.said_on, %s)', @extschema@.news_track_day(tracked.articles, tracked.published)),
			'day of the saying, or where that is not told, of publication'],
		['confidence', 'c.confidence::numeric(4,3)', 'chance that the claim is right, 0 to 1']],
		format('FROM %s AS c JOIN %s AS a ON %s WHERE c.passage_kind NOT IN (''related'', ''boilerplate'') AND %s',
			tracked.claims, tracked.articles,
			@extschema@.news_track_join(tracked.articles, tracked.news, 'a.%1$s %3$s c.%2$s', ' AND '),
			@extschema@.news_track_visible(tracked)));
END;

COMMENT ON FUNCTION @extschema@.news_track_claims_view(@extschema@.news_tracking) IS
'private: makes the view of claims';

CREATE FUNCTION @extschema@.news_track_tolls_view(tracked @extschema@.news_tracking)
RETURNS void
LANGUAGE sql
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT @extschema@.news_track_view(tracked, '_tolls_view',
		format('how many came to harm, by whose account, in the articles of %s: casualty figures, without those in teasers and menus',
			tracked.articles),
		ARRAY[['toll_id', @extschema@.news_track_id(tracked, 't', 't.toll_no'), 'key of the figure: that of the article, and toll_no']]
		|| @extschema@.news_track_key_columns(tracked, 't') || @extschema@.news_track_article_columns(tracked) || ARRAY[
		['toll_no', 't.toll_no', 'number of the figure in its article'],
		['text', 't.toll::text', 'kind and number, with its bounds: killed >=7, wounded ~300'],
		['kind', 't.kind', 'killed, wounded, casualties, missing, captured, detained, displaced, released or rescued'],
		['low', 't.low', 'the least number as stated; NULL for none, as in up to 500'],
		['high', 't.high', 'the greatest number as stated; NULL for none, as in at least 7'],
		['best', format('%s.news_toll_best(t.toll)', '@extschema@'), 'the one number nearest to what was said'],
		['hedge', 't.hedge', 'exact, at least, more than, at most, less than, almost, about, range or vague'],
		['is_minimum', 't.hedge IN (''at least'', ''more than'')', 'whether it may be more: at least 7'],
		['is_maximum', 't.hedge IN (''at most'', ''less than'')', 'whether it may be fewer: up to 500'],
		['is_estimate', 't.hedge IN (''about'', ''almost'', ''vague'')', 'whether it may be more or fewer: about 300'],
		['figure_text', 't.figure_text', 'words of the figure'],
		['victims', 't.victims', 'who came to harm, in the words of the article'],
		['victim_group', 't.victim_group', 'civilians, combatants, children, women, medics, journalists, aid workers, police, hostages or prisoners'],
		['place', 't.place', 'where it happened, in the words of the article'],
		['happened_from', 'lower(t.happened)', 'first day of what happened'],
		['happened_until', 'upper(t.happened) - 1', 'last day of what happened'],
		['scope', 't.scope', 'incident, cumulative, subset, planned or hypothetical'],
		['part_of', 't.part_of', 'toll_no of the figure that this one is a part of'],
		['negated', 't.negated', 'whether the figure is denied'],
		['claim_no', 't.claim_no', 'number of the claim that reports it; NULL where the article itself does'],
		['source_kind', 'c.source_kind', 'kind of who reports it'],
		['source_key', 't.source_key', 'who reports it; NULL where the article itself does'],
		['source_name', 'c.source_name', 'who reports it, as the article writes the name at its fullest'],
		['stance', 'c.stance', 'what the reporting claim does: state, deny, warn, ...'],
		['said_on', 'c.said_on', 'day that the article names for the saying'],
		['day', format('COALESCE(c.said_on, %s)', @extschema@.news_track_day(tracked.articles, tracked.published)),
			'day of the saying, or where that is not told, of publication'],
		['sentence_no', 't.sentence_no', 'number of the sentence, in the title or in the body'],
		['passage_kind', 't.passage_kind', 'where it stands: title, headline, dateline, byline, body or caption'],
		['confidence', 't.confidence::numeric(4,3)', 'how sure the reading is, 0 to 1']],
		format('FROM %s AS t JOIN %s AS a ON %s LEFT JOIN %s AS c ON %s AND c.claim_no = t.claim_no '
			'WHERE t.passage_kind NOT IN (''related'', ''boilerplate'') AND %s',
			tracked.tolls, tracked.articles,
			@extschema@.news_track_join(tracked.articles, tracked.news, 'a.%1$s %3$s t.%2$s', ' AND '),
			tracked.claims,
			@extschema@.news_track_join(tracked.articles, tracked.news, 'c.%2$s %3$s t.%2$s', ' AND '),
			@extschema@.news_track_visible(tracked)));
END;

COMMENT ON FUNCTION @extschema@.news_track_tolls_view(@extschema@.news_tracking) IS
'private: makes the view of tolls';

CREATE FUNCTION @extschema@.news_track_sources_view(tracked @extschema@.news_tracking)
RETURNS void
LANGUAGE sql
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT @extschema@.news_track_view(tracked, '_sources_view',
		format('who is a source of which article of %s: one row for each article and source', tracked.articles),
		ARRAY[['source_id', @extschema@.news_track_id(tracked, 's', 's.source_kind || '':'' || s.source_key'),
			'key of the row: that of the article, and the source']]
		|| @extschema@.news_track_key_columns(tracked, 's') || @extschema@.news_track_article_columns(tracked) || ARRAY[
		['source_kind', 's.source_kind', 'person, country, organisation, media, anonymous, document or unknown'],
		['source_key', 's.source_key', 'how the source is listed'],
		['source_name', 's.source_name', 'name of the source as the article writes it at its fullest'],
		['source_role', 's.source_role', 'role of the source: State Department spokesman'],
		['anonymous', 's.source_kind = ''anonymous''', 'whether it is persons without a name'],
		['claims', 's.claims', 'how many claims of the article are its'],
		['denials', 's.denials', 'how many of these deny what they tell'],
		['figures', 's.figures', 'how many casualty figures of the article it reports']],
		format($sql$FROM (
			SELECT %1$s, c.source_kind, c.source_key, min(c.source_name) AS source_name, min(c.source_role) AS source_role,
				count(*) AS claims, count(*) FILTER (WHERE c.denies) AS denials,
				sum((SELECT count(*) FROM %2$s AS t WHERE %3$s AND t.claim_no = c.claim_no))::bigint AS figures
			FROM %4$s AS c
			WHERE c.source_key IS NOT NULL AND c.passage_kind NOT IN ('related', 'boilerplate')
			GROUP BY %1$s, c.source_kind, c.source_key) AS s
			JOIN %5$s AS a ON %6$s WHERE %7$s$sql$,
			@extschema@.news_track_join(tracked.articles, tracked.news, 'c.%2$s'),
			tracked.tolls,
			@extschema@.news_track_join(tracked.articles, tracked.news, 't.%2$s %3$s c.%2$s', ' AND '),
			tracked.claims, tracked.articles,
			@extschema@.news_track_join(tracked.articles, tracked.news, 'a.%1$s %3$s s.%2$s', ' AND '),
			@extschema@.news_track_visible(tracked)));
END;

COMMENT ON FUNCTION @extschema@.news_track_sources_view(@extschema@.news_tracking) IS
'private: makes the view of sources';

CREATE FUNCTION @extschema@.news_track_daily_view(tracked @extschema@.news_tracking)
RETURNS void
LANGUAGE sql
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT @extschema@.news_track_view(tracked, '_daily',
		format('the articles of %s day by day: how many claims by source and stance, and which casualty figures by reporter, kind and scope',
			tracked.articles),
		ARRAY[
		['day', 'd.day', 'day of the saying, or where that is not told, of publication'],
		['measure', 'd.measure', 'claims: the row counts claims; figures: it sums up casualty figures'],
		['source_kind', 'd.source_kind', 'kind of who says it'],
		['source_key', 'd.source_key', 'who says it; NULL where nobody is named'],
		['source_name', 'd.source_name', 'a name that articles write for the source'],
		['stance', 'd.stance', 'of claims: state, affirm, deny, concede, accuse, demand, promise, warn, believe, question or support'],
		['kind', 'd.kind', 'of figures: killed, wounded, missing, ...'],
		['scope', 'd.scope', 'of figures: incident, cumulative, subset, planned or hypothetical'],
		['claims', 'd.claims', 'how many claims'],
		['denials', 'd.denials', 'how many of them deny what they tell'],
		['figures', 'd.figures', 'how many figures; those that are denied do not count'],
		['low', 'd.low', 'the least of their lower bounds'],
		['high', 'd.high', 'the greatest of their upper bounds'],
		['best', 'd.best', 'the figure in the middle']],
		format($sql$FROM (
			SELECT day, 'claims' AS measure, source_kind, source_key, min(source_name) AS source_name, stance,
				NULL::text AS kind, NULL::text AS scope, count(*) AS claims, count(*) FILTER (WHERE denies) AS denials,
				NULL::bigint AS figures, NULL::bigint AS low, NULL::bigint AS high, NULL::bigint AS best
			FROM %1$s GROUP BY day, source_kind, source_key, stance
			UNION ALL
			SELECT day, 'figures', source_kind, source_key, min(source_name), NULL,
				kind, scope, NULL, NULL,
				count(*), min(low), max(high), percentile_disc(0.5) WITHIN GROUP (ORDER BY best)
			FROM %2$s WHERE NOT negated GROUP BY day, source_kind, source_key, kind, scope) AS d$sql$,
			@extschema@.news_track_name(tracked, '_claims_view'), @extschema@.news_track_name(tracked, '_tolls_view')));
END;

COMMENT ON FUNCTION @extschema@.news_track_daily_view(@extschema@.news_tracking) IS
'private: makes the view of days';

CREATE FUNCTION @extschema@.news_track_views(tracked @extschema@.news_tracking)
RETURNS void
LANGUAGE sql
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT @extschema@.news_track_claims_view(tracked);
	SELECT @extschema@.news_track_tolls_view(tracked);
	SELECT @extschema@.news_track_sources_view(tracked);
	SELECT @extschema@.news_track_daily_view(tracked);
END;

COMMENT ON FUNCTION @extschema@.news_track_views(@extschema@.news_tracking) IS
'private: makes, or makes again, the views for BI tools';
