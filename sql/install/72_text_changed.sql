
-- whether a text is another one

CREATE FUNCTION @extschema@.news_text_changed(before text, after text)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_text_changed'
LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_text_changed(text, text) IS
'private: as IS DISTINCT FROM, byte by byte, without reading a long text that an UPDATE has left alone';
