/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the query item by item: sign, field, then a phrase or a run without
 * white space. A run of several tokens ("e-mail") is as many words where it
 * stands plain, and a phrase behind a sign or a field.
 */
#include "config.h"

#include "search/query.h"

#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

#include "base/mem.h"
#include "base/vec.h"
#include "search/stop.h"
#include "search/token.h"
#include "text/fold.h"
#include "text/utf8.h"

/* A query of more items than this is a sentence or a paragraph somebody has
 * pasted: its dashes and quotation marks are punctuation, not signs. */
enum { ITEMS_MAX = 12 };

/* More words than this are not looked at: a pasted book is no query. */
enum { WORDS_MAX = 256 };

struct item {
	enum query_sign sign;
	enum query_field field;
	bool is_quoted, is_prefix, has_star;
	struct str text; /* without sign, field, quotes, star */
};

struct parser {
	struct str text;
	size_t at;
	bool is_typing;
	struct arena *arena;
	size_t n_words;
	VEC(struct query_clause) clauses;
	bool joins; /* OR stood before the item that comes */
	bool is_prose;
};

static const struct {
	struct str name;
	enum query_field field;
} fields[] = {
	{{"title:", 6}, IN_TITLE},   {{"author:", 7}, IN_AUTHOR},
	{{"series:", 7}, IN_SERIES}, {{"tag:", 4}, IN_TAG},
	{{"note:", 5}, IN_NOTE},     {{"path:", 5}, IN_PATH},
	{{"date:", 5}, IN_DATE},
};

static bool is_space_at(const struct parser *p)
{
	return p->at < p->text.n && ascii_is_space(p->text.p[p->at]);
}

/* Passes over a field's name, if what follows can be its value. */
static enum query_field take_field(struct parser *p)
{
	struct str rest = str_from_at(p->text, p->at);
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
		struct str name = fields[i].name;
		if (!str_starts_nocase(rest, name) || rest.n == name.n ||
		    ascii_is_space(rest.p[name.n]))
			continue;
		p->at += name.n;
		return fields[i].field;
	}
	return IN_ANY;
}

/* A quotation mark of any form, and its length; 0 if there is none. */
static size_t quote_at(struct str s, size_t at)
{
	if (at < s.n && s.p[at] == '"')
		return 1;
	if (at + 3 <= s.n && (memcmp(s.p + at, "\u201c", 3) == 0 ||
			      memcmp(s.p + at, "\u201d", 3) == 0))
		return 3;
	return 0;
}

/* A phrase in quotes; false, and nothing taken, if it has no end. */
static bool take_phrase(struct parser *p, struct item *item)
{
	size_t open = quote_at(p->text, p->at);
	if (!open)
		return false;
	size_t from = p->at + open, to = from;
	while (to < p->text.n && !quote_at(p->text, to))
		to++;
	if (to == p->text.n)
		return false;
	item->is_quoted = true;
	item->text = str_sub(p->text, from, to);
	p->at = to + quote_at(p->text, to);
	return true;
}

static void take_run(struct parser *p, struct item *item)
{
	size_t from = p->at;
	while (p->at < p->text.n && !is_space_at(p))
		p->at++;
	item->text = str_sub(p->text, from, p->at);
	if (str_ends(item->text, STR("*"))) {
		item->is_prefix = item->has_star = true;
		item->text.n--;
	} else if (p->is_typing && p->at == p->text.n) {
		item->is_prefix = true;
	}
}

static bool next_item(struct parser *p, struct item *item)
{
	while (is_space_at(p))
		p->at++;
	if (p->at == p->text.n || p->n_words >= WORDS_MAX)
		return false;
	*item = (struct item){0};
	if (p->is_prose) {
		take_run(p, item);
		return true;
	}
	char c = p->text.p[p->at];
	if ((c == '+' || c == '-') && p->at + 1 < p->text.n &&
	    !ascii_is_space(p->text.p[p->at + 1])) {
		item->sign = c == '+' ? SIGN_MUST : SIGN_NOT;
		p->at++;
	}
	item->field = take_field(p);
	if (!take_phrase(p, item))
		take_run(p, item);
	return true;
}

/* The tokens of an item, copied with the zeroes that hashing wants. */
static size_t words_of(struct parser *p, struct str text, struct str **out,
		       bool *is_single)
{
	struct tokens *t = mem_new(sizeof *t);
	struct token token;
	VEC(struct str) words = {0};
	tokens_start(t, text);
	while (p->n_words < WORDS_MAX && tokens_next(t, &token)) {
		if (token.kind == TOKEN_TAIL)
			continue;
		char *copy = arena_new(p->arena, token.text.n + 8);
		memcpy(copy, token.text.p, token.text.n);
		vec_push(&words, (struct str){copy, token.text.n});
		*is_single = token.kind == TOKEN_SINGLE;
		p->n_words++;
	}
	*out = arena_array(p->arena, struct str, words.n);
	if (words.n)
		memcpy(*out, words.at, words.n * sizeof **out);
	size_t n = words.n;
	vec_release(&words);
	mem_free(t);
	return n;
}

/* "2018", "2018-06", "2018-06-13". */
static bool is_date(struct str s)
{
	if (s.n != 4 && s.n != 7 && s.n != 10)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (i == 4 || i == 7 ? s.p[i] != '-' : !ascii_is_digit(s.p[i]))
			return false;
	return true;
}

/* Days from text to last, either end possibly open; false if it is none. */
static bool read_dates(struct query_atom *atom, struct str s)
{
	size_t dots = str_find(s, STR(".."), 0);
	atom->text = str_sub(s, 0, dots);
	atom->last = dots < s.n ? str_from_at(s, dots + 2) : atom->text;
	return (atom->text.n || atom->last.n) &&
	       (!atom->text.n || is_date(atom->text)) &&
	       (!atom->last.n || is_date(atom->last));
}

static void add_atom(struct parser *p, enum query_sign sign, bool is_quoted,
		     struct query_atom atom)
{
	struct query_atom *one = arena_new(p->arena, sizeof *one);
	*one = atom;
	if (atom.n_words == 0)
		p->n_words++; /* of a path or date: it counts as one */
	if (sign == SIGN_NONE && (atom.field != IN_ANY || is_quoted))
		sign = SIGN_MUST;
	struct query_clause *last = p->clauses.n ? vec_last(&p->clauses) : NULL;
	if (p->joins && last && last->sign != SIGN_NOT && sign != SIGN_NOT) {
		struct query_atom *both = arena_array(
			p->arena, struct query_atom, last->n_atoms + 1);
		memcpy(both, last->atoms, last->n_atoms * sizeof *both);
		both[last->n_atoms++] = atom;
		last->atoms = both;
		return;
	}
	vec_push(&p->clauses, (struct query_clause){.sign = sign,
						    .atoms = one,
						    .n_atoms = 1});
}

static void add_item(struct parser *p, const struct item *item)
{
	struct query_atom atom = {.field = item->field,
				  .is_prefix = item->is_prefix,
				  .is_exact = item->is_quoted || item->has_star,
				  .written = item->text};
	bool is_single = false;
	if (item->field == IN_PATH) {
		atom.text = fold_copy(p->arena, item->text);
		add_atom(p, item->sign, item->is_quoted, atom);
		return;
	}
	if (item->field == IN_DATE) {
		if (read_dates(&atom, item->text)) {
			add_atom(p, item->sign, item->is_quoted, atom);
			return;
		}
		atom.field = IN_ANY;
	}
	atom.n_words = words_of(p, item->text, &atom.words, &is_single);
	/* A lone letter of a script without spaces begins many tokens. */
	atom.is_prefix |= is_single;
	if (atom.n_words == 0)
		return;
	if (atom.n_words == 1 || item->is_quoted || item->sign ||
	    atom.field != IN_ANY || p->joins) {
		add_atom(p, item->sign, item->is_quoted, atom);
		return;
	}
	for (size_t i = 0; i < atom.n_words; i++) {
		struct query_atom word = atom;
		word.words = atom.words + i;
		word.n_words = 1;
		word.is_prefix = atom.is_prefix && i + 1 == atom.n_words;
		add_atom(p, SIGN_NONE, false, word);
	}
}

/* Composed letters, as articles have them; any bytes. */
static struct str normalise(struct str s, struct arena *arena)
{
	struct buf b = {0};
	size_t n = 0;
	utf8_repair(&b, s);
	uint8_t *nfc =
		u8_normalize(UNINORM_NFC, (const uint8_t *)b.p, b.n, NULL, &n);
	struct str made =
		nfc ? (struct str){(const char *)nfc, n} : buf_str(&b);
	made = arena_str(arena, made);
	free(nfc);
	buf_release(&b);
	return made;
}

static bool is_prose(struct parser *p)
{
	struct item item;
	size_t n = 0;
	while (n <= ITEMS_MAX && next_item(p, &item))
		n++;
	p->at = 0;
	return n > ITEMS_MAX;
}

/* Whether the item is the word OR with something on both sides. */
static bool is_or(const struct parser *p, const struct item *item)
{
	return !p->is_prose && !item->sign && item->field == IN_ANY &&
	       !item->is_quoted && str_eq(item->text, STR("OR")) &&
	       p->clauses.n && str_trim(str_from_at(p->text, p->at)).n;
}

/* A clause that is a plain word, which may be a joining one. */
static bool is_plain(const struct query_clause *c)
{
	const struct query_atom *a = &c->atoms[0];
	return c->sign == SIGN_NONE && c->n_atoms == 1 && a->n_words == 1 &&
	       !a->is_exact;
}

static void mark_common(struct query *q, struct arena *arena)
{
	struct str *words = arena_array(arena, struct str, q->n);
	size_t n = 0, common = 0;
	for (size_t i = 0; i < q->n; i++)
		if (is_plain(&q->clauses[i]))
			words[n++] = q->clauses[i].atoms[0].words[0];
	unsigned language = stop_language(words, n);
	for (size_t i = 0; i < q->n; i++) {
		struct query_clause *c = &q->clauses[i];
		c->is_common =
			is_plain(c) && stop_has(language, c->atoms[0].words[0]);
		common += c->is_common || c->sign == SIGN_NOT;
	}
	/* "To be or not to be" has nothing better. */
	for (size_t i = 0; i < q->n && common == q->n; i++)
		q->clauses[i].is_common = false;
}

struct query query_parse(struct str text, bool is_typing, struct arena *arena)
{
	struct parser p = {.is_typing = is_typing, .arena = arena};
	struct item item;
	p.text = normalise(text, arena);
	p.is_prose = is_prose(&p);
	while (next_item(&p, &item)) {
		if (is_or(&p, &item)) {
			p.joins = true;
			continue;
		}
		add_item(&p, &item);
		p.joins = false;
	}
	struct query q = {.n = p.clauses.n};
	q.clauses = arena_array(arena, struct query_clause, q.n);
	if (q.n)
		memcpy(q.clauses, p.clauses.at, q.n * sizeof *q.clauses);
	mark_common(&q, arena);
	vec_release(&p.clauses);
	return q;
}
