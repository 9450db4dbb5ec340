/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * UTF-8. Plain ASCII is passed over eight bytes at a time; everything else
 * goes through utf8_next, the only decoder.
 *
 * Cleaning normalises to NFC, which in libunistring runs at a few MB/s. So it
 * is done by stretches: a code point known to be a starter that never composes
 * with what stands before it (is_inert) begins a new one, and a stretch without
 * any other code point is NFC as it is.
 *
 *     T h e   r o l e   o f   e ◌́ l a n      each letter its own stretch,
 *                             └──┘           this one normalised
 */
#include "config.h"

#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

#include "base/mem.h"

#define EIGHT(byte) (UINT64_C(0x0101010101010101) * (byte))

static uint64_t load_eight(const char *p)
{
	uint64_t x;
	memcpy(&x, p, sizeof x);
	return x;
}

/* The end of the bytes below 0x80 from `at` on. */
static size_t skip_ascii(struct str s, size_t at)
{
	while (at + 8 <= s.n && (load_eight(s.p + at) & EIGHT(0x80)) == 0)
		at += 8;
	while (at < s.n && (unsigned char)s.p[at] < 0x80)
		at++;
	return at;
}

static bool is_plain(char c)
{
	return (c >= 0x20 && c <= 0x7e) || c == '\n' || c == '\t';
}

size_t utf8_skip_plain(struct str s, size_t at)
{
	while (at < s.n) {
		if (at + 8 <= s.n) {
			uint64_t x = load_eight(s.p + at);
			/* A high bit is set where a byte is 0x80 or more, is
			 * 0x7f, or is below 0x20. (A borrow or carry can only
			 * come from a byte that has set its own.) */
			uint64_t odd = x | (x + EIGHT(1)) | (x - EIGHT(0x20));
			if ((odd & EIGHT(0x80)) == 0) {
				at += 8;
				continue;
			}
		}
		if (!is_plain(s.p[at]))
			break;
		at++;
	}
	return at;
}

/* Table 3-7 of the standard: what may follow a first byte. */
static size_t sequence(unsigned char first, unsigned char *low,
		       unsigned char *high)
{
	*low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
	*high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
	if (first < 0x80)
		return 1;
	if (first < 0xc2 || first > 0xf4)
		return 0;
	return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/* As utf8_next; *ok tells U+FFFD from an ill-formed sequence. */
static size_t decode(struct str s, size_t at, uint32_t *code, bool *ok)
{
	const unsigned char *p = (const unsigned char *)s.p + at;
	size_t left = s.n - at;
	unsigned char low, high;
	size_t length = sequence(p[0], &low, &high);
	if (length == 1) {
		*code = p[0];
		return 1;
	}
	uint32_t c = length ? p[0] & (0x7fu >> length) : 0;
	size_t i = 1;
	for (; i < length && i < left && p[i] >= low && p[i] <= high; i++) {
		c = c << 6 | (p[i] & 0x3f);
		low = 0x80;
		high = 0xbf;
	}
	if (i < length || length == 0) {
		*ok = false;
		c = UTF8_REPLACEMENT;
	}
	*code = c;
	return i;
}

size_t utf8_next_wide(struct str s, size_t at, uint32_t *code)
{
	bool ok;
	return decode(s, at, code, &ok);
}

size_t utf8_prev(struct str s, size_t at)
{
	/* A first byte begins a code point wherever it stands, and what it
	 * does not take of the bytes after it stands alone. */
	struct str before = str_sub(s, 0, at);
	for (size_t back = 1; back <= 4 && back <= at; back++) {
		if ((s.p[at - back] & 0xc0) == 0x80)
			continue;
		uint32_t code;
		size_t start = at - back;
		return utf8_next(before, start, &code) == back ? start : at - 1;
	}
	return at - 1;
}

bool utf8_is_valid(struct str s)
{
	bool ok = true;
	uint32_t code;
	for (size_t at = skip_ascii(s, 0); at < s.n && ok;
	     at = skip_ascii(s, at))
		at += decode(s, at, &code, &ok);
	return ok;
}

bool utf8_is_ascii(struct str s)
{
	return skip_ascii(s, 0) == s.n;
}

void utf8_repair(struct buf *out, struct str s)
{
	size_t done = 0; /* what of s is in out */
	for (size_t at = skip_ascii(s, 0); at < s.n; at = skip_ascii(s, at)) {
		uint32_t code;
		bool ok = true;
		size_t length = decode(s, at, &code, &ok);
		if (!ok) {
			buf_add(out, str_sub(s, done, at));
			buf_add_code(out, UTF8_REPLACEMENT);
			done = at + length;
		}
		at += length;
	}
	buf_add(out, str_from_at(s, done));
}

/* What stands in clean text for a code point. */
static uint32_t shown(uint32_t c)
{
	if (c == '\r')
		return '\n';
	if (c < 0x20)
		return c == '\n' || c == '\t' ? c : 0x2400 + c;
	if (c == 0x7f)
		return 0x2421;
	if (c >= 0x80 && c < 0xa0)
		return UTF8_REPLACEMENT;
	if ((c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe)
		return UTF8_REPLACEMENT;
	return c;
}

/* Whether c is known to have NFC_Quick_Check=Yes and combining class 0, which
 * the stability policy keeps so forever. Not all such code points, but whole
 * scripts, so that most text is never normalised. */
static bool is_inert(uint32_t c)
{
	static const struct {
		uint16_t first, last;
	} ranges[] = {
		{0x0000, 0x02ff}, {0x0391, 0x03a1}, {0x03a3, 0x0482},
		{0x048a, 0x0523}, {0x05d0, 0x05ea}, {0x0621, 0x063a},
		{0x0641, 0x064a}, {0x0660, 0x066f}, {0x0e01, 0x0e30},
		{0x0e3f, 0x0e46}, {0x1e00, 0x1e99}, {0x1ea0, 0x1ef9},
		{0x200b, 0x2027}, {0x2030, 0x205f}, {0x2460, 0x2775},
		{0x3000, 0x3029}, {0x3041, 0x3094}, {0x30a1, 0x30fe},
		{0x3400, 0x4db5}, {0x4e00, 0x9fa5}, {0xac00, 0xd7a3},
		{0xff01, 0xff9f}, {0xfffd, 0xfffd},
	};
	size_t low = 0, high = sizeof ranges / sizeof *ranges;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (c > ranges[middle].last)
			low = middle + 1;
		else
			high = middle;
	}
	return low < sizeof ranges / sizeof *ranges && c >= ranges[low].first;
}

/* Normalises s; the caller frees *made. */
static struct str nfc(struct str s, uint8_t **made)
{
	size_t n = 0;
	*made = u8_normalize(UNINORM_NFC, (const uint8_t *)s.p, s.n, NULL, &n);
	if (!*made)
		panic(NULL, 0, "out of memory");
	return str_from((const char *)*made, n);
}

static bool is_nfc(struct str s)
{
	uint8_t *made;
	bool same = str_eq(nfc(s, &made), s);
	free(made);
	return same;
}

struct cleaner {
	struct buf *out;
	size_t stretch; /* where the last stretch begins in out */
	bool is_open;	/* it has code points that are not inert */
};

/* Ends the last stretch and begins one at the end of what is written. */
static void end_stretch(struct cleaner *c)
{
	if (c->is_open) {
		uint8_t *made;
		struct str better =
			nfc(str_from_at(buf_str(c->out), c->stretch), &made);
		c->out->n = c->stretch;
		buf_add(c->out, better);
		free(made);
	}
	c->is_open = false;
	c->stretch = c->out->n;
}

void utf8_clean(struct buf *out, struct str s)
{
	struct cleaner c = {out, out->n, false};
	for (size_t at = 0; at < s.n;) {
		size_t plain = utf8_skip_plain(s, at);
		if (plain > at) {
			end_stretch(&c);
			buf_add(out, str_sub(s, at, plain));
			c.stretch = out->n - 1;
			at = plain;
			continue;
		}
		uint32_t code;
		at += utf8_next(s, at, &code);
		if (code == '\r' && at < s.n && s.p[at] == '\n')
			at++;
		code = shown(code);
		if (is_inert(code))
			end_stretch(&c);
		else
			c.is_open = true;
		buf_add_code(out, code);
	}
	end_stretch(&c);
}

bool utf8_is_clean(struct str s)
{
	size_t stretch = 0;
	bool is_open = false;
	if (!utf8_is_valid(s))
		return false;
	for (size_t at = utf8_skip_plain(s, 0); at < s.n;
	     at = utf8_skip_plain(s, at)) {
		uint32_t code;
		size_t length = utf8_next(s, at, &code);
		if (shown(code) != code)
			return false;
		if (is_inert(code)) {
			if (is_open && !is_nfc(str_sub(s, stretch, at)))
				return false;
			stretch = at;
			is_open = false;
		} else if (!is_open) {
			/* The letter before may be plain: passed over. */
			stretch = at ? utf8_prev(s, at) : 0;
			is_open = true;
		}
		at += length;
	}
	return !is_open || is_nfc(str_from_at(s, stretch));
}

/* What would show a line's other parts in another order, or as two lines:
 * embeddings, overrides, isolates; line and paragraph separator. */
static bool reaches_out(uint32_t c)
{
	return (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

void utf8_clean_name(struct buf *out, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		uint32_t c;
		at += utf8_next(s, at, &c);
		bool is_line = c == '\n' || c == '\r' || c == '\t';
		buf_add_code(out, is_line	   ? 0x2400 + c
				  : reaches_out(c) ? UTF8_REPLACEMENT
						   : shown(c));
	}
}
