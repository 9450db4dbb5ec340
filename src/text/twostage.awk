# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the table makers share: a value for every code point, kept by blocks,
# and printed as a two-stage table in C, where the value of code point c is
#
#     NAME_cells[NAME_blocks[c / 128]][c % 128]
#
# Equal blocks are stored once. Awk as of POSIX; mawk and gawk both do.

BEGIN {
	SIZE = 128
	LAST = 1114111 # U+10FFFF
	FS = ";"
	for (i = 0; i < 16; i++)
		digit[substr("0123456789ABCDEF", i + 1, 1)] = i
}

# Takes the comment off, and reads "XXXX" or "XXXX..YYYY" in the first field
# into first and last, the others, without blanks, into f[2], f[3]...
{
	sub(/#.*/, "")
	for (i = 1; i <= NF; i++) {
		f[i] = $i
		gsub(/^[ \t]+|[ \t]+$/, "", f[i])
	}
	if (f[1] == "" || NF < 2)
		next
	n = split(f[1], range, /\.\.| /)
	first = hex(range[1])
	last = hex(range[n])
}

function hex(s,    i, value)
{
	for (i = 1; i <= length(s); i++)
		value = value * 16 + digit[substr(s, i, 1)]
	return value
}

# A file's name without its folders.
function file()
{
	return substr(FILENAME, match(FILENAME, /[^\/]*$/))
}

function block_value(b)
{
	return (b in whole) ? whole[b] : initial
}

function get(c,    b)
{
	b = int(c / SIZE)
	return mixed[b] ? cell[c] : block_value(b)
}

# Gives the code points first to last a value.
function put(first, last, value,    b, c, end)
{
	for (b = int(first / SIZE); b * SIZE <= last; b++) {
		c = b * SIZE
		end = c + SIZE - 1
		if (first <= c && end <= last) {
			whole[b] = value
			mixed[b] = 0
			continue
		}
		if (!mixed[b])
			for (; c <= end; c++)
				cell[c] = block_value(b)
		mixed[b] = 1
		for (c = b * SIZE; c <= end; c++)
			if (first <= c && c <= last)
				cell[c] = value
	}
}

function block(b,    c, text)
{
	if (!mixed[b])
		return "ALL(" block_value(b) ")"
	for (c = b * SIZE; c < (b + 1) * SIZE; c++)
		text = text cell[c] "," (c % 8 == 7 ? "\n\t\t" : " ")
	return text
}

# Prints the table. Values are names or numbers known where it is included.
function print_table(name,    b, key, n, text, number)
{
	print "/* Made from the Unicode Character Database; see the script. */"
	n = 0
	for (b = 0; b * SIZE <= LAST; b++) {
		key = block(b)
		if (!(key in number)) {
			text[n] = key
			number[key] = n++
		}
		at[b] = number[key]
	}
	printf "static const uint16_t %s_blocks[] = {", name
	for (b = 0; b * SIZE <= LAST; b++)
		printf "%s%d,", (b % 16 == 0 ? "\n\t" : " "), at[b]
	print "\n};"
	print "#define FOUR(x) x, x, x, x"
	print "#define ALL(x) \\"
	print "\tFOUR(FOUR(x)), FOUR(FOUR(x)), FOUR(FOUR(x)), FOUR(FOUR(x)), \\"
	print "\tFOUR(FOUR(x)), FOUR(FOUR(x)), FOUR(FOUR(x)), FOUR(FOUR(x))"
	printf "static const uint8_t %s_cells[][%d] = {\n", name, SIZE
	for (b = 0; b < n; b++)
		printf "\t{\n\t\t%s\n\t},\n", text[b]
	print "};"
	print "#undef ALL"
	print "#undef FOUR"
}
