/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/writer.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>

#include "text/utf8.h"

/* Spans of one unit; more are left out, their text stays. */
enum { LIMIT_SPANS = 1 << 20 };

static bool ends_in_space(const struct writer *w)
{
	char last = w->text.n ? w->text.p[w->text.n - 1] : '\n';
	return last == ' ' || last == '\n' || last == '\t';
}

static void write_space(struct writer *w)
{
	if (w->has_space && !ends_in_space(w))
		buf_add_char(&w->text, ' ');
	w->has_space = false;
}

/* Drops white space that a break or a cell's end makes moot, but for what a
 * span already counts. */
static void drop_space(struct writer *w)
{
	w->has_space = false;
	while (w->text.n > w->stretch && w->text.p[w->text.n - 1] == ' ')
		w->text.n--;
}

/* Bytes at `at` that are white space to fold; 0 if they are none. U+2028 and
 * U+2029 are line ends that no terminal must see. */
static size_t space_at(const struct writer *w, struct str s, size_t at)
{
	unsigned char c = (unsigned char)s.p[at];
	if (c == 0xe2 && s.n - at >= 3 && (unsigned char)s.p[at + 1] == 0x80 &&
	    ((unsigned char)s.p[at + 2] & 0xfe) == 0xa8)
		return 3;
	if (w->fold == FOLD_NONE)
		return 0;
	if (w->fold == FOLD_CELLS && (c == '\t' || c == '\n'))
		return 0;
	return ascii_is_space((char)c) ? 1 : 0;
}

/* Whether what stands at `at` is more than text to copy. */
static bool ends_stretch(const struct writer *w, struct str s, size_t at)
{
	unsigned char c = (unsigned char)s.p[at];
	if (c > ' ' && c != 0xe2)
		return false;
	return space_at(w, s, at) ||
	       (w->fold == FOLD_CELLS && (c == '\t' || c == '\n'));
}

/* The end of what can be copied as it is from `at` on: words, and the single
 * spaces between them. */
static size_t stretch_end(const struct writer *w, struct str s, size_t at)
{
	for (; at < s.n; at++) {
		unsigned char c = (unsigned char)s.p[at];
		if (c > ' ' && c != 0xe2)
			continue;
		bool is_single =
			c == ' ' && at + 1 < s.n && !ends_stretch(w, s, at + 1);
		if (!is_single && ends_stretch(w, s, at))
			break;
	}
	return at;
}

/* Whether a note mark stands here and punctuation that closes follows: the
 * white space between them in "word [1], then" belongs to the mark. */
static bool is_mark_closed(const struct writer *w, char next)
{
	const struct span *last = w->spans.n ? vec_last(&w->spans) : NULL;
	return last && last->type == SPAN_NOTE && last->end == w->text.n &&
	       next && strchr(",.;:!?)]}", next);
}

/* Adds clean text. */
static void add_folded(struct writer *w, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		size_t space = space_at(w, s, at);
		if (space) {
			w->has_space = true;
			at += space;
			continue;
		}
		if (w->has_space && is_mark_closed(w, s.p[at]))
			w->has_space = false;
		size_t end = at + 1;
		bool is_divider = w->fold == FOLD_CELLS &&
				  (s.p[at] == '\t' || s.p[at] == '\n');
		if (is_divider)
			drop_space(w);
		else
			end = stretch_end(w, s, end);
		if (w->fold != FOLD_NONE)
			write_space(w);
		else if (w->has_space) {
			buf_add_char(&w->text, ' ');
			w->has_space = false;
		}
		buf_add(&w->text, str_sub(s, at, end));
		at = end;
	}
}

/* Whether the code point joins the one before it in NFC: a mark, or a
 * conjoining vowel or final of Hangul. */
static bool is_joining(uint32_t c)
{
	return uc_combining_class(c) != UC_CCC_NR ||
	       (c >= 0x1160 && c <= 0x11ff) ||
	       uc_is_general_category(c, UC_MARK);
}

/* Takes back from the text what `s` may compose with: the last code point
 * that is no mark, and the marks behind it. */
static size_t take_back(const struct writer *w, struct str s)
{
	uint32_t c;
	utf8_next(s, 0, &c);
	if (c < 0x300 || w->has_space || !is_joining(c))
		return w->text.n;
	size_t at = w->text.n;
	while (at > w->stretch && w->text.n - at < 256) {
		at = utf8_prev(buf_str(&w->text), at);
		utf8_next(buf_str(&w->text), at, &c);
		if (!is_joining(c))
			break;
	}
	return at < w->stretch ? w->stretch : at;
}

void writer_text(struct writer *w, struct str s)
{
	if (s.n == 0)
		return;
	if (utf8_is_clean(s)) {
		size_t back = take_back(w, s);
		if (back == w->text.n) {
			add_folded(w, s);
			return;
		}
	}
	struct buf joined = {0}, clean = {0};
	size_t back = take_back(w, s);
	buf_add(&joined, str_from_at(buf_str(&w->text), back));
	buf_add(&joined, s);
	w->text.n = back;
	utf8_clean(&clean, buf_str(&joined));
	add_folded(w, buf_str(&clean));
	buf_release(&joined);
	buf_release(&clean);
}

void writer_break(struct writer *w)
{
	if (w->fold != FOLD_ALL) {
		writer_text(w, w->fold == FOLD_NONE ? STR("\n") : STR(" "));
		return;
	}
	drop_space(w);
	if (w->text.n && w->text.p[w->text.n - 1] != '\n')
		buf_add_char(&w->text, '\n');
	w->stretch = w->text.n;
}

void writer_start(struct writer *w, enum span_type type, uint32_t target)
{
	write_space(w);
	w->stretch = w->text.n;
	if (w->spans.n >= LIMIT_SPANS)
		return;
	uint32_t start = (uint32_t)w->text.n;
	vec_push(&w->open, (uint32_t)w->spans.n);
	vec_push(&w->spans, (struct span){start, start, type, target});
}

/* Ends the innermost open span. */
static void stop_last(struct writer *w)
{
	struct span *span = &w->spans.at[w->open.at[--w->open.n]];
	span->end = (uint32_t)w->text.n;
	while (span->start < span->end && w->text.p[span->start] == ' ')
		span->start++;
}

void writer_stop(struct writer *w, enum span_type type)
{
	w->stretch = w->text.n;
	size_t i = w->open.n;
	while (i > 0 && w->spans.at[w->open.at[i - 1]].type != type)
		i--;
	if (i == 0)
		return;
	while (w->open.n >= i)
		stop_last(w);
}

void writer_mark(struct writer *w, enum span_type type, uint32_t target)
{
	if (w->spans.n >= LIMIT_SPANS)
		return;
	uint32_t at = (uint32_t)w->text.n;
	vec_push(&w->spans, (struct span){at, at, type, target});
	w->stretch = w->text.n;
}

static int compare_spans(const void *x, const void *y)
{
	const struct span *a = x, *b = y;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	if (a->type != b->type)
		return a->type < b->type ? -1 : 1;
	return (a->target > b->target) - (a->target < b->target);
}

void writer_finish(struct writer *w)
{
	while (w->open.n)
		stop_last(w);
	while (w->text.n && (w->text.p[w->text.n - 1] == '\n' ||
			     (w->fold != FOLD_NONE && ends_in_space(w))))
		w->text.n--;
	w->has_space = false;
	uint32_t end = (uint32_t)w->text.n;
	size_t kept = 0;
	for (size_t i = 0; i < w->spans.n; i++) {
		struct span span = w->spans.at[i];
		if (span.end > end)
			span.end = end;
		if (span.start > end)
			span.start = end;
		if (span.start < span.end || span.type == SPAN_NOTE)
			w->spans.at[kept++] = span;
	}
	w->spans.n = kept;
	if (kept)
		qsort(w->spans.at, kept, sizeof w->spans.at[0], compare_spans);
}

void writer_clear(struct writer *w)
{
	w->text.n = w->spans.n = w->open.n = w->stretch = 0;
	w->has_space = false;
	w->fold = FOLD_ALL;
}

void writer_release(struct writer *w)
{
	buf_release(&w->text);
	vec_release(&w->spans);
	vec_release(&w->open);
}
