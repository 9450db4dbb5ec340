#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a library of N files: library.sh DIR N
#
# The bundled sampler and, where they are, the Markdown and the news of the
# test data (PORE_TEST_DATA, else ../shared/data beside the source), over and
# over until there are N, a hundred in a folder. Each copy is made distinct: a
# paragraph at its end has three words of its own and a few shared with some
# of the others. Does nothing if DIR is one of N files already.
set -eu
dir=$1 n=$2
stamp=$dir/.made-of-$n
[ ! -f "$stamp" ] || exit 0
case $dir in
*/library) rm -rf "$dir" ;; # never what is not ours
*) [ ! -e "$dir" ] || { echo "$dir is in the way" >&2; exit 1; } ;;
esac
mkdir -p "$dir"
top=${srcdir:-.}
data=${PORE_TEST_DATA:-$top/../shared/data}
folders=$top/data/sampler
for folder in "$data/digitalgov/content" "$data/bbc-news"; do
	if [ -d "$folder" ]; then
		folders="$folders
$folder"
	else
		echo "# no $folder: the library repeats the others more often"
	fi
done
i=0
while [ $((i * 100)) -lt "$n" ]; do
	mkdir -p "$dir/$(printf %03d "$i")"
	i=$((i + 1))
done
printf '%s\n' "$folders" | while read -r folder; do
	find "$folder" -type f \( -name '*.md' -o -name '*.txt' \) ! -name 'LICENSE*' |
		LC_ALL=C sort
done | LC_ALL=C ${AWK:-awk} -v dir="$dir" -v n="$n" '
	{ files[++count] = $0 }
	END {
		for (i = 0; i < n; i++) {
			from = files[i % count + 1]
			name = from
			sub(/.*\//, "", name)
			to = sprintf("%s/%03d/%05d-%s", dir, int(i / 100), i, name)
			while ((getline line < from) > 0)
				print line > to
			close(from)
			printf "\nThis copy is marked mark%dx, mark%dy and mark%dz; " \
				"it shares half%d, tenth%d and part%d.\n",
				i, i, i, i % 2, i % 10, i % 97 > to
			close(to)
		}
	}'

# And one article of 100 KB, not part of the library: the sampler's English
# Markdown in a row, without front matter.
find "$top/data/sampler" -name '*.md' ! -name '*.??.md' | LC_ALL=C sort |
	LC_ALL=C ${AWK:-awk} -v to="$dir/.article.md" '
	{ files[++count] = $0 }
	END {
		for (i = 0; count && size < 100000; i++) {
			from = files[i % count + 1]
			is_front = line_no = 0
			while ((getline line < from) > 0) {
				if ((line == "---" || line == "+++") &&
				    (line_no++ == 0 || is_front)) {
					is_front = !is_front
					continue
				}
				line_no++
				if (is_front)
					continue
				print line > to
				size += length(line) + 1
			}
			print "" > to
			close(from)
		}
	}'
: >"$stamp"
