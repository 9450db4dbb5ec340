/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search/shelf.h"

#include "base/buf.h"
#include "search/build.h"

uint32_t shelf_add_article(struct shelf *s, struct article *a)
{
	s->paths[s->n] = arena_printf(&s->arena, "shelf/%u.md", s->n);
	s->articles[s->n] = a;
	return s->n++;
}

uint32_t shelf_add(struct shelf *s, const char *title, const char *text)
{
	struct build *b = build_new(STR("text"));
	struct str rest = str_of(text), line;
	build_meta(b, META_TITLE, str_of(title));
	build_meta(b, META_LANGUAGE, STR("en"));
	while (str_next_line(&rest, &line)) {
		build_open(b, BLOCK_PARAGRAPH);
		build_text(b, line);
		build_close(b);
	}
	return shelf_add_article(s, build_finish(b));
}

void shelf_index(struct shelf *s, uint32_t run)
{
	struct builder *b = builder_new();
	s->stem = stem_new();
	s->index.articles = (const struct article *const *)s->articles;
	s->index.paths = s->paths;
	for (uint32_t first = 0; first < s->n; first += run) {
		uint32_t n = s->n - first < run ? s->n - first : run;
		builder_begin(b, first, n);
		for (uint32_t i = 0; i < n; i++)
			builder_article(b, first + i, s->articles[first + i]);
		struct segment *segment = builder_freeze(b);
		s->segments[s->index.n] = segment;
		index_add(&s->index, segment);
	}
	builder_free(b);
}

struct results shelf_search(struct shelf *s, const char *query)
{
	struct rank_options all = {0};
	struct query q = query_parse(str_of(query), false, &s->arena);
	return rank(&s->index, &q, &all, s->stem, &s->arena);
}

const char *shelf_ids(struct shelf *s, const char *query)
{
	struct results r = shelf_search(s, query);
	struct buf b = {0};
	for (size_t i = 0; i < r.n; i++)
		buf_addf(&b, i ? " %u" : "%u", r.hits[i].article);
	const char *ids = arena_cstr(&s->arena, buf_str(&b));
	buf_release(&b);
	return ids;
}

void shelf_release(struct shelf *s)
{
	for (size_t i = 0; i < s->index.n; i++)
		segment_free(s->segments[i]);
	for (uint32_t i = 0; i < s->n; i++)
		article_free(s->articles[i]);
	index_release(&s->index);
	stem_free(s->stem);
	arena_release(&s->arena);
	*s = (struct shelf){0};
}
