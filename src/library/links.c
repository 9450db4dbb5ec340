/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library/links.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "text/fold.h"

/* ---- keys ---- */

static struct str finish(struct buf *b, struct arena *arena)
{
	struct str key = b->n > 2 ? arena_str(arena, buf_str(b)) : STR("");
	buf_release(b);
	return key;
}

/* Appends path parts, "." and ".." resolved as far as they can be; what was
 * there before byte `root` stays. */
static void add_path(struct buf *b, size_t root, struct str path)
{
	struct str part;
	while (str_next_part(&path, '/', &part)) {
		if (part.n == 0 || str_eq(part, STR(".")))
			continue;
		size_t last = b->n;
		while (last > root && b->p[last - 1] != '/')
			last--;
		struct str before = {b->p + last, b->n - last};
		if (str_eq(part, STR("..")) && before.n &&
		    !str_eq(before, STR(".."))) {
			b->n = last > root ? last - 1 : last;
			continue;
		}
		if (b->n > root)
			buf_add_char(b, '/');
		buf_add(b, part);
	}
}

static void start_path(struct buf *b, struct str path)
{
	buf_add(b, STR("p:"));
	if (str_starts(path, STR("/")))
		buf_add_char(b, '/');
}

struct str links_path_key(struct str path, struct arena *arena)
{
	struct buf b = {0};
	start_path(&b, path);
	add_path(&b, b.n, path);
	return finish(&b, arena);
}

static bool is_scheme_char(char c)
{
	return ascii_is_alpha(c) || ascii_is_digit(c) || c == '+' || c == '-' ||
	       c == '.';
}

/* Bytes of "scheme:" at the start of an address; 0 if there is none. */
static size_t scheme_length(struct str url)
{
	size_t n = 0;
	while (n < url.n && is_scheme_char(url.p[n]))
		n++;
	return n > 1 && n < url.n && url.p[n] == ':' ? n + 1 : 0;
}

/* Without fragment. */
static struct str whole_page(struct str url)
{
	return str_sub(url, 0, str_find_char(url, '#', 0));
}

struct str links_url_key(struct str url, struct arena *arena)
{
	struct buf b = {0};
	url = whole_page(str_trim(url));
	url = str_from_at(url, scheme_length(url));
	if (!str_starts(url, STR("//")))
		return STR("");
	url = str_from_at(url, 2);
	if (str_starts_nocase(url, STR("www.")))
		url = str_from_at(url, 4);
	while (url.n && url.p[url.n - 1] == '/')
		url.n--;
	buf_add(&b, STR("u:"));
	size_t host = str_find_char(url, '/', 0);
	for (size_t i = 0; i < url.n; i++)
		buf_add_char(&b, i < host ? ascii_lower(url.p[i]) : url.p[i]);
	return finish(&b, arena);
}

struct str links_title_key(char letter, struct str title, struct arena *arena)
{
	struct buf b = {0};
	buf_add_char(&b, letter);
	buf_add_char(&b, ':');
	fold_title(&b, title);
	return finish(&b, arena);
}

static int hex_digit(char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	c = ascii_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static struct str percent_decode(struct str s, struct arena *arena)
{
	struct buf b = {0};
	for (size_t i = 0; i < s.n; i++) {
		int high = i + 2 < s.n && s.p[i] == '%' ? hex_digit(s.p[i + 1])
							: -1;
		int low = high >= 0 ? hex_digit(s.p[i + 2]) : -1;
		if (low >= 0)
			i += 2;
		buf_add_char(&b, low >= 0 ? (char)(high * 16 + low) : s.p[i]);
	}
	struct str copy = arena_str(arena, buf_str(&b));
	buf_release(&b);
	return copy;
}

/* `path` as seen from the folder of the file `base`. */
static struct str join_path(struct str base, struct str path,
			    struct arena *arena)
{
	struct buf b = {0};
	bool is_whole = str_starts(path, STR("/"));
	start_path(&b, is_whole ? path : base);
	size_t root = b.n, folder = base.n;
	while (folder > 0 && base.p[folder - 1] != '/')
		folder--;
	if (!is_whole)
		add_path(&b, root, str_sub(base, 0, folder));
	add_path(&b, root, path);
	return finish(&b, arena);
}

/* A relative address as seen from the page `address`. */
static struct str join_url(struct str address, struct str url,
			   struct arena *arena)
{
	struct buf b = {0};
	struct str key = links_url_key(address, arena);
	if (key.n == 0)
		return STR("");
	size_t host = str_find_char(key, '/', 0), folder = key.n;
	while (folder > host && key.p[folder - 1] != '/')
		folder--;
	/* The end slash, which the key has lost, says that it is a folder. */
	if (str_ends(whole_page(address), STR("/")))
		folder = key.n;
	buf_add(&b, str_sub(key, 0, host));
	buf_add_char(&b, '/');
	size_t root = b.n;
	if (!str_starts(url, STR("/")))
		add_path(&b, root, str_sub(key, host, folder));
	add_path(&b, root, url);
	return finish(&b, arena);
}

size_t links_keys(struct str base, struct str address, struct str url,
		  struct arena *arena, struct str keys[LINK_KEYS_MAX])
{
	size_t n = 0;
	url = str_trim(url);
	if (str_starts_nocase(url, STR("wiki:"))) {
		struct str title = whole_page(str_from_at(url, 5));
		keys[n++] = links_title_key('t', title, arena);
		keys[n++] = join_path(
			base, arena_printf(arena, "%.*s.md", STR_ARG(title)),
			arena);
		keys[n++] = join_path(base, title, arena);
	} else if (scheme_length(url) || str_starts(url, STR("//"))) {
		keys[n++] = links_url_key(url, arena);
	} else if (whole_page(url).n) {
		struct str page = whole_page(url);
		struct str file = str_sub(page, 0, str_find_char(page, '?', 0));
		file = percent_decode(file, arena);
		keys[n++] = join_path(base, file, arena);
		keys[n++] = join_url(address, page, arena);
	}
	size_t kept = 0;
	for (size_t i = 0; i < n; i++)
		if (keys[i].n)
			keys[kept++] = keys[i];
	return kept;
}

/* ---- facts ---- */

static void add_fact(struct link_facts *f, struct str key, uint32_t id,
		     bool is_owner)
{
	if (key.n == 0)
		return;
	f->at = mem_grow(f->at, &f->cap, f->n + 1, sizeof *f->at);
	f->at[f->n++] = (struct link_fact){key, id, is_owner};
}

static void add_pointers(struct link_facts *f, uint32_t id, struct str path,
			 struct str address, struct str url)
{
	struct str keys[LINK_KEYS_MAX];
	size_t n = links_keys(path, address, url, &f->arena, keys);
	for (size_t i = 0; i < n; i++)
		add_fact(f, keys[i], id, false);
}

void links_collect(struct link_facts *f, uint32_t id, struct str path,
		   const struct article *a)
{
	struct arena *arena = &f->arena;
	struct str address = article_str(a, a->url);
	struct str title = article_str(a, a->title);
	add_fact(f, links_path_key(path, arena), id, true);
	add_fact(f, links_url_key(address, arena), id, true);
	add_fact(f, links_title_key('t', title, arena), id, true);
	add_fact(f, links_title_key('s', article_str(a, a->series), arena), id,
		 false);
	for (uint32_t i = 0; i < a->authors.n; i++)
		add_fact(f,
			 links_title_key(
				 'a',
				 article_str(a, article_author(a, i)->name),
				 arena),
			 id, false);
	for (uint32_t i = 0; i < a->links.n; i++)
		add_pointers(f, id, path, address,
			     article_str(a, article_link(a, i)->url));
	for (uint32_t i = 0; i < a->related.n; i++) {
		const struct related *r = article_related(a, i);
		add_pointers(f, id, path, address, article_str(a, r->url));
		add_fact(f,
			 links_title_key('t', article_str(a, r->title), arena),
			 id, false);
	}
}

void link_facts_release(struct link_facts *f)
{
	mem_free(f->at);
	arena_release(&f->arena);
	*f = (struct link_facts){0};
}

/* ---- the graph ---- */

static void add_edge(struct links *l, const struct link_fact *fact)
{
	uint32_t *head = map_put(&l->pointers, fact->key, NO_INDEX);
	l->edges = mem_grow(l->edges, &l->cap, l->n + 1, sizeof *l->edges);
	l->edges[l->n].article = fact->article;
	l->edges[l->n].next = *head;
	*head = (uint32_t)l->n++;
}

void links_add(struct links *l, const struct link_facts *f)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct link_fact *fact = &f->at[i];
		if (!fact->is_owner) {
			add_edge(l, fact);
			continue;
		}
		/* Segments arrive in any order: the first by id it is. */
		uint32_t *owner = map_put(&l->owners, fact->key, fact->article);
		if (*owner > fact->article)
			*owner = fact->article;
	}
}

void links_release(struct links *l)
{
	map_release(&l->owners);
	map_release(&l->pointers);
	mem_free(l->edges);
	*l = (struct links){0};
}

uint32_t links_owner(const struct links *l, struct str key)
{
	uint32_t *owner = key.n ? map_get(&l->owners, key) : NULL;
	return owner ? *owner : NO_INDEX;
}

static int by_id(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;
	return *x < *y ? -1 : *x > *y;
}

size_t links_pointers(const struct links *l, struct str key,
		      struct arena *arena, uint32_t **out)
{
	uint32_t *head = key.n ? map_get(&l->pointers, key) : NULL;
	uint32_t first = head ? *head : NO_INDEX;
	size_t n = 0, kept = 0;
	for (uint32_t e = first; e != NO_INDEX; e = l->edges[e].next)
		n++;
	uint32_t *ids = *out = arena_array(arena, uint32_t, n);
	n = 0;
	for (uint32_t e = first; e != NO_INDEX; e = l->edges[e].next)
		ids[n++] = l->edges[e].article;
	qsort(ids, n, sizeof *ids, by_id);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || ids[kept - 1] != ids[i])
			ids[kept++] = ids[i];
	return kept;
}
