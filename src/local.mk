# SPDX-License-Identifier: GPL-3.0-or-later
src_pore_SOURCES = src/main.c
