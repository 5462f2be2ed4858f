
-- a trigger that keeps a column of digests

CREATE FUNCTION @extschema@.news_digest_trigger()
RETURNS trigger
AS 'MODULE_PATHNAME', 'news_digest_trigger'
LANGUAGE C;

COMMENT ON FUNCTION @extschema@.news_digest_trigger() IS
'for BEFORE INSERT OR UPDATE ... FOR EACH ROW: fills a column of digests; arguments: digest column, body column, and title and date of publication where there are such columns';
