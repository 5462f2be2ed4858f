
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
'a name as source_key has it: lower case, straight marks, no article';

CREATE TABLE @extschema@.news_alias (
	name text PRIMARY KEY,
	source @extschema@.news_source NOT NULL,
	key text NOT NULL UNIQUE GENERATED ALWAYS AS (@extschema@.news_alias_key(name)) STORED
);

COMMENT ON TABLE @extschema@.news_alias IS
'names of sources that the user knows better; used for tables under news_track when their rows are written, see news_alias_apply';
COMMENT ON COLUMN @extschema@.news_alias.name IS 'a name as articles write it';
COMMENT ON COLUMN @extschema@.news_alias.source IS 'who that is';
COMMENT ON COLUMN @extschema@.news_alias.key IS 'the name as source_key has it';

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
