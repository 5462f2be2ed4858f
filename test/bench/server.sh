#!/usr/bin/env bash
# Speed and memory of news_claims, of tracking, and of tolls in an index, in a private server: server.sh COUNT CORPORA|-
set -euo pipefail
cd "$(dirname "$0")/../.."
unset MAKEFLAGS MAKELEVEL MFLAGS

top=$(mktemp -d "${TMPDIR:-/tmp}/newsdesk-bench.XXXXXX")
chmod 755 "$top"
trap 'rm -rf "$top"' EXIT
trap 'exit 130' INT TERM HUP

make -s -j"$(nproc)" all > "$top/log" 2>&1 && make -s install DESTDIR="$top/stage" >> "$top/log" 2>&1 ||
	{ cat "$top/log"; exit 1; }
python3 test/bench/articles.py copy "$1" "$2" > "$top/articles"
test/private-server.sh -d "$top/stage" psql -X -q -v ON_ERROR_STOP=1 -v tracked_count="$1" \
	-f test/bench/server.sql -f test/bench/tracking.sql -f test/bench/tolls.sql < "$top/articles"
