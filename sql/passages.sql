-- Runs of lines of one kind.
SELECT name, p.*
FROM article, LATERAL news_passages(body) AS p
WHERE name IN ('plain', 'page')
ORDER BY name COLLATE "C", passage_no;

-- in text order, without overlap
SELECT count(*) AS disorderly
FROM (SELECT at, lag(at) OVER (PARTITION BY name ORDER BY passage_no) AS before
	FROM article, LATERAL news_passages(body)) AS p
WHERE NOT before << at;

SELECT count(*) FROM news_passages('');
SELECT count(*) FROM news_passages(NULL);
