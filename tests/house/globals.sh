#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# No writable global in the library of all layers: nothing outside what a
# caller owns can change. Speaks TAP.
set -eu
cd "${builddir:-.}"

symbols() { # FILE : name, class, value, type, size, line, section
	${NM:-nm} -A -f sysv "$1" 2>/dev/null
}

# Data in a section that stays writable, and common symbols. Constant data with
# addresses in it is relocated, then made read-only: .data.rel.ro. What the
# sanitizers and the coverage of a fuzzer add is not ours (clang gives some of
# that no name but "__unnamed_N").
writable() {
	awk -F'|' '{
		name = $1
		sub(/.*:/, "", name)
	}
	$4 ~ /OBJECT|TLS/ &&
	$7 ~ /^ *(\.data|\.bss|\.tbss|\.tdata|\.sdata|\.sbss|\*COM\*)/ &&
	$7 !~ /\.data\.rel\.ro/ &&
	name !~ /^(__(asan|odr_asan|sancov|ubsan|sanitizer|tsan|unnamed_)|\.L|_GLOBAL_)/ {
		sub(/ *$/, "", $1)
		print $1 " in " $7
	}'
}

echo 1..3
all=$(symbols src/libpore.a)
functions=$(printf '%s\n' "$all" | awk -F'|' '$4 ~ /FUNC/ {n++} END {print n + 0}')
[ "$functions" -gt 100 ] && echo "ok 1 - nm reads the library ($functions functions)" ||
	echo "not ok 1 - nm reads the library ($functions functions)"
bad=$(printf '%s\n' "$all" | writable)
if [ -z "$bad" ]; then
	echo "ok 2 - no writable global"
else
	echo "not ok 2 - no writable global"
	printf '%s\n' "$bad" | sed 's/^/# /'
fi

# That this test can fail: each kind of writable data, and only that, is seen.
wrong=$(mktemp -d)
trap 'rm -rf "$wrong"' EXIT
cat >"$wrong/wrong.c" <<'C'
static const int table[] = {1, 2, 3};
static const char *const names[] = {"one", "two"};
static int counter;
static int started = 1;
static _Thread_local int own;
int shared;
int next(int i);
int next(int i)
{
	static int calls[4];
	calls[i]++;
	own += names[i][0];
	return counter++ + started++ + own + calls[i] + table[i] + shared++;
}
C
if ! ${CC:-cc} ${CFLAGS-} -fPIE -c -o "$wrong/wrong.o" "$wrong/wrong.c" 2>"$wrong/errors"; then
	echo "ok 3 - writable globals are seen # SKIP the compiler says: $(head -n 1 "$wrong/errors")"
	exit 0
fi
got=$(symbols "$wrong/wrong.o" | writable |
	sed 's/ in .*//; s/.*://; s/^next\.//; s/\.[0-9]*$//' | sort | tr '\n' ' ')
[ "$got" = "calls counter own shared started " ] &&
	echo "ok 3 - writable globals are seen" || {
	echo "not ok 3 - writable globals are seen"
	echo "# seen: $got"
}
