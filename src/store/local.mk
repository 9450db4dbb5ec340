# SPDX-License-Identifier: GPL-3.0-or-later
src_libpore_a_SOURCES += \
	src/store/settings.c src/store/settings.h src/store/settings.def \
	src/store/database.c src/store/database.h \
	src/store/dirs.c src/store/dirs.h \
	src/store/store.c src/store/store.h
