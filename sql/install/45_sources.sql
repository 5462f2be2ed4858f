
-- sources of an article

CREATE FUNCTION @extschema@.news_sources(body text, title text DEFAULT NULL, published date DEFAULT NULL,
	OUT source @extschema@.news_source, OUT kind text, OUT key text, OUT name text, OUT role text,
	OUT first_at int4range, OUT mentions integer, OUT claims integer, OUT denials integer,
	OUT anonymous boolean)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_sources'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 40000 ROWS 10;

COMMENT ON FUNCTION @extschema@.news_sources(text, text, date) IS
'who is a source of an article: one row for each, with counts';

CREATE FUNCTION @extschema@.news_sources(digest @extschema@.news_digest,
	OUT source @extschema@.news_source, OUT kind text, OUT key text, OUT name text, OUT role text,
	OUT first_at int4range, OUT mentions integer, OUT claims integer, OUT denials integer,
	OUT anonymous boolean)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_sources_of_digest'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 10;

COMMENT ON FUNCTION @extschema@.news_sources(@extschema@.news_digest) IS
'who is a source in a digest: one row for each, with counts';
