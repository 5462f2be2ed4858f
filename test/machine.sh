#!/bin/sh
# What a measurement ran on: processor, system, compiler, commit.
processor=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
cores=$(getconf _NPROCESSORS_ONLN)
memory=$(awk '/^MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)
system=$(. /etc/os-release && echo "$PRETTY_NAME")
commit=$(git describe --always --dirty 2>/dev/null || echo "no git")
echo "ran on: $processor, $cores cores, $memory; $system; $(${CC:-cc} --version | head -n 1); newsdesk $commit"
echo
