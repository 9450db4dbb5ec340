#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzzes each target in turn, for `make fuzz`: run.sh SECONDS TARGET...
#
# New inputs that reach new code are kept in tests/fuzz/scratch of the build,
# so that the next run goes on from there. An input that crashes, hangs (10 s)
# or takes more than 1 GB is left in tests/fuzz/found, and the run fails.
set -eu
seconds=$1
shift
corpora=${srcdir:-.}/tests/fuzz
mkdir -p tests/fuzz/found
failed=
UBSAN_OPTIONS=print_stacktrace=1
export UBSAN_OPTIONS
for target; do
	name=${target##*/fuzz_}
	scratch=tests/fuzz/scratch/$name
	log=tests/fuzz/scratch/$name.log
	mkdir -p "$scratch"
	set -- -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 \
		-artifact_prefix="tests/fuzz/found/$name-"
	[ ! -f "$corpora/$name.dict" ] || set -- "$@" -dict="$corpora/$name.dict"
	if "$target" "$@" "$scratch" "$corpora/corpus/$name" >"$log" 2>&1; then
		printf '%s: ' "$name"
		grep -E '^#[0-9]+[[:space:]]+DONE' "$log" | tr -s '\t ' ' ' ||
			tail -n 1 "$log"
	else
		failed="$failed $name"
		echo "$name: FAILED; what it says ends in:"
		tail -n 40 "$log"
	fi
done
[ -z "$failed" ] || {
	echo "make fuzz: failed:$failed; the inputs are in $PWD/tests/fuzz/found"
	exit 1
}
