/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "term/theme.h"

#include <stdio.h>

#include "unit.h"

/* What must be told apart on a page, as the ui styles it. */
static const struct style styles[] = {
	{ROLE_TEXT, 0},
	{ROLE_ACCENT, ATTR_UNDERLINE}, /* a link */
	{ROLE_MATCH, ATTR_UNDERLINE},
	{ROLE_CURRENT, ATTR_BOLD},
	{ROLE_ACCENT, ATTR_UNDERLINE | ATTR_BOLD | ATTR_REVERSE}, /* chosen */
};

enum { STYLES = sizeof styles / sizeof *styles };

/* The theme of a terminal, or false if this machine does not know it. */
static bool theme_of(const char *name, bool wants_color, struct theme *theme)
{
	FILE *null = fopen("/dev/null", "r+");
	assert_non_null(null);
	SCREEN *screen = newterm(name, null, null);
	if (screen) {
		theme_init(theme, wants_color);
		endwin();
		delscreen(screen);
	}
	fclose(null);
	return screen != NULL;
}

static void check_attributes(const char *name, bool wants_color)
{
	struct theme theme;
	if (!theme_of(name, wants_color, &theme))
		skip();
	for (size_t i = 0; i < STYLES; i++)
		for (size_t j = 0; j < i; j++) {
			struct rendition a = theme_rendition(&theme, styles[i]);
			struct rendition b = theme_rendition(&theme, styles[j]);
			if (a.attributes == b.attributes)
				fail_msg("%s: styles %zu and %zu look the same "
					 "but for colour",
					 name, j, i);
		}
}

static void no_colour_is_needed_to_tell_matches_and_links(void **state)
{
	(void)state;
	check_attributes("xterm-256color", false);
	check_attributes("vt100", true);
}

/* Bold black is a grey there. */
static void the_current_match_differs_on_eight_colours(void **state)
{
	(void)state;
	struct theme theme;
	if (!theme_of("xterm", true, &theme))
		skip();
	struct rendition match = theme_rendition(&theme, styles[2]);
	struct rendition current = theme_rendition(&theme, styles[3]);
	assert_int_not_equal(match.attributes, current.attributes);
	assert_int_equal(current.attributes & A_BOLD, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_colour_is_needed_to_tell_matches_and_links),
		cmocka_unit_test(the_current_match_differs_on_eight_colours),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
