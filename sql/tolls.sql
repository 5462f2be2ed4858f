-- Casualty figures of an article: how many, of whom, what became of them.
\pset null '-'
CREATE TABLE toll_article (name text, title text, body text);
INSERT INTO toll_article VALUES
('quake', 'Quake toll passes 600',
'At least 612 people have died in the earthquake, the interior ministry said on Tuesday. More than 2,400 others were injured, it said, about 1,400 of them seriously. In the village of Lower Ebb, which had 200 inhabitants, ninety people died. Hundreds are still missing. A 2004 quake in the same area killed 628 people. The king donated $10 million.'),
('strike', NULL,
'The strike killed 40 people, including six children, medics said. The army denied that 40 people had been killed. "Nobody was hurt," a spokesman said. The rebels will release 30 hostages for 250 prisoners. Some 2,000 sheep died. It was the 41st attack in three months.'),
('capitals', NULL,
'TWO SOLDIERS AND A DRIVER WERE KILLED AND ABOUT 20 PEOPLE WOUNDED WHEN A BOMB EXPLODED.');

SELECT name, toll_no, toll, figure_text, victims, victim_group AS "group", scope, part_of, negated
FROM toll_article, LATERAL news_tolls(body, title) ORDER BY name, toll_no;

-- who reports it
SELECT name, toll, claim_no, source_key
FROM toll_article, LATERAL news_tolls(body, title) WHERE claim_no IS NOT NULL
ORDER BY name, toll_no;

-- figures stand where they are said to stand
SELECT count(*) AS strays
FROM toll_article, LATERAL news_tolls(body, title) AS t
WHERE substr(CASE passage_kind WHEN 'title' THEN title ELSE body END,
	lower(toll_at) + 1, upper(toll_at) - lower(toll_at)) <> figure_text;
SELECT count(*) AS strays
FROM article, LATERAL news_tolls(body) AS t
WHERE substr(body, lower(toll_at) + 1, upper(toll_at) - lower(toll_at)) <> figure_text;

-- the columns say what the value says
SELECT count(*) AS disagreements
FROM toll_article, LATERAL news_tolls(body, title) AS t
WHERE (kind, low, high, hedge) IS DISTINCT FROM (news_toll_kind(toll), news_toll_low(toll),
	news_toll_high(toll), news_toll_hedge(toll)) OR confidence NOT BETWEEN 0 AND 1;

-- the claim and its source are those of news_claims
SELECT count(*) AS strays
FROM toll_article, LATERAL news_tolls(body, title) AS t
	LEFT JOIN LATERAL news_claims(body, title) AS c USING (claim_no)
WHERE t.claim_no IS NOT NULL AND (c.content IS NULL OR t.source_key IS DISTINCT FROM c.source_key);

SELECT count(*) FROM news_tolls(NULL);
SELECT count(*) FROM news_tolls('');
\pset null ''
DROP TABLE toll_article;
