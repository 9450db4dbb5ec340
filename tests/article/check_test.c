/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit.h"

#include "article/build.h"
#include "base/mem.h"

static struct article *sample(void)
{
	struct build *b = build_new(STR("markdown"));
	build_meta(b, META_TITLE, STR("A title"));
	build_author(b, STR("Ana"), STR("Born."));
	build_tag(b, STR("tag"));
	build_related(b, STR("See also"), STR("B"), STR("t"), STR("b.md"));
	build_problem(b, "Something was broken.");
	build_text(b, STR("Text "));
	build_link_start(b, STR("c.md"));
	build_text(b, STR("gr\u00fcn"));
	build_link_stop(b);
	build_note_call(b, STR("1"));
	build_note_open(b, STR("1"));
	build_text(b, STR("Note."));
	build_note_close(b);
	return build_finish(b);
}

static void a_built_article_is_valid(void **state)
{
	(void)state;
	struct article *a = sample();
	assert_true(article_check(a, a->size, NULL));
	article_free(a);
}

static void a_cut_article_is_not(void **state)
{
	(void)state;
	struct article *a = sample();
	for (uint32_t n = 0; n < a->size; n++)
		assert_false(article_check(a, n, NULL));
	article_free(a);
}

/* Touches everything that a reader would. */
static size_t read_all(const struct article *a)
{
	size_t sum = 0;
	for (uint32_t u = 0; u < article_units(a); u++) {
		struct str text = article_unit_text(a, u);
		for (size_t i = 0; i < text.n; i++)
			sum += (unsigned char)text.p[i];
		uint32_t n;
		const struct span *spans = article_unit_spans(a, u, &n);
		for (uint32_t i = 0; i < n; i++) {
			sum += str_sub(text, spans[i].start, spans[i].end).n;
			if (spans[i].type == SPAN_LINK)
				sum += article_link(a, spans[i].target)->url.n;
			if (spans[i].type == SPAN_NOTE)
				sum += article_note(a, spans[i].target)->at;
		}
	}
	for (uint32_t i = 0; i < a->related.n; i++)
		sum += article_str(a, article_related(a, i)->teaser).n;
	return sum;
}

/* Every bit flipped: refused, or still safe to read (the sanitizers say). */
static void no_flipped_bit_makes_reading_unsafe(void **state)
{
	(void)state;
	struct article *a = sample();
	uint32_t size = a->size;
	unsigned refused = 0;
	size_t sum = 0;
	for (uint32_t bit = 0; bit < size * 8; bit++) {
		unsigned char *copy = mem_new(size);
		memcpy(copy, a, size);
		copy[bit / 8] ^= (unsigned char)(1u << bit % 8);
		struct err err = {""};
		if (article_check(copy, size, &err))
			sum += read_all((struct article *)(void *)copy);
		else if (err.text[0])
			refused++;
		mem_free(copy);
	}
	assert_true(sum > 0);
	assert_true(refused > size);
	article_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_built_article_is_valid),
		cmocka_unit_test(a_cut_article_is_not),
		cmocka_unit_test(no_flipped_bit_makes_reading_unsafe),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
