/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text to be set, with its looks: the spans of a unit laid flat, and what
 * the typesetter adds inside it (note marks, brackets around a picture's
 * words). Knows nothing of lines; is asked for the runs of a range.
 */
#ifndef PORE_TYPESET_RUNS_H
#define PORE_TYPESET_RUNS_H

#include "base/vec.h"
#include "typeset/galley.h"

struct stretch {	/* looks the same up to the start of the next one */
	uint32_t start; /* bytes */
	uint32_t style; /* enum run_style */
	uint32_t target;
};

struct insert {	     /* text that is not the author's */
	uint32_t at; /* the byte of the author's text it stands before */
	uint32_t cells;
	struct str text;
	uint32_t style;
	uint32_t target;
};

struct runs {
	struct str text;
	int32_t unit;
	uint32_t anchor; /* NO_INDEX for the unit's logical text; for a text
			    that is not, where in it its runs say they are */
	bool has_soft;	 /* there are soft hyphens in it */
	VEC(struct stretch) stretches;
	VEC(struct insert) inserts; /* in order of `at` */
};

/* One line of type: what the paragraph breaker hands on. */
struct slug {
	uint32_t start, end;		   /* bytes of the text it shows */
	uint32_t insert_start, insert_end; /* inserts, by index */
	uint32_t cells;			   /* with inserts and hyphen */
	bool has_hyphen;		   /* one is put behind it */
	bool is_too_wide; /* has a cluster that does not fit: "?" for it */
};

/* Takes a unit's text and spans. Strings it makes are in `arena`. */
void runs_take_unit(struct runs *r, const struct article *article,
		    uint32_t unit, bool ascii, struct arena *arena);
/* Takes a text without spans; for `anchor` see above. */
void runs_take_text(struct runs *r, struct str text, int32_t unit,
		    uint32_t anchor);
/* The position of a byte of the text. */
struct position runs_position(const struct runs *r, uint32_t at);
/* Adds inserts (n of them, in order of `at`), before those that stand at the
 * same byte; `cells` is computed here. */
void runs_merge(struct runs *r, const struct insert *inserts, size_t n);
/* Puts text before all, and behind all. */
void runs_surround(struct runs *r, struct str before, struct str after,
		   uint32_t style);
/* The look at a byte. */
uint32_t runs_style(const struct runs *r, uint32_t at);

/* Adds the runs of a line to the galley's last line, in this style besides
 * their own. */
void runs_emit(const struct runs *r, const struct slug *slug, uint32_t style,
	       struct galley *g);
void runs_release(struct runs *r);

#endif
