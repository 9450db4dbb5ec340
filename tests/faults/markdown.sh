#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Markdown that costs other readers minutes or their stack: it ends, the text
# before and after it is shown, and what is given up is said in a line each.
. "${srcdir:-.}/tests/faults/faults.sh"

reads() { # NAME: of "hostile.md"
	pore --dump hostile.md
	check "$1" all "ended 0" "shows 'Text before.'" "shows 'Text after.'" \
		'[ "$(wc -l <"$err")" -le 2 ]'
}

n=15000
{ printf '[a]: http://x/'; repeat 40000 y; printf '\n\n'; repeat $n '[a] '; } | article hostile.md
reads "a long definition used often"
{ lines 30000 '[d%d]: http://x/%d'; echo; lines 30000 '[d%d]'; } | article hostile.md
reads "many definitions"
{ repeat 100 '|a'; echo '|'; repeat 100 '|-'; echo '|'; lines $n '|x|'; } | article hostile.md
reads "100 columns and short rows"
{ repeat 10000 '|a'; echo '|'; repeat 10000 '|-'; echo '|'; repeat 10000 '|x'; echo '|'; } | article hostile.md
reads "10,000 columns"
n=5000
for bit in 'x <![CDATA[ ' 'x <!A ' 'x <? ' '[a](b
' '[' '![' '[a](' '*a **a ' 'a**bc* ' '_' '~~a ' '[[' '{{< ' '<b>' '<div>
' '</p>' '&amp' '&#x;' 'http://' 'a@b.' 'www.a.' '\\' '|' '> ' '- ' '1. ' '`' '***

' '# h

' '[^a] ' '[^a]: b

' '<a x=y ' '![[a]] '; do
	repeat $n "$bit" | article hostile.md
	reads "$n x $(printf '%s' "$bit" | tr '\n' ' ')"
done
repeat $n '<!-- ' | article hostile.md
pore --dump hostile.md
check "$n comments without an end hide what follows" shown "shows 'Text before.'"
{ repeat $n '['; printf a; repeat $n ']'; } | article hostile.md
reads "brackets in each other"
lines 2000 '%d' | "$AWK" '{ s = s "`"; print s " a" }' | article hostile.md
reads "backticks of all lengths"
lines 2000 '%d' | "$AWK" '{ s = s "> "; print s "quote" }' | article hostile.md
reads "quotes in each other"
lines 1000 '%d' | "$AWK" '{ s = s "  "; print s "- item" }' | article hostile.md
reads "lists in each other"
{ repeat 1500 '> - '; echo deep; } | article hostile.md
reads "lists in quotes in lists"
{ printf 'Text <a'; repeat 50000 ' x=y'; echo '>link</a>'; } | article hostile.md
reads "50,000 attributes"
{ lines 50000 'call[^%d]'; echo; lines 50000 '[^%d]: note %d\n'; } | article hostile.md
reads "50,000 notes"
{ echo 'x[^1]'; echo; "$AWK" 'BEGIN { for (i = 1; i < 10000; i++) printf "[^%d]: see[^%d]\n\n", i, i + 1 }'; } | article hostile.md
reads "notes that call notes"
printf 'x[^a] y[^b]\n\n[^a]: see[^b] and[^a]\n\n[^b]: see[^a]\n' | article hostile.md
reads "notes in a ring"
{ label=$(repeat 100000 a); printf 'x[^%s]\n\n[^%s]: note\n' "$label" "$label"; } | article hostile.md
reads "a note's label of 100 KB"

# Front matter: the text below it is always shown.
front() { # NAME: of "front.md"
	printf '\nText after.\n' >>front.md
	pore --dump front.md
	check "$1" all "ended 0" "shows 'Text after.'" '[ "$(wc -l <"$err")" -le 2 ]'
}
{ echo ---; echo 'a: &a [x,x,x,x,x,x]'
	for i in b:a c:b d:c e:d f:e g:f h:g i:h j:i k:j l:k; do
		printf '%s: &%s [*%s,*%s,*%s,*%s,*%s,*%s]\n' ${i%:*} ${i%:*} ${i#*:} ${i#*:} ${i#*:} ${i#*:} ${i#*:} ${i#*:}
	done; echo 'title: *l'; echo ---; } >front.md
front "billion laughs"
{ printf -- '---\ntitle: '; repeat 50000 '['; printf '\n---\n'; } >front.md
front "YAML lists in each other"
{ printf -- '---\ntitle: '; repeat 50000 '{a: '; printf '\n---\n'; } >front.md
front "YAML maps in each other"
{ printf -- '+++\ntitle = '; repeat 50000 '['; printf '\n+++\n'; } >front.md
front "TOML lists in each other"
{ printf -- '---\ntags: ['; repeat 50000 'a, '; printf ']\n---\n'; } >front.md
front "50,000 tags"
{ printf -- '---\ntitle: '; repeat 100000 'word '; printf '\n---\n'; } >front.md
front "a title of 500 KB"
printf -- '---\ntitle: !!python/object:os.system "id"\nauthor: *none\n' >front.md
front "YAML without an end"
finish
