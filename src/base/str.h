/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A borrowed string: bytes and their number, not NUL-terminated. Functions
 * here know bytes and ASCII only; text/ knows Unicode.
 */
#ifndef PORE_BASE_STR_H
#define PORE_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str {
	const char *p;
	size_t n;
};

/* A struct str from a string literal. */
#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
/* The arguments for printf's "%.*s". */
#define STR_ARG(s) (int)(s).n, (s).p

struct str str_of(const char *cstr); /* of a C string; NULL gives "" */
struct str str_from(const char *p, size_t n);

bool str_eq(struct str a, struct str b);
/* Equal when ASCII letters of either case count as the same. */
bool str_eq_nocase(struct str a, struct str b);
/* Order by bytes, as memcmp, a prefix first: less, equal, greater than 0. */
int str_cmp(struct str a, struct str b);
bool str_starts(struct str s, struct str prefix);
bool str_starts_nocase(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);

/* The bytes [from, to), both clamped to s. */
static inline struct str str_sub(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
	/* An empty string may have no address, and NULL + 0 is undefined. */
	return (struct str){from ? s.p + from : s.p, to - from};
}

/* The part from byte `from` (at most s.n) on. */
static inline struct str str_from_at(struct str s, size_t from)
{
	return str_sub(s, from, s.n);
}

/* Without ASCII white space at both ends. */
struct str str_trim(struct str s);

/* Offset of the first occurrence at or after `from`, or s.n if none. */
size_t str_find(struct str s, struct str needle, size_t from);
size_t str_find_char(struct str s, char c, size_t from);
bool str_has(struct str s, struct str needle);

/* Takes the next line off *rest into *line, without its LF or CR LF.
 * Returns false when nothing is left. */
bool str_next_line(struct str *rest, struct str *line);
/* Takes the next part up to `c` off *rest; the same end rule. */
bool str_next_part(struct str *rest, char c, struct str *part);

/* A 64-bit hash of the bytes, eight at a time; the same each run, not on each
 * kind of machine. */
uint64_t str_hash(struct str s);

/* ASCII classes that, unlike <ctype.h>, ignore the locale. */
static inline bool ascii_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool ascii_is_digit(char c)
{
	return (unsigned char)(c - '0') < 10;
}

static inline bool ascii_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool ascii_is_alpha(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

static inline char ascii_lower(char c)
{
	return (char)(ascii_is_upper(c) ? c + ('a' - 'A') : c);
}

#endif
