/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where cmark-gfm 0.29.0.gfm.6 takes more than linear time or room, measured
 * on 2 cores, and what is counted here, in linear time, to see it coming:
 *
 *     "x <?" (or "<!A", "<![CDATA[") with no end in its paragraph is looked
 *     for to the paragraph's end from each: 40,000 took 4.6 s
 *     -> openers x bytes of the paragraph
 *
 *     a definition is copied for each use: 40 KB x 40,000 uses took 1.8 GB
 *     -> bytes of the longest definition x brackets
 *
 *     a row's cells are a list with no end pointer: 40,000 took 6 s; short
 *     rows are filled: 100 columns x 40,000 rows took 1 GB
 *     -> squares of the bars in a line; columns x rows
 *
 * What no author writes is then escaped, or shown as it stands. No paragraph
 * of an honest text comes near these limits.
 */
#include "config.h"

#include "format/mdguard.h"

enum {
	LIMIT_SEARCHED = 100 << 20, /* bytes looked through for ends: 0.1 s */
	LIMIT_COPIED = 64 << 20,    /* bytes of definitions for their uses */
	LIMIT_CELLS = 500000,	    /* of a table, 0.3 KB each */
	LIMIT_STEPS = 40 << 20,	    /* along the lists of cells: 0.3 s */
	LONG_DEFINITION = 4096,
};

static const struct {
	struct str open, close;
	bool wants_letter; /* behind `open` */
} openers[] = {
	{{"<?", 2}, {"?>", 2}, false},
	{{"<![CDATA[", 9}, {"]]>", 3}, false},
	{{"<!", 2}, {">", 1}, true},
};

#define OPENERS (sizeof openers / sizeof *openers)

/* Which opener stands at `at`; OPENERS if none does. */
static size_t opener_at(struct str s, size_t at)
{
	struct str rest = str_from_at(s, at);
	for (size_t i = 0; i < OPENERS; i++)
		if (str_starts(rest, openers[i].open) &&
		    (!openers[i].wants_letter ||
		     (rest.n > 2 && ascii_is_alpha(rest.p[2]))))
			return i;
	return OPENERS;
}

/* The end of the last `what` in s; 0 if there is none. */
static size_t find_last(struct str s, struct str what)
{
	for (size_t at = s.n; at >= what.n; at--)
		if (str_ends(str_sub(s, 0, at), what))
			return at;
	return 0;
}

/* Where the paragraph that begins at `at` ends: behind its blank line. */
static size_t paragraph_end(struct str text, size_t at)
{
	size_t end = str_find(text, STR("\n\n"), at);
	return end < text.n ? end + 2 : end;
}

/* Calls of an opener in a paragraph that no end follows. With out, the
 * paragraph is appended, these escaped. */
static size_t unclosed(struct str paragraph, struct buf *out)
{
	size_t last[OPENERS], n = 0, from = 0;
	for (size_t i = 0; i < OPENERS; i++)
		last[i] = find_last(paragraph, openers[i].close);
	for (size_t at = 0; at < paragraph.n; at++) {
		at = str_find_char(paragraph, '<', at);
		size_t i =
			at < paragraph.n ? opener_at(paragraph, at) : OPENERS;
		if (i == OPENERS || at < last[i])
			continue;
		n++;
		if (!out)
			continue;
		buf_add(out, str_sub(paragraph, from, at));
		buf_add(out, STR("&lt;"));
		from = at + 1;
	}
	if (out)
		buf_add(out, str_from_at(paragraph, from));
	return n;
}

static bool has_unclosed(struct str text)
{
	size_t searched = 0;
	if (str_find(text, STR("<?"), 0) == text.n &&
	    str_find(text, STR("<!"), 0) == text.n)
		return false;
	for (size_t at = 0, end; at < text.n; at = end) {
		end = paragraph_end(text, at);
		size_t n = unclosed(str_sub(text, at, end), NULL);
		searched += n * (end - at);
		if (searched > LIMIT_SEARCHED)
			return true;
	}
	return false;
}

static void escape_unclosed(struct str text, struct buf *out)
{
	for (size_t at = 0, end; at < text.n; at = end) {
		end = paragraph_end(text, at);
		unclosed(str_sub(text, at, end), out);
	}
}

/* How long what a "]:" may define can be: to the end of its paragraph. */
static bool has_long_definition(struct str text)
{
	size_t longest = 0, brackets = 0, end = 0;
	for (size_t at = str_find(text, STR("]:"), 0); at < text.n;
	     at = str_find(text, STR("]:"), at + 2)) {
		if (at >= end)
			end = paragraph_end(text, at);
		if (end - at > longest)
			longest = end - at;
	}
	if (longest <= LONG_DEFINITION)
		return false;
	for (size_t i = 0; i < text.n; i++)
		brackets += text.p[i] == '[';
	return brackets > LIMIT_COPIED / longest;
}

static void escape_definitions(struct str text, struct buf *out)
{
	size_t from = 0, end = 0;
	for (size_t at = str_find(text, STR("]:"), 0); at < text.n;
	     at = str_find(text, STR("]:"), at + 2)) {
		if (at >= end)
			end = paragraph_end(text, at);
		if (end - at <= LONG_DEFINITION)
			continue;
		buf_add(out, str_sub(text, from, at + 1));
		buf_add_char(out, '\\');
		from = at + 1;
	}
	buf_add(out, str_from_at(text, from));
}

bool mdguard_escape(struct str text, struct buf *out)
{
	bool is_unclosed = has_unclosed(text);
	bool is_long = has_long_definition(text);
	if (is_unclosed && is_long) {
		struct buf half = {0};
		escape_unclosed(text, &half);
		escape_definitions(buf_str(&half), out);
		buf_release(&half);
	} else if (is_unclosed) {
		escape_unclosed(text, out);
	} else if (is_long) {
		escape_definitions(text, out);
	}
	return is_unclosed || is_long;
}

static size_t count_bars(struct str line)
{
	size_t n = 0;
	for (size_t at = 0; (at = str_find_char(line, '|', at)) < line.n; at++)
		n++;
	return n;
}

/* Whether it may be a table's second line ("|---|:-:|"). */
static bool is_delimiter(struct str line)
{
	for (size_t i = 0; i < line.n; i++)
		if (str_find_char(STR("-:| \t>"), line.p[i], 0) == 6)
			return false;
	return str_find_char(line, '-', 0) < line.n;
}

bool mdguard_has_huge_table(struct str text)
{
	struct str line;
	size_t columns = 0, rows = 0, steps = 0;
	while (str_next_line(&text, &line)) {
		size_t bars = count_bars(line);
		steps += bars * bars / 2;
		if (steps > LIMIT_STEPS)
			return true;
		if (bars && is_delimiter(line) && bars + 1 > columns) {
			columns = bars + 1;
			rows = 0;
		} else if (str_trim(line).n == 0) {
			columns = 0;
		} else if (columns && ++rows * columns > LIMIT_CELLS) {
			return true;
		}
	}
	return false;
}
