# SPDX-License-Identifier: GPL-3.0-or-later
src_libpore_a_SOURCES += \
	src/base/arena.c src/base/arena.h \
	src/base/buf.c src/base/buf.h \
	src/base/err.c src/base/err.h \
	src/base/log.c src/base/log.h \
	src/base/map.c src/base/map.h \
	src/base/mem.c src/base/mem.h \
	src/base/pool.c src/base/pool.h \
	src/base/str.c src/base/str.h \
	src/base/vec.h
