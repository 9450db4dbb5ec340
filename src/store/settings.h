/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader's settings: the file `config` of lines "key = value", and the
 * table of all of them. (A header of the name config.h here would be taken for
 * autoconf's by every file of this folder.)
 */
#ifndef PORE_STORE_SETTINGS_H
#define PORE_STORE_SETTINGS_H

#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"

/* The words of the choices, in the order of settings.def. */
enum settings_sidebar { SIDEBAR_AUTO, SIDEBAR_ON, SIDEBAR_OFF };
enum settings_notes { NOTES_PANE, NOTES_END };
enum settings_color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct settings_paths {
	VEC(char *) paths; /* "~/" stands for the home directory no more */
};

struct settings {
#define NUMBER(name, value, least, most, help) int name;
#define SWITCH(name, value, help)	       bool name;
#define CHOICE(name, words, help)	       int name;
#define PATHS(name, help)		       struct settings_paths name;
#include "store/settings.def"
#undef NUMBER
#undef SWITCH
#undef CHOICE
#undef PATHS
};

/* All at their defaults. */
void settings_init(struct settings *c);
void settings_release(struct settings *c);

/* Sets one by its name and a value as the file has it. False and a sentence
 * with no end ("measure is a number from 20 to 200, not \"x\""). */
bool settings_set(struct settings *c, struct str name, struct str value,
		  struct err *err);

/* Reads a file's text into what is there. Lines that mean nothing are passed
 * over; each appends a line "config: line 3: ..." to *problems. */
void settings_read(struct settings *c, struct str text, struct buf *problems);

/* Appends all settings with their values, as a file that settings_read takes,
 * each under a comment that says what it is. */
void settings_print(const struct settings *c, struct buf *out);

/* A line of the keys file, "action = KEY KEY ...": `keys` as written, parted
 * by spaces, "" unbinds the action. False and a sentence if it is wrong. */
typedef bool settings_bind(void *arg, struct str action, struct str keys,
			   struct err *err);
/* Reads a keys file's text; problems as above, "keys: line 3: ...". */
void settings_read_keys(struct str text, settings_bind *bind, void *arg,
			struct buf *problems);

#endif
