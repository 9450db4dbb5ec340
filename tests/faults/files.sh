#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What is no readable file costs one line, and the rest opens.
. "${srcdir:-.}/tests/faults/faults.sh"

printf '# Good\n\nGood text.\n' >good.md
: >empty
printf '\n \t\n' >blank
mkfifo fifo
ln -s nowhere dangling
ln -s loop loop
ln -s /dev/zero zero
mkdir folder

kinds="nothere empty blank fifo dangling loop zero /dev/null /dev/full
	/dev/urandom good.md/x /proc/self/mem"
for path in $kinds; do
	pore --dump "$path"
	check "$path" refused "$path: "
	pore --list "$path"
	check "$path, listed" refused "$path: "
	pore --dump "$path" good.md -L "$path"
	check "$path beside what can be read" all "ended 0" "says '$path: '" \
		"shows 'Good text.'"
done
pore --dump ''
check "a path of no bytes" refused path
pore --dump "$(repeat 300 a)"
check "a name that is too long" refused aaa
pore --dump "$(repeat 3000 a/)"
check "a path that is too long" refused a/a
pore --dump folder
check "a folder with nothing in it" refused 'no articles'

# A library with one of each: links to itself and its parent among them.
mkdir -p shelf/sub shelf/.hidden shelf/closed
mkfifo shelf/fifo.md
ln -s nowhere shelf/dangling.md
ln -s loop.md shelf/loop.md
ln -s /dev/zero shelf/zero.md
ln -s . shelf/self
ln -s ../sub shelf/sub/again
: >shelf/empty.md
head -c 5000 /dev/urandom >shelf/noise.bin
printf '# Hidden\n\nx\n' >shelf/.hidden/a.md
printf '# B\n\nText of b.\n' >shelf/sub/b.md
bad=$(printf '\377\376')
nl='
'
for name in "new${nl}line" "esc$esc[31m" "$bad" '|id' '$(id)' '`id`' '-x' '--help' '+1' ' ' '*' '"' 'a;b' '%s%n'; do
	printf '# Odd\n\nOdd text.\n' >"shelf/$name.md"
done
printf '# Dot\n\nx\n' >shelf/.dot.md
pore --list shelf
check "a folder of all kinds" all "ended 0" "told 8" "says fifo.md" "says dangling.md" \
	"says loop.md" "says zero.md" "says self" "says again" "says empty.md" "says noise.bin" "lacks ot.md" "lacks idden"
check "each article in it once, a line each" all '[ "$(wc -l <"$out")" -eq 15 ]'
pore --list --json --limit=0 shelf
check "the same as JSON" all "ended 0" "told 8" '[ "$(wc -l <"$out")" -eq 15 ]'
pore --search=text shelf --limit=0
check "all of them are searched" all "ended 0" "told 8" "shows 'Text of b'" "shows 'Odd'"
for name in "new${nl}line" "esc$esc[31m" "$bad" '|id' '$(id)' '`id`' ' ' '*' '"' 'a;b' '%s%n' '-x' '--help' '+1'; do
	pore --dump "shelf/$name.md"
	check "$(printf %s "$name" | tr -d '\033\377\376\n') is opened as it is named" shown "shows 'Odd text'"
	cd shelf
	pore --dump -- "$name.md"
	cd ..
	check "so behind --" shown "shows 'Odd text'"
done

if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null; then
	chmod 755 "$scratch"
	chmod 777 "$results"
	as='setpriv --reuid=65534 --regid=65534 --clear-groups'
else
	as=
fi
printf '# Secret\n\nSecret.\n' >shelf/secret.md
printf '# Closed\n\nClosed.\n' >shelf/closed/c.md
chmod 0 shelf/secret.md shelf/closed
if [ "$(id -u)" -ne 0 ] || { [ "$as" ] && $as test -x "$program"; }; then
	run $as "$program" --no-config --dump shelf/secret.md
	check "a file that may not be read" refused "shelf/secret.md: Permission denied"
	run $as "$program" --no-config --list shelf/closed
	check "a folder that may not be read" refused "shelf/closed: Permission denied"
	run $as "$program" --no-config --list shelf
	check "both in a library" all "ended 0" "told 10" "says secret.md" "says closed" "shows Odd"
	chmod 444 shelf/closed
	run $as "$program" --no-config --list shelf
	check "a folder that may be listed but not entered" all "ended 0" "told 10" "says closed"
else
	skip "what may not be read" "root may read all, and there is no setpriv"
fi
chmod 755 shelf/closed

# Files that go, shrink and change between the walk and the reading.
mkdir churn
(
	i=0
	while [ $i -lt 40 ]; do
		"$AWK" -v i=$i 'BEGIN { for (n = 1; n <= 50; n++) {
			f = "churn/" n ".md"; print "# Title\n\nText" > f
			for (k = 0; k < i * n; k++) print "more" > f; close(f) } }'
		for n in 1 3 5 7 9; do : >churn/$n.md; done
		rm -rf churn/1*.md churn/2*.md
		i=$((i + 1))
	done
) 2>/dev/null &
i=0
while [ $i -lt 8 ]; do
	pore --dump churn good.md
	check "files that change while they are read ($i)" all "ended 0" "shows 'Good text.'"
	i=$((i + 1))
done
wait
pore --list - </dev/null
check "no article at standard input" refused '-: '
finish
