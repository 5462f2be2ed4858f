-- A trigger that keeps a column of digests.
CREATE TABLE kept (id int PRIMARY KEY, title varchar(200), body text, published timestamptz, note text, digest news_digest);
CREATE TRIGGER keep BEFORE INSERT OR UPDATE ON kept
FOR EACH ROW EXECUTE FUNCTION news_digest_trigger('digest', 'body', 'title', 'published');
SET timezone = 'Pacific/Kiritimati';
INSERT INTO kept VALUES
(1, 'Ferry line to stop', 'The island ferry will not run, the Harbour Office said on Monday.', '2026-11-18 23:30+00'),
(2, NULL, 'At least 12 people were killed on Monday, police said.', '2026-11-15 23:59:59.999999+00'),
(3, 'No text', NULL, NULL),
(4, NULL, 'It rained on Monday, Ada Moss said.', '-infinity'),
(5, NULL, 'It rained on Monday, Ada Moss said.', '1999-12-31 23:59+00');
RESET timezone;

-- as the function would have it; days are those in UTC
SELECT id, digest = news_digest(body, title, (published AT TIME ZONE 'UTC')::date) AS same FROM kept ORDER BY id;
SELECT id, source_key, said_on FROM kept, LATERAL news_claims(digest) ORDER BY id;

-- what stays is not analysed again: a digest that was changed by hand stays
UPDATE kept SET digest = news_digest('It snowed, the mayor said.'::text) WHERE id IN (1, 2, 4);
UPDATE kept SET note = 'read', body = body || '';
SELECT id, source_key FROM kept, LATERAL news_claims(digest) WHERE id IN (1, 2, 4) ORDER BY id;
UPDATE kept SET body = 'It rained, Ada Moss said.' WHERE id = 1;
UPDATE kept SET published = NULL WHERE id = 2;
UPDATE kept SET title = 'A title', body = NULL WHERE id = 4;
SELECT id, digest IS NULL AS no_digest, source_key FROM kept LEFT JOIN LATERAL news_claims(digest) ON true ORDER BY id;

-- a digest that is missing is made
UPDATE kept SET digest = NULL WHERE id = 2;
SELECT id, digest IS NULL AS no_digest FROM kept ORDER BY id;

-- with fewer columns, with a date, with a timestamp
CREATE TABLE plain (body text, day date, moment timestamp, digest news_digest);
CREATE TRIGGER keep BEFORE INSERT ON plain FOR EACH ROW EXECUTE FUNCTION news_digest_trigger('digest', 'body');
INSERT INTO plain VALUES ('It rained on Monday, Ada Moss said.', '2026-11-18', '2026-11-18 23:59');
SELECT digest = news_digest(body) AS same FROM plain;
CREATE OR REPLACE TRIGGER keep BEFORE INSERT ON plain
FOR EACH ROW EXECUTE FUNCTION news_digest_trigger('digest', 'body', 'body', 'day');
INSERT INTO plain VALUES ('It rained on Monday, Ada Moss said.', '2026-11-18', '2026-11-18 23:59');
CREATE OR REPLACE TRIGGER keep BEFORE INSERT ON plain
FOR EACH ROW EXECUTE FUNCTION news_digest_trigger('digest', 'body', 'body', 'moment');
INSERT INTO plain VALUES ('It rained on Monday, Ada Moss said.', NULL, '2026-11-18 23:59');
SELECT day, said_on FROM plain, LATERAL news_claims(digest);

-- misuse is told
\set VERBOSITY terse
SELECT news_digest_trigger();
CREATE OR REPLACE TRIGGER keep AFTER INSERT ON plain FOR EACH ROW EXECUTE FUNCTION news_digest_trigger('digest', 'body');
INSERT INTO plain VALUES ('x');
CREATE OR REPLACE TRIGGER keep BEFORE INSERT ON plain FOR EACH STATEMENT EXECUTE FUNCTION news_digest_trigger('digest', 'body');
INSERT INTO plain VALUES ('x');
CREATE OR REPLACE TRIGGER keep BEFORE DELETE ON plain FOR EACH ROW EXECUTE FUNCTION news_digest_trigger('digest', 'body');
DELETE FROM plain;
CREATE OR REPLACE TRIGGER keep BEFORE INSERT ON plain FOR EACH ROW EXECUTE FUNCTION news_digest_trigger('digest');
INSERT INTO plain VALUES ('x');
CREATE OR REPLACE TRIGGER keep BEFORE INSERT ON plain FOR EACH ROW EXECUTE FUNCTION news_digest_trigger('digest', 'bdy');
INSERT INTO plain VALUES ('x');
CREATE OR REPLACE TRIGGER keep BEFORE INSERT ON plain FOR EACH ROW EXECUTE FUNCTION news_digest_trigger('body', 'digest');
INSERT INTO plain VALUES ('x');
CREATE OR REPLACE TRIGGER keep BEFORE INSERT ON plain FOR EACH ROW EXECUTE FUNCTION news_digest_trigger('digest', 'day');
INSERT INTO plain VALUES ('x');
CREATE OR REPLACE TRIGGER keep BEFORE INSERT ON plain
FOR EACH ROW EXECUTE FUNCTION news_digest_trigger('digest', 'body', 'body', 'body');
INSERT INTO plain VALUES ('x');
CREATE OR REPLACE TRIGGER keep BEFORE INSERT ON plain FOR EACH ROW EXECUTE FUNCTION news_digest_trigger('digest', 'xmin');
INSERT INTO plain VALUES ('x');
\set VERBOSITY default
DROP TABLE kept, plain;
