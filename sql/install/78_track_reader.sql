
-- tracking: who may read

-- Where policies decide who sees which article, the same holds for what was
-- found in it.
CREATE FUNCTION @extschema@.news_track_row_security(tracked @extschema@.news_tracking)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	"table" regclass;
	has_policy boolean;
BEGIN
	FOREACH "table" IN ARRAY ARRAY[tracked.news, tracked.claims, tracked.tolls] LOOP
		has_policy := EXISTS (SELECT FROM pg_policy WHERE polrelid = "table" AND polname = 'newsdesk_articles');
		IF has_policy THEN
			EXECUTE format('DROP POLICY newsdesk_articles ON %s', "table");
		END IF;
		IF tracked.security_invoker THEN
			EXECUTE format('CREATE POLICY newsdesk_articles ON %s FOR SELECT USING '
				'(EXISTS (SELECT FROM %s AS newsdesk_article WHERE %s))', "table", tracked.articles,
				(SELECT string_agg(format('newsdesk_article.%s %s %I.%s', key.name, key.equals, relname, key.side_name), ' AND ')
					FROM pg_class, @extschema@.news_track_keys(tracked.articles, tracked.news) AS key
					WHERE oid = "table"));
			EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', "table");
		ELSIF has_policy THEN
			EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', "table");
		END IF;
	END LOOP;
END
$$;

COMMENT ON FUNCTION @extschema@.news_track_row_security(@extschema@.news_tracking) IS
'private: lets the policies of the articles hold for what was found in them, or no longer';

CREATE FUNCTION @extschema@.news_grant_reader(articles regclass, reader regrole)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	tracked @extschema@.news_tracking := @extschema@.news_tracking_of(articles);
	schema name;
	ending text;
BEGIN
	SELECT nspname INTO schema
	FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace WHERE c.oid = tracked.news;
	IF NOT has_schema_privilege(reader, schema, 'USAGE') THEN
		EXECUTE format('GRANT USAGE ON SCHEMA %I TO %s', schema, reader);
	END IF;
	FOREACH ending IN ARRAY ARRAY['_claims_view', '_tolls_view', '_sources_view', '_daily'] LOOP
		EXECUTE format('GRANT SELECT ON %s TO %s', @extschema@.news_track_name(tracked, ending), reader);
	END LOOP;
	IF tracked.security_invoker THEN
		EXECUTE format('GRANT SELECT ON %s, %s TO %s', tracked.claims, tracked.tolls, reader);
		EXECUTE format('GRANT SELECT (%s) ON %s TO %s', concat_ws(', ',
			@extschema@.news_track_join(articles, tracked.news, '%1$s'),
			quote_ident(tracked.title), quote_ident(tracked.published)), articles, reader);
	END IF;
END
$$;

COMMENT ON FUNCTION @extschema@.news_grant_reader(regclass, regrole) IS
'lets a role read the views of a tracked table, and nothing else; where these read with its own rights, also what they need';
