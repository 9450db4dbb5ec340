/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rarest letter of the word is looked for by memchr, which reads some 16
 * or 32 bytes at a time, in both cases; the others are compared only there.
 */
#include "config.h"

#include "search/scan.h"

#include <string.h>

#include "text/utf8.h"

/* How rare a folded byte is: the place of a letter among those of English
 * prose (other languages differ little in which are rare); digits are rare. */
static size_t rarity(char c)
{
	static const char letters[] = "etaoinsrhldcumfpgwybvkxjqz";
	const char *at = c ? strchr(letters, c) : NULL;
	return at ? (size_t)(at - letters) : sizeof letters;
}

struct scan scan_of(struct str word)
{
	struct scan s = {word, 0};
	if (!utf8_is_ascii(word))
		return (struct scan){0};
	for (size_t i = 1; i < word.n; i++)
		if (rarity(word.p[i]) > rarity(word.p[s.rare]))
			s.rare = i;
	return s;
}

/* Bytes of the dash, quotation mark or ellipsis (U+2010 to U+2027) or fixed
 * space (U+00A0) at p: all part words, and fold to no letter. */
static size_t mark_at(const unsigned char *p, size_t n)
{
	if (n >= 2 && p[0] == 0xc2 && p[1] == 0xa0)
		return 2;
	bool is_mark = n >= 3 && p[0] == 0xe2 && p[1] == 0x80 && p[2] >= 0x90 &&
		       p[2] <= 0xa7;
	return is_mark ? 3 : 0;
}

bool scan_is_plain(struct str text)
{
	const unsigned char *p = (const unsigned char *)text.p;
	size_t n = text.n;
	while (n > 0) {
		uint64_t eight = 0;
		size_t step = n < 8 ? n : 8;
		memcpy(&eight, p, step);
		if (eight & UINT64_C(0x8080808080808080)) {
			while (*p < 0x80) {
				p++;
				n--;
			}
			step = mark_at(p, n);
			if (step == 0)
				return false;
		}
		p += step;
		n -= step;
	}
	return true;
}

/* Whether the needle stands at p, in whatever case. */
static bool stands_at(const char *p, struct str needle)
{
	for (size_t i = 0; i < needle.n; i++)
		if (ascii_lower(p[i]) != needle.p[i])
			return false;
	return true;
}

/* The next c in [p, end), or end. */
static const char *next(const char *p, const char *end, char c)
{
	const char *at = p < end ? memchr(p, c, (size_t)(end - p)) : NULL;
	return at ? at : end;
}

bool scan_has(const struct scan *s, struct str text)
{
	if (s->needle.n > text.n)
		return false;
	if (s->needle.n == 0)
		return true;
	char lower = s->needle.p[s->rare];
	char upper =
		(char)(ascii_is_alpha(lower) ? lower - ('a' - 'A') : lower);
	const char *begin = text.p + s->rare;
	const char *end = begin + (text.n - s->needle.n + 1);
	const char *a = next(begin, end, lower);
	const char *b = upper == lower ? end : next(begin, end, upper);
	while (a < end || b < end) {
		const char *at = a < b ? a : b;
		if (stands_at(at - s->rare, s->needle))
			return true;
		if (at == a)
			a = next(a + 1, end, lower);
		else
			b = next(b + 1, end, upper);
	}
	return false;
}
