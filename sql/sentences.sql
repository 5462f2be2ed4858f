-- Sentences and the passages they stand in.
SELECT name, s.*
FROM article, LATERAL news_sentences(body) AS s
WHERE name IN ('plain', 'typographic')
ORDER BY name COLLATE "C", sentence_no;

SELECT text FROM news_sentences(
	'Dr. A. B. Holm paid $3.50 at 5 p.m. on Jan. 4. "Was it fair?" he asked. "No... not quite." It was, e.g., too much.');

-- each lies in the passage it names
SELECT count(*) AS strays
FROM article, LATERAL news_sentences(body) AS s
	LEFT JOIN LATERAL news_passages(body) AS p USING (passage_no)
WHERE NOT coalesce(p.at @> s.at, false);

SELECT count(*) FROM news_sentences('');
SELECT count(*) FROM news_sentences(NULL);
