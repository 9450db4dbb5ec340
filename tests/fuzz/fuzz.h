/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A fuzz target is a file fuzz_X.c that has LLVMFuzzerTestOneInput. With
 * --enable-fuzzers libFuzzer calls it; else replay.c does, once for each file
 * of corpus/X.
 */
#ifndef PORE_TESTS_FUZZ_FUZZ_H
#define PORE_TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Takes any bytes and returns 0. Whatever is wrong aborts. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* A target may have this too: called once before the first input. */
int LLVMFuzzerInitialize(int *argc, char ***argv);

#endif
