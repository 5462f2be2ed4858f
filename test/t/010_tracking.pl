# A tracked table through everything that a table meets: its claims and figures
# are those of a fresh analysis, also after a crash.
use strict;
use warnings;

use FindBin;
use lib "$FindBin::RealBin/../perl";
use NewsdeskNode;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = start_node('tracking');
my $folder = PostgreSQL::Test::Utils::tempdir();

create_database($node, 'desk', 'UTF8');
track_articles($node, 'desk', 0);

sub sql
{
	return $node->safe_psql('desk', shift);
}

sub in_step
{
	is(out_of_step($node, 'desk'), '0', shift);
	return;
}

# The crawler's way in, and everything else that changes articles.
sql("COPY (SELECT a.* FROM generate_series(1, 5000) AS n, LATERAL article(n, 'police') AS a) TO '$folder/articles'");
sql("COPY articles (id, title, body, published_at) FROM '$folder/articles'");
is(sql('SELECT count(*), count(*) FILTER (WHERE state = \'analysed\') FROM articles_news'), '5000|5000', 'COPY of 5,000 articles');
in_step('in step after COPY');
is(sql('SELECT count(*) > 5000 FROM articles_tolls'), 't', 'their figures are there');

my $versions = q{SELECT md5(string_agg(id || ' ' || analysed_at || ' ' || xmin, ',' ORDER BY id)) FROM articles_news};
my $before = sql($versions);
sql('UPDATE articles SET views = views + 1');
sql(q{UPDATE articles SET body = body || '', title = title WHERE id % 7 = 0});
is(sql($versions), $before, 'no analysis is written for text that stays');

sql(q{UPDATE articles SET body = replace(body, 'police', 'hospital') WHERE id % 10 = 0});
sql(q{UPDATE articles SET title = 'Another title' WHERE id % 100 = 1});
sql('UPDATE articles SET published_at = NULL WHERE id % 100 = 2');
sql('UPDATE articles SET id = id + 5000 WHERE id BETWEEN 100 AND 120');
sql('DELETE FROM articles WHERE id % 3 = 0');
sql(q{INSERT INTO articles SELECT a.* FROM generate_series(1, 30) AS n, LATERAL article(n, 'mayor') AS a
	ON CONFLICT (id) DO UPDATE SET body = excluded.body});
in_step('in step after updates, deletes and upserts');

$node->psql('desk', q{BEGIN; DELETE FROM articles WHERE id < 1000; UPDATE articles SET body = 'It rained, he said.' WHERE id < 1100;
	SELECT 1 / 0; COMMIT});
sql(q{BEGIN; TRUNCATE articles; INSERT INTO articles SELECT a.* FROM article(1, 'nurse') AS a; ROLLBACK});
sql(q{BEGIN; SAVEPOINT s; UPDATE articles SET body = 'It rained, Ada Moss said.' WHERE id = 1; ROLLBACK TO s;
	UPDATE articles SET body = 'It snowed, Ada Moss said.' WHERE id = 2; COMMIT});
in_step('in step after rollback');

# A crash in the middle: of a committed transaction, of an open one, of a
# backfill that has committed some batches.
sql(q{CREATE TABLE old (id int PRIMARY KEY, title text, body text, published_at timestamptz);
	INSERT INTO old SELECT a.* FROM generate_series(1, 600) AS n, LATERAL article(n, 'clerk') AS a;
	SELECT news_track('old', body => 'body', title => 'title', published => 'published_at')});
my $open = $node->background_psql('desk');
$open->query_safe(q{BEGIN; UPDATE articles SET body = 'It hailed, Ada Moss said.' WHERE id < 200; DELETE FROM articles WHERE id > 4000;});
sql(q{UPDATE articles SET body = 'It thawed, Ada Moss said.' WHERE id BETWEEN 300 AND 400});
my $backfill = IPC::Run::start([ 'psql', '-X', '-d', $node->connstr('desk'), '-c', q{CALL news_backfill('old', batch => 20)} ],
	'>', \my $said, '2>', \my $told);
$node->poll_query_until('desk', q{SELECT count(*) >= 40 FROM old_news}) or die 'no backfill';
$node->stop('immediate');
eval { $backfill->finish };
eval { $open->quit };
$node->start;
in_step('in step after a crash');
my $rest = sql('SELECT rows - analysed FROM news_tracked WHERE articles = \'old\'');
is(sql('SELECT analysed % 20 FROM news_tracked WHERE articles = \'old\''), '0', 'whole batches of the backfill are there');
sql(q{CALL news_backfill('old')});
is(sql('SELECT analysed FROM news_backfill_run'), $rest, 'it goes on where it was');
is(out_of_step($node, 'desk', 'old'), '0', 'and ends in step');

# A cancelled backfill keeps its batches, too.
sql(q{TRUNCATE old_news CASCADE});
my $slow = IPC::Run::start([ 'psql', '-X', '-d', $node->connstr('desk') . ' application_name=slow', '-c', q{CALL news_backfill('old', batch => 2)} ],
	'>', \my $out, '2>', \my $err);
$node->poll_query_until('desk', q{SELECT count(*) >= 2 FROM old_news}) or die 'no backfill';
sql(q{SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE application_name = 'slow'});
eval { $slow->finish };
like($err, qr/canceling statement due to user request/, 'a backfill can be cancelled');
my $kept = sql('SELECT count(*) FROM old_news');
ok($kept > 0 && $kept < 600 && $kept % 2 == 0, 'what it committed stays') or diag $kept;
sql(q{CALL news_backfill('old')});
is(out_of_step($node, 'desk', 'old'), '0', 'another call does the rest');

sql('TRUNCATE articles, old');
is(sql('SELECT (SELECT count(*) FROM articles_news) + (SELECT count(*) FROM articles_claims) + (SELECT count(*) FROM old_tolls)'),
	'0', 'nothing is left after TRUNCATE');

# An analysis of another engine is stale, and is renewed.
sql(q{INSERT INTO articles SELECT a.* FROM generate_series(1, 50) AS n, LATERAL article(n, 'police') AS a;
	UPDATE articles_news SET engine = '0.0.9 of old', digest = news_digest('It rained, he said.'::text) WHERE id <= 20;
	UPDATE articles_news SET state = 'failed', error = 'tried', digest = NULL WHERE id = 50});
is(sql(q{SELECT analysed, stale, failed, missing FROM news_tracked WHERE articles = 'articles'}), '29|20|1|0', 'what is stale is told');
sql(q{CALL news_backfill('articles')});
is(sql(q{SELECT analysed, stale, failed, missing FROM news_tracked WHERE articles = 'articles'}), '49|0|1|0', 'and renewed');
sql(q{CALL news_backfill('articles', retry => true)});
in_step('failures are tried again when asked for');

$node->stop;
done_testing();
