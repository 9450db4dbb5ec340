/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only articles by an author, of a series, with a tag: each asked for by any
 * part of its name, case and accents folded; "" lets all pass.
 */
#ifndef PORE_SEARCH_FILTER_H
#define PORE_SEARCH_FILTER_H

#include "article/article.h"
#include "base/buf.h"

struct filter {
	struct buf author, series, tag; /* folded */
	struct buf folded;		/* what is looked at */
};

void filter_init(struct filter *f, struct str author, struct str series,
		 struct str tag);
void filter_release(struct filter *f);
/* Whether it lets all articles pass. */
bool filter_is_empty(const struct filter *f);
bool filter_takes(struct filter *f, const struct article *a);

#endif
