/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/keymap.h"

#include "screen/event.h"
#include "text/utf8.h"

static const struct action_info infos[ACTIONS] = {
#define GROUP(title)
#define ACTION(id, name, keys, what) [ACTION_##id] = {name, keys, what, false},
#define TYPING(id, name, keys, what) [ACTION_##id] = {name, keys, what, true},
#include "ui/action.def"
#undef GROUP
#undef ACTION
#undef TYPING
};

/* The list in the order of the file, headings among the actions. */
static const struct entry {
	enum action action;
	const char *group; /* of a heading, else NULL */
} entries[] = {
#define GROUP(title)		     {ACTION_NONE, title},
#define ACTION(id, name, keys, what) {ACTION_##id, NULL},
#define TYPING(id, name, keys, what) {ACTION_##id, NULL},
#include "ui/action.def"
#undef GROUP
#undef ACTION
#undef TYPING
};

const struct action_info *action_info(enum action action)
{
	return &infos[action];
}

const char *action_group(enum action action)
{
	const char *group = "";
	for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
		if (entries[i].group)
			group = entries[i].group;
		else if (entries[i].action == action)
			break;
	}
	return group;
}

enum action action_by_name(struct str name)
{
	for (enum action a = ACTION_NONE + 1; a < ACTIONS; a++)
		if (str_eq(str_of(infos[a].name), name))
			return a;
	return ACTION_NONE;
}

/* One key by its name, or two that have no name together. */
static bool parse_keys(struct str name, struct binding *out)
{
	out->first = key_parse(name);
	out->second = 0;
	if (out->first)
		return true;
	uint32_t code;
	size_t n = name.n ? utf8_next(name, 0, &code) : 0;
	out->first = key_parse(str_sub(name, 0, n));
	out->second = key_parse(str_from_at(name, n));
	return out->first && out->second;
}

static void keymap_add(struct keymap *map, enum action action, struct str keys)
{
	struct str name;
	while (str_next_part(&keys, ' ', &name)) {
		struct binding b;
		if (name.n && parse_keys(name, &b)) {
			b.action = action;
			vec_push(&map->bindings, b);
		}
	}
}

void keymap_init(struct keymap *map)
{
	*map = (struct keymap){0};
	for (enum action a = ACTION_NONE + 1; a < ACTIONS; a++)
		keymap_add(map, a, str_of(infos[a].keys));
}

void keymap_release(struct keymap *map)
{
	vec_release(&map->bindings);
}

static bool is_same(const struct binding *a, const struct binding *b)
{
	return a->first == b->first && a->second == b->second &&
	       action_info(a->action)->is_typing ==
		       action_info(b->action)->is_typing;
}

/* Takes away the action's keys, and `keys` from whoever has them. */
static void keymap_drop(struct keymap *map, enum action action, struct str keys)
{
	struct keymap taken = {0};
	keymap_add(&taken, action, keys);
	size_t kept = 0;
	for (size_t i = 0; i < map->bindings.n; i++) {
		struct binding *b = &map->bindings.at[i];
		bool drop = b->action == action;
		for (size_t j = 0; j < taken.bindings.n && !drop; j++)
			drop = is_same(b, &taken.bindings.at[j]);
		if (!drop)
			map->bindings.at[kept++] = *b;
	}
	map->bindings.n = kept;
	keymap_release(&taken);
}

bool keymap_bind(struct keymap *map, struct str action, struct str keys,
		 struct err *err)
{
	enum action id = action_by_name(action);
	if (id == ACTION_NONE) {
		err_set(err,
			"There is no action “%.*s”; pore --print-keys names "
			"them all.",
			STR_ARG(action));
		return false;
	}
	struct str rest = keys, name;
	while (str_next_part(&rest, ' ', &name)) {
		struct binding b;
		if (name.n && !parse_keys(name, &b)) {
			err_set(err,
				"There is no key “%.*s”; keys are written as "
				"in “SPACE ^F M-x PgDn F1 g”.",
				STR_ARG(name));
			return false;
		}
	}
	keymap_drop(map, id, keys);
	keymap_add(map, id, keys);
	return true;
}

enum action keymap_find(const struct keymap *map, bool is_typing,
			uint32_t before, uint32_t key, bool *is_prefix)
{
	enum action found = ACTION_NONE;
	*is_prefix = false;
	for (size_t i = 0; i < map->bindings.n; i++) {
		const struct binding *b = &map->bindings.at[i];
		if (action_info(b->action)->is_typing != is_typing)
			continue;
		if (before ? b->first == before && b->second == key
			   : b->first == key && b->second == 0)
			found = b->action;
		else if (!before && b->first == key)
			*is_prefix = true;
	}
	return found;
}

void keymap_names(const struct keymap *map, enum action action, struct buf *out)
{
	bool first = true;
	for (size_t i = 0; i < map->bindings.n; i++) {
		const struct binding *b = &map->bindings.at[i];
		if (b->action != action)
			continue;
		if (!first)
			buf_add_char(out, ' ');
		first = false;
		key_name(b->first, out);
		if (b->second)
			key_name(b->second, out);
	}
}
