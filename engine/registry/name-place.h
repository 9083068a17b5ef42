/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

/* Where a name stands in a file. */
typedef struct {
  const char *file;
  guint line, column;
} ChnNamePlace;
