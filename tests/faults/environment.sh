#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Rubbish in the environment and in the configuration: a line on standard
# error at most, and the article is shown.
. "${srcdir:-.}/tests/faults/faults.sh"
printf '# Good\n\nGood text: “naïve” 漢字\n' >good.md
set_in() { # VARIABLE=VALUE... : runs without --no-config
	run env "$@" "$program" --dump good.md
}

for value in C POSIX C.UTF-8 xx_YY.ZZ '' /etc/passwd ../../x "$esc[31m" "$(repeat 5000 x)"; do
	for name in LC_ALL TERM; do
		set_in $name="$value"
		check "$name=$(printf %.20s "$value" | tr -d '\033')" shown "shows 'Good text: “naïve” 漢字'"
		run env $name="$value" "$program" --no-config --search=naive --json good.md
		check "searched" shown "shows naïve"
	done
done
set_in -u LC_ALL -u LANG -u TERM -u PATH
check "none of them set" shown "shows 'Good text'"
set_in -i
check "no environment" shown "shows 'Good text'"
pore --ascii --dump good.md
check "--ascii" shown "shows 漢字"
set_in COLUMNS=-5 LINES=x TERM=dumb CLICOLOR_FORCE=1
check "CLICOLOR_FORCE on dumb" shown "shows 'Good text'"

set_in PORE=--rubbish
check "PORE with no option of ours" refused "no option --rubbish"
set_in PORE="$esc[31m"
check "PORE with an escape is a path" all "ended 0" "told 1" "says '␛[31m'" "shows 'Good text'"
set_in PORE="$(printf '\377')"
check "PORE with no UTF-8" all "ended 0" "told 1" "shows 'Good text'"
set_in PORE="$(repeat 10000 '--width=40 ')"
check "PORE of 100 KB" shown "shows 'Good text'"
set_in PORE="$(repeat 30000 ' ')"
check "PORE of blanks" shown "shows 'Good text'"
set_in PORE='--dump --list'
check "PORE that contradicts itself" refused "only one of"

for home in '' relative /nowhere /dev/null "$(repeat 1500 /abc)" "/x$esc[31m" "$scratch/good.md"; do
	set_in HOME="$home"
	check "HOME is $(printf %.20s "$home" | tr -d '\033')" shown "shows 'Good text'"
	set_in XDG_CONFIG_HOME="$home" XDG_STATE_HOME="$home" XDG_CACHE_HOME="$home"
	check "the XDG folders are there" shown "shows 'Good text'"
done
set_in -u HOME
check "no HOME" shown "shows 'Good text'"
mkdir locked
chmod 0 locked
set_in HOME="$scratch/locked"
check "a HOME that may not be entered" shown "shows 'Good text'"

mkdir -p etc/pore
config() { # NAME LINES-ON-STDERR: from etc/pore/config
	cp etc/pore/config etc/pore/keys
	set_in XDG_CONFIG_HOME="$scratch/etc"
	check "a configuration with $1" all "ended 0" "shows 'Good text'" '[ "$(wc -l <"$err")" -le '$2' ]'
}
head -c 3000 /dev/urandom >etc/pore/config
config "noise" 100
printf 'measure = \033[31m\n\033]0;x = 5\n' >etc/pore/config
config "escapes" 2
{ printf 'measure = '; repeat 100000 9; } >etc/pore/config
config "a long number" 1
head -c 2000000 /dev/zero >etc/pore/config
config "zeros" 1
{ repeat 100000 a; echo ' = 1'; } >etc/pore/config
config "a long name" 1
repeat 100000 '[' >etc/pore/config
config "brackets" 1
lines 100000 'measure = 40' >etc/pore/config
config "one setting over and over" 1
printf 'measure = 40\n   50\n[other]\nmeasure\n= 3\n' >etc/pore/config
config "broken lines" 4
: >etc/pore/config
config "nothing" 0
rm etc/pore/config
mkdir etc/pore/config
set_in XDG_CONFIG_HOME="$scratch/etc"
check "a configuration that is a folder" all "ended 0" "shows 'Good text'"
rmdir etc/pore/config
ln -s /dev/zero etc/pore/config
set_in XDG_CONFIG_HOME="$scratch/etc"
check "a configuration without an end" all "ended 0" "shows 'Good text'" '[ "$(wc -l <"$err")" -le 1 ]'
ln -sf config etc/pore/config
set_in XDG_CONFIG_HOME="$scratch/etc"
check "a configuration that is a link to itself" all "ended 0" "shows 'Good text'"
for path in nowhere . "$esc[31m" ''; do
	run "$program" --config="$path" --dump good.md
	check "--config that can't be read" all "ended 2" "told 1"
	run "$program" --no-config --script="$path" good.md
	check "--script that can't be read" all "[ $status -ne 0 ]" '[ "$(wc -l <"$err")" -le 1 ]'
done
run "$program" --no-config --log=/dev/full --dump good.md
check "a log that can't be written" shown "shows 'Good text'"
for width in 0 10001 -1 x '' 99999999999999999999 1.5 "$esc"; do
	pore --width="$width" --dump good.md
	check "--width=$(printf %s "$width" | tr -d '\033')" refused "--width takes a number"
done
for width in 1 2 10000; do
	pore --width=$width --dump good.md
	check "--width=$width" shown
done
finish
