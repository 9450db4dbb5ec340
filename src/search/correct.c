/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words one step away are those that are the same up to some letter and,
 * behind one or two letters there, to the end: comparing is linear, and most
 * words of the dictionary differ too much in their first 8 bytes alone.
 */
#include "config.h"

#include "search/correct.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "search/dict.h"
#include "text/fold.h"
#include "text/utf8.h"

/* The shortest word that is corrected, in bytes, and the most corrections. */
enum { SHORTEST = 4, CORRECTIONS = 3 };

struct correction {
	struct str word;
	uint64_t articles;
};

static bool same_from(struct str a, size_t i, struct str b, size_t j)
{
	return str_eq(str_from_at(a, i), str_from_at(b, j));
}

/* Bytes of the letter at i; 0 at the end. */
static size_t letter_at(struct str s, size_t i)
{
	uint32_t code;
	return i < s.n ? utf8_next(s, i, &code) : 0;
}

bool correct_is_near(struct str a, struct str b)
{
	size_t i = 0;
	while (i < a.n && i < b.n && a.p[i] == b.p[i])
		i++;
	if (i == a.n && i == b.n)
		return false;
	while (i > 0 && ((i < a.n && (a.p[i] & 0xc0) == 0x80) ||
			 (i < b.n && (b.p[i] & 0xc0) == 0x80)))
		i--;
	size_t la = letter_at(a, i), lb = letter_at(b, i);
	if (same_from(a, i + la, b, i + lb) || same_from(a, i + la, b, i) ||
	    same_from(a, i, b, i + lb))
		return true;
	size_t ma = letter_at(a, i + la), mb = letter_at(b, i + lb);
	return la == mb && ma == lb &&
	       same_from(a, i + la + ma, b, i + lb + mb) &&
	       memcmp(a.p + i, b.p + i + lb, la) == 0 &&
	       memcmp(a.p + i + la, b.p + i, lb) == 0;
}

static bool has_stem(const struct segment *s, struct str word,
		     struct stem *stem)
{
	uint32_t from = 0, to = 0;
	for (unsigned l = 1; l < STEM_LANGUAGES && from == to; l++)
		if (s->languages & 1u << l)
			segment_find_stems(
				s, dict_stem_hash(stem_word(stem, l, word), l),
				&from, &to);
	return from < to;
}

/* Whether some article has the word, in whatever form; or, of a prefix, a word
 * that begins so. */
static bool is_known(const struct index *index, const struct query_atom *atom,
		     struct stem *stem)
{
	struct str word = atom->words[0];
	for (size_t i = 0; i < index->n; i++) {
		const struct segment *s = index->segments[i];
		uint32_t from, to;
		segment_find(s, word, atom->is_prefix, &from, &to);
		if (from < to || has_stem(s, word, stem))
			return true;
	}
	return false;
}

static const uint64_t high_bits = UINT64_C(0x8080808080808080);

static uint64_t without_first(uint64_t key, unsigned bytes)
{
	return bytes < 8 ? key << 8 * bytes : 0;
}

/* Whether the first 8 bytes of a term alone, all ASCII, say that it is not
 * near the word: behind the letter where they begin to differ all is the same,
 * perhaps shifted by one. Nearly all of a dictionary is passed over here. */
static bool is_far(uint64_t term, uint64_t word)
{
	uint64_t differs = term ^ word;
	if (!differs)
		return false;
	unsigned at = (unsigned)__builtin_clzll(differs) / 8;
	/* Another letter; two that have changed places. */
	if (!without_first(differs, at + 1) || !without_first(differs, at + 2))
		return false;
	/* One too many in the term, or in the word. What has been shifted in
	 * at the end is not known. */
	uint64_t known = ~UINT64_C(0) << 8 * (at + 1);
	uint64_t more = without_first(term, at + 1) ^ without_first(word, at);
	uint64_t less = without_first(term, at) ^ without_first(word, at + 1);
	return (more & known) && (less & known);
}

/* The same at once, without a branch that depends on the letters, for most
 * terms: those that begin with another letter; those in which two letters are
 * not ASCII, where in a near one only one can be. */
static bool is_far_at_once(uint64_t term, uint64_t word)
{
	uint64_t differs = term ^ word;
	uint64_t leads = term & term << 1 & high_bits;
	bool is_ascii = (term & high_bits) == 0;
	bool is_far = (differs >> 56 != 0) & (differs << 8 != 0) &
		      (differs << 16 != 0) & ((term << 8 ^ word) >> 8 != 0) &
		      ((term ^ word << 8) >> 8 != 0);
	return (is_ascii & is_far) | ((leads & (leads - 1)) != 0);
}

/* Adds the near words of one segment to the list; `at` finds them there. */
static void collect(const struct segment *s, struct str word, struct map *at,
		    struct correction **list, size_t *n, size_t *cap)
{
	uint64_t key = segment_key(word);
	bool is_ascii = utf8_is_ascii(word);
	for (uint32_t t = 0; t < s->n_terms; t++) {
		uint64_t other = s->keys[t];
		if (is_ascii & is_far_at_once(other, key))
			continue;
		if (is_ascii && (other & high_bits) == 0 && is_far(other, key))
			continue;
		struct str text = segment_text(s, t);
		if (text.n + 4 < word.n || text.n > word.n + 4 ||
		    !correct_is_near(word, text))
			continue;
		uint32_t i = *map_put(at, text, (uint32_t)*n);
		if (i == *n) {
			*list = mem_grow(*list, cap, *n + 1, sizeof **list);
			(*list)[(*n)++] = (struct correction){text, 0};
		}
		/* Not NULL: i is below *n. */
		/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
		(*list)[i].articles += segment_count(s, t);
	}
}

static int by_articles(const void *a, const void *b)
{
	const struct correction *x = a, *y = b;
	if (x->articles != y->articles)
		return x->articles > y->articles ? -1 : 1;
	return str_cmp(x->word, y->word);
}

/* The atoms of the clause: its own, and one for each correction. */
static void add_corrections(struct query_clause *c,
			    const struct correction *list, size_t n,
			    struct arena *arena)
{
	struct query_atom *atoms = arena_array(arena, struct query_atom, n + 1);
	atoms[0] = c->atoms[0];
	for (size_t i = 0; i < n; i++) {
		struct query_atom *atom = &atoms[i + 1];
		*atom = c->atoms[0];
		atom->is_prefix = false;
		atom->words = arena_new(arena, sizeof *atom->words);
		/* With the zeroes at its end that hashing wants. */
		char *copy = arena_new(arena, list[i].word.n + 8);
		memcpy(copy, list[i].word.p, list[i].word.n);
		atom->words[0] = (struct str){copy, list[i].word.n};
	}
	c->atoms = atoms;
	c->n_atoms = n + 1;
	c->is_corrected = true;
}

static void correct(struct query_clause *c, const struct index *index,
		    struct arena *arena)
{
	struct correction *list = NULL;
	struct map at = {0};
	size_t n = 0, cap = 0;
	for (size_t i = 0; i < index->n; i++)
		collect(index->segments[i], c->atoms[0].words[0], &at, &list,
			&n, &cap);
	if (n) {
		qsort(list, n, sizeof *list, by_articles);
		add_corrections(c, list, n < CORRECTIONS ? n : CORRECTIONS,
				arena);
	}
	map_release(&at);
	mem_free(list);
}

/* Pairs of letters of a script without spaces have nothing but neighbours. */
static bool is_word(struct str word)
{
	uint32_t code;
	utf8_next(word, 0, &code);
	return word.n >= SHORTEST && fold_class(code) != FOLD_CJK;
}

void correct_query(struct query *query, const struct index *index,
		   struct stem *stem, struct arena *arena)
{
	for (size_t i = 0; i < query->n; i++) {
		struct query_clause *c = &query->clauses[i];
		const struct query_atom *a = &c->atoms[0];
		bool is_plain = c->sign == SIGN_NONE && c->n_atoms == 1 &&
				a->n_words == 1 && a->field == IN_ANY &&
				!a->is_exact;
		if (is_plain && is_word(a->words[0]) &&
		    !is_known(index, a, stem))
			correct(c, index, arena);
	}
}
