/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Unit by unit the matches are found, and a window as wide as the snippet is
 * moved over them; the one with most different words wins, the first among
 * equals. Reading stops once a window has them all.
 *
 *     ... end of a sentence. The drive to clear Beijing's migrants ...
 *                            ^ lead         ^ first    ^ last match
 */
#include "config.h"

#include "search/snippet.h"

#include <string.h>

#include "base/buf.h"
#include "search/match.h"
#include "text/grapheme.h"
#include "text/width.h"

/* Of a very long article no more is read once something has been found. */
enum { BYTES_MAX = 1 << 16 };

struct window {
	uint32_t unit;
	uint32_t start, end; /* from the first match to the last */
	size_t different;    /* patterns in it */
	size_t worth;
};

struct search {
	const struct article *a;
	struct matcher m;
	size_t cells;
	bool *has;	/* pattern i is in the article */
	uint32_t *last; /* where pattern i was last seen, + 1; 0 never */
	struct window best;
	bool is_found;
};

/* The worth of the window that begins with place i; it holds places up to
 * `cells` bytes further, which is about as many cells or less. */
static struct window weigh(struct search *s, const struct places *p, size_t i,
			   uint32_t unit)
{
	struct window w = {.unit = unit, .start = p->at[i].start};
	memset(s->last, 0, s->m.n * sizeof *s->last);
	size_t exact = 0, n = 0;
	for (size_t j = i; j < p->n && n < 16; j++) {
		const struct place *place = &p->at[j];
		if (place->end > w.start + s->cells)
			break;
		if (place->start < w.start)
			continue;
		n++;
		exact += place->is_exact && !s->last[place->pattern];
		w.different += !s->last[place->pattern];
		s->last[place->pattern] = 1;
		if (place->end > w.end)
			w.end = place->end;
	}
	if (w.end == 0)
		w.end = p->at[i].end; /* a match longer than the snippet */
	bool is_heading = unit < s->a->blocks.n &&
			  article_block(s->a, unit)->type == BLOCK_HEADING;
	w.worth = 32 * w.different + 8 * exact + n - (is_heading ? 4 : 0);
	return w;
}

static void search_unit(struct search *s, uint32_t unit, struct places *p)
{
	p->n = 0;
	matcher_unit(&s->m, s->a, (int32_t)unit, p);
	for (size_t i = 0; i < p->n; i++) {
		s->has[p->at[i].pattern] = true;
		struct window w = weigh(s, p, i, unit);
		if (!s->is_found || w.worth > s->best.worth)
			s->best = w;
		s->is_found = true;
	}
}

static void search_article(struct search *s, struct places *p)
{
	size_t bytes = 0;
	for (uint32_t u = 0; u < article_units(s->a); u++) {
		search_unit(s, u, p);
		bytes += article_unit_text(s->a, u).n;
		if (s->is_found &&
		    (s->best.different == s->m.n || bytes > BYTES_MAX))
			return;
	}
}

static bool ends_sentence(struct str text, size_t space)
{
	static const char marks[] = ".?!:";
	if (text.p[space] == '\n')
		return true;
	if (space > 0 && (text.p[space - 1] == '"' || text.p[space - 1] == ')'))
		space--;
	return space > 0 && text.p[space - 1] != '\0' &&
	       strchr(marks, text.p[space - 1]);
}

/* Where to begin so that `at` is shown with at most `lead` cells before it:
 * at its sentence, else at a word, else at a letter. */
static size_t lead_in(struct str text, size_t at, size_t lead)
{
	size_t from = at, word = at, cells = 0;
	while (from > 0) {
		size_t before = grapheme_prev(text, from);
		bool is_space = ascii_is_space(text.p[before]);
		if (is_space && ends_sentence(text, before))
			return from;
		if (is_space)
			word = from;
		cells += (size_t)width_cluster(str_sub(text, before, from));
		if (cells > lead)
			return word < at ? word : from;
		from = before;
	}
	return 0;
}

/* The end of a passage that begins at `from`: after a word. */
static size_t cut_after(struct str text, size_t from, size_t cells,
			size_t at_least)
{
	size_t end = from + width_cut(str_from_at(text, from), cells).n;
	if (end == text.n)
		return end;
	for (size_t i = end; i > from && i > at_least; i--)
		if (ascii_is_space(text.p[i]))
			return i;
	return end;
}

static void copy_line(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		buf_add_char(out,
			     s.p[i] == '\n' || s.p[i] == '\t' ? ' ' : s.p[i]);
}

/* Writes bytes [from, end) of the text, an ellipsis where something is left
 * out, and the matches in it. */
static void write_passage(struct snippet *out, struct str text, size_t from,
			  size_t end, const struct places *p,
			  struct arena *arena)
{
	struct buf b = {0};
	struct range *r;
	if (from > 0)
		buf_add(&b, STR("… "));
	size_t shift = b.n;
	copy_line(&b, str_sub(text, from, end));
	if (end < text.n)
		buf_add(&b, STR(" …"));
	out->text = arena_str(arena, buf_str(&b));
	buf_release(&b);
	size_t n = places_ranges(p, arena, &r);
	out->lit = r;
	for (size_t i = 0; i < n; i++)
		if (r[i].start >= from && r[i].end <= end)
			out->lit[out->n_lit++] = (struct range){
				(uint32_t)(r[i].start - from + shift),
				(uint32_t)(r[i].end - from + shift)};
}

/* The first unit to show where nothing matches: a block with text, a heading
 * if there are only such, a note; -1 if there is the title alone. */
static int32_t first_unit(const struct article *a)
{
	int32_t heading = -1, note = -1;
	for (uint32_t u = 0; u < article_units(a); u++) {
		bool is_block = u < a->blocks.n;
		if (article_unit_text(a, u).n == 0)
			continue;
		if (is_block && article_block(a, u)->type != BLOCK_HEADING)
			return (int32_t)u;
		int32_t *first = is_block ? &heading : &note;
		if (*first < 0)
			*first = (int32_t)u;
	}
	return heading >= 0 ? heading : note;
}

static void show_beginning(struct search *s, struct snippet *out,
			   struct arena *arena)
{
	struct places none = {0};
	out->at = (struct position){first_unit(s->a), 0};
	struct str text = article_position_text(s->a, out->at.unit);
	write_passage(out, text, 0, cut_after(text, 0, s->cells, 0), &none,
		      arena);
}

static void list_terms(const struct search *s, struct snippet *out,
		       struct arena *arena)
{
	out->terms = arena_array(arena, struct str, s->m.n);
	for (size_t i = 0; i < s->m.n; i++) {
		struct str term = s->m.patterns[i].atom->written;
		bool is_new = s->has[i];
		for (size_t j = 0; j < out->n_terms && is_new; j++)
			is_new = !str_eq(out->terms[j], term);
		if (is_new)
			out->terms[out->n_terms++] = arena_str(arena, term);
	}
}

struct snippet snippet_make(const struct article *a, const struct query *query,
			    size_t cells, struct stem *stem,
			    struct arena *arena)
{
	struct search s = {.a = a, .cells = cells < 8 ? 8 : cells};
	struct snippet out = {0};
	struct places p = {0};
	matcher_of_query(&s.m, query,
			 stem_language(article_str(a, a->language)), stem,
			 arena);
	s.has = arena_array(arena, bool, s.m.n);
	s.last = arena_array(arena, uint32_t, s.m.n);
	search_article(&s, &p);
	if (s.is_found) {
		struct window w = s.best;
		struct str text = article_unit_text(a, w.unit);
		size_t span = width_text(str_sub(text, w.start, w.end));
		size_t room = span + 8 < s.cells ? s.cells - span - 8 : 0;
		if (room > s.cells / 2)
			room = s.cells / 2;
		size_t from = lead_in(text, w.start, room);
		p.n = 0;
		matcher_unit(&s.m, a, (int32_t)w.unit, &p);
		out.at = (struct position){(int32_t)w.unit, w.start};
		write_passage(&out, text, from,
			      cut_after(text, from, s.cells, w.end), &p, arena);
	} else {
		show_beginning(&s, &out, arena);
	}
	p.n = 0;
	matcher_unit(&s.m, a, -1, &p);
	if (p.n && !s.is_found)
		out.at = (struct position){-1, p.at[0].start};
	matcher_names(&s.m, a, &p);
	for (size_t i = 0; i < p.n; i++)
		s.has[p.at[i].pattern] = true;
	list_terms(&s, &out, arena);
	vec_release(&p);
	return out;
}
