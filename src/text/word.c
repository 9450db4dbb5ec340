/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/word.h"

#include <unictype.h>

#include "text/utf8.h"

enum kind {
	NONE,	/* ends a word */
	LETTER, /* begins and continues one; digits too */
	EXTEND, /* continues one: marks, joiners, the soft hyphen */
	INNER,	/* an apostrophe: continues one between letters */
	ALONE,	/* a word of its own, with the marks after it */
};

/* Scripts written without spaces, where finding words takes a dictionary. */
static bool is_unspaced(uint32_t c)
{
	static const struct {
		uint32_t first, last;
	} ranges[] = {
		{0x0e00, 0x0eff},   /* Thai, Lao */
		{0x1000, 0x109f},   /* Myanmar */
		{0x1780, 0x17ff},   /* Khmer */
		{0x3005, 0x3007},   /* Han */
		{0x3040, 0x30ff},   /* Kana */
		{0x31f0, 0x31ff},   /* Kana */
		{0x3400, 0x4dbf},   /* Han */
		{0x4e00, 0x9fff},   /* Han */
		{0xa9e0, 0xa9ff},   /* Myanmar */
		{0xaa60, 0xaa7f},   /* Myanmar */
		{0xf900, 0xfaff},   /* Han */
		{0xff66, 0xff9f},   /* Kana */
		{0x1aff0, 0x1b16f}, /* Kana */
		{0x20000, 0x3ffff}, /* Han */
	};
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return true;
	return false;
}

static bool is_ascii_letter(char c)
{
	return ascii_is_alpha(c) || ascii_is_digit(c);
}

static enum kind kind_of(uint32_t c)
{
	if (c < 0x80) {
		if (is_ascii_letter((char)c))
			return LETTER;
		return c == '\'' ? INNER : NONE;
	}
	if (c == 0x2019)
		return INNER;
	if (c == 0xad || c == 0x200c || c == 0x200d ||
	    uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M))
		return EXTEND;
	if (!uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L |
							 UC_CATEGORY_MASK_Nd) &&
	    c != 0x3007)
		return NONE;
	return is_unspaced(c) ? ALONE : LETTER;
}

/* The end of the word that begins at `at` with a code point of this kind. */
static size_t word_end(struct str s, size_t at, enum kind first)
{
	uint32_t code;
	size_t end = at + utf8_next(s, at, &code);
	for (;;) {
		/* What most words are of. */
		if (first == LETTER)
			while (end < s.n && is_ascii_letter(s.p[end]))
				end++;
		if (end == s.n)
			break;
		size_t next = end + utf8_next(s, end, &code);
		enum kind kind = kind_of(code);
		if (kind == INNER && first == LETTER && next < s.n) {
			next += utf8_next(s, next, &code);
			kind = kind_of(code);
			if (kind == EXTEND)
				break;
		}
		if (kind != EXTEND && (kind != LETTER || first != LETTER))
			break;
		end = next;
	}
	return end;
}

bool word_next(struct str s, size_t *at, struct str *word)
{
	while (*at < s.n) {
		uint32_t code;
		size_t length = utf8_next(s, *at, &code);
		enum kind kind = kind_of(code);
		if (kind == LETTER || kind == ALONE) {
			size_t end = word_end(s, *at, kind);
			*word = str_sub(s, *at, end);
			*at = end;
			return true;
		}
		*at += length;
	}
	return false;
}

size_t word_count(struct str s)
{
	size_t at = 0, n = 0;
	struct str word;
	while (word_next(s, &at, &word))
		n++;
	return n;
}
