/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * UTF-8: decoding, checking, repairing, making harmless.
 */
#ifndef PORE_TEXT_UTF8_H
#define PORE_TEXT_UTF8_H

#include "base/buf.h"
#include "base/str.h"

#define UTF8_REPLACEMENT 0xfffdu

/* utf8_next for what is not ASCII. */
size_t utf8_next_wide(struct str s, size_t at, uint32_t *code);

/* Decodes the code point at byte `at` (less than s.n) into *code and returns
 * its length in bytes, 1 to 4. An ill-formed sequence gives U+FFFD and the
 * length of its maximal subpart (Unicode 15, section 3.9). */
static inline size_t utf8_next(struct str s, size_t at, uint32_t *code)
{
	if ((unsigned char)s.p[at] >= 0x80)
		return utf8_next_wide(s, at, code);
	*code = (unsigned char)s.p[at];
	return 1;
}
/* The end of the printable ASCII, LF and TAB from byte `at` on. */
size_t utf8_skip_plain(struct str s, size_t at);
/* The start of the code point before byte `at` (more than 0). */
size_t utf8_prev(struct str s, size_t at);
bool utf8_is_valid(struct str s);
/* Whether all bytes are below 0x80. */
bool utf8_is_ascii(struct str s);

/* Appends s as valid UTF-8 with U+FFFD for what is ill-formed. */
void utf8_repair(struct buf *out, struct str s);

/* Appends s (any bytes) as text that cannot move a terminal: valid NFC UTF-8,
 * C0 controls but LF and TAB as control pictures (U+2400..), DEL as U+2421,
 * C1 as U+FFFD, noncharacters as U+FFFD; CR LF and CR become LF; NUL
 * is shown as U+2400. */
void utf8_clean(struct buf *out, struct str s);
/* Appends a name (of a file) as one harmless line: as utf8_clean, with LF, CR
 * and TAB as control pictures too, and U+FFFD for bidi embeddings, overrides
 * and isolates and for U+2028 and U+2029, so that it cannot change how the
 * rest of a line is shown. Not normalised: a clean name stays the bytes that
 * open the file. */
void utf8_clean_name(struct buf *out, struct str s);
/* Whether utf8_clean would change nothing. */
bool utf8_is_clean(struct str s);

#endif
