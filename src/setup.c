/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "setup.h"

#include <errno.h>
#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "open.h"
#include "store/dirs.h"

/* More than this is no configuration. */
enum { FILE_MAX = 1 << 20 };

static bool read_file(const char *path, struct buf *out)
{
	FILE *f = fopen(path, "re");
	if (!f)
		return false;
	char *to = buf_reserve(out, FILE_MAX);
	out->n += fread(to, 1, FILE_MAX, f);
	bool ok = !ferror(f);
	fclose(f);
	return ok;
}

/* The file `name` of the configuration's folder, "" if there is none. */
static void read_own(struct str name, struct buf *out)
{
	struct buf path = {0};
	if (dirs_config(&path, name))
		read_file(buf_cstr(&path), out);
	buf_release(&path);
}

static bool read_settings(struct setup *s, struct err *err)
{
	struct buf text = {0};
	const char *path = s->options.config;
	bool ok = true;
	if (path && !read_file(path, &text)) {
		err_set(err, "%s: the configuration can't be read: %s", path,
			strerror(errno));
		ok = false;
	} else if (!path && !s->options.no_config) {
		read_own(STR("config"), &text);
	}
	settings_read(&s->settings, buf_str(&text), &s->problems);
	buf_release(&text);
	if (!s->options.no_config)
		read_own(STR("keys"), &s->keys);
	return ok;
}

static void put_over(struct settings *s, const struct options *o)
{
	if (o->width)
		s->measure = (int)o->width;
	if (o->threads >= 0)
		s->threads = o->threads;
	if (o->color == WHEN_ALWAYS)
		s->color = COLOR_ALWAYS;
	else if (o->color == WHEN_NEVER)
		s->color = COLOR_NEVER;
	else if (o->color == WHEN_AUTO)
		s->color = COLOR_AUTO;
	s->ascii |= o->ascii;
}

/* The bundled articles: of the installed program, else of its source tree. */
static struct str sampler(void)
{
	struct str installed = str_of(PORE_DATADIR "/sampler");
	return open_is_directory(installed)
		       ? installed
		       : str_of(PORE_SRCDIR "/data/sampler");
}

static void add_library(struct setup *s)
{
	struct settings_paths *own = &s->settings.library;
	for (size_t i = 0; i < own->paths.n; i++)
		vec_push(&s->options.paths, str_of(own->paths.at[i]));
	if (own->paths.n == 0)
		vec_push(&s->options.paths, sampler());
}

/* What no PATH means. Modes about a library do not wait for an article at
 * standard input: they are often run where it is some pipe that never ends. */
static void default_paths(struct setup *s)
{
	struct options *o = &s->options;
	bool is_library = o->mode == MODE_LIST || o->mode == MODE_SEARCH ||
			  o->mode == MODE_RELATED || o->mode == MODE_STATS;
	if (o->paths.n > 0 || o->script)
		return;
	if (is_library && o->libraries.n > 0)
		return;
	if (!is_library && !isatty(STDIN_FILENO))
		vec_push(&o->paths, STR("-"));
	else
		add_library(s);
}

bool setup_read(struct setup *s, int argc, char *const argv[], struct err *err)
{
	*s = (struct setup){0};
	settings_init(&s->settings);
	if (!options_parse(&s->options, getenv("PORE"), argc, argv, err) ||
	    !read_settings(s, err))
		return false;
	const char *secure = getenv("LESSSECURE");
	s->options.is_secure |= secure && strcmp(secure, "1") == 0;
	put_over(&s->settings, &s->options);
	default_paths(s);
	return true;
}

void setup_release(struct setup *s)
{
	options_release(&s->options);
	settings_release(&s->settings);
	buf_release(&s->keys);
	buf_release(&s->problems);
}

bool setup_wants_color(const struct setup *s, bool is_able)
{
	const char *no = getenv("NO_COLOR"), *force = getenv("CLICOLOR_FORCE");
	if (s->options.color != WHEN_UNSET || s->settings.color != COLOR_AUTO)
		return s->settings.color == COLOR_ALWAYS ||
		       (s->settings.color == COLOR_AUTO && is_able);
	if (force && *force && strcmp(force, "0") != 0)
		return true;
	return is_able && !(no && *no);
}

struct ui_options setup_ui_options(const struct setup *s, struct log *log)
{
	const struct settings *c = &s->settings;
	return (struct ui_options){
		.measure = (unsigned)c->measure,
		.hyphenate = c->hyphenate,
		.ascii = c->ascii,
		.is_secure = s->options.is_secure,
		.sidebar = (enum settings_sidebar)c->sidebar,
		.notes = (enum settings_notes)c->notes,
		.log = log,
	};
}

bool setup_is_unicode(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}
