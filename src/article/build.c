/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/build.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "article/divide.h"
#include "article/draft.h"
#include "base/mem.h"

/* What one article may hold; beyond it text is left out with a problem
 * noted. Offsets have 32 bits, and arrays are larger than their text. A unit is
 * typeset whole, at up to 250 bytes for each of its own: one that is too long
 * is divided, so that what is set at a time stays small. */
enum {
	LIMIT_UNIT = 1 << 18,  /* bytes of a block or note: a short book */
	LIMIT_META = 1 << 14,  /* bytes of a title and the like */
	LIMIT_TEXT = 1 << 28,  /* bytes of all strings */
	LIMIT_UNITS = 1 << 22, /* blocks, notes */
	LIMIT_LEVELS = 100,    /* containers in each other */
	LIMIT_PROBLEMS = 100,
};

struct build *build_new(struct str format)
{
	struct build *b = mem_new(sizeof *b);
	b->format = (struct ref){0, (uint32_t)format.n};
	buf_add(&b->strings, format);
	return b;
}

static struct ref keep(struct build *b, struct str s)
{
	if (b->strings.n + s.n > LIMIT_TEXT) {
		if (!b->is_full)
			build_problem(b,
				      "the text is longer than %d MB; the "
				      "rest is left out",
				      LIMIT_TEXT >> 20);
		b->is_full = true;
		return (struct ref){0, 0};
	}
	struct ref r = {(uint32_t)b->strings.n, (uint32_t)s.n};
	buf_add(&b->strings, s);
	return r;
}

/* Keeps a string as one clean line. */
static struct ref keep_line(struct build *b, struct str s)
{
	struct writer w = {0};
	writer_text(&w, s);
	writer_finish(&w);
	struct ref r = keep(b, buf_str(&w.text));
	writer_release(&w);
	return r;
}

static struct str kept(const struct build *b, struct ref r)
{
	return str_sub(buf_str(&b->strings), r.off, (size_t)r.off + r.n);
}

static bool is_date(struct str s)
{
	static const char shape[] = "dddd-dd-dd";
	if (s.n != sizeof shape - 1)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (shape[i] == 'd' ? !ascii_is_digit(s.p[i])
				    : s.p[i] != shape[i])
			return false;
	int month = (s.p[5] - '0') * 10 + (s.p[6] - '0');
	int day = (s.p[8] - '0') * 10 + (s.p[9] - '0');
	return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static bool is_language(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!ascii_is_alpha(s.p[i]) && !ascii_is_digit(s.p[i]) &&
		    s.p[i] != '-')
			return false;
	return s.n >= 2 && s.n <= 35;
}

void build_meta(struct build *b, enum meta meta, struct str value)
{
	value = str_trim(value);
	if (b->meta[meta].n || value.n == 0)
		return;
	if (meta == META_DATE && !is_date(value))
		return;
	if (meta == META_LANGUAGE && !is_language(value))
		return;
	if (value.n > LIMIT_META)
		build_problem(b,
			      "a title or the like is longer than %d KB; the "
			      "rest is left out",
			      LIMIT_META >> 10);
	b->meta[meta] = keep_line(b, str_sub(value, 0, LIMIT_META));
}

bool build_has_meta(const struct build *b, enum meta meta)
{
	return b->meta[meta].n > 0;
}

void build_author(struct build *b, struct str name, struct str about)
{
	struct ref who = keep_line(b, name), life = keep_line(b, about);
	struct author *found = NULL;
	for (size_t i = 0; i < b->authors.n && !found; i++) {
		struct author *a = &b->authors.at[i];
		if (who.n ? str_eq(kept(b, a->name), kept(b, who))
			  : a->about.n == 0)
			found = a;
	}
	if (found && found->about.n == 0)
		found->about = life;
	else if (!found && who.n)
		vec_push(&b->authors, (struct author){who, life});
}

void build_tag(struct build *b, struct str tag)
{
	struct ref t = keep_line(b, tag);
	for (size_t i = 0; i < b->tags.n; i++)
		if (str_eq(kept(b, b->tags.at[i]), kept(b, t)))
			return;
	if (t.n)
		vec_push(&b->tags, t);
}

void build_related(struct build *b, struct str group, struct str title,
		   struct str teaser, struct str url)
{
	struct related r = {keep_line(b, group), keep_line(b, title),
			    keep_line(b, teaser), keep_line(b, url)};
	if (r.title.n || r.url.n)
		vec_push(&b->related, r);
}

void build_problem(struct build *b, const char *format, ...)
{
	char text[512];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	struct str s = str_of(text);
	if (b->problems.n >= LIMIT_PROBLEMS ||
	    b->strings.n > LIMIT_TEXT + (1u << 20))
		return;
	/* Not through keep, which notes a problem itself. */
	struct writer w = {0};
	writer_text(&w, s);
	writer_finish(&w);
	struct ref r = {(uint32_t)b->strings.n, (uint32_t)w.text.n};
	buf_add(&b->strings, buf_str(&w.text));
	writer_release(&w);
	for (size_t i = 0; i < b->problems.n; i++)
		if (str_eq(kept(b, b->problems.at[i]), kept(b, r)))
			return;
	vec_push(&b->problems, r);
}

void build_enter(struct build *b, enum container c)
{
	build_close(b);
	if (b->levels.n >= LIMIT_LEVELS) {
		b->ignored_levels++;
		build_problem(b,
			      "quotations or lists stand more than %d deep "
			      "in each other; deeper ones are flattened",
			      LIMIT_LEVELS);
		return;
	}
	vec_push(&b->levels, (struct level){c, 1, true});
}

void build_leave(struct build *b, enum container c)
{
	build_close(b);
	if (b->ignored_levels) {
		b->ignored_levels--;
		return;
	}
	size_t i = b->levels.n;
	while (i > 0 && b->levels.at[i - 1].type != c)
		i--;
	if (i > 0)
		b->levels.n = i - 1;
}

void build_number(struct build *b, uint32_t number)
{
	for (size_t i = b->levels.n; i > 0; i--)
		if (b->levels.at[i - 1].type == IN_ORDERED) {
			b->levels.at[i - 1].number = number;
			return;
		}
}

void build_flags(struct build *b, unsigned flags)
{
	b->next_flags = flags & (BLOCK_TASK | BLOCK_DONE);
}

/* Fills in what follows from the containers around the block. */
static void place(struct build *b, struct draft_block *block)
{
	struct level *item = NULL, *list = NULL;
	unsigned depth = 0, quotes = 0;
	for (size_t i = 0; i < b->levels.n; i++) {
		struct level *l = &b->levels.at[i];
		if (l->type == IN_QUOTE) {
			quotes++;
		} else if (l->type == IN_ITEM) {
			item = l;
		} else {
			depth++;
			list = l;
		}
	}
	block->quote = (uint8_t)quotes;
	if (!item)
		return;
	if (block->type == BLOCK_PARAGRAPH)
		block->type = BLOCK_ITEM;
	if (block->type != BLOCK_HEADING)
		block->level = (uint8_t)(depth ? depth : 1);
	if (list && list->type == IN_ORDERED)
		block->flags |= BLOCK_ORDERED;
	if (!item->is_fresh) {
		block->flags |= BLOCK_CONTINUED;
		return;
	}
	item->is_fresh = false;
	b->was_fresh = true;
	block->flags |= (uint8_t)b->next_flags;
	b->next_flags = 0;
	if (list && list->type == IN_ORDERED)
		block->number = list->number++;
}

void build_open(struct build *b, enum block_type type)
{
	if (b->in_note) {
		writer_break(&b->note_text);
		return;
	}
	build_close(b);
	if (type == BLOCK_DECK && b->blocks.n)
		type = BLOCK_PARAGRAPH;
	b->block = (struct draft_block){.type = (uint8_t)type,
					.level = type == BLOCK_HEADING};
	b->was_fresh = false;
	place(b, &b->block);
	if (b->block.type == BLOCK_PARAGRAPH && b->block.quote)
		b->block.type = BLOCK_QUOTE;
	b->block_text.fold = type == BLOCK_CODE	   ? FOLD_NONE
			     : type == BLOCK_TABLE ? FOLD_CELLS
						   : FOLD_ALL;
	b->is_open = true;
	if (type == BLOCK_RULE)
		build_close(b);
}

void build_heading(struct build *b, unsigned level)
{
	build_open(b, BLOCK_HEADING);
	if (!b->in_note)
		b->block.level = (uint8_t)(level < 1   ? 1
					   : level > 6 ? 6
						       : level);
}

void build_info(struct build *b, struct str info)
{
	if (b->is_open)
		b->block.info = keep_line(b, info);
}

/* Moves a part of what a writer has finished into the draft. */
static struct draft_unit take(struct build *b, const struct writer *w,
			      struct part part)
{
	struct str text = str_sub(buf_str(&w->text), part.start, part.end);
	struct draft_unit unit = {.text = keep(b, text),
				  .first_span = b->spans.n};
	bool is_last = part.end == w->text.n;
	for (size_t i = 0; unit.text.n == text.n && i < w->spans.n; i++) {
		struct span s = w->spans.at[i];
		bool is_mark = s.start == s.end;
		if (s.end < part.start || s.start > part.end ||
		    (!is_mark && s.end == part.start) ||
		    (s.start == part.end && !(is_mark && is_last)))
			continue;
		if (s.end > part.end)
			s.end = (uint32_t)part.end;
		s.end -= (uint32_t)part.start;
		s.start -=
			s.start > part.start ? (uint32_t)part.start : s.start;
		vec_push(&b->spans, s);
	}
	unit.n_spans = b->spans.n - unit.first_span;
	return unit;
}

/* The item gets its bullet with its next block, this one was empty. */
static void give_back_bullet(struct build *b)
{
	for (size_t i = b->levels.n; b->was_fresh && i > 0; i--) {
		if (b->levels.at[i - 1].type == IN_ITEM) {
			b->levels.at[i - 1].is_fresh = true;
			b->was_fresh = false;
		}
	}
	if (b->block.flags & BLOCK_ORDERED && b->block.number)
		build_number(b, b->block.number);
	b->next_flags = b->block.flags & (BLOCK_TASK | BLOCK_DONE);
}

/* What the rest of a block is that was too long for one. */
static void go_on(struct draft_block *block)
{
	if (block->type == BLOCK_DECK || block->type == BLOCK_HEADING) {
		block->level = 0;
		block->type = block->quote ? BLOCK_QUOTE : BLOCK_PARAGRAPH;
	}
	if (block->level)
		block->flags |= BLOCK_CONTINUED;
	block->flags &= (uint8_t) ~(BLOCK_TASK | BLOCK_DONE);
	block->number = 0;
}

void build_close(struct build *b)
{
	if (b->in_note || !b->is_open)
		return;
	b->is_open = false;
	struct writer *w = &b->block_text;
	writer_finish(w);
	if (w->text.n > LIMIT_UNIT)
		build_problem(b,
			      "a paragraph is longer than %d KB; it is "
			      "divided",
			      LIMIT_UNIT >> 10);
	bool has_content = w->text.n || w->spans.n ||
			   b->block.type == BLOCK_RULE ||
			   b->block.type == BLOCK_FIGURE;
	for (size_t at = 0; has_content && b->blocks.n < LIMIT_UNITS;) {
		struct part part =
			divide_next(buf_str(&w->text), at, LIMIT_UNIT, &at);
		b->block.unit = take(b, w, part);
		vec_push(&b->blocks, b->block);
		if (at == w->text.n)
			break;
		go_on(&b->block);
	}
	writer_clear(w);
	if (!has_content)
		give_back_bullet(b);
}

/* Where text goes now. */
static struct writer *writer_now(struct build *b)
{
	if (b->in_note)
		return &b->note_text;
	if (!b->is_open)
		build_open(b, BLOCK_PARAGRAPH);
	return &b->block_text;
}

void build_text(struct build *b, struct str utf8)
{
	bool is_blank = !b->in_note && !b->is_open && str_trim(utf8).n == 0;
	if (utf8.n == 0 || is_blank || b->is_full)
		return;
	struct writer *w = writer_now(b);
	if (w->text.n + utf8.n <= LIMIT_TEXT)
		writer_text(w, utf8);
	else
		build_problem(b,
			      "a paragraph is longer than %d MB; the rest "
			      "is left out",
			      LIMIT_TEXT >> 20);
}

void build_break(struct build *b)
{
	writer_break(writer_now(b));
}

void build_start(struct build *b, enum span_type type)
{
	writer_start(writer_now(b), type, 0);
}

void build_stop(struct build *b, enum span_type type)
{
	writer_stop(writer_now(b), type);
}

void build_link_start(struct build *b, struct str url)
{
	uint32_t target = (uint32_t)b->urls.n;
	vec_push(&b->urls, keep_line(b, url));
	writer_start(writer_now(b), SPAN_LINK, target);
}

void build_link_stop(struct build *b)
{
	writer_stop(writer_now(b), SPAN_LINK);
}

void build_note_call(struct build *b, struct str label)
{
	uint32_t target = (uint32_t)b->calls.n;
	vec_push(&b->calls, keep_line(b, label));
	writer_mark(writer_now(b), SPAN_NOTE, target);
}

void build_note_open(struct build *b, struct str label)
{
	build_note_close(b);
	b->note_label = keep_line(b, label);
	b->in_note = true;
}

void build_note_close(struct build *b)
{
	if (!b->in_note)
		return;
	b->in_note = false;
	struct writer *w = &b->note_text;
	writer_finish(w);
	size_t next;
	struct part part = divide_next(buf_str(&w->text), 0, LIMIT_UNIT, &next);
	if (next < w->text.n)
		build_problem(b,
			      "a note is longer than %d KB; the rest is left "
			      "out",
			      LIMIT_UNIT >> 10);
	struct draft_note note = {.label = b->note_label,
				  .unit = take(b, w, part)};
	if (b->notes.n < LIMIT_UNITS)
		vec_push(&b->notes, note);
	writer_clear(w);
}
