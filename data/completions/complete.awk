# SPDX-License-Identifier: GPL-3.0-or-later
# Completions from the one list of options:
#
#     awk -v shell=bash|zsh|fish -f complete.awk src/cli/options.def
#
# An OPTION row has its name, long form, letter or 0, argument or NULL, and what
# it does; it may go over several lines. What can follow an option is known by
# the name of its argument.

function fail(what) {
	print "complete.awk: " what >"/dev/stderr"
	failed = 1
	exit 1
}

# The next C string or word of `row`, taken off it; adjacent strings are one.
function take_field(    field) {
	sub(/^[ \t,]+/, "", row)
	if (row !~ /^"/) {
		match(row, /^[^,)]*/)
		field = substr(row, 1, RLENGTH)
		row = substr(row, RLENGTH + 1)
		return field
	}
	field = ""
	while (match(row, /^[ \t]*"([^"\\]|\\.)*"/)) {
		field = field substr(row, index(row, "\"") + 1, \
			RLENGTH - index(row, "\"") - 1)
		row = substr(row, RLENGTH + 1)
	}
	return field
}

function add_option() {
	sub(/^OPTION\(/, "", row)
	take_field()
	n++
	long[n] = take_field()
	letter[n] = take_field()
	gsub(/'/, "", letter[n])
	if (letter[n] == "0")
		letter[n] = ""
	argument[n] = take_field()
	if (argument[n] == "NULL")
		argument[n] = ""
	what[n] = take_field()
	if (argument[n] && !(argument[n] in follows))
		fail("what can follow --" long[n] "=" argument[n] "?")
}

# An apostrophe inside a quoted word of these shells.
function quoted(s) {
	gsub(/'/, "'\\''", s)
	return "'" s "'"
}

function bash_reply(words) {
	return "mapfile -t COMPREPLY < <(compgen " words " -- \"$word\")"
}

function bash(    i, words, files, free, cases, names) {
	for (i = 1; i <= n; i++) {
		words = words " --" long[i] (argument[i] ? "=" : "") \
			(letter[i] ? " -" letter[i] : "")
		if (!argument[i])
			continue
		names = "--" long[i] (letter[i] ? " | -" letter[i] : "")
		if (follows[argument[i]] == "files")
			files = files (files ? " | " : "") names
		else if (follows[argument[i]] == "")
			free = free (free ? " | " : "") names
		else
			cases = cases "\t" names ")\n\t\t" \
				bash_reply("-W '" follows[argument[i]] "'") " ;;\n"
	}
	print "# bash completion for pore"
	print "_pore() {"
	print "\tlocal word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}"
	print "\t# bash parts --option=value at the sign."
	print "\tif [[ $word == = ]]; then"
	print "\t\tword="
	print "\telif [[ $before == = ]]; then"
	print "\t\tbefore=${COMP_WORDS[COMP_CWORD-2]}"
	print "\tfi"
	print "\tcase $before in"
	print "\t" files ")"
	print "\t\t" bash_reply("-f")
	print "\t\tcompopt -o filenames ;;"
	printf "%s", cases
	print "\t" free ")"
	print "\t\tCOMPREPLY=() ;; # only the reader knows"
	print "\t*)"
	print "\t\tif [[ $word == -* ]]; then"
	print "\t\t\t" bash_reply("-W '" substr(words, 2) "'")
	print "\t\t\t[[ ${COMPREPLY-} == *= ]] && compopt -o nospace"
	print "\t\telse"
	print "\t\t\t" bash_reply("-f")
	print "\t\t\tcompopt -o filenames"
	print "\t\tfi ;;"
	print "\tesac"
	print "}"
	print "complete -F _pore pore"
}

function zsh(    i, text, action, star) {
	print "#compdef pore"
	print "# zsh completion for pore"
	print "_arguments -s -S \\"
	for (i = 1; i <= n; i++) {
		text = what[i]
		gsub(/\[|\]|:|\\/, "\\\\&", text)
		action = ""
		if (argument[i])
			action = ":" argument[i] ":" \
				(follows[argument[i]] == "files" ? "_files" : \
				follows[argument[i]] == "" ? " " : \
				"(" follows[argument[i]] ")")
		# Options that may repeat say so.
		star = what[i] ~ /may repeat/ ? "*" : ""
		print "\t" quoted(star "--" long[i] (argument[i] ? "=" : "") \
			"[" text "]" action) " \\"
		if (letter[i])
			print "\t" quoted(star "-" letter[i] (argument[i] ? "+" : "") \
				"[" text "]" action) " \\"
	}
	print "\t'*:article or folder:_files'"
}

function fish(    i, line, text) {
	print "# fish completion for pore"
	for (i = 1; i <= n; i++) {
		line = "complete -c pore -l " long[i] \
			(letter[i] ? " -s " letter[i] : "")
		if (argument[i] && follows[argument[i]] == "files")
			line = line " -r -F"
		else if (argument[i])
			line = line " -x" (follows[argument[i]] ? \
				" -a " quoted(follows[argument[i]]) : "")
		text = what[i]
		gsub(/'/, "\\'", text)
		print line " -d '" text "'"
	}
}

BEGIN {
	# Words, "files", or "" where only the reader knows.
	follows["PATH"] = follows["FILE"] = follows["ARTICLE"] = "files"
	follows["WHEN"] = "auto always never"
	follows["FORMAT"] = "pagetext markdown text"
	follows["QUERY"] = follows["N"] = follows["COLS"] = follows["NAME"] = ""
	follows["TAG"] = follows["PATTERN"] = ""
}

/^OPTION\(/ { row = "" }
/^OPTION\(/ || row != "" {
	sub(/^[ \t]+/, " ")
	row = row $0
	if (row ~ /\)$/) {
		add_option()
		row = ""
	}
}

END {
	if (failed)
		exit 1
	if (n == 0)
		fail("no options found")
	if (shell == "bash")
		bash()
	else if (shell == "zsh")
		zsh()
	else if (shell == "fish")
		fish()
	else
		fail("shell is bash, zsh or fish")
}
