/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The question for lines of words is who broke them. A line was wrapped by a
 * program if the next one's first word would not have fitted on it, within
 * the width of the widest line; where that holds for nearly all lines they
 * are one paragraph. A poet's lines end earlier.
 *
 * The question for all others is whether columns matter: runs of blanks
 * inside lines, several indents, drawing characters, few letters, the signs
 * and line ends of program code.
 */
#include "config.h"

#include "format/chunk.h"

#include "text/utf8.h"

/* A line beyond this was not wrapped by anyone. */
enum { LONG_LINE = 120 };

struct measure {
	size_t lines;
	size_t widest;
	size_t width_sum;
	size_t letters; /* letters, digits, all that is not ASCII */
	size_t signs;	/* of program code */
	size_t solid;	/* all but white space */
	size_t drawing; /* box drawing and block elements */
	size_t gapped;	/* lines with a run of blanks inside */
	size_t code_ends;
	size_t long_lines;
	size_t breaks;	/* line ends inside paragraphs */
	size_t wrapped; /* of these, where the next word did not fit */
	size_t indents; /* different ones, up to 4 */
	size_t indent[4];
};

size_t chunk_indent(struct str line)
{
	size_t columns = 0;
	for (size_t i = 0; i < line.n && ascii_is_space(line.p[i]); i++)
		columns = line.p[i] == '\t' ? (columns | 7) + 1 : columns + 1;
	return columns;
}

/* Cells, near enough: from U+3000 on letters are mostly wide. */
static size_t count_cells(struct str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		n += (c & 0xc0) == 0x80 ? 0 : c >= 0xe3 ? 2 : 1;
	}
	return n;
}

size_t chunk_line_width(struct str line)
{
	return count_cells(str_trim(line));
}

size_t chunk_bullet(struct str line, uint32_t *number)
{
	static const struct str bullets[] = {
		{"- ", 2}, {"* ", 2}, {"+ ", 2}, {"• ", 4}, {"‣ ", 4},
		{"◦ ", 4}, {"▪ ", 4}, {"– ", 4}, {"· ", 3},
	};
	*number = 0;
	size_t at = 0;
	while (at < line.n && ascii_is_space(line.p[at]))
		at++;
	struct str s = str_from_at(line, at);
	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (str_starts(s, bullets[i]))
			return at + bullets[i].n;
	size_t n = 0;
	while (n < s.n && n < 3 && ascii_is_digit(s.p[n]))
		*number = *number * 10 + (uint32_t)(s.p[n++] - '0');
	if (n > 0 && n + 2 < s.n && (s.p[n] == '.' || s.p[n] == ')') &&
	    s.p[n + 1] == ' ')
		return at + n + 2;
	*number = 0;
	return 0;
}

static bool is_one_of(char c, struct str set)
{
	return str_find_char(set, c, 0) < set.n;
}

static bool is_sign(unsigned char c)
{
	switch (c) {
	case '{':
	case '}':
	case '(':
	case ')':
	case '[':
	case ']':
	case '<':
	case '>':
	case '=':
	case ';':
	case '|':
	case '&':
	case '$':
	case '#':
	case '\\':
	case '_':
	case '`':
	case '~':
	case '^':
	case '+':
	case '*':
	case '@':
	case '%':
		return true;
	default:
		return false;
	}
}

/* How many ASCII letters and digits stand at `at`. */
static size_t letters_at(struct str s, size_t at)
{
	size_t i = at;
	while (i < s.n && (ascii_is_alpha(s.p[i]) || ascii_is_digit(s.p[i])))
		i++;
	return i - at;
}

static void count_signs(struct measure *m, struct str line)
{
	size_t blanks = 0;
	for (size_t i = 0; i < line.n; i++) {
		unsigned char c = (unsigned char)line.p[i];
		if (ascii_is_space((char)c)) {
			blanks += c == '\t' ? 3 : 1;
			continue;
		}
		if (blanks >= 3 && m->solid && blanks < 1000)
			blanks = 1000; /* one such run is enough */
		if (blanks < 1000)
			blanks = 0;
		size_t letters = letters_at(line, i);
		if (letters > 0) {
			m->solid += letters;
			m->letters += letters;
			i += letters - 1;
			continue;
		}
		m->solid++;
		m->letters += c >= 0x80;
		m->signs += is_sign(c);
		if (c == 0xe2 && i + 1 < line.n)
			m->drawing += (unsigned char)line.p[i + 1] == 0x94 ||
				      (unsigned char)line.p[i + 1] == 0x95 ||
				      (unsigned char)line.p[i + 1] == 0x96;
	}
	m->gapped += blanks >= 1000;
}

static void count_indent(struct measure *m, size_t indent)
{
	for (size_t i = 0; i < m->indents; i++)
		if (m->indent[i] == indent)
			return;
	if (m->indents < 4)
		m->indent[m->indents++] = indent;
}

static void measure_line(struct measure *m, struct str line)
{
	struct str s = str_trim(line);
	size_t width = count_cells(s);
	char last = s.n ? s.p[s.n - 1] : 0;
	m->lines++;
	m->width_sum += width;
	if (width > m->widest)
		m->widest = width;
	m->long_lines += width > LONG_LINE;
	m->code_ends += last == ';' || last == '{' || last == '}';
	count_indent(m, chunk_indent(line));
	count_signs(m, s);
}

/* Cells of the shortest piece that a wrapping program would have moved
 * to the line before: a word, or one character of East Asian text. */
static size_t first_piece(struct str line)
{
	struct str s = str_trim(line);
	size_t n = 0;
	for (size_t at = 0; at < s.n;) {
		uint32_t code;
		at += utf8_next(s, at, &code);
		if (code == ' ' || code == '\t')
			break;
		n += code >= 0x3000 ? 2 : 1;
		if (code >= 0x2e80)
			break;
	}
	return n;
}

static void count_wrapped(struct measure *m, struct str text)
{
	struct str rest = text, line, next;
	size_t margin = m->indent[0];
	for (size_t i = 1; i < m->indents; i++)
		margin = m->indent[i] < margin ? m->indent[i] : margin;
	if (!str_next_line(&rest, &line))
		return;
	while (str_next_line(&rest, &next)) {
		/* With two indents the deeper one begins paragraphs. */
		if (m->indents == 2 && chunk_indent(next) > margin) {
			line = next;
			continue;
		}
		m->breaks++;
		m->wrapped += chunk_line_width(line) + 1 + first_piece(next) >
			      m->widest;
		line = next;
	}
}

static bool is_rule(const struct measure *m, struct str text)
{
	struct str s = str_trim(text);
	if (m->lines != 1 || m->letters || m->solid < 3)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != s.p[0] && s.p[i] != ' ')
			return false;
	return is_one_of(s.p[0], STR("-=_*~#."));
}

static bool is_list(struct str text)
{
	struct str rest = text, line;
	uint32_t number;
	size_t items = 0, base = 0;
	while (str_next_line(&rest, &line)) {
		size_t indent = chunk_indent(line);
		if (chunk_bullet(line, &number))
			items++;
		else if (items == 0)
			return false;
		if (items == 1 && chunk_bullet(line, &number))
			base = indent;
		if (indent < base)
			return false;
	}
	return items > 0;
}

static bool has_columns(const struct measure *m)
{
	if (m->drawing >= 3 || m->gapped * 2 >= m->lines + 1)
		return true;
	if (m->letters * 100 < m->solid * 60)
		return true;
	if (m->code_ends * 4 >= m->lines && m->signs * 100 > m->solid * 4)
		return true;
	return m->signs * 100 > m->solid * 12 || m->indents > 3;
}

static enum chunk_type classify(struct str text, struct measure *m)
{
	if (is_rule(m, text))
		return CHUNK_RULE;
	if (is_list(text) && m->signs <= m->lines + m->solid * 12 / 100)
		return CHUNK_LIST;
	if (m->long_lines * 2 >= m->lines && m->letters * 100 > m->solid * 60 &&
	    m->signs * 100 <= m->solid * 12)
		return CHUNK_LONG;
	if (has_columns(m))
		return CHUNK_LINES;
	if (m->lines == 1)
		return CHUNK_PROSE;
	count_wrapped(m, text);
	if (m->widest >= 40 && m->wrapped * 10 >= m->breaks * 8)
		return CHUNK_PROSE;
	/* A sentence a line, or wrapped by hand. */
	if (m->width_sum >= 50 * m->lines)
		return CHUNK_PROSE;
	return CHUNK_VERSE;
}

bool chunk_next(struct str *rest, struct chunk *chunk)
{
	struct str line, before = *rest;
	struct measure m = {0};
	*chunk = (struct chunk){.text = {NULL, 0}};
	while (str_next_line(rest, &line)) {
		bool is_blank = str_trim(line).n == 0;
		if (is_blank && m.lines)
			break;
		if (is_blank) {
			chunk->blank++;
		} else {
			if (!m.lines)
				chunk->text.p = line.p;
			chunk->text.n =
				(size_t)(line.p + line.n - chunk->text.p);
			measure_line(&m, line);
		}
		before = *rest;
	}
	if (!m.lines)
		return false;
	*rest = before; /* the blank line belongs to the next */
	chunk->lines = m.lines;
	chunk->type = classify(chunk->text, &m);
	return true;
}
