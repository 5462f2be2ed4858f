#!/usr/bin/env bash
# make demo [ARTICLES=folder]: reads articles in a private server, shows who says
# what in them, and writes demo/report.html. Works on a machine that has no
# PostgreSQL yet.
set -euo pipefail
umask 022
articles=$(cd "${1:-$(dirname "$0")/articles}" && pwd)
cd "$(dirname "$0")/.."
unset MAKEFLAGS MAKELEVEL MFLAGS

top=$(mktemp -d "${TMPDIR:-/tmp}/newsdesk-demo.XXXXXX")
chmod 755 "$top"
trap 'rm -rf "$top"' EXIT
trap 'exit 130' INT TERM HUP

quietly()
{
	"$@" > "$top/output" 2>&1 || { cat "$top/output" >&2; exit 1; }
}

test/install-packages.sh
[ -f newsdesk.so ] || echo "building newsdesk" >&2
quietly make -j"$(nproc)" all
quietly make install DESTDIR="$top/stage"
test/private-server.sh -d "$top/stage" sh -c '
	demo/claims.sh "$1" && demo/report.sh "$1" "$2"' sh "$articles" "$top/report.html"
mv "$top/report.html" demo/report.html
chmod 644 demo/report.html
echo "The same as a page, with highlights and charts: $PWD/demo/report.html"
