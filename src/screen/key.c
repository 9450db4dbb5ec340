/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of keys. A name is what stands on the key where it has no
 * character of its own, else the character; "^" and "M-" before it.
 */
#include "config.h"

#include "screen/event.h"
#include "text/utf8.h"

struct key_entry {
	uint32_t key;
	const char *name;
};

/* The first name of a key is the one key_name gives. */
static const struct key_entry named[] = {
	{' ', "SPACE"},		 {'\r', "RET"},
	{'\r', "ENTER"},	 {'\t', "TAB"},
	{0x1b, "ESC"},		 {KEY_SHIFT_TAB, "S-TAB"},
	{KEY_RUBOUT, "BS"},	 {KEY_DEL, "Del"},
	{KEY_INS, "Ins"},	 {KEY_ARROW_UP, "Up"},
	{KEY_ARROW_UP, "↑"},	 {KEY_ARROW_DOWN, "Down"},
	{KEY_ARROW_DOWN, "↓"},	 {KEY_ARROW_LEFT, "Left"},
	{KEY_ARROW_LEFT, "←"},	 {KEY_ARROW_RIGHT, "Right"},
	{KEY_ARROW_RIGHT, "→"},	 {KEY_TO_HOME, "Home"},
	{KEY_TO_END, "End"},	 {KEY_PAGE_UP, "PgUp"},
	{KEY_PAGE_DOWN, "PgDn"},
};

enum { NAMED = sizeof named / sizeof *named };

void key_name(uint32_t key, struct buf *out)
{
	if (key & KEY_META)
		buf_add(out, STR("M-"));
	key &= ~KEY_META;
	for (size_t i = 0; i < NAMED; i++)
		if (named[i].key == key) {
			buf_add(out, str_of(named[i].name));
			return;
		}
	if (key >= KEY_F_FIRST && key <= KEY_F_LAST)
		buf_addf(out, "F%u", (unsigned)(key - KEY_F_FIRST + 1));
	else if (key < 0x20)
		buf_addf(out, "^%c", (char)(key + '@'));
	else if (key == 0x7f)
		buf_add(out, STR("^?"));
	else
		buf_add_code(out, key <= 0x10ffff ? key : UTF8_REPLACEMENT);
}

/* F1 to F12, or 0. */
static uint32_t parse_function(struct str name)
{
	unsigned number = 0;
	if (name.n < 2 || name.n > 3 || name.p[0] != 'F')
		return 0;
	for (size_t i = 1; i < name.n; i++) {
		if (!ascii_is_digit(name.p[i]))
			return 0;
		number = number * 10 + (unsigned)(name.p[i] - '0');
	}
	if (number < 1 || number > KEY_F_LAST - KEY_F_FIRST + 1)
		return 0;
	return KEY_F_FIRST + number - 1;
}

/* "^A".."^_", "^?", in either case of letter, or 0. */
static uint32_t parse_control(struct str name)
{
	if (name.n != 2 || name.p[0] != '^')
		return 0;
	char c = name.p[1];
	if (c == '?')
		return 0x7f;
	if (ascii_is_alpha(c) || (c > '@' && c <= '_'))
		return KEY_CTRL((uint32_t)c);
	return 0;
}

/* NOLINTNEXTLINE(misc-no-recursion): a name is a line of the reader's own */
uint32_t key_parse(struct str name)
{
	if (name.n > 2 && str_starts(name, STR("M-"))) {
		uint32_t key = key_parse(str_from_at(name, 2));
		return key && !(key & KEY_META) ? key | KEY_META : 0;
	}
	for (size_t i = 0; i < NAMED; i++)
		if (str_eq_nocase(name, str_of(named[i].name)))
			return named[i].key;
	uint32_t key = parse_function(name);
	if (!key)
		key = parse_control(name);
	if (key || name.n == 0)
		return key;
	size_t length = utf8_next(name, 0, &key);
	return length == name.n && key > ' ' ? key : 0;
}
