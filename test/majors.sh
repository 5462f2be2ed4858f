#!/usr/bin/env bash
# make check-majors: builds newsdesk and runs its tests with other releases of
# PostgreSQL, each in a chroot with the Debian release that has it. For root;
# fetches some hundred megabytes for each.
#
#	test/majors.sh [suite ...]			trixie has 17, forky has 18
#
# KEEP=folder keeps the chroots there for the next time.
set -euo pipefail
umask 022
cd "$(dirname "$0")/.."
unset MAKEFLAGS MAKELEVEL MFLAGS
[ $# -gt 0 ] || set -- trixie forky
[ "$(id -u)" = 0 ] || { echo "chroots are for root" >&2; exit 1; }

if ! command -v debootstrap > /dev/null
then
	apt-get -q -y --no-install-recommends install debootstrap > /dev/null
fi
top=${KEEP:-$(mktemp -d "${TMPDIR:-/tmp}/newsdesk-majors.XXXXXX")}
mirror=${MIRROR:-http://deb.debian.org/debian}

unmount()
{
	local place
	for place in "$top"/*/proc "$top"/*/dev/shm
	do
		mountpoint -q "$place" && umount "$place"
	done
	true
}

cleanup()
{
	unmount
	[ -n "${KEEP:-}" ] || rm -rf --one-file-system "$top"
}
trap cleanup EXIT
trap 'exit 130' INT TERM HUP

status=0
for suite in "$@"
do
	root=$top/$suite
	echo "=== $suite"
	[ -d "$root/etc" ] ||
		debootstrap --variant=minbase --include=make,ca-certificates "$suite" "$root" "$mirror" sid > /dev/null
	mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
	mkdir -p "$root/dev/shm"
	mountpoint -q "$root/dev/shm" || mount -t tmpfs -o size=512m tmpfs "$root/dev/shm"
	cp /etc/resolv.conf "$root/etc/resolv.conf"
	rm -rf "$root/newsdesk"
	mkdir "$root/newsdesk"
	tar -cf - --exclude=./.git --exclude=./build --exclude='*.o' --exclude='*.so' . | tar -xf - -C "$root/newsdesk"
	chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
		make -C /newsdesk check || status=1
done
exit $status
