/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any article at any measure is set whole, with no line too wide.
 *
 * An input is a line with the measure and letters for the options (h
 * hyphenate, w wrap, a ASCII, n no notes), then a script (script.h).
 */
#include "config.h"

#include "base/mem.h"
#include "fuzz/fuzz.h"
#include "fuzz/script.h"
#include "typeset/fault.h"

enum { MEASURES = 300 };

static struct page_options parse_options(struct str line)
{
	struct page_options options = {0};
	for (size_t i = 0; i < line.n; i++) {
		char c = line.p[i];
		if (ascii_is_digit(c))
			options.measure =
				(options.measure * 10 + (unsigned)(c - '0')) %
				MEASURES;
		options.hyphenate = options.hyphenate || c == 'h';
		options.wrap = options.wrap || c == 'w';
		options.ascii = options.ascii || c == 'a';
		options.hide_notes = options.hide_notes || c == 'n';
	}
	return options;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct str script = {(const char *)bytes, n}, line = {0};
	str_next_line(&script, &line);
	struct page_options options = parse_options(line);
	struct hyphens *hyphens = options.hyphenate ? hyphens_new(NULL) : NULL;
	struct article *article = script_build(script);
	struct page *page = page_new(article, &options, hyphens);
	struct place at;
	const char *fault = page_fault(page, &at);
	if (fault)
		panic(__FILE__, __LINE__, fault);
	page_free(page);
	article_free(article);
	hyphens_free(hyphens);
	return 0;
}
