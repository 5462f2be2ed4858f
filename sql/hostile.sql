-- No text is an error.
CREATE FUNCTION survives(body text) RETURNS boolean
LANGUAGE sql
BEGIN ATOMIC
	SELECT (SELECT count(*) FROM news_passages(body)) >= 0
		AND (SELECT count(*) FROM news_sentences(body)) >= 0
		AND (SELECT count(*) FROM news_tokens(body)) >= 0
		AND (SELECT count(*) FROM news_claims(body)) >= 0
		AND (SELECT count(*) FROM news_claims(body, body)) >= 0;
END;

-- every character that can make trouble, between words
SELECT count(*) AS tried
FROM (SELECT generate_series(1, 1024)				-- Latin, combining marks, Greek
	UNION ALL SELECT generate_series(8192, 8303)	-- spaces, marks, directions
	UNION ALL SELECT generate_series(12288, 12351)	-- marks of Chinese and Japanese
	UNION ALL SELECT generate_series(65024, 65535) - 2) AS t (code)
WHERE survives(format('He said %s no', chr(code)));

-- and many of one kind
SELECT count(*) AS tried, bool_and(survives(repeat(part, 1000))) AS many,
	bool_and(survives(repeat(part || ' ', 500))) AS apart,
	bool_and(survives('He said: ' || repeat(part, 100) || ' it rained, she said.')) AS within
FROM unnest(ARRAY['"', '''', '“', '”', '‘', '’', '«', '(', ')', '.', '…', '-', '—', ',', ':', E'\n', E'\r\n',
	E'\t', E'\u00a0', E'\u200b', E'\ufeff', E'\u202e', E'\u0301', '🙂', '中', 'x', 'X.', '1', '1,', '$', '&', '<', '%',
	'"he said', '“"''', E'"\n', 'said ', 'he said she said ', 'according to ', 'that ', 'A: ']) AS part;

-- one word, one sentence, one line without end
SELECT survives(repeat('a', 200000)) AS word, survives(repeat('said and ', 3000)) AS sentence,
	survives(repeat('He said no. ', 3000)) AS line;
