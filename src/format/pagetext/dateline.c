/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as people write them. The text is cut into numbers, words and what
 * stands between them; three of the former in a known order are a date:
 *
 *     2018-06-13  2018.06.13  2018/6/13       year month day
 *     2018年6月13日  2018년 6월 13일
 *     13 June 2018  13. Juni 2018  13 de junio de 2018  13 июня 2018
 *     June 13, 2018  Jun 13th 2018
 *     13.06.2018  13/06/2018  06/13/2018      where it can be only one
 *
 * 03/04/2018 means two different days to two readers: it is no date.
 */
#include "config.h"

#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unistr.h>

#include "format/pagetext/page.h"
#include "text/utf8.h"

enum { TOKENS = 64, MONTH_BYTES = 32 /* of a word that may be one */ };

struct token {
	size_t start, end; /* bytes */
	int number;	   /* -1 for a word */
	int digits;
	int month;	/* of a word: 1..12, 0 if it is none */
	bool is_filler; /* "de", "of", "г", a weekday */
	char mark;	/* what stands before it: one of - . / or ' ' */
};

/* Stems of the months' names; a word that begins with one is that month. */
static const struct {
	const char *stem;
	int month;
} months[] = {
	{"jan", 1},    {"ene", 1},   {"gen", 1},     {"янв", 1},
	{"sty", 1},    {"يناير", 1}, {"ian", 1},     {"feb", 2},
	{"fév", 2},    {"fev", 2},   {"фев", 2},     {"lut", 2},
	{"فبراير", 2}, {"mar", 3},   {"mär", 3},     {"maa", 3},
	{"мар", 3},    {"مارس", 3},  {"apr", 4},     {"avr", 4},
	{"abr", 4},    {"апр", 4},   {"kwi", 4},     {"أبريل", 4},
	{"ابريل", 4},  {"mai", 5},   {"may", 5},     {"mei", 5},
	{"maj", 5},    {"mag", 5},   {"мая", 5},     {"май", 5},
	{"مايو", 5},   {"jun", 6},   {"juin", 6},    {"giu", 6},
	{"июн", 6},    {"cze", 6},   {"يونيو", 6},   {"jul", 7},
	{"juil", 7},   {"lug", 7},   {"июл", 7},     {"lip", 7},
	{"يوليو", 7},  {"aug", 8},   {"aoû", 8},     {"aou", 8},
	{"ago", 8},    {"авг", 8},   {"sie", 8},     {"أغسطس", 8},
	{"sep", 9},    {"set", 9},   {"сен", 9},     {"wrz", 9},
	{"سبتمبر", 9}, {"oct", 10},  {"okt", 10},    {"out", 10},
	{"ott", 10},   {"окт", 10},  {"paź", 10},    {"أكتوبر", 10},
	{"nov", 11},   {"ноя", 11},  {"lis", 11},    {"نوفمبر", 11},
	{"dec", 12},   {"dez", 12},  {"déc", 12},    {"dic", 12},
	{"дек", 12},   {"gru", 12},  {"ديسمبر", 12},
};

/* Words between the parts of a date, and weekdays around it. */
static const char *const fillers[] = {
	"de",	     "del",	  "of",		"the",	     "den",
	"г",	     "года",	  "st",		"nd",	     "rd",
	"th",	     "er",	  "mon",	"monday",    "tue",
	"tues",	     "tuesday",	  "wed",	"wednesday", "thu",
	"thur",	     "thurs",	  "thursday",	"fri",	     "friday",
	"sat",	     "saturday",  "sun",	"sunday",    "montag",
	"dienstag",  "mittwoch",  "donnerstag", "freitag",   "samstag",
	"sonnabend", "sonntag",	  "lundi",	"mardi",     "mercredi",
	"jeudi",     "vendredi",  "samedi",	"dimanche",  "lunes",
	"martes",    "miércoles", "jueves",	"viernes",   "sábado",
	"domingo",
};

static bool is_filler(const char *word)
{
	for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++)
		if (word[0] == fillers[i][0] && strcmp(word, fillers[i]) == 0)
			return true;
	return false;
}

static int month_of(const char *word)
{
	for (size_t i = 0; i < sizeof months / sizeof *months; i++)
		if (word[0] == months[i].stem[0] &&
		    strncmp(word, months[i].stem, strlen(months[i].stem)) == 0)
			return months[i].month;
	return 0;
}

static bool is_letter(uint32_t c)
{
	if (c < 0x80)
		return ascii_is_alpha((char)c);
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L |
							   UC_CATEGORY_MASK_M);
}

/* A year, month or day sign of East Asia; ends the number before it. */
static bool is_date_sign(uint32_t c)
{
	return c == 0x5e74 || c == 0x6708 || c == 0x65e5 || c == 0xb144 ||
	       c == 0xc6d4 || c == 0xc77c;
}

static void read_word(struct str text, size_t *at, struct token *t)
{
	char word[MONTH_BYTES] = "";
	size_t n = 0;
	uint32_t c;
	while (*at < text.n) {
		size_t step = utf8_next(text, *at, &c);
		if (!is_letter(c))
			break;
		int low = u8_uctomb((uint8_t *)word + n, uc_tolower(c),
				    (ptrdiff_t)(sizeof word - n - 1));
		n += low > 0 ? (size_t)low : 0;
		*at += step;
	}
	word[n] = '\0';
	t->month = month_of(word);
	t->is_filler = is_filler(word);
}

static void read_number(struct str text, size_t *at, struct token *t)
{
	t->number = 0;
	while (*at < text.n && ascii_is_digit(text.p[*at])) {
		if (t->digits < 8)
			t->number = t->number * 10 + (text.p[*at] - '0');
		t->digits++;
		(*at)++;
	}
}

/* The next number or word from *at on; false at the end. */
static bool next_token(struct str text, size_t *at, struct token *t)
{
	uint32_t c;
	size_t marks = 0;
	char mark = ' ';
	*t = (struct token){.number = -1};
	while (*at < text.n) {
		size_t n = utf8_next(text, *at, &c);
		if (c < 0x80 && ascii_is_digit((char)c)) {
			t->start = *at;
			read_number(text, at, t);
			break;
		}
		if (is_letter(c) && !is_date_sign(c)) {
			t->start = *at;
			read_word(text, at, t);
			break;
		}
		if (c == '-' || c == '.' || c == '/')
			mark = (char)c;
		if (c != ' ' && !is_date_sign(c))
			marks++;
		*at += n;
	}
	t->mark = marks <= 1 ? mark : '?';
	t->end = *at;
	return t->end > t->start;
}

static bool is_day(const struct token *t)
{
	return t->number >= 1 && t->number <= 31 && t->digits <= 2;
}

static bool is_month_number(const struct token *t)
{
	return t->number >= 1 && t->number <= 12 && t->digits <= 2;
}

static bool is_year(const struct token *t)
{
	return t->digits == 4 && t->number >= 1500 && t->number <= 2199;
}

/* The date that three tokens make, year 0 if none. */
static struct page_date combine(const struct token *a, const struct token *b,
				const struct token *c)
{
	struct page_date none = {0};
	bool close = b->mark == c->mark && b->mark != '?';
	if (is_day(a) && b->month > 0 && is_year(c))
		return (struct page_date){c->number, b->month, a->number};
	if (a->month > 0 && is_day(b) && is_year(c))
		return (struct page_date){c->number, a->month, b->number};
	if (is_year(a) && b->month > 0 && is_day(c))
		return (struct page_date){a->number, b->month, c->number};
	if (is_year(a) && is_month_number(b) && is_day(c) && close)
		return (struct page_date){a->number, b->number, c->number};
	if (!is_year(c) || !is_day(a) || !is_day(b) || !close || b->mark == ' ')
		return none;
	if (is_month_number(b) && (b->mark == '.' || a->number > 12))
		return (struct page_date){c->number, b->number, a->number};
	if (is_month_number(a) && b->mark == '/' && b->number > 12)
		return (struct page_date){c->number, a->number, b->number};
	return none;
}

struct page_date dateline_find(struct str text, size_t *start, size_t *end)
{
	struct token kept[3], t; /* the last ones that can be of a date */
	size_t n = 0, at = 0, weekday = SIZE_MAX;
	for (int i = 0; i < TOKENS && next_token(text, &at, &t); i++) {
		if (t.is_filler) {
			if (n == 0 && weekday == SIZE_MAX)
				weekday = t.start;
			continue;
		}
		if (t.number < 0 && t.month == 0) {
			n = 0;
			weekday = SIZE_MAX;
			continue;
		}
		if (n == 0 && weekday < t.start)
			t.start = weekday;
		if (n == 3) {
			kept[0] = kept[1];
			kept[1] = kept[2];
			n = 2;
		}
		kept[n++] = t;
		if (n < 3)
			continue;
		struct page_date date = combine(&kept[0], &kept[1], &kept[2]);
		if (date.year > 0) {
			*start = kept[0].start;
			*end = kept[2].end;
			return date;
		}
	}
	*start = *end = text.n;
	return (struct page_date){0};
}
