/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line being typed: a cursor between clusters, readline's keys, and the
 * lines typed before.
 */
#ifndef PORE_UI_PROMPT_H
#define PORE_UI_PROMPT_H

#include "base/buf.h"
#include "base/vec.h"
#include "screen/paint.h"
#include "ui/keymap.h"

struct prompt {
	struct buf text;
	size_t cursor;	      /* byte offset, at a cluster boundary */
	VEC(struct buf) past; /* accepted lines, the oldest first, none twice */
	size_t past_at;	  /* which is being looked at; past.n: the new one */
	struct buf draft; /* the new one, while an older is looked at */
};

void prompt_release(struct prompt *p);
void prompt_clear(struct prompt *p);
void prompt_set(struct prompt *p, struct str text);
struct str prompt_text(const struct prompt *p);
/* Puts text in at the cursor, line ends as spaces, other controls left out;
 * what would make the line longer than PROMPT_MAX bytes is left out. */
enum { PROMPT_MAX = 1000 };
void prompt_insert(struct prompt *p, struct str text);
/* Does an editing action; false if the action is not one. *changed is set
 * when the text is another one. */
bool prompt_act(struct prompt *p, enum action action, bool *changed);
/* Puts the line among the past ones. */
void prompt_remember(struct prompt *p);
/* Puts one that is older than all of them there, if it is another one. */
void prompt_recall(struct prompt *p, struct str line);

/* Paints "label text" in the first row of the area, the part around the
 * cursor if it is too long, and puts the hardware cursor there. Returns the
 * column behind it. */
int prompt_paint(const struct prompt *p, struct grid *g, struct rect area,
		 struct str label);

#endif
