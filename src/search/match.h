/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where in a text the words of a query stand: for checking phrases and
 * fields, for snippets, for lighting matches on the page.
 */
#ifndef PORE_SEARCH_MATCH_H
#define PORE_SEARCH_MATCH_H

#include "article/article.h"
#include "base/vec.h"
#include "search/query.h"
#include "search/result.h"
#include "search/scan.h"
#include "text/stem.h"

/* The most words of one phrase that are compared; the rest is ignored. */
enum { PHRASE_MAX = 64 };

struct pattern {
	const struct query_atom *atom;
	struct str stem;  /* of a single word, "" if only the word counts */
	struct scan scan; /* what a text must have where it matches */
};

struct matcher {
	struct pattern *patterns;
	size_t n;
	unsigned language;
	struct stem *stem;
	struct arena *arena;
	bool begins[256]; /* bytes a matching token may begin with */
};

/* A place where pattern `pattern` matches. */
struct place {
	uint32_t start, end;
	uint32_t pattern;
	bool is_exact; /* not by stem or beginning only */
};

struct places {
	struct place *at;
	size_t n, cap;
	size_t read; /* bytes of text that had to be taken apart for them */
};

/* A matcher for all atoms of a query that ask for words (not those behind a
 * minus, nor joining words beside better ones), or for one atom. The stemmer
 * is borrowed. */
void matcher_of_query(struct matcher *m, const struct query *q,
		      unsigned language, struct stem *stem,
		      struct arena *arena);
void matcher_of_atom(struct matcher *m, const struct query_atom *atom,
		     unsigned language, struct stem *stem, struct arena *arena);

/* Appends the places in a text of that kind, by their end. IN_ANY as a kind
 * is the text of the article's blocks, IN_ANY as an atom's field all kinds. */
void matcher_run(const struct matcher *m, struct str text,
		 enum query_field kind, struct places *out);
/* How often the patterns occur in the article's texts of that kind; IN_ANY is
 * all of them. What was found is left in `scratch`. */
size_t matcher_count(const struct matcher *m, const struct article *a,
		     enum query_field field, struct places *scratch);

/* The places in unit `unit` (-1: the title). */
void matcher_unit(const struct matcher *m, const struct article *a,
		  int32_t unit, struct places *out);
/* The places in what stands beside the text: series, authors, tags. Only their
 * patterns mean anything: they are offsets into different strings. */
void matcher_names(const struct matcher *m, const struct article *a,
		   struct places *out);
/* The ranges that places cover, in order, joined where they overlap. */
size_t places_ranges(const struct places *p, struct arena *arena,
		     struct range **out);

#endif
