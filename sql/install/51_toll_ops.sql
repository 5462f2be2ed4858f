-- tolls: operators

CREATE FUNCTION @extschema@.news_toll_eq(@extschema@.news_toll, @extschema@.news_toll)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_toll_eq'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_eq(@extschema@.news_toll, @extschema@.news_toll) IS
'implementation of operator =';

CREATE FUNCTION @extschema@.news_toll_ne(@extschema@.news_toll, @extschema@.news_toll)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_toll_ne'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_ne(@extschema@.news_toll, @extschema@.news_toll) IS
'implementation of operator <>';

CREATE FUNCTION @extschema@.news_toll_lt(@extschema@.news_toll, @extschema@.news_toll)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_toll_lt'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_lt(@extschema@.news_toll, @extschema@.news_toll) IS
'implementation of operator <';

CREATE FUNCTION @extschema@.news_toll_le(@extschema@.news_toll, @extschema@.news_toll)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_toll_le'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_le(@extschema@.news_toll, @extschema@.news_toll) IS
'implementation of operator <=';

CREATE FUNCTION @extschema@.news_toll_gt(@extschema@.news_toll, @extschema@.news_toll)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_toll_gt'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_gt(@extschema@.news_toll, @extschema@.news_toll) IS
'implementation of operator >';

CREATE FUNCTION @extschema@.news_toll_ge(@extschema@.news_toll, @extschema@.news_toll)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_toll_ge'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_ge(@extschema@.news_toll, @extschema@.news_toll) IS
'implementation of operator >=';

CREATE OPERATOR @extschema@.= (
	LEFTARG = @extschema@.news_toll, RIGHTARG = @extschema@.news_toll, FUNCTION = @extschema@.news_toll_eq,
	COMMUTATOR = OPERATOR(@extschema@.=), NEGATOR = OPERATOR(@extschema@.<>),
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);

COMMENT ON OPERATOR @extschema@.= (@extschema@.news_toll, @extschema@.news_toll) IS
'equal: same kind, bounds and hedge';

CREATE OPERATOR @extschema@.<> (
	LEFTARG = @extschema@.news_toll, RIGHTARG = @extschema@.news_toll, FUNCTION = @extschema@.news_toll_ne,
	COMMUTATOR = OPERATOR(@extschema@.<>), NEGATOR = OPERATOR(@extschema@.=),
	RESTRICT = neqsel, JOIN = neqjoinsel
);

COMMENT ON OPERATOR @extschema@.<> (@extschema@.news_toll, @extschema@.news_toll) IS
'not equal';

CREATE OPERATOR @extschema@.< (
	LEFTARG = @extschema@.news_toll, RIGHTARG = @extschema@.news_toll, FUNCTION = @extschema@.news_toll_lt,
	COMMUTATOR = OPERATOR(@extschema@.>), NEGATOR = OPERATOR(@extschema@.>=),
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);

COMMENT ON OPERATOR @extschema@.< (@extschema@.news_toll, @extschema@.news_toll) IS
'before in the order of kinds and numbers';

CREATE OPERATOR @extschema@.<= (
	LEFTARG = @extschema@.news_toll, RIGHTARG = @extschema@.news_toll, FUNCTION = @extschema@.news_toll_le,
	COMMUTATOR = OPERATOR(@extschema@.>=), NEGATOR = OPERATOR(@extschema@.>),
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);

COMMENT ON OPERATOR @extschema@.<= (@extschema@.news_toll, @extschema@.news_toll) IS
'before or equal in the order of kinds and numbers';

CREATE OPERATOR @extschema@.> (
	LEFTARG = @extschema@.news_toll, RIGHTARG = @extschema@.news_toll, FUNCTION = @extschema@.news_toll_gt,
	COMMUTATOR = OPERATOR(@extschema@.<), NEGATOR = OPERATOR(@extschema@.<=),
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);

COMMENT ON OPERATOR @extschema@.> (@extschema@.news_toll, @extschema@.news_toll) IS
'after in the order of kinds and numbers';

CREATE OPERATOR @extschema@.>= (
	LEFTARG = @extschema@.news_toll, RIGHTARG = @extschema@.news_toll, FUNCTION = @extschema@.news_toll_ge,
	COMMUTATOR = OPERATOR(@extschema@.<=), NEGATOR = OPERATOR(@extschema@.<),
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);

COMMENT ON OPERATOR @extschema@.>= (@extschema@.news_toll, @extschema@.news_toll) IS
'after or equal in the order of kinds and numbers';

CREATE FUNCTION @extschema@.news_toll_overlaps(@extschema@.news_toll, @extschema@.news_toll)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_toll_overlaps'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_overlaps(@extschema@.news_toll, @extschema@.news_toll) IS
'implementation of operator &&';

CREATE FUNCTION @extschema@.news_toll_contains(@extschema@.news_toll, @extschema@.news_toll)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_toll_contains'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_contains(@extschema@.news_toll, @extschema@.news_toll) IS
'implementation of operator @>';

CREATE FUNCTION @extschema@.news_toll_contained(@extschema@.news_toll, @extschema@.news_toll)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_toll_contained'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_contained(@extschema@.news_toll, @extschema@.news_toll) IS
'implementation of operator <@';

CREATE FUNCTION @extschema@.news_toll_before(@extschema@.news_toll, @extschema@.news_toll)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_toll_before'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_before(@extschema@.news_toll, @extschema@.news_toll) IS
'implementation of operator <<';

CREATE FUNCTION @extschema@.news_toll_after(@extschema@.news_toll, @extschema@.news_toll)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_toll_after'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_after(@extschema@.news_toll, @extschema@.news_toll) IS
'implementation of operator >>';

CREATE FUNCTION @extschema@.news_toll_contains_number(@extschema@.news_toll, bigint)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_toll_contains_number'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_contains_number(@extschema@.news_toll, bigint) IS
'implementation of operator @>';

CREATE FUNCTION @extschema@.news_number_contained(bigint, @extschema@.news_toll)
RETURNS boolean
AS 'MODULE_PATHNAME', 'news_number_contained'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_number_contained(bigint, @extschema@.news_toll) IS
'implementation of operator <@';

CREATE OPERATOR @extschema@.&& (
	LEFTARG = @extschema@.news_toll, RIGHTARG = @extschema@.news_toll, FUNCTION = @extschema@.news_toll_overlaps,
	COMMUTATOR = OPERATOR(@extschema@.&&),
	RESTRICT = matchingsel, JOIN = matchingjoinsel
);

COMMENT ON OPERATOR @extschema@.&& (@extschema@.news_toll, @extschema@.news_toll) IS
'can be the same number';

CREATE OPERATOR @extschema@.@> (
	LEFTARG = @extschema@.news_toll, RIGHTARG = @extschema@.news_toll, FUNCTION = @extschema@.news_toll_contains,
	COMMUTATOR = OPERATOR(@extschema@.<@),
	RESTRICT = matchingsel, JOIN = matchingjoinsel
);

COMMENT ON OPERATOR @extschema@.@> (@extschema@.news_toll, @extschema@.news_toll) IS
'allows every number that the other allows';

CREATE OPERATOR @extschema@.<@ (
	LEFTARG = @extschema@.news_toll, RIGHTARG = @extschema@.news_toll, FUNCTION = @extschema@.news_toll_contained,
	COMMUTATOR = OPERATOR(@extschema@.@>),
	RESTRICT = matchingsel, JOIN = matchingjoinsel
);

COMMENT ON OPERATOR @extschema@.<@ (@extschema@.news_toll, @extschema@.news_toll) IS
'allows no number that the other does not allow';

CREATE OPERATOR @extschema@.<< (
	LEFTARG = @extschema@.news_toll, RIGHTARG = @extschema@.news_toll, FUNCTION = @extschema@.news_toll_before,
	COMMUTATOR = OPERATOR(@extschema@.>>),
	RESTRICT = matchingsel, JOIN = matchingjoinsel
);

COMMENT ON OPERATOR @extschema@.<< (@extschema@.news_toll, @extschema@.news_toll) IS
'certainly fewer, of the same kind';

CREATE OPERATOR @extschema@.>> (
	LEFTARG = @extschema@.news_toll, RIGHTARG = @extschema@.news_toll, FUNCTION = @extschema@.news_toll_after,
	COMMUTATOR = OPERATOR(@extschema@.<<),
	RESTRICT = matchingsel, JOIN = matchingjoinsel
);

COMMENT ON OPERATOR @extschema@.>> (@extschema@.news_toll, @extschema@.news_toll) IS
'certainly more, of the same kind';

CREATE OPERATOR @extschema@.@> (
	LEFTARG = @extschema@.news_toll, RIGHTARG = bigint, FUNCTION = @extschema@.news_toll_contains_number,
	COMMUTATOR = OPERATOR(@extschema@.<@),
	RESTRICT = matchingsel, JOIN = matchingjoinsel
);

COMMENT ON OPERATOR @extschema@.@> (@extschema@.news_toll, bigint) IS
'allows the number';

CREATE OPERATOR @extschema@.<@ (
	LEFTARG = bigint, RIGHTARG = @extschema@.news_toll, FUNCTION = @extschema@.news_number_contained,
	COMMUTATOR = OPERATOR(@extschema@.@>),
	RESTRICT = matchingsel, JOIN = matchingjoinsel
);

COMMENT ON OPERATOR @extschema@.<@ (bigint, @extschema@.news_toll) IS
'is a number that the toll allows';

CREATE FUNCTION @extschema@.news_toll_cmp(@extschema@.news_toll, @extschema@.news_toll)
RETURNS integer
AS 'MODULE_PATHNAME', 'news_toll_cmp'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_cmp(@extschema@.news_toll, @extschema@.news_toll) IS
'order of tolls: kind, then numbers allowed, then hedge';

CREATE FUNCTION @extschema@.news_toll_hash(@extschema@.news_toll)
RETURNS integer
AS 'MODULE_PATHNAME', 'news_toll_hash'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_hash(@extschema@.news_toll) IS
'hash of a toll';

CREATE FUNCTION @extschema@.news_toll_hash_extended(@extschema@.news_toll, bigint)
RETURNS bigint
AS 'MODULE_PATHNAME', 'news_toll_hash_extended'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_hash_extended(@extschema@.news_toll, bigint) IS
'seeded hash of a toll';

CREATE OPERATOR CLASS @extschema@.news_toll_ops
DEFAULT FOR TYPE @extschema@.news_toll USING btree AS
	OPERATOR 1 @extschema@.<,
	OPERATOR 2 @extschema@.<=,
	OPERATOR 3 @extschema@.=,
	OPERATOR 4 @extschema@.>=,
	OPERATOR 5 @extschema@.>,
	FUNCTION 1 @extschema@.news_toll_cmp(@extschema@.news_toll, @extschema@.news_toll);

COMMENT ON OPERATOR CLASS @extschema@.news_toll_ops USING btree IS
'order of tolls: kind, then numbers allowed, then hedge';

CREATE OPERATOR CLASS @extschema@.news_toll_ops
DEFAULT FOR TYPE @extschema@.news_toll USING hash AS
	OPERATOR 1 @extschema@.=,
	FUNCTION 1 @extschema@.news_toll_hash(@extschema@.news_toll),
	FUNCTION 2 @extschema@.news_toll_hash_extended(@extschema@.news_toll, bigint);

COMMENT ON OPERATOR CLASS @extschema@.news_toll_ops USING hash IS
'equality of tolls';

COMMENT ON OPERATOR FAMILY @extschema@.news_toll_ops USING btree IS
'order of tolls: kind, then numbers allowed, then hedge';

COMMENT ON OPERATOR FAMILY @extschema@.news_toll_ops USING hash IS
'equality of tolls';
