# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes src/text/linebreak_table.h: the line breaking class of each code point
# (enum class of linebreak.c), with rule LB1 applied, and with the classes
# that rules LB30 and LB30b divide by other properties divided. Run after
# twostage.awk, on these files of the Unicode Character Database, in this order:
#
#     LineBreak.txt EastAsianWidth.txt emoji/emoji-data.txt
#     extracted/DerivedGeneralCategory.txt

BEGIN {
	initial = "AL" # XX
	# What is not assigned; the head of LineBreak.txt.
	put(hex("20A0"), hex("20CF"), "PR")
	put(hex("3400"), hex("4DBF"), "ID")
	put(hex("4E00"), hex("9FFF"), "ID")
	put(hex("F900"), hex("FAFF"), "ID")
	put(hex("1F000"), hex("1FAFF"), "ID")
	put(hex("1FC00"), hex("1FFFD"), "ID")
	put(hex("20000"), hex("2FFFD"), "ID")
	put(hex("30000"), hex("3FFFD"), "ID")
	resolved["AI"] = resolved["SA"] = resolved["SG"] = "AL"
	resolved["XX"] = "AL"
	resolved["CJ"] = "NS"
}

file() == "LineBreak.txt" {
	class = (f[2] in resolved) ? resolved[f[2]] : f[2]
	put(first, last, class)
	for (c = first; c <= last && f[2] ~ /^(SA|OP|CP)$/; c++)
		divided[c] = f[2]
}

file() == "EastAsianWidth.txt" && f[2] ~ /^[FWH]$/ {
	for (c = first; c <= last; c++)
		if ((c in divided) && divided[c] != "SA")
			put(c, c, divided[c] "_WIDE")
}

file() == "emoji-data.txt" && f[2] == "Extended_Pictographic" {
	for (c = first; c <= last; c++)
		pictographic[c] = 1
}

file() == "DerivedGeneralCategory.txt" && f[2] ~ /^M[nc]$/ {
	for (c = first; c <= last; c++)
		if ((c in divided) && divided[c] == "SA")
			put(c, c, "CM")
}

# Nothing beyond plane 1 is pictographic.
file() == "DerivedGeneralCategory.txt" && f[2] == "Cn" {
	for (c = first; c <= last && c < hex("20000"); c++)
		if (c in pictographic)
			put(c, c, "ID_UNASSIGNED")
}

END { print_table("linebreak") }
