/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/write.h"

/* Rows of a timeline that go into a table of events. */
typedef struct {
  const char *table;
  const ChnTimeline *timeline;
  const guint *rows;
  guint n;
} ChnStoreLoad;
