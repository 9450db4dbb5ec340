/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search/similar.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "search/portrait.h"

/* How many words are shown, and the least number of shared stems of a similar
 * article. */
enum { SHOWN = 5, LEAST_SHARED = 2 };

struct candidate {
	uint32_t article;
	float score;
	uint32_t shared; /* bit i: speaker i */
};

struct gathering {
	struct saturation saturation;
	uint32_t self;
	float least;
	float most; /* the sum of all worth */
	VEC(struct candidate) found;
};

/* Different stems among the speakers in `shared`. */
static unsigned count_stems(const struct portrait *p, uint32_t shared)
{
	unsigned n = 0;
	for (; shared; n++)
		shared &= ~p->all.at[__builtin_ctz(shared)].family;
	return n;
}

static void ask_segment(struct gathering *g, const struct portrait *p,
			const struct segment *s, struct candidate *all)
{
	memset(all, 0, s->n_docs * sizeof *all);
	for (size_t i = 0; i < p->n; i++) {
		uint32_t from, to;
		segment_find(s, p->all.at[i].word, false, &from, &to);
		if (from == to)
			continue;
		uint32_t end = s->terms[to].posting;
		for (uint32_t j = s->terms[from].posting; j < end; j++) {
			struct candidate *c = &all[s->docs[j]];
			c->score +=
				p->all.at[i].worth *
				saturate(g->saturation, tf_decode(s->codes[j]),
					 s->lengths[s->docs[j]]);
			c->shared |= 1u << i;
		}
	}
	for (uint32_t doc = 0; doc < s->n_docs; doc++) {
		struct candidate *c = &all[doc];
		c->article = s->first + doc;
		c->score /= g->most;
		if (c->score >= g->least && c->article != g->self &&
		    count_stems(p, c->shared) >= LEAST_SHARED)
			vec_push(&g->found, *c);
	}
}

static int by_score(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	if (x->score > y->score || x->score < y->score)
		return x->score > y->score ? -1 : 1;
	return x->article < y->article ? -1 : x->article > y->article;
}

static struct similar describe(const struct portrait *p,
			       const struct candidate *c, struct arena *arena)
{
	struct similar s = {.article = c->article, .score = c->score};
	s.terms = arena_array(arena, struct str, SHOWN);
	s.n_terms = portrait_terms(p, c->shared, SHOWN, arena, s.terms);
	return s;
}

/* The least score of a similar article. Found on CACM, CISI and the bundled
 * library: in a small one a word is rare by chance, so more is wanted. */
static float least_score(const struct index *index)
{
	float doubt = 2 / (float)(index->n_read + 1);
	return 0.03f + (doubt < 0.05f ? doubt : 0.05f);
}

static void ask(struct gathering *g, const struct portrait *p,
		const struct index *index, struct arena *arena)
{
	uint32_t most = 1;
	for (size_t i = 0; i < index->n; i++)
		if (index->segments[i]->n_docs > most)
			most = index->segments[i]->n_docs;
	struct candidate *all = arena_array(arena, struct candidate, most);
	for (size_t i = 0; i < index->n; i++)
		ask_segment(g, p, index->segments[i], all);
	if (g->found.n)
		qsort(g->found.at, g->found.n, sizeof *g->found.at, by_score);
}

size_t similar_find(const struct index *index, const struct article *a,
		    uint32_t self, size_t limit, struct arena *arena,
		    struct similar **out)
{
	struct arena work = {0};
	struct portrait p;
	portrait_paint(&p, index, a, self != NO_INDEX, &work);
	struct gathering g = {.self = self,
			      .least = least_score(index),
			      .most = p.most,
			      .saturation = index_saturation(index)};
	if (p.n)
		ask(&g, &p, index, &work);
	size_t n = g.found.n < limit ? g.found.n : limit;
	if (n)
		portrait_name(&p);
	*out = arena_array(arena, struct similar, n);
	for (size_t i = 0; i < n; i++)
		(*out)[i] = describe(&p, &g.found.at[i], arena);
	vec_release(&g.found);
	portrait_release(&p);
	arena_release(&work);
	return n;
}
