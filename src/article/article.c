/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/article.h"

#include "base/mem.h"

struct str article_unit_text(const struct article *a, uint32_t unit)
{
	if (unit < a->blocks.n)
		return article_str(a, article_block(a, unit)->text);
	return article_str(a, article_note(a, unit - a->blocks.n)->text);
}

struct str article_position_text(const struct article *a, int32_t unit)
{
	if (unit < 0)
		return article_str(a, a->title);
	return article_unit_text(a, (uint32_t)unit);
}

const struct span *article_unit_spans(const struct article *a, uint32_t unit,
				      uint32_t *n)
{
	struct ref spans = unit < a->blocks.n
				   ? article_block(a, unit)->spans
				   : article_note(a, unit - a->blocks.n)->spans;
	*n = spans.n;
	return article_at(a, spans, 0, sizeof(struct span));
}

struct str block_type_name(enum block_type type)
{
	static const struct str names[BLOCK_TYPES] = {
		[BLOCK_DECK] = {"deck", 4},
		[BLOCK_HEADING] = {"heading", 7},
		[BLOCK_PARAGRAPH] = {"paragraph", 9},
		[BLOCK_QUOTE] = {"quote", 5},
		[BLOCK_ITEM] = {"item", 4},
		[BLOCK_CODE] = {"code", 4},
		[BLOCK_TABLE] = {"table", 5},
		[BLOCK_RULE] = {"rule", 4},
		[BLOCK_FIGURE] = {"figure", 6},
		[BLOCK_CAPTION] = {"caption", 7},
		[BLOCK_TERM] = {"term", 4},
		[BLOCK_DEFINITION] = {"definition", 10},
	};
	return names[type];
}

int position_cmp(struct position a, struct position b)
{
	if (a.unit != b.unit)
		return a.unit < b.unit ? -1 : 1;
	return (a.off > b.off) - (a.off < b.off);
}

void article_free(struct article *a)
{
	mem_free(a);
}
