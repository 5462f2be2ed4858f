
-- claims

CREATE FUNCTION @extschema@.news_claims(body text, title text DEFAULT NULL, published date DEFAULT NULL,
	OUT claim_no integer, OUT source_text text, OUT source_at int4multirange,
	OUT cue text, OUT cue_at int4multirange, OUT quote text,
	OUT content text, OUT content_at int4multirange,
	OUT sentence_no integer, OUT passage_kind text, OUT confidence real)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_claims'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 40000 ROWS 20;

COMMENT ON FUNCTION @extschema@.news_claims(text, text, date) IS
'attributed statements of an article: source, cue, content, and where they stand';
