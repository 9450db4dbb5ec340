/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libinih cuts the file into names and values; it calls our reader for each
 * line, which is how we know the line's number.
 *
 * The keys file has lines of the same form, but is cut here: to libinih a
 * semicolon behind a space begins a comment, to our readers it is a key.
 */
#include "config.h"

#include "store/settings.h"

#include <ini.h>
#include <stdlib.h>
#include <string.h>

enum kind { KIND_NUMBER, KIND_SWITCH, KIND_CHOICE, KIND_PATHS };

struct setting {
	const char *name;
	enum kind kind;
	size_t offset; /* of its member in struct settings */
	int value, least, most;
	const char *words;
	const char *help;
};

#define AT(name) offsetof(struct settings, name)
static const struct setting all[] = {
#define NUMBER(name, value, least, most, help)                                 \
	{#name, KIND_NUMBER, AT(name), value, least, most, NULL, help},
#define SWITCH(name, value, help)                                              \
	{#name, KIND_SWITCH, AT(name), value, 0, 1, "off on", help},
#define CHOICE(name, words, help)                                              \
	{#name, KIND_CHOICE, AT(name), 0, 0, 0, words, help},
#define PATHS(name, help) {#name, KIND_PATHS, AT(name), 0, 0, 0, NULL, help},
#include "store/settings.def"
#undef NUMBER
#undef SWITCH
#undef CHOICE
#undef PATHS
};

#define SETTINGS (sizeof all / sizeof *all)

static void *member(struct settings *c, const struct setting *s)
{
	return (char *)c + s->offset;
}

static const void *member_const(const struct settings *c,
				const struct setting *s)
{
	return (const char *)c + s->offset;
}

static void set_value(struct settings *c, const struct setting *s, int value)
{
	if (s->kind == KIND_SWITCH)
		*(bool *)member(c, s) = value;
	else
		*(int *)member(c, s) = value;
}

static int value_of(const struct settings *c, const struct setting *s)
{
	return s->kind == KIND_SWITCH ? *(const bool *)member_const(c, s)
				      : *(const int *)member_const(c, s);
}

void settings_init(struct settings *c)
{
	memset(c, 0, sizeof *c);
	for (size_t i = 0; i < SETTINGS; i++)
		if (all[i].kind != KIND_PATHS)
			set_value(c, &all[i], all[i].value);
}

void settings_release(struct settings *c)
{
	for (size_t i = 0; i < SETTINGS; i++) {
		if (all[i].kind != KIND_PATHS)
			continue;
		struct settings_paths *p = member(c, &all[i]);
		for (size_t j = 0; j < p->paths.n; j++)
			mem_free(p->paths.at[j]);
		vec_release(&p->paths);
	}
}

static bool read_number(struct str s, int *n)
{
	*n = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (!ascii_is_digit(s.p[i]) || i == 6)
			return false;
		*n = *n * 10 + (s.p[i] - '0');
	}
	return s.n > 0;
}

static bool read_word(struct str s, const char *words, int *n)
{
	struct str rest = str_of(words), word;
	for (*n = 0; str_next_part(&rest, ' ', &word); (*n)++)
		if (str_eq_nocase(word, s))
			return true;
	return false;
}

static void add_path(struct settings_paths *p, struct str value)
{
	struct buf path = {0};
	const char *home = getenv("HOME");
	if (home && str_starts(value, STR("~/"))) {
		buf_add(&path, str_of(home));
		value = str_from_at(value, 1);
	}
	buf_add(&path, value);
	buf_add_char(&path, '\0');
	vec_push(&p->paths, path.p);
}

/* "auto, on or off" */
static void add_words(struct buf *out, const char *words)
{
	struct str rest = str_of(words), word;
	bool is_first = true;
	while (str_next_part(&rest, ' ', &word)) {
		if (!is_first)
			buf_add(out, rest.n ? STR(", ") : STR(" or "));
		buf_add(out, word);
		is_first = false;
	}
}

static void say_wrong(const struct setting *s, struct str value,
		      struct err *err)
{
	struct buf text = {0};
	if (s->words) {
		buf_addf(&text, "%s is ", s->name);
		add_words(&text, s->words);
	} else if (s->kind == KIND_PATHS) {
		buf_addf(&text, "%s is a path", s->name);
	} else {
		buf_addf(&text, "%s is a number from %d to %d", s->name,
			 s->least, s->most);
	}
	err_set(err, "%s, not \"%.*s\"", buf_cstr(&text),
		(int)(value.n < 60 ? value.n : 60), value.p);
	buf_release(&text);
}

bool settings_set(struct settings *c, struct str name, struct str value,
		  struct err *err)
{
	const struct setting *s = NULL;
	for (size_t i = 0; i < SETTINGS && !s; i++)
		if (str_eq(str_of(all[i].name), name))
			s = &all[i];
	if (!s) {
		err_set(err, "there is no setting \"%.*s\"",
			(int)(name.n < 60 ? name.n : 60), name.p);
		return false;
	}
	int n = 0;
	bool is_ok;
	if (s->kind == KIND_PATHS)
		is_ok = value.n > 0 && !memchr(value.p, '\0', value.n);
	else if (s->kind == KIND_NUMBER)
		is_ok = read_number(value, &n) && n >= s->least && n <= s->most;
	else
		is_ok = read_word(value, s->words, &n);
	if (!is_ok)
		say_wrong(s, value, err);
	else if (s->kind == KIND_PATHS)
		add_path(member(c, s), value);
	else
		set_value(c, s, n);
	return is_ok;
}

struct reading {
	struct settings *settings;
	struct str rest;
	size_t line; /* the number of the one libinih has */
	struct buf *problems;
};

/* A line for libinih, as fgets would give it. */
static char *next_line(char *to, int size, void *stream)
{
	struct reading *r = stream;
	struct str line;
	/* Room for the LF and the NUL. */
	size_t room = size > 2 ? (size_t)size - 2 : 0;
	if (!str_next_line(&r->rest, &line))
		return NULL;
	r->line++;
	if (line.n > room) {
		buf_addf(r->problems,
			 "config: line %zu: longer than %zu bytes\n", r->line,
			 room);
		line.n = 0;
	}
	memcpy(to, line.p, line.n);
	memcpy(to + line.n, "\n", 2);
	return to;
}

static int take_pair(void *user, const char *section, const char *name,
		     const char *value)
{
	struct reading *r = user;
	struct err err;
	if (*section)
		err_set(&err, "there are no sections, such as \"[%s]\"",
			section);
	else if (settings_set(r->settings, str_of(name), str_of(value), &err))
		return 1;
	buf_addf(r->problems, "config: line %zu: %s\n", r->line, err.text);
	return 1;
}

void settings_read(struct settings *c, struct str text, struct buf *problems)
{
	struct reading r = {.settings = c, .rest = text, .problems = problems};
	int line = ini_parse_stream(next_line, &r, take_pair, &r);
	if (line > 0)
		buf_addf(problems,
			 "config: line %d: neither a comment nor \"key = "
			 "value\"\n",
			 line);
}

static void print_value(const struct settings *c, const struct setting *s,
			struct buf *out)
{
	int n = value_of(c, s);
	if (s->kind == KIND_NUMBER) {
		buf_addf(out, "%s = %d\n", s->name, n);
		return;
	}
	struct str rest = str_of(s->words), word = {NULL, 0};
	for (int i = 0; i <= n; i++)
		str_next_part(&rest, ' ', &word);
	buf_addf(out, "%s = %.*s\n", s->name, STR_ARG(word));
}

static void print_help(const struct setting *s, struct buf *out)
{
	buf_addf(out, "# %s", s->help);
	if (s->kind == KIND_NUMBER)
		buf_addf(out, " (%d to %d)", s->least, s->most);
	if (s->words) {
		buf_add(out, STR(" ("));
		add_words(out, s->words);
		buf_add(out, STR(")"));
	}
	buf_add_char(out, '\n');
}

void settings_print(const struct settings *c, struct buf *out)
{
	for (size_t i = 0; i < SETTINGS; i++) {
		const struct setting *s = &all[i];
		print_help(s, out);
		if (s->kind != KIND_PATHS) {
			print_value(c, s, out);
			continue;
		}
		const struct settings_paths *p = member_const(c, s);
		for (size_t j = 0; j < p->paths.n; j++)
			buf_addf(out, "%s = %s\n", s->name, p->paths.at[j]);
		if (p->paths.n == 0)
			buf_addf(out, "# %s = PATH\n", s->name);
	}
}

void settings_read_keys(struct str text, settings_bind *bind, void *arg,
			struct buf *problems)
{
	struct str line;
	for (size_t n = 1; str_next_line(&text, &line); n++) {
		line = str_trim(line);
		if (line.n == 0 || line.p[0] == '#')
			continue;
		struct err err;
		size_t sign = str_find_char(line, '=', 0);
		struct str action = str_trim(str_sub(line, 0, sign));
		if (sign == line.n || action.n == 0)
			err_set(&err, "neither a comment nor \"action = KEY "
				      "...\"");
		else if (bind(arg, action,
			      str_trim(str_from_at(line, sign + 1)), &err))
			continue;
		buf_addf(problems, "keys: line %zu: %s\n", n, err.text);
	}
}
