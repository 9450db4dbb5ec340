/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libfribidi finds the embedding level of each code point; a cluster has that
 * of its first one. Ordering by levels (rule L2) is done here, since it is
 * clusters that are ordered: marks stay behind their letter.
 */
#include "config.h"

#include "text/bidi.h"

#include <fribidi.h>
#include <limits.h>

#include "base/arena.h"
#include "base/mem.h"
#include "text/utf8.h"

/* A text as libfribidi wants it. */
struct codes {
	FriBidiChar *at;
	FriBidiCharType *types;
	FriBidiStrIndex n;
};

bool bidi_needed(struct str s)
{
	static const struct {
		uint32_t first, last;
	} ranges[] = {
		{0x0590, 0x08ff},   /* Hebrew, Arabic, Syriac, Thaana, N'Ko */
		{0x200f, 0x200f},   /* right-to-left mark */
		{0x202a, 0x202e},   /* embeddings and overrides */
		{0x2066, 0x2069},   /* isolates */
		{0xfb1d, 0xfdff},   /* presentation forms */
		{0xfe70, 0xfefc},   /* presentation forms */
		{0x10800, 0x10fff}, /* ancient scripts */
		{0x1e800, 0x1efff}, /* Adlam, Mende, Arabic mathematics */
	};
	if (utf8_is_ascii(s))
		return false;
	for (size_t at = 0; at < s.n;) {
		uint32_t code;
		at += utf8_next(s, at, &code);
		for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
			if (code >= ranges[i].first && code <= ranges[i].last)
				return true;
	}
	return false;
}

static struct codes decode(struct str s, struct arena *arena)
{
	if (s.n > INT_MAX)
		BUG("a line of more than 2 GB");
	struct codes c = {arena_array(arena, FriBidiChar, s.n + 1),
			  arena_array(arena, FriBidiCharType, s.n + 1), 0};
	for (size_t at = 0; at < s.n;)
		at += utf8_next(s, at, &c.at[c.n++]);
	fribidi_get_bidi_types(c.at, c.n, c.types);
	return c;
}

enum bidi_direction bidi_direction(struct str paragraph)
{
	struct arena arena = {0};
	struct codes c = decode(paragraph, &arena);
	FriBidiParType direction = fribidi_get_par_direction(c.types, c.n);
	arena_release(&arena);
	return FRIBIDI_IS_RTL(direction) ? BIDI_RTL : BIDI_LTR;
}

/* The level of each code point; sets *base from BIDI_AUTO. */
static FriBidiLevel *levels_of(struct codes c, enum bidi_direction *base,
			       struct arena *arena)
{
	FriBidiParType direction = *base == BIDI_AUTO  ? FRIBIDI_PAR_ON
				   : *base == BIDI_RTL ? FRIBIDI_PAR_RTL
						       : FRIBIDI_PAR_LTR;
	size_t n = (size_t)c.n;
	FriBidiLevel *levels = arena_array(arena, FriBidiLevel, n + 1);
	FriBidiBracketType *brackets =
		arena_array(arena, FriBidiBracketType, n + 1);
	fribidi_get_bracket_types(c.at, c.n, c.types, brackets);
	if (c.n > 0 && fribidi_get_par_embedding_levels_ex(
			       c.types, brackets, c.n, &direction, levels) == 0)
		panic(NULL, 0, "out of memory");
	*base = FRIBIDI_IS_RTL(direction) ? BIDI_RTL : BIDI_LTR;
	return levels;
}

/* Rule L2: from the highest level down to the lowest odd one, reverses every
 * run of glyphs at that level or higher. `levels` is by cluster. */
static void reverse_runs(struct bidi_glyph *glyphs, size_t n,
			 const FriBidiLevel *levels)
{
	int highest = 0;
	for (size_t i = 0; i < n; i++)
		if (levels[i] > highest)
			highest = levels[i];
	for (int level = highest; level > 0; level--) {
		for (size_t i = 0, end; i < n; i = end + 1) {
			end = i;
			while (end < n && levels[glyphs[end].cluster] >= level)
				end++;
			for (size_t a = i, b = end; a + 1 < b; a++) {
				struct bidi_glyph swap = glyphs[a];
				glyphs[a] = glyphs[--b];
				glyphs[b] = swap;
			}
		}
	}
}

enum bidi_direction bidi_reorder(struct str line, enum bidi_direction base,
				 const size_t *starts, size_t n,
				 struct bidi_glyph *glyphs)
{
	struct arena arena = {0};
	struct codes c = decode(line, &arena);
	FriBidiLevel *by_code = levels_of(c, &base, &arena);
	FriBidiLevel *levels = arena_array(&arena, FriBidiLevel, n + 1);
	size_t at = 0;
	FriBidiStrIndex i = 0;
	for (size_t cluster = 0; cluster < n; cluster++) {
		for (uint32_t code; at < starts[cluster]; i++)
			at += utf8_next(line, at, &code);
		FriBidiChar mirror = 0;
		levels[cluster] = by_code[i];
		if (!FRIBIDI_LEVEL_IS_RTL(by_code[i]) ||
		    !fribidi_get_mirror_char(c.at[i], &mirror))
			mirror = 0;
		glyphs[cluster] = (struct bidi_glyph){
			cluster, mirror, FRIBIDI_LEVEL_IS_RTL(by_code[i])};
	}
	reverse_runs(glyphs, n, levels);
	arena_release(&arena);
	return base;
}
