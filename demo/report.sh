#!/usr/bin/env bash
# Tracks the .txt files of a folder as a table of articles, and writes a page
# that shows what its views know: highlights, figures over time, denials.
#
#	demo/report.sh folder page.html
#
# It makes tables: point PGHOST, PGDATABASE and so on to a server of its own.
set -euo pipefail

here=$(dirname "$0")
"$here/articles.sh" "$1" |
	PGCLIENTENCODING=UTF8 PGOPTIONS="-c client_min_messages=warning ${PGOPTIONS:-}" \
	psql -X -q -A -t -v ON_ERROR_STOP=1 -v parts="$here/report" -f "$here/report.sql" > "$2"
