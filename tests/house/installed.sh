#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# For `make installcheck`: installed.sh BINDIR PKGDATADIR MANDIR DATADIR
set -eu
bin=$1 data=$2 man=$3 share=$4
fail() {
	echo "installed.sh: $*" >&2
	exit 1
}
for file in "$bin/pore" "$man/man1/pore.1" "$data/sampler/tour.md" \
	"$share/bash-completion/completions/pore" \
	"$share/zsh/site-functions/_pore" \
	"$share/fish/vendor_completions.d/pore.fish"; do
	[ -f "$file" ] || fail "$file is missing"
done
# Run from elsewhere it finds its own sampler, and all of it.
cd /
listed=$("$bin/pore" --no-config --list --json --limit=0 |
	grep -cF "{\"path\":\"$data/sampler/" || :)
there=$(find "$data/sampler" -type f | wc -l)
[ "$listed" -eq "$there" ] ||
	fail "pore lists $listed of the $there articles in $data/sampler"
"$bin/pore" --no-config --dump --width=40 "$data/sampler/tour.md" | grep -q 'A Tour of pore' ||
	fail "pore --dump does not show the tour"
