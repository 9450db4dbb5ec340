/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table follows the WHATWG Encoding Standard: a label means what pages
 * that bear it hold, so ISO-8859-1 is read as Windows-1252, GB2312 as
 * GB18030, Shift_JIS as Microsoft's code page 932. A few encodings that
 * libuchardet reports are added.
 */
#include "config.h"

#include "text/encoding.h"

#include <errno.h>
#include <iconv.h>

#include "base/mem.h"
#include "text/utf8.h"

const struct encoding encoding_utf8 = {{"UTF-8", 5},
				       NULL,
				       "utf-8 utf8 "
				       "unicode-1-1-utf-8 x-unicode20utf8",
				       1,
				       true};
const struct encoding encoding_windows_1252 = {
	{"windows-1252", 12},
	"CP1252",
	"windows-1252 cp1252 cp819 ibm819 iso-8859-1 iso8859-1 iso_8859-1 "
	"latin1 latin-1 l1 us-ascii ascii ansi_x3.4-1968 x-cp1252",
	1,
	true};

#define NAME(literal)                                                          \
	{                                                                      \
		literal, sizeof(literal) - 1                                   \
	}

static const struct encoding table[] = {
	{NAME("UTF-16LE"), "UTF-16LE", "utf-16le utf-16 ucs-2 unicode", 2,
	 false},
	{NAME("UTF-16BE"), "UTF-16BE", "utf-16be unicodefffe", 2, false},
	{NAME("UTF-32LE"), "UTF-32LE", "utf-32le utf-32 ucs-4", 4, false},
	{NAME("UTF-32BE"), "UTF-32BE", "utf-32be", 4, false},
	{NAME("Shift_JIS"), "CP932",
	 "shift_jis shift-jis sjis x-sjis ms_kanji cp932 ms932 windows-31j", 1,
	 true},
	{NAME("EUC-JP"), "EUC-JP-MS",
	 "euc-jp eucjp x-euc-jp cseucpkdfmtjapanese", 1, true},
	{NAME("ISO-2022-JP"), "ISO-2022-JP-3",
	 "iso-2022-jp csiso2022jp iso-2022-jp-2 iso-2022-jp-3", 1, false},
	{NAME("GB18030"), "GB18030",
	 "gb18030 gbk gb2312 gb_2312-80 euc-cn x-gbk cp936 chinese", 1, true},
	{NAME("HZ-GB-2312"), "HZ", "hz-gb-2312 hz", 1, false},
	{NAME("Big5"), "BIG5-HKSCS", "big5 big5-hkscs cn-big5 x-x-big5 cp950",
	 1, true},
	{NAME("EUC-TW"), "EUC-TW", "euc-tw", 1, true},
	{NAME("EUC-KR"), "CP949",
	 "euc-kr uhc cp949 ks_c_5601-1987 korean windows-949", 1, true},
	{NAME("ISO-2022-KR"), "ISO-2022-KR", "iso-2022-kr csiso2022kr", 1,
	 false},
	{NAME("windows-1250"), "CP1250", "windows-1250 cp1250 x-cp1250", 1,
	 true},
	{NAME("windows-1251"), "CP1251", "windows-1251 cp1251 x-cp1251", 1,
	 true},
	{NAME("windows-1253"), "CP1253", "windows-1253 cp1253", 1, true},
	{NAME("windows-1254"), "CP1254",
	 "windows-1254 cp1254 iso-8859-9 iso8859-9 latin5 l5", 1, true},
	{NAME("windows-1255"), "CP1255", "windows-1255 cp1255", 1, true},
	{NAME("windows-1256"), "CP1256", "windows-1256 cp1256", 1, true},
	{NAME("windows-1257"), "CP1257", "windows-1257 cp1257", 1, true},
	{NAME("windows-1258"), "CP1258", "windows-1258 cp1258", 1, true},
	{NAME("windows-874"), "CP874",
	 "windows-874 cp874 tis-620 iso-8859-11 iso8859-11", 1, true},
	{NAME("ISO-8859-2"), "ISO-8859-2", "iso-8859-2 iso8859-2 latin2 l2", 1,
	 true},
	{NAME("ISO-8859-3"), "ISO-8859-3", "iso-8859-3 iso8859-3 latin3", 1,
	 true},
	{NAME("ISO-8859-4"), "ISO-8859-4", "iso-8859-4 iso8859-4 latin4", 1,
	 true},
	{NAME("ISO-8859-5"), "ISO-8859-5", "iso-8859-5 iso8859-5 cyrillic", 1,
	 true},
	{NAME("ISO-8859-6"), "ISO-8859-6", "iso-8859-6 iso8859-6 arabic", 1,
	 true},
	{NAME("ISO-8859-7"), "ISO-8859-7", "iso-8859-7 iso8859-7 greek", 1,
	 true},
	{NAME("ISO-8859-8"), "ISO-8859-8",
	 "iso-8859-8 iso-8859-8-i iso8859-8 hebrew", 1, true},
	{NAME("ISO-8859-10"), "ISO-8859-10", "iso-8859-10 latin6", 1, true},
	{NAME("ISO-8859-13"), "ISO-8859-13", "iso-8859-13 iso8859-13", 1, true},
	{NAME("ISO-8859-14"), "ISO-8859-14", "iso-8859-14 iso8859-14", 1, true},
	{NAME("ISO-8859-15"), "ISO-8859-15",
	 "iso-8859-15 iso8859-15 latin9 latin-9", 1, true},
	{NAME("ISO-8859-16"), "ISO-8859-16", "iso-8859-16", 1, true},
	{NAME("KOI8-R"), "KOI8-R", "koi8-r koi8 koi", 1, true},
	{NAME("KOI8-U"), "KOI8-U", "koi8-u koi8-ru", 1, true},
	{NAME("IBM852"), "IBM852", "ibm852 cp852", 1, true},
	{NAME("IBM855"), "IBM855", "ibm855 cp855", 1, true},
	{NAME("IBM866"), "IBM866", "ibm866 cp866", 1, true},
	{NAME("macintosh"), "MACINTOSH", "macintosh mac x-mac-roman macroman",
	 1, true},
	{NAME("x-mac-cyrillic"), "MAC-CYRILLIC",
	 "x-mac-cyrillic mac-cyrillic x-mac-ukrainian", 1, true},
	{NAME("VISCII"), "VISCII", "viscii", 1, true},
};

static bool has_alias(const struct encoding *e, struct str name)
{
	struct str rest = str_of(e->aliases), alias;
	while (str_next_part(&rest, ' ', &alias))
		if (str_eq_nocase(alias, name))
			return true;
	return false;
}

const struct encoding *encoding_find(struct str name)
{
	name = str_trim(name);
	if (name.n == 0)
		return NULL;
	if (has_alias(&encoding_utf8, name))
		return &encoding_utf8;
	if (has_alias(&encoding_windows_1252, name))
		return &encoding_windows_1252;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (has_alias(&table[i], name))
			return &table[i];
	return NULL;
}

static size_t repair(struct str bytes, struct buf *out)
{
	size_t bad = 0, at = 0;
	while ((at = utf8_skip_plain(bytes, at)) < bytes.n) {
		uint32_t code;
		size_t n = utf8_next(bytes, at, &code);
		/* A real U+FFFD in the source takes three bytes. */
		bad += code == UTF8_REPLACEMENT &&
		       !str_starts(str_from_at(bytes, at), STR("\xef\xbf\xbd"));
		at += n;
	}
	utf8_repair(out, bytes);
	return bad;
}

/* One run of iconv, which stops at the first ill-formed byte. Returns 0 at
 * the end of the input, else the reason it stopped. */
static int convert_run(iconv_t cd, char **in, size_t *left, struct buf *out)
{
	for (;;) {
		/* No encoding of the table grows by more than three bytes a
		 * byte; a turn more costs nothing if one did. */
		size_t room = (*left < 4096 ? *left : 4096) * 3 + 16;
		char *to = buf_reserve(out, room);
		size_t free_bytes = room;
		size_t r = iconv(cd, in, left, &to, &free_bytes);
		out->n += room - free_bytes;
		if (r != (size_t)-1)
			return 0;
		if (errno != E2BIG)
			return errno;
	}
}

size_t encoding_convert(const struct encoding *e, struct str bytes,
			struct buf *out)
{
	if (!e->iconv)
		return repair(bytes, out);
	iconv_t cd = iconv_open("UTF-8", e->iconv);
	if (cd == (iconv_t)-1) /* a C library without that converter */
		return repair(bytes, out);
	size_t bad = 0, left = bytes.n;
	/* iconv does not write through this pointer; its type is POSIX's. */
	union {
		const char *in;
		char *iconv;
	} p = {.in = bytes.p};
	while (left > 0 && convert_run(cd, &p.iconv, &left, out) != 0) {
		size_t skip = left < e->unit ? left : e->unit;
		buf_add_code(out, UTF8_REPLACEMENT);
		bad++;
		p.in += skip;
		left -= skip;
	}
	/* What a stateful encoding holds back at the end (CP1258, EUC-JP with
	 * combining characters). */
	size_t room = 64, free_bytes = room;
	char *to = buf_reserve(out, room);
	iconv(cd, NULL, NULL, &to, &free_bytes);
	out->n += room - free_bytes;
	iconv_close(cd);
	return bad;
}
