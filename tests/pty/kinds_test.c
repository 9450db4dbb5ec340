/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kinds of terminals and of locales.
 */
#include "config.h"

#include <stdio.h>
#include <sys/wait.h>

#include "pty/terminal.h"
#include "unit.h"

#define ARTICLE "data/sampler/tour.md"
#define WORDS	"A Tour of pore"

static struct terminal *start_on(const char *term, const char *locale,
				 const char *env)
{
	static const char *const arguments[] = {ARTICLE, NULL};
	return terminal_start(&(struct terminal_start){.arguments = arguments,
						       .term = term,
						       .locale = locale,
						       .more_env = env});
}

static void every_kind_of_terminal_shows_the_article(void **state)
{
	(void)state;
	static const char *const terms[] = {
		"xterm-256color", "xterm",	     "xterm-color", "vt100",
		"vt220",	  "linux",	     "screen",	    "tmux",
		"tmux-256color",  "screen-256color", "ansi"};
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
		struct terminal *t = start_on(terms[i], NULL, NULL);
		terminal_expect_text(t, WORDS);
		terminal_type(t, STR(" /the\rG"));
		terminal_expect_no_text(t, WORDS);
		terminal_quit(t);
	}
}

static void only_terminals_with_a_mouse_are_asked_for_it(void **state)
{
	(void)state;
	struct terminal *t = start_on("vt100", NULL, NULL);
	terminal_expect_text(t, WORDS);
	assert_false(t->output.has_mouse);
	assert_false(t->output.has_paste);
	terminal_quit(t);
}

static bool has_color(const char *term, const char *env)
{
	struct terminal *t = start_on(term, NULL, env);
	terminal_expect_text(t, WORDS);
	terminal_type(t, STR("/pore\rQ"));
	assert_int_equal(terminal_wait(t), 0);
	bool has = t->output.has_color;
	terminal_assert_clean(t);
	terminal_free(t);
	return has;
}

static void colour_is_where_it_is_wanted_and_there(void **state)
{
	(void)state;
	assert_true(has_color("xterm-256color", NULL));
	assert_true(has_color("linux", NULL));
	assert_false(has_color("vt100", NULL));
	assert_false(has_color("xterm-256color", "NO_COLOR=1"));
	assert_false(has_color("xterm-256color", "PORE=--color=never"));
}

static void in_the_C_locale_all_is_ascii(void **state)
{
	(void)state;
	static const char *const locales[] = {"C", "no_SUCH.locale"};
	for (size_t i = 0; i < sizeof locales / sizeof *locales; i++) {
		struct terminal *t = start_on(NULL, locales[i], NULL);
		terminal_expect_text(t, WORDS);
		terminal_type(t, STR("G/don't\r"));
		terminal_expect_no_text(t, WORDS);
		for (const char *p = terminal_screen(t); *p; p++)
			assert_true((unsigned char)*p < 0x80);
		terminal_quit(t);
	}
}

/* Tells why, and shows the text as --dump does. */
static void falls_back(const char *env, const char *why)
{
	static const char *const arguments[] = {ARTICLE, NULL};
	struct terminal *t = terminal_start(&(struct terminal_start){
		.arguments = arguments, .more_env = env, .rows = 400});
	int status = terminal_wait(t);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	terminal_expect_text(t, why);
	terminal_expect_text(t, "\nA Tour of pore\n");
	terminal_assert_restored(t);
	terminal_assert_clean(t);
	terminal_free(t);
}

static void a_terminal_that_shows_no_screen_gets_plain_text(void **state)
{
	(void)state;
	falls_back("TERM=dumb", "can't show a screen");
	falls_back("TERM=no-such-kind", "is unknown");
	falls_back("TERM=", "TERM is not set");
	falls_back("TERM=unknown", "is unknown");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_kind_of_terminal_shows_the_article),
		cmocka_unit_test(only_terminals_with_a_mouse_are_asked_for_it),
		cmocka_unit_test(colour_is_where_it_is_wanted_and_there),
		cmocka_unit_test(in_the_C_locale_all_is_ascii),
		cmocka_unit_test(
			a_terminal_that_shows_no_screen_gets_plain_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
