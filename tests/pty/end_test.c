/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * However it ends, the terminal is as before, and whoever started pore is told
 * the truth by its status.
 */
#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pty/terminal.h"
#include "unit.h"

#define ARTICLE "data/sampler/tour.md"
#define WORDS	"A Tour of pore"

static struct terminal *open_article(void)
{
	struct terminal *t = terminal_open(ARTICLE);
	terminal_expect_text(t, WORDS);
	terminal_expect_taken(t);
	return t;
}

static void q_leaves_with_status_0(void **state)
{
	(void)state;
	struct terminal *t = open_article();
	terminal_key(t, 'q');
	assert_int_equal(terminal_wait(t), 0);
	terminal_assert_restored(t);
	terminal_assert_clean(t);
	terminal_free(t);
}

static void the_screen_before_comes_back(void **state)
{
	(void)state;
	struct terminal *t = open_article();
	terminal_key(t, 'Q');
	terminal_wait(t);
	terminal_expect_no_text(t, WORDS);
	terminal_free(t);
}

static void a_path_that_is_none_is_one_line_and_status_2(void **state)
{
	(void)state;
	struct terminal *t = terminal_open("data/sampler/no-such.md");
	int status = terminal_wait(t);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 2);
	terminal_expect_text(t, "pore: data/sampler/no-such.md: "
				"No such file or directory\n\n");
	terminal_assert_restored(t);
	terminal_assert_clean(t);
	terminal_free(t);
}

static void dies_by(int number)
{
	struct terminal *t = open_article();
	kill(t->job.pid, number);
	int status = terminal_wait(t);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), number);
	terminal_assert_restored(t);
	terminal_assert_clean(t);
	terminal_free(t);
}

static void every_deadly_signal_gives_the_terminal_back(void **state)
{
	(void)state;
	static const int numbers[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT,
				      SIGSEGV, SIGBUS, SIGFPE, SIGILL,
				      SIGABRT, SIGPIPE};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		dies_by(numbers[i]);
}

static void control_backslash_ends_it(void **state)
{
	(void)state;
	struct terminal *t = open_article();
	terminal_type(t, STR("\x1c"));
	int status = terminal_wait(t);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGQUIT);
	terminal_assert_restored(t);
	terminal_free(t);
}

/* Stopped, the shell has the terminal as it was; continued, all is shown. */
static void stops_and_continues(struct terminal *t)
{
	int status = terminal_wait(t);
	assert_true(WIFSTOPPED(status));
	assert_int_equal(WSTOPSIG(status), SIGTSTP);
	terminal_assert_restored(t);
	terminal_expect_no_text(t, WORDS);
	job_continue(&t->job);
	terminal_expect_text(t, WORDS);
	terminal_expect_taken(t);
}

static void control_z_stops_and_fg_shows_all_again(void **state)
{
	(void)state;
	struct terminal *t = open_article();
	terminal_type(t, STR("\x1a"));
	stops_and_continues(t);
	terminal_type(t, STR("\x1a"));
	stops_and_continues(t);
	terminal_quit(t);
}

static void a_stop_from_outside_is_no_different(void **state)
{
	(void)state;
	struct terminal *t = open_article();
	kill(t->job.pid, SIGTSTP);
	stops_and_continues(t);
	terminal_quit(t);
}

/* SIGSTOP can't be caught: the shell changes the terminal behind our back. */
static void
after_a_stop_it_could_not_catch_it_takes_the_terminal_again(void **state)
{
	(void)state;
	struct terminal *t = open_article();
	kill(t->job.pid, SIGSTOP);
	assert_true(WIFSTOPPED(terminal_wait(t)));
	tcsetattr(t->job.fd, TCSANOW, &t->job.before);
	job_continue(&t->job);
	terminal_key(t, 'G');
	terminal_expect_no_text(t, WORDS);
	terminal_quit(t);
}

static void resized_while_stopped_it_has_the_new_size(void **state)
{
	(void)state;
	struct terminal *t = open_article();
	terminal_type(t, STR("\x1a"));
	terminal_wait(t);
	terminal_resize(t, 12, 40);
	job_continue(&t->job);
	terminal_expect_text(t, "You are reading this in pore, and\n");
	terminal_quit(t);
}

static void a_terminal_that_vanishes_ends_it(void **state)
{
	(void)state;
	struct terminal *t = open_article();
	close(t->job.fd);
	t->job.fd = -1;
	t->is_closed = true;
	int status = terminal_wait(t);
	/* By HUP, or by finding it gone before that comes. */
	assert_true(WIFEXITED(status) || WTERMSIG(status) == SIGHUP);
	terminal_free(t);
}

static void the_article_may_come_from_standard_input(void **state)
{
	(void)state;
	struct terminal *t =
		terminal_start(&(struct terminal_start){.input = ARTICLE});
	terminal_expect_text(t, WORDS);
	terminal_key(t, 'G');
	terminal_expect_no_text(t, WORDS);
	terminal_quit(t);
}

static void what_fits_on_the_screen_is_left_there_with_F(void **state)
{
	(void)state;
	char path[] = "/tmp/pore-short-XXXXXX";
	int fd = mkstemp(path);
	assert_int_equal(write(fd, "Few words.\n", 11), 11);
	close(fd);
	const char *const arguments[] = {"-F", path, NULL};
	struct terminal *t = terminal_start(
		&(struct terminal_start){.arguments = arguments});
	assert_int_equal(terminal_wait(t), 0);
	terminal_expect_text(t, "Few words.");
	terminal_assert_restored(t);
	terminal_free(t);
	unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(q_leaves_with_status_0),
		cmocka_unit_test(the_screen_before_comes_back),
		cmocka_unit_test(a_path_that_is_none_is_one_line_and_status_2),
		cmocka_unit_test(every_deadly_signal_gives_the_terminal_back),
		cmocka_unit_test(control_backslash_ends_it),
		cmocka_unit_test(control_z_stops_and_fg_shows_all_again),
		cmocka_unit_test(a_stop_from_outside_is_no_different),
		cmocka_unit_test(
			after_a_stop_it_could_not_catch_it_takes_the_terminal_again),
		cmocka_unit_test(resized_while_stopped_it_has_the_new_size),
		cmocka_unit_test(a_terminal_that_vanishes_ends_it),
		cmocka_unit_test(the_article_may_come_from_standard_input),
		cmocka_unit_test(what_fits_on_the_screen_is_left_there_with_F),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
