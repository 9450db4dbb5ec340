# SPDX-License-Identifier: GPL-3.0-or-later
src_libpore_a_SOURCES += \
	src/article/anchor.c \
	src/article/article.c src/article/article.h \
	src/article/build.c src/article/build.h \
	src/article/check.c \
	src/article/divide.c src/article/divide.h \
	src/article/finish.c src/article/draft.h \
	src/article/writer.c src/article/writer.h
