/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Results cover what has been read so far, and the screen says so.
 */
#include "config.h"

#include <stdio.h>

#include "base/buf.h"
#include "format/format.h"
#include "library/folder.h"
#include "ui/ui.h"
#include "unit.h"

static void assert_shows(struct ui *ui, const char *text)
{
	struct grid g = {0};
	struct buf rows = {0};
	grid_reset(&g, 12, 60);
	ui_draw(ui, &g);
	grid_text(&g, false, &rows);
	if (!strstr(buf_cstr(&rows), text))
		fail_msg("no “%s” in\n%s", text, buf_cstr(&rows));
	buf_release(&rows);
	grid_release(&g);
}

static void the_corner_of_the_search_says_how_far_it_is(void **state)
{
	(void)state;
	struct folder f;
	folder_make(&f);
	for (unsigned i = 0; i < 20; i++) {
		char name[32];
		snprintf(name, sizeof name, "%04u.md", i);
		folder_write(&f, name, "# A title\n\nEach has rice.\n");
	}
	const struct library_options options = {0};
	const struct ui_options ui_options = {.measure = 72};
	struct library *lib = library_new(&options);
	struct ui *ui = ui_new(lib, &ui_options);
	assert_true(library_add(lib, f.path, NULL));
	for (const char *p = "srice"; *p; p++) {
		const struct event key = {.type = EVENT_KEY,
					  .key = (unsigned char)*p};
		ui_update(ui, &key);
	}
	assert_shows(ui, "0 articles \u00b7 0 files found");
	library_start(lib);
	library_wait(lib);
	const struct event news = {.type = EVENT_NEWS};
	ui_update(ui, &news);
	assert_shows(ui, "20 articles\n");
	ui_free(ui);
	library_free(lib);
	folder_remove(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_corner_of_the_search_says_how_far_it_is),
	};
	format_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
