/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making items is one walk over the clusters of the text beside the breaks of
 * UAX #14. Splitting them afterwards is a copy of the list in which the boxes
 * concerned fall into parts: first the few that are wider than the measure,
 * then, round by round, words worth a hyphen.
 */
#include "config.h"

#include "typeset/items.h"

#include <string.h>

#include "text/grapheme.h"
#include "text/linebreak.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/word.h"
#include "typeset/setter.h"

/* Words outside this are not given to the hyphenator: too short to gain from
 * it, or no words. Bytes. */
enum { HYPHENATE_MIN = 5, HYPHENATE_MAX = 100 };

enum cluster_kind { TEXT, SPACE, SOFT };

/* White space that a line's end swallows; U+00A0 and its like are text. */
static bool is_space(uint32_t c)
{
	return c == 0x20 || c == 0x09 || c == 0x0a || c == 0x1680 ||
	       (c >= 0x2000 && c <= 0x200a && c != 0x2007) || c == 0x2028 ||
	       c == 0x2029 || c == 0x205f || c == 0x3000;
}

/* The end of the cluster at `at`, what it is, and its cells. */
static uint32_t cluster(struct str text, uint32_t at, enum cluster_kind *kind,
			uint32_t *cells)
{
	char c = text.p[at];
	if ((unsigned char)c < 0x80 &&
	    (at + 1 == text.n || (unsigned char)text.p[at + 1] < 0x80)) {
		*kind = c == ' ' || c == '\n' || c == '\t' ? SPACE : TEXT;
		*cells = c != '\n' && c != '\t';
		return at + 1;
	}
	uint32_t end = (uint32_t)grapheme_next(text, at);
	struct str s = str_sub(text, at, end);
	uint32_t code;
	size_t n = utf8_next(s, 0, &code);
	bool is_single = n == s.n;
	*kind = is_single && is_space(code) ? SPACE
		: is_single && code == 0xad ? SOFT
					    : TEXT;
	*cells = *kind == SOFT ? 0 : (uint32_t)width_cluster(s);
	return end;
}

static void push(struct items *items, struct item item)
{
	if (items->list.n) {
		const struct item *last = vec_last(&items->list);
		item.at = last->at + last->cells + last->glue;
	} else {
		item.at = 0;
	}
	vec_push(&items->list, item);
}

/* Whether the box is one letter, and a word. */
static bool is_letter(struct str text, const struct item *item)
{
	if (item->cells != 1 || item->glue == 0)
		return false;
	size_t at = 0;
	struct str word;
	return word_next(str_sub(text, item->start, item->end), &at, &word);
}

static uint8_t kind_of(struct str text, const struct item *item, bool is_hard,
		       bool is_soft)
{
	if (is_hard)
		return END_HARD;
	if (is_soft)
		return END_HYPHEN;
	return is_letter(text, item) ? END_LETTER : END_PLAIN;
}

/* Whether all that is in the box so far are hyphens: those of "-i", "--dump",
 * "-5" belong to what follows (rule LB20a of later versions). */
static bool is_hyphens(struct str text, const struct item *item)
{
	uint32_t at = item->start;
	while (at < item->end && text.p[at] == '-')
		at++;
	return at == item->end && at > item->start && item->glue == 0;
}

/* The first insert at `at` or behind it. */
static uint32_t first_insert(const struct runs *runs, uint32_t at)
{
	size_t low = 0, high = runs->inserts.n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (runs->inserts.at[mid].at < at)
			low = mid + 1;
		else
			high = mid;
	}
	return (uint32_t)low;
}

/* Gives the item the inserts that stand at the end of its box or in its glue:
 * these move to the box's end, so that a mark stays with its word. */
static void take_inserts(struct runs *runs, struct item *item, uint32_t at)
{
	while (item->inserts < runs->inserts.n &&
	       runs->inserts.at[item->inserts].at <= at) {
		struct insert *insert = &runs->inserts.at[item->inserts++];
		if (insert->at > item->end)
			insert->at = item->end;
		item->cells += insert->cells;
	}
}

/* A label before the text ("header: "): the line may end behind it. */
static bool ends_in_blank(const struct runs *runs, const struct item *item,
			  uint32_t insert_start)
{
	return item->inserts > insert_start &&
	       str_ends(runs->inserts.at[item->inserts - 1].text, STR(" "));
}

void items_make(struct setter *s, uint32_t from, uint32_t to)
{
	struct runs *runs = &s->runs;
	struct items *items = &s->items;
	s->scratch.n = 0;
	unsigned char *breaks =
		(unsigned char *)buf_reserve(&s->scratch, to - from + 1);
	linebreak_find(str_sub(runs->text, from, to), breaks);
	breaks[to - from] = BREAK_MUST;
	struct str text = str_sub(runs->text, 0, to);

	items->list.n = 0;
	items->insert_start = first_insert(runs, from);
	struct item item = {
		.start = from, .end = from, .inserts = items->insert_start};
	take_inserts(runs, &item, from);
	if (ends_in_blank(runs, &item, items->insert_start)) {
		push(items, item);
		item = (struct item){
			.start = from, .end = from, .inserts = item.inserts};
	}
	bool is_soft = false;
	for (uint32_t at = from; at < to;) {
		enum cluster_kind kind;
		uint32_t cells;
		at = cluster(text, at, &kind, &cells);
		if (kind == SPACE) {
			item.glue += cells;
		} else if (kind == SOFT) {
			is_soft = true;
		} else {
			item.cells += item.glue + cells;
			item.glue = 0;
			item.end = at;
			is_soft = false;
		}
		take_inserts(runs, &item, at);
		if (breaks[at - from] == BREAK_NO || at == to ||
		    (breaks[at - from] == BREAK_MAY && is_hyphens(text, &item)))
			continue;
		item.kind =
			kind_of(text, &item, breaks[at - from] == BREAK_MUST,
				is_soft && item.glue == 0);
		push(items, item);
		item = (struct item){
			.start = at, .end = at, .inserts = item.inserts};
		is_soft = false;
	}
	item.kind = END_HARD;
	push(items, item);
}

void items_extent(const struct items *items, uint32_t *min, uint32_t *max)
{
	uint32_t start = 0;
	*min = *max = 0;
	for (size_t i = 0; i < items->list.n; i++) {
		const struct item *item = &items->list.at[i];
		uint32_t end = item->at + item->cells;
		if (item->cells > *min)
			*min = item->cells;
		if (end - start > *max)
			*max = end - start;
		if (item->kind == END_HARD)
			start = end + item->glue;
	}
}

/* The parts of a box, as they are made. */
struct parting {
	struct setter *s;
	struct item part;
	uint32_t measure;
	uint32_t insert_end; /* of the whole item */
};

static void part_close(struct parting *p, uint32_t at, uint8_t kind)
{
	p->part.end = at;
	p->part.kind = kind;
	push(&p->s->items, p->part);
	p->part = (struct item){
		.start = at, .inserts = p->part.inserts, .is_tried = true};
}

/* Inserts at `at` join the part, or begin the next where it gets too wide. */
static void part_inserts(struct parting *p, uint32_t at)
{
	struct runs *runs = &p->s->runs;
	while (p->part.inserts < p->insert_end &&
	       runs->inserts.at[p->part.inserts].at <= at) {
		struct insert *insert = &runs->inserts.at[p->part.inserts];
		if (insert->cells > p->measure) {
			insert->text = width_cut(insert->text, p->measure);
			insert->cells = (uint32_t)width_text(insert->text);
		}
		if (p->part.cells && p->part.cells + insert->cells > p->measure)
			part_close(p, at, END_CLUSTER);
		p->part.inserts++;
		p->part.cells += insert->cells;
	}
}

/* Pushes the item's box in parts: a cut before byte i of the box if cuts[i],
 * which is then one more than its enum item_end. Cuts inside a cluster do not
 * count; without cuts every cluster is a part. */
static void push_parts(struct setter *s, const struct item *item,
		       uint32_t insert_start, const unsigned char *cuts,
		       uint32_t measure)
{
	struct parting p = {
		.s = s, .measure = measure, .insert_end = item->inserts};
	p.part = (struct item){.start = item->start,
			       .inserts = insert_start,
			       .is_tried = true};
	struct str text = str_sub(s->runs.text, 0, item->end);
	part_inserts(&p, item->start);
	for (uint32_t at = item->start, next; at < item->end; at = next) {
		enum cluster_kind kind;
		uint32_t cells;
		next = cluster(text, at, &kind, &cells);
		uint32_t cut = cuts ? cuts[at - item->start] : END_CLUSTER + 1u;
		if (cut && (at > item->start || p.part.cells))
			part_close(&p, at, (uint8_t)(cut - 1));
		if (!cuts && cells > measure) {
			p.part.is_too_wide = true;
			cells = measure;
		}
		p.part.cells += cells;
		part_inserts(&p, next);
	}
	p.part.glue = item->glue;
	part_close(&p, item->end, item->kind);
}

/* A box may hold an address that the rules of UAX #14 leave whole. */
static bool is_address(struct str box)
{
	return str_find_char(box, '/', 0) < box.n ||
	       str_find_char(box, '@', 0) < box.n || str_has(box, STR("www."));
}

/* Cuts behind the marks of an address, but not between several in a row, not
 * in numbers, and not so that a part is shorter than three bytes. */
static void cut_address(struct str box, unsigned char *cuts)
{
	const struct str marks = STR("/?&-.=_#%");
	for (size_t i = 3; i + 3 < box.n; i++) {
		bool before = str_find_char(marks, box.p[i - 1], 0) < marks.n;
		bool here = str_find_char(marks, box.p[i], 0) < marks.n;
		bool in_number = box.p[i - 1] != '/' &&
				 ascii_is_digit(box.p[i - 2]) &&
				 ascii_is_digit(box.p[i]);
		if (before && !here && !in_number)
			cuts[i] = END_PART + 1;
	}
}

/* Whether a word of this box is one that a book would hyphenate: no part of a
 * compound that has its hyphen, no name of a program, no acronym. */
static bool is_hyphenable(const struct setter *s, const struct item *item,
			  struct str word)
{
	struct str text = s->runs.text;
	if (word.n < HYPHENATE_MIN || word.n > HYPHENATE_MAX ||
	    (ascii_is_upper(word.p[0]) && ascii_is_upper(word.p[1])))
		return false;
	if (item->start > 0 && text.p[item->start - 1] == '-')
		return false;
	for (uint32_t i = item->start; i < item->end; i++)
		if (text.p[i] == '-' || text.p[i] == '_' || text.p[i] == '/' ||
		    text.p[i] == '@' || ascii_is_digit(text.p[i]))
			return false;
	uint32_t at = (uint32_t)(word.p - text.p);
	return !(runs_style(&s->runs, at) & RUN_CODE);
}

static bool cut_hyphens(struct setter *s, const struct item *item,
			unsigned char *cuts)
{
	struct str box = str_sub(s->runs.text, item->start, item->end);
	unsigned char marks[HYPHENATE_MAX];
	struct str word;
	bool any = false;
	for (size_t at = 0; word_next(box, &at, &word);) {
		if (!is_hyphenable(s, item, word) ||
		    hyphens_find(s->hyphens, s->language, word, marks) == 0)
			continue;
		size_t start = at - word.n;
		for (size_t i = 1; i < word.n; i++)
			if (marks[i] && !cuts[start + i]) {
				cuts[start + i] = END_HYPHEN + 1;
				any = true;
			}
	}
	return any;
}

/* Room for the cuts of a box, zeroed. */
static unsigned char *no_cuts(struct setter *s, const struct item *item)
{
	size_t n = item->end - item->start + 1;
	s->scratch.n = 0;
	return memset(buf_reserve(&s->scratch, n), 0, n);
}

/* Moves the list aside, to be pushed again in parts. */
static void begin_copy(struct items *items)
{
	struct item *list = items->list.at;
	size_t n = items->list.n, cap = items->list.cap;
	items->list.at = items->spare.at;
	items->list.cap = items->spare.cap;
	items->list.n = 0;
	items->spare.at = list;
	items->spare.n = n;
	items->spare.cap = cap;
}

static bool is_wide(const struct item *item, uint32_t measure)
{
	return item->cells > measure ||
	       item->cells + item_hyphen(item) > measure;
}

static bool deserves_parts(const struct setter *s, const struct item *item,
			   uint32_t measure)
{
	return is_wide(item, measure) ||
	       (item->cells > measure / 2 &&
		is_address(str_sub(s->runs.text, item->start, item->end)));
}

/* Pushes an item, and if it is still too wide each cluster for itself. */
static void push_narrow(struct setter *s, struct item item,
			uint32_t insert_start, uint32_t measure)
{
	if (!is_wide(&item, measure)) {
		push(&s->items, item);
		return;
	}
	push_parts(s, &item, insert_start, NULL, measure);
	struct item *last = vec_last(&s->items.list);
	if (is_wide(last, measure))
		last->kind = END_CLUSTER; /* no room for its hyphen */
}

/* The whole list again, each wide item cluster by cluster. */
static void narrow_all(struct setter *s, uint32_t measure)
{
	struct items *items = &s->items;
	uint32_t inserts = items->insert_start;
	begin_copy(items);
	for (size_t i = 0; i < items->spare.n; i++) {
		push_narrow(s, items->spare.at[i], inserts, measure);
		inserts = items->spare.at[i].inserts;
	}
}

void items_split_wide(struct setter *s, uint32_t measure, bool hyphenate)
{
	struct items *items = &s->items;
	size_t wide = 0;
	while (wide < items->list.n &&
	       !deserves_parts(s, &items->list.at[wide], measure))
		wide++;
	if (wide == items->list.n)
		return;
	uint32_t inserts = items->insert_start;
	begin_copy(items);
	for (size_t i = 0; i < items->spare.n; i++) {
		const struct item *item = &items->spare.at[i];
		if (deserves_parts(s, item, measure)) {
			unsigned char *cuts = no_cuts(s, item);
			cut_address(
				str_sub(s->runs.text, item->start, item->end),
				cuts);
			if (hyphenate && is_wide(item, measure))
				cut_hyphens(s, item, cuts);
			push_parts(s, item, inserts, cuts, measure);
		} else {
			push(items, *item);
		}
		inserts = item->inserts;
	}
	narrow_all(s, measure);
}

bool items_hyphenate(struct setter *s, uint32_t measure, uint32_t tolerance)
{
	struct items *items = &s->items;
	uint32_t inserts = items->insert_start, line = 0;
	bool any = false, is_loose = false;
	begin_copy(items);
	for (size_t i = 0; i < items->spare.n; i++) {
		struct item *item = &items->spare.at[i];
		bool is_cut = false;
		if (is_loose && !item->is_tried) {
			unsigned char *cuts = no_cuts(s, item);
			item->is_tried = true;
			is_cut = cut_hyphens(s, item, cuts);
			if (is_cut)
				push_parts(s, item, inserts, cuts, measure);
		}
		if (!is_cut)
			push(items, *item);
		any = any || is_cut;
		inserts = item->inserts;
		uint32_t end = item->at + item->cells;
		is_loose =
			item->ends_line && item->kind != END_HARD &&
			measure - (end + item_hyphen(item) - line) > tolerance;
		if (item->ends_line)
			line = end + item->glue;
	}
	if (any)
		narrow_all(s, measure);
	return any;
}

void items_release(struct items *items)
{
	vec_release(&items->list);
	vec_release(&items->spare);
}
