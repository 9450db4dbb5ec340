#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Memory, descriptors and threads that run out: a clean sentence, never a
# crash without words or a wait without end.
. "${srcdir:-.}/tests/faults/faults.sh"
mkdir shelf
i=0
while [ $i -lt 60 ]; do
	printf -- '---\ntitle: T\n---\n\n# Article %d\n\nText and *more*.[^1]\n\n[^1]: A note.\n' $i >shelf/$i.md
	i=$((i + 1))
done
sanitized=$(LC_ALL=C grep -aqF __asan_init "$program" && echo yes || :)

# Runs under a limit of the shell's ulimit, with the standard files alone.
limited() { # LIMIT ARGUMENTS...
	limit=$1
	shift
	run sh -c "exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
		ulimit $limit || exit 125
		exec \"\$@\"" sh "$program" --no-config "$@"
}

# The C library, and so the program, wants three or four to begin with.
for n in 4 5 6 7 8 12; do
	for arguments in '--list shelf' '--search=text shelf' '--log=log --list shelf' \
		'--log=log --dump shelf/1.md'; do
		limited "-n $n" $arguments
		check "$n descriptors: $arguments" all "[ $status -le 2 ]" \
			'[ "$(wc -l <"$err")" -le 64 ]' '[ "$status" -eq 0 ] || says "Too many open files"'
	done
done

if [ "$sanitized" ]; then
	skip "little memory" "sanitizers take all addresses"
else
	worst=0
	for kb in 15000 18000 22000 30000 40000 60000 80000 100000 150000; do
		limited "-v $kb" --list shelf
		# Below, it does not start; above, it works; between, it says why.
		case $status in
		0 | 127) ;;
		*) grep -q 'memory' "$err" || worst=$status ;;
		esac
	done
	status=0 && : >"$out" && : >"$err"
	check "little memory: it works, or says so" all "[ $worst -eq 0 ]"
fi
limited "-s 200" --dump shelf
check "a stack of 200 KB" shown "shows 'Article 59'"
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null && command -v prlimit >/dev/null; then
	chmod 755 "$scratch"
	# (What looks for leaks is a thread itself.)
	run env ASAN_OPTIONS=detect_leaks=0 setpriv --reuid=65534 --regid=65534 --clear-groups prlimit --nproc=1 \
		"$program" --no-config --list shelf
	case $status in
	126 | 127) skip "no threads" "the program is where others may not run it" ;;
	*) check "no threads" shown '[ "$(wc -l <"$out")" -eq 10 ] || [ "$(wc -l <"$out")" -eq 60 ]' ;;
	esac
else
	skip "no threads" "this takes root, setpriv and prlimit"
fi
finish
