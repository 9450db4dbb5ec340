/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nearly all bytes of nearly all texts are ASCII: a table of 256 turns them
 * into their folded byte or says what else to do. The first byte that is not
 * ASCII goes through fold_next, and back.
 */
#include "config.h"

#include "search/token.h"

#include <endian.h>
#include <string.h>

#include "text/fold.h"

/* What a byte does: 0 ends a word, APOSTROPHE and MULTI see below, all others
 * are letters and digits, folded. */
enum { APOSTROPHE = 1, MULTI = 2 };

#define FOUR(at, v)                                                            \
	[at] = (v), [(at) + 1] = (v), [(at) + 2] = (v), [(at) + 3] = (v)
#define SIXTEEN(at)                                                            \
	FOUR(at, MULTI), FOUR((at) + 4, MULTI), FOUR((at) + 8, MULTI),         \
		FOUR((at) + 12, MULTI)
#define BOTH(upper, lower) [upper] = (lower), [lower] = (lower)

static const unsigned char actions[256] = {
	['\''] = APOSTROPHE, ['0'] = '0',    ['1'] = '1',    ['2'] = '2',
	['3'] = '3',	     ['4'] = '4',    ['5'] = '5',    ['6'] = '6',
	['7'] = '7',	     ['8'] = '8',    ['9'] = '9',    BOTH('A', 'a'),
	BOTH('B', 'b'),	     BOTH('C', 'c'), BOTH('D', 'd'), BOTH('E', 'e'),
	BOTH('F', 'f'),	     BOTH('G', 'g'), BOTH('H', 'h'), BOTH('I', 'i'),
	BOTH('J', 'j'),	     BOTH('K', 'k'), BOTH('L', 'l'), BOTH('M', 'm'),
	BOTH('N', 'n'),	     BOTH('O', 'o'), BOTH('P', 'p'), BOTH('Q', 'q'),
	BOTH('R', 'r'),	     BOTH('S', 's'), BOTH('T', 't'), BOTH('U', 'u'),
	BOTH('V', 'v'),	     BOTH('W', 'w'), BOTH('X', 'x'), BOTH('Y', 'y'),
	BOTH('Z', 'z'),	     SIXTEEN(0x80),  SIXTEEN(0x90),  SIXTEEN(0xa0),
	SIXTEEN(0xb0),	     SIXTEEN(0xc0),  SIXTEEN(0xd0),  SIXTEEN(0xe0),
	SIXTEEN(0xf0),
};

void tokens_start(struct tokens *t, struct str s)
{
	t->source = s;
	t->at = 0;
	t->letter_n = 0;
}

static bool give(struct tokens *t, struct token *token, enum token_kind kind,
		 size_t n, size_t start, size_t end)
{
	memset(t->text + n, 0, 8);
	token->text = (struct str){t->text, n};
	token->kind = kind;
	token->start = (uint32_t)start;
	token->end = (uint32_t)end;
	return true;
}

/* Ends a run without spaces before byte `end`: gives its last letter, except
 * that nothing is left to give after none. */
static bool end_run(struct tokens *t, struct token *token, size_t end)
{
	size_t n = t->letter_n;
	if (n == 0)
		return false;
	memcpy(t->text, t->letter, n);
	t->letter_n = 0;
	return give(t, token, t->is_paired ? TOKEN_TAIL : TOKEN_SINGLE, n,
		    t->start, end);
}

/* Takes one more letter of a run; true when that makes a pair. */
static bool take_letter(struct tokens *t, const struct fold_step *step,
			struct token *token)
{
	size_t n = t->letter_n, start = t->start;
	memcpy(t->text, t->letter, n);
	memcpy(t->text + n, step->text, step->n);
	memcpy(t->letter, step->text, step->n);
	t->letter_n = (uint8_t)step->n;
	t->start = (uint32_t)t->at;
	t->is_paired = n > 0;
	t->at += step->length;
	return n > 0 && give(t, token, TOKEN_PAIR, n + step->n, start, t->at);
}

#define EIGHT(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The high bit of each byte of x (all below 0x80) that lies in [low, high]. */
static uint64_t in_range(uint64_t x, unsigned low, unsigned high)
{
	return (x + EIGHT(0x80 - low)) & ~(x + EIGHT(0x7f - high)) &
	       EIGHT(0x80);
}

/* Folds the ASCII letters and digits at p, of which there are at least 8
 * bytes, to out; returns how many there are before anything else, at most 8.
 * Eight at a time, because most words are shorter: a loop over their bytes
 * ends where the processor does not expect it. */
static size_t fold_eight(const unsigned char *p, char *out)
{
	uint64_t x;
	memcpy(&x, p, sizeof x);
	x = le64toh(x);
	uint64_t low = x & EIGHT(0x7f);
	uint64_t upper = in_range(low, 'A', 'Z');
	uint64_t word =
		(upper | in_range(low, 'a', 'z') | in_range(low, '0', '9')) &
		~x;
	uint64_t others = ~word & EIGHT(0x80);
	x = htole64(x | upper >> 2);
	memcpy(out, &x, sizeof x);
	return others ? (size_t)__builtin_ctzll(others) / 8 : 8;
}

/* The word at the place reached. */
static bool take_word(struct tokens *t, struct token *token)
{
	const unsigned char *p = (const unsigned char *)t->source.p;
	size_t end = t->source.n, at = t->at, start = at, n = 0, more = 8;
	struct fold_step step;
	while (more == 8 && n < TOKEN_MAX && end - at >= 8) {
		more = fold_eight(p + at, t->text + n);
		n += more;
		at += more;
	}
	while (at < end) {
		unsigned char c = actions[p[at]];
		if (c > MULTI) {
			t->text[n] = (char)c;
			n += n < TOKEN_MAX;
			at++;
			continue;
		}
		if (c != MULTI)
			break;
		fold_next(t->source, at, &step);
		if (step.class != FOLD_LETTER && step.class != FOLD_DROP)
			break;
		if (n + step.n <= TOKEN_MAX) {
			memcpy(t->text + n, step.text, step.n);
			n += step.n;
		}
		at += step.length;
	}
	t->at = at;
	return give(t, token, TOKEN_WORD, n, start, at);
}

/* Passes over an apostrophe inside a word and over the single ASCII letter
 * that ends the word after it: 's, 't, 'd, 'm. */
static void pass_suffix(struct tokens *t)
{
	struct str s = t->source;
	size_t at = t->at;
	struct fold_step step;
	if (at >= s.n || !(s.p[at] == '\'' || (s.p[at] & 0x80)))
		return;
	fold_next(s, at, &step);
	if (step.class != FOLD_APOSTROPHE)
		return;
	at += step.length;
	if (at >= s.n || !ascii_is_alpha(s.p[at]))
		return;
	if (++at < s.n) {
		fold_next(s, at, &step);
		if (step.class == FOLD_LETTER || step.class == FOLD_DROP)
			return;
	}
	t->at = at;
}

bool tokens_next(struct tokens *t, struct token *token)
{
	const unsigned char *p = (const unsigned char *)t->source.p;
	size_t end = t->source.n;
	struct fold_step step;
	while (t->at < end) {
		unsigned char c = actions[p[t->at]];
		step.class = c > MULTI ? FOLD_LETTER : FOLD_OTHER;
		if (c == MULTI)
			fold_next(t->source, t->at, &step);
		if (step.class == FOLD_CJK) {
			if (take_letter(t, &step, token))
				return true;
			continue;
		}
		if (step.class == FOLD_DROP) {
			t->at += step.length;
			continue;
		}
		if (t->letter_n && end_run(t, token, t->at))
			return true;
		if (step.class == FOLD_LETTER) {
			take_word(t, token);
			pass_suffix(t);
			if (token->text.n)
				return true;
			continue;
		}
		t->at += c == MULTI ? step.length : 1;
	}
	return end_run(t, token, end);
}
