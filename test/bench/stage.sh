# Sourced by the programs beside it: builds newsdesk and installs it in
# "$top/stage"; "$top" is gone at the end.
set -euo pipefail
cd "$(dirname "$0")/../.."
unset MAKEFLAGS MAKELEVEL MFLAGS

top=$(mktemp -d "${TMPDIR:-/tmp}/newsdesk-bench.XXXXXX")
chmod 755 "$top"
trap 'rm -rf "$top"' EXIT
trap 'exit 130' INT TERM HUP

make -s -j"$(nproc)" all > "$top/log" 2>&1 && make -s install DESTDIR="$top/stage" >> "$top/log" 2>&1 ||
	{ cat "$top/log"; exit 1; }
