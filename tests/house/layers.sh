#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# src/README is the map of the source: every #include "folder/file.h" must be
# allowed by its table, every file must be named in it, and it must name no
# file that is not there. Only term/ may include curses. Speaks TAP.
set -eu
build=$(cd "${builddir:-.}" && pwd)/src
cd "${srcdir:-.}"

# Prints "include PROBLEM" and "name PROBLEM" lines and, last, "seen N" with
# the number of includes. SRC is the folder to look at, README its map.
survey() { # SRC README
	find "$1" -name '*.[ch]' -o -name '*.def' -o -name '*.awk' | sort |
	awk -v src="$1" -v build="$build" '
	function exists(file) {
		return system("test -f " src "/" file " || test -f " build "/" file) == 0
	}
	FILENAME != "-" { # the map
		if ($0 ~ /^    [a-z]+:/) {
			folder = $1
			sub(/:/, "", folder)
			known[folder] = allowed[folder, folder] = 1
			for (i = 2; i <= NF; i++)
				allowed[folder, $i] = 1
		} else if ($0 ~ /^[a-z\/]+\/ /) {
			place = $1
		} else if ($0 ~ /^    [a-z0-9_]+\.(\[ch\]|c|h|def|awk)($| )/ && place ||
			$0 ~ /^[a-z0-9_]+\.(\[ch\]|c|h)  /) {
			if ($0 !~ /^ /)
				place = ""
			n = sub(/\[ch\]/, "c", $1)
			named[place $1] = 1
			if (n && sub(/c$/, "h", $1))
				named[place $1] = 1
		}
		next
	}
	{
		file = name = $0
		sub("^" src "/", "", name)
		folder = name
		if (!sub(/\/.*/, "", folder))
			folder = "main"
		if (folder != "main" && !(folder in known))
			print "include " name ": a folder that no layer knows"
		if (!(name in named))
			print "name " name " is missing in src/README"
		present[name] = 1
		while ((getline line < file) > 0) {
			if (line ~ /^#[ \t]*include[ \t]*<(curses|ncurses|term|panel)/ &&
			    folder != "term")
				print "include " name ": includes curses"
			if (line !~ /^#[ \t]*include[ \t]*"/)
				continue
			seen++
			sub(/^[^"]*"/, "", line)
			sub(/".*/, "", line)
			other = line
			if (line == "config.h" || folder == "main")
				continue
			if (!sub(/\/.*/, "", other))
				print "include " name ": \"" line "\" names no folder"
			else if (!((folder, other) in allowed))
				print "include " name ": may not include \"" line "\""
		}
		close(file)
	}
	END {
		for (name in named)
			if (!(name in present) && !exists(name))
				print "name src/README has " name ", which is not there"
		print "seen " seen + 0
	}' "$2" -
}

report() { # NUMBER WHAT PROBLEMS
	[ -z "$3" ] && echo "ok $1 - $2" || echo "not ok $1 - $2"
	[ -z "$3" ] || printf '%s\n' "$3" | sed 's/^[a-z]* /# /'
}

echo 1..4
found=$(survey src src/README)
includes=$(printf '%s\n' "$found" | sed -n 's/^seen //p')
[ "$includes" -gt 50 ] && echo "ok 1 - the includes were found ($includes)" ||
	echo "not ok 1 - the includes were found ($includes)"
report 2 "every include keeps to the layers" \
	"$(printf '%s\n' "$found" | grep '^include ' || :)"
report 3 "src/README names every file, and no other" \
	"$(printf '%s\n' "$found" | grep '^name ' || :)"

# That this test can fail.
wrong=$(mktemp -d)
trap 'rm -rf "$wrong"' EXIT
mkdir "$wrong/base" "$wrong/ui" "$wrong/attic"
printf '#include "text/utf8.h"\n' >"$wrong/base/str.c"
printf '#include "str.h"\n#include <curses.h>\n' >"$wrong/ui/ui.h"
: >"$wrong/attic/old.c"
got=$(survey "$wrong" src/README | grep -v 'which is not there' | sort)
wanted='include attic/old.c: a folder that no layer knows
include base/str.c: may not include "text/utf8.h"
include ui/ui.h: "str.h" names no folder
include ui/ui.h: includes curses
name attic/old.c is missing in src/README
seen 2'
[ "$got" = "$wanted" ] && echo "ok 4 - wrong includes and unnamed files are seen" || {
	echo "not ok 4 - wrong includes and unnamed files are seen"
	printf '%s\n' "$got" | sed 's/^/# /'
}
