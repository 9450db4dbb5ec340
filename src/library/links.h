/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who points at whom. Everything an article can be pointed at by is a key, a
 * string with a letter in front:
 *
 *     p:dir/a.md            its path, normalised
 *     u:example.org/a       its address: no scheme, "www.", end slash, fragment
 *     t:the belt and road   its title: letters and digits, folded
 *     s:  a:                its series, an author (likewise)
 *
 * An article owns keys and points at keys, so it does not matter which of two
 * is read first. Workers make the keys (links_collect), main puts them in.
 */
#ifndef PORE_LIBRARY_LINKS_H
#define PORE_LIBRARY_LINKS_H

#include "article/article.h"
#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"

struct link_fact {
	struct str key;
	uint32_t article;
	bool is_owner; /* the key is the article's own, not one it points at */
};

/* The facts of some articles. */
struct link_facts {
	struct arena arena;
	struct link_fact *at;
	size_t n, cap;
};
void links_collect(struct link_facts *f, uint32_t id, struct str path,
		   const struct article *a);
void link_facts_release(struct link_facts *f);

struct links {
	struct map owners;   /* key -> the first article, by id, that has it */
	struct map pointers; /* key -> a chain of edges */
	struct {
		uint32_t article, next; /* NO_INDEX ends the chain */
	} * edges;
	size_t n, cap;
};
/* The facts must live as long as the links. */
void links_add(struct links *l, const struct link_facts *f);
void links_release(struct links *l);

/* The owner of a key; NO_INDEX if there is none. */
uint32_t links_owner(const struct links *l, struct str key);
/* The articles that point at a key (or have that series or author), by id,
 * each once. */
size_t links_pointers(const struct links *l, struct str key,
		      struct arena *arena, uint32_t **out);

/* Keys; in the arena. Empty if there is nothing to make one of. */
struct str links_path_key(struct str path, struct arena *arena);
struct str links_url_key(struct str url, struct arena *arena);
struct str links_title_key(char letter, struct str title, struct arena *arena);

/* The keys a link may mean, best first: `base` is the path of the article it
 * stands in and `address` that article's own, or "". Returns how many. */
enum { LINK_KEYS_MAX = 4 };
size_t links_keys(struct str base, struct str address, struct str url,
		  struct arena *arena, struct str keys[LINK_KEYS_MAX]);

#endif
