#!/usr/bin/env bash
# Runs a command beside a private PostgreSQL server that lives as long as it.
#
#	test/private-server.sh [-c] [-d DESTDIR] command [argument ...]
#
#	-c	run the command as the server's user, in a copy of the current folder:
#		for tests that start servers themselves, which no root may, and that
#		write their results where they stand
#	-d	the extension was installed with this DESTDIR: let the server look there
#
# The server listens on a socket in a folder of its own and on no network, runs
# as $SERVER_USER when root calls (postgres, or nobody), and is gone with all
# its files afterwards, also after Ctrl-C. The command finds it through PGHOST
# and PGPORT; it inherits our exit status.
set -euo pipefail
umask 022

copy=
destdir=
while getopts cd: option
do
	case $option in
		c) copy=yes ;;
		d) destdir=$OPTARG ;;
		*) exit 2 ;;
	esac
done
shift $((OPTIND - 1))

pg_config=${PG_CONFIG:-pg_config}
bin=$("$pg_config" --bindir)
major=$("$pg_config" --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/')
here=$PWD

# a socket's path may have 107 bytes
top=$(mktemp -d "${TMPDIR:-/tmp}/newsdesk.XXXXXX")
[ ${#top} -lt 80 ] || { rmdir "$top"; top=$(mktemp -d /tmp/newsdesk.XXXXXX); }

as_server_user()
{
	if [ "$(id -u)" = 0 ]
	then
		setpriv --reuid "$SERVER_USER" --regid "$(id -g "$SERVER_USER")" --init-groups \
			env HOME="$top" USER="$SERVER_USER" LOGNAME="$SERVER_USER" "$@"
	else
		"$@"
	fi
}

cleanup()
{
	status=$?
	trap - EXIT
	trap '' INT TERM HUP
	cd /
	# ours, and those of tests that were cut off
	find "$top" -name postmaster.pid | while read -r file
	do
		as_server_user "$bin/pg_ctl" -D "${file%/postmaster.pid}" -m immediate -w stop > /dev/null 2>&1 || true
	done
	rm -rf "$top"
	exit $status
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

if [ "$(id -u)" = 0 ] && [ -z "${SERVER_USER:-}" ]
then
	SERVER_USER=postgres
	id postgres > /dev/null 2>&1 || SERVER_USER=nobody
fi

# Where an extension installed with DESTDIR is found: 18 has a path for it,
# Debian's servers had a setting of their own before.
destdir_settings()
{
	[ -n "$destdir" ] || return 0
	echo "dynamic_library_path = '$destdir$("$pg_config" --pkglibdir):\$libdir'"
	if [ "$major" -ge 18 ]
	then
		echo "extension_control_path = '$destdir$("$pg_config" --sharedir):\$system'"
	else
		echo "extension_destdir = '$destdir'"
	fi
}

mkdir "$top/socket"
chmod 755 "$top"
chmod 777 "$top/socket"
destdir_settings > "$top/extension.conf"
[ "$(id -u)" != 0 ] || chown -R "$SERVER_USER" "$top"
cd "$top"

as_server_user "$bin/initdb" -D "$top/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 \
	--no-sync > "$top/initdb.log" 2>&1 || { cat "$top/initdb.log" >&2; exit 1; }
cat >> "$top/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$top/socket'
port = 54329
fsync = off
full_page_writes = off
synchronous_commit = off
max_wal_size = 1GB
log_min_messages = warning
include '$top/extension.conf'
CONF
as_server_user "$bin/pg_ctl" -D "$top/data" -l "$top/log" -w -t 60 start > /dev/null ||
	{ cat "$top/log" >&2; exit 1; }

# nothing of the caller's own servers may leak in
for variable in $(compgen -e PG)
do
	[ "$variable" = PG_CONFIG ] || unset "$variable"
done
export PGHOST="$top/socket" PGPORT=54329 PGUSER=postgres PGDATABASE=postgres
export NEWSDESK_EXTENSION_CONF="$top/extension.conf"

cd "$here"
if [ -z "$copy" ]
then
	"$@"
else
	mkdir "$top/tree"
	tar -cf - --exclude=./.git . | tar -xf - -C "$top/tree"
	[ "$(id -u)" != 0 ] || chown -R "$SERVER_USER" "$top/tree"
	cd "$top/tree"
	as_server_user "$@"
fi
