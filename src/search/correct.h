/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Misspelt words. A word that no article has is looked for as if one letter
 * were wrong, missing, too many, or two had changed places (Damerau and
 * Levenshtein's distance 1).
 */
#ifndef PORE_SEARCH_CORRECT_H
#define PORE_SEARCH_CORRECT_H

#include "search/index.h"
#include "search/query.h"
#include "text/stem.h"

/* Whether two words (UTF-8) are exactly one such step apart. */
bool correct_is_near(struct str a, struct str b);

/* Gives each plain word of the query that the index knows in no form the words
 * that were perhaps meant, as further atoms of its clause, which is then
 * marked as corrected. Words of less than four letters have too many
 * neighbours. Reads the keys of the whole dictionary, at most. */
void correct_query(struct query *query, const struct index *index,
		   struct stem *stem, struct arena *arena);

#endif
