#!/usr/bin/env bash
# make check: all tests, on a machine that may have nothing but make. The last
# line is "N passed, N failed": tests of all kinds added up.
set -uo pipefail
umask 022
cd "$(dirname "$0")/.."
unset MAKEFLAGS MAKELEVEL MFLAGS

top=$(mktemp -d "${TMPDIR:-/tmp}/newsdesk-check.XXXXXX")
chmod 755 "$top"
passed=0
failed=0

finish()
{
	rm -rf "$top"
	echo "$passed passed, $failed failed"
	[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
	exit
}
trap 'rm -rf "$top"; exit 130' INT TERM HUP

# Counters read what a runner prints and print two numbers: tests that passed
# and tests that failed.

# a program of unit tests counts as one, however much it checks in loops
count_units()
{
	awk '/^== / { n++ } /^[0-9]+ passed, 0 failed$/ { p++ } END { print p + 0, n - p }'
}

count_passed()
{
	awk '/^[0-9]+ passed, [0-9]+ failed$/ { p += $1; f += $3 } END { print p + 0, f + 0 }'
}

# "test x ... ok 9 ms" up to PostgreSQL 16, TAP from 17 on
count_regress()
{
	awk '/^test .* \.\.\. ok( |$)/ || /^ok +[0-9]/ { p++ }
		/^test .* \.\.\. FAILED/ || /^not ok +[0-9]/ { f++ }
		END { print p + 0, f + 0 }'
}

# what is skipped is not counted
count_tap()
{
	awk '/^ok [0-9]+.* # skip/ { next } /^ok [0-9]/ { p++ } /^not ok [0-9]/ { f++ } END { print p + 0, f + 0 }'
}

# run NAME COUNTER COMMAND...: a runner that fails without saying which test
# did, or that says nothing, is itself one failure.
run()
{
	local name=$1 counter=$2 ok bad status
	shift 2
	echo "=== $name"
	"$@" 2>&1 | tee "$top/output"
	status=$?
	read -r ok bad <<< "$("$counter" < "$top/output")"
	if [ "$bad" = 0 ] && { [ "$status" != 0 ] || [ "$ok" = 0 ]; }
	then
		bad=1
	fi
	echo "=== $name: $ok passed, $bad failed"
	passed=$((passed + ok))
	failed=$((failed + bad))
}

# quietly COMMAND...: without it nothing else can be tested
quietly()
{
	"$@" > "$top/output" 2>&1 && return
	cat "$top/output"
	failed=$((failed + 1))
	finish
}

on_server()
{
	test/private-server.sh -c -d "$top/stage" "$@"
}

installcheck()
{
	on_server sh -c 'make -s installcheck "$@" && exit
		cat regression.diffs output_iso/regression.diffs 2>/dev/null
		exit 1' sh "$@"
}

test/install-packages.sh --clients || { failed=1; finish; }
echo "=== build"
quietly make -j"$(nproc)" all
quietly make install DESTDIR="$top/stage"
quietly make -j"$(nproc)" core

run "core units" count_units make -s -j"$(nproc)" units
run "fuzz corpus" count_passed make -s fuzz-replay
run "regress" count_regress installcheck ISOLATION= TAP_TESTS=
run "isolation" count_regress installcheck REGRESS= TAP_TESTS=
run "TAP" count_tap installcheck REGRESS= ISOLATION= PROVE_FLAGS=--verbose
finish
