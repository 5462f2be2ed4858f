
-- claims

CREATE FUNCTION @extschema@.news_claims(body text, title text DEFAULT NULL, published date DEFAULT NULL,
	OUT claim_no integer, OUT parent_no integer,
	OUT source @extschema@.news_source, OUT source_kind text, OUT source_key text,
	OUT source_name text, OUT source_role text, OUT source_text text, OUT source_at int4multirange,
	OUT via text[], OUT cue text, OUT cue_at int4multirange,
	OUT stance text, OUT negated boolean, OUT denies boolean, OUT certainty text, OUT quote text,
	OUT content text, OUT content_at int4multirange,
	OUT sentence_no integer, OUT passage_kind text, OUT said_on date, OUT confidence real,
	OUT claim @extschema@.news_claim)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_claims'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 40000 ROWS 20;

COMMENT ON FUNCTION @extschema@.news_claims(text, text, date) IS
'attributed statements of an article: who says what, how, by which words, and where they stand';

CREATE FUNCTION @extschema@.news_claims(digest @extschema@.news_digest,
	OUT claim_no integer, OUT parent_no integer,
	OUT source @extschema@.news_source, OUT source_kind text, OUT source_key text,
	OUT source_name text, OUT source_role text, OUT source_text text, OUT source_at int4multirange,
	OUT via text[], OUT cue text, OUT cue_at int4multirange,
	OUT stance text, OUT negated boolean, OUT denies boolean, OUT certainty text, OUT quote text,
	OUT content text, OUT content_at int4multirange,
	OUT sentence_no integer, OUT passage_kind text, OUT said_on date, OUT confidence real,
	OUT claim @extschema@.news_claim)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_claims_of_digest'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500 ROWS 20;

COMMENT ON FUNCTION @extschema@.news_claims(@extschema@.news_digest) IS
'attributed statements in a digest: who says what, how, by which words, and where they stand';
