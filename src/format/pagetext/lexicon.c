/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the words of a line say it is. The phrases are lexicon.def's; chains of
 * those that begin alike let a line be looked up in one pass, which tries them
 * at the beginning of each word. (In scripts without spaces each character is
 * one.)
 */
#include "config.h"

#include <unicase.h>
#include <unictype.h>

#include "format/pagetext/page.h"
#include "text/utf8.h"

enum how { WHOLE, START, WITHIN, COLON };

enum {
	HEADING_WORDS = 9, /* a heading of furniture has no more words */
	COUNT_WORDS = 20,  /* "34 responses to (the title)" */
	ANSWER_WORDS = 14,
	BUTTON_WORDS = 20,
	LEGAL_WORDS = 45,
	COLON_BYTES = 60, /* before which a colon parts a word from its line */
};

static const struct phrase {
	struct str text;
	uint16_t kinds;
	uint8_t how;
} phrases[] = {
#define END			 KIND_END
#define RELATED			 KIND_RELATED
#define COMMENTS		 KIND_COMMENTS
#define ANSWER			 KIND_ANSWER
#define SHARE			 KIND_SHARE
#define AD			 KIND_AD
#define LEGAL			 KIND_LEGAL
#define CREDIT			 KIND_CREDIT
#define NOTES			 KIND_NOTES
#define ABOUT			 KIND_ABOUT
#define DATED			 KIND_DATED
#define INLINE			 KIND_INLINE
#define LIFE			 KIND_LIFE
#define SERVICE			 KIND_SERVICE
#define PHRASE(how, kinds, text) {{text, sizeof(text) - 1}, (kinds), (how)},
#include "format/pagetext/lexicon.def"
};

#define N_PHRASES (sizeof phrases / sizeof *phrases)

/* A power of two, some times the number of phrases. */
enum { CHAINS = 2048 };

struct lexicon {
	uint16_t first[CHAINS];	  /* phrases, 1 is the first; 0 for none */
	uint16_t next[N_PHRASES]; /* another of the same chain, or 0 */
};

static bool is_unspaced(uint32_t c)
{
	return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) ||
	       (c >= 0xac00 && c <= 0xd7a3);
}

static bool is_word_part(uint32_t c)
{
	if (c < 0x80)
		return ascii_is_alpha((char)c) || ascii_is_digit((char)c);
	return c == 0xa9 || /* "©" opens what says more of the same */
	       uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L |
							   UC_CATEGORY_MASK_M |
							   UC_CATEGORY_MASK_Nd);
}

struct str lexicon_key(struct arena *arena, struct str text)
{
	struct buf key = {0};
	bool gap = false;
	uint32_t c;
	buf_reserve(&key, text.n + 8);
	for (size_t i = 0; i < text.n;) {
		size_t end = skip_letters(text, i);
		if (end > i) {
			if (gap)
				buf_add_char(&key, ' ');
			gap = false;
			char *to = buf_reserve(&key, end - i);
			for (; i < end; i++, key.n++)
				*to++ = (char)(text.p[i] | 0x20);
			continue;
		}
		i += utf8_next(text, i, &c);
		if (c == '\'' || c == 0x2019)
			continue;
		if (!is_word_part(c)) {
			gap = key.n > 0;
			continue;
		}
		if (gap)
			buf_add_char(&key, ' ');
		gap = c == 0xa9;
		if (c < 0x80)
			buf_add_char(&key, ascii_lower((char)c));
		else
			buf_add_code(&key, uc_tolower(c));
	}
	struct str s = arena_str(arena, buf_str(&key));
	buf_release(&key);
	return s;
}

/* The chain of what stands at `at`, by its first bytes up to the end of the
 * word. (Three are a whole character of a script without spaces.) */
static size_t chain_of(struct str s, size_t at)
{
	uint32_t bytes = 0;
	for (size_t i = at; i < at + 3 && i < s.n && s.p[i] != ' '; i++)
		bytes = bytes << 8 | (unsigned char)s.p[i];
	return bytes * UINT32_C(0x9e3779b1) / (UINT32_MAX / CHAINS + 1);
}

/* The end of the word, or character without spaces, at `at`. */
static size_t unit_end(struct str s, size_t at)
{
	uint32_t c;
	size_t i = at;
	while (i < s.n && s.p[i] != ' ') {
		size_t n = utf8_next(s, i, &c);
		if (c >= 0x80 && is_unspaced(c))
			return i == at ? i + n : i;
		i += n;
	}
	return i;
}

struct lexicon *lexicon_new(struct arena *arena)
{
	struct lexicon *x = arena_new(arena, sizeof *x);
	for (size_t i = 0; i < N_PHRASES; i++) {
		uint16_t *first = &x->first[chain_of(phrases[i].text, 0)];
		x->next[i] = *first;
		*first = (uint16_t)(i + 1);
	}
	return x;
}

/* Whether `phrase` stands in key at `at`, ending at a word's end. */
static bool stands_at(struct str key, size_t at, struct str phrase)
{
	if (!str_starts(str_from_at(key, at), phrase))
		return false;
	size_t end = at + phrase.n;
	uint32_t c;
	utf8_next(phrase, utf8_prev(phrase, phrase.n), &c);
	return end == key.n || key.p[end] == ' ' || is_unspaced(c);
}

/* The kinds of the phrases in key; COLON ones only where `before_colon`. */
static unsigned look_up(const struct lexicon *x, struct str key,
			bool before_colon)
{
	unsigned kinds = 0;
	for (size_t at = 0; at < key.n;) {
		for (size_t i = x->first[chain_of(key, at)]; i > 0;
		     i = x->next[i - 1]) {
			const struct phrase *p = &phrases[i - 1];
			bool whole = at == 0 && key.n == p->text.n;
			if ((p->how == WHOLE && !whole) ||
			    (p->how == START && at > 0) ||
			    (p->how == COLON && !(whole && before_colon)) ||
			    !stands_at(key, at, p->text))
				continue;
			kinds |= p->kinds;
		}
		at = unit_end(key, at);
		if (at < key.n && key.p[at] == ' ')
			at++;
	}
	return kinds;
}

/* The bytes of a colon, ASCII's or full-width, at `at`. */
static size_t colon_at(struct str text, size_t at)
{
	if (at >= text.n)
		return 0;
	if (text.p[at] == ':')
		return 1;
	return str_starts(str_from_at(text, at), STR("\uff1a")) ? 3 : 0;
}

/* The text before its first colon, "" if it has none near. */
static struct str before_colon(struct str text)
{
	struct str near = str_sub(text, 0, COLON_BYTES);
	size_t end = str_find_char(near, ':', 0);
	size_t wide = str_find(str_sub(text, 0, end + 2), STR("\uff1a"), 0);
	if (wide < end)
		end = wide;
	return end < near.n ? str_sub(text, 0, end) : STR("");
}

/* What a credit would be: brackets at the end, or the last clause. */
static struct str last_part(struct str text, bool *bracketed)
{
	char last = text.n > 0 ? text.p[text.n - 1] : 0;
	char open = last == ')' ? '(' : last == ']' ? '[' : 0;
	*bracketed = open != 0;
	for (size_t i = text.n; i > 0; i--) {
		char c = text.p[i - 1];
		if (open != 0 ? c == open
			      : (c == '.' || c == '!' || c == '?') &&
					i < text.n && text.p[i] == ' ')
			return str_from_at(text, i);
	}
	*bracketed = false;
	return text;
}

static bool has_credit(struct page *page, const struct line *line)
{
	bool bracketed;
	struct str part = last_part(line->text, &bracketed);
	struct str head = before_colon(part);
	struct arena *arena = &page->arena;
	unsigned kinds = 0;
	if (line->ends_sentence && !bracketed && part.n == line->text.n)
		return false;
	if (head.n > 0)
		kinds |= look_up(page->lexicon, lexicon_key(arena, head), true);
	if (!line->ends_sentence || bracketed)
		kinds |=
			look_up(page->lexicon, lexicon_key(arena, part), false);
	return kinds & KIND_CREDIT || str_has(part, STR("\u00a9"));
}

/* The key without a number in front ("34 responses to"). */
static struct str without_count(struct str key)
{
	size_t i = 0;
	while (i < key.n && (ascii_is_digit(key.p[i]) || key.p[i] == ' '))
		i++;
	return str_from_at(key, i);
}

unsigned lexicon_kinds(struct page *page, const struct line *line)
{
	struct str key = line->key;
	struct str bare = without_count(key);
	uint32_t words = line->words;
	if (key.n == 0)
		return 0;
	unsigned kinds = look_up(page->lexicon, key, false) & ~KIND_CREDIT;
	if (bare.n < key.n)
		kinds |= look_up(page->lexicon, bare, false) & KIND_COMMENTS;
	struct str head = before_colon(line->text);
	if (head.n > 0 && words <= BUTTON_WORDS)
		kinds |= look_up(page->lexicon, lexicon_key(&page->arena, head),
				 true) &
			 KIND_INLINE;
	if (words > HEADING_WORDS || line->ends_sentence)
		kinds &= ~(KIND_END | KIND_RELATED);
	if (!(words <= HEADING_WORDS && !line->ends_sentence) &&
	    !(words <= COUNT_WORDS && bare.n < key.n))
		kinds &= ~KIND_COMMENTS;
	if (words > ANSWER_WORDS)
		kinds &= ~KIND_ANSWER;
	else if (line->has_time)
		kinds |= KIND_ANSWER;
	if (words > BUTTON_WORDS)
		kinds &= ~KIND_SHARE;
	if (words > LEGAL_WORDS)
		kinds &= ~(KIND_LEGAL | KIND_SERVICE);
	if (has_credit(page, line))
		kinds |= KIND_CREDIT;
	if (words <= BUTTON_WORDS && lexicon_by(line->text) > 0)
		kinds |= KIND_BYLINE;
	if (words <= BUTTON_WORDS && lexicon_series(line->text) > 0)
		kinds |= KIND_SERIES;
	return kinds;
}

unsigned lexicon_find(struct page *page, struct str text)
{
	return look_up(page->lexicon, lexicon_key(&page->arena, text), false);
}

static size_t skip_spaces(struct str text, size_t i)
{
	while (i < text.n && text.p[i] == ' ')
		i++;
	return i;
}

size_t lexicon_by(struct str text)
{
	static const struct {
		struct str words;
		bool needs_colon;
	} table[] = {
		{S("By"), false},	 {S("Text by"), false},
		{S("Words by"), false},	 {S("Written by"), false},
		{S("Posted by"), false}, {S("Story by"), false},
		{S("Report by"), false}, {S("Author"), true},
		{S("Authors"), true},	 {S("Words"), true},
		{S("Text"), true},	 {S("Von"), false},
		{S("Text von"), false},	 {S("Autor"), true},
		{S("Autorin"), true},	 {S("Par"), false},
		{S("Auteur"), true},	 {S("Por"), false},
		{S("Di"), false},	 {S("Door"), false},
		{S("Av"), false},	 {S("Autore"), true},
		{S("Автор"), true},	 {S("Авторы"), true},
		{S("Текст"), true},	 {S("文"), true},
		{S("著"), true},	 {S("著者"), true},
		{S("筆者"), true},	 {S("執筆"), true},
		{S("作者"), true},	 {S("撰文"), true},
		{S("글"), true},	 {S("بقلم"), false},
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		if (text.n == 0 ||
		    (text.p[0] | 0x20) != (table[i].words.p[0] | 0x20) ||
		    !str_starts_nocase(text, table[i].words))
			continue;
		size_t at = skip_spaces(text, table[i].words.n);
		size_t colon = colon_at(text, at);
		if (colon > 0)
			return skip_spaces(text, at + colon);
		if (!table[i].needs_colon && at > table[i].words.n)
			return at;
	}
	return 0;
}

size_t lexicon_series(struct str text)
{
	static const struct {
		struct str words;
		bool needs_colon;
	} table[] = {
		{S("In-depth"), false},
		{S("In depth"), false},
		{S("Series"), true},
		{S("Special report"), false},
		{S("Special series"), false},
		{S("In focus"), true},
		{S("Dossier"), true},
		{S("Serie"), true},
		{S("Reihe"), true},
		{S("Schwerpunkt"), true},
		{S("Série"), true},
		{S("Серия"), true},
		{S("Спецпроект"), true},
		{S("連載"), true},
		{S("特集"), true},
		{S("シリーズ"), true},
		{S("专题"), true},
		{S("系列"), true},
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		if (text.n == 0 ||
		    (text.p[0] | 0x20) != (table[i].words.p[0] | 0x20) ||
		    !str_starts_nocase(text, table[i].words))
			continue;
		size_t at = skip_spaces(text, table[i].words.n);
		size_t colon = colon_at(text, at);
		if (colon > 0)
			return skip_spaces(text, at + colon);
		if (!table[i].needs_colon && at > table[i].words.n)
			return at;
	}
	return 0;
}

bool lexicon_is_and(struct str word)
{
	static const struct str table[] = {
		S("and"), S("&"),  S("und"),  S("et"),	S("y"),
		S("e"),	  S("ed"), S("en"),   S("och"), S("og"),
		S("и"),	  S("i"),  S("with"), S("mit"),
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (str_eq(word, table[i]))
			return true;
	return false;
}
