/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the screen costs in process: a page turned in an article of 100 KB, a
 * character typed into the search of the whole library (results, passages and
 * preview drawn), a resize. Each figure is an event taken and a screen drawn.
 */
#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/vec.h"
#include "bench/figure.h"
#include "format/format.h"
#include "ui/ui.h"

struct times {
	VEC(double) at; /* milliseconds */
};

static void print(const char *name, struct times *t)
{
	char text[64];
	snprintf(text, sizeof text, "%s_p50", name);
	figure_print(text, figure_quantile(t->at.at, t->at.n, .5), "ms");
	snprintf(text, sizeof text, "%s_p99", name);
	figure_print(text, figure_quantile(t->at.at, t->at.n, .99), "ms");
	vec_release(&t->at);
}

static void send(struct ui *ui, struct grid *g, struct event event,
		 struct times *t)
{
	double before = figure_now();
	ui_update(ui, &event);
	ui_draw(ui, g);
	vec_push(&t->at, (figure_now() - before) * 1e3);
}

static void press(struct ui *ui, struct grid *g, uint32_t key, struct times *t)
{
	send(ui, g, (struct event){.type = EVENT_KEY, .key = key}, t);
}

static void show_file(struct ui *ui, const char *path)
{
	int fd = open(path, O_RDONLY);
	struct article *a = fd < 0 ? NULL
				   : format_read(fd, str_of(path), STR(""),
						 &format_budget_default, NULL);
	if (fd >= 0)
		close(fd);
	if (!a) {
		fprintf(stderr, "bench_ui: %s can't be read\n", path);
		exit(1);
	}
	ui_show(ui, a, str_of(path), (struct position){-1, 0});
}

static void bench_pages(struct ui *ui, struct grid *g)
{
	struct times turns = {0}, other = {0}, sizes = {0};
	for (int i = 0; i < 5; i++) {
		press(ui, g, 'g', &other);
		for (int page = 0; page < 60; page++)
			press(ui, g, ' ', &turns);
	}
	print("ui_page_turn", &turns);
	for (int cols = 40; cols < 140; cols++) {
		grid_reset(g, 40, cols);
		send(ui, g,
		     (struct event){
			     .type = EVENT_RESIZE, .rows = 40, .cols = cols},
		     &sizes);
	}
	print("ui_resize", &sizes);
	vec_release(&other.at);
}

static void bench_search(struct ui *ui, struct grid *g)
{
	static const char *const queries[] = {
		"footnote history",
		"the reading of the page",
		"\"line break\"",
		"inverted file index",
		"a",
		"government services",
		"unicode",
		"printing press strasbourg",
		"market shares fell",
		"zzzz",
		"half1 tenth3 part42",
		"title:hyphen",
		"how to write",
	};
	struct times keys = {0}, other = {0};
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
		press(ui, g, 's', &other);
		for (const char *p = queries[i]; *p; p++)
			press(ui, g, (unsigned char)*p, &keys);
		press(ui, g, 0x1b, &other);
	}
	print("search_keystroke", &keys);
	vec_release(&other.at);
}

int main(void)
{
	const char *folder = getenv("BENCH_LIBRARY");
	const struct library_options options = {0};
	const struct ui_options ui_options = {.measure = 72, .hyphenate = true};
	char article[4096];
	struct grid grid = {0};
	if (!folder)
		return 1;
	snprintf(article, sizeof article, "%s/.article.md", folder);
	format_init();
	struct library *lib = library_new(&options);
	if (!library_add(lib, str_of(folder), NULL))
		return 1;
	library_start(lib);
	library_wait(lib);
	struct ui *ui = ui_new(lib, &ui_options);
	grid_reset(&grid, 40, 120);
	show_file(ui, article);
	bench_pages(ui, &grid);
	grid_reset(&grid, 40, 120);
	bench_search(ui, &grid);
	ui_free(ui);
	grid_release(&grid);
	library_free(lib);
	return 0;
}
