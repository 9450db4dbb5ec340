# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += tests/article/build_test tests/article/check_test
tests_article_build_test_SOURCES = tests/article/build_test.c tests/unit.h
tests_article_build_test_LDADD = $(test_libs)
tests_article_check_test_SOURCES = tests/article/check_test.c tests/unit.h
tests_article_check_test_LDADD = $(test_libs)
