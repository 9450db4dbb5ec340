# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes src/text/width_table.h: what each code point adds to the width of its
# cluster (enum kind of width.c). Run after twostage.awk, on these files of the
# Unicode Character Database, in this order, each overriding the ones before:
#
#     EastAsianWidth.txt extracted/DerivedGeneralCategory.txt
#     HangulSyllableType.txt DerivedCoreProperties.txt PropList.txt
#     emoji/emoji-variation-sequences.txt

BEGIN { initial = "NARROW" }

file() == "EastAsianWidth.txt" && f[2] ~ /^[FW]$/ { put(first, last, "WIDE") }

file() == "DerivedGeneralCategory.txt" && f[2] ~ /^M[ne]$/ {
	put(first, last, "MARK")
}
file() == "DerivedGeneralCategory.txt" && f[2] ~ /^(C[cf]|Z[lp])$/ {
	put(first, last, "INVISIBLE")
}

# Vowels and finals stand in the cell of the leading consonant.
file() == "HangulSyllableType.txt" && f[2] ~ /^[VT]$/ {
	put(first, last, "MARK")
}

# Fillers, which are letters, hold the place of one and so keep their width.
file() == "DerivedCoreProperties.txt" &&
		f[2] == "Default_Ignorable_Code_Point" {
	for (c = first; c <= last; c++)
		if (get(c) == "MARK" && (c < hex("1160") || c > hex("11FF")))
			put(c, c, "INVISIBLE")
}

# Signs that span the digits after them, as the Arabic number sign: format
# characters by category, but there is something to see.
file() == "PropList.txt" && f[2] == "Prepended_Concatenation_Mark" {
	put(first, last, "NARROW")
}

file() == "emoji-variation-sequences.txt" && f[2] == "emoji style" {
	if (get(first) == "NARROW")
		put(first, first, "EMOJI")
}

# Ambiguous and neutral by East Asian Width, but two cells in glibc, by which
# ncurses moves the cursor; Unicode 16 made the hexagrams wide, too.
END {
	put(hex("3248"), hex("324F"), "WIDE")
	put(hex("4DC0"), hex("4DFF"), "WIDE")
}

END { print_table("width") }
