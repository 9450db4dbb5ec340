/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The help screen: the table of actions with the keys they have now. RET
 * does what is chosen.
 */
#include "config.h"

#include "ui/panes.h"

enum { KEYS_CELLS = 24, PAIR_COLS = 60 };

static void add_action(struct ui *ui, enum action action)
{
	const struct style plain = {0}, bold = {.attributes = ATTR_BOLD},
			   dim = {.role = ROLE_DIM};
	struct list *l = &ui->help;
	const struct action_info *info = action_info(action);
	struct buf keys = {0};
	keymap_names(&ui->keymap, action, &keys);
	if (keys.n == 0)
		buf_addf(&keys, ":%s", info->name);
	list_item(l);
	if (l->cols >= PAIR_COLS) {
		list_pair(l, KEYS_CELLS, plain, buf_str(&keys),
			  str_of(info->what));
	} else {
		list_text(l, 0, bold, 0, buf_str(&keys));
		list_text(l, 1, dim, 0, str_of(info->what));
	}
	buf_release(&keys);
}

static void make_rows(struct ui *ui, int cols)
{
	const struct style dim = {.role = ROLE_DIM};
	struct list *l = &ui->help;
	const char *group = "";
	list_clear(l, cols);
	for (enum action a = ACTION_NONE + 1; a < ACTIONS; a++) {
		if (action_group(a) != group) {
			group = action_group(a);
			if (a > ACTION_NONE + 1)
				list_space(l);
			list_end(l);
			list_text(l, 0, dim, 1, str_of(group));
		}
		add_action(ui, a);
	}
}

static struct rect list_area(const struct ui *ui, const struct layout *l)
{
	struct rect area = l->over;
	int cols = area.cols < ui->measure + 2 ? area.cols : ui->measure + 2;
	area.col = (area.cols - cols) / 2;
	area.cols = cols;
	return area;
}

static void draw(struct ui *ui, struct grid *g, const struct layout *l)
{
	pane_draw_list(ui, PANE_HELP, g, l, LIST_MARKED | LIST_CURSOR);
}

static struct list *list(struct ui *ui)
{
	return &ui->help;
}

static void follow(struct ui *ui)
{
	enum action action = (enum action)(ACTION_NONE + 1 + ui->help.chosen);
	ui_focus(ui, ui->base);
	if (!action_info(action)->is_typing)
		ui_act(ui, action, 0);
}

static bool act(struct ui *ui, const struct layout *l, enum action action,
		uint32_t count)
{
	(void)l;
	(void)count;
	if (action == ACTION_HELP)
		ui_focus(ui, ui->base);
	return action == ACTION_HELP;
}

/* Only chooses: among the actions is leaving the program. */
static void click(struct ui *ui, const struct layout *l, int row, int col)
{
	(void)l;
	(void)col;
	uint32_t chosen = list_at(&ui->help, row);
	if (chosen != NO_ITEM)
		ui->help.chosen = chosen;
}

const struct pane help_pane = {
	.draw = draw,
	.act = act,
	.click = click,
	.list = list,
	.list_area = list_area,
	.make_rows = make_rows,
	.follow = follow,
};
