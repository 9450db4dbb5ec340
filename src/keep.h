/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the reader left each article and what was typed at prompts, from one
 * run of the program to the next. Paths are as given; they are kept as what
 * they name, so that a file is known again from any directory.
 */
#ifndef PORE_KEEP_H
#define PORE_KEEP_H

#include "article/article.h"
#include "base/buf.h"
#include "ui/ui.h"

struct keep;

/* `is_lasting` false keeps it for this run alone. *err is set to a sentence
 * where something is wrong with what was kept. */
struct keep *keep_open(bool is_lasting, struct err *err);
void keep_close(struct keep *k);

/* Keeps a line typed at a prompt. False with a sentence if it can't be. */
bool keep_line(struct keep *k, enum ui_prompt prompt, struct str line,
	       struct err *err);
/* Gives the ui the lines of earlier runs. */
void keep_recall(struct keep *k, struct ui *ui);

/* Where it was left; the top if that is not known (any more). */
struct position keep_find(struct keep *k, struct str path,
			  const struct article *a);
/* False with a sentence if it can't be kept. */
bool keep_place(struct keep *k, struct str path, struct position at,
		int percent, struct err *err);
/* Notes that it is being read from now on. */
void keep_opened(struct keep *k, struct str path, const struct article *a);
/* Appends the path, as reached from `dir`, of the article read last below it;
 * false if there is none. */
bool keep_last(struct keep *k, struct str dir, struct buf *path);

#endif
