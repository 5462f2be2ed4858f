#!/usr/bin/env bash
# Shows who says what in the .txt files of a folder:
#
#	demo/claims.sh folder
#
# with the server that PGHOST, PGDATABASE and so on point to. Everything there
# is temporary, but for the extension, which is created when it is missing.
set -euo pipefail

width=${COLUMNS:-$({ stty size < /dev/tty | cut -d ' ' -f 2; } 2> /dev/null || true)}
case $width in '' | *[!0-9]* | 0) width=80 ;; esac
if [ "$width" -gt 110 ]; then width=110; fi
if [ "$width" -lt 40 ]; then width=40; fi

here=$(dirname "$0")
"$here/articles.sh" "$1" |
	PGCLIENTENCODING=UTF8 PGOPTIONS="-c client_min_messages=warning ${PGOPTIONS:-}" \
	psql -X -q -A -t -v ON_ERROR_STOP=1 -v width="$width" \
		-f "$here/claims.sql" -f "$here/figures.sql"
