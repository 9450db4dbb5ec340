/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain text: anything that no other format claims.
 *
 *     source -> printed (styles told apart) -> chunks -> blocks
 *
 * A text that is mostly code, or that a program printed (a manual page, a
 * patch), is kept line by line throughout: a paragraph of comment in a
 * program is no prose. What follows each other so is one CODE block, blank
 * lines and all, up to some KB.
 */
#include "config.h"

#include "base/vec.h"
#include "format/chunk.h"
#include "format/printed.h"
#include "format/reader.h"
#include "text/utf8.h"

enum {
	TITLE_WIDTH = 80,
	/* A block of kept lines ends at the next blank line beyond this:
	 * typesetting and search go block by block. */
	CODE_BYTES = 16384,
};

struct setter {
	struct build *b;
	struct str text;
	const struct printed_run *runs; /* those not yet behind us */
	size_t n_runs;
	bool is_code; /* a CODE block is open, of that many bytes */
	size_t code_bytes;
	enum container list; /* the list we are in, IN_QUOTE for none */
};

static void start_style(struct build *b, unsigned style)
{
	if (style & PRINT_STRONG)
		build_start(b, SPAN_STRONG);
	if (style & PRINT_EMPHASIS)
		build_start(b, SPAN_EMPHASIS);
}

static void stop_style(struct build *b, unsigned style)
{
	if (style & PRINT_EMPHASIS)
		build_stop(b, SPAN_EMPHASIS);
	if (style & PRINT_STRONG)
		build_stop(b, SPAN_STRONG);
}

/* Writes a part of the text in its styles. Parts come in order. */
static void set_text(struct setter *s, struct str part)
{
	size_t at = (size_t)(part.p - s->text.p), end = at + part.n;
	while (s->n_runs && s->runs->end <= at) {
		s->runs++;
		s->n_runs--;
	}
	while (at < end) {
		if (!s->n_runs || s->runs->start >= end) {
			build_text(s->b, str_sub(s->text, at, end));
			return;
		}
		if (s->runs->start > at)
			build_text(s->b, str_sub(s->text, at, s->runs->start));
		if (s->runs->start > at)
			at = s->runs->start;
		size_t to = s->runs->end < end ? s->runs->end : end;
		start_style(s->b, s->runs->style);
		build_text(s->b, str_sub(s->text, at, to));
		stop_style(s->b, s->runs->style);
		at = to;
		if (s->runs->end > end)
			return;
		s->runs++;
		s->n_runs--;
	}
}

static void close_code(struct setter *s)
{
	if (s->is_code)
		build_close(s->b);
	s->is_code = false;
}

static void leave_list(struct setter *s)
{
	if (s->list != IN_QUOTE)
		build_leave(s->b, s->list);
	s->list = IN_QUOTE;
}

static void set_code(struct setter *s, const struct chunk *chunk)
{
	if (s->is_code && s->code_bytes < CODE_BYTES) {
		for (size_t i = 0; i <= chunk->blank; i++)
			build_text(s->b, STR("\n"));
	} else {
		close_code(s);
		build_open(s->b, BLOCK_CODE);
		s->code_bytes = 0;
	}
	s->is_code = true;
	s->code_bytes += chunk->text.n;
	set_text(s, chunk->text);
}

/* Whether a line's end falls inside East Asian text, which has no spaces. */
static bool joins_without_space(struct str line, struct str next)
{
	uint32_t before = 0, after = 0;
	if (line.n == 0 || next.n == 0)
		return false;
	utf8_next(line, utf8_prev(line, line.n), &before);
	utf8_next(next, 0, &after);
	/* Korean parts words with spaces. */
	bool is_hangul = (before >= 0xac00 && before < 0xd7a4) ||
			 (after >= 0xac00 && after < 0xd7a4);
	return before >= 0x2e80 && after >= 0x2e80 && !is_hangul;
}

/* Joins the lines of a paragraph. A line that is indented more than those
 * around it, in a text that parts paragraphs so, begins one. */
static void set_prose(struct setter *s, struct str text)
{
	struct str rest = text, line, last = {NULL, 0};
	size_t margin = SIZE_MAX;
	while (str_next_line(&rest, &line)) {
		size_t indent = chunk_indent(line);
		margin = indent < margin ? indent : margin;
	}
	rest = text;
	build_open(s->b, BLOCK_PARAGRAPH);
	while (str_next_line(&rest, &line)) {
		size_t indent = chunk_indent(line);
		line = str_trim(line);
		if (last.n && indent > margin && indent <= margin + 8)
			build_open(s->b, BLOCK_PARAGRAPH);
		else if (last.n && !joins_without_space(last, line))
			build_text(s->b, STR(" "));
		set_text(s, line);
		last = line;
	}
	build_close(s->b);
}

static void set_lines(struct setter *s, struct str text, bool is_paragraph)
{
	struct str rest = text, line;
	build_open(s->b, BLOCK_PARAGRAPH);
	bool is_first = true;
	while (str_next_line(&rest, &line)) {
		if (!is_first && is_paragraph)
			build_open(s->b, BLOCK_PARAGRAPH);
		else if (!is_first)
			build_break(s->b);
		set_text(s, str_trim(line));
		is_first = false;
	}
	build_close(s->b);
}

static void set_list(struct setter *s, const struct chunk *chunk)
{
	struct str rest = chunk->text, line;
	uint32_t number;
	bool is_open = false;
	while (str_next_line(&rest, &line)) {
		size_t bullet = chunk_bullet(line, &number);
		if (bullet) {
			enum container list = number ? IN_ORDERED : IN_LIST;
			if (is_open)
				build_leave(s->b, IN_ITEM);
			if (s->list != list) {
				leave_list(s);
				build_enter(s->b, list);
				s->list = list;
			}
			build_enter(s->b, IN_ITEM);
			if (number)
				build_number(s->b, number);
			build_open(s->b, BLOCK_PARAGRAPH);
			is_open = true;
		} else {
			build_text(s->b, STR(" "));
		}
		set_text(s, str_trim(str_from_at(line, bullet)));
	}
	build_leave(s->b, IN_ITEM);
}

/* All capitals, "Chapter 4", or centred: the heading of a part. */
static bool is_heading(const struct chunk *chunk)
{
	struct str s = str_trim(chunk->text);
	static const struct str words[] = {
		{"chapter ", 8}, {"part ", 5},	   {"section ", 8},
		{"book ", 5},	 {"appendix ", 9},
	};
	size_t letters = 0;
	if (chunk->lines != 1 || chunk_line_width(s) > TITLE_WIDTH ||
	    chunk->type != CHUNK_PROSE)
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_starts_nocase(s, words[i]) && s.n < 60 &&
		    s.p[s.n - 1] != '.')
			return true;
	if (chunk_indent(chunk->text) >= 12 && s.p[s.n - 1] != '.')
		return true;
	for (size_t i = 0; i < s.n; i++) {
		if ((unsigned char)s.p[i] >= 0x80 ||
		    (ascii_is_alpha(s.p[i]) && !ascii_is_upper(s.p[i])))
			return false;
		letters += ascii_is_alpha(s.p[i]);
	}
	return letters > 2;
}

static void set_chunk(struct setter *s, const struct chunk *chunk)
{
	if (chunk->type == CHUNK_LINES) {
		leave_list(s);
		set_code(s, chunk);
		return;
	}
	close_code(s);
	if (chunk->type != CHUNK_LIST)
		leave_list(s);
	switch (chunk->type) {
	case CHUNK_LIST:
		set_list(s, chunk);
		break;
	case CHUNK_RULE:
		build_open(s->b, BLOCK_RULE);
		build_close(s->b);
		break;
	case CHUNK_VERSE:
		set_lines(s, chunk->text, false);
		break;
	case CHUNK_LONG:
		set_lines(s, chunk->text, true);
		break;
	case CHUNK_PROSE:
	case CHUNK_LINES:
		if (is_heading(chunk)) {
			build_heading(s->b, 1);
			set_text(s, str_trim(chunk->text));
			build_close(s->b);
		} else {
			set_prose(s, chunk->text);
		}
		break;
	}
}

/* "LS(1)      User Commands      LS(1)": the first line of a manual page.
 * Gives the name, "" if it is none. */
static struct str manual_name(struct str text)
{
	struct str line, s;
	do {
		if (!str_next_line(&text, &line))
			return STR("");
		s = str_trim(line);
	} while (s.n == 0);
	struct str name = str_sub(s, 0, str_find_char(s, ' ', 0));
	size_t open = str_find_char(name, '(', 0);
	if (open == 0 || open + 1 >= name.n || name.p[name.n - 1] != ')' ||
	    s.n <= 2 * name.n || !str_ends(s, name))
		return STR("");
	return name;
}

static bool is_patch(struct str text)
{
	struct str line;
	if (!str_next_line(&text, &line))
		return false;
	if (str_starts(line, STR("diff --git ")) ||
	    str_starts(line, STR("--- a/")))
		return true;
	if (!str_starts(line, STR("commit ")) || line.n < 47)
		return false;
	return str_next_line(&text, &line) &&
	       (str_starts(line, STR("Author: ")) ||
		str_starts(line, STR("Merge: ")));
}

/* How many lines are to be kept as they are, of how many. */
struct tally {
	size_t kept, all;
};

static void count_chunk(struct tally *t, const struct chunk *chunk)
{
	t->kept += chunk->type == CHUNK_LINES ? chunk->lines : 0;
	t->all += chunk->lines;
}

/* Too few lines to tell what a text is by their shape. */
enum { FEW_LINES = 3 };

static bool is_mostly_lines(struct str text)
{
	struct chunk chunk;
	struct tally t = {0};
	while (chunk_next(&text, &chunk))
		count_chunk(&t, &chunk);
	return t.kept * 2 > t.all && t.kept >= FEW_LINES;
}

/* Whether its first lines say that all are to be kept. */
static bool begins_kept(struct str text)
{
	return manual_name(text).n || is_patch(text) ||
	       str_starts(text, STR("#!"));
}

int text_sniff(const struct source *source, int beat)
{
	if (printed_is(source->text))
		return 95;
	if (begins_kept(source->text))
		return 90;
	return beat < 60 && is_mostly_lines(source->text) ? 60 : 10;
}

/* A first line that stands alone, is short and no sentence. */
static bool is_title(const struct chunk *first)
{
	struct str s = str_trim(first->text);
	char last = s.n ? s.p[s.n - 1] : '.';
	return first->lines == 1 && first->type == CHUNK_PROSE &&
	       chunk_line_width(s) <= TITLE_WIDTH && last != '.' &&
	       last != ',' && last != ';' && last != ':' &&
	       !str_ends(s, STR("。"));
}

static void set_all(struct setter *s)
{
	struct str rest = s->text;
	struct chunk chunk;
	struct tally t = {0};
	VEC(struct chunk) chunks = {0};
	while (chunk_next(&rest, &chunk)) {
		count_chunk(&t, &chunk);
		vec_push(&chunks, chunk);
	}
	bool keep = s->n_runs || begins_kept(s->text) || t.kept * 2 > t.all;
	build_meta(s->b, META_TITLE, manual_name(s->text));
	for (size_t i = 0; i < chunks.n; i++) {
		if (keep)
			chunks.at[i].type = CHUNK_LINES;
		if (!keep && i == 0 && chunks.n > 1 && is_title(&chunks.at[0]))
			build_meta(s->b, META_TITLE, chunks.at[0].text);
		else
			set_chunk(s, &chunks.at[i]);
	}
	vec_release(&chunks);
	close_code(s);
	leave_list(s);
}

void text_read(const struct source *source, struct build *b)
{
	struct printed printed = {0};
	struct setter s = {.b = b, .text = source->text, .list = IN_QUOTE};
	if (printed_is(source->text)) {
		printed_read(&printed, source->text);
		s.text = buf_str(&printed.text);
		s.runs = printed.runs.at;
		s.n_runs = printed.runs.n;
	}
	set_all(&s);
	printed_release(&printed);
}
