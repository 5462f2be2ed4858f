#!/bin/sh
# Installs the Debian packages that building and testing need and that are
# missing, and nothing else. No cluster is made and no service started or
# stopped: servers that run here do not notice.
set -eu

missing=

# need PACKAGE COMMAND...: the package is missing when the command fails
need()
{
	package=$1
	shift
	"$@" >/dev/null 2>&1 || missing="$missing $package"
}

compiles()
{
	printf '#include <%s>\nint main(void) { return 0; }\n' "$1" | cc -x c -fsyntax-only -
}

# The major version that pg_config speaks of, or the one the system offers.
if ${PG_CONFIG:-pg_config} --version >/dev/null 2>&1
then
	pg_config=${PG_CONFIG:-pg_config}
	major=$($pg_config --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/')
else
	pg_config=/nonexistent/pg_config
	major=
fi

has_server()
{
	test -x "$($pg_config --bindir)/initdb"
}

has_headers()
{
	test -f "$($pg_config --includedir-server)/postgres.h" && test -f "$($pg_config --pgxs)"
}

need gcc cc --version
need libc6-dev compiles stdio.h
need libstemmer-dev compiles libstemmer.h
need libipc-run-perl perl -MIPC::Run -MTest::More -e 1
need postgresql has_server
need postgresql-server-dev has_headers
[ -z "$missing" ] && exit 0

if ! command -v apt-get >/dev/null
then
	echo "missing here, and no apt-get to install it:$missing" >&2
	exit 1
fi

# Everything from here on needs root.
if [ "$(id -u)" != 0 ]
then
	command -v sudo >/dev/null || { echo "missing:$missing; run as root, or install sudo" >&2; exit 1; }
	exec sudo PG_CONFIG="${PG_CONFIG:-}" "$0"
fi

echo "installing packages:$missing" >&2
policy=/usr/sbin/policy-rc.d
common=/etc/postgresql-common
cluster_conf=$common/createcluster.d/newsdesk.conf
made=

cleanup()
{
	trap - EXIT INT TERM HUP
	[ -z "$made" ] || rm -f $made
	rmdir $common/createcluster.d $common 2>/dev/null || true
	[ -z "${log:-}" ] || rm -f "$log"
}
trap cleanup EXIT
trap 'exit 130' INT TERM HUP

if [ ! -e $policy ]
then
	printf '#!/bin/sh\nexit 101\n' > $policy
	chmod 755 $policy
	made=$policy
fi
mkdir -p $common/createcluster.d
echo "create_main_cluster = false" > $cluster_conf
made="$made $cluster_conf"

log=$(mktemp)
export DEBIAN_FRONTEND=noninteractive
quietly()
{
	"$@" > "$log" 2>&1 || { cat "$log" >&2; return 1; }
}

quietly apt-get -q update || true
[ -n "$major" ] || major=$(apt-cache show postgresql | sed -n 's/^Version: \([0-9]*\).*/\1/p' | head -n 1)
packages=$(echo "$missing" | sed "s/postgresql-server-dev/&-$major/; s/postgresql\( \|\$\)/postgresql-$major\1/")
quietly apt-get -q -y --no-install-recommends install $packages
