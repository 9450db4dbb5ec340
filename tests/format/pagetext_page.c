/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "format/pagetext_page.h"

#include "unit.h"

struct article *page_article(struct str text)
{
	struct err err = {""};
	struct article *a =
		format_parse(text, STR("page.txt"), STR("pagetext"), &err);
	assert_non_null(a);
	if (!article_check(a, a->size, &err))
		fail_msg("%s", err.text);
	return a;
}

size_t page_count(const struct article *a, enum block_type type)
{
	size_t n = 0;
	for (uint32_t i = 0; i < a->blocks.n; i++)
		n += article_block(a, i)->type == type;
	return n;
}

struct str page_block(const struct article *a, enum block_type type, size_t i)
{
	for (uint32_t k = 0; k < a->blocks.n; k++) {
		const struct block *b = article_block(a, k);
		if (b->type == type && i-- == 0)
			return article_str(a, b->text);
	}
	fail_msg("no such block");
	return STR("");
}

bool page_has(const struct article *a, struct str text)
{
	for (uint32_t i = 0; i < article_units(a); i++)
		if (str_has(article_unit_text(a, i), text))
			return true;
	return false;
}
