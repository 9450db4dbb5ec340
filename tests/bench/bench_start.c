/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a reader waits: from starting the program to the first page on the
 * screen, and from a key to the next page, measured from outside through a
 * terminal of its own, beside less on the same file.
 *
 * What a finished screen looks like is found in a first run, unhurried; timed
 * runs then end each wait at the moment the screen shows just that. The edges
 * (a status line may count on) are left out of the comparison.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/figure.h"
#include "bench/pty.h"

enum {
	ROWS = 24,
	COLS = 80, /* narrow: no sidebar, whose content arrives later */
	FIRST_ROW = 2,
	LAST_ROW = ROWS - 3,
	SCREEN_BYTES = ROWS * COLS * 16,
	STARTS = 21,
	TURNS = 40,	/* at most, in one run */
	TURN_RUNS = 10, /* 400 turns: enough for a p99 */
	PATIENCE = 20,	/* seconds until a wait has failed */
};

struct program {
	const char *name;
	char *const *argv;
	char first[SCREEN_BYTES];	 /* the finished first page */
	char pages[TURNS][SCREEN_BYTES]; /* and those after it */
	int n_pages;
	double first_page, turn_median, turn_p99; /* milliseconds */
};

static void screen_of(const struct pty *p, char *out)
{
	pty_text(p, FIRST_ROW, LAST_ROW, out, SCREEN_BYTES);
}

/* Waits until the program neither writes nor computes. */
static bool settle(struct pty *p)
{
	double end = figure_now() + PATIENCE * 6;
	double cpu = pty_cpu(p);
	int quiet = 0;
	while (quiet < 3 && figure_now() < end) {
		bool has_written = pty_read(p, 50);
		double now = pty_cpu(p);
		quiet = has_written || now > cpu ? 0 : quiet + 1;
		cpu = now;
	}
	return quiet == 3 && cpu >= 0;
}

/* Waits for a screen; seconds from `start`, or negative if it never came. */
static double wait_for(struct pty *p, const char *screen, double start)
{
	char now[SCREEN_BYTES];
	while (figure_now() < start + PATIENCE) {
		pty_read(p, 100);
		screen_of(p, now);
		if (strcmp(now, screen) == 0)
			return figure_now() - start;
	}
	return -1;
}

/* The first, unhurried run. */
static bool learn(struct program *program)
{
	struct pty *p = pty_start(program->argv, ROWS, COLS);
	bool ok = p && settle(p);
	if (ok)
		screen_of(p, program->first);
	const char *before = program->first;
	while (ok && program->n_pages < TURNS) {
		char *page = program->pages[program->n_pages];
		pty_type(p, " ");
		ok = settle(p);
		screen_of(p, page);
		if (strcmp(page, before) == 0)
			break; /* the end of the article */
		before = page;
		program->n_pages++;
	}
	if (p)
		pty_free(p);
	return ok && program->n_pages > 0;
}

static bool time_starts(struct program *program)
{
	double times[STARTS];
	for (int i = 0; i < STARTS; i++) {
		double start = figure_now();
		struct pty *p = pty_start(program->argv, ROWS, COLS);
		if (!p)
			return false;
		times[i] = wait_for(p, program->first, start);
		pty_free(p);
		if (times[i] < 0)
			return false;
	}
	program->first_page = figure_quantile(times, STARTS, 0.5) * 1e3;
	return true;
}

static bool time_turns(struct program *program)
{
	static double times[TURNS * TURN_RUNS];
	size_t n = 0;
	bool ok = true;
	for (int run = 0; ok && run < TURN_RUNS; run++) {
		struct pty *p = pty_start(program->argv, ROWS, COLS);
		ok = p && settle(p);
		for (int i = 0; ok && i < program->n_pages; i++) {
			double start = figure_now();
			pty_type(p, " ");
			double t = wait_for(p, program->pages[i], start);
			ok = t >= 0;
			times[n++] = t;
		}
		if (p)
			pty_free(p);
	}
	if (!ok)
		return false;
	program->turn_median = figure_quantile(times, n, 0.5) * 1e3;
	program->turn_p99 = figure_quantile(times, n, 0.99) * 1e3;
	return true;
}

/* False if the program is not there or its screen never comes to rest. */
static bool measure(struct program *program)
{
	bool ok = learn(program) && time_starts(program) && time_turns(program);
	if (!ok)
		printf("# %s: is missing, or its screen was never finished\n",
		       program->name);
	return ok;
}

static void print(const char *name, double value, const struct program *peer,
		  double peer_value)
{
	if (peer)
		figure_print_beside(name, value, "ms", peer->name, peer_value);
	else
		figure_print(name, value, "ms");
}

/* Files of the reader's own must not change what is timed: a fresh home. */
static void move_home(char *folder)
{
	if (!mkdtemp(folder))
		return;
	setenv("HOME", folder, 1);
	setenv("XDG_STATE_HOME", folder, 1);
	setenv("XDG_CACHE_HOME", folder, 1);
	setenv("XDG_CONFIG_HOME", folder, 1);
	setenv("TERM", "xterm-256color", 1);
	unsetenv("PORE");
	unsetenv("LESS");
	unsetenv("LESSOPEN");
}

int main(void)
{
	const char *build = getenv("builddir");
	const char *library = getenv("BENCH_LIBRARY");
	if (!build || !library) {
		puts("# bench_start: run it by `make bench`");
		return 1;
	}
	char pore[4096], article[4096], folder[4096], home[4096];
	snprintf(pore, sizeof pore, "%s/src/pore", build);
	snprintf(article, sizeof article, "%s/.article.md", library);
	snprintf(folder, sizeof folder, "--library=%s", library);
	snprintf(home, sizeof home, "%s/tests/bench/home.XXXXXX", build);
	move_home(home);
	/* --secure: nothing is written, so that each run starts at the top. */
	char *const with_library[] = {pore,   "--no-config", "--secure",
				      folder, article,	     NULL};
	char *const alone[] = {pore, "--no-config", "--secure", article, NULL};
	char less_name[] = "less";
	char *const less_argv[] = {less_name, article, NULL};
	static struct program ours = {.name = "pore"}, small = {.name = "pore"};
	static struct program less = {.name = "less"};
	ours.argv = with_library;
	small.argv = alone;
	less.argv = less_argv;
	bool ok = measure(&ours) && measure(&small);
	const struct program *peer = measure(&less) ? &less : NULL;
	rmdir(home);
	if (!ok)
		return 1;
	print("first_page", ours.first_page, peer, less.first_page);
	print("first_page_without_library", small.first_page, peer,
	      less.first_page);
	print("page_turn_median", ours.turn_median, peer, less.turn_median);
	print("page_turn_p99", ours.turn_p99, peer, less.turn_p99);
	return 0;
}
