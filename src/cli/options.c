/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/options.h"

#include <string.h>

enum option {
#define OPTION(name, text, letter, argument, help) OPT_##name,
#include "cli/options.def"
#undef OPTION
	OPTION_COUNT
};

struct option_row {
	const char *text, *argument, *help;
	char letter;
};

static const struct option_row rows[OPTION_COUNT] = {
#define OPTION(name, text, letter, argument, help)                             \
	[OPT_##name] = {text, argument, help, letter},
#include "cli/options.def"
#undef OPTION
};

static bool parse_number(struct str s, unsigned long most, unsigned long *out)
{
	unsigned long n = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (!ascii_is_digit(s.p[i]))
			return false;
		n = n * 10 + (unsigned long)(s.p[i] - '0');
		if (n > most)
			return false;
	}
	*out = n;
	return s.n > 0;
}

/* The number behind an option, or a sentence. */
static bool take_number(enum option option, struct str value,
			unsigned long least, unsigned long most,
			unsigned long *out, struct err *err)
{
	if (parse_number(value, most, out) && *out >= least)
		return true;
	err_set(err, "--%s takes a number from %lu to %lu, not '%.*s'",
		rows[option].text, least, most, STR_ARG(value));
	return false;
}

static bool set_mode(struct options *o, enum mode mode, struct err *err)
{
	if (o->mode != MODE_READ && o->mode != mode && mode < MODE_HELP) {
		err_set(err, "only one of --dump, --list, --search, --related, "
			     "--notes, --outline, --stats at a time");
		return false;
	}
	o->mode = mode;
	return true;
}

static bool set_color(struct options *o, struct str value, struct err *err)
{
	static const struct str names[] = {
		{"", 0}, {"auto", 4}, {"always", 6}, {"never", 5}};
	for (int i = WHEN_AUTO; i <= WHEN_NEVER; i++)
		if (str_eq(value, names[i])) {
			o->color = (enum when)i;
			return true;
		}
	err_set(err, "--color takes auto, always or never, not '%.*s'",
		STR_ARG(value));
	return false;
}

static bool apply(struct options *o, enum option option, const char *text,
		  struct err *err)
{
	struct str value = str_of(text);
	unsigned long n = 0;
	switch (option) {
	case OPT_LIBRARY:
		vec_push(&o->libraries, value);
		return true;
	case OPT_DUMP:
		return set_mode(o, MODE_DUMP, err);
	case OPT_LIST:
		return set_mode(o, MODE_LIST, err);
	case OPT_SEARCH:
		o->query = value;
		return set_mode(o, MODE_SEARCH, err);
	case OPT_RELATED:
		o->query = value;
		return set_mode(o, MODE_RELATED, err);
	case OPT_NOTES:
		return set_mode(o, MODE_NOTES, err);
	case OPT_OUTLINE:
		return set_mode(o, MODE_OUTLINE, err);
	case OPT_STATS:
		return set_mode(o, MODE_STATS, err);
	case OPT_JSON:
		o->is_json = true;
		return true;
	case OPT_LIMIT:
		if (!take_number(option, value, 0, 1000000000, &n, err))
			return false;
		o->limit = n;
		o->has_limit = true;
		return true;
	case OPT_WIDTH:
		if (!take_number(option, value, 1, 10000, &n, err))
			return false;
		o->width = (unsigned)n;
		return true;
	case OPT_FORMAT:
		o->format = value;
		return true;
	case OPT_AUTHOR:
		o->author = value;
		return true;
	case OPT_SERIES:
		o->series = value;
		return true;
	case OPT_TAG:
		o->tag = value;
		return true;
	case OPT_QUIT:
		o->quit_if_one_screen = true;
		return true;
	case OPT_PATTERN:
		o->pattern = value;
		return true;
	case OPT_COLOR:
		return set_color(o, value, err);
	case OPT_THREADS:
		if (!take_number(option, value, 0, 64, &n, err))
			return false;
		o->threads = (int)n;
		return true;
	case OPT_SCRIPT:
		o->script = text;
		return true;
	case OPT_LOG:
		o->log = text;
		return true;
	case OPT_CONFIG:
		o->config = text;
		return true;
	case OPT_NO_CONFIG:
		o->no_config = true;
		return true;
	case OPT_PRINT_CONFIG:
		return set_mode(o, MODE_PRINT_CONFIG, err);
	case OPT_PRINT_KEYS:
		return set_mode(o, MODE_PRINT_KEYS, err);
	case OPT_NO_CACHE:
		return true; /* all that can be made again is made again */
	case OPT_SECURE:
		o->is_secure = true;
		return true;
	case OPT_ASCII:
		o->ascii = true;
		return true;
	case OPT_HELP:
		return set_mode(o, MODE_HELP, err);
	case OPT_VERSION:
		return set_mode(o, MODE_VERSION, err);
	case OPTION_COUNT:
		break;
	}
	return false;
}

/* The option named by a long form or an unambiguous beginning of one. */
static enum option find_long(struct str name, struct err *err)
{
	enum option found = OPTION_COUNT;
	for (int i = 0; i < OPTION_COUNT; i++) {
		struct str text = str_of(rows[i].text);
		if (str_eq(text, name))
			return (enum option)i;
		if (name.n == 0 || !str_starts(text, name))
			continue;
		if (found != OPTION_COUNT) {
			err_set(err,
				"--%.*s could be --%s or --%s; write more "
				"of it",
				STR_ARG(name), rows[found].text, rows[i].text);
			return OPTION_COUNT;
		}
		found = (enum option)i;
	}
	if (found == OPTION_COUNT)
		err_set(err,
			"there is no option --%.*s; pore --help lists them",
			STR_ARG(name));
	return found;
}

struct words { /* the arguments still to be read */
	char *const *at;
	int n;
};

static const char *next_word(struct words *w)
{
	if (w->n == 0)
		return NULL;
	w->n--;
	return *w->at++;
}

static bool parse_long(struct options *o, const char *word, struct words *rest,
		       struct err *err)
{
	struct str name = str_of(word);
	size_t sign = str_find_char(name, '=', 0);
	const char *value = sign < name.n ? word + sign + 1 : NULL;
	enum option option = find_long(str_sub(name, 0, sign), err);
	if (option == OPTION_COUNT)
		return false;
	if (!rows[option].argument && value) {
		err_set(err, "--%s takes no value", rows[option].text);
		return false;
	}
	if (rows[option].argument && !value && !(value = next_word(rest))) {
		err_set(err, "--%s needs a value: --%s=%s", rows[option].text,
			rows[option].text, rows[option].argument);
		return false;
	}
	return apply(o, option, value, err);
}

/* "-jn5": letters in one word, the last perhaps with its value. */
static bool parse_letters(struct options *o, const char *word,
			  struct words *rest, struct err *err)
{
	for (; *word; word++) {
		int i = 0;
		while (i < OPTION_COUNT && rows[i].letter != *word)
			i++;
		if (i == OPTION_COUNT) {
			err_set(err,
				"there is no option -%c; pore --help lists "
				"them",
				*word);
			return false;
		}
		if (!rows[i].argument) {
			if (!apply(o, (enum option)i, NULL, err))
				return false;
			continue;
		}
		const char *value = word[1] ? word + 1 : next_word(rest);
		if (!value) {
			err_set(err, "-%c needs a value: -%c %s", *word, *word,
				rows[i].argument);
			return false;
		}
		return apply(o, (enum option)i, value, err);
	}
	return true;
}

/* "+N" and "+/PATTERN"; false if it is neither. */
static bool parse_plus(struct options *o, const char *word)
{
	unsigned long line;
	if (word[0] == '/') {
		o->pattern = str_of(word + 1);
		return true;
	}
	if (!parse_number(str_of(word), 1000000000, &line))
		return false;
	o->start_line = (unsigned)line;
	return true;
}

static bool parse_words(struct options *o, struct words rest, struct err *err)
{
	bool is_options = true;
	const char *word;
	while ((word = next_word(&rest))) {
		bool ok = true;
		if (is_options && strcmp(word, "--") == 0)
			is_options = false;
		else if (is_options && str_starts(str_of(word), STR("--")))
			ok = parse_long(o, word + 2, &rest, err);
		else if (is_options && word[0] == '-' && word[1])
			ok = parse_letters(o, word + 1, &rest, err);
		else if (!is_options || word[0] != '+' ||
			 !parse_plus(o, word + 1))
			vec_push(&o->paths, str_of(word));
		if (!ok)
			return false;
	}
	return true;
}

bool options_parse(struct options *o, const char *env, int argc,
		   char *const argv[], struct err *err)
{
	*o = (struct options){.limit = 10, .threads = -1};
	VEC(char *) words = {0};
	struct str rest = str_of(env), word;
	while (str_next_part(&rest, ' ', &word))
		if (word.n) {
			/* The arena's bytes are ours to point at as argv's. */
			char *copy = arena_new(&o->arena, word.n + 1);
			memcpy(copy, word.p, word.n);
			vec_push(&words, copy);
		}
	bool ok = words.n == 0 ||
		  parse_words(o, (struct words){words.at, (int)words.n}, err);
	vec_release(&words);
	return ok &&
	       parse_words(o, (struct words){argv + 1, argc > 0 ? argc - 1 : 0},
			   err);
}

void options_release(struct options *o)
{
	vec_release(&o->paths);
	vec_release(&o->libraries);
	arena_release(&o->arena);
}

void options_help(struct buf *out)
{
	buf_add(out, STR("Usage: pore [OPTION]... [PATH | -]...\n"
			 "Read articles: files, or whole directories of them, "
			 "as one library.\n\n"));
	for (int i = 0; i < OPTION_COUNT; i++) {
		struct buf left = {0};
		const struct option_row *row = &rows[i];
		if (row->letter)
			buf_addf(&left, "  -%c, --%s", row->letter, row->text);
		else
			buf_addf(&left, "      --%s", row->text);
		if (row->argument)
			buf_addf(&left, "=%s", row->argument);
		buf_addf(out, "%-27s %s\n", buf_cstr(&left), row->help);
		buf_release(&left);
	}
	buf_add(out,
		STR("  +N, +/PATTERN             open at line N, at the "
		    "first match\n\n"
		    "With no PATH: the library of the configuration, else a "
		    "sampler that tells\nof reading itself. On the screen, h "
		    "shows the keys and q leaves. See pore(1).\n"));
}
