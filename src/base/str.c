/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/str.h"

#include <string.h>

struct str str_of(const char *cstr)
{
	return (struct str){cstr ? cstr : "", cstr ? strlen(cstr) : 0};
}

struct str str_from(const char *p, size_t n)
{
	return (struct str){n ? p : "", n};
}

bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool str_eq_nocase(struct str a, struct str b)
{
	return a.n == b.n && str_starts_nocase(a, b);
}

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.p, b.p, n) : 0;
	if (order != 0)
		return order;
	return (a.n > b.n) - (a.n < b.n);
}

bool str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n &&
	       (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

bool str_starts_nocase(struct str s, struct str prefix)
{
	if (s.n < prefix.n)
		return false;
	for (size_t i = 0; i < prefix.n; i++)
		if (ascii_lower(s.p[i]) != ascii_lower(prefix.p[i]))
			return false;
	return true;
}

bool str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n &&
	       str_eq(str_from_at(s, s.n - suffix.n), suffix);
}

struct str str_trim(struct str s)
{
	while (s.n && ascii_is_space(s.p[0]))
		s = str_from_at(s, 1);
	while (s.n && ascii_is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

/* Two bytes: where the first stands, is the second behind it? */
static size_t find_pair(struct str s, struct str pair, size_t from)
{
	while ((from = str_find_char(s, pair.p[0], from)) + 1 < s.n)
		if (s.p[++from] == pair.p[1])
			return from - 1;
	return s.n;
}

size_t str_find(struct str s, struct str needle, size_t from)
{
	if (from > s.n)
		return s.n;
	if (needle.n == 0)
		return from;
	if (needle.n == 2)
		return find_pair(s, needle, from);
	/* Most searches are for what is not there, not even its first byte,
	 * which memchr says sooner. */
	from = str_find_char(s, needle.p[0], from);
	const char *hit =
		s.n > from ? memmem(s.p + from, s.n - from, needle.p, needle.n)
			   : NULL;
	return hit ? (size_t)(hit - s.p) : s.n;
}

size_t str_find_char(struct str s, char c, size_t from)
{
	const char *hit = s.n > from ? memchr(s.p + from, c, s.n - from) : NULL;
	return hit ? (size_t)(hit - s.p) : s.n;
}

bool str_has(struct str s, struct str needle)
{
	return needle.n == 0 || str_find(s, needle, 0) < s.n;
}

bool str_next_part(struct str *rest, char c, struct str *part)
{
	if (rest->n == 0)
		return false;
	size_t end = str_find_char(*rest, c, 0);
	*part = str_sub(*rest, 0, end);
	*rest = str_from_at(*rest, end < rest->n ? end + 1 : end);
	return true;
}

bool str_next_line(struct str *rest, struct str *line)
{
	if (!str_next_part(rest, '\n', line))
		return false;
	if (line->n && line->p[line->n - 1] == '\r')
		line->n--;
	return true;
}

uint64_t str_hash(struct str s)
{
	const uint64_t odd = UINT64_C(0xd6e8feb86659fd93);
	uint64_t h = s.n * odd;
	for (size_t left = s.n; left > 0;) {
		uint64_t part = 0;
		size_t n = left < sizeof part ? left : sizeof part;
		memcpy(&part, s.p + s.n - left, n);
		h = (h ^ part) * odd;
		h ^= h >> 32;
		left -= n;
	}
	h *= odd;
	return h ^ (h >> 32);
}
