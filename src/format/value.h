/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Front matter as a tree: what YAML and TOML have in common. All scalars are
 * text; null is "".
 */
#ifndef PORE_FORMAT_VALUE_H
#define PORE_FORMAT_VALUE_H

#include "base/arena.h"
#include "base/err.h"

enum value_type { VALUE_TEXT, VALUE_LIST, VALUE_MAP };

struct value {
	enum value_type type;
	struct str key;	 /* where it stands in a map */
	struct str text; /* of VALUE_TEXT */
	struct value *first, *last, *next;
};

/* Values deeper than this in each other are left out. */
enum { VALUE_DEPTH = 8 };

/* A new map, and a new last element of a list or map (key is then copied). */
struct value *value_new_map(struct arena *a);
struct value *value_add(struct arena *a, struct value *parent, struct str key,
			enum value_type type);
/* The map's value of that name in any case of ASCII letters, or NULL. */
const struct value *value_get(const struct value *map, struct str key);

/* Read `text` into `map`. False and a sentence with the line ("line 3: ...")
 * if it is broken; what came before is then in the map. */
bool yaml_read(struct str text, struct arena *a, struct value *map,
	       struct err *err);
bool toml_read(struct str text, struct arena *a, struct value *map,
	       struct err *err);

#endif
