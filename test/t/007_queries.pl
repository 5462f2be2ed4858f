# Queries in every kind of encoding, through dump, restore and binary input.
use strict;
use warnings;

use FindBin;
use lib "$FindBin::RealBin/../perl";
use NewsdeskNode;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = start_node('queries');
my $folder = PostgreSQL::Test::Utils::tempdir();
chmod 0755, $folder;
$ENV{PGCLIENTENCODING} = 'UTF8';

# Kept the same, ordered the same, and in the dump of one as in that of others.
my @queries = ('source:"Élodie Brûlé" & "naïve CEASE-FIRE"', 'Zürich | !Übung', 'killed >? 1,000', '', 'ÿ*', 'a & “b c”');
my $kept = join "\n", '', 'a & "b c"', 'killed >? 1000', 'source:"élodie brûlé" & "naïve cease fire"', 'zürich | !übung', 'ÿ*';

foreach my $encoding (qw(UTF8 WIN1252))
{
	create_database($node, lc $encoding, $encoding);
	$node->safe_psql(lc $encoding, 'CREATE TABLE saved (search news_query PRIMARY KEY); INSERT INTO saved VALUES ' .
		join(', ', map { "('$_')" } @queries));
	is($node->safe_psql(lc $encoding, 'SELECT search FROM saved ORDER BY search'), $kept, "$encoding: canonical text");
	is($node->safe_psql(lc $encoding, q{SELECT to_news_query('Élan -Été')}), 'élan & !été', "$encoding: forgiving");
	my ($status, $out, $error) = $node->psql(lc $encoding, q{SELECT 'é & (ü'::news_query});
	like($error, qr/parenthesis is missing\. The fault is at character 7\./, "$encoding: faults count characters");
}
foreach my $from (qw(utf8 win1252))
{
	my $dump = "$folder/$from.sql";

	create_database($node, "from_$from", $from eq 'utf8' ? 'LATIN1' : 'UTF8');
	$node->safe_psql("from_$from", 'DROP EXTENSION newsdesk');
	$node->command_ok([ 'pg_dump', '-f', $dump, $node->connstr($from) ], "dump of $from");
	$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', $dump, $node->connstr("from_$from") ],
		"restore into another encoding");
	is($node->safe_psql("from_$from", 'SELECT search FROM saved ORDER BY search'), $kept, "restored from $from");
}

# Binary input reads as strictly as text input.
sub binary_copy
{
	my $bytes = shift;

	my ($status, $out, $error) = $node->psql('utf8',
		"TRUNCATE saved; COPY saved FROM '" . write_binary_row("$folder/query", $bytes) . "' (FORMAT binary); TABLE saved");
	return $status == 0 ? $out : $error;
}
is(binary_copy('A&(B)'), 'a & b', 'binary input makes the canonical text');
like(binary_copy('a &'), qr/A term must stand here\. The fault is at character 4\./, 'binary input: syntax');
like(binary_copy("a\xff"), qr/invalid byte sequence/, 'binary input: encoding');
like(binary_copy('(' x 65), qr/64 deep/, 'binary input: depth');
like(binary_copy('a' x 65537), qr/longer than 65536 bytes/, 'binary input: length');

# Bytes without any order: an error of the syntax, or a query that stays.
create_database($node, 'bytes', 'SQL_ASCII');
$ENV{PGCLIENTENCODING} = 'SQL_ASCII';
is($node->safe_psql('bytes', <<'SQL'),
CREATE FUNCTION outcome(words text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	RETURN words::news_query::text::news_query::text = words::news_query::text;
EXCEPTION WHEN syntax_error OR program_limit_exceeded THEN
	RETURN sqlstate;
END
$$;
CREATE TABLE noise AS
	SELECT convert_from(decode(replace(substr(md5(i::text) || md5((-i)::text), 1, 2 + 2 * (i % 30)), '00', '28'), 'hex'), 'SQL_ASCII') AS words
	FROM generate_series(1, 20000) AS i;
SELECT count(*) FILTER (WHERE outcome(words) NOT IN ('true', '42601')),
	count(*) FILTER (WHERE outcome(words) = 'true') > 100,
	count(*) FILTER (WHERE to_news_query(words)::text::news_query <> to_news_query(words)) FROM noise
SQL
	'0|t|0', 'any bytes');

done_testing();
