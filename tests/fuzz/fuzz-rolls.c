/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fuzzes the reader of tables of votes: what it takes comes back whole through both flat formats. */
#include "round-trip.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_format ("roll-calls", (const char *) data, size);
  return 0;
}
