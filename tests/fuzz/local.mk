# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzz targets: one line each here, fuzz_X.c beside it, and a few small inputs
# of our own in corpus/X; perhaps words of its language in X.dict.
#
# `make check` replays the corpora (replay.c) with any compiler. Configured
# with CC=clang --enable-fuzzers they are libFuzzer's, and `make fuzz` runs each for
# FUZZ_SECONDS.
fuzz_targets =
fuzz_targets += tests/fuzz/fuzz_build
fuzz_targets += tests/fuzz/fuzz_check
fuzz_targets += tests/fuzz/fuzz_markdown
fuzz_targets += tests/fuzz/fuzz_text
fuzz_targets += tests/fuzz/fuzz_pagetext
fuzz_targets += tests/fuzz/fuzz_typeset
fuzz_targets += tests/fuzz/fuzz_ui
fuzz_targets += tests/fuzz/fuzz_query

# Articles from a script, for targets that need articles of every shape.
fuzz_script = tests/fuzz/script.c tests/fuzz/script.h
tests_fuzz_fuzz_build_SOURCES = tests/fuzz/fuzz_build.c $(fuzz_script)
tests_fuzz_fuzz_check_SOURCES = tests/fuzz/fuzz_check.c $(fuzz_script)
tests_fuzz_fuzz_markdown_SOURCES = tests/fuzz/fuzz_markdown.c
tests_fuzz_fuzz_text_SOURCES = tests/fuzz/fuzz_text.c
tests_fuzz_fuzz_pagetext_SOURCES = tests/fuzz/fuzz_pagetext.c $(fuzz_script)
tests_fuzz_fuzz_typeset_SOURCES = tests/fuzz/fuzz_typeset.c $(fuzz_script) \
	$(typeset_fault)
tests_fuzz_fuzz_ui_SOURCES = tests/fuzz/fuzz_ui.c
tests_fuzz_fuzz_query_SOURCES = tests/fuzz/fuzz_query.c $(fuzz_script)

# What programs link that name no LDADD of their own: the fuzz targets. Their
# main is in the engine.
LDADD = $(fuzz_engine) $(test_libs)
if FUZZERS
EXTRA_PROGRAMS += $(fuzz_targets)
fuzz_engine = $(FUZZ_ENGINE)
else
check_PROGRAMS += $(fuzz_targets)
TESTS += $(fuzz_targets)
check_LIBRARIES = tests/fuzz/libreplay.a
fuzz_engine = tests/fuzz/libreplay.a
tests_fuzz_libreplay_a_SOURCES = tests/fuzz/replay.c
endif

EXTRA_DIST += tests/fuzz/fuzz.h tests/fuzz/run.sh tests/fuzz/corpus \
	tests/fuzz/pagetext.dict

FUZZ_SECONDS = 15
fuzz: $(BUILT_SOURCES)
if FUZZERS
	@$(MAKE) $(AM_MAKEFLAGS) $(fuzz_targets)
	@srcdir='$(abs_top_srcdir)' $(SHELL) $(srcdir)/tests/fuzz/run.sh \
		$(FUZZ_SECONDS) $(fuzz_targets)
else
	@echo "make fuzz: needs ./configure CC=clang --enable-fuzzers" \
		"(and best --enable-sanitizers=address,undefined)" >&2; exit 1
endif

clean-fuzz:
	-rm -rf tests/fuzz/scratch
.PHONY: fuzz clean-fuzz
