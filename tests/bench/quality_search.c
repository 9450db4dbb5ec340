/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How good the ranking is, on four collections with judgements (Cranfield,
 * CACM, CISI, ADI): mean average precision and nDCG@10 of the search, beside
 * those of plain BM25; and nDCG@10 of related pieces against citations,
 * beside a cosine of tf-idf.
 *
 * The first 1,000 of a ranking count; the gain is the grade, the discount
 * log2(rank + 1). A document is an article with title and text. The data are
 * in $PORE_TEST_DATA/ir; without them nothing is measured.
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/build.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"
#include "search/build.h"
#include "search/rank.h"
#include "search/similar.h"

enum { DEPTH = 1000, TOP = 10, SEGMENT = 500 };

struct judgement {
	uint32_t article;
	double grade;
};

/* What is asked, and what is right. */
struct topic {
	struct str id, text;
	VEC(struct judgement) right;
};

struct collection {
	struct arena arena;
	struct map ids; /* document id -> article */
	VEC(struct article *) articles;
	VEC(struct segment *) segments;
	struct map topic_ids;
	VEC(struct topic) topics;
	struct index index;
	struct stem *stem;
};

/* Published or measured elsewhere: BM25 (k1 1.2, b .75), tf-idf cosine. */
static const struct {
	const char *name;
	double map, ndcg, related;
} peers[] = {
	{"cran", .307, .368, 0},
	{"cacm", .319, .475, .278},
	{"cisi", .217, .382, .262},
	{"adi", .412, .481, 0},
};

/* A file whole, or nothing. */
static struct str read_file(struct arena *arena, const char *folder,
			    const char *collection, const char *name)
{
	struct str path =
		arena_printf(arena, "%s/ir/%s/%s", folder, collection, name);
	FILE *f = fopen(path.p, "rb");
	struct buf b = {0};
	size_t n = 0;
	while (f && (n = fread(buf_reserve(&b, 1 << 16), 1, 1 << 16, f)) > 0)
		b.n += n;
	if (f)
		fclose(f);
	struct str text = arena_str(arena, buf_str(&b));
	buf_release(&b);
	return text;
}

static void read_documents(struct collection *c, struct str docs)
{
	struct str line, id, title;
	while (str_next_line(&docs, &line)) {
		struct build *b = build_new(STR("text"));
		str_next_part(&line, '\t', &id);
		str_next_part(&line, '\t', &title);
		build_meta(b, META_TITLE, title);
		build_meta(b, META_LANGUAGE, STR("en"));
		build_open(b, BLOCK_PARAGRAPH);
		build_text(b, line);
		build_close(b);
		map_put(&c->ids, id, (uint32_t)c->articles.n);
		vec_push(&c->articles, build_finish(b));
	}
}

static struct topic *topic_of(struct collection *c, struct str id)
{
	uint32_t *at = map_put(&c->topic_ids, id, (uint32_t)c->topics.n);
	if (*at == c->topics.n)
		vec_push(&c->topics, (struct topic){.id = id});
	return &c->topics.at[*at];
}

/* Lines "topic doc [kind] grade"; those of one pair are added up. */
static void read_judgements(struct collection *c, struct str lines,
			    bool has_kind)
{
	struct str line, topic, doc, kind;
	while (str_next_line(&lines, &line)) {
		str_next_part(&line, '\t', &topic);
		str_next_part(&line, '\t', &doc);
		if (has_kind)
			str_next_part(&line, '\t', &kind);
		const uint32_t *article = map_get(&c->ids, doc);
		double grade = strtod(line.p, NULL);
		struct topic *t = topic_of(c, topic);
		if (!article || grade <= 0)
			continue;
		size_t i = 0;
		while (i < t->right.n && t->right.at[i].article != *article)
			i++;
		if (i < t->right.n)
			t->right.at[i].grade += grade;
		else
			vec_push(&t->right,
				 (struct judgement){*article, grade});
	}
}

static void forget_topics(struct collection *c)
{
	for (size_t i = 0; i < c->topics.n; i++)
		vec_release(&c->topics.at[i].right);
	c->topics.n = 0;
	map_release(&c->topic_ids);
}

static void make_index(struct collection *c)
{
	struct builder *b = builder_new();
	uint32_t n = (uint32_t)c->articles.n;
	c->index.articles = (const struct article *const *)c->articles.at;
	for (uint32_t first = 0; first < n; first += SEGMENT) {
		uint32_t end = first + SEGMENT < n ? first + SEGMENT : n;
		builder_begin(b, first, end - first);
		for (uint32_t i = first; i < end; i++)
			builder_article(b, i, c->articles.at[i]);
		vec_push(&c->segments, builder_freeze(b));
		index_add(&c->index, *vec_last(&c->segments));
	}
	builder_free(b);
}

static double grade_of(const struct topic *t, uint32_t article)
{
	for (size_t i = 0; i < t->right.n; i++)
		if (t->right.at[i].article == article)
			return t->right.at[i].grade;
	return 0;
}

static double average_precision(const struct topic *t, const uint32_t *found,
				size_t n)
{
	double right = 0, sum = 0;
	for (size_t i = 0; i < n; i++)
		if (grade_of(t, found[i]) > 0)
			sum += ++right / (double)(i + 1);
	return sum / (double)t->right.n;
}

static int by_grade(const void *a, const void *b)
{
	const struct judgement *x = a, *y = b;
	return x->grade < y->grade ? 1 : x->grade > y->grade ? -1 : 0;
}

static double ndcg(struct topic *t, const uint32_t *found, size_t n)
{
	double gain = 0, ideal = 0;
	qsort(t->right.at, t->right.n, sizeof *t->right.at, by_grade);
	for (size_t i = 0; i < TOP; i++) {
		double discount = log2((double)i + 2);
		if (i < n)
			gain += grade_of(t, found[i]) / discount;
		if (i < t->right.n)
			ideal += t->right.at[i].grade / discount;
	}
	return gain / ideal;
}

static size_t search(struct collection *c, const struct topic *t,
		     uint32_t found[DEPTH])
{
	struct arena arena = {0};
	struct rank_options options = {.limit = DEPTH};
	struct query q = query_parse(t->text, false, &arena);
	struct results r = rank(&c->index, &q, &options, c->stem, &arena);
	for (size_t i = 0; i < r.n; i++)
		found[i] = r.hits[i].article;
	arena_release(&arena);
	return r.n;
}

static size_t relate(struct collection *c, const struct topic *t,
		     uint32_t found[DEPTH])
{
	struct arena arena = {0};
	struct similar *similar;
	uint32_t id = *map_get(&c->ids, t->id);
	size_t n = similar_find(&c->index, c->articles.at[id], id, TOP, &arena,
				&similar);
	for (size_t i = 0; i < n; i++)
		found[i] = similar[i].article;
	arena_release(&arena);
	return n;
}

static void report(const char *name, const char *what, double value,
		   double peer)
{
	printf("%s_%s %.3f 1", name, what, value);
	if (peer > 0)
		printf(" %.3f %.2f", peer, value / peer);
	printf("\n");
}

static void measure(struct collection *c, const char *name,
		    const char *folder, size_t peer)
{
	uint32_t found[DEPTH];
	double map = 0, gain = 0, related = 0;
	size_t n = 0;
	struct str line, id, queries, citations;
	read_documents(c, read_file(&c->arena, folder, name, "docs.tsv"));
	make_index(c);
	queries = read_file(&c->arena, folder, name, "queries.tsv");
	while (str_next_line(&queries, &line)) {
		str_next_part(&line, '\t', &id);
		topic_of(c, id)->text = line;
	}
	read_judgements(c, read_file(&c->arena, folder, name, "qrels.tsv"),
			false);
	for (size_t i = 0; i < c->topics.n; i++) {
		struct topic *t = &c->topics.at[i];
		if (t->right.n == 0)
			continue;
		size_t hits = search(c, t, found);
		map += average_precision(t, found, hits);
		gain += ndcg(t, found, hits);
		n++;
	}
	report(name, "map", map / (double)n, peers[peer].map);
	report(name, "ndcg10", gain / (double)n, peers[peer].ndcg);
	forget_topics(c);
	citations = read_file(&c->arena, folder, name, "related.tsv");
	read_judgements(c, citations, true);
	for (size_t i = n = 0; i < c->topics.n; i++) {
		struct topic *t = &c->topics.at[i];
		if (t->right.n == 0)
			continue;
		related += ndcg(t, found, relate(c, t, found));
		n++;
	}
	if (n)
		report(name, "related_ndcg10", related / (double)n,
		       peers[peer].related);
	forget_topics(c);
}

static void release(struct collection *c)
{
	for (size_t i = 0; i < c->segments.n; i++)
		segment_free(c->segments.at[i]);
	for (size_t i = 0; i < c->articles.n; i++)
		article_free(c->articles.at[i]);
	vec_release(&c->segments);
	vec_release(&c->articles);
	vec_release(&c->topics);
	map_release(&c->ids);
	index_release(&c->index);
	stem_free(c->stem);
	arena_release(&c->arena);
}

int main(void)
{
	const char *folder = getenv("PORE_TEST_DATA");
	if (!folder) {
		printf("# PORE_TEST_DATA is not set: nothing to measure on\n");
		return 0;
	}
	for (size_t i = 0; i < sizeof peers / sizeof peers[0]; i++) {
		struct collection c = {.stem = stem_new()};
		measure(&c, peers[i].name, folder, i);
		release(&c);
	}
	return 0;
}
