/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pattern is a few letters with digits between them: the highest digit that
 * any pattern of the word has for a place decides, an odd one for a break.
 *
 *     hy3ph he2n hena4 hen5at 1na n2at 1tio 2io
 *     h y3p h e2n5a4t2i o2n                      so: hy-phen-ation
 *
 * A dictionary has two levels: patterns that part compounds, and patterns for
 * the parts, each of which is then a word of its own (with parts again). One
 * that has a single level has as its first that words part at apostrophes.
 *
 * As in libhyphen, for which these dictionaries are written, not all patterns
 * count that a word has, but at each place only the longest one that may end
 * there: what has come in of it hides shorter ones even if it is not complete.
 *
 * Libhyphen itself hashes each prefix of each pattern into chains that are much
 * too long for large dictionaries: loading the German one (77,000 patterns)
 * takes it 2 s and 40 MB, and this 0.03 s and 10 MB, with the same answers.
 * Here patterns are sorted, and a word's letters narrow down a range of them.
 */
#include "config.h"

#include "text/patterns.h"

#include <endian.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/vec.h"
#include "text/utf8.h"

enum {
	LEVELS = 2,
	MOST_BYTES = 8 << 20, /* of a dictionary */
	DIGIT = 0x0f,
	RESPELLS = 0x80, /* a break here changes the spelling */
	MOST_PLACES = PATTERNS_MOST_LETTERS + 3,
};

struct pattern {
	uint64_t key; /* its first letters as a number, of the same order */
	const char *letters;
	uint32_t n;	 /* bytes of the letters */
	uint32_t digits; /* where they begin: one more than there are letters */
};

struct level {
	VEC(struct pattern) patterns; /* sorted by letters, later lines last */
};

struct patterns {
	struct level level[LEVELS];
	struct buf letters;   /* all patterns', the keys of the maps */
	struct buf digits;    /* a pattern of n letters has n + 1 */
	bool has_curly;	      /* patterns know U+2019, not only ' */
	size_t before, after; /* letters to keep at the ends of a word, */
	size_t part_before, part_after; /* and of a part */
};

/* Letters of a word. */
struct part {
	size_t begin, end;
};

static bool read_file(const char *path, struct buf *out)
{
	FILE *file = fopen(path, "r");
	size_t n = 1;
	if (!file)
		return false;
	while (n > 0 && out->n < MOST_BYTES) {
		n = fread(buf_reserve(out, 65536), 1, 65536, file);
		out->n += n;
	}
	fclose(file);
	return true;
}

/* Appends text as UTF-8; false if the character set is not known. */
static bool convert(struct buf *out, struct str text, struct str charset)
{
	char name[32];
	/* A name of OpenOffice's that iconv does not know. */
	if (str_starts_nocase(charset, STR("microsoft-")))
		charset = str_from_at(charset, strlen("microsoft-"));
	if (str_eq_nocase(charset, STR("UTF-8")) && utf8_is_valid(text)) {
		buf_add(out, text);
		return true;
	}
	snprintf(name, sizeof name, "%.*s", STR_ARG(charset));
	iconv_t to_utf8 = iconv_open("UTF-8", name);
	if (to_utf8 == (iconv_t)-1)
		return false;
	while (text.n > 0) {
		char in[4096];
		size_t n = text.n < sizeof in ? text.n : sizeof in;
		memcpy(in, text.p, n);
		char *from = in, *to = buf_reserve(out, 4 * n);
		size_t left = n, room = 4 * n;
		iconv(to_utf8, &from, &left, &to, &room);
		out->n = (size_t)(to - out->p);
		if (left == n) /* not a character of the set: left out */
			left--;
		text = str_from_at(text, n - left);
	}
	iconv_close(to_utf8);
	return true;
}

/* The first eight bytes, the first of them highest; zeros behind the end. */
static uint64_t key_of(struct str s)
{
	unsigned char first[8] = {0};
	memcpy(first, s.p, s.n < sizeof first ? s.n : sizeof first);
	uint64_t bytes;
	memcpy(&bytes, first, sizeof bytes);
	return be64toh(bytes);
}

/* Takes in a line such as "hen5at" or "ff1f/ff=f,1,2". */
static void add_pattern(struct patterns *p, struct level *level,
			struct str line)
{
	struct str key = str_sub(line, 0, str_find_char(line, '/', 0));
	char respells = key.n < line.n ? (char)RESPELLS : 0;
	char *letters = buf_reserve(&p->letters, key.n);
	char *digits = buf_reserve(&p->digits, key.n + 1);
	size_t n = 0, n_digits = 0;
	char digit = 0;
	for (size_t at = 0; at < key.n;) {
		if (ascii_is_digit(key.p[at])) {
			digit = (char)((key.p[at++] - '0') | respells);
			continue;
		}
		uint32_t code;
		size_t end = at + utf8_next(key, at, &code);
		while (at < end)
			letters[n++] = key.p[at++];
		digits[n_digits++] = digit;
		digit = 0;
	}
	digits[n_digits++] = digit;
	const struct pattern pattern = {
		.key = key_of(str_from(letters, n)),
		.letters = letters,
		.n = (uint32_t)n,
		.digits = (uint32_t)p->digits.n,
	};
	vec_push(&level->patterns, pattern);
	p->letters.n += n;
	p->digits.n += n_digits;
}

/* Takes in "NAME n", if it is of a name that counts here. */
static void add_number(struct patterns *p, struct str line)
{
	const struct {
		struct str name;
		size_t *number;
	} table[] = {
		{STR("LEFTHYPHENMIN"), &p->before},
		{STR("RIGHTHYPHENMIN"), &p->after},
		{STR("COMPOUNDLEFTHYPHENMIN"), &p->part_before},
		{STR("COMPOUNDRIGHTHYPHENMIN"), &p->part_after},
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct str name = table[i].name;
		if (!str_starts(line, name) || line.n < name.n + 2)
			continue;
		char c = line.p[name.n + 1];
		*table[i].number = ascii_is_digit(c) ? (size_t)(c - '0') : 0;
	}
}

/* Gives a number that the dictionary does not say a value. */
static void default_to(size_t *number, size_t related, size_t otherwise)
{
	if (*number == 0)
		*number = related ? related : otherwise;
}

static void add_lines(struct patterns *p, struct str text)
{
	struct str line;
	int level = 0;
	while (str_next_line(&text, &line)) {
		line = str_trim(line);
		if (line.n == 0 || line.p[0] == '%' || line.p[0] == '#')
			continue;
		if (!ascii_is_upper(line.p[0]))
			add_pattern(p, &p->level[level], line);
		else if (str_starts(line, STR("NEXTLEVEL")))
			level = 1;
		else
			add_number(p, line);
	}
	if (level == 0) {
		p->level[1] = p->level[0];
		p->level[0] = (struct level){0};
		add_pattern(p, &p->level[0], STR("1'1"));
		add_pattern(p, &p->level[0], STR("1’1"));
	}
	default_to(&p->part_before, p->before, level == 0 ? 3 : 2);
	default_to(&p->part_after, p->after, level == 0 ? 3 : 2);
	default_to(&p->before, 0, 2);
	default_to(&p->after, 0, 2);
}

static int order(const void *a, const void *b)
{
	const struct pattern *left = a, *right = b;
	if (left->key != right->key)
		return left->key < right->key ? -1 : 1;
	int by_letters = str_cmp(str_from(left->letters, left->n),
				 str_from(right->letters, right->n));
	if (by_letters != 0)
		return by_letters;
	return (left->digits > right->digits) - (left->digits < right->digits);
}

struct patterns *patterns_load(const char *path)
{
	struct buf bytes = {0}, text = {0};
	struct patterns *p = NULL;
	struct str rest, charset;
	if (!read_file(path, &bytes))
		return NULL;
	rest = buf_str(&bytes);
	if (str_next_line(&rest, &charset) &&
	    convert(&text, rest, str_trim(charset))) {
		p = mem_new(sizeof *p);
		p->has_curly = str_starts_nocase(charset, STR("UTF-8"));
		/* The patterns borrow their letters: these must not move. */
		buf_reserve(&p->letters, text.n + 16);
		buf_reserve(&p->digits, 2 * text.n + 16);
		add_lines(p, buf_str(&text));
		for (size_t i = 0; i < LEVELS; i++)
			if (p->level[i].patterns.n)
				qsort(p->level[i].patterns.at,
				      p->level[i].patterns.n,
				      sizeof(struct pattern), order);
	}
	buf_release(&bytes);
	buf_release(&text);
	return p;
}

void patterns_free(struct patterns *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < LEVELS; i++)
		vec_release(&p->level[i].patterns);
	buf_release(&p->letters);
	buf_release(&p->digits);
	mem_free(p);
}

/* Patterns [first, end) of a level. */
struct range {
	size_t first, end;
};

/* The first pattern of the range whose byte `at` is `byte` or more; the end of
 * a pattern counts as less than any. */
static size_t first_from(const struct level *level, struct range r, size_t at,
			 int byte)
{
	while (r.first < r.end) {
		size_t middle = r.first + (r.end - r.first) / 2;
		const struct pattern *p = &level->patterns.at[middle];
		if (p->n > at && (unsigned char)p->letters[at] >= byte)
			r.end = middle;
		else
			r.first = middle + 1;
	}
	return r.first;
}

/* Of the patterns that begin with `at` bytes known those that go on so. */
static struct range narrow(const struct level *level, struct range r, size_t at,
			   struct str more)
{
	for (size_t i = 0; i < more.n && r.first < r.end; i++) {
		int byte = (unsigned char)more.p[i];
		r.first = first_from(level, r, at + i, byte);
		r.end = first_from(level, r, at + i, byte + 1);
	}
	return r;
}

/* The last pattern of the range that has n bytes, which stand first in it. */
static const struct pattern *complete(const struct level *level, struct range r,
				      size_t n)
{
	size_t end = first_from(level, r, n, 0);
	return end > r.first ? &level->patterns.at[end - 1] : NULL;
}

static void raise(unsigned char *places, const char *digits, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((digits[i] & DIGIT) > (places[i] & DIGIT))
			places[i] = (unsigned char)digits[i];
}

/* Sets values[i] to the highest digit for the place before letter i of the
 * part, by one level's patterns. */
static void find_values(const struct patterns *p, const struct level *level,
			const uint32_t *letters, struct part part,
			unsigned char *values)
{
	size_t at[MOST_PLACES];
	struct buf text = {0};
	size_t n = part.end - part.begin + 2; /* with a dot at each end */
	unsigned char places[MOST_PLACES] = {0};
	for (size_t i = 0; i < n; i++) {
		bool is_dot = i == 0 || i == n - 1;
		uint32_t code = is_dot ? '.' : letters[part.begin + i - 1];
		if (code == 0x2019 && !p->has_curly)
			code = '\'';
		at[i] = text.n;
		buf_add_code(&text, code);
	}
	at[n] = text.n;
	/* The longest pattern that may end at a place is the one that began
	 * first: `done` is the last place that any has come to. */
	for (size_t i = 0, done = 0; i < n; i++) {
		struct range r = {0, level->patterns.n};
		for (size_t end = i + 1; end <= n; end++) {
			size_t known = at[end - 1] - at[i];
			r = narrow(
				level, r, known,
				str_sub(buf_str(&text), at[end - 1], at[end]));
			if (r.first == r.end)
				break;
			if (end <= done)
				continue;
			done = end;
			const struct pattern *whole =
				complete(level, r, at[end] - at[i]);
			if (whole)
				raise(places + i, p->digits.p + whole->digits,
				      end - i + 1);
		}
	}
	memcpy(values, places + 1, n - 2);
	buf_release(&text);
}

/* Takes out the breaks too near to the ends of n letters. */
static void keep_ends(unsigned char *values, size_t n, size_t before,
		      size_t after)
{
	for (size_t i = 1; i < n; i++)
		if (i < before || n - i < after)
			values[i] = 0;
}

/* Beside these a word is never hyphenated (NOHYPHEN in dictionaries). */
static bool is_joint(uint32_t code)
{
	return code == '-' || code == '\'' || code == 0x2013 || code == 0x2019;
}

void patterns_match(const struct patterns *p, const uint32_t *letters, size_t n,
		    bool *can_break)
{
	unsigned char values[MOST_PLACES] = {0}, found[MOST_PLACES];
	struct part parts[MOST_PLACES] = {{0, n}};
	size_t n_parts = n > 0;
	while (n_parts > 0) {
		struct part part = parts[--n_parts];
		size_t length = part.end - part.begin, begin = 0;
		size_t before = part.begin > 0 ? p->part_before : 0;
		size_t after = part.end < n ? p->part_after : 0;
		find_values(p, &p->level[0], letters, part, found);
		keep_ends(found, length, before, after);
		for (size_t i = 1; i < length; i++) {
			if ((found[i] & 1) == 0)
				continue;
			values[part.begin + i] = found[i];
			parts[n_parts++] = (struct part){part.begin + begin,
							 part.begin + i};
			begin = i;
		}
		if (begin > 0) {
			parts[n_parts++] =
				(struct part){part.begin + begin, part.end};
			continue;
		}
		find_values(p, &p->level[1], letters, part, found);
		keep_ends(found, length, before, after);
		memcpy(values + part.begin + 1, found + 1, length - 1);
	}
	keep_ends(values, n, p->before, p->after);
	can_break[0] = false;
	for (size_t i = 1; i < n; i++)
		can_break[i] = (values[i] & 1) && !(values[i] & RESPELLS) &&
			       !is_joint(letters[i]) &&
			       !is_joint(letters[i - 1]);
}
