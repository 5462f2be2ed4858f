#!/usr/bin/env bash
# Speed and memory of news_claims, of tracking, and of tolls in an index, in a private server: server.sh COUNT CORPORA|-
. "$(dirname "$0")/stage.sh"
python3 test/bench/articles.py copy "$1" "$2" > "$top/articles"
test/private-server.sh -d "$top/stage" psql -X -q -v ON_ERROR_STOP=1 -v tracked_count="$1" \
	-f test/bench/server.sql -f test/bench/tracking.sql -f test/bench/tolls.sql < "$top/articles"
