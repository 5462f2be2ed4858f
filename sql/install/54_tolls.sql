-- tolls: extraction

CREATE FUNCTION @extschema@.news_tolls(body text, title text DEFAULT NULL, published date DEFAULT NULL,
	OUT toll_no integer, OUT toll @extschema@.news_toll, OUT kind text, OUT low bigint, OUT high bigint,
	OUT hedge text, OUT figure_text text, OUT victims text, OUT victim_group text,
	OUT place text, OUT happened daterange, OUT scope text, OUT part_of integer, OUT negated boolean,
	OUT claim_no integer, OUT source_key text, OUT sentence_no integer, OUT passage_kind text,
	OUT toll_at int4range, OUT confidence real)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_tolls'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 40000 ROWS 10;

COMMENT ON FUNCTION @extschema@.news_tolls(text, text, date) IS
'casualty figures of an article: how many, of whom, what became of them, who reports it and where that stands';

CREATE FUNCTION @extschema@.news_tolls(digest @extschema@.news_digest,
	OUT toll_no integer, OUT toll @extschema@.news_toll, OUT kind text, OUT low bigint, OUT high bigint,
	OUT hedge text, OUT figure_text text, OUT victims text, OUT victim_group text,
	OUT place text, OUT happened daterange, OUT scope text, OUT part_of integer, OUT negated boolean,
	OUT claim_no integer, OUT source_key text, OUT sentence_no integer, OUT passage_kind text,
	OUT toll_at int4range, OUT confidence real)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_tolls_of_digest'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 10;

COMMENT ON FUNCTION @extschema@.news_tolls(@extschema@.news_digest) IS
'casualty figures in a digest: how many, of whom, what became of them, who reports it and where that stands';
