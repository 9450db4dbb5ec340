/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit.h"

#include "describe.h"

#include "format/format.h"

static const char *const tags[SPAN_TYPES] = {
	[SPAN_EMPHASIS] = "i", [SPAN_STRONG] = "b",  [SPAN_CODE] = "code",
	[SPAN_STRIKE] = "s",   [SPAN_SUPER] = "sup", [SPAN_SUB] = "sub",
	[SPAN_LINK] = "a"};

static void add_start(const struct article *a, const struct span *s,
		      struct buf *out)
{
	if (s->type == SPAN_NOTE)
		buf_addf(out, "[^%.*s]",
			 STR_ARG(article_str(
				 a, article_note(a, s->target)->label)));
	else if (s->type == SPAN_LINK)
		buf_addf(out, "<a %.*s>",
			 STR_ARG(article_str(a,
					     article_link(a, s->target)->url)));
	else
		buf_addf(out, "<%s>", tags[s->type]);
}

static void add_text(const struct article *a, uint32_t unit, struct buf *out)
{
	struct str text = article_unit_text(a, unit);
	uint32_t n;
	const struct span *spans = article_unit_spans(a, unit, &n);
	for (uint32_t at = 0; at <= text.n; at++) {
		/* Inner spans end first. */
		for (uint32_t i = n; i > 0; i--)
			if (spans[i - 1].end == at &&
			    spans[i - 1].type != SPAN_NOTE)
				buf_addf(out, "</%s>", tags[spans[i - 1].type]);
		for (uint32_t i = 0; i < n; i++)
			if (spans[i].start == at)
				add_start(a, &spans[i], out);
		if (at == text.n)
			break;
		if (text.p[at] == '\n')
			buf_add(out, STR(" / "));
		else if (text.p[at] == '\t')
			buf_add(out, STR(" | "));
		else
			buf_add_char(out, text.p[at]);
	}
	buf_add_char(out, '\n');
}

static void add_block(const struct article *a, uint32_t i, struct buf *out)
{
	const struct block *b = article_block(a, i);
	struct str info = article_str(a, b->info);
	buf_add(out, block_type_name(b->type));
	if (b->level)
		buf_addf(out, " %d", b->level);
	if (b->quote)
		buf_addf(out, " quote %d", b->quote);
	if (b->number)
		buf_addf(out, " number %u", b->number);
	if (b->flags & BLOCK_CONTINUED)
		buf_add(out, STR(" continued"));
	if (b->flags & BLOCK_TASK)
		buf_add(out,
			b->flags & BLOCK_DONE ? STR(" done") : STR(" to do"));
	if (info.n)
		buf_addf(out, " (%.*s)", STR_ARG(info));
	buf_add(out, STR(": "));
	add_text(a, i, out);
}

static void add_meta(struct buf *out, const char *name, const struct article *a,
		     struct ref value)
{
	if (value.n)
		buf_addf(out, "%s: %.*s\n", name,
			 STR_ARG(article_str(a, value)));
}

void describe(const struct article *a, struct buf *out)
{
	add_meta(out, "title", a, a->title);
	add_meta(out, "series", a, a->series);
	add_meta(out, "date", a, a->date);
	add_meta(out, "url", a, a->url);
	add_meta(out, "description", a, a->description);
	for (uint32_t i = 0; i < a->authors.n; i++)
		buf_addf(out, "author: %.*s (%.*s)\n",
			 STR_ARG(article_str(a, article_author(a, i)->name)),
			 STR_ARG(article_str(a, article_author(a, i)->about)));
	for (uint32_t i = 0; i < a->tags.n; i++)
		buf_addf(out, "tag: %.*s\n", STR_ARG(article_tag(a, i)));
	for (uint32_t i = 0; i < a->blocks.n; i++)
		add_block(a, i, out);
	for (uint32_t i = 0; i < a->notes.n; i++) {
		buf_addf(out, "note %.*s: ",
			 STR_ARG(article_str(a, article_note(a, i)->label)));
		add_text(a, a->blocks.n + i, out);
	}
	for (uint32_t i = 0; i < a->related.n; i++) {
		const struct related *r = article_related(a, i);
		buf_addf(out, "related: %.*s <%.*s>\n",
			 STR_ARG(article_str(a, r->title)),
			 STR_ARG(article_str(a, r->url)));
	}
	for (uint32_t i = 0; i < a->problems.n; i++)
		buf_addf(out, "problem: %.*s\n",
			 STR_ARG(article_problem(a, i)));
}

void assert_article(const char *source, const char *path, const char *format,
		    const char *want)
{
	struct err err = {"?"};
	struct buf got = {0};
	struct article *a = format_parse(str_of(source), str_of(path),
					 str_of(format), &err);
	if (!a)
		fail_msg("no article: %s", err.text);
	if (!article_check(a, a->size, &err))
		fail_msg("not valid: %s", err.text);
	describe(a, &got);
	assert_string_equal(buf_cstr(&got), want);
	buf_release(&got);
	article_free(a);
}
