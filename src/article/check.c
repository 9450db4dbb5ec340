/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether bytes from elsewhere are an article. Linear: text that several
 * refs share is paid for each time, and there is only so much to pay.
 */
#include "config.h"

#include <stdalign.h>

#include "article/article.h"
#include "text/utf8.h"

struct check {
	const struct article *a;
	size_t budget; /* bytes of strings still to be looked at */
	const char *wrong;
};

static bool fail(struct check *c, const char *what)
{
	if (!c->wrong)
		c->wrong = what;
	return false;
}

static bool is_inside(const struct check *c, struct ref r, size_t size)
{
	return r.off <= c->a->size &&
	       (uint64_t)r.n * size <= c->a->size - r.off;
}

static bool array_ok(struct check *c, struct ref r, size_t size)
{
	if (!is_inside(c, r, size) || r.off % alignof(uint32_t) != 0)
		return fail(c, "an array lies outside");
	if (r.n && r.off < sizeof(struct article))
		return fail(c, "an array overlaps the header");
	return true;
}

static bool is_harmless(struct str s, bool has_lines)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char b = (unsigned char)s.p[i];
		bool is_line = b == '\n' || b == '\t';
		if ((b < 0x20 && !(has_lines && is_line)) || b == 0x7f)
			return false;
		if (b == 0xc2 && i + 1 < s.n &&
		    (unsigned char)s.p[i + 1] < 0xa0)
			return false; /* C1 */
	}
	return utf8_is_valid(s);
}

static bool string_ok(struct check *c, struct ref r, bool has_lines)
{
	if (!is_inside(c, r, 1))
		return fail(c, "a string lies outside");
	if (r.n > c->budget)
		return fail(c, "strings overlap");
	c->budget -= r.n;
	if (!is_harmless(article_str(c->a, r), has_lines))
		return fail(c, "a string is no clean text");
	return true;
}

/* Whether byte `off` of the text begins a code point or is its end. */
static bool is_boundary(struct str text, uint32_t off)
{
	return off == text.n ||
	       (off < text.n && ((unsigned char)text.p[off] & 0xc0) != 0x80);
}

static bool spans_ok(struct check *c, uint32_t unit)
{
	const struct article *a = c->a;
	struct ref all = a->spans;
	struct ref own = unit < a->blocks.n
				 ? article_block(a, unit)->spans
				 : article_note(a, unit - a->blocks.n)->spans;
	if (own.n == 0)
		return true;
	if (own.off < all.off || own.off % alignof(uint32_t) != 0 ||
	    own.off + (uint64_t)own.n * sizeof(struct span) >
		    all.off + (uint64_t)all.n * sizeof(struct span))
		return fail(c, "spans lie outside their array");
	if (own.n > c->budget)
		return fail(c, "spans overlap");
	c->budget -= own.n;
	struct str text = article_unit_text(a, unit);
	uint32_t n, last = 0;
	const struct span *spans = article_unit_spans(a, unit, &n);
	for (uint32_t i = 0; i < n; i++) {
		struct span s = spans[i];
		if (s.type >= SPAN_TYPES || s.start > s.end || s.end > text.n ||
		    s.start < last || !is_boundary(text, s.start) ||
		    !is_boundary(text, s.end))
			return fail(c, "a span is out of place");
		if ((s.type == SPAN_LINK && s.target >= a->links.n) ||
		    (s.type == SPAN_NOTE && s.target >= a->notes.n))
			return fail(c, "a span leads nowhere");
		last = s.start;
	}
	return true;
}

static bool blocks_ok(struct check *c)
{
	const struct article *a = c->a;
	for (uint32_t i = 0; i < a->blocks.n; i++) {
		const struct block *b = article_block(a, i);
		if (b->type >= BLOCK_TYPES ||
		    (b->type == BLOCK_DECK && i > 0) ||
		    (b->type == BLOCK_HEADING &&
		     (b->level < 1 || b->level > 6)))
			return fail(c, "a block is of no known kind");
		if (b->type == BLOCK_RULE && (b->text.n || b->spans.n))
			return fail(c, "a rule has text");
		if (!string_ok(c, b->text, true) ||
		    !string_ok(c, b->info, false) || !spans_ok(c, i))
			return false;
	}
	for (uint32_t i = 0; i < a->notes.n; i++) {
		const struct note *n = article_note(a, i);
		if (!string_ok(c, n->label, false) ||
		    !string_ok(c, n->text, true) ||
		    !spans_ok(c, a->blocks.n + i))
			return false;
		if (n->block == NO_INDEX)
			continue;
		if (n->block >= a->blocks.n ||
		    !is_boundary(article_unit_text(a, n->block), n->at))
			return fail(c, "a note is called from nowhere");
	}
	return true;
}

static bool lists_ok(struct check *c)
{
	const struct article *a = c->a;
	for (uint32_t i = 0; i < a->links.n; i++) {
		const struct link *l = article_link(a, i);
		if (!string_ok(c, l->url, false))
			return false;
		if (l->unit >= article_units(a))
			return fail(c, "a link stands nowhere");
		struct str text = article_unit_text(a, l->unit);
		if (l->start > l->end || l->end > text.n ||
		    !is_boundary(text, l->start) || !is_boundary(text, l->end))
			return fail(c, "a link is out of place");
	}
	for (uint32_t i = 0; i < a->authors.n; i++)
		if (!string_ok(c, article_author(a, i)->name, false) ||
		    !string_ok(c, article_author(a, i)->about, false))
			return false;
	for (uint32_t i = 0; i < a->related.n; i++) {
		const struct related *r = article_related(a, i);
		if (!string_ok(c, r->group, false) ||
		    !string_ok(c, r->title, false) ||
		    !string_ok(c, r->teaser, false) ||
		    !string_ok(c, r->url, false))
			return false;
	}
	const struct ref lists[] = {a->tags, a->problems};
	for (size_t k = 0; k < 2; k++)
		for (uint32_t i = 0; i < lists[k].n; i++) {
			const struct ref *r =
				article_at(a, lists[k], i, sizeof(struct ref));
			if (!string_ok(c, *r, false))
				return false;
		}
	return true;
}

static bool header_ok(struct check *c)
{
	const struct article *a = c->a;
	const struct ref strings[] = {a->format,     a->url,  a->title,
				      a->series,     a->date, a->language,
				      a->description};
	for (size_t i = 0; i < sizeof strings / sizeof strings[0]; i++)
		if (!string_ok(c, strings[i], false))
			return false;
	if (a->title.n == 0)
		return fail(c, "there is no title");
	return array_ok(c, a->blocks, sizeof(struct block)) &&
	       array_ok(c, a->notes, sizeof(struct note)) &&
	       array_ok(c, a->spans, sizeof(struct span)) &&
	       array_ok(c, a->links, sizeof(struct link)) &&
	       array_ok(c, a->authors, sizeof(struct author)) &&
	       array_ok(c, a->related, sizeof(struct related)) &&
	       array_ok(c, a->tags, sizeof(struct ref)) &&
	       array_ok(c, a->problems, sizeof(struct ref));
}

bool article_check(const void *bytes, size_t n, struct err *err)
{
	const struct article *a = bytes;
	struct check c = {.a = a, .budget = n};
	if (n < sizeof *a || a->magic != ARTICLE_MAGIC ||
	    a->version != ARTICLE_VERSION || a->size != n)
		fail(&c, "the header is not one");
	else if (header_ok(&c) && blocks_ok(&c))
		lists_ok(&c);
	if (c.wrong)
		err_set(err, "not a valid article: %s", c.wrong);
	return !c.wrong;
}
