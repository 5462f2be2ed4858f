#!/usr/bin/env bash
# Shows who says what in the .txt files of a folder:
#
#	demo/claims.sh folder
#
# with the server that PGHOST, PGDATABASE and so on point to. Everything there
# is temporary, but for the extension, which is created when it is missing.
set -euo pipefail

# One line of CSV for each file: its name and its text. Bytes that are no UTF-8
# are dropped, and a line that would end COPY gets a space.
articles_as_csv()
{
	local file
	for file in "$1"/*.txt
	do
		[ -f "$file" ] || continue
		basename "$file" .txt | sed 's/"/""/g; s/.*/"&",/' | tr -d '\n'
		printf '"'
		iconv -c -f UTF-8 -t UTF-8 "$file" | tr -d '\000' | sed 's/"/""/g; s/^\\\.$/\\. /'
		printf '"\n'
	done
}

width=${COLUMNS:-$({ stty size < /dev/tty | cut -d ' ' -f 2; } 2> /dev/null || true)}
case $width in '' | *[!0-9]* | 0) width=80 ;; esac
if [ "$width" -gt 110 ]; then width=110; fi
if [ "$width" -lt 40 ]; then width=40; fi

here=$(dirname "$0")
articles_as_csv "$1" |
	PGCLIENTENCODING=UTF8 PGOPTIONS="-c client_min_messages=warning ${PGOPTIONS:-}" \
	psql -X -q -A -t -v ON_ERROR_STOP=1 -v width="$width" \
		-f "$here/claims.sql" -f "$here/figures.sql"
