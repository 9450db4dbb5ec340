/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes of any encoding to UTF-8: byte order mark, then what is declared,
 * then UTF-8, then a guess (libuchardet); conversion by iconv.
 */
#ifndef PORE_TEXT_CHARSET_H
#define PORE_TEXT_CHARSET_H

#include "base/buf.h"

/* Appends `bytes` as valid UTF-8, ill-formed parts as U+FFFD. `declared` is
 * the name the source itself gives, or "". Returns the name of the encoding
 * taken, static: "UTF-8", "ISO-8859-1", ... */
struct str charset_decode(struct buf *out, struct str bytes,
			  struct str declared);
/* Whether the bytes look like no text at all in any encoding. */
bool charset_is_binary(struct str bytes);

#endif
