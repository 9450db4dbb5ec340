/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any events, at any size of the screen, leave a grid as grid.h promises. The
 * bytes are events: below 0xC0 a key, above it what else reaches the ui.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "format/format.h"
#include "fuzz/fuzz.h"
#include "text/utf8.h"
#include "ui/ui.h"

/* A small library with something of everything. */
static const struct {
	const char *name, *text;
} files[] = {
	{"notes.md",
	 "---\ntitle: On Notes\nseries: Pages\nauthor: A. Reader\n---\n\n"
	 "# One\n\nText with a note[^1] and *one* more[^2], see "
	 "[the other](links.md#two) or [[On Links]].\n\n> A quotation, long "
	 "enough to be broken into several lines at most widths.\n\n"
	 "## Two\n\n1. first\n2. second[^1]\n   - inner\n\n[^1]: A note.\n"
	 "[^2]: Another one\n\n    of two paragraphs, the second one longer "
	 "than the first, so that the pane has to scroll.\n"},
	{"links.md",
	 "---\ntitle: On Links\nseries: Pages\nrelated: [notes.md, Nowhere]\n"
	 "---\n\n# Two\n\n[web](https://example.org/a?b=c) "
	 "[mail](mailto:a@b.example) [bad](javascript:alert(1)) "
	 "[here](#two) [file](file:///etc/passwd)\n\n"
	 "| a | b |\n|---|--:|\n| one | 1 |\n| a longer cell than fits into "
	 "the narrow screens of this test | 2 |\n\n```\ncode that is wider "
	 "than any screen that is shown here, by a good deal of cells, so "
	 "that it scrolls\n\ttab\n```\n\n---\n\n![A picture](a.png)\n"},
	{"wide.md", "# 幅の広い文字\n\n吾輩は猫である。名前はまだ無い。"
		    "どこで生れたかとんと見当がつかぬ。\n\n👩‍👩‍👧‍👦 🇯🇵 "
		    "e\xcc\x81 "
		    "ﬁ ＡＢＣ ❤️ "
		    "a\xcc\x80\xcc\x81\xcc\x82\xcc\x83\xcc\x84\xcc\x85\n"},
	{"bidi.md",
	 "# שלום (עולם)\n\nمرحبا بالعالم 123 (abc) نص طويل بما يكفي ليملأ "
	 "عدة أسطر على الشاشة.\n\nleft שמאל [ימין](notes.md) right\n"},
	{"short.md", "x\n"},
};

enum { FILES = sizeof files / sizeof *files };

static struct library *lib;
static char folder[] = "/tmp/fuzz_uiXXXXXX";

static void path_of(size_t i, char *out, size_t n)
{
	snprintf(out, n, "%s/%s", folder, files[i].name);
}

static void write_files(void)
{
	char path[256];
	if (!mkdtemp(folder))
		abort();
	for (size_t i = 0; i < FILES; i++) {
		path_of(i, path, sizeof path);
		FILE *f = fopen(path, "wb");
		if (!f || fputs(files[i].text, f) < 0 || fclose(f) != 0)
			abort();
	}
}

static void remove_files(void)
{
	char path[256];
	for (size_t i = 0; i < FILES; i++) {
		path_of(i, path, sizeof path);
		unlink(path);
	}
	rmdir(folder);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	const struct library_options options = {.threads = 1};
	format_init();
	write_files();
	lib = library_new(&options);
	if (!library_add(lib, str_of(folder), NULL))
		abort();
	library_start(lib);
	library_wait(lib);
	remove_files();
	return 0;
}

/* What main does, but from memory. */
static void open_file(struct ui *ui, const struct effect *effect)
{
	char path[256];
	for (size_t i = 0; i < FILES; i++) {
		path_of(i, path, sizeof path);
		if (!str_eq(effect->path, str_of(path)))
			continue;
		struct article *a = format_parse(str_of(files[i].text),
						 str_of(path), STR(""), NULL);
		struct position at = {-1, 0};
		if (effect->has_position)
			at = effect->at;
		ui_show(ui, a, str_of(path), at);
		return;
	}
	ui_say(ui, true, "There is no %.*s.", STR_ARG(effect->path));
}

static void check(bool ok, const char *what)
{
	if (!ok)
		panic(__FILE__, __LINE__, what);
}

static void check_grid(const struct grid *g)
{
	check(g->cursor_row >= -1 && g->cursor_row < g->rows &&
		      g->cursor_col >= -1 && g->cursor_col < g->cols,
	      "the cursor is off the screen");
	for (int row = 0; row < g->rows; row++)
		for (int col = 0; col < g->cols; col++) {
			const struct cell *c = grid_at(g, row, col);
			struct str text = str_of(c->text);
			bool is_second =
				col > 0 && grid_at(g, row, col - 1)->width == 2;
			check((c->width == 0) == is_second,
			      "half a wide character");
			check(c->width != 2 || col + 1 < g->cols,
			      "a wide character over the edge");
			check((text.n == 0) == (c->width == 0), "no text");
			check(utf8_is_valid(text), "ill-formed text");
			check(text.n == 0 || (unsigned char)text.p[0] >= ' ',
			      "a control character");
			check(c->style.role < ROLES, "no such role");
		}
}

struct bytes {
	const uint8_t *p;
	size_t n;
};

static uint8_t take(struct bytes *b)
{
	if (b->n == 0)
		return 0;
	b->n--;
	return *b->p++;
}

static uint32_t named_key(uint8_t byte)
{
	if (byte < 0x80)
		return byte;
	if (byte < 0xa0)
		return KEY_ARROW_UP + (byte - 0x80u);
	return KEY_META | ("<upndcvx"[byte & 7]);
}

static struct event take_event(struct bytes *b)
{
	struct event e = {.type = EVENT_KEY};
	uint8_t byte = take(b);
	if (byte < 0xc0) {
		e.key = named_key(byte);
		return e;
	}
	e.row = e.rows = 1 + take(b) % 40;
	e.col = e.cols = 1 + take(b) % 120;
	switch (byte % 6) {
	case 0:
		e.type = EVENT_RESIZE;
		break;
	case 1:
		e.type = EVENT_CLICK;
		break;
	case 2:
		e.type = EVENT_WHEEL;
		e.lines = (byte & 0x20) ? 3 : -3;
		break;
	case 3:
		e.type = EVENT_NEWS;
		break;
	case 4:
		e.type = EVENT_PASTE;
		e.text = str_from((const char *)b->p, b->n < 8 ? b->n : 8);
		break;
	default:
		e.key = (uint32_t)(e.row << 16 | e.col << 8 | take(b));
		break;
	}
	return e;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	/* The size of a screen is drawn as often as it changes: enough. */
	enum { EVENTS = 400 };
	struct bytes b = {bytes, n};
	struct grid grid = {0};
	const struct ui_options options = {
		.measure = 72, .hyphenate = true, .ascii = take(&b) & 1};
	struct ui *ui = ui_new(lib, &options);
	grid_reset(&grid, 24, 80);
	ui_start_page(ui);
	for (int i = 0; i < EVENTS && b.n; i++) {
		struct event event = take_event(&b);
		if (event.type == EVENT_RESIZE)
			grid_reset(&grid, event.rows, event.cols);
		struct effect effect = ui_update(ui, &event);
		if (effect.type == EFFECT_OPEN || effect.type == EFFECT_RELOAD)
			open_file(ui, &effect);
		ui_draw(ui, &grid);
		check_grid(&grid);
		struct reading reading;
		if (ui_reading(ui, &reading))
			check(reading.percent >= 0 && reading.percent <= 100,
			      "no percentage");
	}
	ui_free(ui);
	grid_release(&grid);
	return 0;
}
