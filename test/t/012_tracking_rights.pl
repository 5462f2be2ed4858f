# Who may do what with a tracked table, and what nobody gains by it.
use strict;
use warnings;

use FindBin;
use lib "$FindBin::RealBin/../perl";
use NewsdeskNode;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = start_node('tracking_rights');

# Runs SQL as a role; gives the output, or the error.
sub as
{
	my ($role, $sql) = @_;
	my ($status, $out, $err) = $node->psql('desk', $sql, extra_params => [ '-U', $role, '-v', 'ON_ERROR_STOP=1' ]);

	return $status == 0 ? $out : $err;
}

# The owner of a database, no superuser, has the extension in a schema of its
# own; editor owns the articles, crawler may only add to them.
$node->safe_psql('postgres', <<'SQL');
CREATE ROLE chief LOGIN;
CREATE ROLE editor LOGIN;
CREATE ROLE crawler LOGIN;
CREATE ROLE analyst LOGIN;
CREATE ROLE mallory LOGIN;
CREATE DATABASE desk OWNER chief TEMPLATE template0;
SQL
as('chief', <<'SQL');
CREATE SCHEMA news;
CREATE EXTENSION newsdesk SCHEMA news;
GRANT USAGE ON SCHEMA news TO crawler, analyst, mallory;
SQL
$node->safe_psql('desk', 'CREATE SCHEMA desk AUTHORIZATION editor; CREATE SCHEMA trap AUTHORIZATION mallory');
as('editor', <<'SQL');
CREATE TABLE desk.articles (id int PRIMARY KEY, desk text DEFAULT 'home', title text, body text, published timestamptz);
GRANT USAGE ON SCHEMA desk TO crawler, mallory;
GRANT INSERT, DELETE, SELECT (id), UPDATE (title, body) ON desk.articles TO crawler;
GRANT INSERT, SELECT ON desk.articles TO mallory;
SQL
my $track = q{SELECT news.news_track('desk.articles', body => 'body', title => 'title', published => 'published')};
like(as('editor', $track), qr/permission denied for schema news/, 'who may not use the extension cannot track');
as('chief', 'GRANT USAGE ON SCHEMA news TO editor');
like(as('mallory', $track), qr/must be owner of desk\.articles/, 'who does not own the table cannot track');
is(as('editor', $track), '', 'its owner can');
is($node->safe_psql('desk', q{SELECT string_agg(DISTINCT relowner::regrole::text, ',') FROM pg_class
		WHERE relnamespace = 'desk'::regnamespace}), 'editor', 'everything is his');
is($node->safe_psql('desk', q{SELECT count(*) FROM pg_depend AS d JOIN pg_class AS c ON c.oid = objid AND classid = 'pg_class'::regclass
		WHERE deptype = 'e' AND relnamespace = 'desk'::regnamespace}), '0', 'and no part of the extension');

# A crawler without other rights.
is(as('crawler', q{INSERT INTO desk.articles (id, title, body, published) VALUES
		(1, 'Blast', 'At least 12 people were killed, police said.', '2026-11-18'),
		(2, 'Rain', 'It rained, Ada Moss said.', '2026-11-18')}), '', 'a crawler adds articles');
as('crawler', q{UPDATE desk.articles SET body = 'It snowed, Ada Moss said.' WHERE id = 2});
is(as('editor', 'SELECT id, source_key FROM desk.articles_claims ORDER BY id'), "1|police\n2|ada moss", 'they are analysed');
like(as('crawler', 'SELECT * FROM desk.articles_claims'), qr/permission denied/, 'but what is found is not his');
as('crawler', 'DELETE FROM desk.articles WHERE id = 2');
is(as('editor', 'SELECT count(*) FROM desk.articles_news'), '1', 'what he deletes is gone');

# The functions write with the rights of the owner: they cannot be used otherwise.
as('mallory', <<'SQL');
CREATE TABLE trap.articles (id int PRIMARY KEY, title text, body text, published timestamptz);
SQL
like(as('mallory', 'SELECT desk.articles_news_track()'), qr/permission denied|can only be called as triggers/, 'nobody calls the trigger function');
like(as('mallory', q{CREATE TRIGGER t AFTER INSERT ON trap.articles REFERENCING NEW TABLE AS new_rows
		FOR EACH STATEMENT EXECUTE FUNCTION desk.articles_news_track()}), qr/permission denied for function/, 'nor attaches it');
like(as('mallory', q{CALL news.news_backfill('desk.articles')}), qr/must be owner of/, 'nor backfills');
like(as('mallory', q{SELECT news.news_untrack('desk.articles')}), qr/must be owner of/, 'nor untracks');
like(as('mallory', q{SELECT news.news_alias_apply('desk.articles')}), qr/must be owner of/, 'nor applies names');
like(as('mallory', q{SELECT news.news_grant_reader('desk.articles', 'mallory')}), qr/must be owner of/, 'nor lets himself read');
like(as('mallory', q{UPDATE news.news_tracking SET news = 'trap.articles'}), qr/must be owner of/, 'nor changes how it is tracked');
like(as('mallory', q{DELETE FROM news.news_tracking}), qr/must be owner of/, 'nor forgets it');
like(as('mallory', q{INSERT INTO news.news_tracking SELECT 'trap.articles', stem, news, claims, tolls, body, title, published,
		security_invoker, active FROM news.news_tracking}), qr/must be owner of/, 'nor points at it');
like(as('mallory', q{INSERT INTO news.news_alias VALUES ('police', 'person:mallory')}), qr/permission denied/, 'nor names sources');
is(as('chief', q{INSERT INTO news.news_alias VALUES ('the police', 'organisation:norvik police');
		GRANT INSERT ON news.news_alias TO analyst}), '', 'the owner of the database names sources, and lets others do it');
is(as('analyst', q{INSERT INTO news.news_alias VALUES ('Ada Moss', 'organisation:weather service')}), '', 'they do');
is(as('mallory', q{SELECT rows, analysed FROM news.news_tracked}), '|', 'counts are for those who may read');

# Planted objects, and a search_path that leads to them.
as('mallory', <<'SQL');
CREATE FUNCTION trap.sprung() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'sprung for %', current_user; END $$;
CREATE FUNCTION trap.equal(anyelement, anyelement) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM trap.sprung(); END $$;
CREATE OPERATOR trap.= (FUNCTION = trap.equal, LEFTARG = anyelement, RIGHTARG = anyelement);
CREATE OPERATOR trap.<> (FUNCTION = trap.equal, LEFTARG = anyelement, RIGHTARG = anyelement);
CREATE OPERATOR trap.< (FUNCTION = trap.equal, LEFTARG = anyelement, RIGHTARG = anyelement);
CREATE FUNCTION trap.text_join(text, text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN PERFORM trap.sprung(); END $$;
CREATE OPERATOR trap.|| (FUNCTION = trap.text_join, LEFTARG = text, RIGHTARG = text);
CREATE FUNCTION trap.format(text, VARIADIC text[]) RETURNS text LANGUAGE plpgsql AS $$ BEGIN PERFORM trap.sprung(); END $$;
CREATE FUNCTION trap.clock_timestamp() RETURNS timestamptz LANGUAGE plpgsql AS $$ BEGIN PERFORM trap.sprung(); END $$;
CREATE FUNCTION trap.news_digest(text, text, date) RETURNS text LANGUAGE plpgsql AS $$ BEGIN PERFORM trap.sprung(); END $$;
CREATE FUNCTION trap.news_engine_id() RETURNS text LANGUAGE plpgsql AS $$ BEGIN PERFORM trap.sprung(); END $$;
CREATE DOMAIN trap.text AS pg_catalog.int4;
CREATE TABLE trap.articles_news (id int, state text);
CREATE TABLE trap.new_rows (id int);
GRANT USAGE ON SCHEMA trap TO PUBLIC;
SQL
my $path = 'SET search_path = trap, desk, news, pg_catalog;';
is(as('mallory', qq{$path CREATE TEMP TABLE new_rows (id int); CREATE TEMP TABLE articles_news (id int);
		INSERT INTO desk.articles VALUES (10, 'home', 'x', 'It rained, Ada Moss said.', now())}), '', 'an INSERT past planted objects');
is(as('editor', "$path CALL news.news_backfill('desk.articles')"), '', 'a backfill past them');
as('editor', 'UPDATE desk.articles_news SET state = $$stale$$');
is(as('editor', "$path CALL news.news_backfill('desk.articles')"), '', 'and one with something to do');
is(as('editor', "$path $track"), '', 'news_track past them');
is(as('editor', "$path SELECT news.news_alias_apply('desk.articles')") =~ /^\d+$/, 1, 'news_alias_apply past them');
is(as('editor', "$path SELECT count(*) FROM news.news_tracked"), '1', 'news_tracked past them');
is(as('editor', 'SELECT id, source_key FROM desk.articles_claims ORDER BY id'), "1|norvik police\n10|weather service", 'with the right answers');

# A table whose owner has replaced its analyses by a trap does not spring it for
# a superuser who looks at the state of things.
as('chief', 'GRANT USAGE ON SCHEMA news TO mallory');
as('mallory', <<'SQL');
CREATE TABLE trap.own (id int PRIMARY KEY, body text);
SELECT news.news_track('trap.own', body => 'body');
ALTER TABLE trap.own_news RENAME TO own_real;
CREATE VIEW trap.own_news AS SELECT id, state, engine, analysed_at, trap.sprung() FROM trap.own_real;
INSERT INTO trap.own VALUES (1, 'x');
UPDATE news.news_tracking SET news = 'trap.own_news' WHERE articles = 'trap.own'::regclass;
SQL
is($node->safe_psql('desk', q{SELECT rows FROM news.news_tracked WHERE articles = 'trap.own'}), '', 'a trap is not sprung');

# A superuser's table of somebody else stays the owner's.
as('editor', 'CREATE TABLE desk.wire (id int PRIMARY KEY, body text)');
$node->safe_psql('desk', q{SELECT news.news_track('desk.wire', body => 'body')});
is($node->safe_psql('desk', q{SELECT string_agg(DISTINCT o::regrole::text, ',') FROM (
		SELECT relowner FROM pg_class WHERE relname ~ '^wire' UNION ALL SELECT proowner FROM pg_proc WHERE proname ~ '^wire') AS a (o)}),
	'editor', 'what a superuser makes belongs to the owner of the table');
as('editor', q{INSERT INTO desk.wire VALUES (1, 'It rained, the mayor said.')});
is(as('editor', 'SELECT source_key FROM desk.wire_claims_view'), 'mayor', 'and works for him');

# Row security: editors of a desk see what is theirs.
as('editor', <<'SQL');
ALTER TABLE desk.articles ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON desk.articles FOR SELECT TO analyst USING (desk = current_setting('desk.name', true));
CREATE POLICY write ON desk.articles FOR INSERT TO crawler WITH CHECK (true);
SELECT news.news_track('desk.articles', body => 'body', title => 'title', published => 'published');
SELECT news.news_grant_reader('desk.articles', 'analyst');
SQL
is(as('crawler', q{INSERT INTO desk.articles (id, desk, body) VALUES (20, 'abroad', 'It hailed, the envoy said.')}), '', 'a crawler under row security');
foreach my $relation (qw(articles_claims_view articles_claims))
{
	is(as('analyst', "SET desk.name = 'abroad'; SELECT DISTINCT id FROM desk.$relation ORDER BY id"), '20', "$relation: one desk");
	is(as('analyst', "SET desk.name = 'home'; SELECT DISTINCT id FROM desk.$relation ORDER BY id"), "1\n10", "$relation: the other");
}
like(as('analyst', 'SELECT body FROM desk.articles'), qr/permission denied/, 'not the text');

$node->stop;
done_testing();
