# SPDX-License-Identifier: GPL-3.0-or-later
# A program per subject: name it in `unit_tests`, then its sources and libraries.
unit_tests += tests/text/charset_test
tests_text_charset_test_SOURCES = tests/text/charset_test.c tests/unit.h
tests_text_charset_test_LDADD = $(test_libs)
text_noise = tests/text/noise.c tests/text/noise.h tests/unit.h
text_breaktest = tests/text/breaktest.c tests/text/breaktest.h

unit_tests += tests/text/grapheme_test
tests_text_grapheme_test_SOURCES = tests/text/grapheme_test.c $(text_noise) \
	$(text_breaktest)
tests_text_grapheme_test_LDADD = $(test_libs)

unit_tests += tests/text/utf8_test
tests_text_utf8_test_SOURCES = tests/text/utf8_test.c $(text_noise)
tests_text_utf8_test_LDADD = $(test_libs)

unit_tests += tests/text/word_test
tests_text_word_test_SOURCES = tests/text/word_test.c $(text_noise)
tests_text_word_test_LDADD = $(test_libs)

unit_tests += tests/text/linebreak_test
tests_text_linebreak_test_SOURCES = tests/text/linebreak_test.c $(text_noise) \
	$(text_breaktest)
tests_text_linebreak_test_LDADD = $(test_libs)

unit_tests += tests/text/width_test
tests_text_width_test_SOURCES = tests/text/width_test.c $(text_noise)
tests_text_width_test_LDADD = $(test_libs)

unit_tests += tests/text/hyphen_test
tests_text_hyphen_test_SOURCES = tests/text/hyphen_test.c tests/unit.h
tests_text_hyphen_test_LDADD = $(test_libs)

unit_tests += tests/text/language_test
tests_text_language_test_SOURCES = tests/text/language_test.c tests/unit.h
tests_text_language_test_LDADD = $(test_libs)

unit_tests += tests/text/bidi_test
tests_text_bidi_test_SOURCES = tests/text/bidi_test.c $(text_noise)
tests_text_bidi_test_LDADD = $(test_libs)

unit_tests += tests/text/fold_test
tests_text_fold_test_SOURCES = tests/text/fold_test.c $(text_noise)
tests_text_fold_test_LDADD = $(test_libs)

unit_tests += tests/text/stem_test
tests_text_stem_test_SOURCES = tests/text/stem_test.c tests/unit.h
tests_text_stem_test_LDADD = $(test_libs)

# The same words by the library that the dictionaries are written for.
unit_tests += tests/text/patterns_test
tests_text_patterns_test_SOURCES = tests/text/patterns_test.c tests/unit.h
tests_text_patterns_test_LDADD = $(test_libs) -lhyphen
