#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every test program, fuzz target, bench and ui script in tests/ is run by
# something: a file that no local.mk names is a test that nobody misses.
# Speaks TAP.
set -eu
cd "${srcdir:-.}"

n=0 missing=
for file in tests/*/*_test.c tests/fuzz/fuzz_*.c tests/bench/bench_*.c \
	tests/bench/quality_*.c tests/*/*.sh; do
	n=$((n + 1))
	folder=${file%/*}
	grep -qs "$file" "$folder"/*.mk || missing="$missing $file"
done
echo 1..2
[ "$n" -gt 50 ] && echo "ok 1 - the tests were found ($n)" ||
	echo "not ok 1 - the tests were found ($n)"
if [ -z "$missing" ]; then
	echo "ok 2 - a local.mk names each"
else
	echo "not ok 2 - a local.mk names each"
	for file in $missing; do
		echo "# $file is named nowhere"
	done
fi
