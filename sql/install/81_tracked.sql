
-- tracking: how far it is

-- Who asks runs nothing that the owner of a table may have planted: relations
-- are locked, then looked at, and only then counted; row security is off,
-- which is an error where it would have to apply.
CREATE FUNCTION @extschema@.news_tracked_counts(tracked @extschema@.news_tracking,
	OUT "rows" bigint, OUT analysed bigint, OUT stale bigint, OUT failed bigint, OUT missing bigint,
	OUT last_analysed timestamptz)
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
SET row_security = off
AS $$
BEGIN
	EXECUTE format('LOCK TABLE %s, %s IN ACCESS SHARE MODE', tracked.articles, tracked.news);
	IF (SELECT count(*) FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
		WHERE pg_class.oid = tracked.news AND relkind = 'r' AND (attname, atttypid) IN (
			('state', 'text'::regtype), ('engine', 'text'::regtype), ('analysed_at', 'timestamptz'::regtype))) = 3
		AND (SELECT relkind IN ('r', 'p') FROM pg_class WHERE oid = tracked.articles)
	THEN
		EXECUTE format('SELECT count(*) FILTER (WHERE n.state = ''analysed'' AND n.engine = $1), '
			'count(*) FILTER (WHERE n.state = ''stale'' OR n.engine <> $1), '
			'count(*) FILTER (WHERE n.state = ''failed'' AND n.engine = $1), count(*), max(n.analysed_at) '
			'FROM %s AS n', tracked.news)
		INTO analysed, stale, failed, missing, last_analysed USING @extschema@.news_engine_id();
		EXECUTE format('SELECT count(*) FROM %s', tracked.articles) INTO "rows";
		missing := greatest("rows" - missing, 0);
	END IF;
EXCEPTION WHEN insufficient_privilege OR undefined_table THEN
	NULL;
END
$$;

COMMENT ON FUNCTION @extschema@.news_tracked_counts(@extschema@.news_tracking) IS
'private: counts of a tracked table, NULL for those who may not read it';

CREATE FUNCTION @extschema@.news_tracked_problem(tracked @extschema@.news_tracking)
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT NULLIF(concat_ws('; ',
		CASE WHEN NOT tracked.active THEN 'not tracked any longer' END,
		(SELECT 'no column ' || string_agg(name, ', ')
			FROM unnest(ARRAY[tracked.body, tracked.title, tracked.published]) AS name
			WHERE name IS NOT NULL AND NOT EXISTS (SELECT FROM pg_attribute
				WHERE attrelid = tracked.articles AND attname = name AND NOT attisdropped)
			HAVING count(*) > 0),
		(SELECT 'no table ' || string_agg(ending, ', ')
			FROM (VALUES (tracked.news, 'of analyses'), (tracked.claims, 'of claims'), (tracked.tolls, 'of tolls')) AS v (relation, ending)
			WHERE NOT EXISTS (SELECT FROM pg_class WHERE oid = relation)
			HAVING count(*) > 0),
		(SELECT 'no triggers on ' || string_agg(member::text, ', ' ORDER BY member::text)
			FROM @extschema@.news_track_members(tracked.articles) AS member
			WHERE tracked.active AND (SELECT count(*) FROM pg_trigger
				WHERE tgrelid = member AND tgname ~ '^newsdesk_' AND tgenabled IN ('O', 'A')) < 4
			HAVING count(*) > 0),
		(SELECT 'row security is on, but the views do not use it' FROM pg_class
			WHERE oid = tracked.articles AND relrowsecurity AND NOT tracked.security_invoker)), '');
END;

COMMENT ON FUNCTION @extschema@.news_tracked_problem(@extschema@.news_tracking) IS
'private: why a table is not kept in step, NULL where it is';

CREATE VIEW @extschema@.news_tracked AS
SELECT c.oid::regclass::text AS articles, t.active AS tracked, counts."rows", counts.analysed, counts.stale,
	counts.failed, counts.missing, counts.last_analysed,
	run.started_at AS backfill_started, run.updated_at AS backfill_updated, run.finished_at AS backfill_finished,
	@extschema@.news_tracked_problem(t) AS problem
FROM @extschema@.news_tracking AS t JOIN pg_catalog.pg_class AS c ON c.oid = t.articles
	CROSS JOIN LATERAL @extschema@.news_tracked_counts(t) AS counts
	LEFT JOIN LATERAL (SELECT * FROM @extschema@.news_backfill_run AS r WHERE r.articles = t.articles
		ORDER BY r.started_at DESC LIMIT 1) AS run ON true;

COMMENT ON VIEW @extschema@.news_tracked IS
'tables under news_track: how much is analysed, and how much is not; counts every row when asked';
COMMENT ON COLUMN @extschema@.news_tracked.articles IS 'the table of articles';
COMMENT ON COLUMN @extschema@.news_tracked.tracked IS 'false after news_untrack';
COMMENT ON COLUMN @extschema@.news_tracked."rows" IS 'articles; NULL, as the other counts, for those who may not read the table';
COMMENT ON COLUMN @extschema@.news_tracked.analysed IS 'articles analysed by the engine of today';
COMMENT ON COLUMN @extschema@.news_tracked.stale IS 'articles analysed by an older engine, or from other columns: news_backfill renews them';
COMMENT ON COLUMN @extschema@.news_tracked.failed IS 'articles that could not be analysed; the table of analyses tells why';
COMMENT ON COLUMN @extschema@.news_tracked.missing IS 'articles that were never analysed: news_backfill does it';
COMMENT ON COLUMN @extschema@.news_tracked.last_analysed IS 'when an article was analysed last';
COMMENT ON COLUMN @extschema@.news_tracked.backfill_started IS 'when news_backfill was last called';
COMMENT ON COLUMN @extschema@.news_tracked.backfill_updated IS 'when it finished its last batch';
COMMENT ON COLUMN @extschema@.news_tracked.backfill_finished IS 'when it ended; NULL while it runs, or where it was interrupted';
COMMENT ON COLUMN @extschema@.news_tracked.problem IS 'what is wrong, NULL where nothing is; news_track puts it right';

GRANT SELECT ON @extschema@.news_tracked TO PUBLIC;
