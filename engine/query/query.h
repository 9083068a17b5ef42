/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/query.h>

#include "query/tree.h"

/* Bound queries keep the query alive. */
struct _ChnQuery {
  gatomicrefcount references;
  ChnArena *arena;
  const char *text;
  ChnNode *root;
  ChnLimits limits;
};

ChnQuery *chn_query_ref (const ChnQuery *query);
