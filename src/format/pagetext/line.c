/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines: what can be seen of each without understanding it.
 *
 * A text wrapped at a fixed column is told by its lines: hardly any is longer
 * than the column, and most are as full as they can be. Two of its lines
 * belong together when the first word of the second would not have fitted
 * behind the first: that is why the line was broken there.
 */
#include "config.h"

#include <string.h>
#include <unictype.h>

#include "format/pagetext/page.h"
#include "text/utf8.h"

enum {
	WRAP_MAX = 100,	  /* cells; a longer line was not wrapped */
	WRAP_FULL = 55,	  /* cells; a shorter one may end where it does */
	WRAP_LINES = 4,	  /* as many full lines make a wrapped text */
	KEY_WORDS = 60,	  /* a longer line is not looked up in the lexicon */
	SHORT_WORDS = 25, /* a longer line that comes twice is text */
};

static bool is_space(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f' ||
	       c == 0xa0 || c == 0x3000 || c == 0x200b || c == 0xfeff ||
	       (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x2060;
}

static bool is_wide(uint32_t c)
{
	return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) ||
	       (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
	       (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff01 && c <= 0xff60) ||
	       (c >= 0x20000 && c <= 0x3ffff);
}

/* Han and Kana, which part words by no space. */
static bool is_ideograph(uint32_t c)
{
	return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) ||
	       (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

static bool is_letter(uint32_t c)
{
	if (c < 0x80)
		return ascii_is_alpha((char)c) || ascii_is_digit((char)c);
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L |
							   UC_CATEGORY_MASK_M |
							   UC_CATEGORY_MASK_Nd);
}

static bool is_stop(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 ||
	       c == 0xff01 || c == 0xff1f || c == 0xff0e || c == 0x61f ||
	       c == 0x6d4 || c == 0x964 || c == 0x203d;
}

static bool is_pause(uint32_t c)
{
	return c == ':' || c == ';' || c == ',' || c == 0x3001 || c == 0xff0c ||
	       c == 0xff1a || c == 0xff1b || c == 0x60c || c == 0x61b;
}

/* Quotes and brackets that may stand behind the end of a sentence. */
static bool is_closing(uint32_t c)
{
	return c == '"' || c == '\'' || c == ')' || c == ']' || c == '*' ||
	       c == 0xbb || c == 0x201d || c == 0x2019 || c == 0x201c ||
	       c == 0x203a || c == 0x300d || c == 0x300f || c == 0xff09 ||
	       c == 0x3011;
}

struct str line_body(const struct line *line)
{
	return str_from_at(line->text, line->lead);
}

bool line_is_empty(const struct line *line)
{
	return line->words == 0;
}

/* Cuts white space, Unicode's too, off both ends; returns the cells of what
 * was cut in front. */
static size_t trim(struct str *s)
{
	size_t cells = 0;
	uint32_t c;
	while (s->n > 0) {
		size_t n = utf8_next(*s, 0, &c);
		if (!is_space(c))
			break;
		cells += c == '\t' ? 8 - cells % 8 : c == 0x3000 ? 2 : 1;
		*s = str_from_at(*s, n);
	}
	while (s->n > 0) {
		size_t at = utf8_prev(*s, s->n);
		utf8_next(*s, at, &c);
		if (!is_space(c))
			break;
		s->n = at;
	}
	return cells;
}

void line_measure(struct line *line)
{
	struct str s = line->text;
	uint32_t c = 0, before = 0;
	uint32_t ideographs = 0, stop = 0;
	bool in_word = false;
	line->words = line->cells = line->commas = 0;
	line->has_digit = line->has_time = line->has_columns = false;
	for (size_t i = 0; i < s.n; before = c) {
		if (s.p[i] == ' ') { /* the most common by far of the others */
			in_word = false;
			line->cells++;
			if (before == ' ' && i > 3u + line->lead)
				line->has_columns = true;
			if (before >= 0x80 || !ascii_is_alpha((char)before))
				line->commas +=
					is_pause(before) || is_stop(before);
			c = ' ';
			i++;
			continue;
		}
		size_t run = skip_letters(s, i) - i;
		if (run > 0) {
			line->words += !in_word;
			line->cells += (uint32_t)run;
			in_word = true;
			i += run;
			c = stop = (unsigned char)s.p[i - 1];
			continue;
		}
		size_t n = utf8_next(s, i, &c);
		bool letter = is_letter(c);
		if (is_ideograph(c)) {
			ideographs++;
			in_word = false;
		} else if (letter && !in_word) {
			line->words++;
			in_word = true;
		} else if (!letter && c != '\'' && c != 0x2019 && c != '-' &&
			   c != '.') {
			in_word = false;
		}
		line->cells += is_wide(c) ? 2 : 1;
		if (c < 0x80 && ascii_is_digit((char)c)) {
			line->has_digit = true;
			if (before == ':' && i >= 2 &&
			    ascii_is_digit(s.p[i - 2]))
				line->has_time = true;
		}
		if (is_space(c) && before == ' ' && i > 3u + line->lead)
			line->has_columns = true;
		if ((is_space(c) && (is_pause(before) || is_stop(before))) ||
		    c == 0x3001 || c == 0xff0c)
			line->commas++;
		if (!is_closing(c) && !is_space(c))
			stop = c;
		i += n;
	}
	line->words += (ideographs + 1) / 2;
	line->ends_sentence = is_stop(stop);
	line->ends_clause = is_pause(stop);
}

static bool is_bullet(uint32_t c)
{
	return c == 0x2022 || c == 0xb7 || c == 0x25aa || c == 0x25e6 ||
	       c == 0x2023 || c == 0x30fb || c == 0x25cf || c == 0x25a0 ||
	       c == 0x25cb || c == 0x2043 || c == 0x25b6;
}

/* Finds "1. ", "1) " or "(1) " in front; returns its bytes. */
static size_t numbering(struct str s, uint32_t *number)
{
	bool open = s.n > 0 && s.p[0] == '(';
	size_t i = open;
	uint32_t value = 0;
	while (i < s.n && i < 4u + open && ascii_is_digit(s.p[i]))
		value = value * 10 + (uint32_t)(s.p[i++] - '0');
	if (i == open || i + 1 >= s.n || value == 0)
		return 0;
	if (s.p[i] != ')' && (open || s.p[i] != '.'))
		return 0;
	if (s.p[i + 1] != ' ' && s.p[i + 1] != '\t')
		return 0;
	*number = value;
	return i + 2;
}

/* Sets lead and number. A star or hyphen is a bullet with a space behind. */
static void find_bullet(struct line *line)
{
	struct str s = line->text;
	uint32_t c;
	if (s.n < 3)
		return;
	size_t n = utf8_next(s, 0, &c);
	bool plain = c == '-' || c == '*' || c == '+' || c == 0x2013;
	if (is_bullet(c) || (plain && s.p[n] == ' ')) {
		struct str rest = str_from_at(s, n);
		trim(&rest);
		n = (size_t)(rest.p - s.p);
	} else {
		n = numbering(s, &line->number);
	}
	if (n < s.n && n < 64)
		line->lead = (uint16_t)n;
}

static void add_line(struct page *page, struct str text, size_t blanks)
{
	struct line line = {.text = text, .role = ROLE_NONE};
	size_t indent = trim(&line.text);
	if (line.text.n == 0)
		return;
	line.indent = (uint16_t)(indent < 200 ? indent : 200);
	line.blank_before = (uint16_t)(blanks < 99 ? blanks : 99);
	find_bullet(&line);
	line_measure(&line);
	vec_push(&page->lines, line);
}

/* The column at which the text is wrapped, 0 if it is not: 97 of 100 lines
 * of a wrapped text are no longer. */
static uint32_t wrap_column(const struct page *page)
{
	size_t counts[WRAP_MAX + 1] = {0};
	size_t n_long = 0, n_full = 0, n_short = 0;
	for (size_t i = 0; i < page->lines.n; i++) {
		const struct line *l = &page->lines.at[i];
		uint32_t cells = l->indent + l->cells;
		if (cells > WRAP_MAX) {
			n_long++;
			continue;
		}
		counts[cells]++;
		n_short++;
		if (cells >= WRAP_FULL && i + 1 < page->lines.n &&
		    page->lines.at[i + 1].blank_before == 0)
			n_full++;
	}
	if (n_full < WRAP_LINES || n_long * 4 > n_full)
		return 0;
	size_t seen = 0;
	for (uint32_t c = 0; c <= WRAP_MAX; c++) {
		seen += counts[c];
		if (seen * 100 >= n_short * 97)
			return c < WRAP_FULL ? 0 : c;
	}
	return WRAP_MAX;
}

/* The cells of the first thing that could have gone onto the line before. */
static uint32_t first_word_cells(struct str s)
{
	uint32_t cells = 0, c;
	for (size_t i = 0; i < s.n;) {
		size_t n = utf8_next(s, i, &c);
		if (is_space(c) || (cells > 0 && is_wide(c)))
			break;
		cells += is_wide(c) ? 2 : 1;
		i += n;
		if (is_wide(c))
			break;
	}
	return cells;
}

/* Whether `next` goes on where `prev`, of `cells` with its indent, was broken.
 */
static bool continues(const struct line *prev, uint32_t cells,
		      const struct line *next, uint32_t column)
{
	if (next->blank_before > 0 || line_is_empty(prev) || cells > WRAP_MAX)
		return false;
	bool item = prev->lead > 0;
	if (next->lead > 0 && (next->number == 0 || item))
		return false;
	if (!item && next->indent > prev->indent)
		return false;
	return cells + 1 + first_word_cells(next->text) > column;
}

static void append(struct buf *out, struct str text)
{
	uint32_t last = 0, first = 0;
	if (out->n > 0) {
		struct str s = buf_str(out);
		utf8_next(s, utf8_prev(s, s.n), &last);
		utf8_next(text, 0, &first);
	}
	if (last == 0xad) /* a soft hyphen was only for the break */
		out->n -= 2;
	else if (last != 0 && !(is_wide(last) && is_wide(first)) &&
		 !(last == '-' && first < 0x80 && ascii_is_alpha((char)first)))
		buf_add_char(out, ' ');
	buf_add(out, text);
}

/* Joins the lines of wrapped paragraphs, in place. */
static void unwrap(struct page *page, uint32_t column)
{
	size_t n = page->lines.n, out = 0;
	struct line *at = page->lines.at;
	struct buf joined = {0};
	for (size_t i = 0; i < n;) {
		struct line line = at[i];
		size_t j = i + 1;
		uint32_t cells = line.indent + line.cells;
		joined.n = 0;
		append(&joined, line.text);
		while (j < n && continues(&line, cells, &at[j], column)) {
			append(&joined, at[j].text);
			cells = at[j].indent + at[j].cells;
			j++;
		}
		if (j > i + 1) {
			line.text = arena_str(&page->arena, buf_str(&joined));
			line_measure(&line);
		}
		at[out++] = line;
		i = j;
	}
	page->lines.n = out;
	buf_release(&joined);
}

/* Numbers the groups, looks the lines up, finds repeated ones. */
static void finish_lines(struct page *page)
{
	struct map seen = {0};
	size_t n = page->lines.n;
	for (size_t i = 0, first = 0; i < n; i++) {
		struct line *l = &page->lines.at[i];
		if (l->blank_before > 0)
			first = i;
		l->group = (uint32_t)first;
		page->lines.at[first].group_lines++;
		if (l->words > KEY_WORDS || line_is_empty(l))
			continue;
		l->key = lexicon_key(&page->arena, l->text);
		if (l->words >= SHORT_WORDS)
			continue;
		uint32_t *before = map_put(&seen, l->key, (uint32_t)i);
		if (*before != i)
			l->is_repeated = page->lines.at[*before].is_repeated =
				true;
	}
	for (size_t i = 0; i < n; i++) {
		struct line *l = &page->lines.at[i];
		l->group_lines = page->lines.at[l->group].group_lines;
		l->kinds = (uint16_t)lexicon_kinds(page, l);
	}
	map_release(&seen);
}

void page_read(struct page *page, struct str text)
{
	struct str line;
	size_t blanks = 0;
	page->title = NO_LINE;
	page->lexicon = lexicon_new(&page->arena);
	while (str_next_line(&text, &line)) {
		size_t n = page->lines.n;
		add_line(page, line, blanks);
		blanks = page->lines.n > n ? 0 : blanks + 1;
	}
	uint32_t column = wrap_column(page);
	if (column > 0)
		unwrap(page, column);
	finish_lines(page);
}

void page_release(struct page *page)
{
	map_release(&page->labels);
	vec_release(&page->notes);
	vec_release(&page->lines);
	arena_release(&page->arena);
}
