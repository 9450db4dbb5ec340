/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A query, as a reader types it, taken apart:
 *
 *     rice harvest       words: best match
 *     "rice harvest"     these words in this order
 *     -word  +word       without it; only with it
 *     a OR b             one of them
 *     pre*               words that begin so
 *     title: author: series: tag: note: path:   only there
 *     date:2018  date:2018-06  date:2017..2018
 *
 * A query of more than a dozen such items is prose, all of it words.
 * Nothing is an error: what is ill-formed is read as words. What stands in
 * quotes or behind a field's name must be there, as if "+" stood before it.
 */
#ifndef PORE_SEARCH_QUERY_H
#define PORE_SEARCH_QUERY_H

#include "base/arena.h"

enum query_field {
	IN_ANY,
	IN_TITLE,
	IN_AUTHOR,
	IN_SERIES,
	IN_TAG,
	IN_NOTE,
	IN_PATH,
	IN_DATE,
};

/* Words that stand one after another; most often one. */
struct query_atom {
	enum query_field field;
	struct str *words; /* tokens, each followed by 8 bytes of zero */
	size_t n_words;
	bool is_prefix;	    /* the last word is the beginning of one */
	bool is_exact;	    /* no stems: it stood in quotes or had a star */
	struct str text;    /* IN_PATH: folded; IN_DATE: the first day or the
			       beginning of it ... */
	struct str last;    /* ... and of the last one */
	struct str written; /* as the query has it, without operators */
};

enum query_sign { SIGN_NONE, SIGN_MUST, SIGN_NOT };

/* Atoms of which one is enough. */
struct query_clause {
	enum query_sign sign;
	bool is_common;	   /* a joining word beside better ones: need not be
			      there, and counts for little (search/stop.h) */
	bool is_corrected; /* all atoms but the first are guesses at what was
			      meant (search/correct.h) */
	struct query_atom *atoms;
	size_t n_atoms;
};

struct query {
	struct query_clause *clauses;
	size_t n;
};

/* Takes `text` (any bytes) apart; is_typing: a last word that no space follows
 * is a prefix. Everything lives in the arena. */
struct query query_parse(struct str text, bool is_typing, struct arena *arena);

#endif
