/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A state machine over the bytes of the terminal:
 *
 *     GROUND --ESC--> ESCAPE --[--> CSI ----final byte--> GROUND
 *                       |   --O--> SS3 -----any byte----> GROUND
 *                       |   --]P^_X-> STRING --BEL, ST--> GROUND
 *                       +--any other: that key with Alt-> GROUND
 *     CSI 200~ --> PASTE --CSI 201~--> CLOSING --silence--> GROUND
 *
 * Keys are known by the sequences that all terminals of today share, not by
 * terminfo: it lists one form of each, while a terminal may send another
 * (application or normal mode, with modifiers, the Linux console's own).
 *
 * A paste ends at CSI 201~, but so could a text that was made to hold it, to
 * have what follows taken for keys. Hence CLOSING: as long as bytes keep
 * coming they are held back, and if another CSI 201~ comes, they were text.
 */
#include "config.h"

#include "term/keys.h"

#include <string.h>
#include <wchar.h>

#include "base/mem.h"

enum {
	ESC = 0x1b,
	PARAMETERS = 3,	   /* as many as any sequence we know has */
	CSI_MAX = 32,	   /* longer ones are none we know */
	PASTE_MAX = 65536, /* more is dropped */
	WHEEL_LINES = 3,
	ESC_PATIENCE = 25, /* ms: less than a person needs for a second key */
	TAIL_PATIENCE = 500,
	PASTE_PATIENCE = 2000,
};

enum state {
	GROUND,
	ESCAPE,
	CSI,
	LINUX_FUNCTION, /* behind ESC [ [ */
	SS3,
	STRING,
	STRING_ESCAPE,
	X10_MOUSE,
	PASTE,
	CLOSING,
};

struct keys {
	struct buf in; /* fed and not yet taken, from `at` on */
	size_t at;
	enum state state;
	char csi[CSI_MAX];
	size_t n_csi;
	unsigned char introducer; /* of the STRING */
	bool is_begun;		  /* something of the STRING has come */
	bool has_meta;
	mbstate_t partial; /* of a character of several bytes */
	unsigned char x10[3];
	size_t n_x10;
	struct buf paste, tail; /* tail: what came behind a CSI 201~ */
	struct buf text;	/* the paste handed out */
	struct event ready;	/* made by silence */
};

struct keys *keys_new(void)
{
	return mem_new(sizeof(struct keys));
}

void keys_free(struct keys *k)
{
	if (!k)
		return;
	buf_release(&k->in);
	buf_release(&k->paste);
	buf_release(&k->tail);
	buf_release(&k->text);
	mem_free(k);
}

void keys_feed(struct keys *k, struct str bytes)
{
	if (k->at > 0) {
		memmove(k->in.p, k->in.p + k->at, k->in.n - k->at);
		k->in.n -= k->at;
		k->at = 0;
	}
	buf_add(&k->in, bytes);
}

static bool give_key(struct keys *k, uint32_t key, struct event *out)
{
	if (k->has_meta)
		key |= KEY_META;
	k->has_meta = false;
	*out = (struct event){.type = EVENT_KEY, .key = key};
	return true;
}

/* A byte that stands for itself or is part of a character. */
static bool take_text(struct keys *k, unsigned char c, struct event *out)
{
	if (c == ESC) {
		k->partial = (mbstate_t){0};
		k->state = ESCAPE;
		return false;
	}
	if (c == 0x7f)
		return give_key(k, KEY_RUBOUT, out);
	if (c == '\n') /* ENTER typed before the terminal was raw */
		return give_key(k, '\r', out);
	if (c > 0 && c < 0x80)
		return give_key(k, c, out);

	wchar_t wide = 0;
	size_t n = mbrtowc(&wide, &(char){(char)c}, 1, &k->partial);
	if (n == (size_t)-2)
		return false;
	if (n == 1 && wide >= 0xa0)
		return give_key(k, (uint32_t)wide, out);
	k->partial = (mbstate_t){0};
	k->has_meta = false;
	return false;
}

static bool take_escape(struct keys *k, unsigned char c, struct event *out)
{
	k->state = GROUND;
	switch (c) {
	case ESC: /* the first one was a key, this may begin something */
		k->state = ESCAPE;
		return give_key(k, ESC, out);
	case '[':
		k->state = CSI;
		k->n_csi = 0;
		return false;
	case 'O':
		k->state = SS3;
		return false;
	case ']': /* OSC */
	case 'P': /* DCS */
	case '^': /* PM */
	case '_': /* APC */
	case 'X': /* SOS */
		k->state = STRING;
		k->introducer = c;
		k->is_begun = false;
		return false;
	default:
		k->has_meta = true;
		return take_text(k, c, out);
	}
}

struct csi {
	char prefix; /* one of "<=>?", or 0 */
	unsigned p[PARAMETERS];
	bool is_known; /* its form is one that keys have */
};

static struct csi csi_parse(const char *s, size_t n)
{
	struct csi csi = {.is_known = n < CSI_MAX};
	size_t i = 0, parameter = 0;
	if (n > 0 && s[0] >= '<' && s[0] <= '?')
		csi.prefix = s[i++];
	for (; i < n; i++) {
		if (s[i] == ';')
			parameter++;
		if (parameter >= PARAMETERS)
			csi.is_known = false;
		if (!csi.is_known || s[i] == ';')
			continue;
		if (!ascii_is_digit(s[i]) || csi.p[parameter] > 9999)
			csi.is_known = false;
		else
			csi.p[parameter] =
				csi.p[parameter] * 10 + (unsigned)(s[i] - '0');
	}
	return csi;
}

/* Buttons as in X10, with the bits 4 (Shift), 8 (Meta), 16 (Control), 32
 * (moved), 64 (wheel); places from 1. */
static bool give_mouse(unsigned button, unsigned col, unsigned row,
		       struct event *out)
{
	enum { MOVED = 32, WHEEL = 64, OTHERS = 128 };
	if (col < 1 || row < 1 || button & (MOVED | OTHERS))
		return false;
	*out = (struct event){.row = (int)row - 1, .col = (int)col - 1};
	if (button & WHEEL) {
		out->type = EVENT_WHEEL;
		out->lines = button & 1 ? WHEEL_LINES : -WHEEL_LINES;
		return !(button & 2); /* 2 and 3 turn sideways */
	}
	out->type = EVENT_CLICK;
	return (button & 3) == 0;
}

/* The key of a final letter, in CSI and SS3 alike. */
static uint32_t letter_key(unsigned char c)
{
	switch (c) {
	case 'A':
		return KEY_ARROW_UP;
	case 'B':
		return KEY_ARROW_DOWN;
	case 'C':
		return KEY_ARROW_RIGHT;
	case 'D':
		return KEY_ARROW_LEFT;
	case 'F':
		return KEY_TO_END;
	case 'H':
		return KEY_TO_HOME;
	case 'P':
	case 'Q':
	case 'S':
		return KEY_F_FIRST + (uint32_t)(c - 'P');
	case 'Z':
		return KEY_SHIFT_TAB;
	default:
		return 0;
	}
}

/* The key of CSI number ~. */
static uint32_t number_key(unsigned number)
{
	static const uint32_t keys[] = {
		[1] = KEY_TO_HOME,	 [2] = KEY_INS,
		[3] = KEY_DEL,		 [4] = KEY_TO_END,
		[5] = KEY_PAGE_UP,	 [6] = KEY_PAGE_DOWN,
		[7] = KEY_TO_HOME,	 [8] = KEY_TO_END,
		[11] = KEY_F_FIRST,	 [12] = KEY_F_FIRST + 1,
		[13] = KEY_F_FIRST + 2,	 [14] = KEY_F_FIRST + 3,
		[15] = KEY_F_FIRST + 4,	 [17] = KEY_F_FIRST + 5,
		[18] = KEY_F_FIRST + 6,	 [19] = KEY_F_FIRST + 7,
		[20] = KEY_F_FIRST + 8,	 [21] = KEY_F_FIRST + 9,
		[23] = KEY_F_FIRST + 10, [24] = KEY_F_FIRST + 11,
	};
	return number < sizeof keys / sizeof *keys ? keys[number] : 0;
}

static bool end_csi(struct keys *k, unsigned char final, struct event *out)
{
	enum { ALT = 2 };
	struct csi csi = csi_parse(k->csi, k->n_csi);
	bool has_meta = k->has_meta;
	k->state = GROUND;
	k->has_meta = false;
	if (!csi.is_known)
		return false;
	if (csi.prefix == '<' && final == 'M')
		return give_mouse(csi.p[0], csi.p[1], csi.p[2], out);
	if (csi.prefix)
		return false;
	if (final == 'M' && k->n_csi == 0) {
		k->state = X10_MOUSE;
		k->n_x10 = 0;
		return false;
	}
	if (final == '~' && csi.p[0] == 200) {
		k->state = PASTE;
		k->paste.n = 0;
		return false;
	}
	/* CSI R would be F3, but is the report of a place as well. CSI u is a
	 * key by its code point (some terminals send it unasked). */
	uint32_t key = final == '~'   ? number_key(csi.p[0])
		       : final == 'u' ? csi.p[0]
				      : letter_key(final);
	if (!key || (final == 'u' && key >= 0x80))
		return false;
	k->has_meta = has_meta || (csi.p[1] > 0 && (csi.p[1] - 1) & ALT);
	return give_key(k, key, out);
}

static bool take_csi(struct keys *k, unsigned char c, struct event *out)
{
	if (c == '[' && k->n_csi == 0) {
		k->state = LINUX_FUNCTION;
		return false;
	}
	if (c >= 0x40 && c < 0x7f)
		return end_csi(k, c, out);
	if (c < 0x20 || c >= 0x7f) { /* broken off */
		k->state = GROUND;
		return c < 0x20 && take_text(k, c, out);
	}
	if (k->n_csi < CSI_MAX)
		k->csi[k->n_csi++] = (char)c;
	return false;
}

static bool take_ss3(struct keys *k, unsigned char c, struct event *out)
{
	k->state = GROUND;
	if (c < 0x20)
		return take_text(k, c, out);
	uint32_t key = letter_key(c);
	if (c == 'R')
		key = KEY_F_FIRST + 2;
	else if (c == 'M') /* ENTER of the keypad */
		key = '\r';
	return key && give_key(k, key, out);
}

static void take_string(struct keys *k, unsigned char c)
{
	enum { BEL = 0x07, CAN = 0x18, SUB = 0x1a };
	k->is_begun = true;
	if (c == BEL || c == CAN || c == SUB)
		k->state = GROUND;
	else if (c == ESC)
		k->state = STRING_ESCAPE;
}

static bool take_x10(struct keys *k, unsigned char c, struct event *out)
{
	k->x10[k->n_x10++] = c;
	if (k->n_x10 < sizeof k->x10)
		return false;
	k->state = GROUND;
	if (k->x10[0] < 32 || k->x10[1] < 32 || k->x10[2] < 32)
		return false;
	return give_mouse(k->x10[0] - 32u, k->x10[1] - 32u, k->x10[2] - 32u,
			  out);
}

static void add_pasted(struct buf *b, char c)
{
	if (b->n < PASTE_MAX)
		buf_add_char(b, c);
}

/* The pasted bytes as clean text: valid UTF-8, LF the only control. */
static bool give_paste(struct keys *k, struct event *out)
{
	mbstate_t state = {0};
	k->text.n = 0;
	for (size_t at = 0; at < k->paste.n;) {
		wchar_t c = 0;
		size_t n =
			mbrtowc(&c, k->paste.p + at, k->paste.n - at, &state);
		if (n == 0 || n > k->paste.n - at) {
			state = (mbstate_t){0};
			n = 1;
		} else if (c == '\r' || c == '\n')
			buf_add_char(&k->text, '\n');
		else if (c == '\t')
			buf_add_char(&k->text, ' ');
		else if (c >= 0x20 && (c < 0x7f || c >= 0xa0))
			buf_add_code(&k->text, (uint32_t)c);
		if (c == '\r' && at + 1 < k->paste.n &&
		    k->paste.p[at + 1] == '\n')
			n = 2;
		at += n;
	}
	k->paste.n = 0;
	*out = (struct event){.type = EVENT_PASTE, .text = buf_str(&k->text)};
	return true;
}

/* Ends a paste: what was held back is bytes like any others. */
static bool end_paste(struct keys *k, struct event *out)
{
	buf_add(&k->tail, str_from_at(buf_str(&k->in), k->at));
	struct buf swap = k->in;
	k->in = k->tail;
	k->at = 0;
	k->tail = swap;
	k->tail.n = 0;
	k->state = GROUND;
	return give_paste(k, out);
}

static const struct str paste_begin = {"\033[200~", 6};
static const struct str paste_end = {"\033[201~", 6};

static bool take_paste(struct keys *k, unsigned char c)
{
	/* Full: only its end still matters, so keep what may be part of it. */
	if (k->paste.n == PASTE_MAX) {
		size_t keep = paste_end.n - 1;
		memmove(k->paste.p + PASTE_MAX - 1 - keep,
			k->paste.p + PASTE_MAX - keep, keep);
		k->paste.n--;
	}
	add_pasted(&k->paste, (char)c);
	if (c == '~' && str_ends(buf_str(&k->paste), paste_end)) {
		k->paste.n -= paste_end.n;
		k->tail.n = 0;
		k->state = CLOSING;
	}
	return false;
}

static bool take_closing(struct keys *k, unsigned char c, struct event *out)
{
	buf_add_char(&k->tail, (char)c);
	if (c == '~' && str_ends(buf_str(&k->tail), paste_end)) {
		/* The end before was part of the text: so is its tail. */
		k->tail.n -= paste_end.n;
		for (size_t i = 0; i < k->tail.n; i++)
			add_pasted(&k->paste, k->tail.p[i]);
		k->tail.n = 0;
		return false;
	}
	if (k->tail.n >= PASTE_MAX ||
	    (c == '~' && str_ends(buf_str(&k->tail), paste_begin)))
		return end_paste(k, out);
	return false;
}

static bool take(struct keys *k, unsigned char c, struct event *out)
{
	switch (k->state) {
	case GROUND:
		return take_text(k, c, out);
	case ESCAPE:
		return take_escape(k, c, out);
	case CSI:
		return take_csi(k, c, out);
	case LINUX_FUNCTION:
		k->state = GROUND;
		return c >= 'A' && c <= 'E' &&
		       give_key(k, KEY_F_FIRST + (uint32_t)(c - 'A'), out);
	case SS3:
		return take_ss3(k, c, out);
	case STRING:
		take_string(k, c);
		return false;
	case STRING_ESCAPE:
		k->state = GROUND;
		return c != '\\' && take_escape(k, c, out);
	case X10_MOUSE:
		return take_x10(k, c, out);
	case PASTE:
		return take_paste(k, c);
	case CLOSING:
		return take_closing(k, c, out);
	}
	return false;
}

bool keys_next(struct keys *k, struct event *out)
{
	if (k->ready.type != EVENT_NONE) {
		*out = k->ready;
		k->ready.type = EVENT_NONE;
		return true;
	}
	while (k->at < k->in.n)
		if (take(k, (unsigned char)k->in.p[k->at++], out))
			return true;
	return false;
}

int keys_patience(const struct keys *k)
{
	switch (k->state) {
	case GROUND:
		return -1;
	case ESCAPE:
	case CLOSING:
		return ESC_PATIENCE;
	case CSI:
		return k->n_csi == 0 ? ESC_PATIENCE : TAIL_PATIENCE;
	case SS3:
		return ESC_PATIENCE;
	case STRING:
		return k->is_begun ? TAIL_PATIENCE : ESC_PATIENCE;
	case PASTE:
		return PASTE_PATIENCE;
	case LINUX_FUNCTION:
	case STRING_ESCAPE:
	case X10_MOUSE:
		break;
	}
	return TAIL_PATIENCE;
}

void keys_silence(struct keys *k)
{
	enum state state = k->state;
	uint32_t key = 0;
	if (state == CLOSING || state == PASTE) {
		end_paste(k, &k->ready);
		return;
	}
	k->state = GROUND;
	if (state == ESCAPE)
		key = ESC;
	else if (state == CSI && k->n_csi == 0)
		key = '[' | KEY_META;
	else if (state == SS3)
		key = 'O' | KEY_META;
	else if (state == STRING && !k->is_begun)
		key = k->introducer | KEY_META;
	if (key)
		give_key(k, key, &k->ready);
	k->has_meta = false;
}
