
-- tracking: the triggers
--
-- Triggers tell which articles were touched; what is to be done is read from
-- the table as it is then, since triggers of the user may have been there first.

-- A view follows when table or columns are renamed.
CREATE FUNCTION @extschema@.news_track_make_texts(tracked @extschema@.news_tracking)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	texts text := @extschema@.news_track_name(tracked, '_text');
	owner regrole := (SELECT relowner FROM pg_class WHERE oid = tracked.articles);
BEGIN
	EXECUTE format('CREATE OR REPLACE VIEW %s AS SELECT %s, %s AS body, %s AS title, %s AS published FROM %s AS a',
		texts, @extschema@.news_track_join(tracked.articles, tracked.news, 'a.%1$s AS %2$s'),
		@extschema@.news_track_text(tracked.body), @extschema@.news_track_text(tracked.title),
		@extschema@.news_track_day(tracked.articles, tracked.published), tracked.articles);
	EXECUTE format('COMMENT ON VIEW %s IS %L', texts,
		'what newsdesk reads of the articles; not for dashboards, see the other views');
	EXECUTE (SELECT string_agg(format('COMMENT ON COLUMN %s.%s IS ''key of the article''', texts, side_name), ';')
		FROM @extschema@.news_track_keys(tracked.articles, tracked.news));
	EXECUTE format('COMMENT ON COLUMN %1$s.body IS ''text of the article'';'
		'COMMENT ON COLUMN %1$s.title IS ''title of the article, NULL where none is tracked'';'
		'COMMENT ON COLUMN %1$s.published IS ''day of publication in UTC, NULL where none is tracked''', texts);
	PERFORM @extschema@.news_track_own('VIEW', texts, owner);
END
$$;

COMMENT ON FUNCTION @extschema@.news_track_make_texts(@extschema@.news_tracking) IS
'private: makes the view of what is analysed';

-- SQL that writes analyses: of rows with the key of an article, its digest and,
-- where there is none, an error. The engine is asked once for all rows.
CREATE FUNCTION @extschema@.news_track_write(tracked @extschema@.news_tracking, analyses text)
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT format($sql$INSERT INTO %1$s AS kept (%2$s, digest, engine, state, error, analysed_at)
	SELECT %3$s, r.digest, (SELECT %4$s.news_engine_id()),
		CASE WHEN r.error IS NULL THEN 'analysed' ELSE 'failed' END, r.error, clock_timestamp()
	FROM (%5$s) AS r
	ON CONFLICT (%2$s) DO UPDATE SET digest = excluded.digest, engine = excluded.engine,
		state = excluded.state, error = excluded.error, analysed_at = excluded.analysed_at$sql$,
		tracked.news, @extschema@.news_track_join(tracked.articles, tracked.news, '%2$s'),
		@extschema@.news_track_join(tracked.articles, tracked.news, 'r.%2$s'), '@extschema@', analyses);
END;

COMMENT ON FUNCTION @extschema@.news_track_write(@extschema@.news_tracking, text) IS
'private: SQL that writes analyses';

-- SQL that analyses articles: of rows with their keys, and a condition. OFFSET
-- keeps the digest from being computed for each use.
CREATE FUNCTION @extschema@.news_track_analyse(tracked @extschema@.news_tracking, touched text)
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT format($sql$
		SELECT t.*, %1$s.news_digest_error(t.digest) AS error
		FROM (SELECT %2$s, %1$s.news_digest(t.body, t.title, t.published) AS digest
			FROM %3$s AS t%4$s OFFSET 0) AS t$sql$,
		'@extschema@', @extschema@.news_track_join(tracked.articles, tracked.news, 't.%2$s'),
		@extschema@.news_track_name(tracked, '_text'), touched);
END;

COMMENT ON FUNCTION @extschema@.news_track_analyse(@extschema@.news_tracking, text) IS
'private: SQL that analyses articles';

-- All articles in one statement. Where that fails, one by one, so that only
-- those that cannot be analysed are recorded as failed.
CREATE FUNCTION @extschema@.news_track_renewal(tracked @extschema@.news_tracking, touched text)
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT format($sql$	BEGIN
		%1$s;
	EXCEPTION WHEN OTHERS THEN
		IF left(SQLSTATE, 2) IN ('40', '55', '57') THEN
			RAISE;
		END IF;
		FOR article IN %2$s
		LOOP
			BEGIN
				%3$s;
			EXCEPTION WHEN OTHERS THEN
				IF left(SQLSTATE, 2) IN ('40', '55', '57') THEN
					RAISE;
				END IF;
				GET STACKED DIAGNOSTICS problem = MESSAGE_TEXT;
				problem := SQLSTATE || ': ' || problem;
				%4$s;
			END;
		END LOOP;
	END;
$sql$,
		@extschema@.news_track_write(tracked, @extschema@.news_track_analyse(tracked,
			format(' JOIN (%s) AS touched ON %s', touched,
				@extschema@.news_track_join(tracked.articles, tracked.news, 't.%2$s %3$s touched.%2$s', ' AND ')))),
		touched,
		@extschema@.news_track_write(tracked, @extschema@.news_track_analyse(tracked, ' WHERE '
			|| @extschema@.news_track_join(tracked.articles, tracked.news, 't.%2$s %3$s article.%2$s', ' AND '))),
		@extschema@.news_track_write(tracked, format('SELECT %s, NULL::%s.news_digest AS digest, problem AS error',
			@extschema@.news_track_join(tracked.articles, tracked.news, 'article.%2$s'), '@extschema@')));
END;

COMMENT ON FUNCTION @extschema@.news_track_renewal(@extschema@.news_tracking, text) IS
'private: PL/pgSQL that analyses articles and never fails for their sake';

CREATE FUNCTION @extschema@.news_track_removal(tracked @extschema@.news_tracking, touched text)
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT format('DELETE FROM %s AS kept USING (%s) AS touched WHERE %s AND NOT EXISTS (SELECT FROM %s AS t WHERE %s)',
		tracked.news, touched,
		@extschema@.news_track_join(tracked.articles, tracked.news, 'kept.%2$s %3$s touched.%2$s', ' AND '),
		@extschema@.news_track_name(tracked, '_text'),
		@extschema@.news_track_join(tracked.articles, tracked.news, 't.%2$s %3$s touched.%2$s', ' AND '));
END;

COMMENT ON FUNCTION @extschema@.news_track_removal(@extschema@.news_tracking, text) IS
'private: SQL that removes the analyses of articles that are gone';

-- The function belongs to the owner of the table and writes with his rights,
-- so that whoever may write articles needs no other. All its names are
-- qualified, and nobody else may attach it to a table.
CREATE FUNCTION @extschema@.news_track_articles_function(tracked @extschema@.news_tracking, function text)
RETURNS text
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	inserted text := @extschema@.news_track_join(tracked.articles, tracked.news, 'n.%1$s AS %2$s');
	deleted text := @extschema@.news_track_join(tracked.articles, tracked.news, 'o.%1$s AS %2$s');
	changed text;
BEGIN
	inserted := format('SELECT %s FROM new_rows AS n', inserted);
	deleted := format('SELECT %s FROM old_rows AS o', deleted);
	-- A full join is hashed or merged, never a loop within a loop: the plan is
	-- kept, and may have been made for the update of a single row.
	changed := format('SELECT %s FROM old_rows AS o FULL JOIN new_rows AS n ON %s '
		'WHERE %s OR %s OR %s',
		@extschema@.news_track_join(tracked.articles, tracked.news, 'COALESCE(n.%1$s, o.%1$s) AS %2$s'),
		@extschema@.news_track_join(tracked.articles, tracked.news, 'o.%1$s %3$s n.%1$s', ' AND '),
		@extschema@.news_track_join(tracked.articles, tracked.news, 'o.%1$s IS NULL OR n.%1$s IS NULL', ' OR '),
		(SELECT string_agg(format('%s.news_text_changed(o.%I::text, n.%I::text)', '@extschema@', c, c), ' OR ')
			FROM unnest(ARRAY[tracked.body, tracked.title]) AS c WHERE c IS NOT NULL),
		CASE WHEN tracked.published IS NULL THEN 'false'
			ELSE format('o.%1$I IS DISTINCT FROM n.%1$I', tracked.published) END);

	RETURN format($sql$CREATE OR REPLACE FUNCTION %1$s() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $track$
#variable_conflict use_column
DECLARE
	article record;
	problem text;
BEGIN
	IF TG_OP = 'INSERT' THEN
%2$s
	ELSIF TG_OP = 'UPDATE' THEN
		%3$s;
%4$s
	ELSIF TG_OP = 'DELETE' THEN
		%5$s;
	ELSIF NOT EXISTS (SELECT FROM %6$s) THEN
		BEGIN
			TRUNCATE %7$s, %8$s, %9$s;
		EXCEPTION WHEN object_in_use OR feature_not_supported THEN
			DELETE FROM %7$s;
		END;
	ELSE
		DELETE FROM %7$s AS kept WHERE NOT EXISTS (SELECT FROM %6$s AS t WHERE %10$s);
	END IF;
	RETURN NULL;
EXCEPTION WHEN OTHERS THEN
	IF left(SQLSTATE, 2) IN ('40', '55', '57') THEN
		RAISE;
	END IF;
	GET STACKED DIAGNOSTICS problem = MESSAGE_TEXT;
	RAISE WARNING 'newsdesk could not follow a change of %%: %%', TG_RELID::regclass, problem
		USING HINT = 'Call news_track again, then news_backfill.';
	IF TG_OP = 'UPDATE' THEN
		BEGIN
			UPDATE %7$s AS kept SET state = 'stale', error = problem FROM old_rows AS o WHERE %11$s;
		EXCEPTION WHEN undefined_table OR undefined_column OR insufficient_privilege THEN
			NULL;
		END;
	END IF;
	RETURN NULL;
END
$track$
$sql$,
		function,
		@extschema@.news_track_renewal(tracked, inserted),
		@extschema@.news_track_removal(tracked, changed),
		@extschema@.news_track_renewal(tracked, changed),
		@extschema@.news_track_removal(tracked, deleted),
		@extschema@.news_track_name(tracked, '_text'), tracked.news, tracked.claims, tracked.tolls,
		@extschema@.news_track_join(tracked.articles, tracked.news, 't.%2$s %3$s kept.%2$s', ' AND '),
		@extschema@.news_track_join(tracked.articles, tracked.news, 'kept.%2$s %3$s o.%1$s', ' AND '));
END
$$;

COMMENT ON FUNCTION @extschema@.news_track_articles_function(@extschema@.news_tracking, text) IS
'private: SQL of the trigger function of a table of articles';

-- SQL that writes the rows of digests: of claims or tolls, of rows with the key
-- of an article and its digest. The user's own names of sources come in here.
CREATE FUNCTION @extschema@.news_track_rows(tracked @extschema@.news_tracking, kind text, digests text)
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT format($sql$SELECT %1$s, %2$s
	FROM %3$s AS n CROSS JOIN LATERAL %4$s.news_%5$s(n.digest) AS r
		LEFT JOIN %4$s.news_alias AS alias ON alias.key = %4$s.news_alias_key(r.source_key)$sql$,
		@extschema@.news_track_join(tracked.articles, tracked.news, 'n.%2$s'),
		string_agg(CASE c.name
			WHEN 'source' THEN
				format('COALESCE(%1$s.news_alias_source(alias.source, r.source), r.source) AS source', '@extschema@')
			WHEN 'source_kind' THEN
				format('COALESCE(%1$s.news_source_kind(alias.source), r.source_kind) AS source_kind', '@extschema@')
			WHEN 'source_key' THEN
				format('COALESCE(%1$s.news_source_key(alias.source), r.source_key) AS source_key', '@extschema@')
			ELSE 'r.' || c.name END, ', ' ORDER BY c.no),
		digests, '@extschema@', kind)
	FROM @extschema@.news_track_columns(format('%s.news_%s(%1$s.news_digest)', '@extschema@', kind)::regprocedure) AS c;
END;

COMMENT ON FUNCTION @extschema@.news_track_rows(@extschema@.news_tracking, text, text) IS
'private: SQL of the rows of digests';

CREATE FUNCTION @extschema@.news_track_insert(tracked @extschema@.news_tracking, kind text)
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT format('INSERT INTO %s (%s, %s) %s WHERE n.state <> ''stale''',
		CASE kind WHEN 'claims' THEN tracked.claims ELSE tracked.tolls END,
		@extschema@.news_track_join(tracked.articles, tracked.news, '%2$s'),
		string_agg(c.name, ', ' ORDER BY c.no),
		@extschema@.news_track_rows(tracked, kind, 'new_rows'))
	FROM @extschema@.news_track_columns(format('%s.news_%s(%1$s.news_digest)', '@extschema@', kind)::regprocedure) AS c;
END;

COMMENT ON FUNCTION @extschema@.news_track_insert(@extschema@.news_tracking, text) IS
'private: SQL that adds the claims or tolls of new analyses';

-- Analyses that become stale keep their rows until they are renewed.
CREATE FUNCTION @extschema@.news_track_news_function(tracked @extschema@.news_tracking, function text)
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT format($sql$CREATE OR REPLACE FUNCTION %1$s() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $rows$
#variable_conflict use_column
BEGIN
	IF TG_OP = 'UPDATE' THEN
		DELETE FROM %2$s AS r USING new_rows AS n WHERE %4$s AND n.state <> 'stale';
		DELETE FROM %3$s AS r USING new_rows AS n WHERE %4$s AND n.state <> 'stale';
	END IF;
	%5$s;
	%6$s;
	RETURN NULL;
END
$rows$
$sql$,
		function, tracked.claims, tracked.tolls,
		@extschema@.news_track_join(tracked.articles, tracked.news, 'r.%2$s %3$s n.%2$s', ' AND '),
		@extschema@.news_track_insert(tracked, 'claims'), @extschema@.news_track_insert(tracked, 'tolls'));
END;

COMMENT ON FUNCTION @extschema@.news_track_news_function(@extschema@.news_tracking, text) IS
'private: SQL of the trigger function of a table of analyses';

CREATE FUNCTION @extschema@.news_track_attach(relation regclass, function text)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	event record;
BEGIN
	FOR event IN SELECT * FROM (VALUES
		('insert', 'REFERENCING NEW TABLE AS new_rows'),
		('update', 'REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows'),
		('delete', 'REFERENCING OLD TABLE AS old_rows'),
		('truncate', '')) AS e (name, tables)
	LOOP
		EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER %s ON %s %s FOR EACH STATEMENT EXECUTE FUNCTION %s()',
			'newsdesk_' || event.name, event.name, relation, event.tables, function);
	END LOOP;
END
$$;

COMMENT ON FUNCTION @extschema@.news_track_attach(regclass, text) IS
'private: makes the triggers of a table of articles, or of a partition';

-- A statement on a partition fires the triggers of that partition only, one on
-- the whole table only those of the whole.
CREATE FUNCTION @extschema@.news_track_members(articles regclass)
RETURNS SETOF regclass
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT oid::regclass FROM pg_class WHERE oid = articles
	UNION
	SELECT relid FROM pg_partition_tree(articles) JOIN pg_class ON pg_class.oid = relid WHERE relkind IN ('r', 'p');
END;

COMMENT ON FUNCTION @extschema@.news_track_members(regclass) IS
'private: a table and its partitions';

CREATE FUNCTION @extschema@.news_track_triggers(tracked @extschema@.news_tracking)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	owner regrole := (SELECT relowner FROM pg_class WHERE oid = tracked.articles);
	on_articles text := @extschema@.news_track_name(tracked, '_news_track');
	on_news text := @extschema@.news_track_name(tracked, '_news_rows');
	function text;
BEGIN
	PERFORM @extschema@.news_track_make_texts(tracked);
	EXECUTE @extschema@.news_track_articles_function(tracked, on_articles);
	EXECUTE @extschema@.news_track_news_function(tracked, on_news);
	FOREACH function IN ARRAY ARRAY[on_articles, on_news] LOOP
		EXECUTE format('REVOKE ALL ON FUNCTION %s() FROM PUBLIC', function);
		EXECUTE format('COMMENT ON FUNCTION %s() IS %L', function, 'made by news_track for ' || tracked.articles);
		PERFORM @extschema@.news_track_own('FUNCTION', function || '()', owner);
	END LOOP;
	PERFORM @extschema@.news_track_attach(member, on_articles)
	FROM @extschema@.news_track_members(tracked.articles) AS member;
	EXECUTE format('CREATE OR REPLACE TRIGGER newsdesk_insert AFTER INSERT ON %s '
		'REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION %s()', tracked.news, on_news);
	EXECUTE format('CREATE OR REPLACE TRIGGER newsdesk_update AFTER UPDATE ON %s '
		'REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION %s()', tracked.news, on_news);
END
$$;

COMMENT ON FUNCTION @extschema@.news_track_triggers(@extschema@.news_tracking) IS
'private: makes, or makes again, the trigger functions and triggers';
