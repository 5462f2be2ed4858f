# Size, hostile text, cancelling, memory.
use strict;
use warnings;

use FindBin;
use lib "$FindBin::RealBin/../perl";
use NewsdeskNode;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = start_node('robust');
create_database($node, 'news', 'UTF8');

$node->safe_psql('news', <<'SQL');
CREATE TABLE article AS SELECT
	'The bridge at Senn is closed, the road office said on Monday. "We found a crack," said its director, '
	'Ada Moss, who has led the office since 2019. "It is not large, but it grows." According to the builders, '
	'the steel was tested twice. Moss denied that the office had known of it. Karl Ohm, of the drivers'' union, '
	'told reporters that 400 lorries cross the river there each day.' || E'\n\n' AS body;

-- a text of so many megabytes, of one kind
CREATE FUNCTION sample(kind text, megabytes numeric) RETURNS text LANGUAGE sql STABLE AS $$
	WITH size AS (SELECT (megabytes * 1e6)::int AS bytes),
		piece AS (SELECT CASE kind
			WHEN 'text' THEN body
			WHEN 'one line' THEN replace(body, E'\n', ' ')
			WHEN 'no stops' THEN regexp_replace(body, '[.\n]', ' ', 'g')
			WHEN 'one word' THEN 'a'
			WHEN 'lines' THEN E'\n'
			WHEN 'straight marks' THEN '"'
			WHEN 'spaced marks' THEN ' "'
			WHEN 'typographic marks' THEN '“'
			WHEN 'single marks' THEN ' ''a'
			WHEN 'stops' THEN '.'
			WHEN 'brackets' THEN '('
			WHEN 'initials' THEN 'A. '
			WHEN 'said' THEN 'said '
			END AS text
			FROM article)
	SELECT CASE WHEN kind = 'random'
		THEN (SELECT string_agg(chr(32 + (hashint4(i) & 8191)), '') FROM generate_series(1, bytes / 3) AS i)
		ELSE repeat(text, greatest(1, bytes / octet_length(text))) END
	FROM size, piece
$$;

-- processor time of this backend where the system tells it, or else the clock
CREATE FUNCTION now_seconds() RETURNS numeric LANGUAGE sql VOLATILE AS $$
	SELECT coalesce((SELECT (field[14]::numeric + field[15]::numeric) / 100
		FROM string_to_array(pg_read_file('/proc/self/stat', 0, 1000, true), ' ') AS field),
		extract(epoch FROM clock_timestamp()))
$$;

CREATE FUNCTION seconds(body text) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
	start numeric := now_seconds();
BEGIN
	PERFORM count(*) FROM news_claims(body);
	RETURN now_seconds() - start;
END
$$;

-- milliseconds from a time-out to its effect
CREATE FUNCTION cancel_delay(body text, timeout int) RETURNS numeric LANGUAGE plpgsql AS $$
BEGIN
	PERFORM count(*) FROM news_claims(body);
	RETURN 0;
EXCEPTION WHEN query_canceled THEN
	RETURN 1000 * extract(epoch FROM clock_timestamp() - statement_timestamp()) - timeout;
END
$$;
SQL

# Ten times the text may take ten times as long: twenty is allowed, because caches
# have their limits, and quadratic would be a hundred.
sub linear
{
	my ($kind, $small, $large) = @_;
	my ($short, $long) = split /\|/, $node->safe_psql('news', <<"SQL");
SELECT seconds('warm up') * 0 + seconds(sample('$kind', $small)), seconds(sample('$kind', $large))
SQL

	note sprintf('%s: %s MB in %.2f s, %s MB in %.2f s', $kind, $small, $short, $large, $long);
	cmp_ok($long, '<', 20 * $short + 0.5, "$kind: linear time");
	return;
}

linear('text', 1, 10);
linear('one line', 1, 10);
linear($_, 0.1, 1)
  for ('no stops', 'one word', 'lines', 'straight marks', 'spaced marks', 'typographic marks',
	'single marks', 'stops', 'brackets', 'initials', 'said', 'random');

# a million quotation marks among words
is($node->safe_psql('news', q{SELECT count(*) >= 0 FROM news_claims(repeat('"he said ', 1000000))}),
	't', 'a million quotation marks');

# Cancelled in whatever stage it is. The best of some tries: what else runs on
# the machine is not measured here, and a short time-out may strike before the
# analysis has begun.
foreach my $kind ('text', 'one line', 'no stops', 'spaced marks', 'one word')
{
	$node->safe_psql('news', "CREATE TABLE long AS SELECT sample('$kind', 10) AS body");
	foreach my $timeout (20, 100, 300, 1000, 3000)
	{
		my $delay = 1e9;
		foreach my $try (1 .. 5)
		{
			my ($status, $this) = $node->psql('news', <<"SQL");
SELECT count(*) FROM news_claims('warm up') \\g /dev/null
SET statement_timeout = $timeout;
SELECT cancel_delay(body, $timeout) FROM long;
SQL
			$delay = $this if $status == 0 && $this < $delay;
			last if $delay < 100;
		}
		cmp_ok($delay, '<', 100, "$kind: cancelled after $timeout ms, within 100 ms");
		note "it took $delay ms";
	}
	$node->safe_psql('news', 'DROP TABLE long');
}

# by another session
{
	my $session = $node->background_psql('news', on_error_stop => 0);
	my $delay;

	$session->query_safe(q{SET application_name = 'long'});
	$session->query_until(qr/started/, <<'SQL');
\echo started
SELECT count(*) FROM news_claims(sample('text', 10));
SQL
	$node->poll_query_until('news', q{SELECT count(*) = 1 FROM pg_stat_activity
		WHERE application_name = 'long' AND state = 'active' AND now() - query_start > '1.5 s'});
	$delay = $node->safe_psql('news', <<'SQL');
CREATE FUNCTION cancel_long() RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
	start timestamptz := clock_timestamp();
	victim int := pid FROM pg_stat_activity WHERE application_name = 'long';
BEGIN
	PERFORM pg_cancel_backend(victim);
	WHILE EXISTS (SELECT FROM pg_stat_get_activity(victim) WHERE state = 'active') LOOP
		PERFORM pg_sleep(0.001), pg_stat_clear_snapshot();
	END LOOP;
	RETURN 1000 * extract(epoch FROM clock_timestamp() - start);
END
$$;
SELECT cancel_long();
SQL
	cmp_ok($delay, '<', 100, 'cancelled by another session within 100 ms');
	note "it took $delay ms";
	$session->quit;
}

# What a call takes is given back, also by one that is cancelled. The first
# round fills the caches of the server.
my $round = <<'SQL';
SELECT count(*) FROM article, generate_series(1, 300), LATERAL news_claims(body) \g /dev/null
SELECT count(*) FROM article, LATERAL news_sentences(body) \g /dev/null
SELECT count(*) FROM news_tokens(sample('text', 1)) \g /dev/null
SELECT count(*) FROM news_claims(sample('text', 1)) \g /dev/null
SET statement_timeout = '300ms';
SELECT cancel_delay(sample('text', 10), 300) \g /dev/null
RESET statement_timeout;
INSERT INTO memory SELECT sum(total_bytes) FROM pg_backend_memory_contexts;
SQL
is( $node->safe_psql('news', <<"SQL"),
CREATE TEMPORARY TABLE memory (bytes bigint, no serial);
$round $round
SELECT (SELECT count(*) FROM pg_backend_memory_contexts WHERE name ~ 'newsdesk'),
	(SELECT max(bytes) FILTER (WHERE no = 2) - max(bytes) FILTER (WHERE no = 1) < 100000 FROM memory)
SQL
	'0|t', 'memory is given back');

# Parallel workers find the same.
$node->safe_psql('news', <<'SQL');
CREATE TABLE many AS SELECT i, replace(body, 'Moss', 'Moss' || i) AS body FROM article, generate_series(1, 400) AS i;
ANALYZE many;
SQL
my $parallel = <<'SQL';
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2; SET parallel_leader_participation = off;
SQL
my $query = 'SELECT i, c.* FROM many, LATERAL news_claims(body) AS c';
like($node->safe_psql('news', "$parallel EXPLAIN (COSTS OFF) $query"), qr/Gather/, 'workers are used');
is( $node->safe_psql('news', <<"SQL"),
$parallel
CREATE TABLE by_workers AS $query;
SET max_parallel_workers_per_gather = 0;
CREATE TABLE alone AS $query;
SELECT (SELECT count(*) FROM by_workers) = (SELECT count(*) FROM alone), (SELECT count(*) > 0 FROM alone),
	(SELECT count(*) FROM (SELECT * FROM alone EXCEPT SELECT * FROM by_workers) AS d);
SQL
	't|t|0', 'workers find the same as one process');

# A text beyond the limit is no error either.
my ($status, $out, $err) =
  $node->psql('news', q{SELECT count(*) FROM news_claims(repeat('He said no. ', 6000000))});
is($status, 0, 'too long a text is no error');
is($out, '0', 'too long a text has no claims');
like($err, qr/WARNING:  article was not analysed: /, 'too long a text has a warning');

$node->stop;
done_testing();
