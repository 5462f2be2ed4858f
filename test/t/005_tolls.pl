# Tolls and sources in tables: dump and restore, binary COPY, hostile bytes.
use strict;
use warnings;

use FindBin;
use lib "$FindBin::RealBin/../perl";
use NewsdeskNode;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = start_node('tolls');
my $folder = PostgreSQL::Test::Utils::tempdir();

# Every form of a value, each in the index that it can be in.
create_database($node, 'original', 'UTF8');
$node->safe_psql('original', <<'SQL');
CREATE TABLE figure (id int PRIMARY KEY, toll news_toll, source news_source);
INSERT INTO figure
SELECT n, news_toll((ARRAY['killed', 'wounded', 'missing'])[1 + n % 3],
		CASE WHEN hedge NOT IN ('at most', 'less than') THEN n END,
		CASE WHEN hedge IN ('range', 'vague') THEN n + 5
			WHEN hedge NOT IN ('at least', 'more than') THEN n END, hedge),
	((ARRAY['person:zoë ek ', 'media:cnn < anonymous:sources ', 'organisation:"a < b"'])[1 + n % 3] ||
		CASE WHEN n % 3 < 2 THEN n::text ELSE '' END)::news_source
FROM generate_series(1, 2000) AS n, LATERAL (SELECT (ARRAY['exact', 'at least', 'more than', 'at most',
	'less than', 'almost', 'about', 'range', 'vague'])[1 + n % 9] AS hedge) AS h;
INSERT INTO figure VALUES (0, NULL, NULL);
CREATE INDEX toll_btree ON figure (toll);
CREATE INDEX toll_hash ON figure USING hash (toll);
CREATE INDEX toll_gist ON figure USING gist (toll);
CREATE INDEX source_btree ON figure (source);
CREATE INDEX source_hash ON figure USING hash (source);
SQL

my $dump = "$folder/original.sql";
$node->safe_psql('postgres', 'CREATE DATABASE restored TEMPLATE template0');
$node->command_ok([ 'pg_dump', '-f', $dump, $node->connstr('original') ], 'dump');
$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', $dump, $node->connstr('restored') ], 'restore');
my $rows = $node->safe_psql('original', 'TABLE figure ORDER BY id');
is($node->safe_psql('restored', 'TABLE figure ORDER BY id'), $rows, 'the same rows after dump and restore');

# The same answers with each index as without one.
my %questions = (
	toll_btree => q{toll BETWEEN 'killed 40' AND 'killed 60'},
	toll_hash => q{toll = 'wounded >=100'},
	toll_gist => q{toll && 'missing 700..710'},
	source_btree => q{source < 'media:cnn < anonymous:sources 2'},
	source_hash => q{source = 'person:zoë ek 3'});
foreach my $index (sort keys %questions)
{
	my $others = join(', ', grep { $_ ne $index } sort keys %questions);
	my $query = "SELECT array_agg(id ORDER BY id) FROM figure WHERE $questions{$index}";
	my $plain = $node->safe_psql('original',
		"SET enable_indexscan = off; SET enable_bitmapscan = off; SET enable_indexonlyscan = off; $query");
	my $dropped = "BEGIN; DROP INDEX $others; SET LOCAL enable_seqscan = off";

	like($node->safe_psql('restored', "$dropped; EXPLAIN $query"), qr/\b$index\b/, "$index is used");
	is($node->safe_psql('restored', "$dropped; $query"), $plain, "$index finds the same rows");
	isnt($plain, '', 'there are some');
}

# Through binary COPY and back.
sub copy_binary
{
	my ($file) = @_;

	return $node->psql('original', "COPY copied FROM '$file' (FORMAT binary)",
		extra_params => [ '-v', 'VERBOSITY=sqlstate' ]);
}

my $whole = "$folder/figures";
$node->safe_psql('original', "CREATE TABLE copied (LIKE figure); COPY figure TO '$whole' (FORMAT binary)");
copy_binary($whole);
is($node->safe_psql('original', 'TABLE copied ORDER BY id'), $rows, 'the same rows after binary COPY');

my $toll = pack('CCq>q>', 0, 0, 40, 40);
my %hostile = (
	news_toll => {
		'nothing' => '', 'one byte' => "\0", 'cut off' => substr($toll, 0, 17), 'too long' => "$toll\0",
		'no such kind' => pack('CCq>q>', 99, 0, 40, 40), 'no such hedge' => pack('CCq>q>', 0, 99, 40, 40),
		'bounds the wrong way round' => pack('CCq>q>', 0, 7, 50, 40),
		'below zero' => pack('CCq>q>', 0, 0, -40, -40), 'all ones' => "\377" x 18 },
	news_source => {
		'nothing' => '', 'no kind' => 'jane roe', 'no such kind' => 'ghost:jane', 'no key' => 'person:',
		'open quote' => 'person:"jane', 'a chain without an end' => 'media:cnn < ',
		'a zero byte' => "person:a\0b", 'no UTF-8' => "person:\377\376" });
foreach my $type (sort keys %hostile)
{
	$node->safe_psql('original', "DROP TABLE copied; CREATE TABLE copied (value $type)");
	foreach my $name (sort keys %{ $hostile{$type} })
	{
		my ($status, $out, $err) = copy_binary(write_binary_row("$folder/hostile", $hostile{$type}{$name}));

		like($err, qr/^psql:<stdin>:1: ERROR:  (22P0[23]|22021|08P01)$/m, "$type, $name: refused");
	}
}

# Bytes at random, all of them or where small numbers have theirs, are refused
# or read as a value that can be written again.
srand(20240711);
$node->safe_psql('original', 'DROP TABLE copied; CREATE TABLE copied (value news_toll)');
foreach my $limits (([ (256) x 18 ]) x 10, ([ 10, 10, ((1) x 7, 256) x 2 ]) x 40)
{
	copy_binary(write_binary_row("$folder/hostile", join('', map { chr(int(rand($_))) } @$limits)));
}
is($node->safe_psql('original', 'SELECT count(*) > 0, bool_and(value::text::news_toll = value) FROM copied'),
	't|t', 'no crash, no value that its text form does not give');

$node->stop;
done_testing();
