/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bylines: "By A and B", "Text: A, B", "A [Profile]", "A | Staff writer".
 *
 * What is no name goes first: brackets, the date, and all from the first
 * mark that parts a name from what a person is ("|", " - ", "@", a digit).
 * The rest must be names and nothing else, or the line is no byline.
 */
#include "config.h"

#include <unictype.h>

#include "format/pagetext/page.h"
#include "text/utf8.h"

enum {
	NAME_WORDS = 5,
	NAME_BYTES = 80,
	HAN_NAME = 12, /* characters */
};

static bool is_han(uint32_t c)
{
	return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) ||
	       (c >= 0xac00 && c <= 0xd7a3);
}

/* Letters that have no case, as Arabic's, may begin a name as well. */
static bool begins_name(uint32_t c)
{
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Lu |
							   UC_CATEGORY_MASK_Lt |
							   UC_CATEGORY_MASK_Lo);
}

/* Small words inside names: "de la", "van der", "bin". */
static bool is_particle(struct str word)
{
	static const struct str table[] = {
		S("de"),  S("del"), S("della"), S("di"),  S("da"),
		S("dos"), S("do"),  S("la"),	S("le"),  S("van"),
		S("von"), S("der"), S("den"),	S("ter"), S("ten"),
		S("zu"),  S("bin"), S("al"),	S("el"),  S("ibn"),
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (str_eq(word, table[i]))
			return true;
	return false;
}

/* "MD", "Ph.D.", "MS": behind a name, and none. */
static bool is_credential(struct str s)
{
	size_t letters = 0, capitals = 0;
	for (size_t i = 0; i < s.n; i++) {
		letters += ascii_is_alpha(s.p[i]);
		capitals += ascii_is_upper(s.p[i]);
	}
	return s.n <= 8 && letters > 0 && capitals * 2 >= letters &&
	       !str_has(s, STR(" "));
}

static bool is_name(struct str s)
{
	uint32_t c;
	size_t words = 0, han = 0;
	struct str part;
	if (s.n == 0 || s.n > NAME_BYTES)
		return false;
	for (size_t i = 0; i < s.n;) {
		i += utf8_next(s, i, &c);
		han += is_han(c);
		if (ascii_is_digit(c < 0x80 ? (char)c : 'x') || c == ':' ||
		    c == '?' || c == '!')
			return false;
	}
	if (han > 0)
		return han >= 2 && han <= HAN_NAME;
	while (str_next_part(&s, ' ', &part)) {
		if (part.n == 0)
			continue;
		utf8_next(part, 0, &c);
		if (!begins_name(c) && !is_particle(part))
			return false;
		words++;
	}
	return words >= 1 && words <= NAME_WORDS;
}

/* The text without its parts in brackets. */
static struct str without_brackets(struct arena *arena, struct str text)
{
	struct buf out = {0};
	int depth = 0;
	uint32_t c;
	for (size_t i = 0; i < text.n;) {
		size_t n = utf8_next(text, i, &c);
		bool open = c == '[' || c == '(' || c == 0xff08 || c == 0x3010;
		bool close = c == ']' || c == ')' || c == 0xff09 || c == 0x3011;
		if (open)
			depth++;
		if (depth == 0)
			buf_add(&out, str_sub(text, i, i + n));
		if (close && depth > 0)
			depth--;
		i += n;
	}
	struct str s = str_trim(arena_str(arena, buf_str(&out)));
	buf_release(&out);
	return s;
}

/* The text up to what is no part of a list of names. */
static struct str cut_behind_names(struct str text)
{
	size_t start, end, i;
	if (dateline_find(text, &start, &end).year > 0)
		text = str_sub(text, 0, start);
	uint32_t c;
	for (i = 0; i < text.n;) {
		size_t n = utf8_next(text, i, &c);
		bool spaced = i > 0 && text.p[i - 1] == ' ' && i + n < text.n &&
			      text.p[i + n] == ' ';
		if (c == '|' || c == '@' || c == 0x2022 || c == 0xb7 ||
		    c == '/' || ascii_is_digit(c < 0x80 ? (char)c : 'x') ||
		    (spaced && (c == '-' || c == 0x2013 || c == 0x2014)))
			break;
		i += n;
	}
	return str_trim(str_sub(text, 0, i));
}

/* Takes the next name off *rest: up to a comma or a word for "and". */
static bool next_name(struct str *rest, struct str *name)
{
	struct str s = *rest;
	size_t word = 0, i = 0;
	uint32_t c = 0;
	if (s.n == 0)
		return false;
	while (i <= s.n) {
		size_t n = i < s.n ? utf8_next(s, i, &c) : 0;
		bool comma = n > 0 && (c == ',' || c == ';' || c == 0x3001 ||
				       c == 0xff0c);
		bool ends = n == 0 || c == ' ' || comma;
		bool joins = ends && lexicon_is_and(str_sub(s, word, i));
		if (comma || joins || n == 0) {
			*name = str_trim(str_sub(s, 0, joins ? word : i));
			*rest = str_from_at(s, i + n < s.n ? i + n : s.n);
			return true;
		}
		i += n;
		if (ends)
			word = i;
	}
	return false;
}

size_t name_read(struct arena *arena, struct str text, struct str *names)
{
	size_t by = lexicon_by(text), n = 0;
	struct str name, rest = without_brackets(arena, str_from_at(text, by));
	bool has_brackets = rest.n + 2 < text.n - by;
	rest = cut_behind_names(rest);
	while (next_name(&rest, &name) && n < PAGE_NAMES) {
		if (name.n == 0 || (n > 0 && is_credential(name)))
			continue;
		if (!is_name(name)) {
			if (n == 0)
				return 0;
			break;
		}
		names[n++] = name;
	}
	/* A single word is a name only where the line says so. */
	if (n == 1 && by == 0 && !has_brackets && !str_has(names[0], STR(" ")))
		return 0;
	return n;
}
