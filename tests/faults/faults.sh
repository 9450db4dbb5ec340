# SPDX-License-Identifier: GPL-3.0-or-later
# What the scripts of this folder share; to be read with ".". They work in an
# empty folder of their own. After `pore ARGUMENTS` (or `run COMMAND`), what
# came of it is in the files out and err and in $status; `check NAME
# CONDITION...` is a test point, `told N` and the like are conditions.
set -u
program=$(cd "${builddir:-.}" && pwd)/src/pore
AWK=${AWK:-awk}
LC_ALL=C.UTF-8
export LC_ALL
unset PORE NO_COLOR CLICOLOR_FORCE LESSSECURE
scratch=$(mktemp -d "${TMPDIR:-/tmp}/pore-faults.XXXXXX") || exit 99
trap 'chmod -R u+rwx "$scratch"; rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
cd "$scratch" || exit 99
results=$(mktemp -d "$scratch/.results.XXXXXX")
out=$results/out err=$results/err
HOME=$scratch/.home
export HOME
unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME
esc=$(printf '\033')
points=0

# A program that hangs is a failure, not a test that never ends.
run() {
	status=0
	timeout 60 "$@" >"$out" 2>"$err" </dev/null || status=$?
}

pore() {
	run "$program" --no-config "$@"
}

check() { # NAME CONDITION...
	points=$((points + 1))
	point=$1
	shift
	if sound && "$@"; then
		printf 'ok %d - %s\n' $points "$point"
		return
	fi
	printf 'not ok %d - %s\n' $points "$point"
	printf '# status %d, %d bytes, failed: %s\n' "$status" \
		"$(wc -c <"$out")" "$*"
	head -n 5 "$out" | cut -c 1-200 | cat -v | sed 's/^/# out: /'
	head -n 30 "$err" | cut -c 1-200 | cat -v | sed 's/^/# err: /'
}

skip() { # NAME WHY
	points=$((points + 1))
	echo "ok $points - $1 # SKIP $2"
}

finish() {
	echo "1..$points"
}

all() { # CONDITION, CONDITION...: each one word or more in quotes
	for condition; do
		eval "$condition" || {
			printf '# not so: %s\n' "$condition"
			return 1
		}
	done
}

# No control character but LF, TAB and our own SGR, no C1, valid UTF-8.
clean() { # FILE
	LC_ALL=C sed "s/$esc\[[0-9;]*m//g" "$1" >"$results/plain"
	[ "$(LC_ALL=C tr -d '\011\012\040-\176\200-\377' <"$results/plain" |
		wc -c)" -eq 0 ] || return 1
	! LC_ALL=C grep -aq "$(printf '\302[\200-\237]')" "$results/plain" &&
		iconv -f UTF-8 -t UTF-8 "$results/plain" >/dev/null 2>&1
}

# What holds of every run: no sanitizer's report, no signal, nothing raw.
sound() {
	! grep -aq 'Sanitizer\|runtime error' "$err" && [ "$status" -lt 124 ] &&
		clean "$out" && clean "$err"
}

ended() { # STATUS
	[ "$status" -eq "$1" ]
}

# Just so many lines on standard error, each "pore: ...".
told() { # N
	[ "$(wc -l <"$err")" -eq "$1" ] && [ "$(grep -ac '^pore: ' "$err")" -eq "$1" ]
}

says() { # TEXT on standard error
	grep -aqF -- "$1" "$err"
}

shows() { # TEXT on standard output
	grep -aqF -- "$1" "$out"
}

lacks() { # TEXT on standard output
	! shows "$1"
}

# Bytes of standard output.
bytes() { # LEAST MOST
	size=$(wc -c <"$out")
	[ "$size" -ge "$1" ] && [ "$size" -le "$2" ]
}

# No line wider than so many bytes.
within() { # BYTES
	[ "$(LC_ALL=C "$AWK" '{ if (length($0) > n) n = length($0) }
		END { print n + 0 }' "$out")" -le "$1" ]
}

shown() {
	all "ended 0" "told 0" "$@"
}

refused() { # TEXT on standard error
	all "ended 2" "told 1" "bytes 0 0" "says '$1'"
}

repeat() { # N TEXT
	LC_ALL=C "$AWK" -v n="$1" -v text="$2" \
		'BEGIN { for (i = 0; i < n; i++) printf "%s", text }'
}

lines() { # N FORMAT, which may use the number, from 1
	LC_ALL=C "$AWK" -v n="$1" -v format="$2\n" \
		'BEGIN { for (i = 1; i <= n; i++) printf format, i, i, i }'
}

# An article around hostile text from standard input, which must not take what
# stands before and after it.
article() { # FILE
	{
		printf '# The title\n\nText before.\n\n'
		cat
		printf '\n\nText after.\n'
	} >"$1"
}

around() {
	shown "shows 'Text before.'" "shows 'Text after.'" "$@"
}
