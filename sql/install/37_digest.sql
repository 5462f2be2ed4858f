
-- digests: the type

CREATE TYPE @extschema@.news_digest;

CREATE FUNCTION @extschema@.news_digest_in(cstring)
RETURNS @extschema@.news_digest
AS 'MODULE_PATHNAME', 'news_digest_in'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;

COMMENT ON FUNCTION @extschema@.news_digest_in(cstring) IS
'input of news_digest';

CREATE FUNCTION @extschema@.news_digest_out(@extschema@.news_digest)
RETURNS cstring
AS 'MODULE_PATHNAME', 'news_digest_out'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION @extschema@.news_digest_out(@extschema@.news_digest) IS
'output of news_digest';

CREATE FUNCTION @extschema@.news_digest_recv(internal)
RETURNS @extschema@.news_digest
AS 'MODULE_PATHNAME', 'news_digest_recv'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION @extschema@.news_digest_recv(internal) IS
'binary input of news_digest';

CREATE FUNCTION @extschema@.news_digest_send(@extschema@.news_digest)
RETURNS bytea
AS 'MODULE_PATHNAME', 'news_digest_send'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_digest_send(@extschema@.news_digest) IS
'binary output of news_digest';

CREATE TYPE @extschema@.news_digest (
	INPUT = @extschema@.news_digest_in,
	OUTPUT = @extschema@.news_digest_out,
	RECEIVE = @extschema@.news_digest_recv,
	SEND = @extschema@.news_digest_send,
	INTERNALLENGTH = VARIABLE,
	STORAGE = extended
);

COMMENT ON TYPE @extschema@.news_digest IS
'everything found in one article: claims, sources, tolls, and the words they need';

CREATE FUNCTION @extschema@.news_digest_jsonb(@extschema@.news_digest)
RETURNS jsonb
AS 'MODULE_PATHNAME', 'news_digest_jsonb'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;

COMMENT ON FUNCTION @extschema@.news_digest_jsonb(@extschema@.news_digest) IS
'a digest as JSON';

CREATE FUNCTION @extschema@.news_digest(jsonb)
RETURNS @extschema@.news_digest
AS 'MODULE_PATHNAME', 'news_digest_of_jsonb'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;

COMMENT ON FUNCTION @extschema@.news_digest(jsonb) IS
'a digest from JSON as news_digest_jsonb makes it';

CREATE CAST (@extschema@.news_digest AS jsonb)
WITH FUNCTION @extschema@.news_digest_jsonb(@extschema@.news_digest);

COMMENT ON CAST (@extschema@.news_digest AS jsonb) IS
'a digest as JSON';

CREATE CAST (jsonb AS @extschema@.news_digest)
WITH FUNCTION @extschema@.news_digest(jsonb);

COMMENT ON CAST (jsonb AS @extschema@.news_digest) IS
'a digest from JSON';

CREATE FUNCTION @extschema@.news_digest(body text, title text DEFAULT NULL, published date DEFAULT NULL)
RETURNS @extschema@.news_digest
AS 'MODULE_PATHNAME', 'news_digest'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 40000;

COMMENT ON FUNCTION @extschema@.news_digest(text, text, date) IS
'everything found in an article, as one value';

CREATE FUNCTION @extschema@.news_digest_error(@extschema@.news_digest)
RETURNS text
AS 'MODULE_PATHNAME', 'news_digest_error'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION @extschema@.news_digest_error(@extschema@.news_digest) IS
'why an article was not analysed; NULL where it was';

-- digests: equality

CREATE FUNCTION @extschema@.news_digest_eq(@extschema@.news_digest, @extschema@.news_digest)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_bytes_eq'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_digest_eq(@extschema@.news_digest, @extschema@.news_digest) IS
'implementation of operator =';

CREATE FUNCTION @extschema@.news_digest_ne(@extschema@.news_digest, @extschema@.news_digest)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_bytes_ne'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_digest_ne(@extschema@.news_digest, @extschema@.news_digest) IS
'implementation of operator <>';

CREATE FUNCTION @extschema@.news_digest_hash(@extschema@.news_digest)
RETURNS integer
AS 'MODULE_PATHNAME', 'news_bytes_hash'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_digest_hash(@extschema@.news_digest) IS
'hash of a digest';

CREATE FUNCTION @extschema@.news_digest_hash_extended(@extschema@.news_digest, bigint)
RETURNS bigint
AS 'MODULE_PATHNAME', 'news_bytes_hash_extended'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_digest_hash_extended(@extschema@.news_digest, bigint) IS
'seeded hash of a digest';

CREATE OPERATOR @extschema@.= (
	LEFTARG = @extschema@.news_digest, RIGHTARG = @extschema@.news_digest, FUNCTION = @extschema@.news_digest_eq,
	COMMUTATOR = OPERATOR(@extschema@.=), NEGATOR = OPERATOR(@extschema@.<>),
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES
);

COMMENT ON OPERATOR @extschema@.= (@extschema@.news_digest, @extschema@.news_digest) IS
'equal';

CREATE OPERATOR @extschema@.<> (
	LEFTARG = @extschema@.news_digest, RIGHTARG = @extschema@.news_digest, FUNCTION = @extschema@.news_digest_ne,
	COMMUTATOR = OPERATOR(@extschema@.<>), NEGATOR = OPERATOR(@extschema@.=),
	RESTRICT = neqsel, JOIN = neqjoinsel
);

COMMENT ON OPERATOR @extschema@.<> (@extschema@.news_digest, @extschema@.news_digest) IS
'not equal';

CREATE OPERATOR CLASS @extschema@.news_digest_ops
DEFAULT FOR TYPE @extschema@.news_digest USING hash AS
	OPERATOR 1 @extschema@.=,
	FUNCTION 1 @extschema@.news_digest_hash(@extschema@.news_digest),
	FUNCTION 2 @extschema@.news_digest_hash_extended(@extschema@.news_digest, bigint);

COMMENT ON OPERATOR CLASS @extschema@.news_digest_ops USING hash IS
'equality of digests';

COMMENT ON OPERATOR FAMILY @extschema@.news_digest_ops USING hash IS
'equality of digests';
