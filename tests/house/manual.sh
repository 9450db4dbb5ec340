#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The manual is well-formed and has every option of options.def, every setting of
# settings.def and every action of action.def with its default keys, and no
# others. Speaks TAP.
set -eu
cd "${srcdir:-.}"
manual=man/pore.1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

n=0
result() { # WHAT WRONG
	n=$((n + 1))
	[ -z "$2" ] && echo "ok $n - $1" || echo "not ok $n - $1"
	[ -z "$2" ] || printf '%s\n' "$2" | sed 's/^/# /'
}

# The rows of a .def file, one a line.
rows() { # FILE MACRO
	awk -v macro="$2" '
		$0 ~ "^" macro "\\(" {row = ""; is_inside = 1}
		is_inside {sub(/^[ \t]+/, " "); row = row $0}
		is_inside && /\)$/ {print row; is_inside = 0}' "$1"
}

# Lines of the manual as they are read, without roff's escapes.
plain() {
	sed 's/\\(ha/^/g; s/\\(ti/~/g; s/\\(ga/`/g; s/\\(aq/'\''/g; s/\\-/-/g; s/\\&//g' "$manual"
}

# What is in one list only: "-" is missing in the manual, "+" is only there.
difference() { # WANTED FOUND
	sort "$1" >"$scratch/wanted"
	sort "$2" >"$scratch/found"
	comm -23 "$scratch/wanted" "$scratch/found" | sed 's/^/missing: /'
	comm -13 "$scratch/wanted" "$scratch/found" | sed 's/^/too much: /'
}

echo 1..5
if command -v mandoc >/dev/null; then
	# Which other manuals are installed is no matter.
	result "mandoc has nothing to say of it" "$(mandoc -Tlint -W style "$manual" 2>&1 |
		grep -v -e mandoc.db -e 'referenced manual not found' || :)"
else
	n=1
	echo "ok 1 - mandoc has nothing to say of it # SKIP mandoc is not installed"
fi

# .It Fl L , Fl -library Ns = Ns Ar path
rows src/cli/options.def OPTION | awk -F'"' '{
	letter = argument = ""
	if (match($3, /\047.\047/))
		letter = "Fl " substr($3, RSTART + 1, 1) " , "
	if ($3 !~ /NULL/)
		argument = " Ns = Ns Ar " tolower($4)
	print letter "Fl -" $2 argument
}' >"$scratch/options"
plain | sed -n '/^\.Ss Options/,/^\.Sh/s/^\.It \(Fl .*\)/\1/p' |
	sed 's/ , Cm .*//' >"$scratch/written"
[ "$(wc -l <"$scratch/options")" -gt 20 ] &&
	result "the options were found" "" ||
	result "the options were found" "$(cat "$scratch/options")"
result "it has every option, and no other" \
	"$(difference "$scratch/options" "$scratch/written")"

# .It Cm measure
rows src/store/settings.def '(NUMBER|SWITCH|CHOICE|PATHS)' |
	sed 's/^[A-Z]*(\([a-z_]*\),.*/\1/' >"$scratch/settings"
plain | sed -n '/^\.Sh CONFIGURATION/,/^\.Sh EXIT/s/^\.It Cm //p' >"$scratch/written"
result "it has every setting, and no other" \
	"$(difference "$scratch/settings" "$scratch/written")"

# .It Cm / ^S Pq Ic find
rows src/ui/action.def '(ACTION|TYPING)' |
	awk -F'"' '{print $4 " Pq Ic " $2}' >"$scratch/actions"
plain | sed -n '/^\.Sh KEYS/,/^\.Sh QUERIES/s/^\.It Cm //p' >"$scratch/written"
result "it has every action with its keys, and no other" \
	"$(difference "$scratch/actions" "$scratch/written")"
