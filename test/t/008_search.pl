# 2,000 queries at random, on claims and on digests: the rows that GIN finds,
# those that a sequential scan finds, and those that SQL finds in the flat rows
# of news_claims and news_tolls, are the same.
#
# The SQL is made here beside each query, and shares nothing with the library:
# words are split by a regular expression and stemmed by the server's own
# Snowball dictionary, names are what news_tokens tags so, and figures are
# compared by the operators of news_toll.
use strict;
use warnings;
use utf8;

use FindBin;
use lib "$FindBin::RealBin/../perl";
use JSON::PP;
use NewsdeskNode;
use PostgreSQL::Test::Utils;
use Test::More;

use constant QUERIES => 2000;

my $top = "$FindBin::RealBin/../..";
my $folder = PostgreSQL::Test::Utils::tempdir();
my $node = start_node('search');
create_database($node, 'search', 'UTF8');

# Lists of rows as JSON come out of the server, and lists go in as COPY.
sub rows_of
{
	my ($sql) = @_;

	return @{ JSON::PP->new->utf8->decode($node->safe_psql('search', "SELECT coalesce(json_agg(r), '[]') FROM ($sql) AS r")) };
}

sub copy_in
{
	my ($table, @rows) = @_;
	my $file = "$folder/$table";

	open(my $out, '>:encoding(UTF-8)', $file) or die "$file: $!";
	foreach my $row (@rows)
	{
		print $out join("\t", map { defined $_ ? s/\\/\\\\/gr =~ s/\n/\\n/gr =~ s/\t/\\t/gr =~ s/\r/\\r/gr : '\N' } @$row), "\n";
	}
	close($out) or die "$file: $!";
	chmod 0644, $file;
	$node->safe_psql('search', "COPY $table FROM '$file'");
	return;
}

# Articles of our own, and pieces of them: the first line is the title.
my @articles;
foreach my $path (sort glob("$top/demo/articles/*.txt"), sort glob("$top/test/articles/*.txt"))
{
	my @lines = split /\n/, slurp_file($path) =~ s/\0//gr;

	utf8::decode($_) foreach @lines;
	push @articles, [ scalar @articles, $lines[0], join("\n", @lines[ 1 .. $#lines ]) ];
	push @articles, [ scalar @articles, undef, join("\n", @lines[ $#lines / 2 .. $#lines ]) ] if @lines > 20;
}
$node->safe_psql('search', <<'SQL');
CREATE TABLE article (id int PRIMARY KEY, title text, body text, digest news_digest);
CREATE TABLE incoming (id int, title text, body text);
CREATE INDEX article_digest ON article USING gin (digest);
CREATE TABLE claim (id int PRIMARY KEY, article int, claim_no int, claim news_claim);
CREATE INDEX claim_claim ON claim USING gin (claim) WITH (fastupdate = off);
CREATE TEXT SEARCH DICTIONARY stems (TEMPLATE = snowball, LANGUAGE = english);
SQL
copy_in('incoming', @articles);
$node->safe_psql('search', <<'SQL');
INSERT INTO article SELECT id, title, body, news_digest(body, title) FROM incoming WHERE id % 3 = 0;
REINDEX INDEX article_digest;
INSERT INTO article SELECT id, title, body, news_digest(body, title) FROM incoming WHERE id % 3 > 0;
INSERT INTO article VALUES (-1, NULL, '', news_digest(''::text)), (-2, NULL, '', NULL);
INSERT INTO claim SELECT row_number() OVER (), a.id, c.claim_no, c.claim
FROM article AS a, LATERAL news_claims(a.digest) AS c;
SQL

#
# The flat rows
#

# Words by the rules of doc/query-language.md.
my $apostrophe = qr/['’‘‛ʼ`´′]/;
my $letter = qr/[\p{L}\p{M}]/;
my $word = qr/(?<![\p{L}\p{N}])$letter(?:\.$letter(?![\p{L}\p{M}\p{N}]))+|[\p{L}\p{M}\p{N}]+(?:(?:$apostrophe|(?<=\p{N})\.(?=\p{N})|(?<=\p{N}),(?=[0-9]{3}(?![0-9])))[\p{L}\p{M}\p{N}]+)*/;

sub fold
{
	my ($form) = @_;

	$form = lc($form) =~ s/$apostrophe/'/gr =~ s/,//gr;
	$form =~ s/(?<!\p{N})\.//g;
	return $form =~ s/(?<=.)'s$//r;
}

# The stems of all words that there are, of some more, and of none.
my %stems;
{
	my %forms = map { $_ => 1 } 'unheard', map { my $form = fold($_); ($form, "${form}s") }
		map { /$word/g } map { $_ // '' } map { @$_[ 1, 2 ] } @articles, [ 0, 'aid workers police journalists', 'children women civilians combatants medics hostages prisoners' ];
	my $list = join(',', map { "'" . s/'/''/gr . "'" } sort keys %forms);

	$stems{ $_->{word} } = $_->{stem} foreach rows_of("SELECT word, (ts_lexize('stems', word))[1] AS stem FROM unnest(ARRAY[$list]) AS word");
}

# Where names stand: words tagged so that begin with a capital.
my %names;
foreach my $row (rows_of(q{SELECT a.id, p.part, lower(t.at) AS start, upper(t.at) AS stop
	FROM article AS a, LATERAL (VALUES ('title', title), ('body', body)) AS p (part, words),
		LATERAL news_tokens(p.words) AS t WHERE t.tag LIKE 'NNP%' AND t.form ~ '^[[:upper:]]'}))
{
	$names{"$row->{id} $row->{part} $_"} = 1 foreach $row->{start} .. $row->{stop} - 1;
}

# A text as |form:stem|form:stem|. Forms without a stem: names and, where nothing
# is stemmed, all of them.
sub coded
{
	my ($text, $stemmed) = @_;
	my @words;

	return '' if !defined $text;
	while ($text =~ /($word)/g)
	{
		push @words, [ fold($1), $stemmed->($-[0] .. $+[0] - 1) ];
	}
	return @words ? '|' . join('|', map { "$_->[0]:" . ($_->[1] ? $stems{ $_->[0] } : '') } @words) . '|' : '';
}

sub always { return 1 }
sub never { return 0 }

# For a text that is joined of pieces by single spaces: the words that are no
# names, by the places where the pieces stood.
sub but_names
{
	my ($row, @pieces) = @_;
	my $part = $row->{in_title} ? 'title' : 'body';
	my @places;

	foreach my $piece (@pieces)
	{
		push @places, -1 if @places;
		push @places, $piece->[0] .. $piece->[1] - 1;
	}
	return sub { return !grep { $names{"$row->{article} $part $places[$_]"} } @_ };
}

sub pieces_of
{
	my ($multirange) = @_;

	return map { [ split /,/ ] } ($multirange // '') =~ /\[([0-9]+,[0-9]+)\)/g;
}

# Rows for claims, and for figures that no claim reports. The places of a field
# stand beside one another with # between.
my %flat;
my @figures;
my $in_title = q{r.passage_kind = 'title' AND a.title IS NOT NULL AS in_title};
foreach my $claim (rows_of(qq{SELECT k.id, k.article, r.*, r.content_at::text AS content_at, NULL AS claim, $in_title
	FROM claim AS k JOIN article AS a ON a.id = k.article, LATERAL news_claims(a.digest) AS r
	WHERE r.claim_no = k.claim_no}))
{
	$flat{ $claim->{id} } = {
		%$claim, is_claim => 't', kind => $claim->{source_kind}, passage => $claim->{passage_kind},
		content => coded($claim->{content}, but_names($claim, pieces_of($claim->{content_at}))),
		cue => coded($claim->{cue}, \&always), source => coded($claim->{source_key}, \&never),
		via => join('#', map { coded($_, \&never) } @{ $claim->{via} }) };
}
foreach my $toll (rows_of(qq{SELECT a.id AS article, k.id AS claim, r.*, r.toll::text AS toll, r.toll_at::text AS toll_at, $in_title,
		j.places -> 'victims_at' AS victims_at, j.places -> 'place_at' AS place_at
	FROM article AS a, LATERAL news_tolls(a.digest) AS r
		LEFT JOIN LATERAL (SELECT id FROM claim WHERE article = a.id AND claim_no = r.claim_no) AS k ON true,
		LATERAL (SELECT places FROM jsonb_array_elements(a.digest::jsonb -> 'tolls') AS places
			WHERE (places ->> 'toll_no')::int = r.toll_no) AS j
	WHERE NOT r.negated}))
{
	my $id = $toll->{claim} // 100000 + @figures;
	my $row = $flat{$id} //= { %$toll, id => $id, is_claim => 'f', kind => '', passage => $toll->{passage_kind} };

	push @figures, [ $id, $toll->{toll} ];
	$row->{content} = join('#', $row->{content},
		coded($toll->{figure_text}, but_names($toll, pieces_of($toll->{toll_at}))),
		coded($toll->{victims}, but_names($toll, $toll->{victims_at} // ())),
		coded($toll->{place}, but_names($toll, $toll->{place_at} // ()))) if $row->{is_claim} eq 't';
	$row->{of} = join('#', $row->{of} // (), coded($toll->{victims}, \&always), coded($toll->{victim_group}, \&always));
}
my @columns = qw(content source via cue victims kind stance quote certainty passage);
$_->{victims} = $_->{of} foreach values %flat;
$_->{content} = '' foreach grep { $_->{is_claim} eq 'f' } values %flat;
$node->safe_psql('search', 'CREATE TABLE flat (id int PRIMARY KEY, article int, is_claim bool, ' .
	join(', ', map { "$_ text" } @columns) . '); CREATE TABLE figure (flat int, toll news_toll)');
copy_in('flat', map { my $row = $_; [ $row->{id}, $row->{article}, $row->{is_claim}, map { $row->{$_} // '' } @columns ] } values %flat);
copy_in('figure', @figures);
$node->safe_psql('search', 'CREATE INDEX ON flat (article); CREATE INDEX ON figure (flat); ANALYZE');
cmp_ok(scalar(grep { $_->{is_claim} eq 't' } values %flat), '>', 200, 'there are claims');
cmp_ok(scalar @figures, '>', 50, 'and figures');
cmp_ok(scalar(grep { $_->{is_claim} eq 'f' } values %flat), '>', 5, 'some of which nobody reports');

#
# Queries: the text, and a condition on a row c of the flat table
#

my $random = 20240711;
sub below
{
	my ($limit) = @_;

	$random = ($random * 1103515245 + 12345) % 2147483648;
	return int($random / 65536) % $limit;
}

sub one_of
{
	return $_[ below(scalar @_) ];
}

# Of each field the sequences of words that occur, in a fixed order.
my %occurring;
foreach my $field (qw(content source via cue victims))
{
	$occurring{$field} = [ map { [ map { s/:.*//r } grep { length } split /\|/ ] }
		grep { length } map { split /#/, $flat{$_}{$field} // '' } sort { $a <=> $b } keys %flat ];
}
my %values = (
	kind => [qw(person country organisation media anonymous document unknown)],
	stance => [qw(state affirm deny concede accuse demand promise warn believe question support)],
	quote => [qw(direct mixed indirect)], certainty => [qw(certain hedged)],
	passage => [qw(title headline dateline byline body caption related boilerplate)]);

sub literal
{
	return "'" . $_[0] =~ s/'/''/gr . "'";
}

sub pattern
{
	return $_[0] =~ s/([^\p{L}\p{M}\p{N}'])/\\$1/gr;
}

# A place of the field where the words stand in a row; with stems, if given.
sub in_row
{
	my ($field, $with_stems, @words) = @_;
	my @each = map { '(' . pattern($_) . ':[^|#]*' . ($with_stems ? '|[^|#:]*:' . pattern($stems{$_}) : '') . ')' } @words;

	return "c.$field ~ " . literal('\\|' . join('\\|', @each) . '\\|');
}

# Some words in a row that occur, or do not.
sub some_words
{
	my ($field, $most) = @_;
	my $words = one_of(@{ $occurring{$field} });
	my $first = below(scalar @$words);
	my $last = $first + below($most);
	my @some = @$words[ $first .. ($last < $#$words ? $last : $#$words) ];

	$some[0] .= 's' if below(8) == 0;
	@some = reverse @some if below(8) == 0;
	@some = ('unheard') if below(30) == 0;
	return @some;
}

sub words_term
{
	my $field = one_of(qw(content content content source via cue victims));
	my $name = $field eq 'content' ? '' : "$field:";
	my @words = some_words($field, $field eq 'content' && below(3) == 0 ? 4 : 1);
	my $shape = below(10);

	if ($shape < 2)
	{
		my $prefix = substr($words[0], 0, 1 + below(5)) =~ s/['.]+$//r;

		return ("$name$prefix*", "c.$field ~ " . literal('\\|' . pattern($prefix) . '[^|#:]*:'));
	}
	if ($shape < 5 && $name)
	{
		@words = @{ one_of(@{ $occurring{$field} }) };
		return (qq{$name"@words"}, "c.$field ~ " . literal('(^|#)\\|' . join('', map { pattern($_) . ':[^|#]*\\|' } @words) . '($|#)'));
	}
	return ($name . (@words > 1 || ($name eq '' && below(9) == 0) ? qq{"@words"} : below(4) ? $words[0] : ucfirst $words[0]),
		in_row($field, $field ne 'source' && $field ne 'via', @words));
}

sub value_term
{
	my $field = one_of(sort keys %values);
	my $value = one_of(@{ $values{$field} });

	return ("$field:$value", "c.$field = '$value'") if below(3);
	$value = substr($value, 0, 1 + below(3));
	return ("$field:$value*", "c.$field LIKE '$value%'");
}

sub figure_term
{
	my ($kind, $number) = one_of(@figures)->[1] =~ /^([a-z]+) [^0-9]*([0-9]+)/;
	my ($comparison, $possibly) = (one_of(qw(= < <= > >= ..)), below(2));
	my ($text, $toll);

	$number += below(5);
	$number = $number < 3 ? 1 : $number - 3 if below(2);
	$number++ if $comparison eq '<' && $number == 0;
	$text = $comparison eq '..' ? '=' : $comparison;
	$text .= '?' if $possibly;
	$toll = $comparison eq '=' ? $number : "$comparison$number";
	if ($comparison eq '..')
	{
		$number .= '..' . ($number + 1 + below(20));
		$toll = $number;
		$text = '' if !$possibly;
	}
	return ("$kind $text $number", "EXISTS (SELECT FROM figure AS f WHERE f.flat = c.id AND f.toll " .
		($possibly ? '&&' : '<@') . " '$kind $toll')");
}

# Returns the query, the condition on a claim, and the condition on an article a.
sub some_query
{
	my ($depth, $in_brackets) = @_;
	my $shape = $depth == 0 ? 9 : below(10);

	if ($shape == 0)
	{
		my ($text, $claim, $article) = some_query($depth - 1, $in_brackets);

		return ("!$text", "NOT $claim", "NOT $article");
	}
	if ($shape < 4)
	{
		my ($text, $claim, $article) = some_query($depth - 1, 1);

		return ("[$text]", $claim, "EXISTS (SELECT FROM flat AS c WHERE c.article = a.id AND c.is_claim AND $claim)");
	}
	if ($shape < 8)
	{
		my ($mark, $word) = @{ one_of([ '&', 'AND' ], [ '&', 'AND' ], [ '|', 'OR' ]) };
		my @left = some_query($depth - 1, $in_brackets);
		my @right = some_query($depth - 1, $in_brackets);

		return ("($left[0] $mark $right[0])", map { "($left[$_] $word $right[$_])" } 1, 2);
	}
	my ($text, $claim) = below(5) < 3 ? words_term() : below(5) < 3 ? figure_term() : value_term();

	return ($text, $claim, "EXISTS (SELECT FROM flat AS c WHERE c.article = a.id AND $claim)");
}

$node->safe_psql('search', 'CREATE TABLE question (no int, query text, claims text, articles text)');
copy_in('question', map { [ $_, some_query(below(4), 0) ] } 1 .. QUERIES);

#
# Three ways to answer
#

$node->safe_psql('search', <<'SQL');
CREATE TABLE answer (no int, way text, claims int[], articles int[]);
CREATE FUNCTION scan_by(index bool) RETURNS void LANGUAGE sql AS $$
	SELECT set_config('enable_seqscan', (NOT index)::text, false), set_config('enable_bitmapscan', index::text, false)
$$;
CREATE FUNCTION ids(rows text) RETURNS int[] LANGUAGE plpgsql AS $$
DECLARE
	found int[];
BEGIN
	EXECUTE format('SELECT coalesce(array_agg(id ORDER BY id), ''{}'') FROM %s', rows) INTO found;
	RETURN found;
END $$;
SELECT scan_by(true);
INSERT INTO answer SELECT no, 'index', ids(format('claim WHERE claim @@ %L', query)), ids(format('article WHERE digest @@ %L', query)) FROM question;
SELECT scan_by(false);
INSERT INTO answer SELECT no, 'scan', ids(format('claim WHERE claim @@ %L', query)), ids(format('article WHERE digest @@ %L', query)) FROM question;
RESET enable_seqscan;
RESET enable_bitmapscan;
INSERT INTO answer SELECT no, 'flat rows', ids('flat AS c WHERE is_claim AND ' || claims),
	ids('article AS a WHERE digest IS NOT NULL AND ' || articles) FROM question;
ANALYZE answer;
ANALYZE question;
SQL

like($node->safe_psql('search', "SET enable_seqscan = off; EXPLAIN SELECT FROM claim WHERE claim @@ '!said'"),
	qr/claim_claim/, 'the index answers what it is forced to, on claims');
like($node->safe_psql('search', "SET enable_seqscan = off; EXPLAIN SELECT FROM article WHERE digest @@ '!said'"),
	qr/article_digest/, 'and on digests');
foreach my $way ('scan', 'flat rows')
{
	foreach my $of ('claims', 'articles')
	{
		my $wrong = $node->safe_psql('search', <<"SQL");
SELECT format('%s: %s by index %s, by $way %s', no, query, i.$of, w.$of)
FROM question JOIN answer AS i USING (no) JOIN answer AS w USING (no)
WHERE i.way = 'index' AND w.way = '$way' AND i.$of IS DISTINCT FROM w.$of ORDER BY no LIMIT 10
SQL
		is($wrong, '', "$of: the same rows by index and by $way");
	}
}
cmp_ok($node->safe_psql('search', "SELECT count(*) FROM answer WHERE way = 'index' AND cardinality(claims) BETWEEN 1 AND (SELECT count(*) - 1 FROM claim)"),
	'>', QUERIES / 3, 'many queries find some claims and not others');
cmp_ok($node->safe_psql('search', "SELECT count(*) FROM answer WHERE way = 'index' AND cardinality(articles) BETWEEN 1 AND (SELECT count(*) - 2 FROM article)"),
	'>', QUERIES / 3, 'and some articles and not others');

$node->stop;
done_testing();
