/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shortcodes of site generators in Markdown: {{< name key="value" >}} and
 * {{% name %}} (Hugo), {% name %} (Jekyll).
 */
#ifndef PORE_FORMAT_SHORTCODE_H
#define PORE_FORMAT_SHORTCODE_H

#include "base/buf.h"

/* Whether there may be any. */
bool shortcode_is_in(struct str text);
/* Appends `text` with each shortcode replaced by what a reader would see of
 * it, as Markdown; code is left as it is. */
void shortcode_replace(struct buf *out, struct str text);

#endif
