
-- tracking: columns of the tables that news_track makes

CREATE FUNCTION @extschema@.news_track_columns(function regprocedure,
	OUT name text, OUT type text, OUT no integer)
RETURNS SETOF record
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT quote_ident(argument.name), format_type(argument.type, NULL), argument.no::integer
	FROM pg_proc, unnest(proallargtypes, proargmodes, proargnames) WITH ORDINALITY AS argument (type, mode, name, no)
	WHERE pg_proc.oid = function AND argument.mode = 'o'
	ORDER BY argument.no;
END;

COMMENT ON FUNCTION @extschema@.news_track_columns(regprocedure) IS
'private: columns of the rows that a function returns';

-- A key column has the name it has in the table of articles, unless a column
-- of ours has it. Once the tables are there, the names are what they are there.
-- Operators are those of the key's index: the type may be of any extension.
CREATE FUNCTION @extschema@.news_track_keys(articles regclass, news regclass,
	OUT name text, OUT side_name text, OUT definition text, OUT type text,
	OUT equals text, OUT less text, OUT at_least text, OUT at_most text, OUT no integer)
RETURNS SETOF record
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT quote_ident(a.attname),
		quote_ident(COALESCE(side.attname, CASE
			WHEN a.attname IN ('digest', 'engine', 'state', 'error', 'analysed_at',
				'body', 'title', 'published', 'published_at', 'published_on', 'day', 'claim_id', 'toll_id', 'source_id',
				'best', 'text', 'is_minimum', 'is_maximum', 'is_estimate', 'happened_from', 'happened_until',
				'claims', 'denials', 'figures', 'anonymous')
			OR EXISTS (SELECT FROM @extschema@.news_track_columns('@extschema@.news_claims(@extschema@.news_digest)') AS c
				WHERE c.name = quote_ident(a.attname))
			OR EXISTS (SELECT FROM @extschema@.news_track_columns('@extschema@.news_tolls(@extschema@.news_digest)') AS c
				WHERE c.name = quote_ident(a.attname))
			THEN ('article_' || a.attname)::name
			ELSE a.attname END)),
		format_type(a.atttypid, a.atttypmod) || COALESCE((
			SELECT format(' COLLATE %I.%I', n.nspname, c.collname)
			FROM pg_collation AS c JOIN pg_namespace AS n ON n.oid = c.collnamespace
			WHERE c.oid = a.attcollation AND c.collname <> 'default'), ''),
		format_type(a.atttypid, NULL),
		operators.equals, operators.less, operators.at_least, operators.at_most,
		key.no::integer
	FROM pg_index AS i,
		unnest(i.indkey::int2[], i.indclass::oid[]) WITH ORDINALITY AS key (column_no, class, no)
		JOIN pg_opclass AS class ON class.oid = key.class
		JOIN pg_attribute AS a ON a.attrelid = articles AND a.attnum = key.column_no
		LEFT JOIN (pg_index AS side_index
			CROSS JOIN unnest(side_index.indkey::int2[]) WITH ORDINALITY AS side_key (column_no, no)
			JOIN pg_attribute AS side ON side.attnum = side_key.column_no)
			ON side_index.indrelid = news AND side_index.indisprimary AND side.attrelid = news AND side_key.no = key.no
		CROSS JOIN LATERAL (
			SELECT max(operator) FILTER (WHERE strategy = 3) AS equals, max(operator) FILTER (WHERE strategy = 1) AS less,
				max(operator) FILTER (WHERE strategy = 4) AS at_least, max(operator) FILTER (WHERE strategy = 2) AS at_most
			FROM (SELECT m.amopstrategy AS strategy, format('OPERATOR(%I.%s)', n.nspname, o.oprname) AS operator
				FROM pg_amop AS m JOIN pg_operator AS o ON o.oid = m.amopopr JOIN pg_namespace AS n ON n.oid = o.oprnamespace
				WHERE m.amopfamily = class.opcfamily
					AND m.amoplefttype = class.opcintype AND m.amoprighttype = class.opcintype) AS o) AS operators
	WHERE i.indrelid = articles AND i.indisprimary AND key.no <= i.indnkeyatts
	ORDER BY key.no;
END;

COMMENT ON FUNCTION @extschema@.news_track_keys(regclass, regclass) IS
'private: primary key of a table of articles, and its names in the tables made for it';

CREATE FUNCTION @extschema@.news_track_join(articles regclass, news regclass, template text, separator text DEFAULT ', ')
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT string_agg(format(template, name, side_name, equals, definition, type), separator ORDER BY no)
	FROM @extschema@.news_track_keys(articles, news);
END;

COMMENT ON FUNCTION @extschema@.news_track_join(regclass, regclass, text, text) IS
'private: SQL that repeats a template for each key column: 1 name, 2 name in our tables, 3 operator =, 4 definition, 5 type';

CREATE FUNCTION @extschema@.news_track_base_type(relation regclass, "column" name)
RETURNS regtype
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	type oid;
	base oid;
BEGIN
	SELECT atttypid INTO type FROM pg_attribute
	WHERE attrelid = relation AND attname = "column" AND attnum > 0 AND NOT attisdropped;
	IF NOT FOUND THEN
		RAISE EXCEPTION 'column "%" of % does not exist', "column", relation
			USING ERRCODE = 'undefined_column';
	END IF;
	LOOP
		SELECT typbasetype INTO base FROM pg_type WHERE oid = type AND typtype = 'd';
		EXIT WHEN NOT FOUND;
		type := base;
	END LOOP;
	RETURN type;
END
$$;

COMMENT ON FUNCTION @extschema@.news_track_base_type(regclass, name) IS
'private: type of a column, beneath its domains; an error where there is no such column';

CREATE FUNCTION @extschema@.news_track_text("column" name)
RETURNS text
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT CASE WHEN "column" IS NULL THEN 'NULL::text' ELSE format('a.%I::text', "column") END;
END;

COMMENT ON FUNCTION @extschema@.news_track_text(name) IS
'private: SQL of a column of articles as a text';

-- Dates are days in UTC, wherever who asks may be.
CREATE FUNCTION @extschema@.news_track_moment(articles regclass, published name)
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT CASE
		WHEN published IS NULL THEN 'NULL::timestamptz'
		ELSE CASE @extschema@.news_track_base_type(articles, published)
			WHEN 'timestamptz'::regtype THEN format('a.%I::timestamptz', published)
			ELSE format('(a.%I::timestamp AT TIME ZONE ''UTC'')', published) END END;
END;

COMMENT ON FUNCTION @extschema@.news_track_moment(regclass, name) IS
'private: SQL of the moment of publication';

CREATE FUNCTION @extschema@.news_track_day(articles regclass, published name)
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT CASE
		WHEN published IS NULL THEN 'NULL::date'
		ELSE CASE @extschema@.news_track_base_type(articles, published)
			WHEN 'timestamptz'::regtype THEN format('(a.%I AT TIME ZONE ''UTC'')::date', published)
			ELSE format('a.%I::date', published) END END;
END;

COMMENT ON FUNCTION @extschema@.news_track_day(regclass, name) IS
'private: SQL of the day of publication';
