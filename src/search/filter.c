/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search/filter.h"

#include "text/fold.h"

void filter_init(struct filter *f, struct str author, struct str series,
		 struct str tag)
{
	*f = (struct filter){0};
	fold_text(&f->author, author);
	fold_text(&f->series, series);
	fold_text(&f->tag, tag);
}

void filter_release(struct filter *f)
{
	buf_release(&f->author);
	buf_release(&f->series);
	buf_release(&f->tag);
	buf_release(&f->folded);
}

bool filter_is_empty(const struct filter *f)
{
	return f->author.n == 0 && f->series.n == 0 && f->tag.n == 0;
}

/* Whether `text`, folded, has `part` in it. */
static bool holds(struct filter *f, struct str text, const struct buf *part)
{
	f->folded.n = 0;
	fold_text(&f->folded, text);
	return str_has(buf_str(&f->folded), buf_str(part));
}

bool filter_takes(struct filter *f, const struct article *a)
{
	bool is_by = f->author.n == 0, is_tagged = f->tag.n == 0;
	for (uint32_t i = 0; i < a->authors.n && !is_by; i++)
		is_by = holds(f, article_str(a, article_author(a, i)->name),
			      &f->author);
	for (uint32_t i = 0; i < a->tags.n && !is_tagged && is_by; i++)
		is_tagged = holds(f, article_tag(a, i), &f->tag);
	return is_by && is_tagged &&
	       (f->series.n == 0 ||
		holds(f, article_str(a, a->series), &f->series));
}
