# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes src/text/fold_table.h from the Unicode Character Database:
#
#     awk -f mkfold.awk CaseFolding.txt UnicodeData.txt
#
# Every code point gets a class (what it is to a word) and its folded form:
# full case folding, then the compatibility decomposition without accents,
# until nothing changes. Accents are the nonspacing marks of Latin, Greek,
# Cyrillic, Hebrew and Arabic: the marks of Indic and Thai scripts are vowels
# and stay, as does the voiced mark of Kana, and й, a letter of its own.
# Plain POSIX awk: numbers are parsed and UTF-8 is written here.

function hex(s,    i, v) {
	v = 0
	s = toupper(s)
	for (i = 1; i <= length(s); i++)
		v = v * 16 + index("0123456789ABCDEF", substr(s, i, 1)) - 1
	return v
}

# Puts the code points of a list of ranges into a set.
function expand(list, set,    i, n, part, ends, c, last) {
	n = split(list, part, " ")
	for (i = 1; i <= n; i++) {
		split(part[i], ends, "-")
		last = hex(ends[2] == "" ? ends[1] : ends[2])
		for (c = hex(ends[1]); c <= last; c++)
			set[c] = 1
	}
}

function each(list, as,    i, n, part) {
	n = split(list, part, " ")
	for (i = 1; i <= n; i++)
		special[hex(part[i])] = as
}

# The bytes of c in UTF-8, as C has them in a list.
function utf8(c) {
	if (c < 128)
		return c ","
	if (c < 2048)
		return (192 + int(c / 64)) "," (128 + c % 64) ","
	if (c < 65536)
		return (224 + int(c / 4096)) "," (128 + int(c / 64) % 64) "," \
			(128 + c % 64) ","
	return (240 + int(c / 262144)) "," (128 + int(c / 4096) % 64) "," \
		(128 + int(c / 64) % 64) "," (128 + c % 64) ","
}

BEGIN {
	expand("0300-036F 0483-0487 0591-05BD 05BF 05C1-05C2 05C4-05C5 " \
		"05C7 0610-061A 064B-065F 0670 06D6-06DC 06DF-06E4 06E7-06E8 " \
		"06EA-06ED 1AB0-1AFF 1DC0-1DFF 20D0-20FF FE20-FE2F", accents)
	expand("00AD 0640 061C 180B-180F 200B-200F 202A-202E 2060-2064 " \
		"2066-206F FE00-FE0F FEFF", ignored)
	expand("0E01-0E3A 0E40-0E4E 0E81-0ECD 0EDC-0EDF 1000-103F 1050-108F " \
		"1780-17D3 2E80-2FDF 3005-3007 3021-3029 3031-303C " \
		"3041-309F 30A1-30FA 30FC-30FF 31F0-31FF 32D0-32FE 3300-3357 " \
		"3400-4DBF 4E00-9FFF F900-FAFF FF66-FF9F 1B000-1B16F", cjk)
	each("2018 2019 201A 201B 02BC FF07", "0027")
	each("201C 201D 201E 201F 00AB 00BB FF02", "0022")
	each("2010 2011 2012 2013 2014 2015 2212 FE58 FE63 FF0D", "002D")
	each("00F8", "006F"); each("0142", "006C"); each("0111", "0064")
	each("0127", "0068"); each("0167", "0074"); each("0131", "0069")
	each("00E6", "0061 0065"); each("0153", "006F 0065")
	each("00F0", "0064"); each("00FE", "0074 0068")
	# Kana with a voiced mark and the letters of Russian and Ukrainian
	# that an accent makes are not taken apart.
	expand("0439 0457 304C-3094 30AC-30FA", whole)
	LIMIT = hex("20000")
}

FILENAME ~ /CaseFolding/ {
	sub(/#.*/, "")
	split($0, f, "; *")
	if (f[2] == "C" || f[2] == "F")
		folding[hex(f[1])] = f[3]
	next
}

{
	split($0, f, ";")
	c = hex(f[1])
	if (c >= LIMIT)
		exit # and so to END
	last = c
	if (f[2] ~ /, Last>$/)
		first = previous + 1
	else
		first = c
	for (; first <= last; first++)
		category[first] = f[3]
	previous = c
	if (f[6] != "") {
		d = f[6]
		sub(/^<[^>]*> */, "", d)
		# "¨" is a space and a mark by decomposition: of no use here.
		if (d !~ /(^| )0020( |$)/)
			decomposition[c] = d
	}
}

# The folded form of c: code points in hexadecimal.
function fold(c, depth,    s, i, n, part, out) {
	if (depth > 8)
		return sprintf("%04X", c)
	if ((c in accents) || (c in ignored))
		return ""
	if (c in special)
		return special[c]
	if (category[c] == "Zs" || (c >= 9 && c <= 13) || c == 133 ||
	    c == 8232 || c == 8233)
		return "0020"
	if (c in folding)
		s = folding[c]
	else if ((c in decomposition) && !(c in whole))
		s = decomposition[c]
	else
		return sprintf("%04X", c)
	n = split(s, part, " ")
	out = ""
	for (i = 1; i <= n; i++)
		out = out (out == "" ? "" : " ") fold(hex(part[i]), depth + 1)
	return out
}

function class(c, folded,    g) {
	g = category[c]
	if (folded == "")
		return "FOLD_DROP"
	if (folded == "0027")
		return "FOLD_APOSTROPHE"
	if (folded == "0020")
		return "FOLD_SPACE"
	if (c in cjk)
		return "FOLD_CJK"
	if (g ~ /^[LNM]/)
		return "FOLD_LETTER"
	return "FOLD_OTHER"
}

# The record of c: its number in the list of distinct ones.
function record(c,    folded, cl, text, i, n, part, key) {
	folded = fold(c, 0)
	cl = class(c, folded)
	text = ""
	n = split(folded, part, " ")
	if (!(n == 1 && hex(part[1]) == c))
		for (i = 1; i <= n; i++)
			text = text utf8(hex(part[i]))
	key = cl " " text
	if (!(key in number)) {
		number[key] = records
		record_class[records] = cl
		record_text[records++] = text
	}
	return number[key]
}

END {
	records = pages = 0
	number["FOLD_OTHER "] = 0
	record_class[0] = "FOLD_OTHER"
	record_text[0] = ""
	records = 1
	for (p = 0; p < LIMIT / 128; p++) {
		s = ""
		for (i = 0; i < 128; i++) {
			c = p * 128 + i
			r = (c in category) || c < 128 ? record(c) : 0
			s = s r ((i + 1) % 16 ? ", " : ",\n\t")
		}
		if (!(s in page_number)) {
			page_number[s] = pages
			page_text[pages++] = s
		}
		page_of[p] = page_number[s]
	}
	print "/* Made by mkfold.awk from CaseFolding.txt and UnicodeData.txt;" \
		" do not edit. */"
	print "#define FOLD_LIMIT 0x20000u\n"
	print "static const uint8_t fold_pages[FOLD_LIMIT / 128] = {"
	for (p = 0; p < LIMIT / 128; p++)
		printf "%s%d,%s", p % 16 ? " " : "\t", page_of[p], \
			(p + 1) % 16 ? "" : "\n"
	print "};\n"
	if (pages > 256) {
		print "#error \"more than 256 pages\""
	}
	print "static const uint16_t fold_numbers[][128] = {"
	for (p = 0; p < pages; p++)
		printf "\t{%s},\n", page_text[p]
	print "};\n"
	print "static const struct fold_record fold_records[] = {"
	off = 0
	for (r = 0; r < records; r++) {
		n = gsub(/,/, ",", record_text[r])
		printf "\t{%d, %d, %s},\n", off, n, record_class[r]
		off += n
	}
	print "};\n"
	print "static const unsigned char fold_text_pool[] = {"
	line = ""
	for (r = 0; r < records; r++) {
		line = line record_text[r]
		if (length(line) > 64) {
			print "\t" line
			line = ""
		}
	}
	print "\t" line "\n};"
	if (off > 65535)
		print "#error \"the pool is too long\""
}
