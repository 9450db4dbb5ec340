/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two passes over the segments: the first evaluates every clause in each and
 * counts the articles, so that the idf is that of all; the second adds up the
 * scores, a clause at a time, and keeps the best in a heap.
 */
#include "config.h"

#include "search/rank.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "search/filter.h"
#include "search/postings.h"
#include "text/fold.h"

/* What a joining word counts beside better ones. */
static const float common_weight = 0.1f;

struct ranking {
	const struct index *index;
	const struct query *query;
	struct arena work; /* postings and scores: gone at the end */
	struct saturation saturation;
	struct postings *postings; /* [segment * query->n + clause] */
	float *idf;		   /* a clause each */
	float all;		   /* what having all the words is worth */
	size_t n_wanted, n_must;   /* clauses */
	struct filter filter;
	size_t limit; /* SIZE_MAX for all */
	size_t budget;
	VEC(struct hit) hits; /* a heap, the worst on top, when full */
	size_t total;
};

/* What one segment's articles have got so far. */
struct tally {
	float score;
	uint32_t wanted, must; /* clauses matched */
	bool is_banned, is_fuzzy;
};

static bool is_better(struct hit a, struct hit b)
{
	return a.score > b.score ||
	       (!(a.score < b.score) && a.article < b.article);
}

static int by_rank(const void *a, const void *b)
{
	const struct hit *x = a, *y = b;
	return is_better(*x, *y) ? -1 : is_better(*y, *x);
}

static void sift_down(struct ranking *r, size_t i)
{
	struct hit *h = r->hits.at;
	for (;;) {
		size_t worst = i, child = 2 * i + 1;
		for (size_t c = child; c < child + 2 && c < r->hits.n; c++)
			if (is_better(h[worst], h[c]))
				worst = c;
		if (worst == i)
			return;
		struct hit turn = h[i];
		h[i] = h[worst];
		h[worst] = turn;
		i = worst;
	}
}

static void offer(struct ranking *r, struct hit hit)
{
	r->total++;
	if (r->hits.n < r->limit) {
		vec_push(&r->hits, hit);
		if (r->hits.n == r->limit)
			for (size_t i = r->limit / 2; i-- > 0;)
				sift_down(r, i);
	} else if (is_better(hit, r->hits.at[0])) {
		r->hits.at[0] = hit;
		sift_down(r, 0);
	}
}

/* A date or path only says where to look: an article that has it and none of
 * the words is no match. */
static bool is_filter(const struct query_clause *clause)
{
	for (size_t i = 0; i < clause->n_atoms; i++)
		if (clause->atoms[i].field != IN_DATE &&
		    clause->atoms[i].field != IN_PATH)
			return false;
	return true;
}

/* First pass: postings of all clauses, and their idf. */
static void collect(struct ranking *r, struct stem *stem)
{
	const struct query *q = r->query;
	struct evaluation e;
	evaluation_init(&e, r->index, stem, &r->work);
	e.budget = r->budget;
	r->postings =
		arena_array(&r->work, struct postings, r->index->n * q->n);
	r->idf = arena_array(&r->work, float, q->n);
	for (size_t c = 0; c < q->n; c++) {
		const struct query_clause *clause = &q->clauses[c];
		uint64_t n = 0;
		for (size_t s = 0; s < r->index->n; s++) {
			struct postings p =
				evaluate(&e, r->index->segments[s], clause);
			r->postings[s * q->n + c] = p;
			n += p.n;
		}
		r->n_must += clause->sign == SIGN_MUST;
		if (clause->sign == SIGN_NOT || is_filter(clause))
			continue;
		r->idf[c] = index_idf(r->index, n);
		if (clause->is_common) {
			r->idf[c] *= common_weight;
			continue;
		}
		r->n_wanted++;
		r->all += r->idf[c];
	}
}

static void add_clause(struct ranking *r, const struct segment *s, size_t c,
		       struct postings p, struct tally *tallies)
{
	const struct query_clause *clause = &r->query->clauses[c];
	enum query_sign sign = clause->sign;
	bool is_wanted = !clause->is_common && !is_filter(clause);
	for (uint32_t i = 0; i < p.n; i++) {
		struct tally *t = &tallies[p.docs[i]];
		if (sign == SIGN_NOT) {
			t->is_banned = true;
			continue;
		}
		t->wanted += is_wanted;
		t->must += sign == SIGN_MUST;
		t->is_fuzzy |= clause->is_corrected;
		t->score += r->idf[c] * saturate(r->saturation, p.tf[i],
						 s->lengths[p.docs[i]]);
	}
}

/* Second pass, for one segment. */
static void score(struct ranking *r, size_t at, struct tally *tallies)
{
	const struct segment *s = r->index->segments[at];
	size_t n = r->query->n;
	memset(tallies, 0, s->n_docs * sizeof *tallies);
	for (size_t c = 0; c < n; c++)
		add_clause(r, s, c, r->postings[at * n + c], tallies);
	bool is_filtered = !filter_is_empty(&r->filter);
	for (uint32_t i = 0; i < s->n_docs; i++) {
		struct tally *t = &tallies[i];
		/* A query of nothing but "-word" has all the other articles. */
		if (t->is_banned || t->must < r->n_must || !s->lengths[i] ||
		    (t->wanted == 0 && r->n_wanted) ||
		    (is_filtered &&
		     !filter_takes(&r->filter,
				   r->index->articles[s->first + i])))
			continue;
		if (t->wanted == r->n_wanted)
			t->score += r->all;
		offer(r, (struct hit){s->first + i, t->score, t->is_fuzzy});
	}
}

struct results rank(const struct index *index, const struct query *query,
		    const struct rank_options *options, struct stem *stem,
		    struct arena *arena)
{
	struct ranking r = {.index = index, .query = query};
	struct results results = {0};
	if (query->n == 0)
		return results;
	r.saturation = index_saturation(index);
	r.limit = options->limit ? options->limit : SIZE_MAX;
	r.budget = options->budget;
	filter_init(&r.filter, options->author, options->series, options->tag);
	collect(&r, stem);
	uint32_t most = 1;
	for (size_t i = 0; i < index->n; i++)
		if (index->segments[i]->n_docs > most)
			most = index->segments[i]->n_docs;
	struct tally *tallies = arena_array(&r.work, struct tally, most);
	for (size_t i = 0; i < index->n; i++)
		score(&r, i, tallies);
	if (r.hits.n)
		qsort(r.hits.at, r.hits.n, sizeof *r.hits.at, by_rank);
	results.hits = arena_array(arena, struct hit, r.hits.n);
	results.n = r.hits.n;
	results.total = r.total;
	if (r.hits.n)
		memcpy(results.hits, r.hits.at, r.hits.n * sizeof *r.hits.at);
	vec_release(&r.hits);
	filter_release(&r.filter);
	arena_release(&r.work);
	return results;
}
