#!/bin/sh
# Whether programs that this compiler makes with ASan and UBSan run here.
program=$(mktemp) || exit 1
trap 'rm -f "$program"' EXIT
echo 'int main(void) { return 0; }' |
	"${@:-cc}" -x c -fsanitize=address,undefined - -o "$program" 2>/dev/null && "$program" 2>/dev/null
