/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words come folded, without accents: the same on both sides, in the index
 * and in the query, which is all that matters here; a few rules for accented
 * endings do not fire.
 */
#include "config.h"

#include "text/stem.h"

#include <libstemmer.h>

#include "base/mem.h"
#include "text/language.h"

static const char *const names[STEM_LANGUAGES] = {
	NULL, "en", "de", "fr", "es", "it", "nl", "pt", "ru",
	"sv", "da", "no", "fi", "hu", "ro", "tr", "ar",
};

struct stem {
	struct sb_stemmer *of[STEM_LANGUAGES];
};

unsigned stem_language(struct str tag)
{
	char code[4];
	struct str primary = language_primary(tag, code);
	if (str_eq(primary, STR("nb")) || str_eq(primary, STR("nn")))
		primary = STR("no");
	for (unsigned i = 1; i < STEM_LANGUAGES; i++)
		if (str_eq(primary, str_of(names[i])))
			return i;
	return 0;
}

struct stem *stem_new(void)
{
	return mem_new(sizeof(struct stem));
}

void stem_free(struct stem *s)
{
	if (!s)
		return;
	for (unsigned i = 0; i < STEM_LANGUAGES; i++)
		if (s->of[i])
			sb_stemmer_delete(s->of[i]);
	mem_free(s);
}

struct str stem_word(struct stem *s, unsigned language, struct str word)
{
	if (language == 0 || language >= STEM_LANGUAGES || word.n > 1000)
		return word;
	struct sb_stemmer **one = &s->of[language];
	if (!*one)
		*one = sb_stemmer_new(names[language], "UTF_8");
	if (!*one)
		return word;
	const sb_symbol *stem =
		sb_stemmer_stem(*one, (const sb_symbol *)word.p, (int)word.n);
	if (!stem)
		return word;
	return (struct str){(const char *)stem,
			    (size_t)sb_stemmer_length(*one)};
}
