/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/pages.h"

#include "base/mem.h"
#include "cli/confine.h"
#include "cli/mode.h"
#include "text/hyphen.h"
#include "typeset/page.h"

struct pages {
	struct hyphens *hyphens;
	unsigned printed; /* articles so far */
};

struct pages *pages_new(void)
{
	struct pages *pages = mem_new(sizeof *pages);
	pages->hyphens = hyphens_new(NULL);
	return pages;
}

void pages_free(struct pages *pages)
{
	hyphens_free(pages->hyphens);
	mem_free(pages);
}

void pages_part(struct pages *pages, const struct printing *p)
{
	if (pages->printed++ == 0)
		return;
	struct buf rule = {0};
	for (unsigned i = 0; i < p->measure; i++)
		buf_add(&rule, p->ascii ? STR("=") : STR("═"));
	fputc('\n', p->out);
	print_styled(p, SGR_DIM, buf_str(&rule));
	fputs("\n\n", p->out);
	buf_release(&rule);
}

static unsigned run_sgr(uint32_t style)
{
	unsigned sgr = 0;
	if (style & (RUN_STRONG | RUN_HEADING | RUN_TITLE))
		sgr |= SGR_BOLD;
	if (style & (RUN_EMPHASIS | RUN_DECK))
		sgr |= SGR_ITALIC;
	if (style & RUN_LINK)
		sgr |= SGR_UNDERLINE;
	if (style & RUN_DIM)
		sgr |= SGR_DIM;
	return sgr;
}

static void print_line(const struct printing *p, const struct line *line)
{
	if (line->n)
		fprintf(p->out, "%*s", (int)line->indent, "");
	struct confine turns = {0};
	struct buf closing = {0};
	for (uint32_t i = 0; i < line->n; i++) {
		print_styled(p, run_sgr(line->runs[i].style),
			     line->runs[i].text);
		confine_add(&turns, line->runs[i].text);
	}
	confine_end(&turns, &closing);
	print_styled(p, 0, buf_str(&closing));
	fputc('\n', p->out);
	buf_release(&closing);
	confine_release(&turns);
}

void pages_print(struct pages *pages, const struct printing *p,
		 const struct article *a, int32_t first, int32_t end)
{
	struct page_options how = {.measure = p->measure,
				   .hyphenate = p->hyphenate,
				   .wrap = true,
				   .ascii = p->ascii};
	struct page *page = page_new(a, &how, pages->hyphens);
	if (end > page_end(page))
		end = page_end(page);
	for (int32_t unit = first; unit < end; unit++) {
		const struct setting *set = page_unit(page, unit);
		for (uint32_t i = 0; i < set->n; i++)
			print_line(p, &set->lines[i]);
		page_forget(page);
	}
	page_free(page);
}
