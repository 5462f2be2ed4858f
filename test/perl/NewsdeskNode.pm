# A server for a test, with databases that have the extension.
package NewsdeskNode;

use strict;
use warnings;

use Exporter 'import';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;

our @EXPORT = qw(start_node create_database write_binary_row track_articles out_of_step);

# The private server of "make check" leaves in NEWSDESK_EXTENSION_CONF the
# settings that find an extension which is not installed in the system.
sub start_node
{
	my ($name, %options) = @_;
	my $node = PostgreSQL::Test::Cluster->new($name);
	my $conf = $ENV{NEWSDESK_EXTENSION_CONF};

	$node->init(extra => [ '--encoding', 'UTF8', '--locale', 'C' ], %options);
	$node->append_conf('postgresql.conf', slurp_file($conf)) if $conf;
	$node->append_conf('postgresql.conf', "fsync = off\njit = off\n");
	$node->start;
	return $node;
}

sub create_database
{
	my ($node, $name, $encoding) = @_;

	$node->safe_psql('postgres',
		"CREATE DATABASE $name ENCODING '$encoding' LOCALE 'C' TEMPLATE template0");
	$node->safe_psql($name, 'CREATE EXTENSION newsdesk');
	return;
}

# A file for COPY (FORMAT binary): one row of one column, with these bytes as its
# value.
sub write_binary_row
{
	my ($file, $value) = @_;

	open(my $out, '>:raw', $file) or die "$file: $!";
	print $out "PGCOPY\n\377\r\n\0", pack('NN', 0, 0), pack('n', 1), pack('N', length($value)), $value, pack('n', 0xffff);
	close($out) or die "$file: $!";
	chmod 0644, $file;
	return $file;
}

# A table of articles that is kept analysed, with `count` of them.
sub track_articles
{
	my ($node, $database, $count) = @_;

	$node->safe_psql($database, <<"SQL");
CREATE TABLE articles (id int PRIMARY KEY, title text, body text, published_at timestamptz, views int NOT NULL DEFAULT 0);
SELECT news_track('articles', body => 'body', title => 'title', published => 'published_at');
CREATE FUNCTION article(n int, word text, OUT id int, OUT title text, OUT body text, OUT published_at timestamptz)
LANGUAGE sql IMMUTABLE AS \$\$
	SELECT n, 'Report ' || n, format('At least %s people were killed, the %s of district %s said. '
		'Officer Ilse Karlova denied that %s were missing.', n, word, n % 97, n + 1), '2026-11-18Z'::timestamptz + n * interval '1 hour'
\$\$;
INSERT INTO articles SELECT a.* FROM generate_series(1, $count) AS n, LATERAL article(n, 'police') AS a;
SQL
	return;
}

# The number of rows by which the tables of a tracked table differ from a fresh
# analysis of what is in it now.
sub out_of_step
{
	my ($node, $database, $table) = @_;
	$table //= 'articles';
	my $day = "(published_at AT TIME ZONE 'UTC')::date";

	return $node->safe_psql($database, <<"SQL");
CREATE TEMPORARY TABLE fresh AS SELECT id, news_digest(body, title, $day) AS digest FROM $table;
WITH claims AS (SELECT id, c.* FROM fresh, LATERAL news_claims(digest) AS c),
	tolls AS (SELECT id, t.* FROM fresh, LATERAL news_tolls(digest) AS t)
SELECT (SELECT count(*) FROM (TABLE claims EXCEPT ALL TABLE ${table}_claims) AS c)
	+ (SELECT count(*) FROM (TABLE ${table}_claims EXCEPT ALL TABLE claims) AS c)
	+ (SELECT count(*) FROM (TABLE tolls EXCEPT ALL TABLE ${table}_tolls) AS t)
	+ (SELECT count(*) FROM (TABLE ${table}_tolls EXCEPT ALL TABLE tolls) AS t)
	+ (SELECT count(*) FROM fresh AS f FULL JOIN ${table}_news AS n USING (id) WHERE f.digest IS DISTINCT FROM n.digest);
SQL
}

1;
