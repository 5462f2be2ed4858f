
-- tracking: a table of articles

CREATE FUNCTION @extschema@.news_track_check(articles regclass, body name, title name, published name)
RETURNS void
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	kind "char";
	persistence "char";
	owner regrole;
	"column" name;
BEGIN
	PERFORM @extschema@.news_require_owner(articles);
	SELECT relkind, relpersistence, relowner INTO kind, persistence, owner FROM pg_class WHERE oid = articles;
	IF kind NOT IN ('r', 'p') OR persistence = 't' THEN
		RAISE EXCEPTION '% cannot be tracked', articles
			USING ERRCODE = 'wrong_object_type', DETAIL = 'It must be a table, and not a temporary one.';
	END IF;
	IF NOT EXISTS (SELECT FROM pg_index WHERE indrelid = articles AND indisprimary) THEN
		RAISE EXCEPTION '% has no primary key', articles
			USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Add one: what is found is listed by it.';
	END IF;
	IF body IS NULL THEN
		RAISE EXCEPTION 'body must not be NULL' USING ERRCODE = 'null_value_not_allowed';
	END IF;
	FOREACH "column" IN ARRAY ARRAY[body, title] LOOP
		IF "column" IS NOT NULL AND (SELECT typcategory FROM pg_type
			WHERE oid = @extschema@.news_track_base_type(articles, "column")) <> 'S'
		THEN
			RAISE EXCEPTION 'column "%" of % is no text', "column", articles USING ERRCODE = 'datatype_mismatch';
		END IF;
	END LOOP;
	IF published IS NOT NULL AND @extschema@.news_track_base_type(articles, published)
		NOT IN ('date'::regtype, 'timestamp'::regtype, 'timestamptz'::regtype)
	THEN
		RAISE EXCEPTION 'column "%" of % is no date', published, articles
			USING ERRCODE = 'datatype_mismatch', HINT = 'It must be a date, timestamp or timestamptz.';
	END IF;
	IF NOT has_schema_privilege(owner, (SELECT pronamespace FROM pg_proc
			WHERE oid = '@extschema@.news_engine()'::regprocedure), 'USAGE')
	THEN
		RAISE EXCEPTION 'the owner of % may not use newsdesk', articles
			USING ERRCODE = 'insufficient_privilege',
				HINT = format('GRANT USAGE ON SCHEMA %s TO %s;', '@extschema@', owner);
	END IF;
END
$$;

COMMENT ON FUNCTION @extschema@.news_track_check(regclass, name, name, name) IS
'private: an error where a table cannot be tracked';

-- A table that was tracked before gets its tables again. Where the list of
-- tracked tables was not restored, its trigger still tells their names.
CREATE FUNCTION @extschema@.news_track_before(relation regclass)
RETURNS @extschema@.news_tracking
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	tracked @extschema@.news_tracking;
BEGIN
	SELECT * INTO tracked FROM @extschema@.news_tracking WHERE articles = relation;
	IF NOT FOUND THEN
		tracked.articles := relation;
		SELECT left(proname, -length('_news_track')), to_regclass(format('%I.%I', nspname, left(proname, -length('_track')))),
			to_regclass(format('%I.%I', nspname, left(proname, -length('_news_track')) || '_claims')),
			to_regclass(format('%I.%I', nspname, left(proname, -length('_news_track')) || '_tolls'))
		INTO tracked.stem, tracked.news, tracked.claims, tracked.tolls
		FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid JOIN pg_namespace ON pg_namespace.oid = pronamespace
		WHERE tgrelid = relation AND tgname = 'newsdesk_insert' AND proname LIKE '%\_news\_track';
	END IF;
	IF tracked.stem IS NULL OR NOT EXISTS (SELECT FROM pg_class WHERE oid = tracked.news) THEN
		tracked.stem := @extschema@.news_track_stem(relation);
		tracked.news := NULL;
	END IF;
	RETURN tracked;
END
$$;

COMMENT ON FUNCTION @extschema@.news_track_before(regclass) IS
'private: how a table was tracked before, or is to be';

CREATE FUNCTION @extschema@.news_track(articles regclass, body name, title name DEFAULT NULL, published name DEFAULT NULL,
	security_invoker boolean DEFAULT NULL)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	tracked @extschema@.news_tracking;
	others boolean;
BEGIN
	PERFORM @extschema@.news_track_check(articles, body, title, published);
	EXECUTE format('LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE', articles);
	tracked := @extschema@.news_track_before(articles);
	others := ROW(tracked.body, tracked.title, tracked.published) IS DISTINCT FROM ROW(body, title, published);
	tracked.body := body;
	tracked.title := title;
	tracked.published := published;
	tracked.security_invoker := COALESCE(security_invoker,
		(SELECT relrowsecurity FROM pg_class WHERE oid = articles));
	tracked.active := true;

	tracked := @extschema@.news_track_tables(tracked);
	DELETE FROM @extschema@.news_tracking AS t
	WHERE t.articles = tracked.articles OR NOT EXISTS (SELECT FROM pg_class WHERE oid = t.articles);
	INSERT INTO @extschema@.news_tracking SELECT tracked.*;
	PERFORM @extschema@.news_track_triggers(tracked);
	IF others THEN
		EXECUTE format('UPDATE %s SET state = ''stale'' WHERE state <> ''stale''', tracked.news);
	END IF;
	PERFORM @extschema@.news_track_views(tracked);
	PERFORM @extschema@.news_track_row_security(tracked);
END
$$;

COMMENT ON FUNCTION @extschema@.news_track(regclass, name, name, name, boolean) IS
'keeps a table of articles analysed from now on: makes tables of claims and tolls beside it, triggers, and views; called again, it changes the options';

CREATE FUNCTION @extschema@.news_untrack(articles regclass)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	tracked @extschema@.news_tracking := @extschema@.news_tracking_of(articles);
	drop_trigger text;
BEGIN
	FOR drop_trigger IN
		SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass)
		FROM pg_trigger
		WHERE NOT tgisinternal AND tgname IN ('newsdesk_insert', 'newsdesk_update', 'newsdesk_delete', 'newsdesk_truncate')
			AND (tgrelid IN (SELECT @extschema@.news_track_members(tracked.articles)) OR tgrelid = tracked.news)
	LOOP
		EXECUTE drop_trigger;
	END LOOP;
	EXECUTE format('DROP FUNCTION IF EXISTS %s(), %s()',
		@extschema@.news_track_name(tracked, '_news_track'), @extschema@.news_track_name(tracked, '_news_rows'));
	EXECUTE format('DROP VIEW IF EXISTS %s', @extschema@.news_track_name(tracked, '_text'));
	UPDATE @extschema@.news_tracking AS t SET active = false WHERE t.articles = tracked.articles;
END
$$;

COMMENT ON FUNCTION @extschema@.news_untrack(regclass) IS
'keeps a table analysed no longer; what was found stays';
