# SPDX-License-Identifier: GPL-3.0-or-later
src_libpore_a_SOURCES += \
	src/search/build.c src/search/build.h \
	src/search/correct.c src/search/correct.h \
	src/search/dict.c src/search/dict.h \
	src/search/filter.c src/search/filter.h \
	src/search/index.c src/search/index.h \
	src/search/match.c src/search/match.h \
	src/search/portrait.c src/search/portrait.h \
	src/search/postings.c src/search/postings.h \
	src/search/query.c src/search/query.h \
	src/search/rank.c src/search/rank.h \
	src/search/result.h \
	src/search/scan.c src/search/scan.h \
	src/search/segment.c src/search/segment.h \
	src/search/similar.c src/search/similar.h \
	src/search/snippet.c src/search/snippet.h \
	src/search/stop.c src/search/stop.h \
	src/search/token.c src/search/token.h
