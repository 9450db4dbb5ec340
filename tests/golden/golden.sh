#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every article of the bundled library against what was seen and approved:
# the article as JSON, the page at 40 and at 72 cells. With
# PORE_UPDATE_GOLDENS=1 writes what is seen now instead. Speaks TAP.
set -eu
pore=${builddir:-.}/src/pore
cd "${srcdir:-.}"
folder=tests/golden/expected
scratch=$(mktemp -d "${TMPDIR:-/tmp}/pore-golden.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

for dictionary in en_US de_DE fr ru_RU; do
	if [ ! -e /usr/share/hyphen/hyph_$dictionary.dic ]; then
		echo "1..0 # SKIP no hyphenation dictionary for $dictionary"
		exit 0
	fi
done

set -- data/sampler/*
echo "1..$(($# * 3))"
"$pore" --no-config --dump --json data/sampler >"$scratch/all.json"
n=0

compare() { # SEEN EXPECTED: one test point
	n=$((n + 1))
	if [ -n "${PORE_UPDATE_GOLDENS-}" ]; then
		mkdir -p "$folder"
		cp "$1" "$2"
		echo "ok $n - $2 written"
	elif cmp -s "$1" "$2"; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
		diff -u "$2" "$1" 2>&1 | head -n 40 | sed 's/^/# /'
	fi
}

for article; do
	name=${article##*/}
	grep -F "{\"path\":\"$article\"," "$scratch/all.json" >"$scratch/json" || :
	compare "$scratch/json" "$folder/$name.json"
	for width in 40 72; do
		"$pore" --no-config --dump --width=$width "$article" >"$scratch/page"
		compare "$scratch/page" "$folder/$name.$width"
	done
done
