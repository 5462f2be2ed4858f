-- news_query: canonical text, faults, limits, order, forgiving input

-- what is written and what is kept
SELECT written, written::news_query AS kept
FROM (VALUES
	(''), (' '),
	('Hostages'), ('host*'), ('cease-fire'), ('"Cease-fire talks"'), ('U.S.'), ('1,200'), ($$Israel's$$),
	('a&b|c'), ('(a&b)|c'), ('a&(b|c)'), ('((a)) & (b & (c & d))'), ('!!a'), ('!(a | b)'), ('!a & b'),
	('[source:hamas & stance:deny] & killed > 100'), ('[[a] & (b | [c & d])]'), ('![a|b]'),
	('SOURCE:Miller'), ('source: "Matthew Miller"'), ('source:al-qaeda'), ('source:"hamas"'), ('via:diplo*'),
	('kind:anonymous'), ('stance:de*'), ('quote:direct'), ('certainty:hedged'), ('passage:body'),
	('cue:said'), ('cue:"according to"'), ('victims:children'), ('victims:"aid workers"'),
	('killed>100'), ('killed >? 100'), ('killed>=100'), ('killed >=? 100'), ('killed<100'), ('killed <? 100'),
	('killed<=100'), ('killed <=? 100'), ('killed=100'), ('killed =? 100'), ('killed 10..15'),
	('killed = 10..15'), ('killed =? 10..15'), ('Wounded > 1,000'), ('killed'), ('source & killed')
) AS examples (written);

-- what is kept stands for itself
SELECT count(*), count(*) FILTER (WHERE kept::text::news_query = kept) AS same,
	   count(*) FILTER (WHERE kept::text::news_query::text = kept::text) AS same_text
FROM (SELECT replace(replace(pattern, 'X', one), 'Y', other)::news_query AS kept
	  FROM unnest(ARRAY['X', '!X', '!!X', '[X]', '(X)', 'X & Y', 'X | Y', '!X | !Y', 'X & (Y | X)', '(X & Y) | X',
						'!(X & Y)', '[X & !Y] & Y', '[X | [Y]]', 'X&(Y&(X&Y))', '![!(X|Y)]']) AS pattern,
		   unnest(ARRAY['a', 'cease-fire', '"a b c"', 'pre*', 'source:a', 'source:a-b', 'source:"a b"', 'stance:deny',
						'killed > 5', 'killed <? 5', 'killed 5..6', 'killed =? 5..6', '1.5', 'U.S.', 'killed']) AS one,
		   unnest(ARRAY['b', '"b c"', 'wounded = 0', 'via:x*', '[b]']) AS other) AS made;

-- faults, with their places
CREATE FUNCTION pg_temp.fault(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	message text;
	detail text;
	hint text;
BEGIN
	RETURN 'kept as ' || query::news_query::text;
EXCEPTION WHEN syntax_error OR program_limit_exceeded THEN
	GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
	RETURN sqlstate || ' ' || detail || coalesce(' ' || nullif(hint, ''), '');
END
$$;

SELECT written, pg_temp.fault(written)
FROM (VALUES
	('&'), ('a &'), ('a & & b'), ('-a'), ('()'), ('[]'), ('a b'), ('killed 40'), ('(a'), ('[a & b'), ('(a]'), ('a)'),
	('"a b'), ('"--"'), ('source:'), ('source : a'), ('colour:red'), ('a & stance:loud'), ('kind:z*'), ('quote:"in direct"'),
	('certainty:sure'), ('passage:top'), ('eaten > 3'), ('killed > x'), ('killed >'), ('killed < 0'), ('killed > 100k'),
	('killed 15..10'), ('killed > 10..15'), ('killed = 1000000000000000'), ('cease-f*'), ('* & a'),
	('é & "ü'), ('a:b:c')
) AS examples (written);

SELECT 'a &'::news_query;
SELECT 'stance:loud'::news_query;

-- limits
SELECT what, left(pg_temp.fault(written), 90)
FROM (VALUES
	('deep', repeat('(', 64) || 'a' || repeat(')', 64)), ('too deep', repeat('(', 65) || 'a' || repeat(')', 65)),
	('negated', repeat('!', 64) || 'a'), ('negated too often', repeat('!', 65) || 'a'),
	('too deep in both', repeat('!(', 33) || 'a'),
	('terms', repeat('a|', 1023) || 'a'), ('too many terms', repeat('a|', 1024) || 'a'),
	('words', repeat('a-', 63) || 'a'), ('too many words', repeat('a-', 64) || 'a'),
	('long', repeat(' ', 65535) || 'a'), ('too long', repeat(' ', 65536) || 'a'),
	('too long when printed', repeat(repeat('Ⱥ', 21) || '|', 1023) || 'a')
) AS examples (what, written);
SELECT repeat('[', 65)::news_query;

-- what people type
SELECT words, to_news_query(words)
FROM (VALUES
	(''), ('?!'), ('hamas'), ('hamas rejects talks'), ('hamas and israel'), ('gaza truce or ceasefire talks'), ('or a'),
	('a or'), ('hamas -israel'), ('hamas - israel'), ('"cease fire" talks'), ('"cease fire talks'), ('(a & b'),
	('colour:red killed > 100'), ('killed > many'), ('killed 40'), ('source:hamas stance:loud'),
	('[source:hamas & stance:deny] | killed 10..15')
) AS examples (words);
SELECT to_news_query(NULL) IS NULL AS nothing,
	   regexp_count(to_news_query(repeat('word ', 3000))::text, 'word') AS terms,
	   length(to_news_query(repeat('ab', 100000))::text) AS longest_word,
	   to_news_query(repeat('(', 100000)) = '' AS marks,
	   length(to_news_query(repeat('é', 70000))::text) AS cut_between_characters;

-- order, equality, hashes
SELECT q FROM unnest('{b,a,"a & b","!a","killed > 5","é",""}'::news_query[]) AS q ORDER BY q;
SELECT 'A&B'::news_query = 'a & b', 'a'::news_query <> 'b', 'a'::news_query < 'b', 'a'::news_query <= 'a',
	   'a'::news_query > 'b', 'a'::news_query >= 'b';
CREATE TEMPORARY TABLE saved (search news_query PRIMARY KEY);
INSERT INTO saved VALUES ('a & b'), ('killed>3');
INSERT INTO saved VALUES ('A&B');
CREATE INDEX ON saved USING hash (search);
SELECT search, count(*) FROM (TABLE saved UNION ALL SELECT 'Killed > 3') AS both_ways GROUP BY search ORDER BY search;
SELECT hash_matches, extended_matches
FROM (SELECT news_query_hash('A|B') = news_query_hash('a | b') AS hash_matches,
			 news_query_hash_extended('A|B', 1) = news_query_hash_extended('a | b', 1)
			 AND news_query_hash_extended('a | b', 1) <> news_query_hash_extended('a | b', 2) AS extended_matches) AS hashes;

-- binary form
SELECT encode(news_query_send('Source:"É" & b'), 'escape');
CREATE TEMPORARY TABLE copied (LIKE saved);
\copy saved TO 'results/query.copy' (FORMAT binary)
\copy copied FROM 'results/query.copy' (FORMAT binary)
SELECT count(*) FROM saved JOIN copied USING (search);

SELECT amvalidate(oid) FROM pg_opclass WHERE opcintype = 'news_query'::regtype ORDER BY opcmethod;
