
-- passages

CREATE FUNCTION @extschema@.news_passages(body text,
	OUT passage_no integer, OUT kind text, OUT at int4range, OUT text text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_passages'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 20;

COMMENT ON FUNCTION @extschema@.news_passages(text) IS
'runs of lines of one kind: headline, dateline, byline, body, caption, related, boilerplate';
