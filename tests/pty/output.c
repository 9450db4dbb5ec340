/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list is one of what is allowed; nothing is allowed because it was not
 * thought of.
 */
#include "config.h"

#include "pty/output.h"

#include <string.h>

enum state { TEXT, ESCAPE, CHARSET, CSI, OSC, OSC_ESCAPE };

enum { BAD_MAX = 4000 };

static void complain(struct output *o, const char *what)
{
	if (o->bad.n > BAD_MAX)
		return;
	buf_addf(&o->bad, "%s:", what);
	for (size_t i = 0; i < o->n; i++) {
		unsigned char c = (unsigned char)o->sequence[i];
		buf_addf(&o->bad, c > 0x20 && c < 0x7f ? " %c" : " %02x", c);
	}
	buf_add_char(&o->bad, '\n');
}

/* "?1049" with h or l. */
static void take_mode(struct output *o, struct str mode, bool on)
{
	static const struct {
		const char *name;
		size_t offset; /* of a bool in struct output; 0: of no
				  interest */
	} modes[] = {
		{"?1049", offsetof(struct output, is_alternate)},
		{"?47", offsetof(struct output, is_alternate)},
		{"?1000", offsetof(struct output, has_mouse)},
		{"?1006", offsetof(struct output, has_sgr_mouse)},
		{"?2004", offsetof(struct output, has_paste)},
		{"?25", 0},
		{"?1", 0},  /* cursor keys */
		{"?7", 0},  /* wrapping */
		{"?12", 0}, /* blinking cursor: cnorm of xterm */
		{"4", 0},   /* insert mode */
		{"34", 0},  /* cursor form: cnorm of screen */
	};
	if (str_eq(mode, STR("?25")))
		o->hides_cursor = !on;
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		if (!str_eq(mode, str_of(modes[i].name)))
			continue;
		if (modes[i].offset)
			*(bool *)((char *)o + modes[i].offset) = on;
		return;
	}
	complain(o, "mode");
}

static bool is_figures(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!ascii_is_digit(s.p[i]) && s.p[i] != ';')
			return false;
	return true;
}

/* "1;38;5;31" of CSI m: 39 and 49 are the terminal's own colours. */
static void take_looks(struct output *o, struct str looks)
{
	struct str one;
	while (str_next_part(&looks, ';', &one))
		if (one.n == 2 && (one.p[0] == '3' || one.p[0] == '4') &&
		    one.p[1] != '9')
			o->has_color = true;
}

static void end_csi(struct output *o)
{
	struct str s = str_from(o->sequence, o->n);
	char final = s.p[s.n - 1];
	struct str parameters = str_sub(s, 2, s.n - 1), mode;
	if (final == 'h' || final == 'l') {
		while (str_next_part(&parameters, ';', &mode))
			take_mode(o, mode, final == 'h');
		return;
	}
	if (final == 'm')
		take_looks(o, parameters);
	/* The Linux console's cursor forms; xterm's stack of titles. */
	if (final == 'c' && str_starts(parameters, STR("?")) &&
	    is_figures(str_from_at(parameters, 1)))
		return;
	if (final == 't' && (str_eq(parameters, STR("22;0;0")) ||
			     str_eq(parameters, STR("23;0;0"))))
		return;
	/* Moving, erasing, inserting, deleting, repeating, the scrolling
	 * region, and how characters look. */
	if (!memchr("ABCDGHJKLMPX@IZbdfmr", final, 20) ||
	    !is_figures(parameters))
		complain(o, "CSI");
}

static void end_osc(struct output *o)
{
	struct str s = str_from_at(str_from(o->sequence, o->n), 2);
	if (!o->allows_copy || !str_starts(s, STR("52;c;")))
		complain(o, "OSC");
}

static void take_text(struct output *o, unsigned char c)
{
	if (o->rest > 0) {
		o->rest--;
		if ((c & 0xc0) != 0x80 || (o->lead == 0xc2 && c < 0xa0))
			complain(o, "ill-formed or C1 character");
		return;
	}
	o->sequence[0] = (char)c;
	o->n = 1;
	if (c == 0x1b)
		o->state = ESCAPE;
	else if (c >= 0x80) {
		o->rest = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
		o->lead = c;
		if (c < 0xc2 || c > 0xf4)
			complain(o, "ill-formed character");
	} else if (c < 0x20 && !strchr("\b\t\n\r\016\017", c))
		complain(o, "control character");
	else if (c == 0x7f)
		complain(o, "control character");
}

static void take(struct output *o, unsigned char c)
{
	if (o->state == TEXT) {
		take_text(o, c);
		return;
	}
	if (o->n < OUTPUT_SEQUENCE)
		o->sequence[o->n++] = (char)c;
	switch (o->state) {
	case ESCAPE:
		o->state = c == '['		  ? CSI
			   : c == ']'		  ? OSC
			   : c == '(' || c == ')' ? CHARSET
						  : TEXT;
		/* Save and restore the cursor, scroll back, keypad modes. */
		if (o->state == TEXT && !strchr("78M=>", c))
			complain(o, "escape");
		if (o->state == OSC)
			o->copied.n = 0;
		break;
	case CHARSET:
		o->state = TEXT;
		if (!strchr("B0", c))
			complain(o, "character set");
		break;
	case CSI:
		if (c < 0x20 || c >= 0x40) {
			o->state = TEXT;
			end_csi(o);
		}
		break;
	case OSC:
		if (c == 0x1b)
			o->state = OSC_ESCAPE;
		else if (c < 0x20 || c >= 0x7f)
			complain(o, "OSC");
		else
			buf_add_char(&o->copied, (char)c);
		break;
	case OSC_ESCAPE:
		o->state = TEXT;
		if (c != '\\')
			complain(o, "OSC");
		end_osc(o);
		break;
	}
}

void output_take(struct output *o, struct str bytes)
{
	for (size_t i = 0; i < bytes.n; i++)
		take(o, (unsigned char)bytes.p[i]);
}

void output_release(struct output *o)
{
	buf_release(&o->bad);
	buf_release(&o->copied);
}
