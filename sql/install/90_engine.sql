
-- engine

CREATE FUNCTION @extschema@.news_engine(
	OUT version text, OUT model text, OUT lexicon text, OUT stemmer text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_engine'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 1000 ROWS 1;

COMMENT ON FUNCTION @extschema@.news_engine() IS
'version of the engine, fingerprints of its weights and word lists, state of its stemmer';
