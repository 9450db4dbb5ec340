/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/divide.h"

#include <string.h>

/* Where a reader would breathe is looked for this far back. */
enum { LOOK_BACK = 8192 };

/* The last byte of `s` that is `c`; s.n if none is. */
static size_t find_last(struct str s, char c)
{
	const char *p = s.n ? memrchr(s.p, c, s.n) : NULL;
	return p ? (size_t)(p - s.p) : s.n;
}

struct part divide_next(struct str text, size_t from, size_t most, size_t *next)
{
	static const char dividers[] = {'\n', '\t', ' '};
	*next = text.n;
	if (text.n - from <= most)
		return (struct part){from, text.n};
	size_t look = most / 2 < LOOK_BACK ? most / 2 : LOOK_BACK;
	struct str back = str_sub(text, from + most - look, from + most);
	for (size_t i = 0; i < sizeof dividers; i++) {
		size_t at = find_last(back, dividers[i]);
		if (at == back.n)
			continue;
		size_t end = from + most - look + at;
		*next = end + 1;
		return (struct part){from, end};
	}
	size_t end = from + most;
	while (end > from && ((unsigned char)text.p[end] & 0xc0) == 0x80)
		end--;
	*next = end;
	return (struct part){from, end};
}
