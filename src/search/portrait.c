/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pairs of letters are cut without regard to words: 卷轴 书页 are words of
 * 从卷轴到书页, 轴到 and 到书 are not. So only pairs of letters that carry
 * meaning speak, and what is shown is the longest run of them:
 *
 *     pairs shared     人工 工智 智能      shown   人工智能
 */
#include "config.h"

#include "search/portrait.h"

#include <stdlib.h>
#include <string.h>

#include "search/stop.h"
#include "search/token.h"
#include "text/utf8.h"

/* ---- who may speak ---- */

/* Han that are digits, or join other words, in Chinese or Japanese. */
static const char idle_han[] = "〇一二三四五六七八九十百千万萬亿億年月第个個"
			       "的了是在和与與也不有没沒这這"
			       "那之其而于於以为為我你他她它们們就都很到从從被"
			       "把对對来來去要又或但因此些么麼"
			       "什何某每各只着著过過将將无無非及至由等得";

enum script { SCRIPT_OTHER, SCRIPT_IDLE, SCRIPT_HAN };

static enum script script_of(uint32_t code, struct str letter)
{
	bool is_hiragana = code >= 0x3040 && code < 0x30a0;
	bool is_han = (code >= 0x3400 && code < 0xa000) || code >= 0x20000 ||
		      (code >= 0xf900 && code < 0xfb00) || code == 0x3005 ||
		      code == 0x3007;
	if (is_hiragana || (is_han && str_has(str_of(idle_han), letter)))
		return SCRIPT_IDLE;
	return is_han ? SCRIPT_HAN : SCRIPT_OTHER;
}

/* Whether both letters of a pair carry meaning. */
static bool is_telling_pair(struct str pair)
{
	for (size_t at = 0; at < pair.n;) {
		uint32_t code;
		size_t n = utf8_next(pair, at, &code);
		if (script_of(code, str_sub(pair, at, at + n)) == SCRIPT_IDLE)
			return false;
		at += n;
	}
	return true;
}

/* Such pairs, and words of three letters or more that are no number. */
static bool may_speak(const struct token *t)
{
	if (t->kind != TOKEN_WORD)
		return t->kind == TOKEN_PAIR && is_telling_pair(t->text);
	bool is_number = true;
	for (size_t i = 0; i < t->text.n && is_number; i++)
		is_number = ascii_is_digit(t->text.p[i]);
	return t->text.n >= 3 && !is_number;
}

static void read_words(struct portrait *p, struct str text, float weight,
		       struct tokens *tokens)
{
	struct token t;
	tokens_start(tokens, text);
	while (tokens_next(tokens, &t)) {
		if (!may_speak(&t))
			continue;
		uint32_t *at = map_get(&p->words, t.text);
		if (!at) {
			struct str word = arena_str(p->arena, t.text);
			at = map_put(&p->words, word, (uint32_t)p->all.n);
			vec_push(&p->all,
				 (struct speaker){.word = word,
						  .is_pair = t.kind ==
							     TOKEN_PAIR});
		}
		/* The words of the map are those of `all`. */
		/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
		p->all.at[*at].count += weight;
	}
}

static void read_article(struct portrait *p, struct tokens *tokens)
{
	const struct article *a = p->article;
	read_words(p, article_str(a, a->title), 3, tokens);
	for (uint32_t i = 0; i < a->tags.n; i++)
		read_words(p, article_tag(a, i), 2, tokens);
	for (uint32_t u = 0; u < article_units(a); u++)
		read_words(p, article_unit_text(a, u), 1, tokens);
}

/* ---- who does ---- */

static int by_worth(const void *a, const void *b)
{
	const struct speaker *x = a, *y = b;
	if (x->worth > y->worth || x->worth < y->worth)
		return x->worth > y->worth ? -1 : 1;
	return str_cmp(x->word, y->word);
}

/* Weighs the words. One that a quarter of the articles have leads everywhere,
 * one that no other article has (is_shared) nowhere, but it tells. */
static void weigh(struct portrait *p, const struct index *index, bool is_member)
{
	for (size_t i = 0; i < p->all.n; i++) {
		struct speaker *s = &p->all.at[i];
		uint64_t df = index_count(index, s->word);
		bool is_common = df * 4 > index->n_read && index->n_read > 16;
		s->is_shared = df > is_member;
		s->worth = is_common ? 0
				     : index_idf(index, df) * s->count /
					       (s->count + 4);
	}
	if (p->all.n)
		qsort(p->all.at, p->all.n, sizeof *p->all.at, by_worth);
}

/* Moves those that speak to the front, strongest first. */
static void choose(struct portrait *p)
{
	size_t telling = 0;
	for (size_t i = 0; i < p->all.n && p->n < SPEAKERS; i++) {
		struct speaker s = p->all.at[i];
		if (!(s.worth > 0))
			break;
		if (stop_is_weak(p->language, s.word))
			continue;
		if (telling++ < SPEAKERS)
			p->most += s.worth;
		if (s.is_shared)
			p->all.at[p->n++] = s;
	}
}

static void find_families(struct portrait *p)
{
	struct stem *stem = stem_new();
	struct str stems[SPEAKERS];
	for (size_t i = 0; i < p->n; i++) {
		struct speaker *s = &p->all.at[i];
		stems[i] = arena_str(p->arena,
				     stem_word(stem, p->language, s->word));
		s->family = 1u << i;
		for (size_t j = 0; j < i; j++)
			if (str_eq(stems[j], stems[i])) {
				s->family |= 1u << j;
				p->all.at[j].family |= 1u << i;
			}
	}
	stem_free(stem);
}

void portrait_paint(struct portrait *p, const struct index *index,
		    const struct article *a, bool is_member,
		    struct arena *arena)
{
	struct tokens *tokens = mem_new(sizeof *tokens);
	*p = (struct portrait){
		.arena = arena,
		.article = a,
		.language = stem_language(article_str(a, a->language)),
	};
	read_article(p, tokens);
	weigh(p, index, is_member);
	choose(p);
	find_families(p);
	mem_free(tokens);
}

void portrait_release(struct portrait *p)
{
	vec_release(&p->all);
	vec_release(&p->sightings);
	map_release(&p->words);
}

/* ---- the words as they are written ---- */

/* Counts the forms ("Beijing", "Naïve") that the speakers have in a text. */
static void count_forms(struct portrait *p, struct str text, struct map *forms,
			struct tokens *tokens)
{
	struct token t;
	tokens_start(tokens, text);
	while (tokens_next(tokens, &t)) {
		uint32_t *at = map_get(&p->words, t.text);
		if (!at)
			continue;
		struct speaker *s = &p->all.at[*at];
		struct str form = str_sub(text, t.start, t.end);
		size_t n = ++*map_put(forms, form, 0);
		if (s->is_pair)
			vec_push(&p->sightings,
				 (struct sighting){form.p, form.p + form.n,
						   *at});
		if (n > s->form_n) {
			s->form_n = n;
			s->form = form;
		}
	}
}

void portrait_name(struct portrait *p)
{
	const struct article *a = p->article;
	struct tokens *tokens = mem_new(sizeof *tokens);
	struct map forms = {0};
	map_release(&p->words);
	for (size_t i = 0; i < p->n; i++)
		map_put(&p->words, p->all.at[i].word, (uint32_t)i);
	count_forms(p, article_str(a, a->title), &forms, tokens);
	for (uint32_t u = 0; u < article_units(a); u++)
		count_forms(p, article_unit_text(a, u), &forms, tokens);
	map_release(&forms);
	mem_free(tokens);
}

/* The form of a word that is met most often among those of its stem. */
static struct str word_form(const struct portrait *p, size_t speaker,
			    uint32_t family)
{
	size_t best = speaker;
	for (; family; family &= family - 1) {
		size_t i = (size_t)__builtin_ctz(family);
		if (p->all.at[i].form_n > p->all.at[best].form_n)
			best = i;
	}
	const struct speaker *s = &p->all.at[best];
	/* A tag's word need not be in the text. */
	return s->form_n ? s->form : s->word;
}

/* The longest run of shared pairs, each overlapping the next, that has the
 * speaker in it; the speakers of it are added to *covered. */
static struct str longest_run(const struct portrait *p, size_t speaker,
			      uint32_t shared, uint32_t *covered)
{
	struct str best = p->all.at[speaker].word;
	uint32_t best_bits = 1u << speaker;
	bool is_found = false;
	for (size_t i = 0, j; i < p->sightings.n; i = j) {
		const struct sighting *first = &p->sightings.at[i], *s = first;
		uint32_t bits = 1u << s->speaker;
		for (j = i + 1; j < p->sightings.n; j++) {
			const struct sighting *next = &p->sightings.at[j];
			if (!(bits & shared) ||
			    !(shared >> next->speaker & 1) ||
			    next->start <= s->start || next->start >= s->end)
				break;
			bits |= 1u << next->speaker;
			s = next;
		}
		size_t n = (size_t)(s->end - first->start);
		if (!(bits >> speaker & 1) || (is_found && n <= best.n))
			continue;
		best = (struct str){first->start, n};
		best_bits = bits;
		is_found = true;
	}
	*covered |= best_bits;
	return best;
}

/* Whether a run is more than an accident of cutting: two Han, else four
 * letters. */
static bool is_worth_showing(struct str run)
{
	size_t letters = 0;
	bool is_han = true;
	for (size_t at = 0; at < run.n; letters++) {
		uint32_t code;
		size_t n = utf8_next(run, at, &code);
		is_han &=
			script_of(code, str_sub(run, at, at + n)) == SCRIPT_HAN;
		at += n;
	}
	return letters >= (is_han ? 2 : 4);
}

size_t portrait_terms(const struct portrait *p, uint32_t shared, size_t limit,
		      struct arena *arena, struct str *out)
{
	uint32_t covered = 0;
	size_t n = 0;
	for (size_t i = 0; i < p->n && n < limit; i++) {
		const struct speaker *s = &p->all.at[i];
		if (!((shared & ~covered) >> i & 1))
			continue;
		struct str term;
		if (s->is_pair) {
			term = longest_run(p, i, shared, &covered);
			if (!is_worth_showing(term))
				continue;
		} else {
			term = word_form(p, i, s->family & shared);
			covered |= s->family;
		}
		out[n++] = arena_str(arena, term);
	}
	return n;
}
