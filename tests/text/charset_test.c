/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit.h"

#include <errno.h>
#include <iconv.h>

#include "text/charset.h"
#include "text/utf8.h"

#define JAPANESE                                                                                              \
	"吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。" \
	"何でも薄暗いじめじめした所でニャーニャー泣いていた事だけは"             \
	"記憶している。\n"
#define CHINESE                                                                                   \
	"话说天下大势，分久必合，合久必分。周末七国分争，并入于秦。" \
	"及秦灭之后，楚、汉分争，又并入于汉。\n"
#define RUSSIAN                                                                                                                \
	"Все счастливые семьи похожи друг на друга, каждая несчастливая " \
	"семья несчастлива по-своему. Всё смешалось в доме Облонских.\n"
#define FRENCH                                                                 \
	"Longtemps, je me suis couché de bonne heure. Parfois, à peine ma "  \
	"bougie éteinte, mes yeux se fermaient si vite que je n’avais pas " \
	"le temps de me dire : « Je m’endors. »\n"

/* utf8 in another encoding, appended to out. */
static void encode(struct buf *out, const char *utf8, const char *encoding)
{
	iconv_t cd = iconv_open(encoding, "UTF-8");
	assert_true(cd != (iconv_t)-1);
	char *copy = strdup(utf8), *in = copy;
	size_t left = strlen(utf8);
	while (left > 0) {
		size_t room = left * 4 + 16, rest = room;
		char *to = buf_reserve(out, room);
		size_t r = iconv(cd, &in, &left, &to, &rest);
		out->n += room - rest;
		assert_true(r != (size_t)-1 || errno == E2BIG);
	}
	char *to = buf_reserve(out, 16);
	size_t rest = 16;
	iconv(cd, NULL, NULL, &to, &rest);
	out->n += 16 - rest;
	free(copy);
	iconv_close(cd);
}

/* `text`, written in `encoding`, is read back whole under `declared`. */
static void check_as(const char *text, const char *encoding,
		     const char *declared, const char *name)
{
	struct buf bytes = {0}, out = {0};
	encode(&bytes, text, encoding);
	assert_false(charset_is_binary(buf_str(&bytes)));
	struct str taken =
		charset_decode(&out, buf_str(&bytes), str_of(declared));
	assert_str(buf_str(&out), text);
	assert_str(taken, name);
	buf_release(&bytes);
	buf_release(&out);
}

static void decode(struct str bytes, const char *declared, const char *want)
{
	struct buf out = {0};
	charset_decode(&out, bytes, str_of(declared));
	assert_str(buf_str(&out), want);
	buf_release(&out);
}

static void encodings_are_guessed(void **state)
{
	(void)state;
	check_as(JAPANESE, "CP932", "", "Shift_JIS");
	check_as(JAPANESE, "EUC-JP", "", "EUC-JP");
	check_as(JAPANESE, "ISO-2022-JP", "", "ISO-2022-JP");
	check_as(CHINESE, "GB18030", "", "GB18030");
	check_as(RUSSIAN, "CP1251", "", "windows-1251");
	check_as(RUSSIAN, "KOI8-R", "", "KOI8-R");
	check_as(FRENCH, "CP1252", "", "windows-1252");
	check_as(FRENCH, "UTF-8", "", "UTF-8");
	check_as("plain\n", "ASCII", "", "UTF-8");
}

static void utf16_needs_no_mark(void **state)
{
	(void)state;
	check_as(FRENCH, "UTF-16LE", "", "UTF-16LE");
	check_as(FRENCH, "UTF-16BE", "", "UTF-16BE");
	check_as(JAPANESE, "UTF-16LE", "", "UTF-16LE");
	check_as(JAPANESE, "UTF-16BE", "", "UTF-16BE");
	check_as("😀 emoji\n", "UTF-16LE", "", "UTF-16LE");
}

static void a_mark_decides_and_is_not_text(void **state)
{
	(void)state;
	decode(STR("\xef\xbb\xbf"
		   "a"),
	       "shift_jis", "a");
	decode(STR("\xff\xfe"
		   "a\0b\0"),
	       "utf-8", "ab");
	decode(STR("\xfe\xff\0a\0b"), "", "ab");
	decode(STR("\xff\xfe\0\0a\0\0\0"), "", "a");
	decode(STR("\0\0\xfe\xff\0\0\0a"), "", "a");
}

static void a_true_declaration_is_believed(void **state)
{
	(void)state;
	check_as("Łódź\n", "CP1250", "windows-1250", "windows-1250");
	check_as("\u00a4 \u20ac\n", "CP1252", "Latin1", "windows-1252");
	check_as("猫\n", "CP932", "x-sjis", "Shift_JIS");
	check_as("猫\n", "UTF-16BE", "UTF-16BE", "UTF-16BE");
	check_as(JAPANESE, "ISO-2022-JP", "iso-2022-jp", "ISO-2022-JP");
}

static void a_lying_declaration_is_not(void **state)
{
	(void)state;
	check_as(FRENCH, "UTF-8", "iso-8859-1", "UTF-8");
	check_as(JAPANESE, "UTF-8", "shift_jis", "UTF-8");
	check_as("plain\n", "UTF-8", "utf-16", "UTF-8");
	check_as(JAPANESE, "EUC-JP", "utf-8", "EUC-JP");
	check_as(RUSSIAN, "CP1251", "utf-8", "windows-1251");
	check_as(FRENCH, "CP1252", "no-such-encoding", "windows-1252");
	/* UTF-7 would hide markup: its name is not known. */
	check_as("+ADw-b+AD4-\n", "ASCII", "utf-7", "UTF-8");
}

static void one_bad_byte_costs_one_character(void **state)
{
	(void)state;
	decode(STR("caf\xc3\xa9 \xff d\xc3\xa9j\xc3\xa0 \xc3\xa0"), "",
	       "café \ufffd déjà à");
	/* Cut in the middle of the last character. */
	decode(STR("caf\xc3\xa9 \xe7\x8c"), "", "café \ufffd");
	/* A lead byte whose trail is missing keeps the ASCII behind it. */
	struct buf bytes = {0}, out = {0};
	encode(&bytes, JAPANESE, "CP932");
	buf_add(&bytes, STR("\xfd<"));
	charset_decode(&out, buf_str(&bytes), STR("shift_jis"));
	assert_str(buf_str(&out), JAPANESE "\ufffd<");
	buf_release(&bytes);
	buf_release(&out);
}

static void a_stray_zero_byte_is_no_reason_to_give_up(void **state)
{
	(void)state;
	struct buf out = {0};
	assert_false(charset_is_binary(STR("one\0two and so on")));
	charset_decode(&out, STR("one\0two"), STR(""));
	assert_int_equal(out.n, 7);
	buf_release(&out);
}

static void binary_files_are_told_by_their_bytes(void **state)
{
	(void)state;
	unsigned char noise[2048];
	uint32_t x = 1;
	for (size_t i = 0; i < sizeof noise; i++) {
		x = x * 1664525u + 1013904223u;
		noise[i] = (unsigned char)(x >> 24);
	}
	assert_true(
		charset_is_binary(str_from((const char *)noise, sizeof noise)));
	assert_true(charset_is_binary(STR("%PDF-1.4\n%text")));
	char zeros[4096] = {0};
	assert_true(charset_is_binary(str_from(zeros, sizeof zeros)));
	assert_false(charset_is_binary(STR("")));
	assert_false(
		charset_is_binary(STR("N\bNA\bAM\bME\bE \x1b[1mx\x1b[0m")));
}

static void any_bytes_become_valid_utf8(void **state)
{
	(void)state;
	static const char *const declared[] = {
		"",	     "utf-8",	     "utf-16",
		"shift_jis", "gb18030",	     "iso-2022-jp",
		"euc-jp",    "big5",	     "iso-2022-kr",
		"hz",	     "windows-1258", "utf-32be"};
	uint32_t x = 7;
	for (int round = 0; round < 3000; round++) {
		char bytes[64];
		x = x * 1664525u + 1013904223u;
		size_t n = (x >> 16) % sizeof bytes;
		for (size_t i = 0; i < n; i++) {
			x = x * 1664525u + 1013904223u;
			bytes[i] = (char)(x >> (round & 1 ? 24 : 25));
		}
		struct buf out = {0};
		const char *name = declared[(size_t)round % (sizeof declared /
							     sizeof *declared)];
		charset_decode(&out, str_from(bytes, n), str_of(name));
		assert_true(utf8_is_valid(buf_str(&out)));
		buf_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(encodings_are_guessed),
		cmocka_unit_test(utf16_needs_no_mark),
		cmocka_unit_test(a_mark_decides_and_is_not_text),
		cmocka_unit_test(a_true_declaration_is_believed),
		cmocka_unit_test(a_lying_declaration_is_not),
		cmocka_unit_test(one_bad_byte_costs_one_character),
		cmocka_unit_test(a_stray_zero_byte_is_no_reason_to_give_up),
		cmocka_unit_test(binary_files_are_told_by_their_bytes),
		cmocka_unit_test(any_bytes_become_valid_utf8),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
