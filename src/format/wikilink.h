/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wiki links: [[Title]], [[Title|text]], [[Title#Heading]], ![[embed]].
 */
#ifndef PORE_FORMAT_WIKILINK_H
#define PORE_FORMAT_WIKILINK_H

#include "article/build.h"

/* Writes text that is no code, the wiki links in it as links to "wiki:Title"
 * (to "#Heading" for [[#Heading]]). */
void wikilink_text(struct build *b, struct str text);
/* How many there are. */
size_t wikilink_count(struct str text);

#endif
