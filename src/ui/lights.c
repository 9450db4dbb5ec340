/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/lights.h"

#include "base/vec.h"
#include "text/fold.h"

void lights_release(struct lights *l)
{
	arena_release(&l->arena);
	buf_release(&l->pattern);
	*l = (struct lights){.current = NO_MATCH};
}

void lights_clear(struct lights *l)
{
	lights_release(l);
}

/* Sets the pattern, which may be a part of the old one. */
static void set_pattern(struct lights *l, struct str pattern)
{
	struct buf copy = {0};
	buf_add(&copy, pattern);
	buf_release(&l->pattern);
	l->pattern = copy;
	arena_release(&l->arena);
	l->at = NULL;
	l->n = 0;
	l->current = NO_MATCH;
	l->are_hidden = false;
}

void lights_find(struct lights *l, const struct article *a, struct str pattern,
		 unsigned flags)
{
	VEC(struct match) found = {0};
	struct arena scratch = {0};
	set_pattern(l, pattern);
	l->is_query = false;
	l->flags = flags;
	int32_t units = (int32_t)article_units(a);
	for (int32_t unit = -1; unit < units && l->pattern.n; unit++) {
		struct fold_range *at;
		size_t n =
			fold_find(article_position_text(a, unit),
				  buf_str(&l->pattern), flags, &scratch, &at);
		for (size_t i = 0; i < n; i++)
			vec_push(
				&found,
				(struct match){unit, {at[i].start, at[i].end}});
	}
	l->n = found.n;
	l->at = arena_array(&l->arena, struct match, found.n);
	for (size_t i = 0; i < found.n; i++)
		l->at[i] = found.at[i];
	vec_release(&found);
	arena_release(&scratch);
}

void lights_query(struct lights *l, const struct library *lib,
		  const struct article *a, struct str query)
{
	set_pattern(l, query);
	l->is_query = true;
	l->n = library_matches(lib, a, buf_str(&l->pattern), true, &l->arena,
			       &l->at);
}

void lights_again(struct lights *l, const struct library *lib,
		  const struct article *a)
{
	bool are_hidden = l->are_hidden;
	if (l->is_query)
		lights_query(l, lib, a, buf_str(&l->pattern));
	else
		lights_find(l, a, buf_str(&l->pattern), l->flags);
	l->are_hidden = are_hidden;
}

void lights_keep(struct lights *l, const unsigned char *kept)
{
	size_t n = 0;
	for (size_t i = 0; i < l->n; i++)
		if (kept[l->at[i].unit + 1])
			l->at[n++] = l->at[i];
	l->n = n;
}

struct position match_position(const struct match *m)
{
	return (struct position){m->unit, m->range.start};
}

size_t lights_from(const struct lights *l, struct position at)
{
	size_t low = 0, high = l->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (position_cmp(match_position(&l->at[middle]), at) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

enum lit lights_lit(const struct lights *l, struct position at)
{
	if (l->are_hidden || l->n == 0)
		return LIT_NO;
	size_t i = lights_from(l, (struct position){at.unit, at.off + 1});
	if (i == 0)
		return LIT_NO;
	const struct match *m = &l->at[--i];
	if (m->unit != at.unit || at.off >= m->range.end)
		return LIT_NO;
	return i == l->current ? LIT_CURRENT : LIT_MATCH;
}
