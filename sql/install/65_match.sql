
-- conditions on claims and digests

CREATE FUNCTION @extschema@.news_claim_match_sel(internal, oid, internal, integer)
RETURNS double precision
AS 'MODULE_PATHNAME', 'news_claim_match_sel'
LANGUAGE C STABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_claim_match_sel(internal, oid, internal, integer) IS
'private: how many values of news_claim meet a condition, for the planner';

CREATE FUNCTION @extschema@.news_digest_match_sel(internal, oid, internal, integer)
RETURNS double precision
AS 'MODULE_PATHNAME', 'news_digest_match_sel'
LANGUAGE C STABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_digest_match_sel(internal, oid, internal, integer) IS
'private: how many values of news_digest meet a condition, for the planner';

CREATE FUNCTION @extschema@.news_claim_matches(@extschema@.news_claim, @extschema@.news_query)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_claim_matches'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;

COMMENT ON FUNCTION @extschema@.news_claim_matches(@extschema@.news_claim, @extschema@.news_query) IS
'implementation of operator @@';

CREATE FUNCTION @extschema@.news_query_matches(@extschema@.news_query, @extschema@.news_claim)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_query_matches_claim'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;

COMMENT ON FUNCTION @extschema@.news_query_matches(@extschema@.news_query, @extschema@.news_claim) IS
'implementation of operator @@';

CREATE FUNCTION @extschema@.news_digest_matches(@extschema@.news_digest, @extschema@.news_query)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_digest_matches'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 3000;

COMMENT ON FUNCTION @extschema@.news_digest_matches(@extschema@.news_digest, @extschema@.news_query) IS
'implementation of operator @@';

CREATE FUNCTION @extschema@.news_query_matches(@extschema@.news_query, @extschema@.news_digest)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_query_matches_digest'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 3000;

COMMENT ON FUNCTION @extschema@.news_query_matches(@extschema@.news_query, @extschema@.news_digest) IS
'implementation of operator @@';

CREATE OPERATOR @extschema@.@@ (
	LEFTARG = @extschema@.news_claim, RIGHTARG = @extschema@.news_query,
	FUNCTION = @extschema@.news_claim_matches,
	COMMUTATOR = OPERATOR(@extschema@.@@),
	RESTRICT = @extschema@.news_claim_match_sel, JOIN = matchingjoinsel
);

COMMENT ON OPERATOR @extschema@.@@ (@extschema@.news_claim, @extschema@.news_query) IS
'the claim meets the condition';

CREATE OPERATOR @extschema@.@@ (
	LEFTARG = @extschema@.news_query, RIGHTARG = @extschema@.news_claim,
	FUNCTION = @extschema@.news_query_matches,
	COMMUTATOR = OPERATOR(@extschema@.@@),
	RESTRICT = @extschema@.news_claim_match_sel, JOIN = matchingjoinsel
);

COMMENT ON OPERATOR @extschema@.@@ (@extschema@.news_query, @extschema@.news_claim) IS
'the condition is met by the claim';

CREATE OPERATOR @extschema@.@@ (
	LEFTARG = @extschema@.news_digest, RIGHTARG = @extschema@.news_query,
	FUNCTION = @extschema@.news_digest_matches,
	COMMUTATOR = OPERATOR(@extschema@.@@),
	RESTRICT = @extschema@.news_digest_match_sel, JOIN = matchingjoinsel
);

COMMENT ON OPERATOR @extschema@.@@ (@extschema@.news_digest, @extschema@.news_query) IS
'the article meets the condition';

CREATE OPERATOR @extschema@.@@ (
	LEFTARG = @extschema@.news_query, RIGHTARG = @extschema@.news_digest,
	FUNCTION = @extschema@.news_query_matches,
	COMMUTATOR = OPERATOR(@extschema@.@@),
	RESTRICT = @extschema@.news_digest_match_sel, JOIN = matchingjoinsel
);

COMMENT ON OPERATOR @extschema@.@@ (@extschema@.news_query, @extschema@.news_digest) IS
'the condition is met by the article';

CREATE FUNCTION @extschema@.news_claim_typanalyze(internal)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_claim_typanalyze'
LANGUAGE C STABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_claim_typanalyze(internal) IS
'private: what ANALYZE keeps of a column of news_claim';

ALTER TYPE @extschema@.news_claim SET (ANALYZE = @extschema@.news_claim_typanalyze);

CREATE FUNCTION @extschema@.news_digest_typanalyze(internal)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_digest_typanalyze'
LANGUAGE C STABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_digest_typanalyze(internal) IS
'private: what ANALYZE keeps of a column of news_digest';

ALTER TYPE @extschema@.news_digest SET (ANALYZE = @extschema@.news_digest_typanalyze);
