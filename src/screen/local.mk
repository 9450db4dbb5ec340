# SPDX-License-Identifier: GPL-3.0-or-later
src_libpore_a_SOURCES +=
