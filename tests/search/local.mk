# SPDX-License-Identifier: GPL-3.0-or-later
search_shelf = tests/search/shelf.c tests/search/shelf.h tests/unit.h

unit_tests += tests/search/token_test
tests_search_token_test_SOURCES = tests/search/token_test.c tests/unit.h
tests_search_token_test_LDADD = $(test_libs)

unit_tests += tests/search/rank_test
tests_search_rank_test_SOURCES = tests/search/rank_test.c $(search_shelf)
tests_search_rank_test_LDADD = $(test_libs)

unit_tests += tests/search/naive_test
tests_search_naive_test_SOURCES = tests/search/naive_test.c $(search_shelf)
tests_search_naive_test_LDADD = $(test_libs)

unit_tests += tests/search/snippet_test
tests_search_snippet_test_SOURCES = tests/search/snippet_test.c \
	tests/text/noise.c tests/text/noise.h $(search_shelf)
tests_search_snippet_test_LDADD = $(test_libs)

unit_tests += tests/search/correct_test
tests_search_correct_test_SOURCES = tests/search/correct_test.c \
	tests/text/noise.c tests/text/noise.h $(search_shelf)
tests_search_correct_test_LDADD = $(test_libs)

unit_tests += tests/search/scan_test
tests_search_scan_test_SOURCES = tests/search/scan_test.c \
	tests/text/noise.c tests/text/noise.h $(search_shelf)
tests_search_scan_test_LDADD = $(test_libs)

unit_tests += tests/search/similar_test
tests_search_similar_test_SOURCES = tests/search/similar_test.c $(search_shelf)
tests_search_similar_test_LDADD = $(test_libs)
