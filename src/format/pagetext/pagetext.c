/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A saved web page as plain text: the format's two functions.
 */
#include "config.h"

#include "format/pagetext/page.h"
#include "format/reader.h"

/* Whether the line is surely none of an article. */
static bool is_furniture(const struct line *l)
{
	return l->kinds & (KIND_END | KIND_SHARE | KIND_COMMENTS | KIND_AD |
			   KIND_LEGAL) ||
	       (l->group_lines >= 4 && l->words <= 3 && !l->ends_sentence &&
		l->lead == 0);
}

/* A list that follows the text without a break is of the text: entries with
 * a bullet or number in front, or a block that a line with a colon opens. */
static void extend_list(struct page *page)
{
	bool is_open = false;
	if (page->to == page->from)
		return;
	for (; page->to < page->lines.n; page->to++) {
		const struct line *l = &page->lines.at[page->to];
		bool in_block = l->blank_before == 0 && l->group == l[-1].group;
		bool opens = l->ends_clause && l->group_lines >= 3 &&
			     l->group == page->to && l[-1].ends_sentence;
		bool goes_on = in_block && (is_open || l[-1].ends_clause);
		if (l->kinds != 0 || l->role != ROLE_NONE ||
		    !(opens || goes_on || (l->lead > 0 && l[-1].lead > 0)))
			break;
		is_open = opens || goes_on;
	}
}

/* Nothing is left out on a mere guess: with no line above (or below) the
 * text that is surely furniture, all of them are text. */
static void keep_unsure(struct page *page)
{
	size_t i;
	for (i = 0; i < page->from; i++)
		if (is_furniture(&page->lines.at[i]))
			break;
	if (i == page->from)
		page->from = 0;
	for (i = page->to; i < page->lines.n; i++)
		if (is_furniture(&page->lines.at[i]))
			break;
	if (i == page->lines.n)
		page->to = page->lines.n;
}

static void find_all(struct page *page)
{
	span_find(page);
	bool is_flat = page->title != NO_LINE;
	front_find(page);
	notes_find(page);
	extend_list(page);
	tail_find(page, is_flat);
	keep_unsure(page);
	body_find(page);
}

void pagetext_read(const struct source *source, struct build *b)
{
	struct page page = {0};
	page_read(&page, source->text);
	find_all(&page);
	page_write(&page, b);
	page_release(&page);
}
