/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How well the article is found in a flattened page: the 83 news pages of
 * article-extraction-benchmark (Zyte), by that benchmark's metric. Tokens are
 * runs of word characters, a page's shingles of 4 are a multiset; its hits,
 * false and missed ones are counted as shares of their sum. Precision and
 * recall are means over the pages, F1 is of the two means. Published for the
 * same pages as HTML: trafilatura .958, Readability.js .947.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <yajl/yajl_tree.h>

#include "base/buf.h"
#include "base/vec.h"
#include "bench/figure.h"
#include "format/format.h"
#include "text/utf8.h"

enum { SHINGLE = 4, PATH_BYTES = 4096, ERROR_BYTES = 512 };

typedef VEC(uint64_t) shingles;

struct score {
	double precision, recall; /* sums over pages */
	size_t n_precision, n_recall;
};

static bool is_word_character(uint32_t c)
{
	return c == '_' || uc_is_general_category_withtable(
				   c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N);
}

static bool next_token(struct str s, size_t *at, struct str *token)
{
	size_t start = s.n;
	uint32_t c;
	while (*at < s.n) {
		size_t n = utf8_next(s, *at, &c);
		if (is_word_character(c)) {
			if (start == s.n)
				start = *at;
		} else if (start < s.n) {
			break;
		}
		*at += n;
	}
	*token = str_sub(s, start, *at);
	return start < s.n;
}

static int compare(const void *left, const void *right)
{
	uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
	return (a > b) - (a < b);
}

/* The hashes of all shingles, sorted; a text of fewer tokens is one. */
static shingles cut(struct str text)
{
	shingles set = {0};
	uint64_t last[SHINGLE] = {0};
	size_t at = 0, n = 0;
	struct str token;
	while (next_token(text, &at, &token)) {
		memmove(last, last + 1, sizeof last - sizeof *last);
		last[SHINGLE - 1] = str_hash(token);
		n++;
		struct str all = {(const char *)last, sizeof last};
		if (n >= SHINGLE)
			vec_push(&set, str_hash(all));
	}
	if (n > 0 && n < SHINGLE)
		vec_push(&set, str_hash((struct str){(const char *)last,
						     sizeof last}));
	if (set.n > 0)
		qsort(set.at, set.n, sizeof *set.at, compare);
	return set;
}

static void add_page(struct score *score, struct str expected, struct str got)
{
	shingles want = cut(expected), have = cut(got);
	size_t hits = 0;
	for (size_t i = 0, k = 0; i < want.n && k < have.n;) {
		if (want.at[i] == have.at[k]) {
			hits++;
			i++;
			k++;
		} else if (want.at[i] < have.at[k]) {
			i++;
		} else {
			k++;
		}
	}
	if (have.n > 0) {
		score->precision += (double)hits / (double)have.n;
		score->n_precision++;
	}
	if (want.n > 0) {
		score->recall += (double)hits / (double)want.n;
		score->n_recall++;
	}
	vec_release(&want);
	vec_release(&have);
}

static double f1_of(const struct score *s, double *precision, double *recall)
{
	*precision = s->n_precision ? s->precision / (double)s->n_precision : 0;
	*recall = s->n_recall ? s->recall / (double)s->n_recall : 0;
	double sum = *precision + *recall;
	return sum > 0 ? 2 * *precision * *recall / sum : 0;
}

static bool read_file(const char *path, struct buf *out)
{
	FILE *f = fopen(path, "rb");
	size_t n;
	if (!f)
		return false;
	while ((n = fread(buf_reserve(out, 65536), 1, 65536, f)) > 0)
		out->n += n;
	fclose(f);
	return true;
}

/* What a reader of the article reads between its head and its notes. */
static void add_body(struct buf *out, const struct article *a)
{
	for (uint32_t i = 0; i < a->blocks.n; i++) {
		buf_add(out, article_str(a, article_block(a, i)->text));
		buf_add_char(out, '\n');
	}
}

static bool measure(const char *folder, const char *id, struct str expected,
		    struct score *ours, struct score *whole)
{
	char path[PATH_BYTES];
	struct buf page = {0}, body = {0};
	struct err err;
	snprintf(path, sizeof path, "%s/plaintext-html-text/%s.txt", folder,
		 id);
	if (!read_file(path, &page))
		return false;
	struct article *a =
		format_parse(buf_str(&page), str_of(path), STR(""), &err);
	if (a)
		add_body(&body, a);
	add_page(ours, expected, buf_str(&body));
	add_page(whole, expected, buf_str(&page));
	article_free(a);
	buf_release(&page);
	buf_release(&body);
	return true;
}

static void measure_all(const char *folder, yajl_val truth)
{
	struct score ours = {0}, whole = {0};
	double precision, recall, p, r;
	size_t pages = 0;
	for (size_t i = 0; i < truth->u.object.len; i++) {
		const char *key[] = {"articleBody", NULL};
		yajl_val body = yajl_tree_get(truth->u.object.values[i], key,
					      yajl_t_string);
		if (body)
			pages += measure(folder, truth->u.object.keys[i],
					 str_of(YAJL_GET_STRING(body)), &ours,
					 &whole);
	}
	double f1 = f1_of(&ours, &precision, &recall);
	figure_print_beside("pagetext_f1", f1, "F1", "raw_page",
			    f1_of(&whole, &p, &r));
	figure_print("pagetext_precision", precision, "share");
	figure_print("pagetext_recall", recall, "share");
	printf("# pagetext: %zu pages\n", pages);
}

int main(void)
{
	const char *data = getenv("PORE_TEST_DATA");
	const char *source = getenv("srcdir");
	char folder[PATH_BYTES - 128], path[PATH_BYTES], error[ERROR_BYTES];
	struct buf json = {0};
	if (data)
		snprintf(folder, sizeof folder,
			 "%s/article-extraction-benchmark", data);
	else
		snprintf(folder, sizeof folder,
			 "%s/../shared/data/article-extraction-benchmark",
			 source ? source : ".");
	snprintf(path, sizeof path, "%s/ground-truth.json", folder);
	if (!read_file(path, &json)) {
		printf("# pagetext: skipped, no %s\n", path);
		return 0;
	}
	yajl_val truth = yajl_tree_parse(buf_cstr(&json), error, sizeof error);
	bool is_good = YAJL_IS_OBJECT(truth);
	if (is_good)
		measure_all(folder, truth);
	else
		printf("# pagetext: %s is broken: %s\n", path, error);
	yajl_tree_free(truth);
	buf_release(&json);
	return is_good ? 0 : 1;
}
