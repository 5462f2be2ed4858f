
-- tracking: which tables are kept analysed, and how

CREATE FUNCTION @extschema@.news_require_owner(relation regclass)
RETURNS void
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	owner oid := (SELECT relowner FROM pg_class WHERE oid = relation);
BEGIN
	IF NOT pg_has_role(owner, 'USAGE') THEN
		RAISE EXCEPTION 'must be owner of %', relation
			USING ERRCODE = 'insufficient_privilege';
	END IF;
END
$$;

COMMENT ON FUNCTION @extschema@.news_require_owner(regclass) IS
'private: an error unless the current role has the rights of the relation''s owner';

CREATE FUNCTION @extschema@.news_tracking_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	versions jsonb[] := CASE TG_OP
		WHEN 'INSERT' THEN ARRAY[to_jsonb(NEW)]
		WHEN 'UPDATE' THEN ARRAY[to_jsonb(OLD), to_jsonb(NEW)]
		ELSE ARRAY[to_jsonb(OLD)] END;
	version jsonb;
	name text;
	relation text;
BEGIN
	FOREACH version IN ARRAY versions LOOP
		FOREACH name IN ARRAY TG_ARGV LOOP
			relation := version ->> name;
			PERFORM @extschema@.news_require_owner(
				-- a relation that is gone has a number for a name
				CASE WHEN relation ~ '^[0-9]+$' THEN relation::oid::regclass ELSE relation::regclass END);
		END LOOP;
	END LOOP;
	RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;

COMMENT ON FUNCTION @extschema@.news_tracking_guard() IS
'private: everybody may write about relations of their own, whose columns are the arguments';

-- Relations are known by OID, so that they may be renamed; pg_dump writes names.
CREATE TABLE @extschema@.news_tracking (
	articles regclass PRIMARY KEY,
	stem name NOT NULL,
	news regclass NOT NULL,
	claims regclass NOT NULL,
	tolls regclass NOT NULL,
	body name NOT NULL,
	title name,
	published name,
	security_invoker boolean NOT NULL,
	active boolean NOT NULL
);

COMMENT ON TABLE @extschema@.news_tracking IS
'tables that news_track keeps analysed; written by news_track and news_untrack';
COMMENT ON COLUMN @extschema@.news_tracking.articles IS 'the table of articles';
COMMENT ON COLUMN @extschema@.news_tracking.stem IS 'what the names of all that was made begin with';
COMMENT ON COLUMN @extschema@.news_tracking.news IS 'its digests';
COMMENT ON COLUMN @extschema@.news_tracking.claims IS 'its claims';
COMMENT ON COLUMN @extschema@.news_tracking.tolls IS 'its tolls';
COMMENT ON COLUMN @extschema@.news_tracking.body IS 'column of the text';
COMMENT ON COLUMN @extschema@.news_tracking.title IS 'column of the title, if any';
COMMENT ON COLUMN @extschema@.news_tracking.published IS 'column of the date of publication, if any';
COMMENT ON COLUMN @extschema@.news_tracking.security_invoker IS 'whether its views read with the rights of who asks';
COMMENT ON COLUMN @extschema@.news_tracking.active IS 'false after news_untrack';

CREATE TRIGGER news_tracking_guard BEFORE INSERT OR UPDATE OR DELETE ON @extschema@.news_tracking
FOR EACH ROW EXECUTE FUNCTION @extschema@.news_tracking_guard('articles', 'news', 'claims', 'tolls');

GRANT SELECT, INSERT, UPDATE, DELETE ON @extschema@.news_tracking TO PUBLIC;

SELECT pg_catalog.pg_extension_config_dump('@extschema@.news_tracking',
	'WHERE articles IN (SELECT oid FROM pg_catalog.pg_class)');

CREATE FUNCTION @extschema@.news_tracking_of(relation regclass)
RETURNS @extschema@.news_tracking
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	tracking @extschema@.news_tracking;
BEGIN
	SELECT * INTO tracking FROM @extschema@.news_tracking WHERE articles = relation AND active;
	IF NOT FOUND THEN
		RAISE EXCEPTION '% is not tracked', relation
			USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Call news_track first.';
	END IF;
	PERFORM @extschema@.news_require_owner(relation);
	RETURN tracking;
END
$$;

COMMENT ON FUNCTION @extschema@.news_tracking_of(regclass) IS
'private: how a table is tracked; an error where it is not, or belongs to somebody else';
