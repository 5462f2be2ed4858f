-- tolls: the type

CREATE TYPE @extschema@.news_toll;

CREATE FUNCTION @extschema@.news_toll_in(cstring)
RETURNS @extschema@.news_toll
AS 'MODULE_PATHNAME', 'news_toll_in'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_in(cstring) IS
'input of news_toll';

CREATE FUNCTION @extschema@.news_toll_out(@extschema@.news_toll)
RETURNS cstring
AS 'MODULE_PATHNAME', 'news_toll_out'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_out(@extschema@.news_toll) IS
'output of news_toll';

CREATE FUNCTION @extschema@.news_toll_recv(internal)
RETURNS @extschema@.news_toll
AS 'MODULE_PATHNAME', 'news_toll_recv'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_recv(internal) IS
'binary input of news_toll';

CREATE FUNCTION @extschema@.news_toll_send(@extschema@.news_toll)
RETURNS bytea
AS 'MODULE_PATHNAME', 'news_toll_send'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_send(@extschema@.news_toll) IS
'binary output of news_toll';

CREATE TYPE @extschema@.news_toll (
	INPUT = @extschema@.news_toll_in,
	OUTPUT = @extschema@.news_toll_out,
	RECEIVE = @extschema@.news_toll_recv,
	SEND = @extschema@.news_toll_send,
	INTERNALLENGTH = 24,
	ALIGNMENT = double,
	STORAGE = plain
);

COMMENT ON TYPE @extschema@.news_toll IS
'a number of people with a kind of harm, bounds and a hedge: killed 40, killed >=7, wounded ~300, missing 10..15';

CREATE FUNCTION @extschema@.news_toll(kind text, low bigint, high bigint, hedge text)
RETURNS @extschema@.news_toll
AS 'MODULE_PATHNAME', 'news_toll_make'
LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll(text, bigint, bigint, text) IS
'a toll of its parts; a bound that is NULL is none';

CREATE FUNCTION @extschema@.news_toll_low(@extschema@.news_toll)
RETURNS bigint
AS 'MODULE_PATHNAME', 'news_toll_low'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_low(@extschema@.news_toll) IS
'the lower bound as stated, NULL for none';

CREATE FUNCTION @extschema@.news_toll_high(@extschema@.news_toll)
RETURNS bigint
AS 'MODULE_PATHNAME', 'news_toll_high'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_high(@extschema@.news_toll) IS
'the upper bound as stated, NULL for none';

CREATE FUNCTION @extschema@.news_toll_best(@extschema@.news_toll)
RETURNS bigint
AS 'MODULE_PATHNAME', 'news_toll_best'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_best(@extschema@.news_toll) IS
'the one number nearest to what was said: the middle of two bounds';

CREATE FUNCTION @extschema@.news_toll_kind(@extschema@.news_toll)
RETURNS text
AS 'MODULE_PATHNAME', 'news_toll_kind'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_kind(@extschema@.news_toll) IS
'killed, wounded, casualties, missing, captured, detained, displaced, released, rescued';

CREATE FUNCTION @extschema@.news_toll_hedge(@extschema@.news_toll)
RETURNS text
AS 'MODULE_PATHNAME', 'news_toll_hedge'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_hedge(@extschema@.news_toll) IS
'exact, at least, more than, at most, less than, almost, about, range, vague';

CREATE FUNCTION @extschema@.news_toll_int8range(@extschema@.news_toll)
RETURNS int8range
AS 'MODULE_PATHNAME', 'news_toll_int8range'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_int8range(@extschema@.news_toll) IS
'the numbers that a toll allows: more than 7 begins at 8, about 300 reaches from 270 to 330';

CREATE CAST (@extschema@.news_toll AS int8range)
WITH FUNCTION @extschema@.news_toll_int8range(@extschema@.news_toll);

COMMENT ON CAST (@extschema@.news_toll AS int8range) IS
'the numbers that a toll allows';
