/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching. One query is asked many things: its hits, a snippet for each row,
 * the matches on the page, and all of it again when the screen is drawn anew.
 * So the last one is kept as it was taken apart and corrected, with its hits
 * and the last article's matches, until another one comes or the index has
 * grown.
 */
#include "config.h"

#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "library/state.h"
#include "search/correct.h"
#include "search/match.h"
#include "search/rank.h"
#include "search/snippet.h"

struct asked *ask_new(void)
{
	return mem_new(sizeof(struct asked));
}

void ask_free(struct asked *asked)
{
	arena_release(&asked->arena);
	mem_free(asked);
}

/* The query, and what is known of it, until the next call. What is kept
 * changes nothing that can be seen, and a library has one thread: hence a
 * constant one will do. */
static struct asked *ask(const struct library *lib, struct str text,
			 bool is_typing)
{
	struct asked *a = lib->asked;
	if (a->text.p && str_eq(a->text, text) && a->is_typing == is_typing &&
	    a->segments == lib->index.n)
		return a;
	arena_release(&a->arena);
	*a = (struct asked){.is_typing = is_typing, .segments = lib->index.n};
	a->text = arena_str(&a->arena, text);
	a->query = query_parse(text, is_typing, &a->arena);
	correct_query(&a->query, &lib->index, lib->stem, &a->arena);
	return a;
}

static struct results copy_results(struct results r, struct arena *arena)
{
	struct hit *hits = arena_array(arena, struct hit, r.n);
	if (r.n)
		memcpy(hits, r.hits, r.n * sizeof *hits);
	r.hits = hits;
	return r;
}

/* Bytes an article that a keystroke may take apart to verify phrases: of
 * 10,000 articles 0.5 MB, which takes some 2 ms. */
static const size_t typing_budget = 48;

struct results library_search(const struct library *lib, struct str query,
			      const struct search_options *options,
			      struct arena *arena)
{
	int64_t start = load_clock();
	struct rank_options rank_options = {
		.limit = options->limit,
		.author = options->author,
		.series = options->series,
		.tag = options->tag,
		.budget = options->is_typing ? typing_budget : 0,
	};
	struct asked *a = ask(lib, query, options->is_typing);
	struct results results;
	bool is_kept = options->is_typing && options->limit &&
		       !options->author.n && !options->series.n &&
		       !options->tag.n;
	if (is_kept && a->limit == options->limit) {
		results = copy_results(a->results, arena);
	} else {
		results = rank(&lib->index, &a->query, &rank_options, lib->stem,
			       arena);
		if (is_kept) {
			a->results = copy_results(results, &a->arena);
			a->limit = options->limit;
		}
	}
	results.micros = load_clock() - start;
	return results;
}

struct snippet library_snippet(const struct library *lib, uint32_t id,
			       struct str query, bool is_typing, size_t cells,
			       struct arena *arena)
{
	return snippet_make(lib->articles[id],
			    &ask(lib, query, is_typing)->query, cells,
			    lib->stem, arena);
}

static void find_matches(struct asked *asked, const struct article *a,
			 struct stem *stem)
{
	struct matcher m;
	struct places places = {0};
	VEC(struct match) found = {0};
	struct arena work = {0};
	matcher_of_query(&m, &asked->query,
			 stem_language(article_str(a, a->language)), stem,
			 &work);
	for (int32_t u = -1; u < (int32_t)article_units(a); u++) {
		struct range *ranges;
		places.n = 0;
		matcher_unit(&m, a, u, &places);
		size_t n = places_ranges(&places, &work, &ranges);
		for (size_t i = 0; i < n; i++)
			vec_push(&found, (struct match){u, ranges[i]});
	}
	asked->article = a;
	asked->n_matches = found.n;
	asked->matches = arena_array(&asked->arena, struct match, found.n);
	if (found.n)
		memcpy(asked->matches, found.at,
		       found.n * sizeof *asked->matches);
	vec_release(&found);
	vec_release(&places);
	arena_release(&work);
}

size_t library_matches(const struct library *lib, const struct article *a,
		       struct str query, bool is_typing, struct arena *arena,
		       struct match **out)
{
	struct asked *asked = ask(lib, query, is_typing);
	if (asked->article != a)
		find_matches(asked, a, lib->stem);
	size_t n = asked->n_matches;
	*out = arena_array(arena, struct match, n);
	if (n)
		memcpy(*out, asked->matches, n * sizeof **out);
	return n;
}
