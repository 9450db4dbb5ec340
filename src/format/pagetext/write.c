/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines with roles and shapes to an article, in the order of the page.
 */
#include "config.h"

#include "format/pagetext/page.h"
#include "text/language.h"
#include "text/utf8.h"

enum { GUESS_BYTES = 8192 };

static bool is_punctuation(char c)
{
	return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' ||
	       c == '?' || c == ')';
}

/* Text with its note marks made calls. A space before a mark that stands at
 * the end or before punctuation was the mark's, and goes with it. */
static void write_text(const struct page *page, struct build *b,
		       struct str text)
{
	size_t from = 0, at = 1, n, note;
	while ((n = notes_next(page, text, &at, &note)) > 0) {
		size_t end = at;
		bool closes =
			at + n == text.n || is_punctuation(text.p[at + n]);
		if (closes && text.p[end - 1] == ' ')
			end--;
		build_text(b, str_sub(text, from, end));
		build_note_call(b, page->notes.at[note].label);
		at += n;
		from = at;
	}
	build_text(b, str_from_at(text, from));
}

static void write_meta(const struct page *page, struct build *b)
{
	struct page_date d = page->date;
	struct buf text = {0};
	if (page->title != NO_LINE)
		build_meta(b, META_TITLE, page->lines.at[page->title].text);
	build_meta(b, META_SERIES, page->series);
	if (d.year > 0) {
		buf_addf(&text, "%04d-%02d-%02d", d.year, d.month, d.day);
		build_meta(b, META_DATE, buf_str(&text));
	}
	for (size_t i = 0; i < page->n_names; i++)
		build_author(b, page->names[i], STR(""));
	text.n = 0;
	for (size_t i = 0; i < page->lines.n && text.n < GUESS_BYTES; i++) {
		const struct line *l = &page->lines.at[i];
		if (l->role != ROLE_TEXT && l->role != ROLE_DECK)
			continue;
		buf_add(&text, l->text);
		buf_add_char(&text, '\n');
	}
	build_meta(b, META_LANGUAGE, language_guess(buf_str(&text)));
	buf_release(&text);
}

/* The author that a life is of: the one it begins with, else the first. */
static struct str author_of(const struct page *page, struct str life)
{
	for (size_t i = 0; i < page->n_names; i++)
		if (str_starts(life, page->names[i]))
			return page->names[i];
	return page->n_names > 0 ? page->names[0] : STR("");
}

/* "Read more: Title" is a group and a title; a run-together line a title and
 * a teaser. */
static void write_related(const struct page *page, struct build *b, size_t i,
			  struct str group)
{
	const struct line *l = &page->lines.at[i];
	struct str text = line_body(l);
	if (l->kinds & KIND_INLINE && l->lead == 0) {
		size_t colon = str_find_char(text, ':', 0);
		if (colon + 1 < text.n) {
			group = str_trim(str_sub(text, 0, colon));
			text = str_trim(str_from_at(text, colon + 1));
		}
	}
	size_t at = tail_split(text);
	struct str teaser = str_from_at(text, at);
	text = str_sub(text, 0, at);
	if (teaser.n == 0 && i + 1 < page->lines.n && l[1].role == ROLE_TEASER)
		teaser = l[1].text;
	build_related(b, group, text, teaser, STR(""));
}

/* The next line of the text if it is of the same shape and list. */
static bool list_goes_on(const struct page *page, size_t i)
{
	const struct line *l = &page->lines.at[i];
	while (++i < page->lines.n && i < page->to &&
	       page->lines.at[i].role == ROLE_NONE)
		;
	if (i >= page->lines.n || page->lines.at[i].role != ROLE_TEXT)
		return false;
	const struct line *next = &page->lines.at[i];
	if (next->shape != l->shape)
		return false;
	return l->shape == SHAPE_ITEM || next->number > l->number;
}

static void write_item(const struct page *page, struct build *b, size_t i,
		       bool *in_list)
{
	const struct line *l = &page->lines.at[i];
	enum container list = l->shape == SHAPE_ITEM ? IN_LIST : IN_ORDERED;
	if (!*in_list)
		build_enter(b, list);
	if (l->shape == SHAPE_NUMBERED)
		build_number(b, l->number);
	build_enter(b, IN_ITEM);
	build_open(b, BLOCK_PARAGRAPH);
	write_text(page, b, line_body(l));
	build_close(b);
	build_leave(b, IN_ITEM);
	*in_list = list_goes_on(page, i);
	if (!*in_list)
		build_leave(b, list);
}

/* The end of the lines from i on that are one block: of i's shape, in its
 * group. */
static size_t block_end(const struct page *page, size_t i)
{
	const struct line *l = &page->lines.at[i];
	size_t end = i + 1;
	while (end < page->lines.n && page->lines.at[end].role == ROLE_TEXT &&
	       page->lines.at[end].shape == l->shape &&
	       page->lines.at[end].group == l->group)
		end++;
	return end;
}

static void write_code(const struct page *page, struct build *b, size_t i,
		       size_t end)
{
	uint16_t indent = UINT16_MAX;
	for (size_t k = i; k < end; k++)
		if (page->lines.at[k].indent < indent)
			indent = page->lines.at[k].indent;
	build_open(b, BLOCK_CODE);
	for (size_t k = i; k < end; k++) {
		const struct line *l = &page->lines.at[k];
		for (uint16_t c = indent; c < l->indent; c++)
			build_text(b, STR(" "));
		build_text(b, l->text);
		if (k + 1 < end)
			build_text(b, STR("\n"));
	}
	build_close(b);
}

/* Lines of verse or of a quotation, each on its own line. */
static void write_lines(const struct page *page, struct build *b, size_t i,
			size_t end)
{
	build_open(b, BLOCK_PARAGRAPH);
	for (size_t k = i; k < end; k++) {
		struct str text = page->lines.at[k].text;
		if (str_starts(text, STR("> ")))
			text = str_from_at(text, 2);
		if (k > i)
			build_break(b);
		write_text(page, b, text);
	}
	build_close(b);
}

/* The block that begins at line i; returns the line behind it. */
static size_t write_block(const struct page *page, struct build *b, size_t i,
			  bool *in_list)
{
	const struct line *l = &page->lines.at[i];
	size_t end = i + 1;
	switch ((enum shape)l->shape) {
	case SHAPE_ITEM:
	case SHAPE_NUMBERED:
		write_item(page, b, i, in_list);
		return end;
	case SHAPE_CODE:
		end = block_end(page, i);
		write_code(page, b, i, end);
		return end;
	case SHAPE_QUOTE:
		end = block_end(page, i);
		build_enter(b, IN_QUOTE);
		write_lines(page, b, i, end);
		build_leave(b, IN_QUOTE);
		return end;
	case SHAPE_VERSE:
		end = block_end(page, i);
		write_lines(page, b, i, end);
		return end;
	case SHAPE_RULE:
		build_open(b, BLOCK_RULE);
		build_close(b);
		return end;
	case SHAPE_HEADING:
		build_heading(b, 2);
		break;
	case SHAPE_CAPTION:
		build_open(b, BLOCK_CAPTION);
		break;
	case SHAPE_PARAGRAPH:
		build_open(b, BLOCK_PARAGRAPH);
		break;
	}
	write_text(page, b, l->text);
	build_close(b);
	return end;
}

static void write_deck(const struct page *page, struct build *b)
{
	for (size_t i = 0; i < page->lines.n; i++) {
		if (page->lines.at[i].role != ROLE_DECK)
			continue;
		build_open(b, BLOCK_DECK);
		write_text(page, b, page->lines.at[i].text);
		build_close(b);
	}
}

static void write_notes(const struct page *page, struct build *b)
{
	for (size_t i = 0; i < page->notes.n; i++) {
		build_note_open(b, page->notes.at[i].label);
		build_text(b, page->notes.at[i].text);
		build_note_close(b);
	}
}

void page_write(const struct page *page, struct build *b)
{
	struct str group = STR("");
	bool in_list = false;
	write_meta(page, b);
	write_deck(page, b);
	for (size_t i = 0; i < page->lines.n;) {
		const struct line *l = &page->lines.at[i];
		if (l->role == ROLE_TEXT) {
			i = write_block(page, b, i, &in_list);
			continue;
		}
		if (l->role == ROLE_ABOUT)
			build_author(b, author_of(page, l->text), l->text);
		else if (l->role == ROLE_GROUP)
			group = l->text;
		else if (l->role == ROLE_RELATED)
			write_related(page, b, i, group);
		i++;
	}
	write_notes(page, b);
}
