
-- the user's own names of sources

CREATE FUNCTION @extschema@.news_source_kind(source @extschema@.news_source)
RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
	SELECT pg_catalog.split_part(source::text, ':', 1);
END;

COMMENT ON FUNCTION @extschema@.news_source_kind(@extschema@.news_source) IS
'person, country, organisation, media, anonymous, document or unknown';

CREATE FUNCTION @extschema@.news_source_key(source @extschema@.news_source)
RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
	SELECT COALESCE(pg_catalog.regexp_replace(link[1], '\\(.)', '\1', 'g'), link[2])
	FROM pg_catalog.regexp_match(source::text, '^[a-z]+:(?:"((?:[^"\\]|\\.)*)"|((?:(?! < ).)*))') AS link;
END;

COMMENT ON FUNCTION @extschema@.news_source_key(@extschema@.news_source) IS
'how a source is listed, without its chain';

CREATE FUNCTION @extschema@.news_alias_key(name text)
RETURNS text
AS 'MODULE_PATHNAME', 'news_alias_key'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_alias_key(text) IS
'a name of a source in a form in which its spellings are equal: lower case, straight marks, no articles, owners behind';

CREATE TABLE @extschema@.news_alias (
	name text PRIMARY KEY,
	source @extschema@.news_source NOT NULL,
	key text NOT NULL UNIQUE GENERATED ALWAYS AS (@extschema@.news_alias_key(name)) STORED
);

COMMENT ON TABLE @extschema@.news_alias IS
'names of sources that the user knows better; used for tables under news_track when their rows are written, see news_alias_apply';
COMMENT ON COLUMN @extschema@.news_alias.name IS 'a name as articles write it, or as source_key has it';
COMMENT ON COLUMN @extschema@.news_alias.source IS 'who that is';
COMMENT ON COLUMN @extschema@.news_alias.key IS 'the name in the form in which it is compared, see news_alias_key';

GRANT SELECT ON @extschema@.news_alias TO PUBLIC;
GRANT INSERT, UPDATE, DELETE ON @extschema@.news_alias TO pg_database_owner WITH GRANT OPTION;

SELECT pg_catalog.pg_extension_config_dump('@extschema@.news_alias', '');

CREATE FUNCTION @extschema@.news_alias_source(alias @extschema@.news_source, source @extschema@.news_source)
RETURNS @extschema@.news_source
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
	SELECT (alias::text OPERATOR(pg_catalog.||) pg_catalog.regexp_replace(source::text,
		'^[a-z]+:(?:"(?:[^"\\]|\\.)*"|(?:(?! < ).)*)', ''))::@extschema@.news_source;
END;

COMMENT ON FUNCTION @extschema@.news_alias_source(@extschema@.news_source, @extschema@.news_source) IS
'private: the second source under the name of the first; its chain stays';

-- Digests keep what the article says, so rows are worked out from them again.
CREATE FUNCTION @extschema@.news_alias_apply(articles regclass)
RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	tracked @extschema@.news_tracking := @extschema@.news_tracking_of(articles);
	same_article text := @extschema@.news_track_join(articles, tracked.news, 'kept.%2$s %3$s fresh.%2$s', ' AND ');
	changed_claims bigint;
	changed_tolls bigint;
BEGIN
	EXECUTE format('UPDATE %s AS kept SET source = fresh.source, source_kind = fresh.source_kind, '
		'source_key = fresh.source_key FROM (%s) AS fresh '
		'WHERE %s AND kept.claim_no = fresh.claim_no AND kept.source::text IS DISTINCT FROM fresh.source::text',
		tracked.claims, @extschema@.news_track_rows(tracked, 'claims', tracked.news::text), same_article);
	GET DIAGNOSTICS changed_claims = ROW_COUNT;
	EXECUTE format('UPDATE %s AS kept SET source_key = fresh.source_key FROM (%s) AS fresh '
		'WHERE %s AND kept.toll_no = fresh.toll_no AND kept.source_key IS DISTINCT FROM fresh.source_key',
		tracked.tolls, @extschema@.news_track_rows(tracked, 'tolls', tracked.news::text), same_article);
	GET DIAGNOSTICS changed_tolls = ROW_COUNT;
	RETURN changed_claims + changed_tolls;
END
$$;

COMMENT ON FUNCTION @extschema@.news_alias_apply(regclass) IS
'uses the names in news_alias for what was found in a tracked table before, without analysing anything again; gives the number of rows that changed';
