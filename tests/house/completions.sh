#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The completions name every option, the shells accept them, and bash's do
# what is typed for. Speaks TAP.
set -eu
top=$(cd "${srcdir:-.}" && pwd)
cd "${builddir:-.}/data/completions"

# Long forms and letters of options.def, a word each.
options=$(sed -n 'H; ${x; s/\n//g; s/OPTION(/\n&/g; p;}' "$top/src/cli/options.def" |
	sed -n "s/^OPTION([A-Z_]*,[[:space:]]*\"\([a-z-]*\)\",[[:space:]]*\(0\|'\(.\)'\).*/\1 \3/p")

n=0
result() { # WHAT WRONG
	n=$((n + 1))
	[ -z "$2" ] && echo "ok $n - $1" || echo "not ok $n - $1"
	[ -z "$2" ] || printf '%s\n' "$2" | sed 's/^/# /'
}

names() { # FILE LONG LETTER : options that the file does not name
	printf '%s\n' "$options" | while read -r long letter; do
		grep -qE -e "$(printf -- "$2" "$long")" "$1" || echo "--$long"
		[ -z "$letter" ] || grep -qE -e "$(printf -- "$3" "$letter")" "$1" ||
			echo "-$letter"
	done
}

accepts() { # SHELL FILE
	if command -v "$1" >/dev/null; then
		result "$1 accepts its completions" "$("$1" -n "$2" 2>&1 || :)"
	else
		n=$((n + 1))
		echo "ok $n - $1 accepts its completions # SKIP $1 is not installed"
	fi
}

echo 1..8
[ "$(printf '%s\n' "$options" | wc -l)" = "$(grep -c '^OPTION(' "$top/src/cli/options.def")" ] &&
	result "the options were found" "" ||
	result "the options were found" "$options"
result "bash's name every option" "$(names pore '[ '\'']--%s[= '\'']' '[ '\'']-%s[ '\'']')"
result "zsh's name every option" "$(names _pore '--%s=?\[' '-%s\+?\[')"
result "fish's name every option" "$(names pore.fish ' -l %s ' ' -s %s ')"
accepts bash pore
accepts zsh _pore
accepts fish pore.fish

if ! command -v bash >/dev/null; then
	echo "ok 8 - bash completes # SKIP bash is not installed"
	exit 0
fi
result "bash completes" "$(bash -c '
	. ./pore
	compopt() { :; } # readline is not there to be told
	typed() { # WANTED WORD...
		local wanted=$1
		shift
		COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
		_pore
		[[ "${COMPREPLY[*]}" == "$wanted" ]] ||
			echo "$*: got ${COMPREPLY[*]}, not $wanted"
	}
	typed "--color= --config=" pore --co
	typed "auto always" pore --color = a
	typed "auto always never" pore --color =
	typed "markdown" pore -f ma
	typed "pore pore.fish" pore po
	typed "pore.fish" pore -L pore.
	typed "" pore --search p
')"
