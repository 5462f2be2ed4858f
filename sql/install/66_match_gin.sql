
-- GIN on claims and digests
--
-- Where the server wants the indexed type among the arguments, it hands over
-- the condition: so all classes are declared.

CREATE FUNCTION @extschema@.news_claim_gin_extract_value(@extschema@.news_claim, internal, internal)
RETURNS internal
AS 'MODULE_PATHNAME', 'news_claim_gin_extract_value'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_claim_gin_extract_value(@extschema@.news_claim, internal, internal) IS
'private: GIN support';

CREATE FUNCTION @extschema@.news_claim_gin_extract_query(@extschema@.news_claim, internal, smallint, internal, internal, internal, internal)
RETURNS internal
AS 'MODULE_PATHNAME', 'news_claim_gin_extract_query'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_claim_gin_extract_query(@extschema@.news_claim, internal, smallint, internal, internal, internal, internal) IS
'private: GIN support';

CREATE FUNCTION @extschema@.news_digest_gin_extract_value(@extschema@.news_digest, internal, internal)
RETURNS internal
AS 'MODULE_PATHNAME', 'news_digest_gin_extract_value'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_digest_gin_extract_value(@extschema@.news_digest, internal, internal) IS
'private: GIN support';

CREATE FUNCTION @extschema@.news_digest_gin_extract_query(@extschema@.news_digest, internal, smallint, internal, internal, internal, internal)
RETURNS internal
AS 'MODULE_PATHNAME', 'news_digest_gin_extract_query'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_digest_gin_extract_query(@extschema@.news_digest, internal, smallint, internal, internal, internal, internal) IS
'private: GIN support';

CREATE FUNCTION @extschema@.news_gin_compare_partial(bytea, bytea, smallint, internal)
RETURNS integer
AS 'MODULE_PATHNAME', 'news_gin_compare_partial'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_gin_compare_partial(bytea, bytea, smallint, internal) IS
'private: GIN support';

CREATE FUNCTION @extschema@.news_gin_consistent(internal, smallint, @extschema@.news_claim, integer, internal, internal, internal, internal)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_gin_consistent'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_gin_consistent(internal, smallint, @extschema@.news_claim, integer, internal, internal, internal, internal) IS
'private: GIN support';

CREATE FUNCTION @extschema@.news_gin_tri_consistent(internal, smallint, @extschema@.news_claim, integer, internal, internal, internal)
RETURNS "char"
AS 'MODULE_PATHNAME', 'news_gin_tri_consistent'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_gin_tri_consistent(internal, smallint, @extschema@.news_claim, integer, internal, internal, internal) IS
'private: GIN support';

CREATE FUNCTION @extschema@.news_gin_consistent(internal, smallint, @extschema@.news_digest, integer, internal, internal, internal, internal)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_gin_consistent'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_gin_consistent(internal, smallint, @extschema@.news_digest, integer, internal, internal, internal, internal) IS
'private: GIN support';

CREATE FUNCTION @extschema@.news_gin_tri_consistent(internal, smallint, @extschema@.news_digest, integer, internal, internal, internal)
RETURNS "char"
AS 'MODULE_PATHNAME', 'news_gin_tri_consistent'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_gin_tri_consistent(internal, smallint, @extschema@.news_digest, integer, internal, internal, internal) IS
'private: GIN support';

CREATE OPERATOR CLASS @extschema@.news_claim_ops
DEFAULT FOR TYPE @extschema@.news_claim USING gin AS
	OPERATOR 1 @extschema@.@@ (@extschema@.news_claim, @extschema@.news_query),
	FUNCTION 1 pg_catalog.byteacmp(bytea, bytea),
	FUNCTION 2 @extschema@.news_claim_gin_extract_value(@extschema@.news_claim, internal, internal),
	FUNCTION 3 @extschema@.news_claim_gin_extract_query(@extschema@.news_claim, internal, smallint, internal, internal, internal, internal),
	FUNCTION 4 @extschema@.news_gin_consistent(internal, smallint, @extschema@.news_claim, integer, internal, internal, internal, internal),
	FUNCTION 5 @extschema@.news_gin_compare_partial(bytea, bytea, smallint, internal),
	FUNCTION 6 @extschema@.news_gin_tri_consistent(internal, smallint, @extschema@.news_claim, integer, internal, internal, internal),
	STORAGE bytea;

COMMENT ON OPERATOR CLASS @extschema@.news_claim_ops USING gin IS
'words, sources, manner and figures of claims';

COMMENT ON OPERATOR FAMILY @extschema@.news_claim_ops USING gin IS
'words, sources, manner and figures of claims';

CREATE OPERATOR CLASS @extschema@.news_digest_ops
DEFAULT FOR TYPE @extschema@.news_digest USING gin AS
	OPERATOR 1 @extschema@.@@ (@extschema@.news_digest, @extschema@.news_query),
	FUNCTION 1 pg_catalog.byteacmp(bytea, bytea),
	FUNCTION 2 @extschema@.news_digest_gin_extract_value(@extschema@.news_digest, internal, internal),
	FUNCTION 3 @extschema@.news_digest_gin_extract_query(@extschema@.news_digest, internal, smallint, internal, internal, internal, internal),
	FUNCTION 4 @extschema@.news_gin_consistent(internal, smallint, @extschema@.news_digest, integer, internal, internal, internal, internal),
	FUNCTION 5 @extschema@.news_gin_compare_partial(bytea, bytea, smallint, internal),
	FUNCTION 6 @extschema@.news_gin_tri_consistent(internal, smallint, @extschema@.news_digest, integer, internal, internal, internal),
	STORAGE bytea;

COMMENT ON OPERATOR CLASS @extschema@.news_digest_ops USING gin IS
'words, sources, manner and figures of digests';

COMMENT ON OPERATOR FAMILY @extschema@.news_digest_ops USING gin IS
'words, sources, manner and figures of digests';
