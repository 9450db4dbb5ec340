/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "term/keys.h"

#include <locale.h>

#include "base/buf.h"
#include "unit.h"

/* What comes out, as key names parted by spaces; other events as words. */
static void add_event(const struct event *e, struct buf *out)
{
	if (out->n)
		buf_add_char(out, ' ');
	if (e->type == EVENT_KEY)
		key_name(e->key, out);
	else if (e->type == EVENT_CLICK)
		buf_addf(out, "click(%d,%d)", e->row, e->col);
	else if (e->type == EVENT_WHEEL)
		buf_addf(out, "wheel(%d,%d,%d)", e->row, e->col, e->lines);
	else if (e->type == EVENT_PASTE)
		buf_addf(out, "paste(%.*s)", STR_ARG(e->text));
}

static void take_all(struct keys *k, struct buf *out)
{
	struct event e;
	while (keys_next(k, &e))
		add_event(&e, out);
}

/* The events of some bytes, fed `step` at a time, with silence at their end. */
static void read_keys(struct str bytes, size_t step, struct buf *out)
{
	struct keys *k = keys_new();
	for (size_t at = 0; at < bytes.n; at += step) {
		keys_feed(k, str_sub(bytes, at, at + step));
		take_all(k, out);
	}
	while (keys_patience(k) >= 0) {
		keys_silence(k);
		take_all(k, out);
	}
	keys_free(k);
}

/* Whole or byte by byte: the same. */
static void expect(struct str bytes, const char *events)
{
	struct buf whole = {0}, single = {0};
	read_keys(bytes, bytes.n, &whole);
	read_keys(bytes, 1, &single);
	assert_string_equal(buf_cstr(&whole), events);
	assert_string_equal(buf_cstr(&single), events);
	buf_release(&whole);
	buf_release(&single);
}

static void characters_are_keys(void **state)
{
	(void)state;
	expect(STR("aZ/ \t\r\n"), "a Z / SPACE TAB RET RET");
	expect(STR("\x01\x08\x7f\x1a"), "^A ^H BS ^Z");
	expect(STR("\xc3\xa9\xe6\xbc\xa2\xf0\x9f\x91\xa9"), "é 漢 👩");
}

static void what_is_no_character_is_swallowed(void **state)
{
	(void)state;
	expect(STR("a\xff\xc0\x80 b"), "a SPACE b");
	expect(STR("a\xc2\x9b"
		   "b"),
	       "a b"); /* U+009B, a C1 control */
	expect(str_from("a\0b", 3), "a b");
}

static void sequences_are_keys_in_all_their_forms(void **state)
{
	(void)state;
	expect(STR("\033[A\033OB\033[C\033OD"), "Up Down Right Left");
	expect(STR("\033[H\033[1~\033[7~\033OH"), "Home Home Home Home");
	expect(STR("\033[F\033[4~\033[8~"), "End End End");
	expect(STR("\033[5~\033[6~\033[2~\033[3~\033[Z"),
	       "PgUp PgDn Ins Del S-TAB");
	expect(STR("\033OP\033[11~\033[[A\033[17~\033[24~"), "F1 F1 F1 F6 F12");
	expect(STR("\033OR\033OM"), "F3 RET");
	expect(STR("\033[27u"), "ESC");
}

static void alt_is_a_prefix_or_a_modifier(void **state)
{
	(void)state;
	expect(STR("\033x\033u"), "M-x M-u");
	expect(STR("\033\xc3\xa9"), "M-é");
	expect(STR("\033[1;3D\033[1;5C\033[1;2A"), "M-Left Right Up");
	expect(STR("\033\177"), "M-BS");
}

static void escape_alone_is_a_key_after_a_silence(void **state)
{
	(void)state;
	expect(STR("\033"), "ESC");
	expect(STR("\033\033"), "ESC ESC");
	expect(STR("\033\033[A"), "ESC Up");
	expect(STR("\033["), "M-[");
	expect(STR("\033O"), "M-O");
	expect(STR("\033]"), "M-]");
	struct keys *k = keys_new();
	struct event e;
	assert_int_equal(keys_patience(k), -1);
	keys_feed(k, STR("\033"));
	assert_false(keys_next(k, &e));
	assert_in_range(keys_patience(k), 1, 100);
	keys_free(k);
}

static void the_mouse_clicks_and_turns(void **state)
{
	(void)state;
	expect(STR("\033[<0;5;3M\033[<0;5;3m"), "click(2,4)");
	expect(STR("\033[<64;1;1M\033[<65;300;9M"),
	       "wheel(0,0,-3) wheel(8,299,3)");
	/* Other buttons, moving, turning sideways, places that are none. */
	expect(STR("\033[<2;5;3M\033[<32;5;3M\033[<66;5;3M\033[<0;0;0M"), "");
	/* X10's form, of terminals without the SGR one. */
	expect(STR("\033[M \x25\x23q"), "click(2,4) q");
}

static void replies_that_nobody_asked_for_are_swallowed(void **state)
{
	(void)state;
	expect(STR("\033[?62;22c\033[>41;379;0c\033[24;80R\033[0n"), "");
	expect(STR("\033[?2004;1$y\033[8;24;80t\033[?0u\033[I\033[O"), "");
	expect(STR("\033]11;rgb:ffff/ffff/ffff\033\\a"), "a");
	expect(STR("\033]52;c;cm0gLXJmIH4K\007a"), "a");
	expect(STR("\033P>|xterm(379)\033\\a"), "a");
	expect(STR("\033_Gi=1;OK\033\\\033^x\033\\\033Xx\033\\a"), "a");
	/* Broken off by a new one. */
	expect(STR("\033[12\033[A\033]11;\033[Ba"), "Up Down a");
}

static void sequences_without_end_are_swallowed_to_the_silence(void **state)
{
	(void)state;
	struct buf junk = {0};
	buf_add(&junk, STR("\033["));
	for (int i = 0; i < 100000; i++)
		buf_add(&junk, STR("1;"));
	expect(buf_str(&junk), "");
	buf_add(&junk, STR("Aq"));
	expect(buf_str(&junk), "q");
	buf_release(&junk);
	expect(STR("\033]52;c;never ended"), "");
}

static void pasted_text_is_text_and_clean(void **state)
{
	(void)state;
	expect(STR("\033[200~two words\033[201~q"), "paste(two words) q");
	expect(STR("\033[200~q\r\nQ\rx\ty\033[201~"), "paste(q\nQ\nx y)");
	expect(STR("\033[200~\033[A\x01\x7f\xc2\x9b\xff!\033[201~"),
	       "paste([A!)");
	expect(STR("\033[200~\033[201~"), "paste()");
}

/* What a hostile page puts on the clipboard. */
static void the_end_of_a_paste_inside_it_is_text(void **state)
{
	(void)state;
	expect(STR("\033[200~a\033[201~Q\r\033[201~x"), "paste(aQ\n) x");
	expect(STR("\033[200~a\033[201~\033[200~b\033[201~"),
	       "paste(a) paste(b)");
	expect(STR("\033[200~never ended"), "paste(never ended)");
}

static void a_paste_of_any_length_is_bounded(void **state)
{
	(void)state;
	struct buf much = {0};
	buf_add(&much, STR("\033[200~"));
	for (int i = 0; i < 200000; i++)
		buf_add_char(&much, 'x');
	buf_add(&much, STR("\033[201~q"));
	struct keys *k = keys_new();
	struct event e;
	keys_feed(k, buf_str(&much));
	assert_false(keys_next(k, &e));
	keys_silence(k);
	assert_true(keys_next(k, &e));
	assert_int_equal(e.type, EVENT_PASTE);
	assert_in_range(e.text.n, 60000, 70000);
	assert_true(keys_next(k, &e));
	assert_int_equal(e.key, 'q');
	keys_free(k);
	buf_release(&much);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_are_keys),
		cmocka_unit_test(what_is_no_character_is_swallowed),
		cmocka_unit_test(sequences_are_keys_in_all_their_forms),
		cmocka_unit_test(alt_is_a_prefix_or_a_modifier),
		cmocka_unit_test(escape_alone_is_a_key_after_a_silence),
		cmocka_unit_test(the_mouse_clicks_and_turns),
		cmocka_unit_test(replies_that_nobody_asked_for_are_swallowed),
		cmocka_unit_test(
			sequences_without_end_are_swallowed_to_the_silence),
		cmocka_unit_test(pasted_text_is_text_and_clean),
		cmocka_unit_test(the_end_of_a_paste_inside_it_is_text),
		cmocka_unit_test(a_paste_of_any_length_is_bounded),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
