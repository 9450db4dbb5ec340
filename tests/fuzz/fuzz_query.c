/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes are a query to any library: the first line of the input is the
 * query, the rest a script that makes the articles (script.h). Hits are of
 * the library and in order, snippets and matches lie inside their texts.
 */
#include "config.h"

#include "base/mem.h"
#include "fuzz/fuzz.h"
#include "fuzz/script.h"
#include "search/build.h"
#include "search/match.h"
#include "search/rank.h"
#include "search/snippet.h"
#include "text/utf8.h"

static void check(bool is_right, const char *what)
{
	if (!is_right)
		BUG(what);
}

static void check_hits(const struct results *r)
{
	check(r->n <= r->total, "more hits than articles that matched");
	for (size_t i = 0; i < r->n; i++) {
		check(r->hits[i].article < 2, "a hit outside the library");
		check(i == 0 || r->hits[i - 1].score >= r->hits[i].score,
		      "hits out of order");
	}
}

static void check_article(const struct article *a, const struct query *q,
			  struct stem *stem, struct arena *arena)
{
	struct snippet s = snippet_make(a, q, 60, stem, arena);
	struct matcher m;
	struct places places = {0};
	check(utf8_is_valid(s.text), "a snippet that is not UTF-8");
	for (size_t i = 0; i < s.n_lit; i++)
		check(s.lit[i].start < s.lit[i].end &&
			      s.lit[i].end <= s.text.n,
		      "a match outside the snippet");
	matcher_of_query(&m, q, 1, stem, arena);
	for (int32_t u = -1; u < (int32_t)article_units(a); u++) {
		size_t n = article_position_text(a, u).n;
		places.n = 0;
		matcher_unit(&m, a, u, &places);
		for (size_t i = 0; i < places.n; i++)
			check(places.at[i].start < places.at[i].end &&
				      places.at[i].end <= n,
			      "a match outside its text");
	}
	vec_release(&places);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct str rest = {(const char *)bytes, n}, line = {"", 0};
	str_next_line(&rest, &line);
	struct article *made[2] = {script_build(rest), script_build(line)};
	const struct article *articles[2] = {made[0], made[1]};
	struct str paths[2] = {STR("a.md"), STR("b/c.txt")};
	struct index index = {.articles = articles, .paths = paths};
	struct rank_options options = {.limit = 0};
	struct arena arena = {0};
	struct builder *b = builder_new();
	struct stem *stem = stem_new();
	builder_begin(b, 0, 2);
	for (uint32_t id = 0; id < 2; id++)
		builder_article(b, id, articles[id]);
	struct segment *segment = builder_freeze(b);
	index_add(&index, segment);
	for (int is_typing = 0; is_typing < 2; is_typing++) {
		struct query q = query_parse(line, is_typing, &arena);
		struct results r =
			rank(&index, &q, &options, stem, &arena);
		check_hits(&r);
		for (size_t i = 0; i < 2; i++)
			check_article(articles[i], &q, stem, &arena);
	}
	index_release(&index);
	segment_free(segment);
	builder_free(b);
	stem_free(stem);
	arena_release(&arena);
	for (size_t i = 0; i < 2; i++)
		article_free(made[i]);
	return 0;
}
