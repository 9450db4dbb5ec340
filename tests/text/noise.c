/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/noise.h"

uint32_t noise_next(uint32_t *state)
{
	uint32_t x = *state;
	x ^= x << 13;
	x ^= x >> 17;
	x ^= x << 5;
	return *state = x;
}

void noise_bytes(struct buf *out, uint32_t *state)
{
	for (uint32_t n = noise_next(state) % 64; n > 0; n--) {
		uint32_t x = noise_next(state);
		buf_add_char(out, (char)(x & (x & 0x100 ? 0xff : 0x7f)));
	}
}

void noise_text(struct buf *out, uint32_t *state)
{
	static const struct str pieces[] = {
		{"a", 1},
		{"Zürich", 7},
		{" ", 1},
		{"\n", 1},
		{"\r\n", 2},
		{"\t", 1},
		{"-", 1},
		{"12.5", 4},
		{"e\xcc\x81", 3},		 /* a combining accent */
		{"\xcc\x88", 2},		 /* a mark alone */
		{"\xe2\x80\x8d", 3},		 /* zero width joiner */
		{"\xef\xb8\x8f", 3},		 /* variation selector 16 */
		{"\xf0\x9f\x87\xa9", 4},	 /* half a flag */
		{"\xf0\x9f\x91\xa9", 4},	 /* a woman */
		{"\xf0\x9f\x8f\xbd", 4},	 /* a skin tone */
		{"\xe6\xbc\xa2", 3},		 /* Han */
		{"\xe3\x81\x8b\xe3\x82\x99", 6}, /* ka, voiced */
		{"\xe1\x84\x80", 3},		 /* leading jamo */
		{"\xe1\x85\xa1", 3},		 /* vowel jamo */
		{"\xe1\x86\xa8", 3},		 /* trailing jamo */
		{"\xe0\xb8\x81\xe0\xb8\xb3", 6}, /* Thai with sara am */
		{"\xd8\xb3\xd9\x84\xd8\xa7", 6}, /* Arabic */
		{"\xd8\x80", 2},		 /* Arabic number sign */
		{"\xe0\xa4\x95\xe0\xa4\xbf", 6}, /* Devanagari */
	};
	for (uint32_t n = noise_next(state) % 32; n > 0; n--) {
		uint32_t x = noise_next(state);
		uint32_t code = (x >> 8) % 0x10f800;
		if (x % 8)
			buf_add(out, pieces[(x >> 8) %
					    (sizeof pieces / sizeof *pieces)]);
		else
			buf_add_code(out, code < 0xd800 ? code : code + 0x800);
	}
}
