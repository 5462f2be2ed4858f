# The page that "make demo" writes, in a browser: what is on it is what the
# views know, and an article cannot put anything of its own into it.
use strict;
use warnings;
use utf8;

use FindBin;
use lib "$FindBin::RealBin/../perl";
use Browser;
use Encode;
use NewsdeskNode;
use PostgreSQL::Test::Utils;
use Test::More;

my $demo = "$FindBin::RealBin/../../demo";
my $node = start_node('report');
my $folder = PostgreSQL::Test::Utils::tempdir();
local $ENV{PGHOST} = $node->host;
local $ENV{PGPORT} = $node->port;

# A page about a folder of articles, made in a database of that name.
sub make_page
{
	my ($name, $articles) = @_;
	my $page = "$folder/$name.html";

	create_database($node, $name, 'UTF8');
	local $ENV{PGDATABASE} = $name;
	command_ok([ "$demo/report.sh", $articles, $page ], "a page about $name");
	return $page;
}

my $page = make_page('articles', "$demo/articles");
my $html = slurp_utf8($page);
unlike($html, qr/\b(?:src|href)="?https?:|\burl\(|\@import/i, 'nothing is fetched from elsewhere');
unlike($html, qr/\{\{|\}\}\s*</, 'every part is filled in');

my $hostile = "$folder/hostile";
mkdir $hostile or die;
my $attack = q{<script>document.documentElement.dataset.broken = 1</script>};
my $image = q{<img src="x" onerror="document.documentElement.dataset.broken = 2">};
append_to_file("$hostile/2026-11-18-<img src=x onerror=alert(1)>.txt",
	"$attack\n\nAt least 12 $image people were killed in $attack, the $image police said.\n\n" .
	qq{"$attack</script></style>-->{{figures}}</a>," Mira "$image" Solberg said. "Nobody \\u003c &lt; &amp; '>."\n\n} .
	qq{Solberg denied that 40 "><script>document.documentElement.dataset.broken = 3</script> people were missing.\n});
append_to_file("$hostile/$_.txt", "") for ('empty', 'O\'Hara & "co"');
my $hostile_page = make_page('hostile', $hostile);
unlike(slurp_utf8($hostile_page), qr/<img|<script>document/, 'text stays text');

mkdir "$folder/nothing" or die;
my $empty_page = make_page('nothing', "$folder/nothing");

SKIP:
{
	skip 'no chromium here', 1 unless find_browser();

	my ($dom, $errors) = page_in_browser($page);
	is($errors, '', 'no script error');
	like($dom, qr/<html[^>]* data-ready="yes"/, 'the script ran to its end');

	my $count = sub { return $node->safe_psql('articles', "SELECT count(*) FROM $_[0]") };
	my @articles = $dom =~ m{(<article id="a-\d+".*?</article>)}gs;
	is(scalar(@articles), $count->('articles'), 'each article');
	foreach my $name (split /\n/, $node->safe_psql('articles', 'SELECT name FROM articles'))
	{
		like($dom, qr{<p>\Q$name\E · \d+ Oct 2026</p>}, "article $name");
	}

	my (%claims, %tolls, $described);
	foreach my $article (@articles)
	{
		my ($id) = $article =~ /id="a-(\d+)"/;
		my ($text) = $article =~ m{<div class="text">(.*?)</div>}s;
		foreach my $mark ($text =~ /<span ([^>]*\bnd-(?:claim|toll)[^>]*)>/g)
		{
			next if $mark =~ /\bunlisted\b/;
			$claims{"$id-$1"} = 1 if $mark =~ /\bnd-claim\b.*\bdata-claim="(\d+)"/;
			$tolls{"$id-$1"} = 1 if $mark =~ /\bdata-toll="(\d+)"/;
			$described++ if $mark =~ /\baria-describedby="([ct]-\d+-\d+)"/ && $article =~ /<li id="$1"/;
		}
		my $words = $text =~ s/<[^>]*>//gr;
		$words =~ s/&(lt|gt|amp|quot|#39|nbsp);/{ lt => '<', gt => '>', amp => '&', quot => '"', '#39' => "'", nbsp => "\xa0" }->{$1}/ge;
		my $body = $node->safe_psql('articles', "SELECT body FROM articles WHERE id = $id");
		is($words =~ s/\s+//gr, decode('UTF-8', $body) =~ s/\s+//gr, "the text of article $id, and nothing else");
	}
	my ($claims, $tolls) = map { $count->($_) } ('articles_claims_view', 'articles_tolls_view');
	cmp_ok($claims, '>', 100, 'the articles have claims');
	is(scalar(keys %claims), $claims, 'every claim of the view is highlighted');
	is(scalar(keys %tolls), $tolls, 'every figure of the view is highlighted');
	is($described, $claims + $tolls, 'each tells what it is');

	my @points = $dom =~ /<a (class="point[^>]*)>/g;
	is(scalar(@points), $tolls, 'every figure of the view is a point of the chart');
	is(scalar(grep { /\bnegated\b/ } @points), $count->('articles_tolls_view WHERE negated'), 'denied ones are marked');
	my ($bounds) = $node->safe_psql('articles', q{SELECT 'text' FROM articles_tolls_view WHERE text = 'killed >400' LIMIT 1});
	is($bounds, 'text', 'one figure has an open end');
	like($dom, qr{>&gt;400</text>}, 'it is so in the chart');
	my @denials = $dom =~ /<tr id="d-/g;
	is(scalar(@denials), $count->('articles_claims_view WHERE denies AND NOT negated'), 'each denial');
	like($dom, qr{<div class="contradict">.*?<b>63</b>.*?cannot be.*?<b>71</b>.*?</div>\s*<div class="agree">}s,
		'contradictions stand apart');
	like($dom, qr{<div class="agree">.*?<b>≥63</b>.*?can be.*?<b>71</b>}s, 'from what only looks different');

	# what appears over a mark
	my $toll = $node->safe_psql('articles',
		q{SELECT id || '-' || toll_no FROM articles_tolls_view WHERE text = 'killed >=63' ORDER BY id LIMIT 1});
	($dom) = page_in_browser("$page#t-$toll");
	my ($card) = $dom =~ m{<div id="card"([^>]*>.*?)</div>}s;
	unlike($card, qr/^[^>]*\bhidden/, 'a card over a figure');
	like($card, qr/≥63 killed.*“[Aa]t least 63”/s, 'tells the figure');
	my ($claim, $source, $stance) = split /\|/, $node->safe_psql('articles', q{SELECT id || '-' || claim_no, source_name, stance
		FROM articles_claims_view WHERE stance = 'warn' AND source_kind = 'person' ORDER BY id, claim_no LIMIT 1});
	($dom) = page_in_browser("$page#c-$claim");
	($card) = $dom =~ m{<div id="card"([^>]*>.*?)</div>}s;
	like($card, qr/<b>\Q$source\E<.*\b$stance\b/s, 'a card over a claim tells its source and stance');

	foreach my $size ([ 1280, 900 ], [ 500, 900 ])
	{
		my $picture = picture_of($page, "$folder/page.png", @$size);
		is_deeply([ @$picture{qw(width height)} ], $size, "a picture @$size");
		is($picture->{corner}, '14233c', 'begins with the colour of the heading');
		cmp_ok($picture->{rows}, '>', $size->[1] / 3, 'is not blank');
	}

	($dom, $errors) = page_in_browser($hostile_page);
	is($errors, '', 'no script error with a hostile article');
	like($dom, qr/<html[^>]* data-ready="yes"/, 'the script ran');
	unlike($dom, qr/data-broken=/, 'that of the article did not');
	my ($element) = $dom =~ m{(<img[^>]*>)};
	is($element, undef, 'no element of the article is on the page');
	is(() = $dom =~ /<article /g, 3, 'three articles');

	($dom, $errors) = page_in_browser($empty_page);
	is($errors, '', 'no script error without articles');
	like($dom, qr/No figures in these articles/, 'says so');
}

$node->stop;
done_testing();
