/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fuzzes imports of tables as text. */
#include <stddef.h>
#include <stdint.h>

#include "imported.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_import (size > 0 ? (const char *) data : "", size);
  return 0;
}
