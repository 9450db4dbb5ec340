/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words that tell one article from all others (by tf-idf), and how the
 * article writes them.
 */
#ifndef PORE_SEARCH_PORTRAIT_H
#define PORE_SEARCH_PORTRAIT_H

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "search/index.h"
#include "text/stem.h"

/* How many words speak for an article; a bit each. */
enum { SPEAKERS = 30 };

struct speaker {
	struct str word; /* folded */
	float count;	 /* in the article, weighted */
	float worth;	 /* how much it tells */
	bool is_pair;	 /* of letters of a script without spaces */
	bool is_shared;	 /* other articles have it too */
	uint32_t family; /* the speakers of the same stem, as bits */
	struct str form; /* as it is most often written ... */
	size_t form_n;	 /* ... and how often it is */
};

/* A pair where it stands in the article. */
struct sighting {
	const char *start, *end;
	uint32_t speaker;
};

struct portrait {
	struct arena *arena;
	const struct article *article;
	unsigned language;
	struct map words; /* word -> index into all */
	VEC(struct speaker) all;
	size_t n;   /* of them that speak, first, and that others have too */
	float most; /* the worth of all that tell it, those among them that no
		       other article has */
	VEC(struct sighting) sightings; /* in reading order */
};

/* The portrait of an article, which is of the index or (is_member false) not.
 * All but the arena is freed by portrait_release. */
void portrait_paint(struct portrait *p, const struct index *index,
		    const struct article *a, bool is_member,
		    struct arena *arena);
/* Learns how the speakers are written: before portrait_terms. */
void portrait_name(struct portrait *p);
/* Writes at most `limit` terms for the speakers in `shared` (bits), strongest
 * first: one form of each stem, and of pairs the longest run of letters that
 * they make up together. In the arena. Returns how many. */
size_t portrait_terms(const struct portrait *p, uint32_t shared, size_t limit,
		      struct arena *arena, struct str *out);
void portrait_release(struct portrait *p);

#endif
