
-- backfill: articles that were there before, and analyses of an older engine

CREATE TABLE @extschema@.news_backfill_run (
	articles regclass,
	process integer,
	started_at timestamptz NOT NULL,
	updated_at timestamptz NOT NULL,
	finished_at timestamptz,
	analysed bigint NOT NULL,
	failed bigint NOT NULL,
	skipped bigint NOT NULL,
	PRIMARY KEY (articles, process)
);

COMMENT ON TABLE @extschema@.news_backfill_run IS
'what news_backfill is doing, and did last; one row for each table and server process';
COMMENT ON COLUMN @extschema@.news_backfill_run.articles IS 'the table of articles';
COMMENT ON COLUMN @extschema@.news_backfill_run.process IS 'the server process, as in pg_stat_activity';
COMMENT ON COLUMN @extschema@.news_backfill_run.started_at IS 'when it began';
COMMENT ON COLUMN @extschema@.news_backfill_run.updated_at IS 'when it finished its last batch';
COMMENT ON COLUMN @extschema@.news_backfill_run.finished_at IS 'when it ended; NULL while it runs, or where it was interrupted';
COMMENT ON COLUMN @extschema@.news_backfill_run.analysed IS 'how many articles it analysed';
COMMENT ON COLUMN @extschema@.news_backfill_run.failed IS 'how many more could not be analysed';
COMMENT ON COLUMN @extschema@.news_backfill_run.skipped IS 'how many more it left alone, because somebody else was changing them';

CREATE TRIGGER news_tracking_guard BEFORE INSERT OR UPDATE OR DELETE ON @extschema@.news_backfill_run
FOR EACH ROW EXECUTE FUNCTION @extschema@.news_tracking_guard('articles');

GRANT SELECT, INSERT, UPDATE, DELETE ON @extschema@.news_backfill_run TO PUBLIC;

-- Keys stand in this file as arrays of their text forms.

CREATE FUNCTION @extschema@.news_backfill_key(tracked @extschema@.news_tracking, source text)
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT format('ARRAY[%s]', string_agg(format('%s.%s::text', source, side_name), ', ' ORDER BY no))
	FROM @extschema@.news_track_keys(tracked.articles, tracked.news);
END;

COMMENT ON FUNCTION @extschema@.news_backfill_key(@extschema@.news_tracking, text) IS
'private: SQL of a key as an array of texts';

-- (a, b) > (1, 2) is written as a >= 1 AND (a > 1 OR a = 1 AND b > 2): each
-- column may have operators of its own, and the first condition is for the index.
CREATE FUNCTION @extschema@.news_backfill_after(tracked @extschema@.news_tracking, key text[], inclusive boolean)
RETURNS text
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	"column" record;
	condition text := inclusive::text;
	value text;
BEGIN
	IF key IS NULL THEN
		RETURN 'true';
	END IF;
	FOR "column" IN SELECT * FROM @extschema@.news_track_keys(tracked.articles, tracked.news) ORDER BY no DESC LOOP
		value := format('%L::%s', key["column".no], "column".type);
		condition := format('(%1$s %2$s t.%3$s OR t.%3$s %4$s %1$s AND %5$s)',
			value, "column".less, "column".side_name, "column".equals, condition);
		IF "column".no = 1 THEN
			condition := format('t.%s %s %s AND %s', "column".side_name, "column".at_least, value, condition);
		END IF;
	END LOOP;
	RETURN condition;
END
$$;

COMMENT ON FUNCTION @extschema@.news_backfill_after(@extschema@.news_tracking, text[], boolean) IS
'private: SQL of the condition that the key of t comes after a key, or is that';

CREATE FUNCTION @extschema@.news_backfill_between(tracked @extschema@.news_tracking, first text[], last text[])
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT format('%s AND t.%s %s %L::%s AND NOT (%s)', @extschema@.news_backfill_after(tracked, first, true),
		side_name, at_most, last[1], type, @extschema@.news_backfill_after(tracked, last, false))
	FROM @extschema@.news_track_keys(tracked.articles, tracked.news) WHERE no = 1;
END;

COMMENT ON FUNCTION @extschema@.news_backfill_between(@extschema@.news_tracking, text[], text[]) IS
'private: SQL of the condition that the key of t lies between two keys, or is one of them';

-- Failures are not tried again by the same engine, unless asked for.
CREATE FUNCTION @extschema@.news_backfill_needed(retry boolean)
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT format('(n.state IS NULL OR n.state = ''stale'' OR n.engine <> %L%s)', @extschema@.news_engine_id(),
		CASE WHEN retry THEN ' OR n.state = ''failed''' ELSE '' END);
END;

COMMENT ON FUNCTION @extschema@.news_backfill_needed(boolean) IS
'private: SQL of the condition that the analysis n of an article has to be made or renewed';

CREATE FUNCTION @extschema@.news_backfill_source(tracked @extschema@.news_tracking)
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT format('%s AS t LEFT JOIN %s AS n ON %s', @extschema@.news_track_name(tracked, '_text'), tracked.news,
		@extschema@.news_track_join(tracked.articles, tracked.news, 'n.%2$s %3$s t.%2$s', ' AND '));
END;

COMMENT ON FUNCTION @extschema@.news_backfill_source(@extschema@.news_tracking) IS
'private: SQL of articles t with their analyses n';

-- SQL that analyses some articles and writes what was found. Nothing is locked
-- while articles are analysed: the count makes sure that all are before the
-- first is locked and compared with what was read. So nobody who changes an
-- article waits for more than the writing.
CREATE FUNCTION @extschema@.news_backfill_renewal(tracked @extschema@.news_tracking, condition text)
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT format($sql$
		WITH analysed AS MATERIALIZED (
			SELECT %1$s, t.body, t.title, t.published, %2$s.news_digest(t.body, t.title, t.published) AS digest
			FROM %3$s WHERE %4$s),
		complete AS MATERIALIZED (SELECT count(digest) FROM analysed)
		SELECT %5$s, r.digest, %2$s.news_digest_error(r.digest) AS error
		FROM complete CROSS JOIN analysed AS r JOIN %6$s AS t ON %7$s
			AND NOT %2$s.news_text_changed(t.body, r.body) AND NOT %2$s.news_text_changed(t.title, r.title)
			AND t.published IS NOT DISTINCT FROM r.published
		ORDER BY %5$s FOR SHARE OF t SKIP LOCKED$sql$,
		@extschema@.news_track_join(tracked.articles, tracked.news, 't.%2$s'), '@extschema@',
		@extschema@.news_backfill_source(tracked), condition,
		@extschema@.news_track_join(tracked.articles, tracked.news, 'r.%2$s'),
		@extschema@.news_track_name(tracked, '_text'),
		@extschema@.news_track_join(tracked.articles, tracked.news, 't.%2$s %3$s r.%2$s', ' AND '));
END;

COMMENT ON FUNCTION @extschema@.news_backfill_renewal(@extschema@.news_tracking, text) IS
'private: SQL that analyses those articles that a condition on t and n chooses';

-- Articles are locked first, as by those who truncate them: with the analyses
-- first, each would wait for the other.
CREATE FUNCTION @extschema@.news_backfill_lock(tracked @extschema@.news_tracking)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
	EXECUTE format('LOCK TABLE %s IN ACCESS SHARE MODE', @extschema@.news_track_name(tracked, '_text'));
END
$$;

COMMENT ON FUNCTION @extschema@.news_backfill_lock(@extschema@.news_tracking) IS
'private: keeps the articles from being truncated until the transaction ends';

CREATE FUNCTION @extschema@.news_backfill_write(tracked @extschema@.news_tracking, analyses text,
	INOUT analysed bigint, INOUT failed bigint)
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	new_analysed bigint;
	new_failed bigint;
BEGIN
	EXECUTE format('WITH written AS (%s RETURNING kept.state) SELECT count(*) FILTER (WHERE state = ''analysed''), '
		'count(*) FILTER (WHERE state = ''failed'') FROM written', @extschema@.news_track_write(tracked, analyses))
	INTO new_analysed, new_failed;
	analysed := analysed + new_analysed;
	failed := failed + new_failed;
END
$$;

COMMENT ON FUNCTION @extschema@.news_backfill_write(@extschema@.news_tracking, text, bigint, bigint) IS
'private: writes analyses and counts them';

-- All articles between two keys at once, or where that fails one by one.
CREATE FUNCTION @extschema@.news_backfill_range(tracked @extschema@.news_tracking, first text[], last text[], needed text,
	OUT analysed bigint, OUT failed bigint)
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	span text := @extschema@.news_backfill_between(tracked, first, last);
	key text[];
	problem text;
BEGIN
	analysed := 0;
	failed := 0;
	BEGIN
		SELECT * INTO analysed, failed FROM @extschema@.news_backfill_write(tracked,
			@extschema@.news_backfill_renewal(tracked, needed || ' AND ' || span), analysed, failed);
	EXCEPTION WHEN OTHERS THEN
		IF left(SQLSTATE, 2) IN ('40', '55', '57') THEN
			RAISE;
		END IF;
		FOR key IN EXECUTE format('SELECT %s FROM %s WHERE %s AND %s', @extschema@.news_backfill_key(tracked, 't'),
			@extschema@.news_backfill_source(tracked), needed, span)
		LOOP
			BEGIN
				SELECT * INTO analysed, failed FROM @extschema@.news_backfill_write(tracked,
					@extschema@.news_backfill_renewal(tracked, @extschema@.news_backfill_between(tracked, key, key)),
					analysed, failed);
			EXCEPTION WHEN OTHERS THEN
				IF left(SQLSTATE, 2) IN ('40', '55', '57') THEN
					RAISE;
				END IF;
				GET STACKED DIAGNOSTICS problem = MESSAGE_TEXT;
				SELECT * INTO analysed, failed FROM @extschema@.news_backfill_write(tracked,
					(SELECT format('SELECT %s, NULL::%s.news_digest AS digest, %L AS error',
							string_agg(format('%L::%s AS %s', key[k.no], k.type, k.side_name), ', ' ORDER BY k.no),
							'@extschema@', SQLSTATE || ': ' || problem)
						FROM @extschema@.news_track_keys(tracked.articles, tracked.news) AS k),
					analysed, failed);
			END;
		END LOOP;
	END;
END
$$;

COMMENT ON FUNCTION @extschema@.news_backfill_range(@extschema@.news_tracking, text[], text[], text) IS
'private: analyses the articles between two keys that need it';

-- Processes share the work by a lock on the first key of a batch; who finds it
-- taken goes on to the next. Gives the last key of the batch, NULL at the end.
CREATE FUNCTION @extschema@.news_backfill_batch(articles regclass, batch integer, after text[], retry boolean)
RETURNS text[]
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	tracked @extschema@.news_tracking := @extschema@.news_tracking_of(articles);
	needed text := @extschema@.news_backfill_needed(retry);
	first text[];
	last text[];
	found_rows bigint;
	done record;
	run @extschema@.news_backfill_run;
BEGIN
	PERFORM @extschema@.news_backfill_lock(tracked);
	EXECUTE format('WITH batch AS MATERIALIZED ('
		'SELECT %1$s AS key, row_number() OVER (ORDER BY %2$s) AS no FROM %3$s WHERE %4$s AND %5$s ORDER BY %2$s LIMIT %6$s) '
		'SELECT (SELECT key FROM batch ORDER BY no LIMIT 1), (SELECT key FROM batch ORDER BY no DESC LIMIT 1), '
		'(SELECT count(*) FROM batch)',
		@extschema@.news_backfill_key(tracked, 't'), @extschema@.news_track_join(tracked.articles, tracked.news, 't.%2$s'),
		@extschema@.news_backfill_source(tracked), needed, @extschema@.news_backfill_after(tracked, after, false), batch)
	INTO first, last, found_rows;
	IF first IS NULL OR NOT pg_try_advisory_xact_lock(
		hashtextextended(format('newsdesk %s %s', articles::oid, first), 0))
	THEN
		RETURN last;
	END IF;

	done := @extschema@.news_backfill_range(tracked, first, last, needed);
	UPDATE @extschema@.news_backfill_run AS r SET analysed = r.analysed + done.analysed, failed = r.failed + done.failed,
		skipped = r.skipped + greatest(found_rows - done.analysed - done.failed, 0), updated_at = clock_timestamp()
	WHERE r.articles = tracked.articles AND r.process = pg_backend_pid()
	RETURNING * INTO run;
	RAISE NOTICE 'news_backfill of %: % analysed, % failed, % skipped', articles, run.analysed, run.failed, run.skipped;
	RETURN last;
END
$$;

COMMENT ON FUNCTION @extschema@.news_backfill_batch(regclass, integer, text[], boolean) IS
'private: analyses the next articles after a key that need it; gives the last key, NULL where there are none';

CREATE FUNCTION @extschema@.news_backfill_begin(relation regclass, batch integer)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	tracked @extschema@.news_tracking := @extschema@.news_tracking_of(relation);
BEGIN
	IF batch IS NULL OR batch < 1 THEN
		RAISE EXCEPTION 'batch must be at least 1' USING ERRCODE = 'invalid_parameter_value';
	END IF;
	PERFORM @extschema@.news_track_attach(member, @extschema@.news_track_name(tracked, '_news_track'))
	FROM @extschema@.news_track_members(tracked.articles) AS member
	WHERE NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = member AND tgname = 'newsdesk_insert');
	DELETE FROM @extschema@.news_backfill_run AS r
	WHERE r.articles = relation AND (r.finished_at IS NOT NULL OR r.process = pg_backend_pid()
		OR NOT EXISTS (SELECT FROM pg_stat_activity WHERE pid = r.process));
	INSERT INTO @extschema@.news_backfill_run
	VALUES (relation, pg_backend_pid(), clock_timestamp(), clock_timestamp(), NULL, 0, 0, 0);
END
$$;

COMMENT ON FUNCTION @extschema@.news_backfill_begin(regclass, integer) IS
'private: begins a run, and sees to partitions that came later';

CREATE FUNCTION @extschema@.news_backfill_end(relation regclass)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	tracked @extschema@.news_tracking := @extschema@.news_tracking_of(relation);
BEGIN
	PERFORM @extschema@.news_backfill_lock(tracked);
	EXECUTE format('DELETE FROM %s AS kept WHERE NOT EXISTS (SELECT FROM %s AS t WHERE %s)', tracked.news,
		@extschema@.news_track_name(tracked, '_text'),
		@extschema@.news_track_join(tracked.articles, tracked.news, 't.%2$s %3$s kept.%2$s', ' AND '));
	UPDATE @extschema@.news_backfill_run AS r SET updated_at = clock_timestamp(), finished_at = clock_timestamp()
	WHERE r.articles = relation AND r.process = pg_backend_pid();
END
$$;

COMMENT ON FUNCTION @extschema@.news_backfill_end(regclass) IS
'private: ends a run, and removes analyses of articles that are gone';

-- No SET clause: with one it could not commit. So it has no operators either,
-- and all that needs names is in functions.
CREATE PROCEDURE @extschema@.news_backfill(articles regclass, batch integer DEFAULT 500, retry boolean DEFAULT false)
LANGUAGE plpgsql
AS $$
DECLARE
	last pg_catalog.text[];
BEGIN
	PERFORM @extschema@.news_backfill_begin(articles, batch);
	COMMIT;
	LOOP
		last := @extschema@.news_backfill_batch(articles, batch, last, retry);
		COMMIT;
		EXIT WHEN last IS NULL;
	END LOOP;
	PERFORM @extschema@.news_backfill_end(articles);
END
$$;

COMMENT ON PROCEDURE @extschema@.news_backfill(regclass, integer, boolean) IS
'analyses what is missing, stale, or of an older engine, and with retry also what failed; commits after each batch of articles; several may run at once';
