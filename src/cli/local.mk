# SPDX-License-Identifier: GPL-3.0-or-later
src_libpore_a_SOURCES += \
	src/cli/cli.c src/cli/cli.h src/cli/mode.h \
	src/cli/confine.c src/cli/confine.h \
	src/cli/dump.c \
	src/cli/json.c src/cli/json.h \
	src/cli/list.c \
	src/cli/options.c src/cli/options.h src/cli/options.def \
	src/cli/pages.c src/cli/pages.h \
	src/cli/parts.c \
	src/cli/related.c \
	src/cli/search.c \
	src/cli/stats.c
