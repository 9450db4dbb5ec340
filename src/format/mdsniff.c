/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Is it Markdown? Signs that other texts hardly have (a link, a fence, a table,
 * front matter) weigh much, those that plain text and code share (bullets,
 * "# " lines, asterisks) little. Each kind has a cap, so that one habit of a
 * text does not decide.
 */
#include "config.h"

#include "format/frontmatter.h"
#include "format/reader.h"
#include "format/wikilink.h"

/* Enough of a text to see what it is. */
enum { SAMPLE_BYTES = 65536 };

struct signs {
	size_t headings, underlined, fences, links, definitions, notes, strong,
		emphasis, code, tables, bullets, tasks, quotes, images;
};

static size_t run_of(struct str s, size_t at, char c)
{
	size_t n = 0;
	while (at + n < s.n && s.p[at + n] == c)
		n++;
	return n;
}

/* "](" with an address behind it. */
static bool is_link(struct str s, size_t at)
{
	size_t close = str_find_char(s, ')', at + 2);
	struct str url = str_sub(s, at + 2, close);
	return close < s.n && at > 0 && url.n > 0 && url.n < 2000 &&
	       !ascii_is_space(url.p[0]);
}

/* Signs inside a line. */
static void count_inline(struct signs *n, struct str s)
{
	size_t ticks = 0, stars = 0;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (c != ']' && c != '!' && c != '[' && c != '`' && c != '*')
			continue;
		bool opens = i + 1 < s.n && !ascii_is_space(s.p[i + 1]);
		if (c == ']' && i + 1 < s.n && s.p[i + 1] == '(' &&
		    is_link(s, i))
			n->links++;
		else if (c == '!' && i + 1 < s.n && s.p[i + 1] == '[')
			n->images += str_find(s, STR("]("), i) < s.n;
		else if (c == '[' && i + 1 < s.n && s.p[i + 1] == '^')
			n->notes += str_find_char(s, ']', i) < s.n;
		else if (c == '`')
			ticks++;
		else if (c == '*' && run_of(s, i, '*') == 2 && opens)
			n->strong += str_find(s, STR("**"), i + 2) < s.n;
		else if (c == '*' && (i == 0 || s.p[i - 1] != '*'))
			stars +=
				opens || (i > 0 && !ascii_is_space(s.p[i - 1]));
		if (c == '*')
			i += run_of(s, i, '*') - 1;
	}
	n->code += ticks / 2;
	n->emphasis += stars / 2;
}

static bool is_underline(struct str s)
{
	return s.n >= 3 && (s.p[0] == '=' || s.p[0] == '-') &&
	       run_of(s, 0, s.p[0]) == s.n;
}

static bool is_delimiter(struct str s)
{
	size_t dashes = 0, bars = 0;
	for (size_t i = 0; i < s.n; i++) {
		dashes += s.p[i] == '-';
		bars += s.p[i] == '|';
		if (str_find_char(STR("-:| "), s.p[i], 0) == 4)
			return false;
	}
	return dashes >= 2 && bars >= 1;
}

/* Signs at the start of a line; `before` is the line above, `after` the one
 * below. A heading stands alone: comments of scripts come in rows. */
static void count_start(struct signs *n, struct str line, struct str before,
			struct str after)
{
	struct str s = str_trim(line);
	if (s.n == 0)
		return;
	size_t hashes = run_of(s, 0, '#');
	if (hashes >= 1 && hashes <= 6 && hashes + 1 < s.n &&
	    s.p[hashes] == ' ' && line.p[0] == '#' && str_trim(before).n == 0 &&
	    (after.n == 0 || after.p[0] != '#'))
		n->headings++;
	else if (is_underline(s) && before.n > 2 && before.n <= 100 &&
		 !ascii_is_space(before.p[0]) && before.n + 3 >= s.n &&
		 s.n + 3 >= before.n)
		n->underlined++;
	else if (str_starts(s, STR("- [ ] ")) ||
		 str_starts_nocase(s, STR("- [x] ")))
		n->tasks++;
	else if (s.n > 2 && s.p[1] == ' ' &&
		 (s.p[0] == '*' || s.p[0] == '-' || s.p[0] == '+'))
		n->bullets++;
	else if (s.p[0] == '>' && str_trim(before).n == 0)
		n->quotes++;
	else if (is_delimiter(s) && str_find_char(before, '|', 0) < before.n)
		n->tables++;
	else if (s.p[0] == '[' && str_find(s, STR("]: "), 1) < s.n)
		n->definitions++;
}

static struct signs count_signs(struct str text)
{
	struct signs n = {0};
	struct str rest = text, line, after, before = {NULL, 0};
	bool is_fenced = false;
	bool goes_on = str_next_line(&rest, &line);
	while (goes_on) {
		goes_on = str_next_line(&rest, &after);
		if (!goes_on)
			after = STR("");
		struct str s = str_trim(line);
		if (str_starts(s, STR("```")) || str_starts(s, STR("~~~"))) {
			n.fences += is_fenced;
			is_fenced = !is_fenced;
		} else if (!is_fenced) {
			count_start(&n, line, before, after);
			count_inline(&n, s);
		}
		before = line;
		line = after;
	}
	return n;
}

static int weigh(size_t n, int each, int cap)
{
	return n > (size_t)(cap / each) ? cap : (int)n * each;
}

int markdown_sniff(const struct source *source, int beat)
{
	(void)beat; /* it is asked first */
	struct str text = source->text;
	size_t matter = frontmatter_find(text);
	struct str body = str_sub(text, matter, matter + SAMPLE_BYTES);
	if (str_starts(text, STR("#!")))
		return 0;
	struct signs n = count_signs(body);
	int strong = (matter ? 80 : 0) + weigh(n.headings, 20, 50) +
		     weigh(n.underlined, 15, 40) + weigh(n.fences, 25, 50) +
		     weigh(n.links, 25, 60) + weigh(n.images, 15, 45) +
		     weigh(n.tables, 40, 40);
	int weak = weigh(n.definitions, 10, 30) + weigh(n.notes, 15, 45) +
		   weigh(n.tasks, 15, 30) + weigh(n.strong, 8, 24) +
		   weigh(n.emphasis, 3, 9) + weigh(n.code, 3, 15) +
		   weigh(n.bullets, 1, 5) + weigh(n.quotes, 2, 6) +
		   weigh(wikilink_count(body), 15, 30);
	/* Brackets, stars and ticks alone may be a program's: m4, shell. */
	if (!strong && weak > 44)
		weak = 44;
	/* At least 1: any text is Markdown too. */
	int score = 1 + strong + weak;
	return score > 98 ? 98 : score;
}
