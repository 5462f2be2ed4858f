# Every server encoding: no error, and positions as the server counts them.
# Words of claims come from digests, which are in UTF-8: what has no character
# there is a question mark.
use strict;
use warnings;

use FindBin;
use lib "$FindBin::RealBin/../perl";
use NewsdeskNode;
use Test::More;

my $node = start_node('encodings');

my $functions = <<'SQL';
CREATE FUNCTION wrong_tokens(body text) RETURNS bigint LANGUAGE sql AS $$
	SELECT count(*) FROM news_tokens(body)
	WHERE substr(body, lower(at) + 1, upper(at) - lower(at)) IS DISTINCT FROM form OR stem IS NULL
$$;
CREATE FUNCTION wrong_sentences(body text) RETURNS bigint LANGUAGE sql AS $$
	SELECT count(*) FROM news_sentences(body)
	WHERE substr(body, lower(at) + 1, upper(at) - lower(at)) IS DISTINCT FROM text
$$;
CREATE FUNCTION wrong_contents(body text) RETURNS bigint LANGUAGE sql AS $$
	SELECT count(*) FROM news_claims(body)
	WHERE (SELECT string_agg(substr(body, lower(r) + 1, upper(r) - lower(r)), ' ' ORDER BY r) FROM unnest(content_at) AS r)
		IS DISTINCT FROM content
$$;
CREATE FUNCTION wrong_digests(body text) RETURNS bigint LANGUAGE sql AS $$
	WITH d AS MATERIALIZED (SELECT news_digest(body, 'Title: ' || left(body, 40)) AS digest)
	SELECT (SELECT count(*) FROM d WHERE digest::text::news_digest IS DISTINCT FROM digest) +
		(SELECT count(*) FROM (SELECT r.* FROM news_claims(body, 'Title: ' || left(body, 40)) AS r
			EXCEPT ALL SELECT r.* FROM d, LATERAL news_claims(digest) AS r) AS x) +
		(SELECT count(*) FROM d, LATERAL news_claims(digest) WHERE claim::text::news_claim IS DISTINCT FROM claim)
$$;
-- what stands for characters of this encoding that Unicode does not have
CREATE FUNCTION in_unicode(body text) RETURNS text LANGUAGE sql AS $$
	SELECT translate(body, string_agg(c, ''), repeat('?', count(*)::int))
	FROM unnest(CASE getdatabaseencoding() WHEN 'WIN1252' THEN ARRAY['\x81', '\x8d', '\x8f', '\x90', '\x9d']
		WHEN 'WIN1251' THEN ARRAY['\x98'] ELSE ARRAY['?'] END::bytea[]) AS b, LATERAL convert_from(b, getdatabaseencoding()) AS c
$$;
-- bytes without any order, none of them zero
CREATE FUNCTION noise(length int) RETURNS bytea LANGUAGE sql AS $$
	SELECT decode(replace(string_agg(md5(i::text), ''), '00', '1f'), 'hex') FROM generate_series(1, length / 16) AS i
$$;
SQL

my %sentence = (
	UTF8 => 'Der Bürgermeister, Jörg Weiß, said: “Nous n’étions pas prêts — 我们不知道。” Ž. Novák said no.',
	LATIN1 => 'Der Bürgermeister, Jörg Weiß, said: «Nous n\'étions pas prêts.» Ç. Ñandú said no.',
	WIN1252 => 'Der Bürgermeister, Jörg Weiß, said: “Nous n’étions pas prêts — non.” Ž. Novak said no.',
	LATIN2 => 'Starosta Łukasz Żak said: "Nie byliśmy gotowi." Ž. Novák said no.',
	WIN1251 => 'Мэр Иван Петров said: «Мы не были готовы». Ж. Новак said no.',
	EUC_JP => 'The mayor, 田中さん, said: 「準備ができていません。」 Kenji Mori said no.',
	SQL_ASCII => 'Der Bürgermeister, Jörg Weiß, said: “Nous n’étions pas prêts.” Z. Novák said no.');

foreach my $encoding (sort keys %sentence)
{
	my $database = lc $encoding;

	create_database($node, $database, $encoding);
	local $ENV{PGCLIENTENCODING} = $encoding eq 'SQL_ASCII' ? 'SQL_ASCII' : 'UTF8';
	$node->safe_psql($database, $functions);
	$node->safe_psql($database, "CREATE TABLE article AS SELECT \$\$$sentence{$encoding}\$\$::text AS body");

	is( $node->safe_psql($database, <<'SQL'),
SELECT wrong_tokens(body), wrong_sentences(body), wrong_contents(body), wrong_digests(body),
	(SELECT count(*) > 8 FROM news_tokens(body)), (SELECT count(*) > 0 FROM news_sentences(body)) FROM article
SQL
		'0|0|0|0|t|t', "$encoding: positions");
	is( $node->safe_psql($database, q{SELECT string_agg(form, '') = regexp_replace(body, '\s', '', 'g')
			FROM article, LATERAL news_tokens(body) GROUP BY body}),
		't', "$encoding: words come back as they were");
}

# Any bytes, where the server accepts any.
foreach my $encoding (qw(SQL_ASCII LATIN1 WIN1252 WIN1251))
{
	is( $node->safe_psql(lc $encoding, <<"SQL"),
SELECT wrong_tokens(body), wrong_sentences(body), wrong_contents(in_unicode(body)), wrong_digests(left(in_unicode(body), 20000))
FROM convert_from(noise(200000), '$encoding') AS body
SQL
		'0|0|0|0', "$encoding: noise");
	is( $node->safe_psql(lc $encoding, <<"SQL"),
SELECT sum(wrong_tokens(body))
FROM generate_series(1, 255) AS byte,
	convert_from(convert_to('He said ', '$encoding') || set_byte('x', 0, byte) || convert_to(' no', '$encoding'),
		'$encoding') AS body
SQL
		'0', "$encoding: every byte among words");
}

# What has no character in Unicode.
foreach my $encoding (qw(WIN1252 WIN1251))
{
	is( $node->safe_psql(lc $encoding, <<"SQL"),
SELECT content = in_unicode('"The ' || c || ' road," "is ' || c || ' closed."'), content_at, cue, claim::jsonb ->> 'content' = content
FROM convert_from(CASE '$encoding' WHEN 'WIN1252' THEN '\\x81' ELSE '\\x98' END::bytea, '$encoding') AS c,
	LATERAL news_claims('"The ' || c || ' road," the police said, "is ' || c || ' closed."')
SQL
		't|{[0,13),[31,45)}|said|t', "$encoding: no character in Unicode");
}

# Ill-formed sequences of all lengths, cut off at the end of the text too.
is( $node->safe_psql('sql_ascii', <<'SQL'),
SELECT sum(wrong_tokens(body)) FROM unnest(ARRAY['\xc3', '\xe2', '\xe280', '\xf0', '\xf09f', '\xf09f98', '\xc080', '\xeda080',
	'\xf4908080', '\xff', '\xfe80', '\x80', '\xe28080e280']::bytea[]) AS bad,
	LATERAL (VALUES (convert_from('He said ' || bad, 'SQL_ASCII')),
		(convert_from(bad || ' he said', 'SQL_ASCII')), (convert_from(bad, 'SQL_ASCII'))) AS t (body)
SQL
	'0', 'ill-formed UTF-8');

$node->stop;
done_testing();
