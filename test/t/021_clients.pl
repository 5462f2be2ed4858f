# The programs of README.md, as they stand there: each gets the same rows.
use strict;
use warnings;

use FindBin;
use lib "$FindBin::RealBin/../perl";
use IPC::Run;
use NewsdeskNode;
use PostgreSQL::Test::Utils;
use Test::More;

my $readme = slurp_file("$FindBin::RealBin/../../README.md");
my $folder = PostgreSQL::Test::Utils::tempdir();
my $user = getpwuid($<);
my $node = start_node('clients');

# JDBC knows no Unix sockets
$node->append_conf('postgresql.conf', "listen_addresses = '127.0.0.1'\n");
$node->restart;
create_database($node, 'news', 'UTF8');
$node->safe_psql('news', <<'SQL');
CREATE TABLE articles (id int PRIMARY KEY, title text, body text, published date);
SELECT news_track('articles', body => 'body', title => 'title', published => 'published');
INSERT INTO articles VALUES
(1, 'Blast at Norvik depot', $$At least 12 people were killed and about 30 wounded when a fuel depot exploded in Norvik, police said on Tuesday.

The fire service spoke of nine dead. Zoë "Kit" Östlund, the mayor, said that up to 500 people had been evacuated.$$, '2026-11-18'),
(2, NULL, $$Between 10 and 15 people died, according to Łódź’s governor. Nobody knows who 3 of them were.$$, NULL);
SQL

# What the readme has in a language, and how that block begins.
sub block
{
	my ($language, $beginning) = @_;
	my ($block) = $readme =~ /^```$language\n(\Q$beginning\E.*?)^```$/ms;

	die "no such block: $language, $beginning" unless $block;
	return $block;
}

sub program
{
	my ($name, @block) = @_;

	append_to_file("$folder/$name", block(@block));
	return "$folder/$name";
}

# Its rows; what stands for NULL differs from language to language.
sub rows_of
{
	my ($name, @command) = @_;
	my ($out, $log);

	local @ENV{qw(PGHOST PGPORT PGUSER)} = ($node->host, $node->port, $user);
	local $ENV{PGCLIENTENCODING} = 'UTF8';
	local $ENV{PYTHONIOENCODING} = 'UTF-8';
	local $ENV{JAVA_TOOL_OPTIONS} = '-Dfile.encoding=UTF-8';
	ok(IPC::Run::run(\@command, '<', \undef, '>', \$out, '2>', \$log, IPC::Run::timeout(120)), "$name runs") or diag($log);
	$out =~ s/(?<=\|)(?:None|null)(?=\||$)//mg;
	return $out;
}

my $expected = rows_of('psql', 'sh', '-c', block('sh', 'psql'));
is($expected, $node->safe_psql('news',
	'SELECT toll_id, text, low, high, source_name FROM articles_tolls_view ORDER BY toll_id') . "\n", 'psql gets the rows');
like($expected, qr/\|killed >=12\|12\|\|police$/m, 'one with a bound');
like($expected, qr/^2\//m, 'and one of another article');

my $python = '/usr/bin/python3';
my $has = sub { return -x $python && system("$python -c 'import $_[0]' > /dev/null 2>&1") == 0 };

SKIP:
{
	skip 'no psycopg here', 1 unless $has->('psycopg');
	is(rows_of('psycopg', $python, program('tolls_psycopg.py', 'python', '# psycopg'),
		'host=' . $node->host . ' port=' . $node->port . ' dbname=news'), $expected, 'psycopg');
}

SKIP:
{
	my ($driver) = glob '/usr/lib/*/odbc/psqlodbcw.so';
	skip 'no ODBC here', 1 unless $driver && $has->('pyodbc');
	is(rows_of('ODBC', $python, program('tolls_odbc.py', 'python', '# ODBC'),
		"Driver=$driver;Server=127.0.0.1;Port=" . $node->port . ";Database=news;Uid=$user"), $expected, 'ODBC');
}

SKIP:
{
	my $jar = '/usr/share/java/postgresql.jar';
	skip 'no JDBC here', 1 unless -f $jar && system('javac -version > /dev/null 2>&1') == 0;
	is(rows_of('JDBC', 'java', '-Xshare:auto', '-XX:TieredStopAtLevel=1', '-cp', $jar, program('Tolls.java', 'java', '// JDBC'),
		'jdbc:postgresql://127.0.0.1:' . $node->port . "/news?user=$user"), $expected, 'JDBC');
}

# Debian's module, or the one of npm where that can be reached.
SKIP:
{
	skip 'no node here', 1 unless system('node --version > /dev/null 2>&1') == 0;
	local $ENV{NODE_PATH} = '/usr/share/nodejs';
	if (!-d '/usr/share/nodejs/pg')
	{
		my $log;
		my $npm = eval { IPC::Run::run([ 'npm', 'install', '--silent', '--no-audit', '--no-fund', '--prefix', $folder, 'pg@8' ],
			'<', \undef, '>&', \$log, IPC::Run::timeout(60)) };
		skip 'no pg for node here', 1 unless $npm;
		$ENV{NODE_PATH} = "$folder/node_modules";
	}
	is(rows_of('node', 'node', program('tolls.js', 'javascript', '// node'),
		"postgresql://$user\@127.0.0.1:" . $node->port . '/news'), $expected, 'node');
}

$node->stop;
done_testing();
