# SPDX-License-Identifier: GPL-3.0-or-later
library_folder = tests/library/folder.c tests/library/folder.h tests/unit.h

unit_tests += tests/library/library_test
tests_library_library_test_SOURCES = tests/library/library_test.c \
	$(library_folder)
tests_library_library_test_LDADD = $(test_libs)

unit_tests += tests/library/related_test
tests_library_related_test_SOURCES = tests/library/related_test.c \
	$(library_folder)
tests_library_related_test_LDADD = $(test_libs)

unit_tests += tests/library/query_test
tests_library_query_test_SOURCES = tests/library/query_test.c \
	$(library_folder)
tests_library_query_test_LDADD = $(test_libs)
