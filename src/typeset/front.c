/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/front.h"

#include "typeset/paragraph.h"

/* Only the title is logical text of the front matter; the other lines say
 * that they stand at `anchor` in it. All run as the title does. */
static void set_text(struct setter *s, struct str text, uint32_t anchor,
		     uint32_t style)
{
	const struct article *a = s->article;
	struct frame frame = frame_plain(s->options->measure);
	frame.direction = bidi_direction(article_str(a, a->title));
	runs_take_text(&s->runs, text, -1, anchor);
	paragraph_set(s, 0, (uint32_t)text.n, &frame, style, false);
}

/* "Kawashima Shin, Jane Doe · 2018-06-13" */
static struct str byline(struct setter *s)
{
	const struct article *a = s->article;
	struct str date = article_str(a, a->date);
	struct buf b = {0};
	for (uint32_t i = 0; i < a->authors.n; i++) {
		if (i)
			buf_add(&b, STR(", "));
		buf_add(&b, article_str(a, article_author(a, i)->name));
	}
	if (b.n && date.n)
		buf_add(&b, s->options->ascii ? STR(" - ") : STR(" · "));
	buf_add(&b, date);
	struct str line = arena_str(s->arena, buf_str(&b));
	buf_release(&b);
	return line;
}

void front_set(struct setter *s)
{
	const struct article *a = s->article;
	struct str series = article_str(a, a->series);
	struct str title = article_str(a, a->title);
	if (series.n)
		set_text(s, arena_str(s->arena, series), 0, RUN_DIM);
	set_text(s, title, NO_INDEX, RUN_TITLE);
	struct str by = byline(s);
	if (by.n)
		set_text(s, by, a->title.n, RUN_DIM);
}
