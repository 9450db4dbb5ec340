/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/language.h"

#include "unit.h"

static void a_sentence_tells_its_language(void **state)
{
	(void)state;
	static const struct {
		const char *language, *text;
	} cases[] = {
		{"en", "The index is older than the page number, and for a "
		       "long time it was the reader who made it."},
		{"de", "Das Register ist älter als die Seitenzahl, und lange "
		       "Zeit hat es der Leser selbst angelegt."},
		{"fr",
		 "L’index est plus ancien que le numéro de page, et c’est "
		 "le lecteur qui le faisait."},
		{"es", "El índice es más antiguo que el número de página, y "
		       "durante mucho tiempo lo hacía el lector."},
		{"it",
		 "L’indice è più antico del numero di pagina, e per molto "
		 "tempo era il lettore che lo faceva."},
		{"pt",
		 "O índice é mais antigo do que o número da página, e por "
		 "muito tempo foi o leitor que o fez."},
		{"nl",
		 "Het register is ouder dan het paginanummer, en lang was "
		 "het de lezer die het maakte."},
		{"sv",
		 "Registret är äldre än sidnumret, och under lång tid var "
		 "det läsaren som gjorde det."},
		{"pl",
		 "Indeks jest starszy niż numer strony, a przez długi czas "
		 "to czytelnik go robił."},
		{"tr",
		 "Dizin sayfa numarasından daha eski ve uzun bir süre için "
		 "okuyucu tarafından yapıldı."},
		{"fi", "Hakemisto on vanhempi kuin sivunumero, ja sen teki "
		       "lukija, joka ei ollut kirjoittaja."},
		{"ru", "Указатель старше, чем номер страницы, и долгое время "
		       "его составлял сам читатель."},
		{"uk", "Покажчик старший за номер сторінки, і довгий час його "
		       "складав сам читач."},
		{"ja", "索引はページ番号よりも古い。"},
		{"zh", "索引比页码更古老,长期以来由读者自己编制。"},
		{"ko", "색인은 쪽 번호보다 오래되었다."},
		{"ar", "الفهرس أقدم من رقم الصفحة، وكان القارئ هو من يعده."},
		{"fa", "نمایه از شماره صفحه قدیمی‌تر است و این را "
		       "خواننده "
		       "می‌ساخت."},
		{"he", "המפתח עתיק ממספר העמוד."},
		{"th", "ดัชนีเก่ากว่าเลขหน้า"},
		{"hi", "सूची पृष्ठ संख्या से पुरानी है।"},
		{"el", "Το ευρετήριο είναι παλαιότερο από τον αριθμό σελίδας."},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_str(language_guess(str_of(cases[i].text)),
			   cases[i].language);
}

static void capitals_do_not_matter(void **state)
{
	(void)state;
	assert_str(language_guess(STR("THE HISTORY OF THE FOOTNOTE")), "en");
	assert_str(language_guess(STR("ÜBER DIE FUSSNOTE UND DEN LESER")),
		   "de");
}

static void quotations_do_not_decide(void **state)
{
	(void)state;
	assert_str(language_guess(STR("The term 禁則処理 is Japanese, and is "
				      "used for the rules of the line.")),
		   "en");
	assert_str(language_guess(STR("日本語の組版では line breaking という語"
				      "を使うことがある。")),
		   "ja");
	assert_str(language_guess(STR("排版规则在日语中叫做「きんそく」,"
				      "中文称为避头尾,是排版的基本规则之一,"
				      "用于决定哪些标点不能出现在行首或行尾。"
				      "这一规则历史悠久,各地出版社均遵守。")),
		   "zh");
}

static void too_little_tells_nothing(void **state)
{
	(void)state;
	assert_str(language_guess(STR("")), "");
	assert_str(language_guess(STR("1234 5678")), "");
	assert_str(language_guess(STR("Kawashima Shin")), "");
	assert_str(language_guess(STR("\xff\xfe\x80 the")), "");
}

static void a_long_text_is_judged_by_its_beginning(void **state)
{
	(void)state;
	static char text[100000];
	memset(text, 'x', sizeof text);
	struct str start = STR("the line and the page, and the book ");
	for (size_t i = 0; i < 100; i++)
		memcpy(text + i * start.n, start.p, start.n);
	assert_str(language_guess(str_from(text, sizeof text)), "en");
}

static void a_tag_has_a_primary_language(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"en", "en"},	 {"de_AT.UTF-8", "de"},
		{"DE-ch", "de"}, {"zh-Hant-TW", "zh"},
		{"haw", "haw"},	 {"sr@latin", "sr"},
		{"C", ""},	 {"POSIX", ""},
		{"C.UTF-8", ""}, {"English", ""},
		{"", ""},	 {"e1", ""},
		{"_de", ""},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char out[4];
		assert_str(language_primary(str_of(cases[i][0]), out),
			   cases[i][1]);
		assert_string_equal(out, cases[i][1]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sentence_tells_its_language),
		cmocka_unit_test(capitals_do_not_matter),
		cmocka_unit_test(quotations_do_not_decide),
		cmocka_unit_test(too_little_tells_nothing),
		cmocka_unit_test(a_long_text_is_judged_by_its_beginning),
		cmocka_unit_test(a_tag_has_a_primary_language),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
