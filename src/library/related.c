/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Related pieces, reason by reason. An article that has several reasons stands
 * once, where the first of them puts it, with all of them.
 */
#include "config.h"

#include <string.h>

#include "base/vec.h"
#include "library/state.h"
#include "search/similar.h"

/* More of one series or author are no help in choosing. */
enum { GROUP_MAX = 50 };

/* The least score of a similar piece whose likeness a reader sees, found by
 * reading such lists for the bundled library and for news. */
static const float clear_score = 0.08f;

bool relation_is_clear(const struct relation *r)
{
	return r->why != WHY_SIMILAR || r->score >= clear_score;
}

struct relations {
	const struct library *lib;
	const struct article *a;
	struct str path;
	uint32_t id;
	struct arena *arena;
	VEC(struct relation) all;
};

static struct relation *find(struct relations *r, uint32_t id)
{
	for (size_t i = 0; i < r->all.n; i++)
		if (r->all.at[i].article == id)
			return &r->all.at[i];
	return NULL;
}

/* The relation with an article of the library, made if it is new; NULL for
 * the article itself and for none. */
static struct relation *relate(struct relations *r, uint32_t id, enum why why)
{
	const struct article *other = library_at(r->lib, id);
	if (!other || id == r->id)
		return NULL;
	struct relation *old = find(r, id);
	if (!old) {
		vec_push(&r->all,
			 (struct relation){
				 .article = id,
				 .title = article_str(other, other->title),
				 .url = article_str(other, other->url),
			 });
		old = vec_last(&r->all);
	}
	old->why |= why;
	return old;
}

static void add_listed(struct relations *r)
{
	for (uint32_t i = 0; i < r->a->related.n; i++) {
		const struct related *listed = article_related(r->a, i);
		struct relation one = {
			.article = NO_INDEX,
			.why = WHY_LISTED,
			.group = article_str(r->a, listed->group),
			.title = article_str(r->a, listed->title),
			.teaser = article_str(r->a, listed->teaser),
			.url = article_str(r->a, listed->url),
		};
		if (one.url.n)
			one.article = library_resolve(r->lib, r->path, one.url);
		if (one.article == NO_INDEX)
			one.article = library_by_title(r->lib, one.title);
		const struct article *other = library_at(r->lib, one.article);
		/* A path in front matter has no title of its own. */
		if (other && one.title.n == 0)
			one.title = article_str(other, other->title);
		bool is_known = one.article != NO_INDEX &&
				(one.article == r->id || find(r, one.article));
		if (!is_known)
			vec_push(&r->all, one);
	}
}

/* Those that share a series or author: key by the same title rule. */
static void add_group(struct relations *r, struct str key, enum why why)
{
	uint32_t *ids;
	size_t n = links_pointers(&r->lib->links, key, r->arena, &ids);
	for (size_t i = 0; i < n && i < GROUP_MAX; i++)
		relate(r, ids[i], why);
}

static void add_linked(struct relations *r)
{
	for (uint32_t i = 0; i < r->a->links.n; i++) {
		struct str url = article_str(r->a, article_link(r->a, i)->url);
		relate(r, library_resolve(r->lib, r->path, url), WHY_LINKED);
	}
}

static void add_linked_from(struct relations *r)
{
	struct str keys[] = {
		links_path_key(r->path, r->arena),
		links_url_key(article_str(r->a, r->a->url), r->arena),
		links_title_key('t', article_str(r->a, r->a->title), r->arena),
	};
	for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++) {
		/* A title or address that another article has first leads
		 * there. */
		uint32_t owner = links_owner(&r->lib->links, keys[k]);
		if (owner == r->id || r->id == NO_INDEX)
			add_group(r, keys[k], WHY_LINKED_FROM);
	}
}

static void add_authors(struct relations *r)
{
	for (uint32_t i = 0; i < r->a->authors.n; i++) {
		struct str name =
			article_str(r->a, article_author(r->a, i)->name);
		add_group(r, links_title_key('a', name, r->arena), WHY_AUTHOR);
	}
}

static void add_similar(struct relations *r, size_t limit)
{
	struct similar *similar;
	size_t n = similar_find(&r->lib->index, r->a, r->id, limit, r->arena,
				&similar);
	for (size_t i = 0; i < n; i++) {
		struct relation *one =
			relate(r, similar[i].article, WHY_SIMILAR);
		if (!one)
			continue;
		one->score = similar[i].score;
		one->terms = similar[i].terms;
		one->n_terms = similar[i].n_terms;
	}
}

size_t library_related(const struct library *lib, const struct article *a,
		       struct str path, uint32_t id, size_t limit,
		       struct arena *arena, struct relation **out)
{
	struct relations r = {
		.lib = lib, .a = a, .path = path, .id = id, .arena = arena};
	struct str series = article_str(a, a->series);
	add_listed(&r);
	add_group(&r, links_title_key('s', series, arena), WHY_SERIES);
	add_linked(&r);
	add_linked_from(&r);
	add_authors(&r);
	add_similar(&r, limit);
	*out = arena_array(arena, struct relation, r.all.n);
	if (r.all.n)
		memcpy(*out, r.all.at, r.all.n * sizeof **out);
	size_t n = r.all.n;
	vec_release(&r.all);
	return n;
}
