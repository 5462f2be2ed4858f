#!/bin/sh
# Installs the Debian packages that building and testing need and that are
# missing, and nothing else. No cluster is made and no service started or
# stopped: servers that run here do not notice.
#
#	test/install-packages.sh [--clients]
#
#	--clients	also a browser, and what other languages reach a server with:
#				tests that use one are skipped where it cannot be had
set -eu

missing=
wanted=
clients=${1:-}

# need PACKAGE COMMAND...: the package is missing when the command fails
need()
{
	package=$1
	shift
	"$@" >/dev/null 2>&1 || missing="$missing $package"
}

# want PACKAGE COMMAND...: the same, of a package that may stay missing
want()
{
	[ -n "$clients" ] || return 0
	package=$1
	shift
	"$@" >/dev/null 2>&1 || wanted="$wanted $package"
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

# Debian's Python, also where another one comes first
python_has()
{
	test -x /usr/bin/python3 && /usr/bin/python3 -c "import $1"
}

need python3 python3 --version
need gcc cc --version
need libc6-dev compiles stdio.h
need libstemmer-dev compiles libstemmer.h
need libipc-run-perl perl -MIPC::Run -MTest::More -e 1
need postgresql has_server
need postgresql-server-dev has_headers
want chromium command -v chromium
want fonts-dejavu-core test -f /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
want python3-psycopg python_has psycopg
want python3-pyodbc python_has pyodbc
want odbc-postgresql sh -c 'ls /usr/lib/*/odbc/psqlodbcw.so'
want default-jdk-headless command -v javac
want libpostgresql-jdbc-java test -f /usr/share/java/postgresql.jar
want nodejs command -v node
want node-pg test -d /usr/share/nodejs/pg
[ -z "$missing$wanted" ] && exit 0

if ! command -v apt-get >/dev/null
then
	[ -n "$missing" ] || { echo "tests that use these will be skipped:$wanted" >&2; exit 0; }
	echo "missing here, and no apt-get to install it:$missing" >&2
	exit 1
fi

# Everything from here on needs root.
if [ "$(id -u)" != 0 ]
then
	command -v sudo >/dev/null || [ -n "$missing" ] || { echo "tests that use these will be skipped:$wanted" >&2; exit 0; }
	command -v sudo >/dev/null || { echo "missing:$missing; run as root, or install sudo" >&2; exit 1; }
	exec sudo PG_CONFIG="${PG_CONFIG:-}" "$0" $clients
fi

echo "installing packages:$missing$wanted" >&2
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
[ -z "$packages" ] || quietly apt-get -q -y --no-install-recommends install $packages
for package in $wanted
do
	apt-get -q -y --no-install-recommends install "$package" > "$log" 2>&1 ||
		echo "cannot be had, tests that use it will be skipped: $package" >&2
done
