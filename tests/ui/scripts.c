/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs the scripts of tests/ui/scripts on the bundled library, in process.
 * With PORE_UPDATE_GOLDENS=1 their expected screens are written anew instead;
 * with names, only these scripts are run. Says TAP, a script a test.
 */
#include "config.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "format/format.h"
#include "ui/script.h"

/* As scripts see it: relative to the top of the sources, so that paths on the
 * screen are the same everywhere. */
#define LIBRARY "data/sampler"

static void die(const char *what, const char *detail)
{
	fprintf(stderr, "%s: %s\n", what, detail);
	exit(99);
}

static bool read_file(const char *path, struct buf *out)
{
	FILE *f = fopen(path, "rb");
	char block[4096];
	size_t n;
	if (!f)
		return false;
	while ((n = fread(block, 1, sizeof block, f)) > 0)
		buf_add(out, str_from(block, n));
	fclose(f);
	return true;
}

static bool open_article(void *arg, struct ui *ui, const struct effect *effect,
			 bool is_name, struct err *err)
{
	(void)arg;
	struct buf path = {0};
	if (is_name)
		buf_add(&path, STR(LIBRARY "/"));
	buf_add(&path, effect->path);
	int fd = open(buf_cstr(&path), O_RDONLY | O_CLOEXEC);
	struct article *a = NULL;
	if (fd < 0)
		err_set(err, "%s: can't be opened", buf_cstr(&path));
	else
		a = format_read(fd, buf_str(&path), STR(""),
				&format_budget_default, err);
	if (fd >= 0)
		close(fd);
	struct position at = {-1, 0};
	if (effect->has_position)
		at = effect->at;
	if (a)
		ui_show(ui, a, buf_str(&path), at);
	buf_release(&path);
	return a != NULL;
}

static struct library *read_library(void)
{
	const struct library_options options = {.threads = 2};
	struct library *lib = library_new(&options);
	struct err err = {""};
	if (!library_add(lib, STR(LIBRARY), &err))
		die(LIBRARY, err.text);
	library_start(lib);
	library_wait(lib);
	return lib;
}

static void write_file(const char *path, struct str text)
{
	FILE *f = fopen(path, "wb");
	if (!f || fwrite(text.p, 1, text.n, f) != text.n || fclose(f) != 0)
		die(path, "can't be written");
}

/* Says TAP's "# " before each line. */
static void say_rows(struct str rows)
{
	struct str line;
	while (str_next_line(&rows, &line))
		printf("# %.*s\n", STR_ARG(line));
}

static bool run(const char *path, struct library *lib, bool update)
{
	const struct ui_options options = {.measure = 72, .hyphenate = true};
	const struct script_host host = {.open = open_article};
	struct err err = {""};
	struct buf text = {0}, got = {0};
	if (!read_file(path, &text))
		die(path, "can't be read");
	struct ui *ui = ui_new(lib, &options);
	bool ok =
		update ? script_update(buf_str(&text), ui, lib, &host, &got,
				       &err)
		       : script_run(buf_str(&text), ui, lib, &host, &got, &err);
	ui_free(ui);
	if (ok && update)
		write_file(path, buf_str(&got));
	if (!ok) {
		printf("# %s: %s\n", path, err.text);
		say_rows(buf_str(&got));
	}
	buf_release(&text);
	buf_release(&got);
	return ok;
}

static int is_script(const struct dirent *entry)
{
	return str_ends(str_of(entry->d_name), STR(".script"));
}

static int run_all(const char *folder, struct library *lib, bool update)
{
	struct dirent **entries;
	int n = scandir(folder, &entries, is_script, alphasort), failed = 0;
	if (n <= 0)
		die(folder, "has no scripts");
	for (int i = 0; i < n; i++) {
		char path[8192];
		snprintf(path, sizeof path, "%s/%s", folder,
			 entries[i]->d_name);
		bool ok = run(path, lib, update);
		printf("%s %d - %s\n", ok ? "ok" : "not ok", i + 1,
		       entries[i]->d_name);
		failed += !ok;
		free(entries[i]);
	}
	free(entries);
	printf("1..%d\n", n);
	return failed;
}

/* The screens are those of a machine that hyphenates. */
static bool has_dictionaries(void)
{
	static const char *const names[] = {"en_US", "de_DE", "fr", "ru_RU"};
	char path[64];
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		snprintf(path, sizeof path, "/usr/share/hyphen/hyph_%s.dic",
			 names[i]);
		if (access(path, R_OK) != 0)
			return false;
	}
	return true;
}

int main(int argc, char **argv)
{
	const char *top = getenv("srcdir");
	bool update = getenv("PORE_UPDATE_GOLDENS") != NULL;
	int failed = 0;
	if (top && chdir(top) != 0)
		die(top, "is no folder");
	if (!has_dictionaries()) {
		puts("1..0 # SKIP no hyphenation dictionaries");
		return 0;
	}
	format_init();
	struct library *lib = read_library();
	if (argc == 1)
		failed = run_all("tests/ui/scripts", lib, update);
	for (int i = 1; i < argc; i++)
		failed += !run(argv[i], lib, update);
	library_free(lib);
	return failed ? 1 : 0;
}
