/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/sheet.h"

#include <string.h>

#include "base/buf.h"
#include "base/mem.h"

static const char *look(uint32_t style)
{
	static const struct {
		uint32_t style;
		const char *name;
	} looks[] = {
		{RUN_NOTE_MARK, "note"}, {RUN_LINK, "link"},
		{RUN_TITLE, "title"},	 {RUN_HEADING, "heading"},
		{RUN_DECK, "deck"},	 {RUN_CODE, "code"},
		{RUN_STRIKE, "strike"},	 {RUN_DIM, "dim"},
		{RUN_STRONG, "strong"},	 {RUN_EMPHASIS, "em"},
	};
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
		if (style & looks[i].style)
			return looks[i].name;
	return NULL;
}

static void add_line(struct buf *out, const struct line *line, bool marked)
{
	for (uint32_t i = 0; i < line->indent; i++)
		buf_add_char(out, ' ');
	for (uint32_t i = 0; i < line->n; i++) {
		const struct run *run = &line->runs[i];
		const char *name = marked ? look(run->style) : NULL;
		if (name)
			buf_addf(out, "{%s ", name);
		buf_add(out, run->text);
		if (name)
			buf_add_char(out, '}');
	}
	buf_add_char(out, '\n');
}

static char *print(struct article *article, const struct page_options *options,
		   int32_t first, bool marked, uint32_t skip)
{
	struct hyphens *hyphens = options->hyphenate ? hyphens_new(NULL) : NULL;
	struct page *page = page_new(article, options, hyphens);
	struct buf out = {0};
	for (int32_t unit = first; unit < page_end(page); unit++) {
		const struct setting *set = page_unit(page, unit);
		for (uint32_t i = unit == first ? skip : 0; i < set->n; i++)
			add_line(&out, &set->lines[i], marked);
	}
	page_free(page);
	hyphens_free(hyphens);
	article_free(article);
	buf_add_char(&out, '\0');
	return out.p;
}

char *sheet(struct article *article, const struct page_options *options,
	    int32_t first, bool marked)
{
	return print(article, options, first, marked, 0);
}

char *sheet_paragraph(const char *text, unsigned measure)
{
	struct page_options options = {.measure = measure, .hyphenate = true};
	struct build *b = build_new(STR("text"));
	build_meta(b, META_TITLE, STR("x"));
	build_meta(b, META_LANGUAGE, STR("en"));
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, str_of(text));
	return print(build_finish(b), &options, 0, false, 1);
}
