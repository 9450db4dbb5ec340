/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening by title: every word typed begins a word of the title. Titles are
 * short, folded beforehand and looked at one by one; no more than twice what
 * is asked for is kept at any time.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "library/state.h"
#include "text/fold.h"

struct candidate {
	uint32_t article;
	uint32_t rank; /* less is better */
};

/* Where in the folded title a word begins so, counted in words; -1 if
 * nowhere. */
static int word_at(struct str title, struct str typed)
{
	int words = 0;
	for (size_t at = 0; at + typed.n <= title.n; at++) {
		if (memcmp(title.p + at, typed.p, typed.n) == 0)
			return words;
		const char *space = memchr(title.p + at, ' ', title.n - at);
		if (!space)
			return -1;
		at = (size_t)(space - title.p);
		words++;
	}
	return -1;
}

/* Titles that begin as typed come first, then those where the words stand
 * early; false if a word is missing. */
static bool judge(struct str title, struct str typed, uint32_t *rank)
{
	struct str word, rest = typed;
	uint32_t sum = str_eq(title, typed)	  ? 0
		       : str_starts(title, typed) ? 1
						  : 2;
	while (str_next_part(&rest, ' ', &word)) {
		int at = word_at(title, word);
		if (at < 0)
			return false;
		sum += (uint32_t)at * 4;
	}
	*rank = sum;
	return true;
}

static int by_rank(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return x->article < y->article ? -1 : x->article > y->article;
}

struct candidates {
	VEC(struct candidate) all;
};

static void keep_best(struct candidates *c, size_t limit)
{
	if (c->all.n)
		qsort(c->all.at, c->all.n, sizeof *c->all.at, by_rank);
	if (c->all.n > limit)
		c->all.n = limit;
}

static void find(struct candidates *c, const struct library *lib,
		 struct str typed, size_t limit)
{
	for (uint32_t id = 0; id < lib->n; id++) {
		uint32_t rank = 0;
		if (!lib->articles[id] ||
		    !judge(lib->folded_titles[id], typed, &rank))
			continue;
		vec_push(&c->all, (struct candidate){id, rank});
		if (c->all.n / 2 >= limit)
			keep_best(c, limit);
		/* All are alike, and come in order. */
		if (typed.n == 0 && c->all.n == limit)
			break;
	}
	keep_best(c, limit);
}

size_t library_titles(const struct library *lib, struct str typed, size_t limit,
		      struct arena *arena, uint32_t **out)
{
	struct candidates found = {0};
	struct buf key = {0};
	fold_title(&key, typed);
	find(&found, lib, buf_str(&key), limit ? limit : SIZE_MAX);
	size_t n = found.all.n;
	*out = arena_array(arena, uint32_t, n);
	for (size_t i = 0; i < n; i++)
		(*out)[i] = found.all.at[i].article;
	vec_release(&found.all);
	buf_release(&key);
	return n;
}
