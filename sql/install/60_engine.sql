
-- engine

CREATE FUNCTION @extschema@.news_engine(
	OUT version text, OUT model text, OUT lexicon text, OUT stemmer text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_engine'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 1000 ROWS 1;

COMMENT ON FUNCTION @extschema@.news_engine() IS
'version of the engine, fingerprints of its weights and word lists, state of its stemmer';

CREATE FUNCTION @extschema@.news_engine_id()
RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
	SELECT pg_catalog.concat_ws(' ', version, model, lexicon) FROM @extschema@.news_engine();
END;

COMMENT ON FUNCTION @extschema@.news_engine_id() IS
'version of the engine, with the fingerprints of its weights and word lists, as one text';
