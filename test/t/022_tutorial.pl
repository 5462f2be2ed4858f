# Every statement of the tutorial, and what it prints there.
use strict;
use warnings;

use FindBin;
use lib "$FindBin::RealBin/../perl";
use NewsdeskNode;
use PostgreSQL::Test::Utils;
use Test::More;

my $top = "$FindBin::RealBin/../..";
my $node = start_node('tutorial');

$node->safe_psql('postgres', "CREATE DATABASE news ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0");
local @ENV{qw(PGHOST PGPORT PGDATABASE PGCLIENTENCODING)} = ($node->host, $node->port, 'news', 'UTF8');

my ($out) = run_command([ 'python3', "$top/test/tutorial.py", "$top/doc/tutorial.md" ]);
my @blocks = $out =~ /^((?:not )?ok \d+ - .*(?:\n#.*)*)/mg;
cmp_ok(scalar(@blocks), '>', 15, 'the tutorial has statements');
foreach my $block (@blocks)
{
	my ($result, $statement, $got) = $block =~ /^(ok|not ok) \d+ - (.*)((?:\n#.*)*)/;
	is($result, 'ok', $statement) or diag($got);
}

# LibreOffice reads the view and draws
SKIP:
{
	my $python = '/usr/bin/python3';
	skip 'no LibreOffice here', 1
		unless -x $python && system("soffice --version > /dev/null 2>&1 && $python -c 'import uno' > /dev/null 2>&1") == 0;
	my $folder = PostgreSQL::Test::Utils::tempdir();
	local $ENV{HOME} = $folder;
	my ($said, $log) = run_command([ $python, "$top/demo/libreoffice.py",
		'host=' . $node->host . ' port=' . $node->port . ' dbname=news user=' . getpwuid($<),
		'articles_tolls_view', 'killed', "$folder/chart.png" ]);
	like($said, qr/^8 figures of 3 sources: /, 'LibreOffice reads the figures') or diag($log);
	my (undef, undef, $width, $height) = unpack 'a8 a8 N N', slurp_file("$folder/chart.png");
	is("$width x $height", '880 x 480', 'and draws a chart');
	cmp_ok(-s "$folder/chart.png", '>', 10000, 'that is not blank');
}

$node->stop;
done_testing();
