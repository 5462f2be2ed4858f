-- What is searched: claims, and the same words as text search has them.
CREATE TABLE bench_claim (
	id integer,
	source_key text,
	content text,
	claim news_claim,
	words tsvector GENERATED ALWAYS AS (to_tsvector('pg_catalog.english', source_key || ' ' || content)) STORED);
