/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Phrases by shift-and: bit i of a phrase's state says that its first i + 1
 * words are the last i + 1 tokens read. A ring remembers where those began.
 */
#include "config.h"

#include "search/match.h"

#include <stdlib.h>
#include <string.h>

#include "search/token.h"

static size_t words_compared(const struct query_atom *atom)
{
	return atom->n_words < PHRASE_MAX ? atom->n_words : PHRASE_MAX;
}

static size_t common_beginning(struct str a, struct str b)
{
	size_t n = 0;
	while (n < a.n && n < b.n && a.p[n] == b.p[n])
		n++;
	return n;
}

/* Stems are nearly all beginnings of their words, but for a last letter
 * ("happi", happy): what all words of that stem begin with. */
static struct str sure_part(struct str stem)
{
	return str_sub(stem, 0, stem.n < 4 ? stem.n : stem.n - 1);
}

/* What is in every text that has the pattern: of a phrase its longest word; of
 * a word what it shares with the other words of its stem. */
static struct scan scan_of_pattern(const struct pattern *p)
{
	struct str part = p->atom->words[0];
	for (size_t i = 1; i < words_compared(p->atom); i++)
		if (p->atom->words[i].n > part.n)
			part = p->atom->words[i];
	if (p->stem.n)
		part.n = common_beginning(part, sure_part(p->stem));
	return scan_of(part);
}

static void add_pattern(struct matcher *m, const struct query_atom *atom)
{
	struct pattern *p = &m->patterns[m->n];
	if (atom->n_words == 0)
		return;
	m->n++;
	p->atom = atom;
	struct str word = atom->words[0];
	for (size_t i = 0; i < words_compared(atom); i++)
		m->begins[(unsigned char)atom->words[i].p[0]] = true;
	if (atom->n_words == 1 && !atom->is_exact && m->language != 0)
		p->stem = arena_str(m->arena,
				    stem_word(m->stem, m->language, word));
	if (p->stem.n)
		m->begins[(unsigned char)p->stem.p[0]] = true;
	p->scan = scan_of_pattern(p);
}

static void start(struct matcher *m, size_t n, unsigned language,
		  struct stem *stem, struct arena *arena)
{
	*m = (struct matcher){
		.language = language, .stem = stem, .arena = arena};
	m->patterns = arena_array(arena, struct pattern, n);
}

void matcher_of_query(struct matcher *m, const struct query *q,
		      unsigned language, struct stem *stem, struct arena *arena)
{
	size_t n = 0;
	for (size_t i = 0; i < q->n; i++)
		n += q->clauses[i].n_atoms;
	start(m, n, language, stem, arena);
	for (size_t i = 0; i < q->n; i++) {
		const struct query_clause *c = &q->clauses[i];
		if (c->sign == SIGN_NOT || c->is_common)
			continue;
		for (size_t j = 0; j < c->n_atoms; j++)
			add_pattern(m, &c->atoms[j]);
	}
}

void matcher_of_atom(struct matcher *m, const struct query_atom *atom,
		     unsigned language, struct stem *stem, struct arena *arena)
{
	start(m, 1, language, stem, arena);
	add_pattern(m, atom);
}

static bool is_word(const struct query_atom *atom, size_t i, struct str token)
{
	struct str word = atom->words[i];
	if (atom->is_prefix && i + 1 == atom->n_words)
		return str_starts(token, word);
	return str_eq(token, word);
}

/* Few words need stemming to see that their stem is another. */
static bool has_stem(const struct matcher *m, struct str stem, struct str token)
{
	if (stem.n == 0 || !str_starts(token, sure_part(stem)))
		return false;
	return str_eq(stem_word(m->stem, m->language, token), stem);
}

struct phrase_state {
	uint64_t bits;
	uint32_t begins[PHRASE_MAX]; /* a ring */
	size_t at;
};

/* Reads one token into a phrase; true when it completes it. */
static bool advance(struct phrase_state *s, const struct query_atom *atom,
		    const struct token *token, uint32_t *start)
{
	size_t n = words_compared(atom);
	uint64_t equal = 0;
	for (size_t i = 0; i < n; i++)
		equal |= (uint64_t)is_word(atom, i, token->text) << i;
	s->begins[s->at] = token->start;
	s->at = s->at + 1 == n ? 0 : s->at + 1;
	s->bits = (s->bits << 1 | 1) & equal;
	*start = s->begins[s->at];
	return s->bits >> (n - 1) & 1;
}

static bool is_in(const struct query_atom *atom, enum query_field kind)
{
	return atom->field == IN_ANY || atom->field == kind;
}

/* Compares one token with a single word. */
static bool match_word(const struct matcher *m, const struct pattern *p,
		       const struct tokens *t, const struct token *token,
		       struct place *place)
{
	struct str word = p->atom->words[0];
	place->start = token->start;
	place->end = token->end;
	place->is_exact = str_eq(token->text, word);
	if (place->is_exact)
		return true;
	if (p->atom->is_prefix && str_starts(token->text, word)) {
		/* Of a pair its first letter alone, if that is all. */
		if (token->kind == TOKEN_PAIR)
			place->end = t->start;
		return true;
	}
	return has_stem(m, p->stem, token->text);
}

/* Whether the text may have one of the patterns. */
static bool may_match(const struct matcher *m, struct str text)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->patterns[i].scan.needle.n == 0)
			return true;
	if (!scan_is_plain(text))
		return true;
	for (size_t i = 0; i < m->n; i++)
		if (scan_has(&m->patterns[i].scan, text))
			return true;
	return false;
}

void matcher_run(const struct matcher *m, struct str text,
		 enum query_field kind, struct places *out)
{
	struct tokens tokens;
	struct token token;
	struct phrase_state *states = NULL;
	size_t cap = 0;
	if (!may_match(m, text))
		return;
	out->read += text.n;
	for (size_t i = 0; i < m->n && !states; i++)
		if (m->patterns[i].atom->n_words > 1) {
			states = mem_grow(NULL, &cap, m->n, sizeof *states);
			memset(states, 0, cap * sizeof *states);
		}
	tokens_start(&tokens, text);
	while (tokens_next(&tokens, &token)) {
		bool may_begin = m->begins[(unsigned char)token.text.p[0]];
		if (!may_begin && !states)
			continue;
		for (size_t i = 0; i < m->n; i++) {
			const struct pattern *p = &m->patterns[i];
			struct place place = {.pattern = (uint32_t)i,
					      .is_exact = true,
					      .end = token.end};
			bool is_phrase = p->atom->n_words > 1;
			if (!is_in(p->atom, kind) ||
			    (is_phrase && token.kind == TOKEN_TAIL))
				continue;
			if (is_phrase && !may_begin) {
				states[i].bits = 0; /* as advance would */
				continue;
			}
			if (is_phrase ? advance(&states[i], p->atom, &token,
						&place.start)
				      : may_begin && match_word(m, p, &tokens,
								&token, &place))
				vec_push(out, place);
		}
	}
	mem_free(states);
}

static enum query_field kind_of(const struct article *a, int32_t unit)
{
	if (unit < 0)
		return IN_TITLE;
	return (uint32_t)unit < a->blocks.n ? IN_ANY : IN_NOTE;
}

void matcher_unit(const struct matcher *m, const struct article *a,
		  int32_t unit, struct places *out)
{
	matcher_run(m, article_position_text(a, unit), kind_of(a, unit), out);
}

/* Runs over the texts of an article that are of that kind. */
static void run_kind(const struct matcher *m, const struct article *a,
		     enum query_field kind, struct places *out)
{
	bool is_note = kind == IN_NOTE;
	if (kind == IN_TITLE)
		matcher_unit(m, a, -1, out);
	if (kind == IN_SERIES)
		matcher_run(m, article_str(a, a->series), kind, out);
	for (uint32_t i = 0; i < a->authors.n && kind == IN_AUTHOR; i++)
		matcher_run(m, article_str(a, article_author(a, i)->name), kind,
			    out);
	for (uint32_t i = 0; i < a->tags.n && kind == IN_TAG; i++)
		matcher_run(m, article_tag(a, i), kind, out);
	for (uint32_t i = 0; i < a->blocks.n && kind == IN_ANY; i++)
		matcher_unit(m, a, (int32_t)i, out);
	for (uint32_t i = 0; i < a->notes.n && is_note; i++)
		matcher_unit(m, a, (int32_t)(a->blocks.n + i), out);
}

void matcher_names(const struct matcher *m, const struct article *a,
		   struct places *out)
{
	run_kind(m, a, IN_SERIES, out);
	run_kind(m, a, IN_AUTHOR, out);
	run_kind(m, a, IN_TAG, out);
}

size_t matcher_count(const struct matcher *m, const struct article *a,
		     enum query_field field, struct places *scratch)
{
	scratch->n = scratch->read = 0;
	if (field != IN_ANY)
		run_kind(m, a, field, scratch);
	else
		for (unsigned kind = IN_ANY; kind <= IN_NOTE; kind++)
			run_kind(m, a, (enum query_field)kind, scratch);
	return scratch->n;
}

static int by_start(const void *a, const void *b)
{
	const struct range *x = a, *y = b;
	return x->start < y->start ? -1 : x->start > y->start;
}

size_t places_ranges(const struct places *p, struct arena *arena,
		     struct range **out)
{
	struct range *r = *out = arena_array(arena, struct range, p->n);
	for (size_t i = 0; i < p->n; i++)
		r[i] = (struct range){p->at[i].start, p->at[i].end};
	qsort(r, p->n, sizeof *r, by_start);
	size_t n = 0;
	for (size_t i = 0; i < p->n; i++) {
		if (n && r[i].start < r[n - 1].end) {
			if (r[i].end > r[n - 1].end)
				r[n - 1].end = r[i].end;
		} else {
			r[n++] = r[i];
		}
	}
	return n;
}
