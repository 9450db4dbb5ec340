/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "format/value.h"

struct value *value_new_map(struct arena *a)
{
	struct value *v = arena_new(a, sizeof *v);
	v->type = VALUE_MAP;
	return v;
}

struct value *value_add(struct arena *a, struct value *parent, struct str key,
			enum value_type type)
{
	struct value *v = arena_new(a, sizeof *v);
	v->type = type;
	v->key = arena_str(a, key);
	if (parent->last)
		parent->last->next = v;
	else
		parent->first = v;
	parent->last = v;
	return v;
}

const struct value *value_get(const struct value *map, struct str key)
{
	for (const struct value *v = map->first; v; v = v->next)
		if (str_eq_nocase(v->key, key))
			return v;
	return NULL;
}
