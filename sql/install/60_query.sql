-- queries: the type and its order

CREATE TYPE @extschema@.news_query;

CREATE FUNCTION @extschema@.news_query_in(cstring)
RETURNS @extschema@.news_query
AS 'MODULE_PATHNAME', 'news_query_in'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_query_in(cstring) IS
'input of news_query';

CREATE FUNCTION @extschema@.news_query_out(@extschema@.news_query)
RETURNS cstring
AS 'MODULE_PATHNAME', 'news_query_out'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_query_out(@extschema@.news_query) IS
'output of news_query';

CREATE FUNCTION @extschema@.news_query_recv(internal)
RETURNS @extschema@.news_query
AS 'MODULE_PATHNAME', 'news_query_recv'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_query_recv(internal) IS
'binary input of news_query';

CREATE FUNCTION @extschema@.news_query_send(@extschema@.news_query)
RETURNS bytea
AS 'MODULE_PATHNAME', 'news_query_send'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_query_send(@extschema@.news_query) IS
'binary output of news_query';

CREATE TYPE @extschema@.news_query (
	INPUT = @extschema@.news_query_in,
	OUTPUT = @extschema@.news_query_out,
	RECEIVE = @extschema@.news_query_recv,
	SEND = @extschema@.news_query_send,
	INTERNALLENGTH = VARIABLE,
	STORAGE = extended
);

COMMENT ON TYPE @extschema@.news_query IS
'a condition on claims and figures: [source:hamas & stance:deny] & killed > 100';

CREATE FUNCTION @extschema@.to_news_query(words text)
RETURNS @extschema@.news_query
AS 'MODULE_PATHNAME', 'to_news_query'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.to_news_query(text) IS
'the query that words as people type them ask for; never an error';

CREATE FUNCTION @extschema@.news_query_eq(@extschema@.news_query, @extschema@.news_query)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_bytes_eq'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_query_eq(@extschema@.news_query, @extschema@.news_query) IS
'implementation of operator =';

CREATE FUNCTION @extschema@.news_query_ne(@extschema@.news_query, @extschema@.news_query)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_bytes_ne'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_query_ne(@extschema@.news_query, @extschema@.news_query) IS
'implementation of operator <>';

CREATE FUNCTION @extschema@.news_query_lt(@extschema@.news_query, @extschema@.news_query)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_bytes_lt'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_query_lt(@extschema@.news_query, @extschema@.news_query) IS
'implementation of operator <';

CREATE FUNCTION @extschema@.news_query_le(@extschema@.news_query, @extschema@.news_query)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_bytes_le'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_query_le(@extschema@.news_query, @extschema@.news_query) IS
'implementation of operator <=';

CREATE FUNCTION @extschema@.news_query_gt(@extschema@.news_query, @extschema@.news_query)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_bytes_gt'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_query_gt(@extschema@.news_query, @extschema@.news_query) IS
'implementation of operator >';

CREATE FUNCTION @extschema@.news_query_ge(@extschema@.news_query, @extschema@.news_query)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_bytes_ge'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_query_ge(@extschema@.news_query, @extschema@.news_query) IS
'implementation of operator >=';

CREATE OPERATOR @extschema@.= (
	LEFTARG = @extschema@.news_query, RIGHTARG = @extschema@.news_query, FUNCTION = @extschema@.news_query_eq,
	COMMUTATOR = OPERATOR(@extschema@.=), NEGATOR = OPERATOR(@extschema@.<>),
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);

COMMENT ON OPERATOR @extschema@.= (@extschema@.news_query, @extschema@.news_query) IS
'equal: same canonical text';

CREATE OPERATOR @extschema@.<> (
	LEFTARG = @extschema@.news_query, RIGHTARG = @extschema@.news_query, FUNCTION = @extschema@.news_query_ne,
	COMMUTATOR = OPERATOR(@extschema@.<>), NEGATOR = OPERATOR(@extschema@.=),
	RESTRICT = neqsel, JOIN = neqjoinsel
);

COMMENT ON OPERATOR @extschema@.<> (@extschema@.news_query, @extschema@.news_query) IS
'not equal';

CREATE OPERATOR @extschema@.< (
	LEFTARG = @extschema@.news_query, RIGHTARG = @extschema@.news_query, FUNCTION = @extschema@.news_query_lt,
	COMMUTATOR = OPERATOR(@extschema@.>), NEGATOR = OPERATOR(@extschema@.>=),
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);

COMMENT ON OPERATOR @extschema@.< (@extschema@.news_query, @extschema@.news_query) IS
'before in the order of bytes';

CREATE OPERATOR @extschema@.<= (
	LEFTARG = @extschema@.news_query, RIGHTARG = @extschema@.news_query, FUNCTION = @extschema@.news_query_le,
	COMMUTATOR = OPERATOR(@extschema@.>=), NEGATOR = OPERATOR(@extschema@.>),
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);

COMMENT ON OPERATOR @extschema@.<= (@extschema@.news_query, @extschema@.news_query) IS
'before or equal in the order of bytes';

CREATE OPERATOR @extschema@.> (
	LEFTARG = @extschema@.news_query, RIGHTARG = @extschema@.news_query, FUNCTION = @extschema@.news_query_gt,
	COMMUTATOR = OPERATOR(@extschema@.<), NEGATOR = OPERATOR(@extschema@.<=),
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);

COMMENT ON OPERATOR @extschema@.> (@extschema@.news_query, @extschema@.news_query) IS
'after in the order of bytes';

CREATE OPERATOR @extschema@.>= (
	LEFTARG = @extschema@.news_query, RIGHTARG = @extschema@.news_query, FUNCTION = @extschema@.news_query_ge,
	COMMUTATOR = OPERATOR(@extschema@.<=), NEGATOR = OPERATOR(@extschema@.<),
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);

COMMENT ON OPERATOR @extschema@.>= (@extschema@.news_query, @extschema@.news_query) IS
'after or equal in the order of bytes';

CREATE FUNCTION @extschema@.news_query_cmp(@extschema@.news_query, @extschema@.news_query)
RETURNS integer
AS 'MODULE_PATHNAME', 'news_bytes_cmp'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_query_cmp(@extschema@.news_query, @extschema@.news_query) IS
'order of queries: that of their bytes';

CREATE FUNCTION @extschema@.news_query_hash(@extschema@.news_query)
RETURNS integer
AS 'MODULE_PATHNAME', 'news_bytes_hash'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_query_hash(@extschema@.news_query) IS
'hash of a query';

CREATE FUNCTION @extschema@.news_query_hash_extended(@extschema@.news_query, bigint)
RETURNS bigint
AS 'MODULE_PATHNAME', 'news_bytes_hash_extended'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_query_hash_extended(@extschema@.news_query, bigint) IS
'seeded hash of a query';

CREATE OPERATOR CLASS @extschema@.news_query_ops
DEFAULT FOR TYPE @extschema@.news_query USING btree AS
	OPERATOR 1 @extschema@.<,
	OPERATOR 2 @extschema@.<=,
	OPERATOR 3 @extschema@.=,
	OPERATOR 4 @extschema@.>=,
	OPERATOR 5 @extschema@.>,
	FUNCTION 1 @extschema@.news_query_cmp(@extschema@.news_query, @extschema@.news_query);

COMMENT ON OPERATOR CLASS @extschema@.news_query_ops USING btree IS
'order of queries: that of their bytes';

CREATE OPERATOR CLASS @extschema@.news_query_ops
DEFAULT FOR TYPE @extschema@.news_query USING hash AS
	OPERATOR 1 @extschema@.=,
	FUNCTION 1 @extschema@.news_query_hash(@extschema@.news_query),
	FUNCTION 2 @extschema@.news_query_hash_extended(@extschema@.news_query, bigint);

COMMENT ON OPERATOR CLASS @extschema@.news_query_ops USING hash IS
'equality of queries';

COMMENT ON OPERATOR FAMILY @extschema@.news_query_ops USING btree IS
'order of queries: that of their bytes';

COMMENT ON OPERATOR FAMILY @extschema@.news_query_ops USING hash IS
'equality of queries';
