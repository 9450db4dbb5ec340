/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libcmark-gfm with what it lacks for our use. For markdown.c.
 */
#ifndef PORE_FORMAT_MDPARSE_H
#define PORE_FORMAT_MDPARSE_H

#include <cmark-gfm.h>

#include "article/build.h"

struct mdtree {
	cmark_node *root;
	/* A paragraph that stands for no text, or NULL: see mdparse.c. */
	cmark_node *sentinel;
};

/* Makes cmark-gfm ready; once, before any thread calls mdparse. */
void mdparse_init(void);
/* Parses Markdown with all extensions; limits passed are noted in b. */
struct mdtree mdparse(struct str text, struct build *b);
void mdtree_release(struct mdtree *tree);

#endif
