/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Builds segments, one after another, on one thread.
 *
 *     struct builder *b = builder_new();
 *     builder_begin(b, first, n);
 *     builder_article(b, id, article);    ids rising, from first
 *     struct segment *s = builder_freeze(b);
 *     builder_free(b);
 */
#ifndef PORE_SEARCH_BUILD_H
#define PORE_SEARCH_BUILD_H

#include "article/article.h"
#include "search/segment.h"

/* What of an article is indexed; each weighs differently (build.c). */
enum field {
	FIELD_TITLE,
	FIELD_DECK,
	FIELD_HEADING,
	FIELD_BODY,
	FIELD_NOTE,
	FIELD_AUTHOR,
	FIELD_TAG,
	FIELD_SERIES,
	FIELDS
};

struct builder;
struct builder *builder_new(void);
void builder_free(struct builder *b);

/* Begins a segment for the ids [first, first + n), n at most SEGMENT_MAX. */
void builder_begin(struct builder *b, uint32_t first, uint32_t n);
/* Begins article `id`, in that language (text/stem.h) ... */
void builder_open(struct builder *b, uint32_t id, unsigned language);
/* ... and adds text of it. */
void builder_text(struct builder *b, enum field field, struct str text);
/* Both, for all of an article. */
void builder_article(struct builder *b, uint32_t id, const struct article *a);
/* Ends the segment; the caller frees it. */
struct segment *builder_freeze(struct builder *b);

#endif
