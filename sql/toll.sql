-- A tour of news_toll: how many, as somebody said it.

-- Seven are dead for certain, perhaps more; a toll keeps both number and hedge.
SELECT 'killed >=7'::news_toll AS toll;

-- Words will do.
SELECT news_toll('at least seven dead');
SELECT words, words::news_toll AS toll
FROM (VALUES ('seven dead'), ('At least 7 people were killed'), ('more than 13,000 killed'),
	('up to 500 wounded'), ('fewer than ten deaths'), ('almost 1,200 killed'),
	('about 300 missing'), ('10 to 15 hostages'), ('between 40 and 50 arrests'),
	('dozens injured'), ('hundreds of thousands displaced'), ('several hundred dead'),
	('half a million refugees'), ('no casualties'), ('nobody was hurt'),
	('12 killed or wounded'), ('a couple of detainees'), ('1.5 million homeless')) AS v (words);

-- The parts: what was said, not what it may mean.
SELECT toll, news_toll_kind(toll) AS kind, news_toll_low(toll) AS low, news_toll_high(toll) AS high,
	news_toll_hedge(toll) AS hedge, news_toll_best(toll) AS best
FROM (VALUES ('killed 40'::news_toll), ('killed >=7'), ('killed >13000'), ('wounded <=500'),
	('wounded <500'), ('killed ~<1200'), ('killed ~1200'), ('killed 10..15'),
	('displaced ~200000..999999'), ('casualties 0'), ('rescued ~2..2')) AS v (toll);

-- A toll of its parts.
SELECT news_toll('missing', 60, 70, 'range'), news_toll('released', 3, NULL, 'more than'),
	news_toll('killed', 8, 8, 'range'), news_toll(NULL, 1, 1, 'exact');

-- What a toll allows is wider than what it states: "about" and "almost" reach a
-- tenth, "more than 7" begins at 8.
SELECT toll, toll::int8range AS allows
FROM (VALUES ('killed 40'::news_toll), ('killed >=7'), ('killed >7'), ('killed <=500'),
	('killed <500'), ('killed ~300'), ('killed ~<1200'), ('killed ~7'), ('killed 10..15'),
	('killed ~24..99'), ('killed 0')) AS v (toll);

-- Which reports contradict each other, and which only look different?
SELECT a, b, NOT a && b AS contradict, a << b AS fewer
FROM (VALUES ('killed >=7'::news_toll, 'killed 9'::news_toll), ('killed >=7', 'killed 5'),
	('killed ~300', 'killed 312'), ('killed ~300', 'killed 350'), ('killed 10..15', 'killed >15'),
	('killed ~24..99', 'killed <=24'), ('killed 4', 'wounded 4')) AS v (a, b);

-- Is 42 possible? Does one figure say more than another?
SELECT toll, toll @> 42 AS possible, toll <@ 'killed >=10' AS implies_ten
FROM (VALUES ('killed 42'::news_toll), ('killed >40'), ('killed <40'), ('killed ~45'),
	('killed ~20..99')) AS v (toll);
SELECT 42 <@ 'killed >=7'::news_toll AS possible;

-- What all sources together allow, and what they agree on.
SELECT news_toll_span(toll), news_toll_agreed(toll)
FROM (VALUES ('killed >=7'::news_toll), ('killed ~10'), ('killed <=11'), (NULL)) AS v (toll);
SELECT news_toll_span(toll), news_toll_agreed(toll)
FROM (VALUES ('killed >=12'::news_toll), ('killed 9')) AS v (toll);
SELECT news_toll_span(toll), news_toll_agreed(toll) FROM (VALUES (NULL::news_toll)) AS v (toll);
SELECT news_toll_span(toll) FROM (VALUES ('killed 1'::news_toll), ('wounded 2')) AS v (toll);

-- Order: by kind, then by the numbers allowed.
SELECT toll FROM (VALUES ('wounded 2'::news_toll), ('killed 40'), ('killed >=7'), ('killed 7'),
	('missing 1'), ('killed ~40')) AS v (toll) ORDER BY toll;

-- What is no toll is refused, and where.
SELECT 'killed'::news_toll;
SELECT 'killed >= seven'::news_toll;
SELECT 'killed 5..3'::news_toll;
SELECT 'killed <0'::news_toll;
SELECT 'killed 7 or so'::news_toll;
SELECT 'killed 1000000000000000'::news_toll;
SELECT 'seven sheep'::news_toll;
SELECT 'seven'::news_toll;
SELECT 'seven dead, eight wounded'::news_toll;
SELECT 'seven dead and freed'::news_toll;
SELECT ''::news_toll;
SELECT news_toll('killed', 5, 3, 'range');
SELECT news_toll('killed', -1, NULL, 'at least');
SELECT news_toll('eaten', 1, 1, 'exact');
