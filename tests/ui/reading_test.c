/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold while paging through any article at any size: tried on the
 * whole bundled library.
 */
#include "config.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/vec.h"
#include "format/format.h"
#include "ui/reader.h"
#include "ui/ui.h"
#include "unit.h"

static const struct {
	int rows, cols;
} sizes[] = {{24, 80}, {6, 20}, {20, 40}, {50, 200}, {13, 101}, {3, 9}};

enum { SIZES = sizeof sizes / sizeof *sizes };

static struct library *lib;

static struct article *read_article(const char *folder, const char *name)
{
	char path[8192];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	int fd = open(path, O_RDONLY);
	assert_true(fd >= 0);
	struct article *a = format_read(fd, str_of(name), STR(""),
					&format_budget_default, NULL);
	assert_non_null(a);
	close(fd);
	return a;
}

static void resize(struct ui *ui, int rows, int cols)
{
	ui_update(ui, &(struct event){.type = EVENT_RESIZE,
				      .rows = rows,
				      .cols = cols});
}

static void press(struct ui *ui, uint32_t key)
{
	ui_update(ui, &(struct event){.type = EVENT_KEY, .key = key});
}

/* Every note called on the screen stands in the pane or on the screen. */
static void check_notes(struct ui *ui, const struct layout *l)
{
	const struct article *a = ui->reader.article;
	struct view v = reader_view(ui);
	struct place place = reader_place(ui), bottom = place;
	view_move(&v, &bottom, l->text.rows - 1);
	for (int row = 0; row < l->text.rows; row++) {
		const struct line *line = page_line(v.page, place);
		for (uint32_t i = 0; i < line->n; i++) {
			if (!(line->runs[i].style & RUN_NOTE_MARK) ||
			    place.unit >= (int32_t)a->blocks.n)
				continue;
			struct place note = {
				(int32_t)(a->blocks.n + line->runs[i].target),
				0};
			const struct setting *s = page_unit(v.page, note.unit);
			const struct line *last = &s->lines[s->n - 1];
			note.line = s->n - 1;
			bool is_shown = place_cmp(note, bottom) <= 0;
			for (int k = 0; k < l->n_note_lines; k++)
				is_shown |= l->note_lines[k] == last;
			assert_true(is_shown);
		}
		if (!view_step(&v, &place, 1))
			break;
	}
	if (l->notes.rows > 0)
		assert_true(l->notes.rows + 1 <=
			    (l->notes.rows + 1 + l->text.rows) / 3 + 2);
}

/* Pages to the end, leaving out no line that has text. */
static void page_through(struct ui *ui)
{
	struct view v = reader_view(ui);
	for (;;) {
		struct layout l = layout_of(ui);
		v = reader_view(ui);
		struct place next = reader_place(ui), top = next;
		if (l.text.rows >= 4)
			check_notes(ui, &l);
		bool is_end = reader_is_at_end(ui, &l);
		view_move(&v, &next, l.text.rows);
		press(ui, ' ');
		if (is_end)
			break;
		assert_true(place_cmp(reader_place(ui), top) > 0);
		for (; place_cmp(next, reader_place(ui)) < 0;
		     view_step(&v, &next, 1))
			assert_int_equal(page_line(v.page, next)->n, 0);
	}
}

static void check_article(struct ui *ui)
{
	for (int i = 0; i < SIZES; i++) {
		resize(ui, sizes[i].rows, sizes[i].cols);
		press(ui, 'g');
		page_through(ui);
		struct place end = reader_place(ui);
		press(ui, 'G');
		assert_int_equal(place_cmp(end, reader_place(ui)), 0);
		/* Back to the top in a finite number of pages. */
		struct view v = reader_view(ui);
		for (int pages = 0;
		     place_cmp(reader_place(ui), view_first(&v)) > 0; pages++) {
			assert_true(pages < 20000);
			press(ui, 'b');
		}
	}
}

/* Any sequence of sizes leaves the position as it was. */
static void check_resizes(struct ui *ui)
{
	unsigned random = 1;
	for (int percent = 10; percent < 100; percent += 30) {
		resize(ui, 24, 80);
		press(ui, (uint32_t)('0' + percent / 10));
		press(ui, '0');
		press(ui, '%');
		struct top top = ui->reader.top;
		struct place place = reader_place(ui);
		for (int i = 0; i < 20; i++) {
			random = random * 1103515245 + 12345;
			resize(ui, 1 + (int)(random >> 16) % 60,
			       1 + (int)(random >> 8) % 150);
			layout_of(ui);
			struct view v = reader_view(ui);
			struct place now = reader_place(ui);
			view_move(&v, &now, top.above);
			assert_int_equal(
				place_cmp(now, page_place(v.page, top.at)), 0);
		}
		resize(ui, 24, 80);
		layout_of(ui);
		assert_int_equal(place_cmp(place, reader_place(ui)), 0);
	}
}

static void for_each_article(void (*check)(struct ui *ui))
{
	char folder[4096];
	const char *top = getenv("srcdir");
	snprintf(folder, sizeof folder, "%s/data/sampler", top ? top : ".");
	const struct ui_options options = {.measure = 72, .hyphenate = true};
	DIR *dir = opendir(folder);
	assert_non_null(dir);
	int articles = 0;
	for (struct dirent *entry; (entry = readdir(dir)); articles++) {
		if (entry->d_name[0] == '.')
			continue;
		struct ui *ui = ui_new(lib, &options);
		ui_show(ui, read_article(folder, entry->d_name),
			str_of(entry->d_name), (struct position){-1, 0});
		check(ui);
		ui_free(ui);
	}
	closedir(dir);
	assert_true(articles > 30);
}

static void paging_shows_every_line_and_every_note_called(void **state)
{
	(void)state;
	for_each_article(check_article);
}

static void positions_survive_any_sequence_of_sizes(void **state)
{
	(void)state;
	for_each_article(check_resizes);
}

static int setup(void **state)
{
	(void)state;
	const struct library_options options = {.threads = 1};
	format_init();
	lib = library_new(&options);
	library_start(lib);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	library_free(lib);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paging_shows_every_line_and_every_note_called),
		cmocka_unit_test(positions_survive_any_sequence_of_sizes),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
