/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The encodings we read: their names and iconv's converters. charset.c
 * chooses among them.
 */
#ifndef PORE_TEXT_ENCODING_H
#define PORE_TEXT_ENCODING_H

#include "base/buf.h"

struct encoding {
	struct str name;     /* as we say it: "Shift_JIS" */
	const char *iconv;   /* as iconv knows it; NULL for UTF-8 */
	const char *aliases; /* lower case, parted by spaces */
	unsigned char unit;  /* bytes skipped behind an ill-formed one */
	bool ascii;	     /* bytes below 0x80 are ASCII in it */
};

extern const struct encoding encoding_utf8, encoding_windows_1252;

/* The encoding of that name or alias, in any case; NULL if not known. Names
 * outside the table are refused, so that a document can't choose one that
 * hides text from others (UTF-7), nor give iconv options. */
const struct encoding *encoding_find(struct str name);

/* Appends `bytes` to out as UTF-8, U+FFFD for each ill-formed part; returns
 * how many those were. */
size_t encoding_convert(const struct encoding *e, struct str bytes,
			struct buf *out);

#endif
