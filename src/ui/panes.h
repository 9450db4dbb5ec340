/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panes, a table of functions each, and what they need of one another.
 * A pane that is not in the list of enum pane_id does not exist; one that is
 * has its file.
 */
#ifndef PORE_UI_PANES_H
#define PORE_UI_PANES_H

#include "ui/layout.h"

struct pane { /* what a pane cannot do is NULL */
	/* After each event: makes what it has to show at its place, what is
	 * chosen in sight, so that the next event finds it as the reader will
	 * see it. Drawing then changes nothing. */
	void (*lay)(struct ui *ui, const struct layout *l);
	void (*draw)(struct ui *ui, struct grid *g, const struct layout *l);
	/* Does an action; false leaves it to what lies below. */
	bool (*act)(struct ui *ui, const struct layout *l, enum action action,
		    uint32_t count);
	void (*wheel)(struct ui *ui, const struct layout *l, int lines);
	/* row and col are of the pane's rectangle (layout_area). */
	void (*click)(struct ui *ui, const struct layout *l, int row, int col);
	/* What is typed into, and what follows when its text has changed. */
	struct prompt *(*prompt)(struct ui *ui);
	void (*typed)(struct ui *ui);
	/* Leaves it for the base, undoing what was only tried; NULL: there is
	 * nothing to undo. */
	void (*close)(struct ui *ui);
	/* The library has news. */
	void (*news)(struct ui *ui);

	/* Of a pane that is a list, from which it can lay, act, wheel and
	 * click: the list, where it stands on the screen, how its rows are
	 * made for a width, and what choosing an item does. */
	struct list *(*list)(struct ui *ui);
	struct rect (*list_area)(const struct ui *ui, const struct layout *l);
	void (*make_rows)(struct ui *ui, int cols);
	void (*follow)(struct ui *ui);
};

extern const struct pane reader_pane, start_pane, related_pane, contents_pane,
	notes_pane, search_pane, titles_pane, help_pane, find_pane, only_pane,
	filter_pane, command_pane;

const struct pane *pane_of(enum pane_id id);

/* What panes can do, or the list that a pane is. */
void pane_lay(struct ui *ui, enum pane_id id, const struct layout *l);
bool pane_act(struct ui *ui, enum pane_id id, const struct layout *l,
	      enum action action, uint32_t count);
void pane_wheel(struct ui *ui, enum pane_id id, const struct layout *l,
		int lines);
void pane_click(struct ui *ui, enum pane_id id, const struct layout *l, int row,
		int col);
void pane_close(struct ui *ui, enum pane_id id);
/* Draws the list of a pane; `look`: enum list_look. */
void pane_draw_list(struct ui *ui, enum pane_id id, struct grid *g,
		    const struct layout *l, unsigned look);
/* The same on a ground of its own, beside the text or over it. */
void pane_draw_side(struct ui *ui, enum pane_id id, struct grid *g,
		    const struct layout *l, unsigned look);
/* Where the list of such a pane stands. */
struct rect pane_side_area(const struct ui *ui, const struct layout *l,
			   enum pane_id id);

/* Gives the keys to a pane. */
void ui_focus(struct ui *ui, enum pane_id pane);
/* What main is to do. */
void ui_effect(struct ui *ui, enum effect_type type, struct str path,
	       struct str text);
/* Remembers the line typed at a prompt. */
void ui_keep_line(struct ui *ui, enum ui_prompt prompt);
/* Does an action as its key would. */
void ui_act(struct ui *ui, enum action action, uint32_t count);

/* Opens panes, each in its file. */
void find_open(struct ui *ui, bool is_backward);
void only_open(struct ui *ui);
void search_open(struct ui *ui, bool again);
void titles_open(struct ui *ui);
void command_open(struct ui *ui);
void contents_open(struct ui *ui);
void start_open(struct ui *ui);

/* To the next or previous hit of the last search. */
void search_walk(struct ui *ui, int direction, uint32_t count);
/* Lights the words of the last search, the match at or behind `at` current. */
void hit_light(struct ui *ui, struct position at);
/* Remembers the list an article is opened from. */
void trail_set(struct ui *ui, size_t at);
void trail_walk(struct ui *ui, int direction, uint32_t count);

/* The articles whose titles match what is typed, as rows of a list. */
void titles_find(struct titles *t, struct ui *ui, size_t limit);
void titles_add_rows(struct titles *t, struct ui *ui, bool is_airy);
void titles_release(struct titles *t);
/* Opens the chosen one. */
void titles_follow(struct titles *t, struct ui *ui);
/* Whether the list is to be made anew: the library is read, or twice as large
 * as when it was made. Not at every news: long lists take their time. */
bool titles_are_old(const struct titles *t, const struct ui *ui);

/* Furniture. */
void header_draw(struct ui *ui, struct grid *g, const struct layout *l);
void status_draw(struct ui *ui, struct grid *g, const struct layout *l);
void rule_draw(struct ui *ui, struct grid *g, const struct layout *l,
	       bool has_focus);
void line_draw_down(struct ui *ui, struct grid *g, int row, int col, int rows);
void line_draw_across(struct ui *ui, struct grid *g, int row, int col,
		      int cols);
struct str marker(const struct ui *ui);
/* "1,234" */
struct str format_number(struct arena *arena, uint64_t number);
/* How far the library is read, "" when it is done. */
struct str format_progress(struct ui *ui);

#endif
