/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text is cut into numbers and words; which of a few shapes they make is
 * then a matter of their order.
 */
#include "config.h"

#include "format/date.h"

#include <stdio.h>

struct token {
	unsigned number; /* of a month for its name */
	size_t digits;	 /* 0 for a month's name */
};

struct tokens {
	struct token at[4];
	size_t n;
};

/* By month; a word is a month if it begins so, in any case. Longer ones
 * are not needed to tell months apart: "juin" and "juil" are. */
static const struct {
	struct str prefix;
	unsigned month;
} months[] = {
	{{"jan", 3}, 1},
	{{"ene", 3}, 1},
	{{"feb", 3}, 2},
	{{"f\xc3\xa9v", 4}, 2},
	{{"fev", 3}, 2},
	{{"mar", 3}, 3},
	{{"m\xc3\xa4r", 4}, 3},
	{{"apr", 3}, 4},
	{{"avr", 3}, 4},
	{{"abr", 3}, 4},
	{{"may", 3}, 5},
	{{"mai", 3}, 5},
	{{"jun", 3}, 6},
	{{"juin", 4}, 6},
	{{"jul", 3}, 7},
	{{"juil", 4}, 7},
	{{"aug", 3}, 8},
	{{"ao\xc3\xbb", 4}, 8},
	{{"ago", 3}, 8},
	{{"sep", 3}, 9},
	{{"oct", 3}, 10},
	{{"okt", 3}, 10},
	{{"nov", 3}, 11},
	{{"dec", 3}, 12},
	{{"dez", 3}, 12},
	{{"d\xc3\xa9"
	  "c",
	  4},
	 12},
	{{"dic", 3}, 12},
};

static unsigned month_named(struct str word)
{
	for (size_t i = 0; i < sizeof months / sizeof *months; i++)
		if (str_starts_nocase(word, months[i].prefix))
			return months[i].month;
	return 0;
}

/* The next number or month's name; other words (weekdays, "of") and signs
 * are passed over. A time ends the date. */
static bool next_token(struct str s, size_t *at, struct token *token)
{
	static const char between[] = " ,./-";
	while (*at < s.n) {
		size_t start = *at;
		char c = s.p[start];
		if (ascii_is_digit(c)) {
			token->number = 0;
			while (*at < s.n && ascii_is_digit(s.p[*at]) &&
			       *at - start < 8)
				token->number = token->number * 10 +
						(unsigned)(s.p[(*at)++] - '0');
			token->digits = *at - start;
			return *at == s.n || s.p[*at] != ':';
		}
		if (str_find_char(str_of(between), c, 0) < sizeof between - 1) {
			(*at)++;
			continue;
		}
		while (*at < s.n && !ascii_is_digit(s.p[*at]) &&
		       str_find_char(str_of(between), s.p[*at], 0) ==
			       sizeof between - 1)
			(*at)++;
		token->number = month_named(str_sub(s, start, *at));
		token->digits = 0;
		if (token->number)
			return true;
	}
	return false;
}

static bool write_date(unsigned year, unsigned month, unsigned day,
		       char out[11])
{
	static const unsigned days[] = {31, 29, 31, 30, 31, 30,
					31, 31, 30, 31, 30, 31};
	if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 ||
	    day > days[month - 1])
		return false;
	snprintf(out, 11, "%04u-%02u-%02u", year % 10000, month % 100,
		 day % 100);
	return true;
}

bool date_read(struct str s, char out[11])
{
	struct tokens t = {0};
	size_t at = 0;
	s = str_trim(s);
	while (t.n < 3 && next_token(s, &at, &t.at[t.n]))
		t.n++;
	const struct token *a = &t.at[0], *b = &t.at[1], *c = &t.at[2];
	if (t.n >= 1 && a->digits == 8)
		return write_date(a->number / 10000, a->number / 100 % 100,
				  a->number % 100, out);
	if (t.n < 3)
		return false;
	if (a->digits == 4) /* 2018-06-13, 2018 June 13 */
		return write_date(a->number, b->number, c->number, out);
	if (c->digits != 4)
		return false;
	if (a->digits == 0) /* June 13, 2018 */
		return write_date(c->number, a->number, b->number, out);
	if (b->digits == 0) /* 13 June 2018 */
		return write_date(c->number, b->number, a->number, out);
	/* 3/4/2018 may be March or April; 13/4/2018 is clear. */
	if (a->number > 12)
		return write_date(c->number, b->number, a->number, out);
	return b->number > 12 &&
	       write_date(c->number, a->number, b->number, out);
}
