-- Words, as the analysis sees them.
SELECT * FROM news_tokens('The minister denied the reports. She isn''t leaving.');

-- every sentence has one root, every head is a token of the sentence
SELECT count(*) AS strange_sentences
FROM (
	SELECT count(*) FILTER (WHERE head = 0) AS roots,
		bool_and(head BETWEEN 0 AND tokens AND head <> token_no) AS heads
	FROM (
		SELECT name, sentence_no, token_no, head,
			count(*) OVER (PARTITION BY name, sentence_no) AS tokens
		FROM article, LATERAL news_tokens(body)) AS t
	GROUP BY name, sentence_no) AS s
WHERE roots <> 1 OR NOT heads;

-- each lies in the sentence it names
SELECT count(*) AS strays
FROM article, LATERAL news_tokens(body) AS t
	LEFT JOIN LATERAL news_sentences(body) AS s USING (sentence_no)
WHERE NOT coalesce(s.at @> t.at, false);

SELECT count(*) FROM news_tokens('');
SELECT count(*) FROM news_tokens(NULL);
