/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What build.c collects and finish.c turns into an article. For these two.
 *
 * Strings stand one after the other in `strings`; refs have offsets into it.
 */
#ifndef PORE_ARTICLE_DRAFT_H
#define PORE_ARTICLE_DRAFT_H

#include "article/build.h"
#include "article/writer.h"

struct draft_unit { /* a block's or note's text */
	struct ref text;
	size_t first_span, n_spans; /* in `spans`; a LINK's target is a ref in
				       `urls`, a NOTE's one in `calls` */
};

struct draft_block {
	struct draft_unit unit;
	struct ref info;
	uint32_t number;
	uint8_t type, level, quote, flags;
};

struct draft_note {
	struct draft_unit unit;
	struct ref label;
};

struct level { /* a container we are in */
	enum container type;
	uint32_t number; /* IN_ORDERED: of the next item */
	bool is_fresh;	 /* IN_ITEM: no block yet */
};

struct build {
	struct ref format;
	struct ref meta[META_COUNT];
	struct buf strings;
	VEC(struct draft_block) blocks;
	VEC(struct draft_note) notes;
	VEC(struct span) spans;
	VEC(struct ref) urls;
	VEC(struct ref) calls; /* labels */
	VEC(struct author) authors;
	VEC(struct ref) tags;
	VEC(struct related) related;
	VEC(struct ref) problems;

	VEC(struct level) levels;
	size_t ignored_levels;	  /* entered beyond the limit */
	struct draft_block block; /* the open one */
	bool is_open;
	bool was_fresh; /* the open block is its item's first */
	struct writer block_text;
	struct ref note_label;
	bool in_note;
	struct writer note_text;
	unsigned next_flags;
	bool is_full; /* the text limit was passed */
};

#endif
