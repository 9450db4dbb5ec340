#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Output that can't be written is told and ends with 2; input that is closed,
# empty or binary likewise; a reader that goes away is no fault.
. "${srcdir:-.}/tests/faults/faults.sh"
printf '# Good\n\nGood text.[^1]\n\n[^1]: A note.\n' >good.md
{ printf '# Long\n\n'; lines 20000 'Paragraph %d of many, with some words in it.\n'; } >long.md

modes='--dump --dump|--json --list --list|--json --search=text --search=text|--json
	--notes --outline --stats --related=good.md|--json --help --version
	--print-keys --print-config'
for mode in $modes; do
	mode=$(echo "$mode" | tr '|' ' ')
	case $mode in --help | --version | --print*) paths= ;; *) paths=good.md ;; esac
	run sh -c "'$program' --no-config $mode $paths >/dev/full"
	check "$mode onto a full disk" refused "be written: No space"
	run sh -c "'$program' --no-config $mode $paths >&-"
	check "$mode with standard output closed" refused "be written: Bad file"
	run sh -c "'$program' --no-config $mode $paths 2>&-"
	check "$mode with standard error closed" all "[ $status -le 1 ]" '[ -s "$out" ]'
done
run sh -c "'$program' --no-config --dump long.md >/dev/full"
check "a long article onto a full disk" refused "standard output can"
run sh -c "ulimit -f 1; '$program' --no-config --dump long.md >cut; status=\$?; wc -c <cut; exit \$status"
check "more than a file may hold" all "ended 2" "told 1" "says 'File too large'"

# The next file opened would take the place of one that is closed.
run sh -c "'$program' --no-config --log=log --dump good.md >&-"
check "results do not go into the log" all "ended 2" "told 1" "! grep -q 'Good text' log"
run sh -c "'$program' --no-config --log=log2 --dump good.md nothere 2>&-"
check "nor do complaints" all "ended 0" "! grep -q nothere log2"
run sh -c "'$program' --no-config --dump good.md <&- >&- 2>&-"
check "all three closed" all "ended 2"

run sh -c "'$program' --no-config --dump long.md | head -n 1; exit 0"
check "a reader that goes away" shown "shows Long"
run sh -c "'$program' --no-config --list --json long.md good.md | head -n 1; exit 0"
check "one that goes away from a list" shown "shows good.md"

piped() { # COMMAND
	run sh -c "$1 | '$program' --no-config -"
}
piped :
check "an empty pipe" refused "-: is empty"
piped "printf ' \n\t'"
check "a blank pipe" refused "-: is empty"
piped "head -c 1000000 /dev/urandom"
check "noise" refused "-: holds no text"
piped "printf 'Some words'"
check "a line without an end" shown "shows 'Some words'"
piped "yes '' | head -c 3000000; printf 'End of it.\n'"
check "many empty lines" shown "shows 'End of it.'"
piped "cat good.md"
check "an article" shown "shows 'Good text.'"
run sh -c "'$program' --no-config - <&-"
check "standard input closed" refused "-: "
run sh -c "'$program' --no-config - <."
check "standard input a directory" refused "-: is a directory"
run sh -c "'$program' --no-config - <&1 >&2 </dev/zero"
check "standard input without an end" refused "-: is a device"
run sh -c "'$program' --no-config - - good.md <good.md"
check "standard input twice" shown "shows 'Good text.'"
run sh -c "head -c 100000 /dev/urandom | '$program' --no-config --search=- --json good.md"
check "noise as queries" all "[ $status -le 1 ]" "told 0"
run sh -c "head -c 20000 /dev/urandom | '$program' --no-config --related=- --json good.md"
check "noise as articles" all "ended 1"
run sh -c "'$program' --no-config --search=- --json good.md </dev/null"
check "no queries" all "ended 1" "told 0" "bytes 0 0"
finish
