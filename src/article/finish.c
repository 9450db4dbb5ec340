/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a draft to the flat article:
 *
 *     | struct article | blocks | notes | spans | links | authors | tags |
 *     | related | problems | strings |
 *
 * Notes are put in the order of their first call, calls are tied to them by
 * label, and a call that has no note gets its label back as text.
 */
#include "config.h"

#include <string.h>

#include "article/draft.h"
#include "base/map.h"
#include "base/mem.h"
#include "text/word.h"

struct finish {
	struct build *b;
	uint32_t *note_of_call; /* by call: index of the draft note, or
				   NO_INDEX */
	uint32_t *order;	/* draft notes in their final order */
	uint32_t *rank;		/* the other way round */
	VEC(struct block) blocks;
	VEC(struct note) notes;
	VEC(struct span) spans;
	VEC(struct link) links;
	struct buf strings;
	uint32_t words;
};

static struct str draft_str(const struct build *b, struct ref r)
{
	return str_sub(buf_str(&b->strings), r.off, (size_t)r.off + r.n);
}

/* Ties calls to notes and orders the notes. */
static void match_notes(struct finish *f)
{
	const struct build *b = f->b;
	struct map by_label = {0};
	for (uint32_t i = 0; i < b->notes.n; i++)
		map_put(&by_label, draft_str(b, b->notes.at[i].label), i);
	f->note_of_call = mem_new((b->calls.n + 1) * sizeof(uint32_t));
	f->order = mem_new((b->notes.n + 1) * sizeof(uint32_t));
	f->rank = mem_new((b->notes.n + 1) * sizeof(uint32_t));
	for (uint32_t i = 0; i < b->notes.n; i++)
		f->rank[i] = NO_INDEX;
	for (uint32_t i = 0; i < b->calls.n; i++) {
		const uint32_t *note =
			map_get(&by_label, draft_str(b, b->calls.at[i]));
		f->note_of_call[i] = note ? *note : NO_INDEX;
	}
	map_release(&by_label);

	uint32_t n = 0;
	for (size_t i = 0; i < b->blocks.n; i++) {
		const struct draft_unit *unit = &b->blocks.at[i].unit;
		for (size_t k = 0; k < unit->n_spans; k++) {
			struct span s = b->spans.at[unit->first_span + k];
			uint32_t note = s.type == SPAN_NOTE
						? f->note_of_call[s.target]
						: NO_INDEX;
			if (note == NO_INDEX || f->rank[note] != NO_INDEX)
				continue;
			f->rank[note] = n;
			f->order[n++] = note;
		}
	}
	for (uint32_t i = 0; i < b->notes.n; i++)
		if (f->rank[i] == NO_INDEX) {
			f->rank[i] = n;
			f->order[n++] = i;
		}
}

static struct ref add_string(struct finish *f, struct str s)
{
	struct ref r = {(uint32_t)f->strings.n, (uint32_t)s.n};
	buf_add(&f->strings, s);
	return r;
}

static struct ref copy_string(struct finish *f, struct ref r)
{
	return add_string(f, draft_str(f->b, r));
}

/* Copies the text of a unit, with "[label]" where a call has no note. */
static struct ref copy_text(struct finish *f, const struct draft_unit *unit)
{
	const struct build *b = f->b;
	struct str text = draft_str(b, unit->text);
	struct ref r = {(uint32_t)f->strings.n, 0};
	size_t done = 0;
	for (size_t k = 0; k < unit->n_spans; k++) {
		struct span s = b->spans.at[unit->first_span + k];
		if (s.type != SPAN_NOTE ||
		    f->note_of_call[s.target] != NO_INDEX)
			continue;
		buf_add(&f->strings, str_sub(text, done, s.start));
		buf_add_char(&f->strings, '[');
		buf_add(&f->strings, draft_str(b, b->calls.at[s.target]));
		buf_add_char(&f->strings, ']');
		done = s.start;
	}
	buf_add(&f->strings, str_from_at(text, done));
	r.n = (uint32_t)(f->strings.n - r.off);
	f->words +=
		(uint32_t)word_count(str_from_at(buf_str(&f->strings), r.off));
	return r;
}

struct shift { /* text from `from` on has moved by `by` bytes */
	uint32_t from, by;
};

/* Where a draft offset has moved to: one at a call's own place stays before
 * the label, for starts, ends and marks alike, which keeps them in order. */
static uint32_t moved(const struct shift *shifts, size_t n, uint32_t off)
{
	size_t low = 0, high = n; /* shifts before off count */
	while (low < high) {
		size_t mid = (low + high) / 2;
		if (shifts[mid].from < off)
			low = mid + 1;
		else
			high = mid;
	}
	return off + (low ? shifts[low - 1].by : 0);
}

/* Copies the spans of a unit whose final index is `unit`. */
static struct ref copy_spans(struct finish *f, const struct draft_unit *draft,
			     uint32_t unit)
{
	const struct build *b = f->b;
	/* Without any spans `at` is NULL, to which even 0 must not be added. */
	const struct span *spans =
		draft->n_spans ? b->spans.at + draft->first_span : NULL;
	struct ref r = {(uint32_t)f->spans.n, 0};
	VEC(struct shift) shifts = {0};
	uint32_t by = 0;
	for (size_t k = 0; k < draft->n_spans; k++) {
		if (spans[k].type != SPAN_NOTE ||
		    f->note_of_call[spans[k].target] != NO_INDEX)
			continue;
		by += b->calls.at[spans[k].target].n + 2;
		vec_push(&shifts, (struct shift){spans[k].start, by});
	}
	for (size_t k = 0; k < draft->n_spans; k++) {
		struct span s = spans[k];
		if (s.type == SPAN_NOTE &&
		    f->note_of_call[s.target] == NO_INDEX)
			continue;
		s.start = moved(shifts.at, shifts.n, s.start);
		s.end = moved(shifts.at, shifts.n, s.end);
		if (s.type == SPAN_NOTE) {
			s.target = f->rank[f->note_of_call[s.target]];
		} else if (s.type == SPAN_LINK) {
			struct link link = {
				copy_string(f, b->urls.at[s.target]), unit,
				s.start, s.end};
			s.target = (uint32_t)f->links.n;
			vec_push(&f->links, link);
		}
		vec_push(&f->spans, s);
	}
	vec_release(&shifts);
	r.n = (uint32_t)(f->spans.n - r.off);
	return r;
}

static void copy_blocks(struct finish *f)
{
	const struct build *b = f->b;
	for (uint32_t i = 0; i < b->blocks.n; i++) {
		const struct draft_block *d = &b->blocks.at[i];
		struct block block = {
			.type = d->type,
			.level = d->level,
			.quote = d->quote,
			.flags = d->flags,
			.number = d->number,
			.text = copy_text(f, &d->unit),
			.info = copy_string(f, d->info),
			.spans = copy_spans(f, &d->unit, i),
		};
		vec_push(&f->blocks, block);
	}
}

static void copy_notes(struct finish *f)
{
	const struct build *b = f->b;
	for (uint32_t i = 0; i < b->notes.n; i++) {
		const struct draft_note *d = &b->notes.at[f->order[i]];
		uint32_t unit = (uint32_t)b->blocks.n + i;
		struct note note = {
			.label = copy_string(f, d->label),
			.text = copy_text(f, &d->unit),
			.spans = copy_spans(f, &d->unit, unit),
			.block = NO_INDEX,
		};
		vec_push(&f->notes, note);
	}
	for (uint32_t i = (uint32_t)f->blocks.n; i-- > 0;) {
		struct ref spans = f->blocks.at[i].spans;
		for (uint32_t k = spans.n; k-- > 0;) {
			struct span s = f->spans.at[spans.off + k];
			if (s.type != SPAN_NOTE)
				continue;
			f->notes.at[s.target].block = i;
			f->notes.at[s.target].at = s.start;
		}
	}
}

/* Puts n elements at *off of the article and returns their ref. */
static struct ref lay(char *out, uint32_t *off, const void *elements, size_t n,
		      size_t size)
{
	struct ref r = {*off, (uint32_t)n};
	if (n)
		memcpy(out + *off, elements, n * size);
	*off += (uint32_t)(n * size);
	return r;
}

/* Moves the offsets of `n` refs, `stride` bytes apart, by `base`. */
static void rebase(void *first, size_t n, size_t stride, uint32_t base)
{
	char *p = first;
	for (size_t i = 0; i < n; i++, p += stride) {
		struct ref *r = (struct ref *)(void *)p;
		r->off += base;
	}
}
#define REBASE(v, member, base)                                                \
	((v).n ? rebase(&(v).at[0].member, (v).n, sizeof(v).at[0], base)       \
	       : (void)0)

/* Moves the lists that build.c has collected over to the strings kept. */
static void copy_lists(struct finish *f)
{
	struct build *b = f->b;
	for (size_t i = 0; i < b->authors.n; i++) {
		struct author *who = &b->authors.at[i];
		who->name = copy_string(f, who->name);
		who->about = copy_string(f, who->about);
	}
	for (size_t i = 0; i < b->tags.n; i++)
		b->tags.at[i] = copy_string(f, b->tags.at[i]);
	for (size_t i = 0; i < b->problems.n; i++)
		b->problems.at[i] = copy_string(f, b->problems.at[i]);
	for (size_t i = 0; i < b->related.n; i++) {
		struct related *r = &b->related.at[i];
		r->group = copy_string(f, r->group);
		r->title = copy_string(f, r->title);
		r->teaser = copy_string(f, r->teaser);
		r->url = copy_string(f, r->url);
	}
	b->format = copy_string(f, b->format);
	for (int i = 0; i < META_COUNT; i++)
		b->meta[i] = copy_string(f, b->meta[i]);
	if (b->meta[META_TITLE].n == 0)
		b->meta[META_TITLE] = add_string(f, STR("Untitled"));
}

/* Turns offsets into the strings, and into the spans, into offsets into the
 * article, where the ones begin at `strings` and the others at `spans`. */
static void rebase_all(struct finish *f, uint32_t strings, uint32_t spans)
{
	struct build *b = f->b;
	for (size_t i = 0; i < f->blocks.n; i++) {
		struct ref *own = &f->blocks.at[i].spans;
		own->off = spans + own->off * (uint32_t)sizeof(struct span);
	}
	for (size_t i = 0; i < f->notes.n; i++) {
		struct ref *own = &f->notes.at[i].spans;
		own->off = spans + own->off * (uint32_t)sizeof(struct span);
	}
	REBASE(f->blocks, text, strings);
	REBASE(f->blocks, info, strings);
	REBASE(f->notes, label, strings);
	REBASE(f->notes, text, strings);
	REBASE(f->links, url, strings);
	REBASE(b->authors, name, strings);
	REBASE(b->authors, about, strings);
	REBASE(b->related, group, strings);
	REBASE(b->related, title, strings);
	REBASE(b->related, teaser, strings);
	REBASE(b->related, url, strings);
	rebase(b->tags.at, b->tags.n, sizeof(struct ref), strings);
	rebase(b->problems.at, b->problems.n, sizeof(struct ref), strings);
	rebase(b->meta, META_COUNT, sizeof(struct ref), strings);
	rebase(&b->format, 1, sizeof(struct ref), strings);
}

static struct article *assemble(struct finish *f)
{
	struct build *b = f->b;
	copy_lists(f);
	size_t spans = sizeof(struct article) +
		       f->blocks.n * sizeof(struct block) +
		       f->notes.n * sizeof(struct note);
	size_t strings = spans + f->spans.n * sizeof(struct span) +
			 f->links.n * sizeof(struct link) +
			 b->authors.n * sizeof(struct author) +
			 b->tags.n * sizeof(struct ref) +
			 b->related.n * sizeof(struct related) +
			 b->problems.n * sizeof(struct ref);
	/* The limits of build.c keep the sum far below 4 GB. */
	if (strings + f->strings.n > UINT32_MAX)
		BUG("an article of more than 4 GB");
	rebase_all(f, (uint32_t)strings, (uint32_t)spans);

	char *out = mem_new(strings + f->strings.n);
	uint32_t off = sizeof(struct article);
	struct article a = {
		.magic = ARTICLE_MAGIC,
		.version = ARTICLE_VERSION,
		.size = (uint32_t)(strings + f->strings.n),
		.words = f->words,
		.format = b->format,
		.url = b->meta[META_URL],
		.title = b->meta[META_TITLE],
		.series = b->meta[META_SERIES],
		.date = b->meta[META_DATE],
		.language = b->meta[META_LANGUAGE],
		.description = b->meta[META_DESCRIPTION],
	};
#define LAY(v) lay(out, &off, (v).at, (v).n, sizeof(v).at[0])
	a.blocks = LAY(f->blocks);
	a.notes = LAY(f->notes);
	a.spans = LAY(f->spans);
	a.links = LAY(f->links);
	a.authors = LAY(b->authors);
	a.tags = LAY(b->tags);
	a.related = LAY(b->related);
	a.problems = LAY(b->problems);
#undef LAY
	memcpy(out + strings, f->strings.p, f->strings.n);
	memcpy(out, &a, sizeof a);
	return (struct article *)(void *)out;
}

/* Frees all that a draft holds, and the draft. */
static void discard(struct build *b)
{
	buf_release(&b->strings);
	writer_release(&b->block_text);
	writer_release(&b->note_text);
	vec_release(&b->blocks);
	vec_release(&b->notes);
	vec_release(&b->spans);
	vec_release(&b->urls);
	vec_release(&b->calls);
	vec_release(&b->authors);
	vec_release(&b->tags);
	vec_release(&b->related);
	vec_release(&b->problems);
	vec_release(&b->levels);
	mem_free(b);
}

struct article *build_finish(struct build *b)
{
	build_note_close(b);
	build_close(b);
	struct finish f = {.b = b};
	match_notes(&f);
	copy_blocks(&f);
	copy_notes(&f);
	struct article *a = assemble(&f);

	mem_free(f.note_of_call);
	mem_free(f.order);
	mem_free(f.rank);
	vec_release(&f.blocks);
	vec_release(&f.notes);
	vec_release(&f.spans);
	vec_release(&f.links);
	buf_release(&f.strings);
	discard(b);
	return a;
}
