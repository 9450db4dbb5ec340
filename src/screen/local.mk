# SPDX-License-Identifier: GPL-3.0-or-later
src_libpore_a_SOURCES += \
	src/screen/event.h \
	src/screen/grid.c src/screen/grid.h \
	src/screen/key.c \
	src/screen/paint.c src/screen/paint.h \
	src/screen/style.h
