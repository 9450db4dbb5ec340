#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Encodings that lie or break, and characters that take no room or too much.
. "${srcdir:-.}/tests/faults/faults.sh"

# What each must show; the bytes as printf wants them.
decodes() { # NAME BYTES TEXT
	printf "$2" >"$1.txt"
	pore --dump "$1.txt"
	check "$1" shown "shows '$3'"
}
decodes overlong 'words \300\23331m \340\200\23331m \360\200\200\233 end\n\nmore words\n' 'end'
decodes surrogates 'words \355\240\200 \364\220\200\200 \303 end of it\n\nmore words\n' '�'
decodes truncated 'words and more words, then \342\202' 'then'
decodes zero 'one\0two and more words to read here, and some more\n' 'one␀two'
decodes mark '\357\273\277Words behind a mark\n' 'Words behind a mark'
decodes utf-16le '\377\376W\0o\0r\0d\0s\0\n\0' 'Words'
decodes utf-16be '\376\377\0W\0o\0r\0d\0s\0\n' 'Words'
decodes utf-16-escape '\377\376W\0o\0\033\0]\0000\0;\0r\0d\0s\0\n\0' '␛]0;rds'
decodes utf-16-lone '\377\376W\0o\0\0\330r\0d\0s\0 \0o\0f\0 \0i\0t\0' 'Wo�rds'
decodes utf-16-half '\377\376W\0o\0r\0d\0s' 'Word'
decodes utf-32 '\377\376\0\0W\0\0\0o\0\0\0' 'Wo'
decodes latin-1 'Das sch\366ne Wetter \374ber den D\344chern von K\366ln, Gr\366\337e und Ma\337\n' 'schöne Wetter über'
jis='\202\261\202\352\202\315\223\372\226{\214\352\202\314\225\266\217\315\202\305\202\267\201B'
decodes shift-jis "$jis$jis$jis$jis\n" 'これは日本語の文章です。'
decodes iso-2022-jp '\033$B$3$l$O\033(B abc\n\n\033$B$3$l$O\033(B\n' 'これは'
decodes iso-2022-jp-lie 'words \033$B\033]0;x\007 and more of them\n' '␛]0;x␇'
decodes utf-7 '+ABsAWw-31m is no text of ours\n' '31m'
for declared in utf-16 shift_jis rubbish; do
	printf -- '---\ntitle: T\ncharset: %s\n---\n\nGrüße\n' $declared >lie.md
	pore --dump lie.md
	check "UTF-8 that says it is $declared" shown "shows Grüße"
done
head -c 100000 /dev/urandom >noise.bin
pore --dump noise.bin
check "noise" refused "noise.bin: holds no text"
head -c 100000 /dev/zero >zeros
pore --dump zeros
check "zeros" refused "zeros: holds no text"
for bytes in '\377\376' '\376\377' '\357\273\277' '\0' '\033' '\n' ' \t\n' '\377'; do
	printf "$bytes" >few
	pore --dump few
	check "a file of $bytes" all "[ $status -ne 1 ]" "bytes 0 100"
done

# One cell or none holds all of them; what follows stands.
flood() { # NAME N CHARACTERS
	{ printf 'A line\n\na'; repeat "$2" "$3"; printf '\n\nText after.\n'; } >"$1.txt"
	{ printf '| h | i |\n|---|---|\n| a'; repeat "$2" "$3"; printf ' | Text before. |\n\n```\na'
		repeat "$2" "$3"; printf '\n```\n\n- a'; repeat "$2" "$3"
		printf '\n\n[l](http://x/'; repeat 1000 "$3"; printf ')'; } | article "$1.md"
	for width in 1 72; do
		pore --dump --width=$width "$1.txt" "$1.md"
		check "$1 at $width cells" shown "shows $4"
	done
	pore --search=after --json "$1.txt" "$1.md"
	check "$1, searched" shown "shows after"
}
zwj=$(printf '\342\200\215') zwsp=$(printf '\342\200\213')
flood 'combining marks' 16000 "$(printf '\314\201')" a
flood 'marks of two classes' 8000 "$(printf '\314\201\314\243')" a
flood 'joined emoji' 5000 "$(printf '\360\237\221\251')$zwj" a
flood 'zero-width spaces' 16000 "$zwsp" a
flood 'joiners and marks' 5000 "$zwj$(printf '\342\200\214\342\201\240\357\273\277')" a
flood 'variation selectors' 8000 "$(printf '\357\270\217')" a
flood 'flags' 5001 "$(printf '\360\237\207\251')" a
flood 'soft hyphens' 8000 "$(printf 'a\302\255')" a
flood 'Hangul leads' 5000 "$(printf '\341\204\200')" a
flood 'isolates' 5000 "$(printf '\342\201\247\327\220')" a
flood 'wide characters' 5000 "$(printf '\346\274\242')" a
flood 'backspaces' 8000 "$(printf 'b\b')" A

for first in '\314\201' '\342\200\213' '\357\273\277' '\342\200\215' '\357\270\217'; do
	printf "${first}Title\n\n${first}One\n\n- ${first}item\n\n> ${first}quote\n\n| ${first}a |\n|---|\n| ${first}b |\n" >first.md
	pore --dump --width=20 first.md
	check "$first first in a row" shown "shows One" "shows item" "within 60"
done
printf 'abc 漢字漢字漢字漢字漢字漢字\n' >wide.txt
for width in 1 2 3 4 5 6 7; do
	pore --dump --width=$width wide.txt
	check "wide characters in $width cells" shown "within 21"
done
finish
