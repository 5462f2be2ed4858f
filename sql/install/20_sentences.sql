
-- sentences

CREATE FUNCTION @extschema@.news_sentences(body text,
	OUT sentence_no integer, OUT passage_no integer, OUT at int4range, OUT text text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_sentences'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 40;

COMMENT ON FUNCTION @extschema@.news_sentences(text) IS
'sentences of an article and the passages they stand in';
