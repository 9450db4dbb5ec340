# SPDX-License-Identifier: GPL-3.0-or-later
# A program per subject: name it in `unit_tests`, then its sources and libraries.
unit_tests += tests/format/conformance_test
tests_format_conformance_test_SOURCES = tests/format/conformance_test.c \
	tests/format/visible.c tests/format/visible.h tests/unit.h
tests_format_conformance_test_LDADD = $(test_libs)

pagetext_page = tests/format/pagetext_page.c tests/format/pagetext_page.h tests/unit.h
unit_tests += tests/format/pagetext_test
tests_format_pagetext_test_SOURCES = tests/format/pagetext_test.c $(pagetext_page)
tests_format_pagetext_test_LDADD = $(test_libs)

unit_tests += tests/format/pagetext_note_test
tests_format_pagetext_note_test_SOURCES = tests/format/pagetext_note_test.c $(pagetext_page)
tests_format_pagetext_note_test_LDADD = $(test_libs)

unit_tests += tests/format/pagetext_hostile_test
tests_format_pagetext_hostile_test_SOURCES = tests/format/pagetext_hostile_test.c $(pagetext_page)
tests_format_pagetext_hostile_test_LDADD = $(test_libs)

format_describe = tests/format/describe.c tests/format/describe.h tests/unit.h

unit_tests += tests/format/format_test
tests_format_format_test_SOURCES = tests/format/format_test.c tests/unit.h
tests_format_format_test_LDADD = $(test_libs)

unit_tests += tests/format/frontmatter_test
tests_format_frontmatter_test_SOURCES = tests/format/frontmatter_test.c \
	$(format_describe)
tests_format_frontmatter_test_LDADD = $(test_libs)

unit_tests += tests/format/markdown_test
tests_format_markdown_test_SOURCES = tests/format/markdown_test.c \
	$(format_describe)
tests_format_markdown_test_LDADD = $(test_libs)

unit_tests += tests/format/text_test
tests_format_text_test_SOURCES = tests/format/text_test.c $(format_describe)
tests_format_text_test_LDADD = $(test_libs)
