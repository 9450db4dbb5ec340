/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a format is: a row of the table in format.c. For files of this folder.
 */
#ifndef PORE_FORMAT_READER_H
#define PORE_FORMAT_READER_H

#include "article/build.h"

struct source {
	struct str text; /* UTF-8, repaired; line ends are LF */
	struct str path; /* as the reader gave it, for its extension */
};

struct reader {
	struct str name;
	/* What its files' names end in, lower case, parted by spaces. */
	const char *extensions;
	/* How sure it is that this is one of its own: 0 no, 100 certain. No
	 * more than `beat` is of no use, and not told apart. */
	int (*sniff)(const struct source *source, int beat);
	/* Writes the article; cannot fail. */
	void (*read)(const struct source *source, struct build *b);
};

/* pagetext/ : a saved web page as plain text */
int pagetext_sniff(const struct source *source, int beat);
void pagetext_read(const struct source *source, struct build *b);

/* markdown.c, mdsniff.c */
int markdown_sniff(const struct source *source, int beat);
void markdown_read(const struct source *source, struct build *b);

/* text.c */
int text_sniff(const struct source *source, int beat);
void text_read(const struct source *source, struct build *b);

#endif
