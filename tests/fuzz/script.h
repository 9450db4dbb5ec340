/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text that tells article/build.h what to call: the way for fuzz targets to
 * reach articles of every shape, in a corpus that people can read.
 *
 * A command a line: its letter, then its argument.
 *
 *     mNtext     metadata N (0 url, 1 title, ... as enum meta)
 *     aname|life author          #text  tag          !text  problem
 *     Rgroup|title|teaser|url    a related piece
 *     >          enter a quote   -      a list       1      a numbered list
 *     *          enter an item   <N     leave container N of enum container
 *     nN         number          fN     flags
 *     pN         open block N    hN     heading N    itext  info    .  close
 *     ttext      text            /      break
 *     [N         start span N    ]N     stop span N
 *     lurl       start a link    L      stop it
 *     clabel     note call       olabel open a note  O      close it
 *
 * N is one decimal digit (':' to '?' go on from 10). Other lines are text.
 */
#ifndef PORE_TESTS_FUZZ_SCRIPT_H
#define PORE_TESTS_FUZZ_SCRIPT_H

#include "article/build.h"

/* The article that a script builds; free it with article_free. */
struct article *script_build(struct str script);

/* Reads every string, array and index of an article the way its readers do,
 * so that the sanitizers see what is out of bounds. Returns a sum of it all.
 */
size_t script_read_all(const struct article *a);

#endif
