/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding a string in a text when both are folded. The text is folded a code
 * point at a time into the automaton of Knuth, Morris and Pratt; a ring as
 * long as the needle remembers where in the source each folded byte began.
 *
 *     text     ...  n  a  ï    v  e ...       source offsets in the ring:
 *     folded        n  a  i    v  e           where "n" began is the start
 *     needle        n  a  i    v  e           of the match
 */
#include "config.h"

#include "text/fold.h"

#include <string.h>
#include <unicase.h>

#include "base/mem.h"
#include "base/vec.h"
#include "text/utf8.h"

/* Stands before the letters of an upper-case code point when case counts; it
 * cannot occur in folded text. */
enum { UPPER = 1 };

struct finder {
	unsigned flags;
	struct str needle;
	uint32_t *border; /* of needle[0..i]: its longest proper border */
	uint32_t *starts; /* ring of needle.n source offsets */
	uint32_t fed;	  /* bytes, modulo needle.n */
	uint32_t matched;
	bool is_spaced; /* the last byte was a space */
};

static bool is_upper(uint32_t code)
{
	return code < 0x80 ? code - 'A' < 26u : uc_tolower(code) != code;
}

/* One code point as the needle and the text are compared. */
static void take(struct str s, size_t at, unsigned flags,
		 struct fold_step *step)
{
	fold_next(s, at, step);
	if (step->class == FOLD_SPACE || step->class == FOLD_DROP ||
	    !(flags & (FOLD_CASE | FOLD_ACCENTS)))
		return;
	bool case_counts = flags & FOLD_CASE;
	if (flags & FOLD_ACCENTS) {
		struct buf b = {0};
		buf_add_code(&b,
			     case_counts ? step->code : uc_tolower(step->code));
		memcpy(step->text, b.p, b.n);
		step->n = b.n;
		buf_release(&b);
	} else if (is_upper(step->code) && step->n < FOLD_MAX) {
		memmove(step->text + 1, step->text, step->n++);
		step->text[0] = UPPER;
	}
}

static unsigned settle_case(struct str needle, unsigned flags)
{
	uint32_t code;
	if (flags & FOLD_SMART_CASE)
		for (size_t at = 0; at < needle.n;) {
			at += utf8_next(needle, at, &code);
			if (is_upper(code))
				return flags | FOLD_CASE;
		}
	return flags;
}

static struct str fold_needle(struct str s, unsigned flags, struct arena *arena)
{
	struct buf b = {0};
	struct fold_step step;
	for (size_t at = 0; at < s.n; at += step.length) {
		take(s, at, flags, &step);
		if (step.class == FOLD_SPACE && b.n && b.p[b.n - 1] == ' ')
			continue;
		buf_add(&b, (struct str){step.text, step.n});
	}
	struct str copy = arena_str(arena, buf_str(&b));
	buf_release(&b);
	return copy;
}

static uint32_t *borders(struct str needle, struct arena *arena)
{
	uint32_t *border = arena_array(arena, uint32_t, needle.n);
	for (uint32_t i = 1, k = 0; i < needle.n; i++) {
		while (k && needle.p[i] != needle.p[k])
			k = border[k - 1];
		if (needle.p[i] == needle.p[k])
			k++;
		border[i] = k;
	}
	return border;
}

/* Feeds a byte whose code point begins at `start`; true when it completes the
 * needle, *from being where the match starts. */
static bool feed(struct finder *f, char byte, uint32_t start, uint32_t *from)
{
	f->starts[f->fed] = start;
	f->fed = f->fed + 1 == f->needle.n ? 0 : f->fed + 1;
	while (f->matched && f->needle.p[f->matched] != byte)
		f->matched = f->border[f->matched - 1];
	if (f->needle.p[f->matched] == byte)
		f->matched++;
	if (f->matched < f->needle.n)
		return false;
	f->matched = 0;
	*from = f->starts[f->fed]; /* the oldest of the ring */
	return true;
}

size_t fold_find(struct str text, struct str needle, unsigned flags,
		 struct arena *arena, struct fold_range **out)
{
	struct finder f = {.flags = settle_case(needle, flags)};
	f.needle = fold_needle(needle, f.flags, arena);
	*out = NULL;
	if (f.needle.n == 0)
		return 0;
	f.border = borders(f.needle, arena);
	f.starts = arena_array(arena, uint32_t, f.needle.n);
	VEC(struct fold_range) found = {0};
	struct fold_step step;
	for (size_t at = 0; at < text.n; at += step.length) {
		uint32_t from, end;
		take(text, at, f.flags, &step);
		end = (uint32_t)(at + step.length);
		if (step.class == FOLD_DROP && found.n &&
		    vec_last(&found)->end == at)
			vec_last(&found)->end = end;
		bool is_space = step.class == FOLD_SPACE;
		if (is_space && f.is_spaced)
			continue;
		if (step.n)
			f.is_spaced = is_space;
		for (size_t i = 0; i < step.n; i++) {
			if (!feed(&f, step.text[i], (uint32_t)at, &from))
				continue;
			/* Both halves of a folded "ß" may match "s": one. */
			if (found.n && vec_last(&found)->end > from)
				continue;
			vec_push(&found, (struct fold_range){from, end});
		}
	}
	*out = arena_array(arena, struct fold_range, found.n);
	if (found.n)
		memcpy(*out, found.at, found.n * sizeof **out);
	size_t n = found.n;
	vec_release(&found);
	return n;
}
