/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How high the pane is: as high as its notes, at most a third of the screen.
 * But each row it takes is taken from the text, and with a line of text may
 * go the call of a note. So the greatest height is sought at which the calls
 * in the text that is left still fill it. Where the last two lines alone call
 * a note there is no such height: these lines wait for the next page.
 */
#include "config.h"

#include "ui/notes.h"

#include <string.h>

#include "ui/history.h"
#include "ui/panes.h"
#include "ui/reader.h"

enum { NOTES_MIN = 2 }; /* the rule and a line */

struct call {
	int row; /* of the screen's text */
	uint32_t note;
};

/* Whether the notes called on the screen stand on it themselves, as they do
 * at the end of an article: then no pane need say it again. */
static bool are_all_in_sight(struct ui *ui, const struct call *calls, int n,
			     int rows)
{
	struct view v = reader_view(ui);
	struct place top = reader_place(ui), bottom = top;
	const struct article *a = ui->reader.article;
	view_move(&v, &bottom, rows - 1);
	for (int i = 0; i < n; i++) {
		struct place note = {(int32_t)(a->blocks.n + calls[i].note), 0};
		note.line = page_unit(v.page, note.unit)->n - 1;
		if (place_cmp(note, bottom) > 0 || place_cmp(note, top) < 0)
			return false;
	}
	return true;
}

/* The calls in the first `rows` lines on the screen, each note once. */
static int find_calls(struct ui *ui, int rows, struct call **out)
{
	const struct article *a = ui->reader.article;
	struct view v = reader_view(ui);
	struct place place = reader_place(ui);
	int n = 0;
	*out = arena_array(&ui->frame, struct call, a->notes.n);
	unsigned char *seen = arena_new(&ui->frame, a->notes.n);
	for (int row = 0; row < rows; row++) {
		const struct line *line = view_line(&v, place);
		for (uint32_t i = 0; i < line->n; i++) {
			const struct run *run = &line->runs[i];
			if (!(run->style & RUN_NOTE_MARK) ||
			    run->target >= a->notes.n || seen[run->target] ||
			    place.unit >= (int32_t)a->blocks.n)
				continue;
			seen[run->target] = 1;
			(*out)[n++] = (struct call){row, run->target};
		}
		if (!view_step(&v, &place, 1))
			break;
	}
	return n;
}

/* The lines of a note, without the space and the heading above it. */
static struct setting note_setting(struct page *page, uint32_t note)
{
	const struct article *a = page_article(page);
	struct setting s = *page_unit(page, (int32_t)(a->blocks.n + note));
	while (s.n > 1 &&
	       (s.lines->n == 0 || s.lines->runs[0].style & RUN_HEADING)) {
		s.lines++;
		s.n--;
	}
	return s;
}

static void add_note(struct ui *ui, struct layout *l, uint32_t note, int room)
{
	struct setting s = note_setting(ui->reader.page, note);
	for (uint32_t i = 0; i < s.n && l->n_note_lines < room; i++)
		l->note_lines[l->n_note_lines++] = &s.lines[i];
}

/* How many lines the notes called in the first `rows` have. */
static int count_lines(struct ui *ui, const struct call *calls, int n, int rows)
{
	int lines = 0;
	for (int i = 0; i < n && calls[i].row < rows; i++)
		lines += (int)note_setting(ui->reader.page, calls[i].note).n;
	return lines;
}

static void give_rows(struct layout *l, int height)
{
	l->text.rows -= height;
	if (l->side.cols > 0)
		l->side.rows -= height;
	l->notes = (struct rect){l->text.row + l->text.rows + 1, 0, height - 1,
				 l->over.cols};
}

/* The note that was asked for, alone. */
static void lay_shown(struct ui *ui, struct layout *l, int most)
{
	int lines = (int)note_setting(ui->reader.page, ui->notes.shown).n;
	l->note_lines =
		arena_array(&ui->frame, const struct line *, (size_t)lines);
	add_note(ui, l, ui->notes.shown, lines);
	give_rows(l, lines + 1 < most ? lines + 1 : most);
}

void notes_lay(struct ui *ui, struct layout *l)
{
	int rows = l->text.rows, height, most = rows / 3;
	if (most < NOTES_MIN)
		most = NOTES_MIN;
	if (rows < 2 * NOTES_MIN || ui->reader.article->notes.n == 0)
		return;
	if (ui->notes.shown != NO_INDEX) {
		lay_shown(ui, l, most);
		return;
	}
	if (ui->notes.is_off)
		return;
	struct call *calls;
	int n = find_calls(ui, rows, &calls);
	if (are_all_in_sight(ui, calls, n, rows))
		return;
	for (height = most; height >= NOTES_MIN; height--)
		if (count_lines(ui, calls, n, rows - height) >= height - 1)
			break;
	if (height < NOTES_MIN) {
		if (n > 0)
			l->text.rows = calls[0].row;
		return;
	}
	int lines = count_lines(ui, calls, n, rows - height);
	l->note_lines =
		arena_array(&ui->frame, const struct line *, (size_t)lines);
	for (int i = 0; i < n && calls[i].row < rows - height; i++)
		add_note(ui, l, calls[i].note, lines);
	give_rows(l, height);
}

/* Not beyond the last line. */
static void keep_top(struct ui *ui, const struct layout *l)
{
	int last = l->n_note_lines - l->notes.rows;
	if (ui->notes.top > last)
		ui->notes.top = last;
	if (ui->notes.top < 0)
		ui->notes.top = 0;
}

static void draw(struct ui *ui, struct grid *g, const struct layout *l)
{
	bool has_focus = ui->focus == PANE_NOTES;
	const struct look look = {.lights = &ui->lights,
				  .ascii = ui->options.ascii};
	rule_draw(ui, g, l, has_focus);
	for (int row = 0; row < l->notes.rows; row++) {
		int at = ui->notes.top + row;
		if (at < l->n_note_lines)
			line_paint(g, l->notes, row, l->col, l->measure,
				   l->note_lines[at], &look, &ui->frame);
	}
	if (has_focus)
		grid_cursor(g, l->notes.row, l->col);
}

static bool act(struct ui *ui, const struct layout *l, enum action action,
		uint32_t count)
{
	int by = count && count < 1000 ? (int)count : 1;
	switch (action) {
	case ACTION_LINE_FORWARD:
		ui->notes.top += by;
		break;
	case ACTION_LINE_BACK:
		ui->notes.top -= by;
		break;
	case ACTION_PAGE_FORWARD:
	case ACTION_HALF_FORWARD:
		ui->notes.top += l->notes.rows;
		break;
	case ACTION_PAGE_BACK:
	case ACTION_HALF_BACK:
		ui->notes.top -= l->notes.rows;
		break;
	case ACTION_TOP:
		ui->notes.top = 0;
		break;
	case ACTION_END:
		ui->notes.top = l->n_note_lines;
		break;
	default:
		return false;
	}
	return true;
}

void notes_show(struct ui *ui, uint32_t note)
{
	ui->notes.shown = note;
	ui->notes.top = 0;
}

uint32_t notes_number(const struct ui *ui, uint32_t number)
{
	const struct article *a = ui->reader.article;
	struct buf label = {0};
	buf_addf(&label, "%u", number);
	uint32_t found = NO_INDEX;
	for (uint32_t i = 0; i < a->notes.n && found == NO_INDEX; i++)
		if (str_eq(article_str(a, article_note(a, i)->label),
			   buf_str(&label)))
			found = i;
	if (found == NO_INDEX && number >= 1 && number <= a->notes.n)
		found = number - 1;
	buf_release(&label);
	return found;
}

/* The note that is meant: chosen, shown, or the first called on the screen. */
static uint32_t note_meant(struct ui *ui)
{
	if (ui->reader.chosen.type == TARGET_NOTE)
		return ui->reader.chosen.index;
	if (ui->notes.shown != NO_INDEX)
		return ui->notes.shown;
	struct call *calls;
	struct layout l = layout_of(ui);
	return find_calls(ui, l.text.rows, &calls) ? calls[0].note : NO_INDEX;
}

void notes_place(struct ui *ui)
{
	const struct article *a = ui->reader.article;
	if (ui->notes.has_origin &&
	    place_cmp(reader_place(ui), ui->notes.place) == 0) {
		ui->reader.top = ui->notes.origin;
		ui->notes.has_origin = false;
		return;
	}
	uint32_t note = note_meant(ui);
	if (note == NO_INDEX) {
		ui_say(ui, false, "No note is called on this screen.");
		return;
	}
	history_leave(ui);
	ui->notes.origin = ui->reader.top;
	ui->notes.has_origin = true;
	ui->notes.shown = NO_INDEX;
	reader_go_position(ui,
			   (struct position){(int32_t)(a->blocks.n + note), 0});
	reader_settle(ui);
	ui->notes.place = reader_place(ui);
}

static void wheel(struct ui *ui, const struct layout *l, int lines)
{
	(void)l;
	ui->notes.top += lines;
}

static void click(struct ui *ui, const struct layout *l, int row, int col)
{
	(void)l;
	(void)row;
	(void)col;
	ui_focus(ui, PANE_NOTES);
}

static void close_pane(struct ui *ui)
{
	ui->notes.shown = NO_INDEX;
	ui->notes.is_off = true;
	ui_focus(ui, ui->base);
	ui_say(ui, false, "Notes are hidden; x shows them.");
}

const struct pane notes_pane = {
	.lay = keep_top,
	.draw = draw,
	.act = act,
	.wheel = wheel,
	.click = click,
	.close = close_pane,
};
