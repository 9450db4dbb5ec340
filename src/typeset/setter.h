/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What setting a unit needs: the article, the options, and work space that is
 * kept from unit to unit, so that setting one allocates next to nothing.
 */
#ifndef PORE_TYPESET_SETTER_H
#define PORE_TYPESET_SETTER_H

#include "base/buf.h"
#include "typeset/items.h"
#include "typeset/runs.h"

struct node { /* of the paragraph breaker: the best way to a break */
	uint64_t cost;
	uint32_t from; /* the item that the line ending here begins with */
};

struct setter {
	const struct article *article;
	const struct page_options *options;
	struct hyphens *hyphens; /* may be NULL */
	struct str language;
	struct arena *arena;   /* the page's: what lines point to */
	uint8_t *number_cells; /* for frame.h */
	uint32_t label_cells;  /* for notes.h */

	struct runs runs; /* the unit at hand */
	struct galley galley;
	struct items items;
	VEC(struct node) nodes;
	VEC(struct slug) slugs;
	struct buf scratch;
	uint64_t
		work; /* lines weighed so far, for the test that it is linear */
};

/* Frees the work space; the arena and what is borrowed are left alone. */
void setter_release(struct setter *s);

#endif
