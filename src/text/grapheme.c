/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Clusters on u8_grapheme_breaks, which alone of libunistring's functions
 * knows emoji families and flags (uc_is_grapheme_break sees two code points,
 * too few for either; u8_grapheme_next is built on it).
 *
 * It marks the breaks of a whole text, and whether there is a break before a
 * code point depends on what stands left of it only. So it is run on a window
 * that begins at the cluster and ends behind the code point in question; where
 * there is no break the window grows to twice its size, which keeps the whole
 * linear. Most pairs of code points need no window at all.
 */
#include "config.h"

#include "text/grapheme.h"

#include <unigbrk.h>

#include "base/mem.h"
#include "text/utf8.h"

enum {
	SMALL_WINDOW = 256, /* bytes: what fits the stack */
	FARTHEST_LOOK_BACK = 4096,
};

/* Whether c never joins another code point like it: letters, ideographs,
 * syllables and punctuation with Grapheme_Cluster_Break=Other. */
static bool is_lone(uint32_t c)
{
	if (c < 0x300)
		return c >= 0x20 && (c < 0x7f || c >= 0xa0) && c != 0xad;
	if (c < 0x3000)
		return (c >= 0x370 && c < 0x483) || (c >= 0x48a && c < 0x530) ||
		       (c >= 0x5d0 && c < 0x5eb) || (c >= 0x620 && c < 0x64b) ||
		       (c >= 0x671 && c < 0x6d6) || (c >= 0x2010 && c < 0x2028);
	return c < 0x302a || (c >= 0x3041 && c < 0x3097) ||
	       (c >= 0x30a0 && c < 0x3100) || (c >= 0x3400 && c < 0xa000) ||
	       (c >= 0xff01 && c < 0xff9e);
}

/* The first break in s[at .. end) behind at, or `end` if there is none. */
static size_t first_break(struct str s, size_t at, size_t end)
{
	char small[SMALL_WINDOW];
	size_t n = end - at;
	char *breaks = n <= sizeof small ? small : mem_new(n);
	size_t i = 1;
	u8_grapheme_breaks((const uint8_t *)s.p + at, n, breaks);
	while (i < n && !breaks[i])
		i++;
	if (breaks != small)
		mem_free(breaks);
	return at + i;
}

/* Whether s[at] is ASCII before ASCII, of which only CR LF is a cluster. */
static bool is_ascii_pair(struct str s, size_t at)
{
	return (s.p[at] & 0x80) == 0 && (s.p[at + 1] & 0x80) == 0 &&
	       s.p[at] != '\r';
}

size_t grapheme_next(struct str s, size_t at)
{
	uint32_t one, two;
	if (at + 1 < s.n && is_ascii_pair(s, at))
		return at + 1;
	size_t second = at + utf8_next(s, at, &one);
	if (second >= s.n)
		return s.n;
	size_t end = second + utf8_next(s, second, &two);
	if (is_lone(one) && is_lone(two))
		return second;
	for (;;) {
		size_t found = first_break(s, at, end);
		if (found < end || end == s.n)
			return found;
		end += end - at;
		if (end >= s.n)
			end = s.n;
		while (end < s.n && (s.p[end] & 0xc0) == 0x80)
			end++;
	}
}

/* Whether there is a break between the code points at `at` and `next`
 * whatever stands before them. Only two rules look farther back than the pair:
 * GB11 (emoji joined by U+200D), which may forbid a break that the pair alone
 * has, and GB12-13 (flags), which may allow one that it has not. */
static bool is_certain_break(struct str s, size_t at, size_t next)
{
	enum { ZERO_WIDTH_JOINER = 0x200d };
	uint32_t one, two;
	utf8_next(s, at, &one);
	size_t end = next + utf8_next(s, next, &two);
	if (is_lone(one) && is_lone(two))
		return true;
	return one != ZERO_WIDTH_JOINER && first_break(s, at, end) == next;
}

size_t grapheme_prev(struct str s, size_t at)
{
	size_t start = utf8_prev(s, at);
	while (start > 0 && at - start < FARTHEST_LOOK_BACK) {
		size_t before = utf8_prev(s, start);
		if (is_certain_break(s, before, start))
			break;
		start = before;
	}
	for (;;) {
		size_t next = grapheme_next(s, start);
		if (next >= at)
			return start;
		start = next;
	}
}
