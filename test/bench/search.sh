#!/usr/bin/env bash
# Search in many claims, in a private server: search.sh CLAIMS ARTICLES CORPORA|-
# The claims of ARTICLES articles are repeated, with other names and figures each
# time, until there are CLAIMS.
. "$(dirname "$0")/stage.sh"
python3 test/bench/articles.py copy "$2" "$3" > "$top/articles"
test/private-server.sh -d "$top/stage" sh -euc '
	psql="psql -X -q -v ON_ERROR_STOP=1"
	$psql -c "CREATE EXTENSION newsdesk" -c "CREATE TABLE article (body text)" -c "\copy article FROM pstdin" < "$1"
	$psql -f test/bench/search_table.sql
	$psql -c "\copy (SELECT claim FROM article, LATERAL news_claims(news_digest(body, NULL))) TO pstdout" |
		python3 test/bench/search.py "$2" |
		$psql -c "\copy bench_claim (id, source_key, content, claim) FROM pstdin"
	$psql -f test/bench/search.sql' sh "$top/articles" "$1"
