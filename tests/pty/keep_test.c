/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the reader left an article, it opens again, however it was left.
 */
#include "config.h"

#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "pty/terminal.h"
#include "unit.h"

#define LIBRARY "data/sampler"
#define ARTICLE LIBRARY "/footnote.txt"
#define WORDS	"The Footnote: A Short History"

static int remove_one(const char *path, const struct stat *st, int type,
		      struct FTW *where)
{
	(void)st;
	(void)type;
	(void)where;
	return remove(path);
}

static struct terminal *open_with(const char *path, const char *state)
{
	char env[128];
	const char *const arguments[] = {path, NULL};
	snprintf(env, sizeof env, "XDG_STATE_HOME=%s", state);
	return terminal_start(&(struct terminal_start){.arguments = arguments,
						       .more_env = env});
}

/* Reads to the second page, leaves it by `leave`, comes back to `path`. */
static void returns(void (*leave)(struct terminal *t), const char *path)
{
	char state[] = "/tmp/pore-state-XXXXXX";
	assert_non_null(mkdtemp(state));
	struct terminal *t = open_with(ARTICLE, state);
	terminal_expect_text(t, WORDS);
	/* What = says is in the last row, so all above it is drawn. */
	terminal_type(t, STR(" ="));
	terminal_expect_text(t, "1,220 words");
	char *before = strdup(terminal_screen(t));
	/* The second row of text, below the header. */
	char *row = strchr(strchr(before, '\n') + 1, '\n') + 1;
	*strchr(row, '\n') = '\0';
	leave(t);
	terminal_wait(t);
	terminal_free(t);

	t = open_with(path, state);
	terminal_expect_text(t, row);
	terminal_expect_no_text(t, WORDS);
	terminal_quit(t);
	free(before);
	nftw(state, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static void what_was_typed_comes_back_in_the_next_run(void **unused)
{
	(void)unused;
	char state[] = "/tmp/pore-state-XXXXXX";
	assert_non_null(mkdtemp(state));
	struct terminal *t = open_with(ARTICLE, state);
	terminal_expect_text(t, WORDS);
	terminal_type(t, STR("/Ranke\r"));
	terminal_expect_text(t, "1 of ");
	terminal_quit(t);
	t = open_with(ARTICLE, state);
	terminal_expect_text(t, "Ranke");
	terminal_type(t, STR("/\033p"));
	terminal_expect_text(t, "/Ranke");
	terminal_key(t, '\r');
	terminal_expect_text(t, "1 of ");
	terminal_quit(t);
	nftw(state, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static void quit(struct terminal *t)
{
	terminal_key(t, 'q');
}

static void terminate(struct terminal *t)
{
	kill(t->job.pid, SIGTERM);
}

static void hang_up(struct terminal *t)
{
	kill(t->job.pid, SIGHUP);
}

static void vanish(struct terminal *t)
{
	close(t->job.fd);
	t->job.fd = -1;
	t->is_closed = true;
}

static void an_article_opens_where_it_was_left(void **state)
{
	(void)state;
	returns(quit, ARTICLE);
}

static void a_folder_opens_the_article_read_last_in_it(void **state)
{
	(void)state;
	returns(quit, LIBRARY);
	returns(quit, LIBRARY "/");
}

static void a_signal_does_not_lose_the_place(void **state)
{
	(void)state;
	returns(terminate, ARTICLE);
	returns(hang_up, ARTICLE);
}

static void a_terminal_that_vanishes_does_not_lose_it_either(void **state)
{
	(void)state;
	returns(vanish, ARTICLE);
}

static void a_line_or_words_to_open_at_go_before_it(void **state)
{
	(void)state;
	const char *const at_line[] = {"+30", ARTICLE, NULL};
	struct terminal *t =
		terminal_start(&(struct terminal_start){.arguments = at_line});
	terminal_expect_log(t, "first page shown");
	terminal_expect_no_text(t, WORDS);
	terminal_quit(t);
	const char *const at_words[] = {"+/Ranke", ARTICLE, NULL};
	t = terminal_start(&(struct terminal_start){.arguments = at_words});
	terminal_expect_text(t, "Ranke");
	terminal_quit(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_article_opens_where_it_was_left),
		cmocka_unit_test(a_folder_opens_the_article_read_last_in_it),
		cmocka_unit_test(a_signal_does_not_lose_the_place),
		cmocka_unit_test(
			a_terminal_that_vanishes_does_not_lose_it_either),
		cmocka_unit_test(a_line_or_words_to_open_at_go_before_it),
		cmocka_unit_test(what_was_typed_comes_back_in_the_next_run),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
