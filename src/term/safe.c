/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The grid counts cells by text/width.h, curses by the C library's wcwidth,
 * and a terminal by a table of its own. Where they differ, the rest of a row
 * would be shifted; so a cluster is reduced to what all of them agree on:
 *
 *     family, skin tone, tags   the first emoji alone (2 cells)
 *     U+2764 U+FE0F             U+2764 and a blank: some terminals make the
 *                               heart wide for U+FE0F, some do not
 *     a flag                    its two letters, a cell each, which terminals
 *                               that know flags join to one of two cells
 *     more than four marks      the first four: curses keeps no more
 *     unknown to the C library  U+FFFD: curses would show a blank
 *
 * In a locale that lacks a character, something near to it stands for it, in
 * the same number of cells.
 */
#include "config.h"

#include "term/safe.h"

#include <limits.h>
#include <uninorm.h>
#include <unistr.h>

enum {
	REPLACEMENT = 0xfffd,
	DOTTED_CIRCLE = 0x25cc,
	ZERO_WIDTH_JOINER = 0x200d,
};

static bool is_in_locale(ucs4_t c)
{
	char bytes[MB_LEN_MAX];
	mbstate_t state = {0};
	return c < 0x80 || wcrtomb(bytes, (wchar_t)c, &state) != (size_t)-1;
}

/* Punctuation and lines, for terminals that have ASCII alone. */
static wchar_t ascii_for(ucs4_t c)
{
	static const struct {
		ucs4_t first, last;
		char ascii;
	} near[] = {
		{0x00a0, 0x00a0, ' '},	{0x00ab, 0x00ab, '"'},
		{0x00ad, 0x00ad, '-'},	{0x00b7, 0x00b7, '.'},
		{0x00bb, 0x00bb, '"'},	{0x00d7, 0x00d7, 'x'},
		{0x2000, 0x200a, ' '},	{0x2010, 0x2015, '-'},
		{0x2018, 0x201b, '\''}, {0x201c, 0x201f, '"'},
		{0x2020, 0x2021, '+'},	{0x2022, 0x2023, '*'},
		{0x2026, 0x2026, '.'},	{0x202f, 0x202f, ' '},
		{0x2032, 0x2032, '\''}, {0x2033, 0x2033, '"'},
		{0x2039, 0x2039, '<'},	{0x203a, 0x203a, '>'},
		{0x2190, 0x2190, '<'},	{0x2192, 0x2192, '>'},
		{0x2191, 0x2191, '^'},	{0x2193, 0x2193, 'v'},
		{0x2212, 0x2212, '-'},	{0x2500, 0x2501, '-'},
		{0x2502, 0x2503, '|'},	{0x250c, 0x254b, '+'},
		{0x2550, 0x2550, '='},	{0x2551, 0x2551, '|'},
		{0x2552, 0x256c, '+'},	{0x2580, 0x259f, '#'},
		{0x25a0, 0x25ff, '*'},	{0x3000, 0x3000, ' '},
	};
	for (size_t i = 0; i < sizeof near / sizeof *near; i++)
		if (c >= near[i].first && c <= near[i].last)
			return near[i].ascii;
	/* A letter with marks gives the letter. */
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	while (c >= 0x80 && uc_canonical_decomposition(c, parts) > 0)
		c = parts[0];
	return c < 0x80 ? (wchar_t)c : L'?';
}

/* What would change the width of the base for some terminals only, or join it
 * with the next cell: joiners, variation selectors, tags. */
static bool is_harmful(ucs4_t c)
{
	return c == ZERO_WIDTH_JOINER || (c >= 0xfe00 && c <= 0xfe0f) ||
	       (c >= 0xe0000 && c <= 0xe0fff);
}

struct split {
	struct safe *out;
	int n;	   /* parts begun */
	int cells; /* of them together */
	int most;
	size_t characters; /* in the last part */
};

static void begin(struct split *s, wchar_t base, int width)
{
	s->out[s->n++] = (struct safe){.text = {base}, .width = width};
	s->cells += width;
	s->characters = 1;
}

/* Adds a character; false when there is no room, so that the rest is to be
 * left out. */
static bool add(struct split *s, ucs4_t c)
{
	wchar_t wide = is_in_locale(c) ? (wchar_t)c : ascii_for(c);
	int width = wcwidth(wide);
	if (width < 0) {
		wide = is_in_locale(REPLACEMENT) ? REPLACEMENT : L'?';
		width = 1;
	}
	if (width == 0 && s->n == 0) {
		begin(s, DOTTED_CIRCLE, 1);
		width = 0;
	}
	if (width == 0) {
		if (s->characters < SAFE_CHARACTERS)
			s->out[s->n - 1].text[s->characters++] = wide;
		return true;
	}
	if (s->cells + width > s->most) {
		if (s->n == 0)
			begin(s, REPLACEMENT, 1);
		return false;
	}
	begin(s, wide, width);
	return true;
}

int safe_split(const struct cell *cell, struct safe out[2])
{
	struct split s = {.out = out, .most = cell->width};
	ucs4_t c;
	const uint8_t *at = (const uint8_t *)cell->text;
	while ((at = u8_next(&c, at))) {
		/* In a poorer locale a mark would be a '?' of its own. */
		if (is_harmful(c) || (s.n > 0 && !is_in_locale(c)))
			continue;
		if (!add(&s, c))
			break;
	}
	while (s.cells < s.most)
		begin(&s, L' ', 1);
	return s.n;
}
