# A library whose weights are damaged is an error, not a crash and not nonsense.
use strict;
use warnings;

use FindBin;
use lib "$FindBin::RealBin/../perl";
use NewsdeskNode;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = start_node('damage');
my ($library) = grep { -f } map { "$_/newsdesk.so" }
  split(/:/, $node->safe_psql('postgres', 'SHOW dynamic_library_path')), $node->config_data('--pkglibdir');
my $whole = slurp_binary($library);
my $folder = PostgreSQL::Test::Utils::tempdir();

sub slurp_binary
{
	my ($path) = @_;

	open(my $file, '<:raw', $path) or die "$path: $!";
	local $/;
	return scalar <$file>;
}

# a new file each time: the old one may be mapped by a backend
sub put_library
{
	my ($bytes) = @_;

	unlink "$folder/newsdesk.so";
	open(my $file, '>:raw', "$folder/newsdesk.so") or die "$folder: $!";
	print $file $bytes;
	close($file) or die "$folder: $!";
	return;
}

put_library($whole);
chmod 0755, $folder;
$node->append_conf('postgresql.conf', "dynamic_library_path = '$folder:\$libdir'");
$node->restart;
create_database($node, 'news', 'UTF8');
my $query = q{SELECT count(*) FROM news_claims('The road is closed, the police said.')};
cmp_ok($node->safe_psql('news', $query), '>', 0, 'the whole library');

foreach my $model (qw(tagger parser proposer decider))
{
	my $weights = slurp_binary("model/$model.bin");
	my $start = index($whole, $weights);
	my $survived = 0;
	my $refused = 0;
	my @places = (0, 1, 8, 16, 40, map { int($_ * length($weights) / 8) } 1 .. 7);

	cmp_ok($start, '>', 0, "$model: its weights stand in the library");
	foreach my $place (@places)
	{
		my $damaged = $whole;

		substr($damaged, $start + $place, 1) ^= "\x10";
		put_library($damaged);
		my ($status, $out, $err) = $node->psql('news', $query);
		$refused++ if $status == 3 && $err =~ /ERROR:  weights of newsdesk are damaged: /;
		$survived++ if $node->safe_psql('news', 'SELECT 1') eq '1';
	}
	is($survived, scalar @places, "$model: the server survives damage");
	is($refused, scalar @places, "$model: damage is an error");
}

$node->stop;
done_testing();
