/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YAML by libyaml's events. Aliases are not followed (each is ""), so that a
 * small text cannot mean a large one.
 */
#include "config.h"

#include <yaml.h>

#include "base/mem.h"
#include "format/value.h"

struct frame {
	struct value *value; /* the list or map, NULL if it is left out */
	struct str key;	     /* of the value that comes next in a map */
	bool has_key;
	bool is_key; /* this list or map stands where a key should */
};

struct reading {
	struct arena *arena;
	struct frame stack[VALUE_DEPTH];
	size_t depth;	/* frames in use */
	size_t ignored; /* lists and maps open beyond them */
};

static struct frame *top(struct reading *r)
{
	return r->depth ? &r->stack[r->depth - 1] : NULL;
}

static bool awaits_key(const struct frame *f)
{
	return f->value && f->value->type == VALUE_MAP && !f->has_key;
}

/* A new value at the place the top frame is at; NULL if that is left out. */
static struct value *place(struct reading *r, enum value_type type)
{
	struct frame *f = top(r);
	if (!f || !f->value)
		return NULL;
	f->has_key = false;
	return value_add(r->arena, f->value, f->key, type);
}

static bool is_null(const yaml_event_t *event, struct str text)
{
	return event->data.scalar.plain_implicit &&
	       event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
	       (str_eq(text, STR("~")) || str_eq_nocase(text, STR("null")));
}

static void take_scalar(struct reading *r, struct str text)
{
	struct frame *f = top(r);
	if (!f || r->ignored)
		return;
	if (awaits_key(f)) {
		f->key = arena_str(r->arena, text);
		f->has_key = true;
		return;
	}
	struct value *v = place(r, VALUE_TEXT);
	if (v)
		v->text = arena_str(r->arena, text);
}

static void enter(struct reading *r, struct value *root, enum value_type type)
{
	if (r->depth == VALUE_DEPTH || r->ignored) {
		r->ignored++;
		return;
	}
	struct frame *f = top(r), new = {0};
	if (!f)
		new.value = type == VALUE_MAP ? root : NULL;
	else if (awaits_key(f))
		new.is_key = true;
	else
		new.value = place(r, type);
	r->stack[r->depth++] = new;
}

static void leave(struct reading *r)
{
	if (r->ignored) {
		/* A value too deep counts as read for the map around it. */
		if (--r->ignored == 0 && top(r))
			top(r)->has_key = false;
		return;
	}
	struct frame *left = top(r);
	bool is_key = left && left->is_key;
	r->depth -= left != NULL;
	struct frame *outer = top(r);
	if (is_key && outer) {
		outer->key = STR("");
		outer->has_key = true;
	}
}

/* Returns false at the end of the first document. */
static bool take_event(struct reading *r, struct value *root,
		       const yaml_event_t *event)
{
	struct str text;
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		text = str_from((const char *)event->data.scalar.value,
				event->data.scalar.length);
		take_scalar(r, is_null(event, text) ? STR("") : text);
		return true;
	case YAML_ALIAS_EVENT:
		take_scalar(r, STR(""));
		return true;
	case YAML_SEQUENCE_START_EVENT:
		enter(r, root, VALUE_LIST);
		return true;
	case YAML_MAPPING_START_EVENT:
		enter(r, root, VALUE_MAP);
		return true;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		leave(r);
		return true;
	case YAML_DOCUMENT_END_EVENT:
	case YAML_STREAM_END_EVENT:
		return false;
	default:
		return true;
	}
}

/* libyaml 0.2.5 takes time with the square of the brackets open at once: 60,000
 * took 8 s. Brackets in texts count too; no one has so many unclosed. */
static bool is_too_deep(struct str text)
{
	size_t depth = 0;
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		if ((c == '[' || c == '{') && ++depth > 200)
			return true;
		if ((c == ']' || c == '}') && depth > 0)
			depth--;
	}
	return false;
}

bool yaml_read(struct str text, struct arena *a, struct value *map,
	       struct err *err)
{
	yaml_parser_t parser;
	yaml_event_t event;
	struct reading r = {.arena = a};
	if (is_too_deep(text)) {
		err_set(err, "line 1: brackets stand too deep in each other");
		return false;
	}
	if (!yaml_parser_initialize(&parser))
		panic(NULL, 0, "out of memory");
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)text.p,
				     text.n);
	bool is_ok = true, goes_on = true;
	while (goes_on) {
		if (!yaml_parser_parse(&parser, &event)) {
			err_set(err, "line %zu: %s",
				parser.problem_mark.line + 1,
				parser.problem ? parser.problem
					       : "it can't be read");
			is_ok = false;
			break;
		}
		goes_on = take_event(&r, map, &event);
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return is_ok;
}
