# SPDX-License-Identifier: GPL-3.0-or-later
src_libpore_a_SOURCES += \
	src/library/ask.c \
	src/library/catalog.c src/library/catalog.h \
	src/library/library.c src/library/library.h \
	src/library/links.c src/library/links.h \
	src/library/load.c src/library/load.h \
	src/library/related.c src/library/state.h \
	src/library/titles.c
