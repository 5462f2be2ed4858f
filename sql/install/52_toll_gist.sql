-- tolls: GiST

CREATE TYPE @extschema@.news_toll_reach;

CREATE FUNCTION @extschema@.news_toll_reach_in(cstring)
RETURNS @extschema@.news_toll_reach
AS 'MODULE_PATHNAME', 'news_toll_reach_in'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_reach_in(cstring) IS
'private: the type has no input';

CREATE FUNCTION @extschema@.news_toll_reach_out(@extschema@.news_toll_reach)
RETURNS cstring
AS 'MODULE_PATHNAME', 'news_toll_reach_out'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_reach_out(@extschema@.news_toll_reach) IS
'private: the type has no output';

CREATE TYPE @extschema@.news_toll_reach (
	INPUT = @extschema@.news_toll_reach_in,
	OUTPUT = @extschema@.news_toll_reach_out,
	INTERNALLENGTH = 16,
	ALIGNMENT = double,
	STORAGE = plain
);

COMMENT ON TYPE @extschema@.news_toll_reach IS
'private: keys of GiST indexes and states of aggregates over news_toll';

CREATE FUNCTION @extschema@.news_toll_gist_consistent(internal, @extschema@.news_toll, smallint, oid, internal)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_toll_gist_consistent'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_gist_consistent(internal, @extschema@.news_toll, smallint, oid, internal) IS
'private: GiST support';

CREATE FUNCTION @extschema@.news_toll_gist_union(internal, internal)
RETURNS @extschema@.news_toll_reach
AS 'MODULE_PATHNAME', 'news_toll_gist_union'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_gist_union(internal, internal) IS
'private: GiST support';

CREATE FUNCTION @extschema@.news_toll_gist_compress(internal)
RETURNS internal
AS 'MODULE_PATHNAME', 'news_toll_gist_compress'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_gist_compress(internal) IS
'private: GiST support';

CREATE FUNCTION @extschema@.news_toll_gist_penalty(internal, internal, internal)
RETURNS internal
AS 'MODULE_PATHNAME', 'news_toll_gist_penalty'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_gist_penalty(internal, internal, internal) IS
'private: GiST support';

CREATE FUNCTION @extschema@.news_toll_gist_picksplit(internal, internal)
RETURNS internal
AS 'MODULE_PATHNAME', 'news_toll_gist_picksplit'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_gist_picksplit(internal, internal) IS
'private: GiST support';

CREATE FUNCTION @extschema@.news_toll_gist_same(@extschema@.news_toll_reach, @extschema@.news_toll_reach, internal)
RETURNS internal
AS 'MODULE_PATHNAME', 'news_toll_gist_same'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_gist_same(@extschema@.news_toll_reach, @extschema@.news_toll_reach, internal) IS
'private: GiST support';

CREATE OPERATOR CLASS @extschema@.news_toll_ops
DEFAULT FOR TYPE @extschema@.news_toll USING gist AS
	OPERATOR 1 @extschema@.<<,
	OPERATOR 3 @extschema@.&&,
	OPERATOR 5 @extschema@.>>,
	OPERATOR 7 @extschema@.@> (@extschema@.news_toll, @extschema@.news_toll),
	OPERATOR 8 @extschema@.<@ (@extschema@.news_toll, @extschema@.news_toll),
	OPERATOR 16 @extschema@.@> (@extschema@.news_toll, bigint),
	OPERATOR 18 @extschema@.=,
	FUNCTION 1 @extschema@.news_toll_gist_consistent(internal, @extschema@.news_toll, smallint, oid, internal),
	FUNCTION 2 @extschema@.news_toll_gist_union(internal, internal),
	FUNCTION 3 @extschema@.news_toll_gist_compress(internal),
	FUNCTION 5 @extschema@.news_toll_gist_penalty(internal, internal, internal),
	FUNCTION 6 @extschema@.news_toll_gist_picksplit(internal, internal),
	FUNCTION 7 @extschema@.news_toll_gist_same(@extschema@.news_toll_reach, @extschema@.news_toll_reach, internal),
	STORAGE @extschema@.news_toll_reach;

COMMENT ON OPERATOR CLASS @extschema@.news_toll_ops USING gist IS
'numbers that tolls allow: && @> <@ << >> =';

COMMENT ON OPERATOR FAMILY @extschema@.news_toll_ops USING gist IS
'numbers that tolls allow: && @> <@ << >> =';
