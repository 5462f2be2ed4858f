# Copies of a database with tracked tables: dump and restore, logical
# replication of what was found, a standby.
use strict;
use warnings;

use FindBin;
use lib "$FindBin::RealBin/../perl";
use NewsdeskNode;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = start_node('copies', allows_streaming => 'logical');
my $dump = PostgreSQL::Test::Utils::tempdir() . '/desk.sql';

# Two tables, one of them renamed since and with an odd name, a third that is
# tracked no longer, names of sources, a reader.
create_database($node, 'desk', 'UTF8');
track_articles($node, 'desk', 40);
$node->safe_psql('desk', <<'SQL');
CREATE SCHEMA "Odd; one";
CREATE TABLE "Odd; one".first (id int, day date, body text, PRIMARY KEY (day, id)) PARTITION BY RANGE (day);
CREATE TABLE "Odd; one".part PARTITION OF "Odd; one".first DEFAULT;
SELECT news_track('"Odd; one".first', body => 'body', published => 'day');
ALTER TABLE "Odd; one".first RENAME TO "a ""table"" 100%";
INSERT INTO "Odd; one"."a ""table"" 100%" VALUES (1, '2026-11-18', 'It rained, Ada Moss said.');
CREATE TABLE past (id int PRIMARY KEY, body text);
SELECT news_track('past', body => 'body');
INSERT INTO past VALUES (1, 'It rained, Ada Moss said.');
SELECT news_untrack('past');
INSERT INTO news_alias VALUES ('Ada Moss', 'organisation:weather service');
CREATE ROLE copies_reader;
SELECT news_grant_reader('articles', 'copies_reader');
SQL
$node->safe_psql('postgres', 'CREATE DATABASE restored TEMPLATE template0');
$node->command_ok([ 'pg_dump', '-f', $dump, $node->connstr('desk') ], 'dump');
like(slurp_file($dump), qr/^SELECT pg_catalog\.set_config\('search_path', '', false\);/m, 'the dump empties search_path');
$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', $dump, $node->connstr('restored') ], 'restore');

foreach my $query (
	'SELECT * FROM articles_news ORDER BY id',
	'SELECT * FROM articles_claims ORDER BY id, claim_no',
	'SELECT * FROM articles_tolls_view ORDER BY toll_id',
	'SELECT * FROM "Odd; one".first_claims_view',
	'SELECT name, source, key FROM news_alias',
	'SELECT articles, tracked, rows, analysed, stale, failed, missing, problem FROM news_tracked ORDER BY articles',
	'SELECT articles::text, stem, news::text, body, title, published, active FROM news_tracking ORDER BY 1')
{
	my $rows = $node->safe_psql('desk', $query);

	isnt($rows, '', 'there are rows');
	is($node->safe_psql('restored', $query), $rows, "the same rows: $query");
}
is($node->safe_psql('restored', q{SELECT count(*) FROM news_tracked WHERE problem IS NOT NULL AND tracked}), '0', 'nothing is wrong');
is($node->safe_psql('restored', 'SET ROLE copies_reader; SELECT count(*) > 0 FROM articles_claims_view'), 't', 'the reader reads');

# Everything goes on working there, with an empty search_path too.
$node->safe_psql('restored', <<'SQL');
SET search_path = '';
INSERT INTO public.articles SELECT a.* FROM public.article(50, 'mayor') AS a;
UPDATE public.articles SET body = 'It snowed, Ada Moss said.' WHERE id < 10;
DELETE FROM public.articles WHERE id = 20;
INSERT INTO "Odd; one".part VALUES (2, '2026-11-19', 'It snowed, the mayor said.');
CALL public.news_backfill('public.articles');
SQL
is($node->safe_psql('restored', 'SELECT count(*) FROM articles_claims WHERE source_key = \'weather service\''), '9', 'names of sources are used');
$node->safe_psql('restored', q{DELETE FROM news_alias; SELECT news_alias_apply('articles')});
is(out_of_step($node, 'restored'), '0', 'in step after the restore');
is($node->safe_psql('restored', 'SELECT id, source_key FROM "Odd; one".first_claims ORDER BY id'), "1|ada moss\n2|mayor", 'partitions, too');
is($node->safe_psql('restored', <<'SQL'), "\narticles", 'news_track finds its tables');
DELETE FROM news_tracking WHERE articles = 'articles'::regclass;
SELECT news_track('articles', body => 'body', title => 'title', published => 'published_at');
SELECT stem FROM news_tracking WHERE articles = 'articles'::regclass;
SQL

# The extension does not take data with it unasked.
my ($status, $out, $err) = $node->psql('restored', 'DROP EXTENSION newsdesk');
like($err, qr/cannot drop extension newsdesk because other objects depend on it/, 'the extension stays while tables use it');
$node->safe_psql('restored', 'SET client_min_messages = error; DROP EXTENSION newsdesk CASCADE');
is($node->safe_psql('restored', 'SELECT count(*) > 0, count(content) > 0 FROM articles_claims'), 't|t', 'plain columns outlive it');
($status, $out, $err) = $node->psql('restored', q{INSERT INTO articles VALUES (99, 'x', 'y')});
is($status, 0, 'and articles can be written');

# A standby answers; what was found is replicated to a server of its own.
my $backup = 'copy';
$node->backup($backup);
my $standby = PostgreSQL::Test::Cluster->new('standby');
$standby->init_from_backup($node, $backup, has_streaming => 1);
$standby->start;
my $reader = start_node('reader');
create_database($reader, 'desk', 'UTF8');
$node->command_ok([ 'pg_dump', '--schema-only', '--exclude-schema', 'Odd; one', '-f', $dump, $node->connstr('desk') ], 'dump of the schema');
$reader->safe_psql('postgres', 'CREATE ROLE copies_reader; DROP DATABASE desk; CREATE DATABASE desk TEMPLATE template0');
$reader->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', $dump, $reader->connstr('desk') ], 'restore of the schema');
$node->safe_psql('desk', 'CREATE PUBLICATION news FOR TABLE articles, articles_news, articles_claims, articles_tolls');
$reader->safe_psql('desk', "CREATE SUBSCRIPTION news CONNECTION '" . $node->connstr . " dbname=desk' PUBLICATION news");
$reader->wait_for_subscription_sync($node, 'news', 'desk');
$node->safe_psql('desk', <<'SQL');
INSERT INTO articles SELECT a.* FROM generate_series(101, 120) AS n, LATERAL article(n, 'nurse') AS a;
UPDATE articles SET body = 'It snowed, the mayor said.' WHERE id < 10;
DELETE FROM articles WHERE id BETWEEN 10 AND 20;
SQL
$node->wait_for_catchup('news');
$node->wait_for_catchup($standby, 'replay');
my $claims = 'SELECT * FROM articles_claims_view ORDER BY claim_id';
my $tolls = 'SELECT * FROM articles_tolls_view ORDER BY toll_id';
my $counts = q{SELECT rows, analysed, stale, failed, missing, problem FROM news_tracked WHERE articles = 'articles'};
foreach my $query ($claims, $tolls, $counts, 'SELECT * FROM articles_daily ORDER BY 1, 2, 3, 4, 5, 6, 7')
{
	is($standby->safe_psql('desk', $query), $node->safe_psql('desk', $query), "a standby: $query");
}
is($reader->safe_psql('desk', $claims), $node->safe_psql('desk', $claims), 'replicated claims');
is($reader->safe_psql('desk', $tolls), $node->safe_psql('desk', $tolls), 'replicated figures');
is(out_of_step($reader, 'desk'), '0', 'in step where they were replicated to');

$standby->stop;
$reader->stop;
$node->stop;
done_testing();
