/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folding by tables: code point -> page of 128 -> record -> class and bytes.
 * A record without bytes folds to itself (unless its class is FOLD_DROP).
 */
#include "config.h"

#include "text/fold.h"

#include <string.h>
#include <unicase.h>

#include "base/mem.h"
#include "text/utf8.h"

struct fold_record {
	uint16_t off; /* into fold_text_pool */
	uint8_t n;    /* bytes there */
	uint8_t class;
};

#include "text/fold_table.h"

/* The ideographs of planes 2 and 3 and the selectors of plane 14 are not
 * worth pages. */
static struct fold_record record_of(uint32_t code)
{
	if (code < FOLD_LIMIT)
		return fold_records[fold_numbers[fold_pages[code / 128]]
						[code % 128]];
	struct fold_record r = {.class = FOLD_OTHER};
	if (code < 0x40000)
		r.class = FOLD_CJK;
	else if (code >= 0xe0000 && code < 0xe1000)
		r.class = FOLD_DROP;
	return r;
}

enum fold_class fold_class(uint32_t code)
{
	return (enum fold_class)record_of(code).class;
}

/* The full-width Kana with a voiced (or semi-voiced) mark, from half-width
 * ones whose mark is a code point of its own; 0 if there is none. */
static uint32_t voiced(uint32_t kana, uint32_t mark)
{
	bool is_ha = kana >= 0x30cf && kana <= 0x30db && kana % 3 == 0x30cf % 3;
	if (mark == 0xff9f)
		return is_ha ? kana + 2 : 0;
	if (mark != 0xff9e)
		return 0;
	bool is_ka = kana >= 0x30ab && kana <= 0x30c1 && kana % 2 == 1;
	bool is_tu = kana >= 0x30c4 && kana <= 0x30c8 && kana % 2 == 0;
	if (kana == 0x30a6)
		return 0x30f4;
	return is_ha || is_ka || is_tu ? kana + 1 : 0;
}

static size_t put_code(char *out, uint32_t code)
{
	if (code < 0x80) {
		out[0] = (char)code;
		return 1;
	}
	size_t n = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	static const unsigned lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
	for (size_t i = n - 1; i > 0; i--, code >>= 6)
		out[i] = (char)(0x80 | (code & 0x3f));
	out[0] = (char)(lead[n] | code);
	return n;
}

static void join_voiced(struct str s, size_t at, struct fold_step *step)
{
	if (step->code < 0xff66 || step->code > 0xff9d ||
	    at + step->length >= s.n)
		return;
	uint32_t kana, mark;
	utf8_next((struct str){step->text, step->n}, 0, &kana);
	size_t n = utf8_next(s, at + step->length, &mark);
	kana = voiced(kana, mark);
	if (!kana)
		return;
	step->length += n;
	step->n = put_code(step->text, kana);
}

void fold_next(struct str s, size_t at, struct fold_step *step)
{
	step->length = utf8_next(s, at, &step->code);
	struct fold_record r = record_of(step->code);
	step->class = (enum fold_class)r.class;
	step->n = 0;
	if (r.class == FOLD_DROP)
		return;
	if (r.n) {
		memcpy(step->text, fold_text_pool + r.off, r.n);
		step->n = r.n;
	} else {
		step->n = put_code(step->text, step->code);
	}
	join_voiced(s, at, step);
}

void fold_text(struct buf *out, struct str s)
{
	struct fold_step step;
	size_t begin = out->n;
	bool is_parted = false;
	for (size_t at = 0; at < s.n; at += step.length) {
		fold_next(s, at, &step);
		if (step.class == FOLD_SPACE) {
			is_parted = true;
		} else if (step.n) {
			if (is_parted && out->n > begin)
				buf_add_char(out, ' ');
			is_parted = false;
			buf_add(out, (struct str){step.text, step.n});
		}
	}
}

struct str fold_copy(struct arena *arena, struct str s)
{
	struct buf b = {0};
	fold_text(&b, s);
	struct str copy = arena_str(arena, buf_str(&b));
	buf_release(&b);
	return copy;
}

void fold_title(struct buf *out, struct str s)
{
	struct fold_step step;
	size_t begin = out->n;
	bool is_parted = false;
	for (size_t at = 0; at < s.n; at += step.length) {
		fold_next(s, at, &step);
		/* An apostrophe parts no words: "don't" is "dont". */
		if (step.class == FOLD_DROP || step.class == FOLD_APOSTROPHE)
			continue;
		if (step.class != FOLD_LETTER && step.class != FOLD_CJK) {
			is_parted = true;
			continue;
		}
		if (is_parted && out->n > begin)
			buf_add_char(out, ' ');
		is_parted = false;
		buf_add(out, (struct str){step.text, step.n});
	}
}
