-- The extension as it is installed, and the articles of the other tests.
CREATE EXTENSION newsdesk;

-- everything of it has a comment, and a name that says whose it is
SELECT pg_describe_object(classid, objid, 0) AS without_comment
FROM pg_depend
WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'newsdesk')
	AND obj_description(objid, (SELECT relname FROM pg_class WHERE oid = classid)) IS NULL
	-- from 17 on the array types of our types and the row types of our tables
	-- count as ours
	AND NOT EXISTS (SELECT FROM pg_type LEFT JOIN pg_class ON pg_class.oid = typrelid
		WHERE pg_type.oid = objid AND (typcategory = 'A' OR relkind <> 'c'));

SELECT proname AS foreign_name
FROM pg_depend JOIN pg_proc p ON p.oid = objid
WHERE classid = 'pg_proc'::regclass AND refclassid = 'pg_extension'::regclass
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'newsdesk')
	AND proname !~ '^(to_)?news_';

-- what the planner is told
\pset footer off
SELECT p.oid::regprocedure AS function, provolatile AS volatile, proparallel AS parallel,
	proisstrict AS strict, proleakproof AS leakproof, procost AS cost, prorows AS rows
FROM pg_depend JOIN pg_proc p ON p.oid = objid
WHERE classid = 'pg_proc'::regclass AND refclassid = 'pg_extension'::regclass
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'newsdesk')
	AND prolang IN (SELECT oid FROM pg_language WHERE lanname IN ('c', 'internal'))
ORDER BY p.oid::regprocedure::text COLLATE "C";
\pset footer on

-- one version, whoever is asked
SELECT version = extversion AS same_version, model ~ '^[0-9a-f]{16}$' AS model,
	lexicon ~ '^[0-9a-f]{16}$' AS lexicon, stemmer ~ '^snowball english, ' AS stemmer
FROM news_engine(), pg_extension WHERE extname = 'newsdesk';

CREATE TABLE article (name text PRIMARY KEY, body text);

INSERT INTO article VALUES
('plain', $$Ferry line to stop in winter
The island ferry will not run from December to March, the Harbour Office said on Monday.
"We cannot pay for an empty boat," said its director, Mira Solberg. "Nobody can."
According to the union, 14 people will lose their jobs. Solberg denied that.
The mayor, Tomas Lind, said that he had "not been asked" before the decision.$$),

('typographic', $$Élodie Brûlé : « Rien n’est décidé »
ZÜRICH — Élodie Brûlé, the minister’s spokeswoman, told reporters: “We’re not there yet… but we’re close.”
“It’s a naïve reading of the résumé,” she added, “and I’d call it ‘half a truth’.”
Łukasz Żak—who was in the room—said 北京 and São Paulo 🙂 would send one envoy each.$$),

('page', E'Home\nNews\nSport\nWeather\nSubscribe for only 2.99 a month\n\n'
	'Bakers of Ostrava Road put down their rolling pins\n\n'
	'By Ilse Karlova\n14 May 2031\n\n'
	'The bakers on Ostrava Road have stopped work over the price of flour, their guild said on Wednesday.\n\n'
	'“A loaf costs us more than it brings,” said Petr Hana, who has run a shop there for thirty years.\n\n'
	'The miller, Jana Dusek, rejected the accusation and said that grain had become dearer everywhere.\n\n'
	'READ MORE: Minister says bread is safe\n\n'
	'Leave a Reply\nYour email address will not be published. Required fields are marked *\n'
	'© 2031 The Ostrava Courier. All rights reserved.\n'),

('line ends', E'Windows line ends\r\n\r\n"They came with us," the clerk said.\r\n\r\nOld ones too,\rshe said.\r'),
('odd marks', E'"The first mark is never closed, said the clerk.\nThe next paragraph "has two", he said.\n”’‘“„‚»«\n'),
('blank', E' \n\t\n  \u00a0 \u2003\n'),
('empty', '');
