/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the text and spans of one unit, folding white space as it goes. For
 * files of this folder; {0} is an empty one.
 */
#ifndef PORE_ARTICLE_WRITER_H
#define PORE_ARTICLE_WRITER_H

#include "article/article.h"
#include "base/buf.h"
#include "base/vec.h"

enum fold {
	FOLD_ALL,   /* white space of any kind to one space */
	FOLD_CELLS, /* the same, but TAB and LF part cells and rows */
	FOLD_NONE,  /* kept: code */
};

struct writer {
	struct buf text;
	VEC(struct span) spans; /* in the order they started */
	VEC(uint32_t) open;	/* indices of spans not stopped yet */
	enum fold fold;
	bool has_space; /* white space came, not written yet */
	size_t stretch; /* where the last mark or span ended or began:
			   nothing is composed across it */
};

void writer_text(struct writer *w, struct str s);
void writer_break(struct writer *w);
void writer_start(struct writer *w, enum span_type type, uint32_t target);
void writer_stop(struct writer *w, enum span_type type);
/* An empty span where the text stands now. */
void writer_mark(struct writer *w, enum span_type type, uint32_t target);
/* Closes what is open, trims the end, drops empty spans, sorts the rest by
 * start, outer before inner. */
void writer_finish(struct writer *w);
/* Empties it, keeping its memory. */
void writer_clear(struct writer *w);
void writer_release(struct writer *w);

#endif
