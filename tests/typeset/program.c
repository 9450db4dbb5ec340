/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/program.h"

#include <string.h>

struct program {
	struct build *b;
	const uint8_t *at, *end;
	unsigned notes; /* called so far */
};

static unsigned take(struct program *p)
{
	return p->at < p->end ? *p->at++ : 0;
}

static struct str phrase(unsigned which)
{
	static const char *const phrases[] = {
		"word ",
		"a ",
		"I ",
		"the quick brown fox jumps over the lazy dog ",
		"information, ",
		"Donaudampfschifffahrtsgesellschaftskapitän ",
		"https://example.com/a/path/to-a_place.html?query=1&more=2#x ",
		"吾輩は猫である。名前は「まだ」無い。",
		"全角\xe3\x80\x80空白",
		"한국어 문장 ",
		"👩‍👩‍👧‍👦",
		"🇩🇪🇫🇷 ",
		"👍🏽 ",
		"e\xcc\x81\xcc\x82\xcc\x83",
		"\xcc\x81",
		"\xe2\x80\x8b", /* zero-width space */
		"\xc2\xa0",	/* no-break space */
		"in\xc2\xad"
		"for\xc2\xadma\xc2\xadtion ", /* soft hyphens */
		"\xc2\xad",
		"الخط النسخي من القلم ",
		"עברית ",
		"ไทยไม่มีช่องว่าง",
		"—“quoted,” he said; ",
		"well-known ",
		"\xef\xbb\xbf", /* byte order mark */
		"\xe2\x80\xa8", /* line separator */
		"\xd8\x80"
		"1", /* a sign that joins what follows */
		"1,234,567.89 ",
		"\t",
		"\n",
		"  ",
		"x",
	};
	return str_of(phrases[which % (sizeof phrases / sizeof *phrases)]);
}

static void add_text(struct program *p)
{
	unsigned kind = take(p);
	if (kind >= 250) {
		/* A long word or a long run of one thing. */
		struct str part = phrase(take(p));
		for (unsigned i = take(p); i > 0; i--)
			build_text(p->b, part);
	} else if (kind >= 200) {
		size_t n = kind - 200;
		if (n > (size_t)(p->end - p->at))
			n = (size_t)(p->end - p->at);
		build_text(p->b, str_from((const char *)p->at, n));
		p->at += n;
	} else {
		build_text(p->b, phrase(kind));
	}
}

static void add_note(struct program *p)
{
	char label[16];
	unsigned which = take(p);
	if (which < 20) {
		memcpy(label, "a-long-label", 13);
		label[0] = (char)('a' + which);
	} else {
		label[0] = (char)('0' + which / 100);
		label[1] = (char)('0' + which / 10 % 10);
		label[2] = (char)('0' + which % 10);
		label[3] = '\0';
	}
	build_note_call(p->b, str_of(label));
	if (which % 8 == 0) {
		build_note_open(p->b, str_of(label));
		for (unsigned i = take(p) % 8; i > 0; i--)
			add_text(p);
		if (which % 16 == 0)
			build_open(p->b, BLOCK_PARAGRAPH);
		add_text(p);
		build_note_close(p->b);
	}
}

static void add_span(struct program *p)
{
	unsigned which = take(p);
	unsigned type = which % SPAN_LINK;
	if (which < 60)
		build_start(p->b, (enum span_type)type);
	else if (which < 120)
		build_stop(p->b, (enum span_type)type);
	else if (which < 190)
		build_link_start(p->b, STR("https://example.com"));
	else
		build_link_stop(p->b);
}

static void add_block(struct program *p)
{
	static const enum block_type types[] = {
		BLOCK_PARAGRAPH, BLOCK_PARAGRAPH,  BLOCK_PARAGRAPH,
		BLOCK_CODE,	 BLOCK_TABLE,	   BLOCK_TABLE,
		BLOCK_RULE,	 BLOCK_FIGURE,	   BLOCK_CAPTION,
		BLOCK_TERM,	 BLOCK_DEFINITION, BLOCK_DECK,
	};
	unsigned which = take(p);
	if (which >= 200)
		build_heading(p->b, 1 + which % 6);
	else
		build_open(p->b, types[which % (sizeof types / sizeof *types)]);
	build_info(p->b, STR("lrc-"));
	if (which < 200 &&
	    types[which % (sizeof types / sizeof *types)] == BLOCK_RULE)
		build_close(p->b);
}

static void add_container(struct program *p)
{
	unsigned which = take(p);
	enum container c = (enum container)(which % 4);
	if (which < 128)
		build_enter(p->b, c);
	else
		build_leave(p->b, c);
	if (which % 32 == 2)
		build_number(p->b, take(p) * take(p) * take(p));
	if (which % 32 == 3)
		build_flags(p->b, take(p) & (BLOCK_TASK | BLOCK_DONE));
}

struct article *program_run(const uint8_t *bytes, size_t n)
{
	struct program p = {build_new(STR("text")), bytes, bytes + n, 0};
	unsigned head = take(&p);
	build_meta(p.b, META_TITLE, phrase(take(&p)));
	build_meta(p.b, META_LANGUAGE, head & 1 ? STR("en") : STR(""));
	if (head & 2)
		build_meta(p.b, META_SERIES, phrase(take(&p)));
	if (head & 4)
		build_meta(p.b, META_DATE, STR("2018-06-13"));
	if (head & 8)
		build_author(p.b, phrase(take(&p)), STR(""));
	while (p.at < p.end) {
		unsigned op = take(&p);
		if (op < 10)
			add_container(&p);
		else if (op < 40)
			add_block(&p);
		else if (op < 60)
			add_span(&p);
		else if (op < 70)
			add_note(&p);
		else if (op < 75)
			build_break(p.b);
		else
			add_text(&p);
	}
	return build_finish(p.b);
}
