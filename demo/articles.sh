#!/usr/bin/env bash
# The .txt files of a folder as CSV: name, day of publication, text.
#
#	demo/articles.sh folder
#
# A file whose name begins with a day (2026-10-14-title.txt) was published then;
# of others the day is not known. Bytes that are no UTF-8 are dropped, and a
# line that would end COPY gets a space.
set -euo pipefail

for file in "$1"/*.txt
do
	[ -f "$file" ] || continue
	name=$(basename "$file" .txt | iconv -c -f UTF-8 -t UTF-8)
	day=
	if [[ $name =~ ^([0-9]{4}-[0-9]{2}-[0-9]{2})[-_\ ]*(.+)$ ]] && date -d "${BASH_REMATCH[1]}" > /dev/null 2>&1
	then
		day=${BASH_REMATCH[1]}
		name=${BASH_REMATCH[2]}
	fi
	printf '"%s",%s,"' "${name//\"/\"\"}" "$day"
	iconv -c -f UTF-8 -t UTF-8 "$file" | tr -d '\000' | sed 's/"/""/g; s/^\\\.$/\\. /'
	printf '"\n'
done
