/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of a plain text are: prose, verse, lines to be kept, ... For
 * text.c, which sets them.
 */
#ifndef PORE_FORMAT_CHUNK_H
#define PORE_FORMAT_CHUNK_H

#include "base/str.h"

enum chunk_type {
	CHUNK_PROSE, /* lines to be joined */
	CHUNK_LONG,  /* each line a paragraph, not wrapped */
	CHUNK_VERSE, /* words, but the lines are the author's */
	CHUNK_LIST,  /* items, each from a bullet or number on */
	CHUNK_LINES, /* code, tables, drawings: columns matter */
	CHUNK_RULE,  /* a line of signs */
};

/* Lines between two blank ones, with no LF at the end. */
struct chunk {
	struct str text;
	enum chunk_type type;
	size_t lines;
	size_t blank; /* blank lines before it */
};

/* Takes the next chunk off *rest; false when nothing is left. */
bool chunk_next(struct str *rest, struct chunk *chunk);

/* Cells of a line, nearly, without white space at its ends. */
size_t chunk_line_width(struct str line);
/* White space before a line, in columns. */
size_t chunk_indent(struct str line);

/* The bytes of the bullet or number that a line begins with, with the space
 * behind it; 0 if there is none. *number is 0 for a bullet. */
size_t chunk_bullet(struct str line, uint32_t *number);

#endif
