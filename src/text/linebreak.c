/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * UAX #14, revision 50 (Unicode 15.0), https://www.unicode.org/reports/tr14/.
 *
 * The rules look at what stands left of a position, sometimes far back ("OP
 * SP* ×"), and at the class right of it. So this is an automaton: its state
 * is what the rules need to know of the left side, a table has for each state
 * the classes that must not be parted from it, and one function finds the next
 * state. A state is mostly the class of the last code point; the others stand
 * at the end of enum class.
 *
 * Only rule LB25 ("$(12") looks farther ahead than one class. It is applied
 * once the digit is there, by taking back the break before the parenthesis.
 *
 * LB25 is meant with the regular expression of section 8.2, example 7, as the
 * official test has it: a number is NU (NU | SY | IS)* (CL | CP)?.
 */
#include "config.h"

#include "text/linebreak.h"

#include <string.h>

/* The names are those of the standard (as are the rules' below). */
/* clang-format off */
enum class {
	BK, CR, LF, NL, SP, ZW, WJ, GL, CB,
	CL, CP, EX, IS, SY, OP, QU, NS, IN,
	BA, HY, BB, B2, NU, PR, PO, AL, HL,
	ID, EB, EM, JL, JV, JT, H2, H3, RI, CM, ZWJ,
	CP_WIDE, OP_WIDE, /* East Asian brackets: not for LB30 */
	ID_UNASSIGNED,    /* pictographs to come: LB30b */

	/* States that are no classes. */
	START,
	OP_SP, QU_SP, CL_SP, B2_SP, /* these, then spaces: LB14-17 */
	HL_HY,                      /* HL, then HY or BA: LB21a */
	NU_SY, NU_IS, NU_CL, NU_CP, /* within and at the end of a number */
	PR_OP,                      /* PR or PO, then OP */
	RI_RI,                      /* a whole flag */
	STATES,
};
/* clang-format on */

#include "text/linebreak_table.h"

#define A(class) (UINT64_C(1) << (class))
#define ALL	 (~UINT64_C(0))
#define LETTERS	 (A(AL) | A(HL))
#define HARD	 (A(BK) | A(CR) | A(LF) | A(NL))
#define BRACKETS (A(CL) | A(CP) | A(CP_WIDE))
#define PICTURES (A(ID) | A(ID_UNASSIGNED) | A(EB) | A(EM))
#define HANGUL	 (A(JL) | A(JV) | A(JT) | A(H2) | A(H3))

/* LB6, 7, 11, 13: joined even to spaces. */
#define TIGHT (HARD | A(SP) | A(ZW) | A(WJ) | BRACKETS | A(EX) | A(IS) | A(SY))
/* LB19, 21, 22: to everything but spaces and CB; LB12a: and hyphens. */
#define CLOSE_HY (TIGHT | A(QU) | A(BA) | A(HY) | A(NS) | A(IN))
#define CLOSE	 (CLOSE_HY | A(GL))
/* States, too, after which a mark is no part of what it follows: LB9. */
#define DETACHED                                                               \
	(HARD | A(ZW) | A(SP) | A(START) | A(OP_SP) | A(QU_SP) | A(CL_SP) |    \
	 A(B2_SP))

/* The classes before which a line may not break, by what stands before. */
/* clang-format off */
static const uint64_t joined[STATES] = {
	[START] = ALL,                               /* LB2 */
	[CR] = A(LF),                                /* LB5; else LB4, 5 */
	[ZW] = HARD | A(SP) | A(ZW),                 /* LB8 */
	[WJ] = ALL,                                  /* LB11 */
	[GL] = ALL,                                  /* LB12 */
	[OP] = ALL,                                  /* LB14 */
	[OP_WIDE] = ALL,                             /* LB14 */
	[PR_OP] = ALL,                               /* LB14 */
	[OP_SP] = ALL,                               /* LB14 */
	[QU_SP] = TIGHT | A(OP) | A(OP_WIDE),        /* LB15 */
	[CL_SP] = TIGHT | A(NS),                     /* LB16 */
	[B2_SP] = TIGHT | A(B2),                     /* LB17 */
	[SP] = TIGHT,                                /* LB18 */
	[QU] = ALL,                                  /* LB19 */
	[CB] = TIGHT | A(GL) | A(QU),                /* LB20 */
	[BB] = ALL & ~A(CB),                         /* LB21 */
	[HL_HY] = ALL & ~A(CB),                      /* LB21a */
	[B2] = CLOSE | A(B2),                        /* LB17 */
	[CL] = CLOSE,                                /* LB16 */
	[CP] = CLOSE | LETTERS | A(NU),              /* LB16, 30 */
	[CP_WIDE] = CLOSE,                           /* LB16 */
	[EX] = CLOSE,
	[NS] = CLOSE,
	[IN] = CLOSE,
	[BA] = CLOSE_HY,                             /* LB12a */
	[HY] = CLOSE_HY | A(NU),                     /* LB12a, 25 */
	[SY] = CLOSE | A(HL),                        /* LB21b */
	[IS] = CLOSE | LETTERS,                      /* LB29 */
	[AL] = CLOSE | LETTERS | A(NU) | A(PR) | A(PO) | A(OP),
	[HL] = CLOSE | LETTERS | A(NU) | A(PR) | A(PO) | A(OP),
	[NU] = CLOSE | LETTERS | A(NU) | A(PR) | A(PO) | A(OP),
	[NU_SY] = CLOSE | A(HL) | A(NU) | A(PR) | A(PO),
	[NU_IS] = CLOSE | LETTERS | A(NU) | A(PR) | A(PO),
	[NU_CL] = CLOSE | A(PR) | A(PO),
	[NU_CP] = CLOSE | LETTERS | A(NU) | A(PR) | A(PO),
	[PR] = CLOSE | LETTERS | A(NU) | PICTURES | HANGUL,
	[PO] = CLOSE | LETTERS | A(NU),              /* LB24, 25 */
	[ID] = CLOSE | A(PO),                        /* LB23a */
	[ID_UNASSIGNED] = CLOSE | A(PO) | A(EM),     /* LB23a, 30b */
	[EB] = CLOSE | A(PO) | A(EM),                /* LB23a, 30b */
	[EM] = CLOSE | A(PO),                        /* LB23a */
	[JL] = CLOSE | A(PO) | A(JL) | A(JV) | A(H2) | A(H3),
	[JV] = CLOSE | A(PO) | A(JV) | A(JT),        /* LB26, 27 */
	[H2] = CLOSE | A(PO) | A(JV) | A(JT),        /* LB26, 27 */
	[JT] = CLOSE | A(PO) | A(JT),                /* LB26, 27 */
	[H3] = CLOSE | A(PO) | A(JT),                /* LB26, 27 */
	[RI] = CLOSE | A(RI),                        /* LB30a */
	[RI_RI] = CLOSE,                             /* LB30a */
};
/* clang-format on */

static bool is_in(enum class class, uint64_t set)
{
	return set >> class & 1;
}

static enum class after_space(enum class state) {
	switch (state){
		case ZW : return ZW;
		case OP : case OP_WIDE : case PR_OP : case OP_SP : return OP_SP;
		case QU : case QU_SP : return QU_SP;
		case CL : case CP : case CP_WIDE : case NU_CL : case
		NU_CP : case CL_SP : return CL_SP;
		case B2 : case B2_SP : return B2_SP;
		default : return SP;
	}
}

/* The state after `class` (neither CM nor ZWJ) in `state`. */
static enum class next_state(enum class state, enum class class) {
	bool in_number = state == NU || state == NU_SY || state == NU_IS;
	switch (class){
		case SP : return after_space(state);
		case SY : return in_number ? NU_SY : SY;
		case IS : return in_number ? NU_IS : IS;
		case CL : return in_number ? NU_CL : CL;
		case CP : return in_number ? NU_CP : CP;
		case CP_WIDE : return in_number ? NU_CL : CP_WIDE;
		case HY : case BA : return state == HL ? HL_HY : class;
		case OP : case OP_WIDE : return state == PR || state == PO
			? PR_OP
			: class;
		case RI : return state == RI ? RI_RI : RI;
		default : return class;
	}
}

static enum class class_of(uint32_t c) {
	return (enum class)linebreak_cells[linebreak_blocks[c / 128]][c % 128];
}

/* Decodes from valid UTF-8. */
static size_t next_class(const unsigned char *p, enum class *class)
{
	if (p[0] < 0x80) {
		*class = (enum class)linebreak_cells[linebreak_blocks[0]][p[0]];
		return 1;
	}
	size_t length = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
	uint32_t code = p[0] & (0x7fu >> length);
	for (size_t i = 1; i < length; i++)
		code = code << 6 | (p[i] & 0x3f);
	*class = class_of(code);
	return length;
}

/* The end of the ASCII letters from `at` on. */
static size_t skip_letters(struct str s, size_t at)
{
	while (at < s.n && ascii_is_alpha(s.p[at]))
		at++;
	return at;
}

void linebreak_find(struct str s, unsigned char *out)
{
	enum class state = START, class;
	bool after_zwj = false;
	size_t bracket = 0; /* where the OP of the last PR_OP stands */
	if (s.n)
		memset(out, BREAK_NO, s.n);
	for (size_t at = 0, length; at < s.n; at += length) {
		if (state == AL && !after_zwj)
			at = skip_letters(s, at);
		if (at == s.n)
			break;
		length = next_class((const unsigned char *)s.p + at, &class);
		bool was_after_zwj = after_zwj;
		after_zwj = class == ZWJ;
		if (class == CM || class == ZWJ) {
			if (!is_in(state, DETACHED))
				continue; /* LB9 */
			class = AL;	  /* LB10 */
		}
		if (is_in(state, HARD) && !(state == CR && class == LF))
			out[at] = BREAK_MUST; /* LB4, 5 */
		else if (!is_in(class, joined[state]) && !was_after_zwj)
			out[at] = BREAK_MAY; /* LB31; not after ZWJ: LB8a */
		if (state == PR_OP && class == NU)
			out[bracket] = BREAK_NO; /* LB25 */
		state = next_state(state, class);
		if (state == PR_OP)
			bracket = at;
	}
}
