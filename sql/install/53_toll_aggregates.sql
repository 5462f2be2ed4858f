-- tolls: aggregates

CREATE FUNCTION @extschema@.news_toll_span_step(@extschema@.news_toll_reach, @extschema@.news_toll)
RETURNS @extschema@.news_toll_reach
AS 'MODULE_PATHNAME', 'news_toll_span_step'
LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_span_step(@extschema@.news_toll_reach, @extschema@.news_toll) IS
'private: step of news_toll_span';

CREATE FUNCTION @extschema@.news_toll_span_combine(@extschema@.news_toll_reach, @extschema@.news_toll_reach)
RETURNS @extschema@.news_toll_reach
AS 'MODULE_PATHNAME', 'news_toll_span_combine'
LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_span_combine(@extschema@.news_toll_reach, @extschema@.news_toll_reach) IS
'private: combines states of news_toll_span';

CREATE FUNCTION @extschema@.news_toll_agreed_step(@extschema@.news_toll_reach, @extschema@.news_toll)
RETURNS @extschema@.news_toll_reach
AS 'MODULE_PATHNAME', 'news_toll_agreed_step'
LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_agreed_step(@extschema@.news_toll_reach, @extschema@.news_toll) IS
'private: step of news_toll_agreed';

CREATE FUNCTION @extschema@.news_toll_agreed_combine(@extschema@.news_toll_reach, @extschema@.news_toll_reach)
RETURNS @extschema@.news_toll_reach
AS 'MODULE_PATHNAME', 'news_toll_agreed_combine'
LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_agreed_combine(@extschema@.news_toll_reach, @extschema@.news_toll_reach) IS
'private: combines states of news_toll_agreed';

CREATE FUNCTION @extschema@.news_toll_of_reach(@extschema@.news_toll_reach)
RETURNS @extschema@.news_toll
AS 'MODULE_PATHNAME', 'news_toll_of_reach'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.news_toll_of_reach(@extschema@.news_toll_reach) IS
'private: result of news_toll_span and news_toll_agreed';

CREATE AGGREGATE @extschema@.news_toll_span(@extschema@.news_toll) (
	SFUNC = @extschema@.news_toll_span_step,
	STYPE = @extschema@.news_toll_reach,
	FINALFUNC = @extschema@.news_toll_of_reach,
	COMBINEFUNC = @extschema@.news_toll_span_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.news_toll_span(@extschema@.news_toll) IS
'the numbers from the least to the greatest that any of the tolls allows';

CREATE AGGREGATE @extschema@.news_toll_agreed(@extschema@.news_toll) (
	SFUNC = @extschema@.news_toll_agreed_step,
	STYPE = @extschema@.news_toll_reach,
	FINALFUNC = @extschema@.news_toll_of_reach,
	COMBINEFUNC = @extschema@.news_toll_agreed_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.news_toll_agreed(@extschema@.news_toll) IS
'the numbers that all of the tolls allow; NULL where they contradict each other';
