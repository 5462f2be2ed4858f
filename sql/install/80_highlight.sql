
-- articles as HTML

CREATE FUNCTION @extschema@.news_highlight(body text, digest @extschema@.news_digest)
RETURNS text
AS 'MODULE_PATHNAME', 'news_highlight'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION @extschema@.news_highlight(text, @extschema@.news_digest) IS
'an article as an HTML fragment with its claims, sources, cues and figures marked';
