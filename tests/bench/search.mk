# SPDX-License-Identifier: GPL-3.0-or-later
# The search: how fast (bench_search) and how good (quality_search).
bench_programs += tests/bench/bench_search
tests_bench_bench_search_SOURCES = tests/bench/bench_search.c \
	tests/bench/figure.c tests/bench/figure.h
tests_bench_bench_search_LDADD = src/libpore.a $(pore_libs)

quality_programs += tests/bench/quality_search
tests_bench_quality_search_SOURCES = tests/bench/quality_search.c
tests_bench_quality_search_LDADD = src/libpore.a $(pore_libs)
