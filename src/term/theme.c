/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The background and the text are the terminal's own, light or dark, so every
 * colour that stands on them must be read on both: of the 256, the accent and
 * the grey have a contrast of more than 4 : 1 with black and with white (the
 * formula of WCAG 2). The marks of a search bring their own background.
 *
 * Colour alone says nothing: links and matches are underlined, and the current
 * match alone stands on a ground without a line under it.
 */
#include "config.h"

#include "term/theme.h"

struct colors {
	short foreground, background; /* -1: the terminal's own */
	attr_t attributes;
};

static const struct colors colors_256[ROLES] = {
	[ROLE_TEXT] = {-1, -1, A_NORMAL},
	[ROLE_DIM] = {243, -1, A_NORMAL},   /* #767676 */
	[ROLE_ACCENT] = {31, -1, A_NORMAL}, /* #0087af */
	[ROLE_MATCH] = {16, 222, A_NORMAL}, /* black on #ffd787 */
	[ROLE_CURRENT] = {16, 214, A_BOLD}, /* black on #ffaf00 */
	[ROLE_ERROR] = {160, -1, A_BOLD},   /* #d70000 */
};

static const struct colors colors_8[ROLES] = {
	[ROLE_TEXT] = {-1, -1, A_NORMAL},
	[ROLE_DIM] = {-1, -1, A_DIM},
	[ROLE_ACCENT] = {COLOR_CYAN, -1, A_NORMAL},
	[ROLE_MATCH] = {COLOR_BLACK, COLOR_YELLOW, A_NORMAL},
	[ROLE_CURRENT] = {COLOR_BLACK, COLOR_CYAN, A_NORMAL},
	[ROLE_ERROR] = {COLOR_RED, -1, A_BOLD},
};

static const struct colors colors_none[ROLES] = {
	[ROLE_TEXT] = {-1, -1, A_NORMAL},
	[ROLE_DIM] = {-1, -1, A_DIM},
	[ROLE_ACCENT] = {-1, -1, A_UNDERLINE},
	[ROLE_MATCH] = {-1, -1, A_UNDERLINE | A_BOLD},
	[ROLE_CURRENT] = {-1, -1, A_REVERSE},
	[ROLE_ERROR] = {-1, -1, A_BOLD},
};

void theme_init(struct theme *theme, bool wants_color)
{
	const struct colors *colors = colors_none;
	*theme = (struct theme){0};
	/* Where the terminal's own colours can't be had back, none at all. */
	if (wants_color && has_colors() && start_color() == OK &&
	    use_default_colors() == OK)
		colors = COLORS >= 256 ? colors_256
			 : COLORS >= 8 ? colors_8
				       : colors_none;
	for (int role = 0; role < ROLES; role++) {
		const struct colors *c = &colors[role];
		theme->roles[role] =
			(struct rendition){.attributes = c->attributes};
		if (c->foreground < 0 && c->background < 0)
			continue;
		short pair = (short)(role + 1);
		if (init_pair(pair, c->foreground, c->background) == OK)
			theme->roles[role].pair = pair;
		/* Of eight colours, many terminals make bold black a grey. */
		if (c->foreground == COLOR_BLACK)
			theme->forbidden[role] = A_BOLD;
	}
	theme->italic = term_attrs() & A_ITALIC ? A_ITALIC : A_UNDERLINE;
}

struct rendition theme_rendition(const struct theme *theme, struct style style)
{
	size_t role = style.role < ROLES ? style.role : ROLE_TEXT;
	struct rendition look = theme->roles[role];
	attr_t forbidden = theme->forbidden[role];
	if (style.attributes & ATTR_BOLD)
		look.attributes |= A_BOLD;
	if (style.attributes & ATTR_ITALIC)
		look.attributes |= theme->italic;
	if (style.attributes & ATTR_UNDERLINE)
		look.attributes |= A_UNDERLINE;
	if (style.attributes & ATTR_REVERSE)
		look.attributes ^= A_REVERSE;
	if (style.attributes & ATTR_STRIKE) /* curses has no such attribute */
		look.attributes |= A_DIM;
	look.attributes &= ~forbidden;
	return look;
}
