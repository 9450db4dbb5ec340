# SPDX-License-Identifier: GPL-3.0-or-later
src_libpore_a_SOURCES += \
	src/text/bidi.c src/text/bidi.h \
	src/text/charset.c src/text/charset.h \
	src/text/encoding.c src/text/encoding.h \
	src/text/fold.c src/text/fold.h src/text/fold_find.c \
	src/text/fold_table.h \
	src/text/grapheme.c src/text/grapheme.h \
	src/text/hyphen.c src/text/hyphen.h \
	src/text/language.c src/text/language.h \
	src/text/linebreak.c src/text/linebreak.h src/text/linebreak_table.h \
	src/text/patterns.c src/text/patterns.h \
	src/text/stem.c src/text/stem.h \
	src/text/utf8.c src/text/utf8.h \
	src/text/width.c src/text/width.h src/text/width_table.h \
	src/text/word.c src/text/word.h

# Tables made from Debian's unicode-data. A release has them, and needs neither
# it nor awk. (Hence what they are made from is no prerequisite.)
text_tables = src/text/fold_table.h src/text/linebreak_table.h src/text/width_table.h
EXTRA_DIST += src/text/mkfold.awk src/text/twostage.awk src/text/mklinebreak.awk \
	src/text/mkwidth.awk src/text/.gitignore
BUILT_SOURCES += $(text_tables)
MAINTAINERCLEANFILES = $(text_tables)

src/text/fold_table.h: src/text/mkfold.awk
	$(AM_V_GEN)$(MKDIR_P) src/text && cd $(UCD) && \
	$(AWK) -f $(abs_top_srcdir)/src/text/mkfold.awk \
		CaseFolding.txt UnicodeData.txt \
		>$(abs_top_builddir)/$@.new && \
	mv $(abs_top_builddir)/$@.new $(abs_top_builddir)/$@

src/text/linebreak_table.h: src/text/twostage.awk src/text/mklinebreak.awk
	$(AM_V_GEN)$(MKDIR_P) src/text && cd $(UCD) && \
	$(AWK) -f $(abs_top_srcdir)/src/text/twostage.awk \
		-f $(abs_top_srcdir)/src/text/mklinebreak.awk \
		LineBreak.txt EastAsianWidth.txt emoji/emoji-data.txt \
		extracted/DerivedGeneralCategory.txt \
		>$(abs_top_builddir)/$@.new && \
	mv $(abs_top_builddir)/$@.new $(abs_top_builddir)/$@

src/text/width_table.h: src/text/twostage.awk src/text/mkwidth.awk
	$(AM_V_GEN)$(MKDIR_P) src/text && cd $(UCD) && \
	$(AWK) -f $(abs_top_srcdir)/src/text/twostage.awk \
		-f $(abs_top_srcdir)/src/text/mkwidth.awk \
		EastAsianWidth.txt extracted/DerivedGeneralCategory.txt \
		HangulSyllableType.txt DerivedCoreProperties.txt PropList.txt \
		emoji/emoji-variation-sequences.txt \
		>$(abs_top_builddir)/$@.new && \
	mv $(abs_top_builddir)/$@.new $(abs_top_builddir)/$@

# For targets that, unlike all and check, do not make BUILT_SOURCES first.
src/text/fold.$(OBJEXT): src/text/fold_table.h
src/text/linebreak.$(OBJEXT): src/text/linebreak_table.h
src/text/width.$(OBJEXT): src/text/width_table.h
