/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/bidi.h"

#include <stdio.h>

#include "base/buf.h"
#include "text/grapheme.h"
#include "text/noise.h"
#include "text/utf8.h"
#include "unit.h"

enum { MOST = 512 };

/* Puts the line in order, with `step` finding the end of each piece. */
static size_t reorder(struct str line, enum bidi_direction *base,
		      size_t (*step)(struct str, size_t), size_t *starts,
		      struct bidi_glyph *glyphs)
{
	size_t n = 0;
	for (size_t at = 0; at < line.n; at = step(line, at)) {
		assert_true(n < MOST);
		starts[n++] = at;
	}
	*base = bidi_reorder(line, *base, starts, n, glyphs);
	return n;
}

static size_t step_code(struct str s, size_t at)
{
	uint32_t code;
	return at + utf8_next(s, at, &code);
}

/* "0061 05D0;2;0;0 1;0 1": code points; direction; resolved direction; levels,
 * x for what has none; visual order of the others. */
static void check_line(struct str line)
{
	struct str rest = line, field[5], part;
	struct buf text = {0};
	bool has_level[MOST] = {false};
	size_t starts[MOST], count = 0;
	struct bidi_glyph glyphs[MOST];
	for (size_t i = 0; i < 5; i++)
		if (!str_next_part(&rest, ';', &field[i]))
			field[i] = STR("");
	while (str_next_part(&field[0], ' ', &part))
		buf_add_code(&text, (uint32_t)strtoul(part.p, NULL, 16));
	while (str_next_part(&field[3], ' ', &part))
		has_level[count++] = part.p[0] != 'x';
	enum bidi_direction base = field[1].p[0] == '0'	  ? BIDI_LTR
				   : field[1].p[0] == '1' ? BIDI_RTL
							  : BIDI_AUTO;
	if (base == BIDI_AUTO)
		assert_int_equal(bidi_direction(buf_str(&text)),
				 field[2].p[0] == '1' ? BIDI_RTL : BIDI_LTR);
	size_t n = reorder(buf_str(&text), &base, step_code, starts, glyphs);
	assert_int_equal(n, count);
	assert_int_equal(base, field[2].p[0] == '1' ? BIDI_RTL : BIDI_LTR);
	for (size_t i = 0; i < n; i++) {
		if (!has_level[glyphs[i].cluster])
			continue;
		if (!str_next_part(&field[4], ' ', &part) ||
		    strtoul(part.p, NULL, 10) != glyphs[i].cluster)
			fail_msg("%.*s", STR_ARG(line));
	}
	assert_int_equal(field[4].n, 0);
	buf_release(&text);
}

static void the_official_cases_pass(void **state)
{
	(void)state;
	char path[1024], line[8192];
	const char *ucd = getenv("UCD");
	snprintf(path, sizeof path, "%s/BidiCharacterTest.txt",
		 ucd ? ucd : "/usr/share/unicode");
	FILE *file = fopen(path, "r");
	if (!file) {
		print_message("no %s\n", path);
		skip();
	}
	size_t n = 0;
	while (fgets(line, sizeof line, file)) {
		struct str s = str_trim(str_of(line));
		if (s.n == 0 || s.p[0] == '#')
			continue;
		check_line(s);
		n++;
	}
	fclose(file);
	assert_true(n > 90000);
}

/* What the line looks like on the screen is `expected`. */
static void assert_shown(const char *text, enum bidi_direction base,
			 const char *expected)
{
	struct str line = str_of(text);
	struct buf shown = {0};
	size_t starts[MOST];
	struct bidi_glyph glyphs[MOST];
	size_t n = reorder(line, &base, grapheme_next, starts, glyphs);
	for (size_t i = 0; i < n; i++) {
		size_t at = starts[glyphs[i].cluster];
		size_t end = grapheme_next(line, at);
		if (glyphs[i].mirror) {
			uint32_t code;
			buf_add_code(&shown, glyphs[i].mirror);
			at += utf8_next(line, at, &code);
		}
		buf_add(&shown, str_sub(line, at, end));
	}
	assert_str(buf_str(&shown), expected);
	buf_release(&shown);
}

static void hebrew_runs_from_right_to_left(void **state)
{
	(void)state;
	assert_shown("abc", BIDI_AUTO, "abc");
	assert_shown("\u05d0\u05d1\u05d2", BIDI_AUTO, "\u05d2\u05d1\u05d0");
	assert_shown("a \u05d0\u05d1 12 b", BIDI_LTR, "a 12 \u05d1\u05d0 b");
	assert_shown("\u05d0 abc \u05d1", BIDI_AUTO, "\u05d1 abc \u05d0");
}

static void marks_stay_behind_their_letter(void **state)
{
	(void)state;
	assert_shown("\u05e9\u05b8\u05dc\u05b9", BIDI_AUTO,
		     "\u05dc\u05b9\u05e9\u05b8");
}

static void brackets_are_mirrored_where_they_run_backward(void **state)
{
	(void)state;
	assert_shown("\u05d0(\u05d1)", BIDI_AUTO, "(\u05d1)\u05d0");
	assert_shown("a(b)", BIDI_LTR, "a(b)");
	assert_shown("\u05d0 (a)", BIDI_AUTO, "(a) \u05d0");
}

static void a_paragraph_has_the_direction_of_its_first_letter(void **state)
{
	(void)state;
	assert_int_equal(bidi_direction(STR("")), BIDI_LTR);
	assert_int_equal(bidi_direction(STR("12 – 34")), BIDI_LTR);
	assert_int_equal(bidi_direction(STR("“\u0627\u0628” a")), BIDI_RTL);
	assert_int_equal(bidi_direction(STR("a \u0627")), BIDI_LTR);
}

static void only_text_that_can_run_backward_needs_it(void **state)
{
	(void)state;
	assert_false(bidi_needed(STR("")));
	assert_false(bidi_needed(STR("plain")));
	assert_false(bidi_needed(STR("naïve 漢字 😀 – русский")));
	assert_true(bidi_needed(STR("a \u05d0")));
	assert_true(bidi_needed(STR("a \u202e b")));
}

static void every_cluster_of_any_line_is_shown_once(void **state)
{
	(void)state;
	uint32_t seed = 8;
	for (int i = 0; i < 500; i++) {
		struct buf b = {0};
		size_t starts[MOST];
		struct bidi_glyph glyphs[MOST];
		bool is_seen[MOST] = {false};
		enum bidi_direction base = BIDI_AUTO;
		noise_text(&b, &seed);
		size_t n = reorder(buf_str(&b), &base, grapheme_next, starts,
				   glyphs);
		bool is_moved = false;
		for (size_t k = 0; k < n; k++) {
			assert_in_range(glyphs[k].cluster, 0, n - 1);
			assert_false(is_seen[glyphs[k].cluster]);
			is_seen[glyphs[k].cluster] = true;
			is_moved |= glyphs[k].cluster != k;
		}
		if (!bidi_needed(buf_str(&b)))
			assert_false(is_moved || base == BIDI_RTL);
		buf_release(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_official_cases_pass),
		cmocka_unit_test(hebrew_runs_from_right_to_left),
		cmocka_unit_test(marks_stay_behind_their_letter),
		cmocka_unit_test(brackets_are_mirrored_where_they_run_backward),
		cmocka_unit_test(
			a_paragraph_has_the_direction_of_its_first_letter),
		cmocka_unit_test(only_text_that_can_run_backward_needs_it),
		cmocka_unit_test(every_cluster_of_any_line_is_shown_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
