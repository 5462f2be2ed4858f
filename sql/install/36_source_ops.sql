-- sources: operators

CREATE FUNCTION @extschema@.news_source_eq(@extschema@.news_source, @extschema@.news_source)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_bytes_eq'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_source_eq(@extschema@.news_source, @extschema@.news_source) IS
'implementation of operator =';

CREATE FUNCTION @extschema@.news_source_ne(@extschema@.news_source, @extschema@.news_source)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_bytes_ne'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_source_ne(@extschema@.news_source, @extschema@.news_source) IS
'implementation of operator <>';

CREATE FUNCTION @extschema@.news_source_lt(@extschema@.news_source, @extschema@.news_source)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_bytes_lt'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_source_lt(@extschema@.news_source, @extschema@.news_source) IS
'implementation of operator <';

CREATE FUNCTION @extschema@.news_source_le(@extschema@.news_source, @extschema@.news_source)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_bytes_le'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_source_le(@extschema@.news_source, @extschema@.news_source) IS
'implementation of operator <=';

CREATE FUNCTION @extschema@.news_source_gt(@extschema@.news_source, @extschema@.news_source)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_bytes_gt'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_source_gt(@extschema@.news_source, @extschema@.news_source) IS
'implementation of operator >';

CREATE FUNCTION @extschema@.news_source_ge(@extschema@.news_source, @extschema@.news_source)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_bytes_ge'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_source_ge(@extschema@.news_source, @extschema@.news_source) IS
'implementation of operator >=';

CREATE FUNCTION @extschema@.news_source_contains(@extschema@.news_source, @extschema@.news_source)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_source_contains'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_source_contains(@extschema@.news_source, @extschema@.news_source) IS
'implementation of operator @>';

CREATE FUNCTION @extschema@.news_source_contained(@extschema@.news_source, @extschema@.news_source)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_source_contained'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_source_contained(@extschema@.news_source, @extschema@.news_source) IS
'implementation of operator <@';

CREATE OPERATOR @extschema@.= (
	LEFTARG = @extschema@.news_source, RIGHTARG = @extschema@.news_source, FUNCTION = @extschema@.news_source_eq,
	COMMUTATOR = OPERATOR(@extschema@.=), NEGATOR = OPERATOR(@extschema@.<>),
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);

COMMENT ON OPERATOR @extschema@.= (@extschema@.news_source, @extschema@.news_source) IS
'equal';

CREATE OPERATOR @extschema@.<> (
	LEFTARG = @extschema@.news_source, RIGHTARG = @extschema@.news_source, FUNCTION = @extschema@.news_source_ne,
	COMMUTATOR = OPERATOR(@extschema@.<>), NEGATOR = OPERATOR(@extschema@.=),
	RESTRICT = neqsel, JOIN = neqjoinsel
);

COMMENT ON OPERATOR @extschema@.<> (@extschema@.news_source, @extschema@.news_source) IS
'not equal';

CREATE OPERATOR @extschema@.< (
	LEFTARG = @extschema@.news_source, RIGHTARG = @extschema@.news_source, FUNCTION = @extschema@.news_source_lt,
	COMMUTATOR = OPERATOR(@extschema@.>), NEGATOR = OPERATOR(@extschema@.>=),
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);

COMMENT ON OPERATOR @extschema@.< (@extschema@.news_source, @extschema@.news_source) IS
'before in the order of bytes';

CREATE OPERATOR @extschema@.<= (
	LEFTARG = @extschema@.news_source, RIGHTARG = @extschema@.news_source, FUNCTION = @extschema@.news_source_le,
	COMMUTATOR = OPERATOR(@extschema@.>=), NEGATOR = OPERATOR(@extschema@.>),
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);

COMMENT ON OPERATOR @extschema@.<= (@extschema@.news_source, @extschema@.news_source) IS
'before or equal in the order of bytes';

CREATE OPERATOR @extschema@.> (
	LEFTARG = @extschema@.news_source, RIGHTARG = @extschema@.news_source, FUNCTION = @extschema@.news_source_gt,
	COMMUTATOR = OPERATOR(@extschema@.<), NEGATOR = OPERATOR(@extschema@.<=),
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);

COMMENT ON OPERATOR @extschema@.> (@extschema@.news_source, @extschema@.news_source) IS
'after in the order of bytes';

CREATE OPERATOR @extschema@.>= (
	LEFTARG = @extschema@.news_source, RIGHTARG = @extschema@.news_source, FUNCTION = @extschema@.news_source_ge,
	COMMUTATOR = OPERATOR(@extschema@.<=), NEGATOR = OPERATOR(@extschema@.<),
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);

COMMENT ON OPERATOR @extschema@.>= (@extschema@.news_source, @extschema@.news_source) IS
'after or equal in the order of bytes';

CREATE OPERATOR @extschema@.@> (
	LEFTARG = @extschema@.news_source, RIGHTARG = @extschema@.news_source, FUNCTION = @extschema@.news_source_contains,
	COMMUTATOR = OPERATOR(@extschema@.<@),
	RESTRICT = contsel, JOIN = contjoinsel
);

COMMENT ON OPERATOR @extschema@.@> (@extschema@.news_source, @extschema@.news_source) IS
'has the links of the other chain, next to each other';

CREATE OPERATOR @extschema@.<@ (
	LEFTARG = @extschema@.news_source, RIGHTARG = @extschema@.news_source, FUNCTION = @extschema@.news_source_contained,
	COMMUTATOR = OPERATOR(@extschema@.@>),
	RESTRICT = contsel, JOIN = contjoinsel
);

COMMENT ON OPERATOR @extschema@.<@ (@extschema@.news_source, @extschema@.news_source) IS
'its links stand in the other chain, next to each other';

CREATE FUNCTION @extschema@.news_source_cmp(@extschema@.news_source, @extschema@.news_source)
RETURNS integer
AS 'MODULE_PATHNAME', 'news_bytes_cmp'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_source_cmp(@extschema@.news_source, @extschema@.news_source) IS
'order of sources: that of their bytes';

CREATE FUNCTION @extschema@.news_source_hash(@extschema@.news_source)
RETURNS integer
AS 'MODULE_PATHNAME', 'news_bytes_hash'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_source_hash(@extschema@.news_source) IS
'hash of a source';

CREATE FUNCTION @extschema@.news_source_hash_extended(@extschema@.news_source, bigint)
RETURNS bigint
AS 'MODULE_PATHNAME', 'news_bytes_hash_extended'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_source_hash_extended(@extschema@.news_source, bigint) IS
'seeded hash of a source';

CREATE OPERATOR CLASS @extschema@.news_source_ops
DEFAULT FOR TYPE @extschema@.news_source USING btree AS
	OPERATOR 1 @extschema@.<,
	OPERATOR 2 @extschema@.<=,
	OPERATOR 3 @extschema@.=,
	OPERATOR 4 @extschema@.>=,
	OPERATOR 5 @extschema@.>,
	FUNCTION 1 @extschema@.news_source_cmp(@extschema@.news_source, @extschema@.news_source);

COMMENT ON OPERATOR CLASS @extschema@.news_source_ops USING btree IS
'order of sources: kind, then key';

CREATE OPERATOR CLASS @extschema@.news_source_ops
DEFAULT FOR TYPE @extschema@.news_source USING hash AS
	OPERATOR 1 @extschema@.=,
	FUNCTION 1 @extschema@.news_source_hash(@extschema@.news_source),
	FUNCTION 2 @extschema@.news_source_hash_extended(@extschema@.news_source, bigint);

COMMENT ON OPERATOR CLASS @extschema@.news_source_ops USING hash IS
'equality of sources';

COMMENT ON OPERATOR FAMILY @extschema@.news_source_ops USING btree IS
'order of sources: kind, then key';

COMMENT ON OPERATOR FAMILY @extschema@.news_source_ops USING hash IS
'equality of sources';
