#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the benches given, one after the other. BENCH_LIBRARY tells them where
# the library of BENCH_FILES files is.
set -eu
[ $# -gt 0 ] || {
	echo "there are no such benches" >&2
	exit 1
}
case " ${BENCH_FLAGS-} " in
*-fsanitize=*) echo "# built with sanitizers: these figures are not pore's" ;;
*" -O2 "* | *" -O3 "*) ;;
*) echo "# built without -O2: these figures are not pore's" ;;
esac
LC_ALL=C.UTF-8
export LC_ALL
BENCH_LIBRARY=$PWD/tests/bench/library
export BENCH_LIBRARY
sh "$srcdir/tests/bench/library.sh" "$BENCH_LIBRARY" "${BENCH_FILES:-10000}"
status=0
for program; do
	"$program" || {
		echo "# $program failed"
		status=1
	}
done
exit $status
