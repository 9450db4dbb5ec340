/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the dictionary of a language, and brings words into the form that
 * patterns are in: letters, each lower-cased by itself, so that what is found
 * for a letter can be carried back to its bytes in the word.
 */
#include "config.h"

#include "text/hyphen.h"

#include <dirent.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/vec.h"
#include "text/patterns.h"
#include "text/utf8.h"

enum {
	LEAST_BEFORE = 2,
	LEAST_AFTER = 3,
	SOFT_HYPHEN = 0xad,
};

struct dictionary {
	char *language;		   /* as asked for */
	struct patterns *patterns; /* NULL: there are none */
};

struct hyphens {
	char *dir;
	VEC(struct dictionary) dictionaries;
};

/* A word taken apart. */
struct letters {
	size_t n;
	uint32_t code[PATTERNS_MOST_LETTERS]; /* in lower case */
	size_t at[PATTERNS_MOST_LETTERS];     /* where it begins in the word */
	bool is_mark[PATTERNS_MOST_LETTERS];
};

struct hyphens *hyphens_new(const char *dir)
{
	struct hyphens *h = mem_new(sizeof *h);
	struct buf copy = {0};
	buf_add(&copy, str_of(dir ? dir : "/usr/share/hyphen"));
	buf_add_char(&copy, '\0');
	h->dir = copy.p;
	return h;
}

void hyphens_free(struct hyphens *h)
{
	if (!h)
		return;
	for (size_t i = 0; i < h->dictionaries.n; i++) {
		patterns_free(h->dictionaries.at[i].patterns);
		mem_free(h->dictionaries.at[i].language);
	}
	vec_release(&h->dictionaries);
	mem_free(h->dir);
	mem_free(h);
}

/* Loads hyph_NAME.dic, or returns NULL. */
static struct patterns *load(const struct hyphens *h, struct str name)
{
	struct buf path = {0};
	buf_addf(&path, "%s/hyph_%.*s.dic", h->dir, STR_ARG(name));
	struct patterns *found = patterns_load(buf_cstr(&path));
	buf_release(&path);
	return found;
}

/* The name, in *name, of the first dictionary of any country for a language. */
static bool find_any(const struct hyphens *h, struct str language,
		     struct buf *name)
{
	DIR *dir = opendir(h->dir);
	if (!dir)
		return false;
	name->n = 0;
	for (struct dirent *entry; (entry = readdir(dir));) {
		struct str file = str_of(entry->d_name);
		struct str part = str_sub(file, 5, file.n - 4);
		if (str_starts(file, STR("hyph_")) &&
		    str_ends(file, STR(".dic")) && str_starts(part, language) &&
		    part.n > language.n && part.p[language.n] == '_' &&
		    (name->n == 0 || str_cmp(part, buf_str(name)) < 0)) {
			name->n = 0;
			buf_add(name, part);
		}
	}
	closedir(dir);
	return name->n > 0;
}

/* The country whose dictionary a language has when none is named: mostly that
 * of its own name (de_DE), else these; else the first that is there. */
static struct str main_country(struct str language)
{
	static const char countries[][2][3] = {
		{"cs", "CZ"}, {"da", "DK"}, {"el", "GR"},
		{"en", "US"}, {"sv", "SE"}, {"uk", "UA"},
	};
	for (size_t i = 0; i < sizeof countries / sizeof *countries; i++)
		if (str_eq(language, str_of(countries[i][0])))
			return str_of(countries[i][1]);
	return language;
}

static void add_upper(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		buf_add_char(out, (char)(s.p[i] & ~0x20));
}

static bool is_alphabetic(struct str s)
{
	size_t i = 0;
	while (i < s.n && ascii_is_alpha(s.p[i]))
		i++;
	return i == s.n && s.n > 0;
}

/* Loads the best dictionary for "de", "de-AT", "en_GB.UTF-8"... */
static struct patterns *load_best(const struct hyphens *h, struct str tag)
{
	size_t end = 0;
	while (end < tag.n && ascii_is_alpha(tag.p[end]))
		end++;
	struct buf language = {0}, name = {0};
	for (size_t i = 0; i < end; i++)
		buf_add_char(&language, ascii_lower(tag.p[i]));
	struct str primary = buf_str(&language);
	struct str country = str_sub(tag, end + 1, end + 3);
	struct patterns *found = NULL;
	if (country.n == 2 && is_alphabetic(country) &&
	    (end + 3 >= tag.n || !ascii_is_alpha(tag.p[end + 3]))) {
		buf_addf(&name, "%.*s_", STR_ARG(primary));
		add_upper(&name, country);
		found = load(h, buf_str(&name));
	}
	if (!found) {
		name.n = 0;
		buf_addf(&name, "%.*s_", STR_ARG(primary));
		add_upper(&name, main_country(primary));
		found = load(h, buf_str(&name));
	}
	if (!found)
		found = load(h, primary);
	if (!found && find_any(h, primary, &name))
		found = load(h, buf_str(&name));
	buf_release(&language);
	buf_release(&name);
	return found;
}

/* The patterns of a language, loaded if they are not yet; NULL if there are
 * none, which is remembered, too. */
static const struct patterns *patterns_of(struct hyphens *h,
					  struct str language)
{
	for (size_t i = 0; i < h->dictionaries.n; i++)
		if (str_eq(str_of(h->dictionaries.at[i].language), language))
			return h->dictionaries.at[i].patterns;
	struct dictionary d = {mem_new(language.n + 1), load_best(h, language)};
	memcpy(d.language, language.p, language.n);
	vec_push(&h->dictionaries, d);
	return d.patterns;
}

/* Takes the word apart; false if it is to be left whole. */
static bool spell(struct letters *letters, struct str word)
{
	for (size_t at = 0; at < word.n;) {
		uint32_t code;
		size_t i = letters->n;
		if (i == PATTERNS_MOST_LETTERS)
			return false;
		letters->at[letters->n++] = at;
		at += utf8_next(word, at, &code);
		letters->code[i] = uc_tolower(code);
		if (code == SOFT_HYPHEN ||
		    (i > 0 && letters->code[i] != code) ||
		    uc_is_general_category_withtable(code, UC_CATEGORY_MASK_N))
			return false;
		letters->is_mark[i] = uc_is_general_category_withtable(
			code, UC_CATEGORY_MASK_M);
	}
	return letters->n >= LEAST_BEFORE + LEAST_AFTER;
}

size_t hyphens_find(struct hyphens *h, struct str language, struct str word,
		    unsigned char *out)
{
	struct letters letters = {0};
	bool can_break[PATTERNS_MOST_LETTERS];
	size_t found = 0, before = 0, after = 0;
	if (word.n)
		memset(out, 0, word.n);
	if (language.n == 0 || !ascii_is_alpha(language.p[0]) ||
	    !spell(&letters, word))
		return 0;
	const struct patterns *patterns = patterns_of(h, language);
	if (!patterns)
		return 0;
	patterns_match(patterns, letters.code, letters.n, can_break);
	for (size_t i = 0; i < letters.n; i++)
		after += !letters.is_mark[i];
	for (size_t i = 0; i < letters.n; i++) {
		if (can_break[i] && !letters.is_mark[i] &&
		    before >= LEAST_BEFORE && after >= LEAST_AFTER) {
			out[letters.at[i]] = 1;
			found++;
		}
		before += !letters.is_mark[i];
		after -= !letters.is_mark[i];
	}
	return found;
}
