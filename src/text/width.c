/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Widths from a table of Unicode 15.0, made by mkwidth.awk.
 *
 * A cluster is as wide as its code points together, but at most two cells.
 * That is what terminals do that go by code points, and comes out right where
 * a cluster is more than a letter with its marks: a flag is two halves of one
 * cell, an emoji with a skin tone or a family two cells however long, a
 * syllable of Hangul jamo the two of its first, and Thai or Devanagari letters
 * with a spacing vowel get the cell that the vowel stands in.
 */
#include "config.h"

#include "text/width.h"

#include <string.h>

#include "text/grapheme.h"
#include "text/utf8.h"

enum kind {
	INVISIBLE, /* controls, joiners, selectors, the soft hyphen */
	MARK,	   /* stands on the letter before it */
	NARROW,	   /* one cell */
	EMOJI,	   /* one cell, two before VARIATION_SELECTOR_16 */
	WIDE,	   /* two cells */
};

enum { VARIATION_SELECTOR_16 = 0xfe0f };

#include "text/width_table.h"

static enum kind kind_of(uint32_t c)
{
	return (enum kind)width_cells[width_blocks[c / 128]][c % 128];
}

int width_cluster(struct str cluster)
{
	int cells = 0;
	bool has_mark = false;
	enum kind last = INVISIBLE;
	for (size_t at = 0; at < cluster.n;) {
		uint32_t code;
		at += utf8_next(cluster, at, &code);
		enum kind kind = kind_of(code);
		if (kind == WIDE)
			cells += 2;
		else if (kind == NARROW || kind == EMOJI)
			cells += 1;
		else if (kind == MARK)
			has_mark = true;
		else if (code == VARIATION_SELECTOR_16 && last == EMOJI)
			cells += 1;
		if (cells >= 2)
			return 2;
		last = kind;
	}
	return cells ? cells : has_mark;
}

/* The end of the printable ASCII from `at` on, at most `most` bytes of it,
 * without the last one if what follows may be a mark on it. */
static size_t skip_narrow(struct str s, size_t at, size_t most)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	size_t start = at;
	size_t end = s.n - at > most ? at + most : s.n;
	for (uint64_t x; at + 8 <= end; at += 8) {
		/* Any byte from 0x80, 0x7f, or below 0x20 (see utf8.c)? */
		memcpy(&x, s.p + at, 8);
		if ((x | (x + ones) | (x - 0x20 * ones)) & 0x80 * ones)
			break;
	}
	while (at < end && s.p[at] >= 0x20 && s.p[at] < 0x7f)
		at++;
	if (at > start && at < s.n && (unsigned char)s.p[at] >= 0x80)
		at--;
	return at;
}

size_t width_text(struct str s)
{
	size_t cells = 0;
	for (size_t at = 0; at < s.n;) {
		size_t end = skip_narrow(s, at, s.n);
		cells += end - at;
		if (end == s.n)
			break;
		at = grapheme_next(s, end);
		cells += (size_t)width_cluster(str_sub(s, end, at));
	}
	return cells;
}

struct str width_cut(struct str s, size_t cells)
{
	size_t at = 0;
	while (at < s.n) {
		size_t end = skip_narrow(s, at, cells);
		cells -= end - at;
		at = end;
		if (at == s.n)
			break;
		size_t next = grapheme_next(s, at);
		size_t width = (size_t)width_cluster(str_sub(s, at, next));
		if (width > cells)
			break;
		cells -= width;
		at = next;
	}
	return str_sub(s, 0, at);
}
