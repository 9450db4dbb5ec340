/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "format/format.h"
#include "library/folder.h"
#include "library/library.h"
#include "library/links.h"
#include "unit.h"

struct fixture {
	struct folder folder;
	struct library *lib;
	struct arena arena;
};

static void write_articles(struct folder *f)
{
	folder_write(f, "a/rice.md",
		     "---\ntitle: Rice\nauthor: Ann Lee\nseries: Grain\n---\n\n"
		     "Paddies are flooded. See [wheat](wheat.md#top), "
		     "[bread](../b/bread.md) and [us](https://example.org/).\n"
		     "\nTerraces, irrigation and paddies shape the hills.\n");
	folder_write(f, "a/wheat.md",
		     "---\ntitle: Wheat\nseries: Grain\n---\n\n"
		     "Wheat is sown in autumn and cut in summer.\n");
	folder_write(f, "b/bread.md",
		     "---\ntitle: \"Bread: A History\"\nauthor: Ann Lee\n"
		     "url: https://www.example.org/food/bread/\n---\n\n"
		     "Bread is baked. [[Wheat]] is milled.\n");
	folder_write(f, "b/terraces.md",
		     "---\ntitle: Terraces\nrelated:\n  - Rice\n"
		     "  - ../a/wheat.md\n---\n\n"
		     "Irrigation of terraces floods the paddies below them.\n");
	folder_write(f, "c/ink.md", "# Ink\n\nInk is made of soot.\n");
}

static int open_fixture(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	struct library_options options = {.threads = 2};
	folder_make(&f->folder);
	write_articles(&f->folder);
	f->lib = library_new(&options);
	library_add(f->lib, f->folder.path, NULL);
	library_start(f->lib);
	library_wait(f->lib);
	*state = f;
	return 0;
}

static int close_fixture(void **state)
{
	struct fixture *f = *state;
	library_free(f->lib);
	folder_remove(&f->folder);
	arena_release(&f->arena);
	free(f);
	return 0;
}

static uint32_t id_of(struct fixture *f, const char *name)
{
	uint32_t id = library_by_path(f->lib, folder_path(&f->folder, name));
	assert_int_not_equal(id, NO_INDEX);
	return id;
}

/* Why `other` is related to `name`, similarity apart; 0 if it is not. */
static unsigned why(struct fixture *f, const char *name, const char *other)
{
	struct relation *r;
	uint32_t id = id_of(f, name), wanted = id_of(f, other);
	unsigned found = 0, times = 0;
	size_t n = library_related(f->lib, library_article(f->lib, id),
				   library_path(f->lib, id), id, 10, &f->arena,
				   &r);
	for (size_t i = 0; i < n; i++)
		if (r[i].article == wanted) {
			found = r[i].why;
			times++;
		}
	assert_true(times <= 1);
	return found & ~(unsigned)WHY_SIMILAR;
}

static void links_lead_to_articles(void **state)
{
	struct fixture *f = *state;
	struct str base = folder_path(&f->folder, "a/rice.md");
	uint32_t bread = id_of(f, "b/bread.md");
	static const char *const ways[] = {
		"../b/bread.md",
		"./../b/./bread.md",
		"../b/bread.md#crust",
		"../b/bre%61d.md",
		"wiki:Bread: a history",
		"https://www.example.org/food/bread/",
		"http://EXAMPLE.org/food/bread#top",
		"wiki:bread a HISTORY",
	};
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
		assert_int_equal(library_resolve(f->lib, base, str_of(ways[i])),
				 bread);
	static const char *const outside[] = {
		"https://example.org/",
		"nothing.md",
		"#place",
		"",
		"mailto:ann@example.org",
		"../../../../b/bread.md",
		"wiki:",
	};
	for (size_t i = 0; i < sizeof outside / sizeof outside[0]; i++)
		assert_int_equal(
			library_resolve(f->lib, base, str_of(outside[i])),
			NO_INDEX);
	/* Relative to the page's own address. */
	assert_int_equal(library_resolve(f->lib,
					 folder_path(&f->folder, "b/bread.md"),
					 STR("/food/bread")),
			 bread);
}

static void articles_are_found_by_address_and_title(void **state)
{
	struct fixture *f = *state;
	uint32_t bread = id_of(f, "b/bread.md");
	assert_int_equal(
		library_by_url(f->lib, STR("http://example.org/food/bread")),
		bread);
	assert_int_equal(library_by_title(f->lib, STR("bread - a history")),
			 bread);
	assert_int_equal(library_by_title(f->lib, STR("")), NO_INDEX);
	assert_int_equal(library_by_url(f->lib, STR("bread")), NO_INDEX);
}

static void every_reason_is_given(void **state)
{
	struct fixture *f = *state;
	assert_int_equal(why(f, "a/rice.md", "a/wheat.md"),
			 WHY_SERIES | WHY_LINKED);
	assert_int_equal(why(f, "a/rice.md", "b/bread.md"),
			 WHY_LINKED | WHY_AUTHOR);
	assert_int_equal(why(f, "a/wheat.md", "b/bread.md"), WHY_LINKED_FROM);
	assert_true(why(f, "b/bread.md", "a/wheat.md") & WHY_LINKED);
	assert_true(why(f, "b/terraces.md", "a/rice.md") & WHY_LISTED);
	assert_true(why(f, "a/rice.md", "b/terraces.md") & WHY_LINKED_FROM);
	assert_int_equal(why(f, "a/rice.md", "c/ink.md"), 0);
	assert_int_equal(why(f, "a/rice.md", "a/rice.md"), 0);
}

static void similar_ones_show_what_they_share(void **state)
{
	struct fixture *f = *state;
	struct relation *r;
	uint32_t id = id_of(f, "a/rice.md");
	size_t n = library_related(f->lib, library_article(f->lib, id),
				   library_path(f->lib, id), id, 10, &f->arena,
				   &r);
	uint32_t terraces = id_of(f, "b/terraces.md");
	for (size_t i = 0; i < n; i++) {
		if (r[i].article != terraces)
			continue;
		assert_true(r[i].why & WHY_SIMILAR);
		assert_true(r[i].score > 0 && r[i].score <= 1);
		assert_true(r[i].n_terms >= 2);
		for (size_t j = 0; j < r[i].n_terms; j++)
			assert_true(ascii_is_alpha(r[i].terms[j].p[0]));
		return;
	}
	fail_msg("terraces are not related to rice");
}

static void a_piece_listed_by_its_path_has_a_title(void **state)
{
	struct fixture *f = *state;
	struct relation *r;
	uint32_t id = id_of(f, "b/terraces.md"), wheat = id_of(f, "a/wheat.md");
	size_t n = library_related(f->lib, library_article(f->lib, id),
				   library_path(f->lib, id), id, 10, &f->arena,
				   &r);
	for (size_t i = 0; i < n; i++) {
		assert_true(r[i].title.n > 0);
		if (r[i].article != wheat)
			continue;
		assert_str(r[i].title, "Wheat");
		return;
	}
	fail_msg("what terraces.md lists is not there");
}

static void a_faint_likeness_alone_is_not_clear(void **state)
{
	(void)state;
	struct relation faint = {.why = WHY_SIMILAR, .score = 0.04f};
	struct relation linked = {.why = WHY_SIMILAR | WHY_LINKED};
	struct relation strong = {.why = WHY_SIMILAR, .score = 0.2f};
	assert_false(relation_is_clear(&faint));
	assert_true(relation_is_clear(&linked));
	assert_true(relation_is_clear(&strong));
}

static void a_stranger_has_relations_too(void **state)
{
	struct fixture *f = *state;
	struct relation *r;
	struct err err;
	struct article *a = format_parse(
		STR("# Hills\n\nTerraces, irrigation, paddies: see "
		    "[rice](a/rice.md).\n"),
		folder_path(&f->folder, "hills.md"), STR("markdown"), &err);
	size_t n =
		library_related(f->lib, a, folder_path(&f->folder, "hills.md"),
				NO_INDEX, 10, &f->arena, &r);
	assert_true(n >= 2);
	assert_int_equal(r[0].article, id_of(f, "a/rice.md"));
	assert_true(r[0].why & WHY_LINKED);
	article_free(a);
}

static void path_keys_are_normal(void **state)
{
	struct fixture *f = *state;
	assert_str(links_path_key(STR("a/./b//c/../d.md"), &f->arena),
		   "p:a/b/d.md");
	assert_str(links_path_key(STR("/a/../b.md"), &f->arena), "p:/b.md");
	assert_str(links_path_key(STR("../a.md"), &f->arena), "p:../a.md");
	assert_str(links_path_key(STR("a/../../b.md"), &f->arena), "p:../b.md");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_lead_to_articles),
		cmocka_unit_test(articles_are_found_by_address_and_title),
		cmocka_unit_test(every_reason_is_given),
		cmocka_unit_test(similar_ones_show_what_they_share),
		cmocka_unit_test(a_piece_listed_by_its_path_has_a_title),
		cmocka_unit_test(a_faint_likeness_alone_is_not_clear),
		cmocka_unit_test(a_stranger_has_relations_too),
		cmocka_unit_test(path_keys_are_normal),
	};
	format_init();
	return cmocka_run_group_tests_name("library/related", tests,
					   open_fixture, close_fixture);
}
