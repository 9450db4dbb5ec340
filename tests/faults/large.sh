#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Files larger than any article. What is read of them is shown, and what is
# left out is told. (Sparse files take no room on the disk.)
. "${srcdir:-.}/tests/faults/faults.sh"

{ printf '# Large\n\nText before.\n'; } >sparse.md
if truncate -s 2G sparse.md 2>/dev/null && truncate -s 2G hole.txt; then
	pore --dump sparse.md
	check "text with 2 GB of nothing behind it" refused "holds no text"
	pore --dump hole.txt
	check "2 GB of nothing" refused "holds no text"
else
	skip "2 GB of nothing" "this file system has no such files"
fi

lines 40000 "Line %d of many. $(repeat 17 'It goes on and on for a long while, as some lines do. ')\n" >long.txt
pore --outline --json long.txt
check "32 MB and more" all "ended 0" "told 1" "says 'longer than what is read'" \
	"shows long.txt"
rm long.txt

{ printf 'A word\n\n'; repeat 1500000 q; printf '\n\nText after.\n'; } >word.txt
{ printf 'A line\n\n'; repeat 100000 'word '; printf '\n\nText after.\n'; } >line.txt
{ printf 'Lines\n\n'; lines 200000 'y'; printf '\nText after.\n'; } >lines.txt
{ printf '# Item\n\n1. '; repeat 100000 'word '; printf '\n2. second\n\nText after.\n'; } >item.md
for file in word.txt line.txt lines.txt item.md; do
	pore --dump $file
	check "$file: a paragraph of more than 256 KB is divided" all "ended 0" \
		"told 1" "says 'divided'" "shows 'Text after.'" "within 80"
done
pore --dump item.md
check "an item goes on without a second number" all "told 1" "shows '2. second'"
pore --dump --json word.txt
check "no text is lost" all '[ "$(tr -cd q <"$out" | wc -c)" -eq 1500000 ]'
printf '# Note\n\nText.[^1]\n\n[^1]: ' >note.md
repeat 100000 'word ' >>note.md
pore --dump note.md
check "a note of more than 256 KB is cut" all "ended 0" "told 1" "says 'a note is longer'"

mkdir many
(cd many && lines 3000 '%d' | xargs touch)
pore --list many
check "3,000 empty files" all "ended 2" "told 3000" "bytes 0 0"
printf '# One\n\nText.\n' >many/one.md
pore --list many
check "and one article" all "ended 0" "told 3000" '[ "$(wc -l <"$out")" -eq 1 ]'
deep=deep
i=0
while [ $i -lt 500 ]; do
	deep=$deep/d
	i=$((i + 1))
done
mkdir -p $deep
printf '# Deep\n\nText.\n' >$deep/a.md
pore --list deep
check "500 folders in each other" shown "shows Deep"
finish
