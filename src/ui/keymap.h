/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Actions, and which keys mean them.
 */
#ifndef PORE_UI_KEYMAP_H
#define PORE_UI_KEYMAP_H

#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"

enum action {
	ACTION_NONE,
#define GROUP(title)
#define ACTION(id, name, keys, what) ACTION_##id,
#define TYPING(id, name, keys, what) ACTION_##id,
#include "ui/action.def"
#undef GROUP
#undef ACTION
#undef TYPING
	ACTIONS
};

struct action_info {
	const char *name; /* for commands and the `keys` file */
	const char *keys; /* the default ones, parted by spaces */
	const char *what; /* for the help screen */
	bool is_typing;	  /* means something while a prompt is open only */
};

/* From ACTION_NONE + 1 to ACTIONS - 1. */
const struct action_info *action_info(enum action action);
/* The heading of the help screen that it stands under. */
const char *action_group(enum action action);
/* ACTION_NONE if there is none of that name. */
enum action action_by_name(struct str name);

struct binding {
	uint32_t first, second; /* second: 0, or the key after the first */
	enum action action;
};

struct keymap {
	VEC(struct binding) bindings;
};

/* The default keys. */
void keymap_init(struct keymap *map);
void keymap_release(struct keymap *map);
/* Makes `keys` (names parted by spaces) the keys of an action, in place of the
 * ones it had, taking them from actions that had them. False with a sentence
 * if there is no such action or key; then nothing is changed. */
bool keymap_bind(struct keymap *map, struct str action, struct str keys,
		 struct err *err);
/* What a key means while reading (is_typing: in a prompt) after the key
 * `before` (0: none). With before 0, *is_prefix tells whether it begins a
 * pair. */
enum action keymap_find(const struct keymap *map, bool is_typing,
			uint32_t before, uint32_t key, bool *is_prefix);
/* Appends the names of an action's keys, parted by a space. */
void keymap_names(const struct keymap *map, enum action action,
		  struct buf *out);

#endif
