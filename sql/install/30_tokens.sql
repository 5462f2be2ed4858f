
-- tokens

CREATE FUNCTION @extschema@.news_tokens(body text,
	OUT sentence_no integer, OUT token_no integer, OUT at int4range, OUT form text,
	OUT stem text, OUT tag text, OUT head integer, OUT relation text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_tokens'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20000 ROWS 900;

COMMENT ON FUNCTION @extschema@.news_tokens(text) IS
'words of an article with stem, part of speech, and head and relation in the sentence (head 0: the root)';
