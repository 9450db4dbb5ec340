/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What reaches the ui: keys, the mouse, a new size, news of the library.
 */
#ifndef PORE_SCREEN_EVENT_H
#define PORE_SCREEN_EVENT_H

#include "base/buf.h"

/* Above all code points; names that curses.h does not take. */
enum key {
	KEY_ARROW_UP = 0x110000,
	KEY_ARROW_DOWN,
	KEY_ARROW_LEFT,
	KEY_ARROW_RIGHT,
	KEY_TO_HOME,
	KEY_TO_END,
	KEY_PAGE_UP,
	KEY_PAGE_DOWN,
	KEY_INS,
	KEY_DEL,
	KEY_RUBOUT,
	KEY_SHIFT_TAB,
	KEY_F_FIRST,                 /* F1 */
	KEY_F_LAST = KEY_F_FIRST + 11, /* F12 */
};

#define KEY_META 0x1000000u   /* with Alt, or after ESC */
#define KEY_CTRL(c) ((c) & 0x1fu) /* ^A.. as the control character */

enum event_type {
	EVENT_NONE,
	EVENT_KEY,    /* key */
	EVENT_PASTE,  /* text: goes into a prompt, is never a command */
	EVENT_CLICK,  /* row, col, from 0 */
	EVENT_WHEEL,  /* row, col, lines: negative up */
	EVENT_RESIZE, /* rows, cols */
	EVENT_NEWS,   /* library_poll took something in, or a timer: redraw */
	EVENT_END,    /* the terminal is gone */
};

struct event {
	enum event_type type;
	uint32_t key;     /* a code point or enum key, perhaps with KEY_META */
	int row, col;
	int rows, cols;
	int lines;
	struct str text;  /* valid until the next event */
};

/* A key's name as in interface.md ("SPACE", "^F", "M-u", "PgDn", "g") and
 * back; key_parse gives 0 for what is no name. */
void key_name(uint32_t key, struct buf *out);
uint32_t key_parse(struct str name);

#endif
