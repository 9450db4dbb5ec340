/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the panes, and what those that are lists have in common.
 */
#include "config.h"

#include "ui/panes.h"

const struct pane *pane_of(enum pane_id id)
{
	static const struct pane none;
	static const struct pane *const panes[PANES] = {
		[PANE_NONE] = &none,
		[PANE_READER] = &reader_pane,
		[PANE_START] = &start_pane,
		[PANE_RELATED] = &related_pane,
		[PANE_CONTENTS] = &contents_pane,
		[PANE_NOTES] = &notes_pane,
		[PANE_SEARCH] = &search_pane,
		[PANE_TITLES] = &titles_pane,
		[PANE_HELP] = &help_pane,
		[PANE_FIND] = &find_pane,
		[PANE_ONLY] = &only_pane,
		[PANE_FILTER] = &filter_pane,
		[PANE_COMMAND] = &command_pane,
	};
	return panes[id];
}

void pane_lay(struct ui *ui, enum pane_id id, const struct layout *l)
{
	const struct pane *pane = pane_of(id);
	if (pane->lay)
		pane->lay(ui, l);
	if (!pane->list)
		return;
	struct rect area = pane->list_area(ui, l);
	pane->make_rows(ui, area.cols);
	list_lay(pane->list(ui), area.rows);
}

bool pane_act(struct ui *ui, enum pane_id id, const struct layout *l,
	      enum action action, uint32_t count)
{
	const struct pane *pane = pane_of(id);
	if (pane->act && pane->act(ui, l, action, count))
		return true;
	if (!pane->list)
		return false;
	if (action != ACTION_FOLLOW && action != ACTION_ACCEPT)
		return list_act(pane->list(ui), action, count);
	pane->follow(ui);
	return true;
}

void pane_wheel(struct ui *ui, enum pane_id id, const struct layout *l,
		int lines)
{
	const struct pane *pane = pane_of(id);
	if (pane->wheel)
		pane->wheel(ui, l, lines);
	else if (pane->list)
		list_scroll(pane->list(ui), lines);
}

void pane_click(struct ui *ui, enum pane_id id, const struct layout *l, int row,
		int col)
{
	const struct pane *pane = pane_of(id);
	struct rect area = layout_area(ui, l, id);
	if (pane->click)
		pane->click(ui, l, row - area.row, col - area.col);
	if (pane->click || !pane->list)
		return;
	struct list *list = pane->list(ui);
	uint32_t item = list_at(list, row - pane->list_area(ui, l).row);
	ui_focus(ui, id);
	if (item == NO_ITEM)
		return;
	list->chosen = item;
	pane->follow(ui);
}

void pane_close(struct ui *ui, enum pane_id id)
{
	const struct pane *pane = pane_of(id);
	if (pane->close)
		pane->close(ui);
	else
		ui_focus(ui, ui->base);
}

void pane_draw_list(struct ui *ui, enum pane_id id, struct grid *g,
		    const struct layout *l, unsigned look)
{
	const struct pane *pane = pane_of(id);
	list_draw(pane->list(ui), g, pane->list_area(ui, l), look, marker(ui));
}

struct rect pane_side_area(const struct ui *ui, const struct layout *l,
			   enum pane_id id)
{
	struct rect area = layout_area(ui, l, id);
	area.col++;
	area.cols -= 2;
	return area;
}

void pane_draw_side(struct ui *ui, enum pane_id id, struct grid *g,
		    const struct layout *l, unsigned look)
{
	paint_fill(g, layout_area(ui, l, id), STR(" "), (struct style){0});
	pane_draw_list(ui, id, g, l, look);
}
