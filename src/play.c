/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "play.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "open.h"
#include "plain.h"
#include "ui/script.h"

enum { FAILED = 2 };

static bool read_script(const char *path, struct buf *out, struct err *err)
{
	char block[4096];
	size_t n;
	FILE *f = fopen(path, "re");
	if (!f) {
		err_set(err, "%s: %s", path, strerror(errno));
		return false;
	}
	while ((n = fread(block, 1, sizeof block, f)) > 0)
		buf_add(out, str_from(block, n));
	bool ok = !ferror(f);
	if (!ok)
		err_set(err, "%s: %s", path, strerror(errno));
	fclose(f);
	return ok;
}

/* Where `open NAME` finds it: below the first PATH, if that is a directory. */
static void add_path(const struct options *o, struct str name, struct buf *out)
{
	if (o->paths.n > 0 && open_is_directory(o->paths.at[0])) {
		buf_add(out, o->paths.at[0]);
		if (!str_ends(buf_str(out), STR("/")))
			buf_add_char(out, '/');
	}
	buf_add(out, name);
}

static bool open_for(void *arg, struct ui *ui, const struct effect *effect,
		     bool is_name, struct err *err)
{
	const struct options *o = arg;
	struct buf path = {0};
	if (is_name)
		add_path(o, effect->path, &path);
	else
		buf_add(&path, effect->path);
	struct article *a = open_article(buf_str(&path), o->format, err);
	struct position at = {.unit = -1};
	if (effect->has_position)
		at = effect->at;
	if (a)
		ui_show(ui, a, buf_str(&path), at);
	buf_release(&path);
	return a != NULL;
}

static int play(struct str text, const struct setup *setup, struct library *lib,
		struct log *log, struct err *err)
{
	const struct ui_options how = setup_ui_options(setup, log);
	struct options options = setup->options;
	struct script_host host = {.open = open_for, .arg = &options};
	struct buf got = {0};
	struct ui *ui = ui_new(lib, &how);
	bool ok = script_run(text, ui, lib, &host, &got, err);
	if (!ok)
		fprintf(stderr, "%.*s", STR_ARG(buf_str(&got)));
	ui_free(ui);
	buf_release(&got);
	return ok ? 0 : 1;
}

int play_script(const struct setup *setup, struct log *log)
{
	const struct options *o = &setup->options;
	const struct library_options how = {
		.threads = (unsigned)setup->settings.threads,
		.format = o->format,
		.log = log,
	};
	struct library *lib = library_new(&how);
	struct buf text = {0};
	struct err err = {""};
	bool ok = read_script(o->script, &text, &err);
	for (size_t i = 0; ok && i < o->paths.n; i++)
		ok = library_add(lib, o->paths.at[i], &err);
	for (size_t i = 0; ok && i < o->libraries.n; i++)
		ok = library_add(lib, o->libraries.at[i], &err);
	int status = FAILED;
	if (ok) {
		library_start(lib);
		library_wait(lib);
		status = play(buf_str(&text), setup, lib, log, &err);
	}
	if (err.text[0])
		plain_complain(err.text);
	library_free(lib);
	buf_release(&text);
	return status;
}
