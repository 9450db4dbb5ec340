/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The script that most letters are of says the language, or which languages it
 * may be; among these decide the words that no text can do without ("the",
 * "und", "que"): the language with most of them is it.
 */
#include "config.h"

#include "text/language.h"

#include <endian.h>
#include <limits.h>
#include <string.h>
#include <unicase.h>
#include <unistr.h>

#include "text/utf8.h"
#include "text/word.h"

enum {
	ENOUGH_BYTES = 2048,  /* to look at */
	ENOUGH_LETTERS = 4,   /* of the main script */
	ENOUGH_WORDS = 2,     /* that are common, in Latin letters, */
	COMMON_WORDS_IN = 20, /* and at least one in so many words */
	LONGEST_WORD = 8,     /* of the common ones, in bytes */
};

enum script {
	LATIN,
	CYRILLIC,
	ARABIC,
	HAN,
	KANA,
	HANGUL,
	GREEK,
	HEBREW,
	THAI,
	DEVANAGARI,
	BENGALI,
	TAMIL,
	ARMENIAN,
	GEORGIAN,
	SCRIPTS,
};

/* Blocks, in order. Letters with accents count; the rest of a text does not
 * matter. */
static const struct {
	uint32_t first, last;
	enum script script;
} blocks[] = {
	{'A', 'Z', LATIN},
	{'a', 'z', LATIN},
	{0x00c0, 0x024f, LATIN},
	{0x0370, 0x03ff, GREEK},
	{0x0400, 0x052f, CYRILLIC},
	{0x0531, 0x058f, ARMENIAN},
	{0x05d0, 0x05ea, HEBREW},
	{0x0620, 0x06ff, ARABIC},
	{0x0900, 0x097f, DEVANAGARI},
	{0x0980, 0x09ff, BENGALI},
	{0x0b80, 0x0bff, TAMIL},
	{0x0e01, 0x0e5b, THAI},
	{0x10a0, 0x10ff, GEORGIAN},
	{0x1e00, 0x1eff, LATIN},
	{0x1f00, 0x1fff, GREEK},
	{0x3041, 0x30ff, KANA},
	{0x3400, 0x9fff, HAN},
	{0xac00, 0xd7a3, HANGUL},
	{0x20000, 0x3ffff, HAN},
};

/* The languages told apart by words. */
/* clang-format off */
enum language {
	EN, DE, FR, ES, IT, PT, NL, SV, DA, NB, FI, PL, CS, TR, HU, RO, ID,
	RU, UK, BG, SR, AR, FA, UR,
	LANGUAGES,
};
/* clang-format on */

static const struct {
	char code[3];
	enum script script;
} languages[LANGUAGES] = {
	[EN] = {"en", LATIN},	 [DE] = {"de", LATIN},
	[FR] = {"fr", LATIN},	 [ES] = {"es", LATIN},
	[IT] = {"it", LATIN},	 [PT] = {"pt", LATIN},
	[NL] = {"nl", LATIN},	 [SV] = {"sv", LATIN},
	[DA] = {"da", LATIN},	 [NB] = {"nb", LATIN},
	[FI] = {"fi", LATIN},	 [PL] = {"pl", LATIN},
	[CS] = {"cs", LATIN},	 [TR] = {"tr", LATIN},
	[HU] = {"hu", LATIN},	 [RO] = {"ro", LATIN},
	[ID] = {"id", LATIN},	 [RU] = {"ru", CYRILLIC},
	[UK] = {"uk", CYRILLIC}, [BG] = {"bg", CYRILLIC},
	[SR] = {"sr", CYRILLIC}, [AR] = {"ar", ARABIC},
	[FA] = {"fa", ARABIC},	 [UR] = {"ur", ARABIC},
};

/* The language of a script that is one language's, or mostly. */
static const char single[SCRIPTS][3] = {
	[HANGUL] = "ko", [GREEK] = "el",      [HEBREW] = "he",
	[THAI] = "th",	 [DEVANAGARI] = "hi", [BENGALI] = "bn",
	[TAMIL] = "ta",	 [ARMENIAN] = "hy",   [GEORGIAN] = "ka",
};

#define B(language) (UINT32_C(1) << (language))

/* clang-format off */
/* Common words and whose they are, sorted by bytes. */
static const struct {
	char word[LONGEST_WORD + 1];
	uint32_t languages;
} common[] = {
	{"a", B(PT)|B(CS)|B(HU)|B(RO)}, {"aan", B(NL)}, {"adalah", B(ID)},
	{"af", B(DA)}, {"al", B(ES)|B(IT)}, {"ale", B(PL)}, {"alla", B(IT)},
	{"als", B(DE)|B(NL)}, {"am", B(DE)}, {"an", B(EN)|B(DE)},
	{"anche", B(IT)}, {"and", B(EN)}, {"ao", B(PT)}, {"are", B(EN)},
	{"as", B(EN)|B(PT)}, {"at", B(EN)|B(DA)}, {"att", B(SV)},
	{"au", B(FR)}, {"auch", B(DE)}, {"auf", B(DE)}, {"aus", B(DE)},
	{"av", B(SV)|B(NB)}, {"avec", B(FR)}, {"az", B(HU)}, {"be", B(EN)},
	{"bei", B(DE)}, {"bij", B(NL)}, {"bir", B(TR)}, {"ble", B(NB)},
	{"blev", B(DA)}, {"bu", B(TR)}, {"but", B(EN)}, {"by", B(EN)|B(CS)},
	{"byl", B(CS)}, {"był", B(PL)}, {"care", B(RO)}, {"ce", B(FR)},
	{"cette", B(FR)}, {"che", B(IT)}, {"com", B(PT)}, {"come", B(IT)},
	{"comme", B(FR)}, {"como", B(ES)|B(PT)}, {"con", B(ES)|B(IT)},
	{"csak", B(HU)}, {"cu", B(RO)}, {"că", B(RO)},
	{"da", B(IT)|B(PT)|B(TR)}, {"daha", B(TR)}, {"dalam", B(ID)},
	{"dan", B(ID)}, {"dans", B(FR)}, {"dari", B(ID)}, {"das", B(DE)|B(PT)},
	{"dass", B(DE)}, {"dat", B(NL)},
	{"de", B(FR)|B(ES)|B(PT)|B(NL)|B(SV)|B(DA)|B(NB)|B(TR)|B(RO)},
	{"dei", B(IT)}, {"del", B(ES)|B(IT)}, {"della", B(IT)}, {"dem", B(DE)},
	{"den", B(DE)|B(SV)|B(DA)|B(NB)}, {"dengan", B(ID)}, {"der", B(DE)},
	{"des", B(DE)|B(FR)}, {"det", B(SV)|B(DA)|B(NB)}, {"di", B(IT)|B(ID)},
	{"die", B(DE)}, {"din", B(RO)}, {"dla", B(PL)},
	{"do", B(PT)|B(PL)|B(CS)}, {"door", B(NL)}, {"dos", B(PT)},
	{"du", B(FR)}, {"e", B(IT)|B(PT)}, {"een", B(NL)}, {"egy", B(HU)},
	{"ei", B(FI)}, {"ein", B(DE)}, {"eine", B(DE)}, {"einem", B(DE)},
	{"einer", B(DE)}, {"el", B(ES)}, {"ele", B(PT)}, {"em", B(PT)},
	{"en", B(FR)|B(ES)|B(NL)|B(SV)|B(DA)|B(NB)},
	{"er", B(DE)|B(NL)|B(DA)|B(NB)}, {"es", B(DE)|B(ES)}, {"est", B(FR)},
	{"este", B(ES)|B(RO)}, {"et", B(FR)|B(DA)|B(NB)}, {"ett", B(SV)},
	{"että", B(FI)}, {"ez", B(HU)}, {"foi", B(PT)},
	{"for", B(EN)|B(DA)|B(NB)}, {"fra", B(DA)|B(NB)}, {"from", B(EN)},
	{"för", B(SV)}, {"für", B(DE)}, {"gibi", B(TR)}, {"gli", B(IT)},
	{"ha", B(ES)}, {"had", B(EN)}, {"han", B(SV)|B(DA)|B(NB)},
	{"har", B(SV)|B(DA)|B(NB)}, {"hat", B(DE)}, {"have", B(EN)},
	{"her", B(EN)}, {"het", B(NL)}, {"his", B(EN)}, {"hogy", B(HU)},
	{"hän", B(FI)}, {"i", B(IT)|B(SV)|B(DA)|B(NB)|B(PL)|B(CS)},
	{"ikke", B(DA)|B(NB)}, {"il", B(FR)|B(IT)}, {"ile", B(TR)},
	{"im", B(DE)}, {"in", B(EN)|B(DE)|B(IT)|B(NL)}, {"ini", B(ID)},
	{"inte", B(SV)}, {"is", B(EN)|B(NL)|B(HU)}, {"ist", B(DE)},
	{"it", B(EN)}, {"itu", B(ID)}, {"için", B(TR)}, {"ja", B(FI)},
	{"jak", B(PL)}, {"jako", B(CS)}, {"je", B(CS)}, {"jest", B(PL)},
	{"joka", B(FI)}, {"k", B(CS)}, {"kadar", B(TR)}, {"které", B(CS)},
	{"kuin", B(FI)}, {"kun", B(FI)}, {"la", B(FR)|B(ES)|B(IT)|B(RO)},
	{"las", B(ES)}, {"le", B(FR)|B(ES)|B(IT)}, {"les", B(FR)},
	{"lo", B(ES)}, {"los", B(ES)}, {"ma", B(IT)}, {"maar", B(NL)},
	{"mai", B(RO)}, {"mais", B(FR)|B(PT)}, {"mas", B(PT)},
	{"med", B(SV)|B(DA)|B(NB)}, {"meg", B(HU)}, {"met", B(NL)},
	{"mint", B(HU)}, {"mit", B(DE)}, {"mutta", B(FI)}, {"myös", B(FI)},
	{"más", B(ES)}, {"na", B(PT)|B(PL)|B(CS)}, {"nach", B(DE)},
	{"ne", B(FR)|B(TR)}, {"nel", B(IT)}, {"nem", B(HU)}, {"nicht", B(DE)},
	{"nie", B(PL)}, {"niet", B(NL)}, {"niin", B(FI)}, {"no", B(ES)|B(PT)},
	{"noch", B(DE)}, {"non", B(IT)}, {"not", B(EN)}, {"nu", B(RO)},
	{"não", B(PT)}, {"o", B(PT)|B(PL)|B(CS)|B(RO)}, {"och", B(SV)},
	{"od", B(PL)}, {"of", B(EN)}, {"og", B(DA)|B(NB)}, {"olan", B(TR)},
	{"olarak", B(TR)}, {"oli", B(FI)}, {"om", B(NL)|B(SV)|B(DA)|B(NB)},
	{"on", B(EN)|B(FI)}, {"ook", B(NL)}, {"op", B(NL)}, {"or", B(EN)},
	{"oraz", B(PL)}, {"os", B(PT)}, {"ou", B(FR)}, {"ovat", B(FI)},
	{"pada", B(ID)}, {"par", B(FR)}, {"para", B(ES)|B(PT)}, {"pas", B(FR)},
	{"pe", B(RO)}, {"pentru", B(RO)}, {"per", B(IT)}, {"pero", B(ES)},
	{"più", B(IT)}, {"plus", B(FR)}, {"po", B(PL)}, {"por", B(ES)|B(PT)},
	{"pour", B(FR)}, {"pro", B(CS)}, {"przez", B(PL)},
	{"på", B(SV)|B(DA)|B(NB)}, {"que", B(FR)|B(ES)|B(PT)}, {"qui", B(FR)},
	{"s", B(CS)}, {"se", B(FR)|B(ES)|B(PT)|B(FI)|B(CS)}, {"sen", B(FI)},
	{"si", B(IT)}, {"sich", B(DE)}, {"sie", B(DE)}, {"sind", B(DE)},
	{"się", B(PL)}, {"som", B(SV)|B(DA)|B(NB)}, {"sono", B(IT)},
	{"sonra", B(TR)}, {"sont", B(FR)}, {"su", B(ES)}, {"sunt", B(RO)},
	{"sur", B(FR)}, {"sus", B(ES)}, {"są", B(PL)}, {"tai", B(FI)},
	{"te", B(NL)}, {"that", B(EN)}, {"the", B(EN)}, {"they", B(EN)},
	{"this", B(EN)}, {"tidak", B(ID)}, {"til", B(DA)|B(NB)},
	{"till", B(SV)}, {"to", B(EN)|B(PL)|B(CS)}, {"uit", B(NL)},
	{"um", B(DE)|B(PT)}, {"uma", B(PT)}, {"un", B(FR)|B(ES)|B(IT)},
	{"una", B(ES)|B(IT)}, {"und", B(DE)}, {"une", B(FR)}, {"untuk", B(ID)},
	{"v", B(CS)}, {"van", B(NL)}, {"var", B(SV)|B(DA)|B(NB)},
	{"ve", B(CS)|B(TR)}, {"volt", B(HU)}, {"von", B(DE)}, {"voor", B(NL)},
	{"w", B(PL)}, {"was", B(EN)}, {"werd", B(NL)}, {"werden", B(DE)},
	{"which", B(EN)}, {"wie", B(DE)}, {"wird", B(DE)}, {"with", B(EN)},
	{"wordt", B(NL)}, {"y", B(ES)}, {"yang", B(ID)}, {"you", B(EN)},
	{"z", B(PL)|B(CS)}, {"zijn", B(NL)}, {"zu", B(DE)}, {"är", B(SV)},
	{"å", B(NB)}, {"çok", B(TR)}, {"è", B(IT)}, {"és", B(HU)},
	{"în", B(RO)}, {"über", B(DE)}, {"że", B(PL)}, {"že", B(CS)},
	{"și", B(RO)}, {"але", B(UK)}, {"в", B(RU)|B(UK)|B(BG)},
	{"від", B(UK)}, {"да", B(BG)|B(SR)}, {"для", B(RU)|B(UK)},
	{"до", B(UK)}, {"е", B(BG)}, {"его", B(RU)}, {"же", B(RU)},
	{"з", B(UK)}, {"за", B(RU)|B(UK)|B(BG)|B(SR)},
	{"и", B(RU)|B(BG)|B(SR)}, {"из", B(RU)}, {"й", B(UK)}, {"його", B(UK)},
	{"к", B(RU)}, {"как", B(RU)}, {"као", B(SR)}, {"като", B(BG)},
	{"на", B(RU)|B(UK)|B(BG)|B(SR)}, {"не", B(RU)|B(UK)|B(BG)|B(SR)},
	{"но", B(RU)}, {"од", B(SR)}, {"он", B(RU)}, {"от", B(RU)|B(BG)},
	{"по", B(RU)|B(BG)}, {"с", B(RU)|B(BG)}, {"са", B(BG)|B(SR)},
	{"се", B(BG)|B(SR)}, {"су", B(SR)}, {"та", B(UK)}, {"так", B(RU)},
	{"у", B(RU)|B(SR)}, {"це", B(UK)}, {"че", B(BG)}, {"что", B(RU)},
	{"што", B(SR)}, {"що", B(UK)}, {"это", B(RU)}, {"як", B(UK)},
	{"і", B(UK)}, {"је", B(SR)}, {"أن", B(AR)}, {"أو", B(AR)},
	{"إلى", B(AR)}, {"از", B(FA)}, {"است", B(FA)}, {"التي", B(AR)},
	{"اور", B(UR)}, {"این", B(FA)}, {"با", B(FA)}, {"برای", B(FA)},
	{"به", B(FA)}, {"در", B(FA)}, {"را", B(FA)}, {"سے", B(UR)},
	{"على", B(AR)}, {"عن", B(AR)}, {"في", B(AR)}, {"ما", B(AR)},
	{"من", B(AR)}, {"میں", B(UR)}, {"هذا", B(AR)}, {"و", B(FA)},
	{"کا", B(UR)}, {"که", B(FA)}, {"کو", B(UR)}, {"کی", B(UR)},
	{"کے", B(UR)}, {"ہے", B(UR)}, {"یہ", B(UR)},
};
/* clang-format on */

#undef B

static void add_letters(struct str text, size_t letters[SCRIPTS])
{
	const size_t n_blocks = sizeof blocks / sizeof *blocks;
	for (size_t at = 0; at < text.n;) {
		uint32_t code;
		size_t i = 0;
		at += utf8_next(text, at, &code);
		if (code < 0x80) { /* most are */
			letters[LATIN] += ascii_is_alpha((char)code);
			continue;
		}
		while (i < n_blocks && code > blocks[i].last)
			i++;
		if (i < n_blocks && code >= blocks[i].first)
			letters[blocks[i].script]++;
	}
}

/* A word of the table's length as a number of the same order. */
static uint64_t key_of(const char word[LONGEST_WORD])
{
	uint64_t bytes;
	memcpy(&bytes, word, LONGEST_WORD);
	return be64toh(bytes);
}

/* The languages in which a word is a common one, as bits. */
static uint32_t languages_of(const char word[LONGEST_WORD])
{
	size_t low = 0, high = sizeof common / sizeof *common;
	uint64_t key = key_of(word);
	while (low < high) {
		size_t middle = (low + high) / 2;
		uint64_t other = key_of(common[middle].word);
		if (key == other)
			return common[middle].languages;
		if (key < other)
			high = middle;
		else
			low = middle + 1;
	}
	return 0;
}

/* The word in lower case, zeros behind it; false if it is too long. */
static bool to_lower(struct str word, char lower[LONGEST_WORD])
{
	size_t n = 0;
	memset(lower, 0, LONGEST_WORD);
	if (word.n > LONGEST_WORD)
		return false;
	for (size_t i = 0; i < word.n;) {
		uint32_t code;
		i += utf8_next(word, i, &code);
		if (code < 0x80) {
			lower[n++] = ascii_lower((char)code);
			continue;
		}
		int size = u8_uctomb((uint8_t *)lower + n, uc_tolower(code),
				     (ptrdiff_t)(LONGEST_WORD - n));
		if (size < 0) /* longer than with the capital */
			return false;
		n += (size_t)size;
	}
	return true;
}

static size_t length_of(const char word[LONGEST_WORD])
{
	size_t n = 0;
	while (n < LONGEST_WORD && word[n])
		n++;
	return n;
}

/* By first byte, a bit for each length that a common word has which begins so:
 * most words are told by it to be none. */
static void find_lengths(uint16_t lengths[UCHAR_MAX + 1])
{
	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		lengths[(unsigned char)common[i].word[0]] |=
			(uint16_t)(1u << length_of(common[i].word));
}

/* Counts common words by language; returns how many words there are. */
static size_t add_words(struct str text, size_t hits[LANGUAGES])
{
	struct str word;
	size_t n = 0;
	uint16_t lengths[UCHAR_MAX + 1] = {0};
	find_lengths(lengths);
	for (size_t at = 0; word_next(text, &at, &word); n++) {
		char lower[LONGEST_WORD];
		if (!to_lower(word, lower) ||
		    !(lengths[(unsigned char)lower[0]] >> length_of(lower) & 1))
			continue;
		uint32_t found = languages_of(lower);
		for (int i = 0; found != 0; i++, found >>= 1)
			hits[i] += found & 1;
	}
	return n;
}

/* The language of a script by its common words, "" if there are too few. The
 * first of a script stands for it where its letters are proof enough. */
static const char *best_language(struct str text, enum script script)
{
	size_t hits[LANGUAGES] = {0};
	size_t words = add_words(text, hits);
	int best = -1;
	for (int i = 0; i < LANGUAGES; i++)
		if (languages[i].script == script &&
		    (best < 0 || hits[i] > hits[best]))
			best = i;
	if (script == LATIN &&
	    (hits[best] < ENOUGH_WORDS || hits[best] * COMMON_WORDS_IN < words))
		return "";
	return languages[best].code;
}

struct str language_guess(struct str text)
{
	size_t letters[SCRIPTS] = {0};
	text = str_sub(text, 0, ENOUGH_BYTES);
	add_letters(text, letters);
	/* Japanese is what has kana, one in ten at least: a name in a Chinese
	 * text does not make it Japanese. */
	bool is_japanese = letters[KANA] * 9 >= letters[HAN];
	letters[HAN] += letters[KANA];
	letters[KANA] = 0;
	/* One of these says as much as two or three letters. */
	letters[HAN] *= 2;
	letters[HANGUL] *= 2;
	enum script main = LATIN;
	for (int i = 0; i < SCRIPTS; i++)
		if (letters[i] > letters[main])
			main = (enum script)i;
	if (letters[main] < ENOUGH_LETTERS)
		return STR("");
	if (main == HAN)
		return is_japanese ? STR("ja") : STR("zh");
	if (single[main][0] != '\0')
		return str_of(single[main]);
	return str_of(best_language(text, main));
}

struct str language_primary(struct str tag, char out[4])
{
	size_t n = 0;
	while (n < tag.n && ascii_is_alpha(tag.p[n]))
		n++;
	bool ends = n == tag.n || strchr("-_.@", tag.p[n]);
	if (n < 2 || n > 3 || !ends)
		n = 0;
	for (size_t i = 0; i < n; i++)
		out[i] = ascii_lower(tag.p[i]);
	out[n] = '\0';
	return (struct str){out, n};
}
