-- sources: the type

CREATE TYPE @extschema@.news_source;

CREATE FUNCTION @extschema@.news_source_in(cstring)
RETURNS @extschema@.news_source
AS 'MODULE_PATHNAME', 'news_source_in'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_source_in(cstring) IS
'input of news_source';

CREATE FUNCTION @extschema@.news_source_out(@extschema@.news_source)
RETURNS cstring
AS 'MODULE_PATHNAME', 'news_source_out'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_source_out(@extschema@.news_source) IS
'output of news_source';

CREATE FUNCTION @extschema@.news_source_recv(internal)
RETURNS @extschema@.news_source
AS 'MODULE_PATHNAME', 'news_source_recv'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_source_recv(internal) IS
'binary input of news_source';

CREATE FUNCTION @extschema@.news_source_send(@extschema@.news_source)
RETURNS bytea
AS 'MODULE_PATHNAME', 'news_source_send'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_source_send(@extschema@.news_source) IS
'binary output of news_source';

CREATE TYPE @extschema@.news_source (
	INPUT = @extschema@.news_source_in,
	OUTPUT = @extschema@.news_source_out,
	RECEIVE = @extschema@.news_source_recv,
	SEND = @extschema@.news_source_send,
	INTERNALLENGTH = VARIABLE,
	STORAGE = extended
);

COMMENT ON TYPE @extschema@.news_source IS
'who says something, and where they have it from: media:cnn < anonymous:diplomatic sources';
