/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pty/terminal.h"
#include "unit.h"

#define ARTICLE "data/sampler/footnote.txt"

static void after_200_sizes_the_same_words_are_on_top(void **state)
{
	(void)state;
	struct terminal *t = terminal_open(ARTICLE);
	terminal_expect_text(t, "The Footnote");
	terminal_expect_log(t, "library read");
	terminal_type(t, STR("}}}}}}}="));
	/* The last row, so all above is drawn: it stays until the next key. */
	terminal_expect_text(t, "1,220 words");
	char *before = strdup(terminal_screen(t));
	unsigned random = 7;
	for (int i = 0; i < 200; i++) {
		random = random * 1103515245u + 12345u;
		int rows = 1 + (int)(random >> 16) % 60;
		random = random * 1103515245u + 12345u;
		int cols = 1 + (int)(random >> 16) % 200;
		if (i % 20 == 0)
			rows = cols = 1;
		terminal_resize(t, rows, cols);
		/* Every few, let it be drawn: it answers a key. */
		if (i % 10 == 9) {
			terminal_resize(t, 24, 80);
			terminal_expect(t, str_of(before));
		}
	}
	terminal_resize(t, 24, 80);
	terminal_expect(t, str_of(before));
	free(before);
	terminal_quit(t);
}

static void any_size_is_drawn_without_harm(void **state)
{
	(void)state;
	static const int sizes[][2] = {{1, 1},	{1, 80},    {24, 1},  {2, 2},
				       {6, 20}, {100, 300}, {3, 1000}};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		const char *const arguments[] = {ARTICLE, NULL};
		struct terminal *t = terminal_start(
			&(struct terminal_start){.arguments = arguments,
						 .rows = sizes[i][0],
						 .cols = sizes[i][1]});
		terminal_expect_log(t, "library read");
		terminal_type(t, STR(" trs\033[27uhxG"));
		terminal_resize(t, 24, 80);
		terminal_expect_text(t, "\n");
		terminal_quit(t);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(after_200_sizes_the_same_words_are_on_top),
		cmocka_unit_test(any_size_is_drawn_without_harm),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
