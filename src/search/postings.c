/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Term at a time: each posting list is added into one array of frequencies,
 * an element an article; at most 65,536 of them, they stay in the cache. A
 * bit an article tells which were touched, so that gathering them is in order
 * and clearing costs no more than was added.
 */
#include "config.h"

#include "search/postings.h"

#include <stdlib.h>
#include <string.h>

#include "search/dict.h"
#include "search/match.h"

/* An occurrence of another form, or of a word that merely begins so, counts
 * this much of one of the word itself. */
static const float by_stem = 0.8f, by_beginning = 0.5f;

/* Completions of a beginning are added up to so many postings an article of
 * the segment, the most frequent ones first. */
enum { COMPLETIONS = 64 };

void evaluation_init(struct evaluation *e, const struct index *index,
		     struct stem *stem, struct arena *arena)
{
	uint32_t most = 1;
	for (size_t i = 0; i < index->n; i++)
		if (index->segments[i]->n_docs > most)
			most = index->segments[i]->n_docs;
	*e = (struct evaluation){.index = index, .stem = stem, .arena = arena};
	e->tf = arena_array(arena, float, most);
	e->seen = arena_array(arena, uint64_t, most / 64 + 1);
	for (unsigned i = 0; i < 256; i++)
		e->decoded[i] = tf_decode((uint8_t)i);
}

static void touch(struct evaluation *e, uint32_t doc, float tf)
{
	e->tf[doc] += tf;
	e->seen[doc / 64] |= UINT64_C(1) << doc % 64;
}

static void add_term(struct evaluation *e, const struct segment *s,
		     uint32_t term, float weight)
{
	uint32_t end = s->terms[term + 1].posting;
	for (uint32_t i = s->terms[term].posting; i < end; i++)
		touch(e, s->docs[i], weight * e->decoded[s->codes[i]]);
}

/* Takes what has been added, and clears it. */
static struct postings gather(struct evaluation *e, const struct segment *s)
{
	struct postings p = {0};
	uint32_t n = 0, n_words = s->n_docs / 64 + 1;
	for (uint32_t i = 0; i < n_words; i++)
		n += (uint32_t)__builtin_popcountll(e->seen[i]);
	p.docs = arena_array(e->arena, uint16_t, n);
	p.tf = arena_array(e->arena, float, n);
	for (uint32_t i = 0; i < n_words; i++) {
		uint64_t bits = e->seen[i];
		for (; bits; bits &= bits - 1) {
			uint32_t doc = i * 64 + (uint32_t)__builtin_ctzll(bits);
			p.docs[p.n] = (uint16_t)doc;
			p.tf[p.n++] = e->tf[doc];
			e->tf[doc] = 0;
		}
		e->seen[i] = 0;
	}
	return p;
}

/* The other words of the same stem, in each language there is; not those that
 * a prefix has brought in already. */
static void add_stems(struct evaluation *e, const struct segment *s,
		      struct str word, bool is_prefix)
{
	char copy[128];
	for (unsigned language = 1; language < STEM_LANGUAGES; language++) {
		if (!(s->languages & 1u << language))
			continue;
		struct str stem = stem_word(e->stem, language, word);
		if (stem.n > sizeof copy)
			continue;
		memcpy(copy, stem.p, stem.n);
		stem.p = copy;
		uint32_t from, to;
		segment_find_stems(s, dict_stem_hash(stem, language), &from,
				   &to);
		for (; from < to; from++) {
			uint32_t term = s->stems[from].term;
			struct str text = segment_text(s, term);
			/* Two stems may share a hash. */
			if (s->term_languages[term] == language &&
			    !(is_prefix ? str_starts(text, word)
					: str_eq(text, word)) &&
			    str_eq(stem_word(e->stem, language, text), stem))
				add_term(e, s, term, by_stem);
		}
	}
}

static unsigned log2_of(uint32_t n)
{
	return 31u - (unsigned)__builtin_clz(n | 1);
}

/* The words [from, to) that go on after the word, within the budget. */
static void add_completions(struct evaluation *e, const struct segment *s,
			    uint32_t from, uint32_t to)
{
	uint64_t budget = (uint64_t)s->n_docs * COMPLETIONS, all = 0;
	uint64_t sums[32] = {0};
	for (uint32_t t = from; t < to; t++)
		sums[log2_of(segment_count(s, t))] += segment_count(s, t);
	unsigned least = 31;
	for (; least > 0 && all + sums[least] <= budget; least--)
		all += sums[least];
	if (least < 31 && all + sums[least] > budget)
		least++;
	for (uint32_t t = from; t < to; t++)
		if (log2_of(segment_count(s, t)) >= least)
			add_term(e, s, t, by_beginning);
}

/* Adds the articles that have word i of the atom; stems only where asked. */
static void add_word(struct evaluation *e, const struct segment *s,
		     const struct query_atom *atom, size_t i, bool stems)
{
	struct str word = atom->words[i];
	uint32_t from, to, end;
	segment_find(s, word, false, &from, &to);
	for (uint32_t t = from; t < to; t++)
		add_term(e, s, t, 1);
	bool is_prefix = atom->is_prefix && i + 1 == atom->n_words;
	if (is_prefix) {
		segment_find(s, word, true, &from, &end);
		add_completions(e, s, to, end);
	}
	if (stems)
		add_stems(e, s, word, is_prefix);
}

/* Only what is in both, as often as the rarer one. */
static struct postings intersect(struct postings a, struct postings b)
{
	uint32_t n = 0;
	for (uint32_t i = 0, j = 0; i < a.n && j < b.n;) {
		if (a.docs[i] == b.docs[j]) {
			a.docs[n] = a.docs[i];
			a.tf[n++] = a.tf[i] < b.tf[j] ? a.tf[i] : b.tf[j];
			i++;
			j++;
		} else if (a.docs[i] < b.docs[j]) {
			i++;
		} else {
			j++;
		}
	}
	a.n = n;
	return a;
}

/* Reads articles for one atom. The matchers are made as they are needed, one a
 * language. */
struct reading {
	struct evaluation *e;
	const struct query_atom *atom;
	struct matcher *by_language[STEM_LANGUAGES];
	struct str language; /* of the article before, and its matcher: most */
	struct matcher *matcher; /* articles have the same one */
	struct places scratch;
};

static struct matcher *matcher_for(struct reading *r, struct str language)
{
	if (r->matcher && str_eq(r->language, language))
		return r->matcher;
	unsigned number = stem_language(language);
	struct matcher **m = &r->by_language[number];
	if (!*m) {
		*m = arena_new(r->e->arena, sizeof **m);
		matcher_of_atom(*m, r->atom, number, r->e->stem, r->e->arena);
	}
	r->language = language;
	return r->matcher = *m;
}

/* How often the atom really stands in an article: its words in a row, in its
 * field. */
static size_t count_in(struct reading *r, const struct article *a)
{
	const struct matcher *m = matcher_for(r, article_str(a, a->language));
	return matcher_count(m, a, r->atom->field, &r->scratch);
}

/* What that has cost, in bytes of text taken apart; passing over a text that
 * can't have the atom costs a small part of it. */
static size_t cost_of(const struct reading *r, const struct article *a)
{
	return r->scratch.read + a->size / 16;
}

/* Classes of what an article promises, the rarer the better. */
enum { PROMISES = 256 };

/* The postings, as numbers from 0, in the order of what the articles promise:
 * those first that would rank first if the atom stood as often in them as its
 * words do. */
static uint32_t *by_promise(struct evaluation *e, const struct segment *s,
			    struct postings p)
{
	struct saturation saturation = index_saturation(e->index);
	uint32_t *order = arena_array(e->arena, uint32_t, p.n);
	uint8_t *class = arena_array(e->arena, uint8_t, p.n);
	uint32_t starts[PROMISES + 1] = {0};
	for (uint32_t i = 0; i < p.n; i++) {
		float promise =
			saturate(saturation, p.tf[i], s->lengths[p.docs[i]]);
		class[i] = (uint8_t)((1 - promise) * (PROMISES - 1));
		starts[class[i] + 1]++;
	}
	for (size_t i = 0; i < PROMISES; i++)
		starts[i + 1] += starts[i];
	for (uint32_t i = 0; i < p.n; i++)
		order[starts[class[i]]++] = i;
	return order;
}

/* Titles and names are short: all of them may be read. */
static bool is_in_text(const struct query_atom *atom)
{
	return atom->field == IN_ANY || atom->field == IN_NOTE;
}

/* Keeps the articles in whose text the atom really stands. Where there is
 * more to read than the budget allows, the least promising are left out. */
static struct postings verify(struct evaluation *e, const struct segment *s,
			      const struct query_atom *atom, struct postings p)
{
	struct reading r = {.e = e, .atom = atom};
	bool is_bounded = e->budget && is_in_text(atom);
	size_t budget = is_bounded ? e->budget * s->n_docs : SIZE_MAX;
	/* Else as they lie in memory. */
	const uint32_t *order = is_bounded ? by_promise(e, s, p) : NULL;
	for (uint32_t i = 0; i < p.n; i++) {
		uint32_t at = order ? order[i] : i;
		p.tf[at] = 0;
		if (budget == 0)
			continue;
		const struct article *a =
			e->index->articles[s->first + p.docs[at]];
		p.tf[at] = (float)count_in(&r, a);
		size_t cost = is_bounded ? cost_of(&r, a) : 0;
		budget = budget > cost ? budget - cost : 0;
	}
	uint32_t n = 0;
	for (uint32_t i = 0; i < p.n; i++)
		if (p.tf[i] > 0) {
			p.docs[n] = p.docs[i];
			p.tf[n++] = p.tf[i];
		}
	vec_release(&r.scratch);
	p.n = n;
	return p;
}

static bool is_path(const struct evaluation *e, uint32_t id,
		    const struct query_atom *atom)
{
	return str_has(e->index->paths[id], atom->text);
}

/* "2018-06" is before all of its days as a first one, after all of them as a
 * last one. */
static bool is_dated(const struct evaluation *e, uint32_t id,
		     const struct query_atom *atom)
{
	const struct article *a = e->index->articles[id];
	struct str date = article_str(a, a->date);
	if (date.n == 0)
		return false;
	return (!atom->text.n || str_cmp(date, atom->text) >= 0) &&
	       (!atom->last.n ||
		str_cmp(str_sub(date, 0, atom->last.n), atom->last) <= 0);
}

/* Paths and dates are not in the index: each article is looked at. */
static struct postings look_at_all(struct evaluation *e,
				   const struct segment *s,
				   const struct query_atom *atom)
{
	for (uint32_t doc = 0; doc < s->n_docs; doc++) {
		uint32_t id = s->first + doc;
		if (s->lengths[doc] &&
		    (atom->field == IN_PATH ? is_path(e, id, atom)
					    : is_dated(e, id, atom)))
			touch(e, doc, 0);
	}
	return gather(e, s);
}

static struct postings evaluate_atom(struct evaluation *e,
				     const struct segment *s,
				     const struct query_atom *atom)
{
	if (atom->field == IN_PATH || atom->field == IN_DATE)
		return look_at_all(e, s, atom);
	bool is_phrase = atom->n_words > 1;
	struct postings p = {0};
	for (size_t i = 0; i < atom->n_words; i++) {
		add_word(e, s, atom, i, !is_phrase && !atom->is_exact);
		struct postings one = gather(e, s);
		p = i ? intersect(p, one) : one;
	}
	return is_phrase || atom->field != IN_ANY ? verify(e, s, atom, p) : p;
}

struct postings evaluate(struct evaluation *e, const struct segment *s,
			 const struct query_clause *clause)
{
	if (clause->n_atoms == 1)
		return evaluate_atom(e, s, &clause->atoms[0]);
	struct postings *each =
		arena_array(e->arena, struct postings, clause->n_atoms);
	for (size_t i = 0; i < clause->n_atoms; i++)
		each[i] = evaluate_atom(e, s, &clause->atoms[i]);
	for (size_t i = 0; i < clause->n_atoms; i++)
		for (uint32_t j = 0; j < each[i].n; j++)
			touch(e, each[i].docs[j], each[i].tf[j]);
	return gather(e, s);
}
