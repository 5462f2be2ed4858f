# Where the extension is created, by whom, beside what; dump and restore.
use strict;
use warnings;

use FindBin;
use lib "$FindBin::RealBin/../perl";
use NewsdeskNode;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = start_node('schemas');
my ($status, $out, $err);
my $article = q{'The road is closed, the police said.'};

# One version, wherever it is written.
my ($meta) = slurp_file('META.json') =~ /"version": "([0-9.]+)"/;
create_database($node, 'plain', 'UTF8');
is($node->safe_psql('plain', 'SELECT version FROM news_engine()'), $meta, 'version of library and META.json');
is($node->safe_psql('plain', q{SELECT extversion FROM pg_extension WHERE extname = 'newsdesk'}),
	$meta, 'version of the extension and META.json');
like(slurp_file('CHANGELOG.md'), qr/^## \Q$meta\E /m, 'version in the changelog');

# A schema whose name needs quotes, and a role that is no superuser.
$node->safe_psql('postgres', <<'SQL');
CREATE ROLE editor LOGIN;
CREATE ROLE reader LOGIN;
CREATE DATABASE desk OWNER editor;
SQL
$node->safe_psql('desk', <<'SQL', extra_params => [ '-U', 'editor' ]);
CREATE SCHEMA "News Desk, 2nd floor";
CREATE EXTENSION newsdesk SCHEMA "News Desk, 2nd floor";
GRANT USAGE ON SCHEMA "News Desk, 2nd floor" TO reader;
SQL
is( $node->safe_psql('desk', qq{SELECT count(*) > 0 FROM "News Desk, 2nd floor".news_claims($article)},
		extra_params => [ '-U', 'reader' ]),
	't', 'an odd schema, created by its owner, read by another');
is( $node->safe_psql('desk', q{SELECT count(*) FROM pg_depend JOIN pg_proc p ON p.oid = objid
		WHERE deptype = 'e' AND classid = 'pg_proc'::regclass AND proname ~ '^news_'
			AND pronamespace <> '"News Desk, 2nd floor"'::regnamespace}),
	'0', 'nothing outside its schema');
($status, $out, $err) =
  $node->psql('desk', 'ALTER EXTENSION newsdesk SET SCHEMA public', extra_params => [ '-U', 'editor' ]);
like($err, qr/does not support SET SCHEMA/, 'it stays where it was created');

($status) = $node->psql('desk', 'DROP EXTENSION newsdesk', extra_params => [ '-U', 'editor' ]);
is($status, 0, 'its owner can drop it');
is($node->safe_psql('desk', q{SELECT count(*) FROM pg_proc WHERE proname ~ '^news_'}), '0', 'nothing is left behind');

# Someone has planted what a careless script or function would call.
$node->safe_psql('postgres', 'CREATE DATABASE traps');
$node->safe_psql('traps', <<'SQL');
CREATE SCHEMA trap;
CREATE FUNCTION trap.sprung(anyelement, anyelement) RETURNS boolean LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'sprung'; END $$;
CREATE OPERATOR trap.= (PROCEDURE = trap.sprung, LEFTARG = anyelement, RIGHTARG = anyelement);
CREATE OPERATOR trap.< (PROCEDURE = trap.sprung, LEFTARG = anyelement, RIGHTARG = anyelement);
CREATE FUNCTION trap.lower(anyrange) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'sprung'; END $$;
CREATE DOMAIN trap.text AS pg_catalog.int4;
CREATE DOMAIN trap.int4range AS pg_catalog.int4;
CREATE FUNCTION trap.news_claims(pg_catalog.text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'sprung'; END $$;
SQL
is( $node->safe_psql('traps', <<"SQL"),
SET search_path = trap, pg_catalog;
CREATE EXTENSION newsdesk SCHEMA public;
SELECT pg_catalog.count(*) OPERATOR(pg_catalog.>) 0 FROM public.news_claims($article);
SELECT pg_catalog.count(*) OPERATOR(pg_catalog.>) 0 FROM public.news_tokens($article);
SQL
	"t\nt", 'planted objects are not touched');

# Views and functions of the user survive a dump, which empties search_path.
create_database($node, 'original', 'UTF8');
$node->safe_psql('original', <<'SQL');
CREATE TABLE article (id int PRIMARY KEY, body text);
INSERT INTO article VALUES (1, 'The road is closed, the police said.'), (2, 'Élan, said Zoë, is all.');
CREATE FUNCTION claim_count(body text) RETURNS bigint LANGUAGE sql IMMUTABLE
BEGIN ATOMIC
	SELECT count(*) FROM news_claims(body);
END;
CREATE INDEX ON article (claim_count(body));
CREATE VIEW claim AS SELECT id, c.* FROM article, LATERAL news_claims(body) AS c;
CREATE MATERIALIZED VIEW kept AS SELECT * FROM claim;
SQL
my $dump = PostgreSQL::Test::Utils::tempdir() . '/original.sql';
$node->safe_psql('postgres', 'CREATE DATABASE restored TEMPLATE template0');
$node->command_ok([ 'pg_dump', '-f', $dump, $node->connstr('original') ], 'dump');
$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', $dump, $node->connstr('restored') ], 'restore');
is( $node->safe_psql('restored', 'TABLE claim'),
	$node->safe_psql('original', 'TABLE claim'), 'the same claims after dump and restore');
($status) = $node->psql('restored', <<'SQL');
SET search_path = pg_catalog, pg_temp;
REINDEX TABLE public.article;
ANALYZE public.article;
REFRESH MATERIALIZED VIEW public.kept;
SQL
is($status, 0, 'maintenance with an empty search_path');

$node->stop;
done_testing();
