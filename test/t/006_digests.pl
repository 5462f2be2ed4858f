# Digests and claims of whole articles: the rows of the articles, through text,
# JSON, binary COPY, dump and restore, and hostile bytes.
use strict;
use warnings;

use FindBin;
use lib "$FindBin::RealBin/../perl";
use NewsdeskNode;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = start_node('digests');
my $folder = PostgreSQL::Test::Utils::tempdir();
chmod 0755, $folder;

create_database($node, 'original', 'UTF8');
$node->safe_psql('original', 'CREATE TABLE article (id serial PRIMARY KEY, title text, body text, published date)');
foreach my $file (sort glob('demo/articles/*.txt test/articles/*.txt'))
{
	my ($title, $body) = slurp_file($file) =~ /^(.*?)\n+(.*)$/s;

	$node->safe_psql('original', "INSERT INTO article (title, body, published) VALUES " .
		"(\$body\$$title\$body\$, \$body\$$body\$body\$, '2031-05-15'), (NULL, \$body\$$title\n\n$body\$body\$, NULL)");
}
$node->safe_psql('original', <<'SQL');
INSERT INTO article (title, body) VALUES (NULL, NULL), ('', ''), ('Anna Ek said no', 'No.');
CREATE TABLE found AS SELECT id, news_digest(body, title, published) AS digest FROM article;
CREATE TABLE claim AS SELECT a.id, c.claim FROM article AS a, LATERAL news_claims(body, title, published) AS c;
CREATE INDEX ON found USING hash (digest);
CREATE INDEX ON claim USING hash (claim);
SQL

# The same rows from digest and article.
foreach my $function (qw(news_claims news_tolls news_sources))
{
	my $of_article = "SELECT a.id, r.* FROM article AS a, LATERAL $function(body, title, published) AS r";
	my $of_digest = "SELECT f.id, r.* FROM found AS f, LATERAL $function(digest) AS r";

	is( $node->safe_psql('original', "SELECT (SELECT count(*) > 20 FROM ($of_digest) AS d),
			(SELECT count(*) FROM ($of_article EXCEPT ALL $of_digest) AS x),
			(SELECT count(*) FROM ($of_digest EXCEPT ALL $of_article) AS x)"),
		't|0|0', "$function: the same rows from digest and article");
}

# In and out again.
my $again = 'SELECT count(*) > 20, bool_and(value::text::%1$s = value), bool_and(value::jsonb::%1$s = value) ' .
  'FROM %2$s AS t (id, value) WHERE value IS NOT NULL';
is($node->safe_psql('original', sprintf($again, 'news_digest', 'found')), 't|t|t', 'digests as text and JSON');
is($node->safe_psql('original', sprintf($again, 'news_claim', 'claim')), 't|t|t', 'claims as text and JSON');
foreach my $table (qw(found claim))
{
	$node->safe_psql('original', "COPY $table TO '$folder/$table' (FORMAT binary);
		CREATE TABLE ${table}_copy (LIKE $table); COPY ${table}_copy FROM '$folder/$table' (FORMAT binary)");
	is($node->safe_psql('original', "SELECT count(*) FROM (TABLE $table EXCEPT ALL TABLE ${table}_copy) AS x"),
		'0', "$table: binary COPY");
}
my $dump = "$folder/original.sql";
$node->safe_psql('postgres', 'CREATE DATABASE restored TEMPLATE template0');
$node->command_ok([ 'pg_dump', '-f', $dump, $node->connstr('original') ], 'dump');
$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', $dump, $node->connstr('restored') ], 'restore');
foreach my $table (qw(found claim))
{
	$node->safe_psql($_, "COPY (TABLE $table ORDER BY id, md5($table\::text)) TO '$folder/$table.$_' (FORMAT binary)")
	  foreach qw(original restored);
	ok(slurp_file("$folder/$table.original") eq slurp_file("$folder/$table.restored"), "$table: dump and restore");
}

# Digests are smaller than what they were made of.
cmp_ok($node->safe_psql('original', 'SELECT sum(length(news_digest_send(digest)))::numeric / sum(octet_length(body))
		FROM found JOIN article USING (id) WHERE length(body) > 1000'), '<', 0.8, 'size');

# Bytes that were changed, cut off, put in: refused, or read as a value that its
# bytes, text and rows agree about.
$node->safe_psql('original', <<'SQL');
CREATE TABLE received_digest (value news_digest);
CREATE TABLE received_claim (value news_claim);
CREATE FUNCTION receive(type text, file text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	same boolean;
BEGIN
	IF type = 'news_digest' THEN
		DELETE FROM received_digest;
		EXECUTE format('COPY received_digest FROM %L (FORMAT binary)', file);
		SELECT value::text::news_digest = value INTO same FROM received_digest;
		PERFORM news_claims(value), news_tolls(value), news_sources(value) FROM received_digest;
	ELSE
		DELETE FROM received_claim;
		EXECUTE format('COPY received_claim FROM %L (FORMAT binary)', file);
		SELECT value::text::news_claim = value INTO same FROM received_claim;
	END IF;
	RETURN CASE WHEN same THEN 'same' ELSE 'another' END;
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE;
END $$;
SQL

my %value;
foreach my $type (qw(news_digest news_claim))
{
	my ($table, $column) = $type eq 'news_digest' ? ('found', 'digest') : ('claim', 'claim');
	my $hex = $node->safe_psql('original', "SELECT encode(${type}_send($column), 'hex') FROM $table WHERE $column IS NOT NULL
		ORDER BY abs(length(${type}_send($column)) - 300), id LIMIT 1");

	$value{$type} = pack('H*', $hex);
}

sub mutations
{
	my ($whole) = @_;
	my @mutated = ('', "\0", "\1", "\1a", "\1c", "\2a", "$whole\0", "\377" x 40, "\1a" . "\377" x 40, "\1c" . "\0" x 40);

	push @mutated, substr($whole, 0, $_) foreach 1 .. length($whole) - 1;
	foreach my $at (0 .. length($whole) - 1)
	{
		foreach my $byte (0, 1, 127, 128, 255, int(rand(256)))
		{
			my $copy = $whole;

			substr($copy, $at, 1) = chr($byte);
			push @mutated, $copy if $copy ne $whole;
		}
		push @mutated, substr($whole, 0, $at) . chr(int(rand(256))) . substr($whole, $at);
	}
	return @mutated;
}

srand(20240711);
foreach my $type (sort keys %value)
{
	my @files = map { "$folder/$type.$_" } 0 .. 9999;
	my @mutated = mutations($value{$type});
	my $other = $type eq 'news_digest' ? 'news_claim' : 'news_digest';

	is($node->safe_psql('original', "SELECT receive('$type', '" . write_binary_row("$folder/whole", $value{$type}) . "')"),
		'same', "$type: as it was");
	is($node->safe_psql('original', "SELECT receive('$other', '$folder/whole')"), '22P03', "$type is no $other");
	write_binary_row($files[$_], $mutated[$_]) foreach 0 .. $#mutated;
	is( $node->safe_psql('original', "SELECT string_agg(DISTINCT outcome, ' ' ORDER BY outcome)
			FROM generate_series(0, $#mutated) AS n, LATERAL receive('$type', '$folder/$type.' || n) AS outcome"),
		'22P03 same', "$type: $#mutated changes");
	unlink @files[0 .. $#mutated];
}

$node->stop;
done_testing();
