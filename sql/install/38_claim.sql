
-- claims: the type

CREATE TYPE @extschema@.news_claim;

CREATE FUNCTION @extschema@.news_claim_in(cstring)
RETURNS @extschema@.news_claim
AS 'MODULE_PATHNAME', 'news_claim_in'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;

COMMENT ON FUNCTION @extschema@.news_claim_in(cstring) IS
'input of news_claim';

CREATE FUNCTION @extschema@.news_claim_out(@extschema@.news_claim)
RETURNS cstring
AS 'MODULE_PATHNAME', 'news_claim_out'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION @extschema@.news_claim_out(@extschema@.news_claim) IS
'output of news_claim';

CREATE FUNCTION @extschema@.news_claim_recv(internal)
RETURNS @extschema@.news_claim
AS 'MODULE_PATHNAME', 'news_claim_recv'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;

COMMENT ON FUNCTION @extschema@.news_claim_recv(internal) IS
'binary input of news_claim';

CREATE FUNCTION @extschema@.news_claim_send(@extschema@.news_claim)
RETURNS bytea
AS 'MODULE_PATHNAME', 'news_claim_send'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_claim_send(@extschema@.news_claim) IS
'binary output of news_claim';

CREATE TYPE @extschema@.news_claim (
	INPUT = @extschema@.news_claim_in,
	OUTPUT = @extschema@.news_claim_out,
	RECEIVE = @extschema@.news_claim_recv,
	SEND = @extschema@.news_claim_send,
	INTERNALLENGTH = VARIABLE,
	STORAGE = extended
);

COMMENT ON TYPE @extschema@.news_claim IS
'one claim with its source, chain, tolls and words';

CREATE FUNCTION @extschema@.news_claim_jsonb(@extschema@.news_claim)
RETURNS jsonb
AS 'MODULE_PATHNAME', 'news_claim_jsonb'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;

COMMENT ON FUNCTION @extschema@.news_claim_jsonb(@extschema@.news_claim) IS
'a claim as JSON';

CREATE FUNCTION @extschema@.news_claim(jsonb)
RETURNS @extschema@.news_claim
AS 'MODULE_PATHNAME', 'news_claim_of_jsonb'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;

COMMENT ON FUNCTION @extschema@.news_claim(jsonb) IS
'a claim from JSON as news_claim_jsonb makes it';

CREATE CAST (@extschema@.news_claim AS jsonb)
WITH FUNCTION @extschema@.news_claim_jsonb(@extschema@.news_claim);

COMMENT ON CAST (@extschema@.news_claim AS jsonb) IS
'a claim as JSON';

CREATE CAST (jsonb AS @extschema@.news_claim)
WITH FUNCTION @extschema@.news_claim(jsonb);

COMMENT ON CAST (jsonb AS @extschema@.news_claim) IS
'a claim from JSON';

CREATE FUNCTION @extschema@.news_claim_stems(@extschema@.news_claim)
RETURNS text[]
AS 'MODULE_PATHNAME', 'news_claim_stems'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;

COMMENT ON FUNCTION @extschema@.news_claim_stems(@extschema@.news_claim) IS
'the stems of the words of what is said, and the names as they are, sorted: what queries find it by';

-- claims: equality

CREATE FUNCTION @extschema@.news_claim_eq(@extschema@.news_claim, @extschema@.news_claim)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_bytes_eq'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_claim_eq(@extschema@.news_claim, @extschema@.news_claim) IS
'implementation of operator =';

CREATE FUNCTION @extschema@.news_claim_ne(@extschema@.news_claim, @extschema@.news_claim)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_bytes_ne'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_claim_ne(@extschema@.news_claim, @extschema@.news_claim) IS
'implementation of operator <>';

CREATE FUNCTION @extschema@.news_claim_hash(@extschema@.news_claim)
RETURNS integer
AS 'MODULE_PATHNAME', 'news_bytes_hash'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_claim_hash(@extschema@.news_claim) IS
'hash of a claim';

CREATE FUNCTION @extschema@.news_claim_hash_extended(@extschema@.news_claim, bigint)
RETURNS bigint
AS 'MODULE_PATHNAME', 'news_bytes_hash_extended'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_claim_hash_extended(@extschema@.news_claim, bigint) IS
'seeded hash of a claim';

CREATE OPERATOR @extschema@.= (
	LEFTARG = @extschema@.news_claim, RIGHTARG = @extschema@.news_claim, FUNCTION = @extschema@.news_claim_eq,
	COMMUTATOR = OPERATOR(@extschema@.=), NEGATOR = OPERATOR(@extschema@.<>),
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES
);

COMMENT ON OPERATOR @extschema@.= (@extschema@.news_claim, @extschema@.news_claim) IS
'equal';

CREATE OPERATOR @extschema@.<> (
	LEFTARG = @extschema@.news_claim, RIGHTARG = @extschema@.news_claim, FUNCTION = @extschema@.news_claim_ne,
	COMMUTATOR = OPERATOR(@extschema@.<>), NEGATOR = OPERATOR(@extschema@.=),
	RESTRICT = neqsel, JOIN = neqjoinsel
);

COMMENT ON OPERATOR @extschema@.<> (@extschema@.news_claim, @extschema@.news_claim) IS
'not equal';

CREATE OPERATOR CLASS @extschema@.news_claim_ops
DEFAULT FOR TYPE @extschema@.news_claim USING hash AS
	OPERATOR 1 @extschema@.=,
	FUNCTION 1 @extschema@.news_claim_hash(@extschema@.news_claim),
	FUNCTION 2 @extschema@.news_claim_hash_extended(@extschema@.news_claim, bigint);

COMMENT ON OPERATOR CLASS @extschema@.news_claim_ops USING hash IS
'equality of claims';

COMMENT ON OPERATOR FAMILY @extschema@.news_claim_ops USING hash IS
'equality of claims';
