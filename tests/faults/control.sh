#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# No byte of a document moves the terminal: control sequences in text, code,
# addresses, front matter, names, queries and messages.
. "${srcdir:-.}/tests/faults/faults.sh"

# CSI, OSC 0 and 52, DCS, APC, PM, BS, FF, VT, DEL and C1.
sequences='a\033[31mred\033]0;title\007b\033]52;c;aGk=\007c\033Pq\033\\'
sequences=$sequences'd\033_apc\033\\e\010\014\013\177f\033^pm\033\\ \302\2331m'

printf "$sequences" | article raw.md
pore --dump raw.md
check "sequences in Markdown become visible" around "shows '␛]0;title␇'"
printf "Text before.\n\n$sequences\n\nText after.\n" >raw.txt
pore --dump raw.txt
check "sequences in plain text become visible" around "shows '␛]52;c;aGk=␇'"
for format in text pagetext markdown; do
	for mode in --dump --outline --notes --list; do
		pore $mode --json --format=$format raw.txt raw.md
		check "$mode --json as $format" shown
		pore $mode --color=always --format=$format raw.txt raw.md
		check "$mode --color=always as $format" shown
	done
done

printf '&#27;[31m &#x1b;]0;t&#7; &#155;1m &#x9b;1m &#0; [a](http://x/&#27;[1m "&#27;c")
`&#27;` <b title="&#27;">&#27;[1m</b> ![&#27;[a](x&#27;)' | article entity.md
pore --dump entity.md
check "so do entities" around "shows '␛]0;t␇'"
pore --dump --json entity.md
check "in JSON too" shown

# (Padded: a file with so many controls and little else is binary.)
{
	repeat 300 'Words. '
	printf '\n\n'
	printf '[l%b](http://x/%b)\n\n`%b`\n\n```%b\n%b\n```\n\n[^1]: %b\n\n| %b |\n|---|\n| %b |\n' \
	"$sequences" "$sequences" "$sequences" "$sequences" "$sequences" \
	"$sequences" "$sequences" "$sequences"
} | article places.md
for width in 1 20 10000; do
	pore --dump --width=$width --color=always places.md
	check "sequences in links, code, notes, tables at $width cells" shown
done

printf -- '---\ntitle: "t\\e[31m\\e]0;x\\a"\nauthor: "a\\e[1m"\nseries: "\\x9b1m"\ntags: ["\\e[2J"]
description: "\\e[3m"\nrelated:\n- title: "\\e[2J"\n  url: "http://x/\\e[3m"\n---\n\nBody.\n' >front.md
for mode in --dump --list --outline --search=body --related=front.md --stats; do
	pore $mode front.md raw.md
	check "front matter, $mode" all "told 0" "[ $status -le 1 ]"
	pore $mode --json front.md raw.md
	check "front matter, $mode --json" all "told 0" "[ $status -le 1 ]"
done
pore --dump front.md
check "a title is shown with its escapes visible" shown "shows '␛[31m'" "shows Body."

# less before 2023 looped over it.
printf 'one\n\033]8;;http://x\ntwo\n\033]8;;http://unterminated' >osc8.txt
pore --dump osc8.txt
check "OSC 8 without an end" shown "shows one" "shows two"
printf 'text\033]8;;http://x/\033\\link\033]8;;\033\\ and \033]8;;htt' | article osc8.md
pore --dump osc8.md
check "OSC 8 without an end in Markdown" around
{ printf 'a\033['; repeat 300000 '1;'; printf 'm b\n\nText after.\n'; } >sgr.txt
pore --dump sgr.txt
check "a CSI of 600 KB" shown "shows 'Text after.'"
printf 'cut\033[3' >cut.txt
pore --dump cut.txt
check "a CSI at the end of the file" shown "shows cut"

# Bidi controls stay in the text; nothing they begin outlives its line.
printf '\342\200\256evil \342\201\247\342\200\253 `c\342\200\256d` <http://x/\342\200\256b>\n' | article bidi.md
pore --dump bidi.md
check "bidi controls lose no text" around "shows evil"

name=$(printf 'x\033[31m\n\302\2331m\342\200\256txt')
pore --dump "$name"
check "a name in a message" refused 'x␛[31m␊�1m�txt'
printf '# Named\n\nText.\n' >"$name.md"
pore --list "$name.md"
check "a name in a list" shown "shows 'x␛[31m␊�1m�txt.md'"
pore --list --json "$name.md"
check "a name in JSON, with its bytes" shown "shows path_base64"
pore --search=text "$name.md"
check "a name in results" shown "shows 'x␛[31m␊'"
pore --dump "$name.md"
check "a name opens what it names" shown "shows Named"

for option in "--$esc[31m" "-$esc" "--limit=$esc[3m" "--color=$esc" \
	"--width=$esc" "--format=$esc[31m" "--config=$esc[31m" "--log=/nowhere/$esc"; do
	pore "$option" --dump raw.md
	check "an escape in an option" all "ended 2" "told 1" "bytes 0 0"
done
pore --search="$esc[31m \"" --json raw.md
check "an escape in a query" all "[ $status -le 1 ]" "told 0"
pore --related="$name" raw.md
check "an escape in --related" all "ended 1" "told 1"
finish
