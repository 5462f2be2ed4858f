
-- tracking: the tables

-- Names of what is made are a stem and an ending. The stem is the name of the
-- table, cut so that the longest ending fits, numbered where names are taken.
CREATE FUNCTION @extschema@.news_track_stem(articles regclass)
RETURNS name
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	schema oid;
	base text;
	stem text;
	number integer := 1;
BEGIN
	SELECT relnamespace, relname INTO schema, base FROM pg_class WHERE oid = articles;
	WHILE octet_length(base) > 42 LOOP
		base := left(base, -1);
	END LOOP;
	stem := base;
	WHILE EXISTS (SELECT FROM unnest(ARRAY['_news', '_claims', '_tolls', '_text', '_claims_view', '_tolls_view',
			'_sources_view', '_daily', '_news_track', '_news_rows']) AS ending
		WHERE EXISTS (SELECT FROM pg_class WHERE relnamespace = schema AND relname = stem || ending)
			OR EXISTS (SELECT FROM pg_type WHERE typnamespace = schema AND typname = stem || ending)
			OR EXISTS (SELECT FROM pg_proc WHERE pronamespace = schema AND proname = stem || ending))
	LOOP
		number := number + 1;
		stem := base || '_' || number;
	END LOOP;
	RETURN stem;
END
$$;

COMMENT ON FUNCTION @extschema@.news_track_stem(regclass) IS
'private: what the names of the tables, views and functions made for a table begin with';

CREATE FUNCTION @extschema@.news_track_name(tracked @extschema@.news_tracking, ending text)
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT format('%I.%I', nspname, tracked.stem || ending)
	FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace WHERE c.oid = tracked.news;
END;

COMMENT ON FUNCTION @extschema@.news_track_name(@extschema@.news_tracking, text) IS
'private: name of something that was made for a table';

CREATE FUNCTION @extschema@.news_track_own(kind text, object text, owner regrole)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
	IF owner <> current_user::regrole THEN
		EXECUTE format('ALTER %s %s OWNER TO %s', kind, object, owner);
	END IF;
END
$$;

COMMENT ON FUNCTION @extschema@.news_track_own(text, text, regrole) IS
'private: gives what was made for a table to its owner';

CREATE FUNCTION @extschema@.news_track_table(tracked @extschema@.news_tracking, "table" text, owner regrole,
	columns text, comment text)
RETURNS regclass
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
	EXECUTE format('CREATE %s TABLE %s (%s, %s)',
		CASE (SELECT relpersistence FROM pg_class WHERE oid = tracked.articles) WHEN 'u' THEN 'UNLOGGED' ELSE '' END,
		"table", @extschema@.news_track_join(tracked.articles, tracked.news, '%2$s %4$s'), columns);
	EXECUTE format('COMMENT ON TABLE %s IS %L', "table", comment);
	PERFORM @extschema@.news_track_own('TABLE', "table", owner);
	RETURN "table"::regclass;
END
$$;

COMMENT ON FUNCTION @extschema@.news_track_table(@extschema@.news_tracking, text, regrole, text, text) IS
'private: makes a table that has the key of the articles';

-- A release may add columns: they are added where the table is there already.
CREATE FUNCTION @extschema@.news_track_add_columns("table" regclass, function regprocedure)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	additions text := (
		SELECT string_agg(format('ADD COLUMN %s %s', c.name, c.type), ', ' ORDER BY c.no)
		FROM @extschema@.news_track_columns(function) AS c
		WHERE NOT EXISTS (SELECT FROM pg_attribute
			WHERE attrelid = "table" AND quote_ident(attname) = c.name AND NOT attisdropped));
BEGIN
	IF additions IS NOT NULL THEN
		EXECUTE format('ALTER TABLE %s %s', "table", additions);
	END IF;
END
$$;

COMMENT ON FUNCTION @extschema@.news_track_add_columns(regclass, regprocedure) IS
'private: adds the columns of a function''s rows that a table does not have yet';

-- An index that its owner has dropped comes back with the next news_track.
CREATE FUNCTION @extschema@.news_track_index(stem name, "table" regclass, ending text, definition text)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
	IF NOT EXISTS (SELECT FROM pg_class AS i JOIN pg_class AS t USING (relnamespace)
		WHERE t.oid = "table" AND i.relname = stem || ending)
	THEN
		EXECUTE format('CREATE INDEX %I ON %s %s', stem || ending, "table", definition);
	END IF;
END
$$;

COMMENT ON FUNCTION @extschema@.news_track_index(name, regclass, text, text) IS
'private: makes an index unless it is there';

CREATE FUNCTION @extschema@.news_track_searchable("table" regclass, stem name, ending text, "column" name)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
	IF EXISTS (SELECT FROM pg_opclass JOIN pg_am ON pg_am.oid = opcmethod JOIN pg_attribute ON atttypid = opcintype
		WHERE amname = 'gin' AND opcdefault AND attrelid = "table" AND attname = "column")
	THEN
		PERFORM @extschema@.news_track_index(stem, "table", ending, format('USING gin (%I)', "column"));
	END IF;
END
$$;

COMMENT ON FUNCTION @extschema@.news_track_searchable(regclass, name, text, name) IS
'private: makes the index for @@ unless it is there';

CREATE FUNCTION @extschema@.news_track_tables(tracked @extschema@.news_tracking)
RETURNS @extschema@.news_tracking
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	schema name;
	owner regrole;
	names text;
BEGIN
	SELECT nspname, relowner::regrole INTO schema, owner
	FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace WHERE c.oid = tracked.articles;

	IF NOT EXISTS (SELECT FROM pg_class WHERE oid = tracked.news) THEN
		tracked.news := @extschema@.news_track_table(tracked, format('%I.%I', schema, tracked.stem || '_news'), owner,
			format('digest %s, engine text NOT NULL, '
				'state text NOT NULL CHECK (state IN (''analysed'', ''failed'', ''stale'')), '
				'error text, analysed_at timestamptz NOT NULL, PRIMARY KEY (%s)',
				'@extschema@.news_digest', @extschema@.news_track_join(tracked.articles, NULL, '%2$s')),
			format('analyses of the articles of %s, by newsdesk', tracked.articles));
	END IF;
	names := @extschema@.news_track_join(tracked.articles, tracked.news, '%2$s');
	IF NOT EXISTS (SELECT FROM pg_class WHERE oid = tracked.claims) THEN
		tracked.claims := @extschema@.news_track_table(tracked, format('%I.%I', schema, tracked.stem || '_claims'), owner,
			format('claim_no integer, PRIMARY KEY (%s, claim_no), FOREIGN KEY (%s) REFERENCES %s ON DELETE CASCADE',
				names, names, tracked.news),
			format('claims in the articles of %s: the rows of news_claims', tracked.articles));
	END IF;
	IF NOT EXISTS (SELECT FROM pg_class WHERE oid = tracked.tolls) THEN
		tracked.tolls := @extschema@.news_track_table(tracked, format('%I.%I', schema, tracked.stem || '_tolls'), owner,
			format('toll_no integer, PRIMARY KEY (%s, toll_no), FOREIGN KEY (%s) REFERENCES %s ON DELETE CASCADE',
				names, names, tracked.news),
			format('casualty figures in the articles of %s: the rows of news_tolls', tracked.articles));
	END IF;

	PERFORM @extschema@.news_track_add_columns(tracked.claims, '@extschema@.news_claims(@extschema@.news_digest)');
	PERFORM @extschema@.news_track_add_columns(tracked.tolls, '@extschema@.news_tolls(@extschema@.news_digest)');
	PERFORM @extschema@.news_track_index(tracked.stem, tracked.news, '_news_state_idx', '(state) WHERE state <> ''analysed''');
	PERFORM @extschema@.news_track_searchable(tracked.news, tracked.stem, '_news_digest_idx', 'digest');
	PERFORM @extschema@.news_track_index(tracked.stem, tracked.claims, '_claims_source_idx', '(source_key, stance)');
	PERFORM @extschema@.news_track_index(tracked.stem, tracked.claims, '_claims_kind_idx', '(source_kind, stance)');
	PERFORM @extschema@.news_track_index(tracked.stem, tracked.claims, '_claims_denied_idx', '(source_key) WHERE denies');
	PERFORM @extschema@.news_track_searchable(tracked.claims, tracked.stem, '_claims_claim_idx', 'claim');
	PERFORM @extschema@.news_track_index(tracked.stem, tracked.tolls, '_tolls_kind_idx', '(kind, low, high)');
	PERFORM @extschema@.news_track_index(tracked.stem, tracked.tolls, '_tolls_source_idx', '(source_key, kind)');
	PERFORM @extschema@.news_track_index(tracked.stem, tracked.tolls, '_tolls_toll_idx', 'USING gist (toll)');
	RETURN tracked;
END
$$;

COMMENT ON FUNCTION @extschema@.news_track_tables(@extschema@.news_tracking) IS
'private: makes the tables, columns and indexes that are not there yet';
