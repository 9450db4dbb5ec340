# SPDX-License-Identifier: GPL-3.0-or-later
# Parts of the program that are not in the library, each with its source.
unit_tests += \
	tests/term/browse_test \
	tests/term/keys_test \
	tests/term/safe_test \
	tests/term/theme_test
tests_term_browse_test_SOURCES = tests/term/browse_test.c tests/unit.h \
	src/browse.c src/browse.h
tests_term_browse_test_LDADD = $(test_libs)
tests_term_keys_test_SOURCES = tests/term/keys_test.c tests/unit.h \
	src/term/keys.c src/term/keys.h
tests_term_keys_test_LDADD = $(test_libs)
tests_term_safe_test_SOURCES = tests/term/safe_test.c tests/unit.h \
	src/term/safe.c src/term/safe.h
tests_term_safe_test_LDADD = $(test_libs)
tests_term_theme_test_SOURCES = tests/term/theme_test.c tests/unit.h \
	src/term/theme.c src/term/theme.h
tests_term_theme_test_LDADD = $(test_libs) $(NCURSES_LIBS)
