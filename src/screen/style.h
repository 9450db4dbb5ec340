/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a cell looks: a role that the theme gives a colour, and attributes, so
 * that nothing is said by colour alone.
 */
#ifndef PORE_SCREEN_STYLE_H
#define PORE_SCREEN_STYLE_H

#include <stdint.h>

enum role {
	ROLE_TEXT,    /* the terminal's own foreground and background */
	ROLE_DIM,     /* secondary: dates, counts, reasons, furniture */
	ROLE_ACCENT,  /* links, note marks, focus */
	ROLE_MATCH,   /* what a search has found; on a ground of its own */
	ROLE_CURRENT, /* the match the reader stands on; the same */
	ROLE_ERROR,   /* a message that something went wrong */
	ROLES
};

enum attribute { /* bits */
	ATTR_BOLD = 1,
	ATTR_ITALIC = 2,
	ATTR_UNDERLINE = 4,
	ATTR_REVERSE = 8,
	ATTR_STRIKE = 16,
};

struct style {
	uint8_t role;
	uint8_t attributes;
};

#endif
