/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which encoding? Each step is surer than the one after it:
 *
 *   1. a byte order mark
 *   2. UTF-8, when the bytes are valid UTF-8 and not all ASCII: no text in
 *      another encoding is that by chance, so a declaration that says
 *      otherwise lies (the commonest lie: "iso-8859-1" over UTF-8)
 *   3. what the source declares, if the bytes agree
 *   4. ASCII; ISO-2022-JP by its escapes
 *   5. UTF-16 without a mark, by where the zero bytes are
 *   6. UTF-8 with a few errors: a cut file, one damaged byte
 *   7. libuchardet's guess, if the bytes agree
 *   8. Windows-1252, in which any bytes are text
 *
 * "The bytes agree" means that at most one in 50 of those that are not ASCII
 * is ill-formed in it.
 */
#include "config.h"

#include "text/charset.h"

#include <string.h>
#include <uchardet.h>
#include <unictype.h>

#include "text/encoding.h"
#include "text/utf8.h"

/* libuchardet runs at some MB/s: it sees this much, from the first byte on
 * that is not ASCII. */
#define GUESS_BYTES 65536
/* Binary files and UTF-16 show themselves in the first bytes. */
#define SAMPLE_BYTES 65536

struct mark {
	struct str bytes;
	const char *encoding;
	enum { MARK_OTHER, MARK_UTF16LE, MARK_UTF16BE } kind;
};

/* A UTF-32 mark begins with UTF-16's: it comes first. */
static const struct mark marks[] = {
	{{"\xef\xbb\xbf", 3}, "utf-8", MARK_OTHER},
	{{"\xff\xfe\0\0", 4}, "utf-32le", MARK_OTHER},
	{{"\0\0\xfe\xff", 4}, "utf-32be", MARK_OTHER},
	{{"\xff\xfe", 2}, "utf-16le", MARK_UTF16LE},
	{{"\xfe\xff", 2}, "utf-16be", MARK_UTF16BE},
};

static const struct mark *find_mark(struct str bytes)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_starts(bytes, marks[i].bytes))
			return &marks[i];
	return NULL;
}

static struct str sample_of(struct str bytes)
{
	return str_sub(bytes, 0, SAMPLE_BYTES);
}

/* Control characters that text does not hold. Backspace and escape belong to
 * what man and git write. */
static bool is_odd_control(uint32_t code)
{
	return (code < 0x20 && !(code >= 0x08 && code <= 0x0d) &&
		code != 0x1b) ||
	       code == 0x7f;
}

static bool is_odd_code(uint32_t code)
{
	return is_odd_control(code) || (code >= 0x80 && code < 0xa0) ||
	       uc_is_property_unassigned_code_value(code) ||
	       uc_is_general_category(code, UC_PRIVATE_USE);
}

static uint32_t unit_at(struct str s, size_t i, bool big)
{
	uint32_t a = (unsigned char)s.p[2 * i];
	uint32_t b = (unsigned char)s.p[2 * i + 1];
	return big ? a << 8 | b : b << 8 | a;
}

/* Whether the bytes make sense as UTF-16 code units of that byte order: at
 * most one in 50, and `stray` besides, is a lone surrogate, unassigned, or an
 * odd control. */
static bool is_utf16(struct str s, bool big, size_t stray)
{
	size_t units = s.n / 2, odd = 0;
	uint32_t high = 0;
	for (size_t i = 0; i < units; i++) {
		uint32_t unit = unit_at(s, i, big);
		bool low = (unit & 0xfc00) == 0xdc00;
		if (high && !low)
			odd++;
		if (low && high)
			odd += is_odd_code(0x10000 + ((high & 0x3ff) << 10) +
					   (unit & 0x3ff));
		else if (low)
			odd++;
		high = (unit & 0xfc00) == 0xd800 ? unit : 0;
		if (!high && !low)
			odd += is_odd_code(unit);
	}
	return units > 0 && odd <= units / 50 + stray;
}

/* How many code units are ASCII or the full stops and commas of East Asia:
 * what every text has, and the same bytes swapped hardly ever. */
static size_t count_landmarks(struct str s, bool big)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n / 2; i++) {
		uint32_t unit = unit_at(s, i, big);
		n += unit < 0x80 || unit == 0x3001 || unit == 0x3002 ||
		     unit == 0xff0c;
	}
	return n;
}

/* UTF-16 without a mark; NULL if the bytes are something else. */
static const struct encoding *guess_utf16(struct str bytes)
{
	struct str s = sample_of(bytes);
	if (str_find_char(s, 0, 0) == s.n)
		return NULL;
	size_t little = count_landmarks(s, false);
	size_t large = count_landmarks(s, true), high = 0;
	bool big = large > little;
	if ((big ? large : little) == 0)
		return NULL;
	for (size_t i = 0; i < s.n; i++)
		high += (unsigned char)s.p[i] >= 0x80;
	/* Either ASCII with a zero byte each, or letters whose bytes are all
	 * over the range: not ASCII with a stray zero byte. */
	if ((large + little) * 6 < s.n && high * 10 < s.n)
		return NULL;
	if (!is_utf16(s, big, 0))
		return NULL;
	return encoding_find(big ? STR("utf-16be") : STR("utf-16le"));
}

struct shape {		  /* the bytes seen as UTF-8 */
	size_t multibyte; /* sequences that are no ASCII */
	size_t ill;	  /* ill-formed parts */
	size_t high;	  /* bytes from 0x80 up */
	size_t zeros;
	size_t ill_at; /* where the last ill-formed part begins */
	size_t first;  /* the first byte from 0x80 up */
};

static struct shape measure(struct str s)
{
	struct shape shape = {.first = s.n};
	for (size_t at = 0; (at = utf8_skip_plain(s, at)) < s.n;) {
		if (!((unsigned char)s.p[at] & 0x80)) {
			shape.zeros += s.p[at++] == 0;
			continue;
		}
		uint32_t code;
		size_t n = utf8_next(s, at, &code);
		if (shape.first == s.n)
			shape.first = at;
		shape.high += n;
		if (code == UTF8_REPLACEMENT &&
		    !str_starts(str_from_at(s, at), STR("\xef\xbf\xbd"))) {
			shape.ill++;
			shape.ill_at = at;
		} else {
			shape.multibyte++;
		}
		at += n;
	}
	return shape;
}

/* A damaged or cut file is still UTF-8: well-formed sequences are no chance
 * where they outnumber the others. */
static bool is_nearly_utf8(struct str s, const struct shape *shape)
{
	return shape->multibyte >= 4 * shape->ill ||
	       (shape->multibyte >= shape->ill && shape->ill == 1 &&
		shape->ill_at + 4 > s.n);
}

/* Converts if the bytes agree with the encoding; else out is as before. */
static bool try_encoding(const struct encoding *e, struct str bytes,
			 const struct shape *shape, struct buf *out)
{
	size_t before = out->n;
	size_t bad = encoding_convert(e, bytes, out);
	/* In encodings that are no superset of ASCII every byte counts. */
	size_t weight = e->ascii ? shape->high : bytes.n;
	if (bad == 0 || (bad * 50 <= weight))
		return true;
	out->n = before;
	return false;
}

static const struct encoding *guess(struct str bytes, size_t first)
{
	uchardet_t ud = uchardet_new();
	/* A little ASCII before it tells words from noise. */
	struct str s = str_sub(bytes, first < 64 ? 0 : first - 64,
			       first + GUESS_BYTES);
	const struct encoding *e = NULL;
	if (uchardet_handle_data(ud, s.p, s.n) == 0) {
		uchardet_data_end(ud);
		e = encoding_find(str_of(uchardet_get_charset(ud)));
	}
	uchardet_delete(ud);
	return e && e->ascii ? e : NULL;
}

/* The escapes that choose JIS X 0208. */
static bool has_jis_escape(struct str s)
{
	return str_has(s, STR("\x1b$B")) || str_has(s, STR("\x1b$@"));
}

/* The declared encoding, unless the bytes show that it lies. */
static const struct encoding *believe(struct str declared,
				      const struct shape *shape)
{
	const struct encoding *e = encoding_find(declared);
	if (!e)
		return NULL;
	/* "utf-16" over bytes that are plain ASCII or UTF-8. */
	if (e->unit > 1 && shape->ill == 0 && shape->zeros == 0)
		return NULL;
	if (shape->ill == 0 && shape->multibyte > 0 && e->unit == 1)
		return &encoding_utf8;
	return e;
}

struct str charset_decode(struct buf *out, struct str bytes,
			  struct str declared)
{
	const struct mark *mark = find_mark(bytes);
	if (mark) {
		const struct encoding *e =
			encoding_find(str_of(mark->encoding));
		encoding_convert(e, str_from_at(bytes, mark->bytes.n), out);
		return e->name;
	}
	struct shape shape = measure(bytes);
	const struct encoding *e = believe(declared, &shape);
	if (e && try_encoding(e, bytes, &shape, out))
		return e->name;
	if (shape.zeros == 0 && shape.high == 0 && has_jis_escape(bytes)) {
		e = encoding_find(STR("iso-2022-jp"));
		if (try_encoding(e, bytes, &shape, out))
			return e->name;
	}
	bool is_utf8 = shape.ill == 0 && shape.multibyte > 0;
	e = shape.zeros && !is_utf8 ? guess_utf16(bytes) : NULL;
	if (!e && (shape.ill == 0 || is_nearly_utf8(bytes, &shape)))
		e = &encoding_utf8;
	if (e) {
		encoding_convert(e, bytes, out);
		return e->name;
	}
	e = guess(bytes, shape.first);
	if (e && try_encoding(e, bytes, &shape, out))
		return e->name;
	encoding_convert(&encoding_windows_1252, bytes, out);
	return encoding_windows_1252.name;
}

/* How files begin that are no text but may look like it, or are too short
 * to be told by their bytes. */
static const struct str magics[] = {
	{"%PDF-", 5},
	{"PK\x03\x04", 4},
	{"PK\x05\x06", 4},
	{"\x1f\x8b\x08", 3},
	{"\x89PNG\r\n", 6},
	{"GIF87a", 6},
	{"GIF89a", 6},
	{"\xff\xd8\xff", 3},
	{"\x7f"
	 "ELF",
	 4},
	{"\xfd"
	 "7zXZ",
	 5},
	{"BZh9", 4},
	{"7z\xbc\xaf", 4},
	{"\x28\xb5\x2f\xfd", 4},
	{"SQLite format 3", 15},
	{"RIFF", 4},
	{"OggS", 4},
	{"ID3", 3},
	{"!<arch>\n", 8},
};

bool charset_is_binary(struct str bytes)
{
	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
		if (str_starts(bytes, magics[i]))
			return true;
	struct str s = sample_of(bytes);
	const struct mark *mark = find_mark(s);
	if (mark && mark->kind != MARK_OTHER)
		return s.n > 2 && !is_utf16(str_from_at(s, 2),
					    mark->kind == MARK_UTF16BE, 2);
	if (mark || guess_utf16(s))
		return false;
	size_t odd = 0;
	for (size_t i = 0; (i = utf8_skip_plain(s, i)) < s.n; i++)
		odd += is_odd_control((unsigned char)s.p[i]);
	/* Compressed bytes have one in 10; a text may have a stray few. */
	return odd * 50 > s.n + 100;
}
