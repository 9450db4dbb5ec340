# SPDX-License-Identifier: GPL-3.0-or-later
# Benches: programs that print lines "name value unit [peer value ratio]" and
# "# what else to know", such as a peer that is not installed. Nothing here is
# a test: what is timed is not judged by `make check`.
#
# A new one: its line in bench_programs (or quality_programs, for figures that
# others have published), and its libraries as for a test.
bench_programs =
quality_programs =

bench_programs += tests/bench/bench_start
tests_bench_bench_start_SOURCES = tests/bench/bench_start.c \
	tests/bench/pty.c tests/bench/pty.h tests/bench/figure.c tests/bench/figure.h
tests_bench_bench_start_LDADD = $(VTERM_LIBS) -lm

bench_programs += tests/bench/bench_ui
tests_bench_bench_ui_SOURCES = tests/bench/bench_ui.c \
	tests/bench/figure.c tests/bench/figure.h
tests_bench_bench_ui_LDADD = src/libpore.a $(pore_libs)

quality_programs += tests/bench/quality_pagetext
tests_bench_quality_pagetext_SOURCES = tests/bench/quality_pagetext.c \
	tests/bench/figure.c tests/bench/figure.h
tests_bench_quality_pagetext_LDADD = src/libpore.a $(pore_libs)
include tests/bench/search.mk


EXTRA_PROGRAMS += $(bench_programs) $(quality_programs)
EXTRA_DIST += tests/bench/run.sh tests/bench/library.sh

# How many files the library of the benches has.
BENCH_FILES = 10000
bench_environment = srcdir='$(abs_top_srcdir)'; export srcdir; \
	builddir='$(abs_top_builddir)'; export builddir; \
	AWK='$(AWK)'; export AWK; BENCH_FILES='$(BENCH_FILES)'; export BENCH_FILES; \
	BENCH_FLAGS='$(CFLAGS) $(SAN_CFLAGS)'; export BENCH_FLAGS;
bench: $(BUILT_SOURCES)
	@$(MAKE) $(AM_MAKEFLAGS) all $(bench_programs)
	@$(bench_environment) $(SHELL) $(srcdir)/tests/bench/run.sh $(bench_programs)

bench-quality: $(BUILT_SOURCES)
	@$(MAKE) $(AM_MAKEFLAGS) all $(quality_programs)
	@$(bench_environment) $(SHELL) $(srcdir)/tests/bench/run.sh $(quality_programs)

clean-bench:
	-rm -rf tests/bench/library
.PHONY: bench bench-quality clean-bench
