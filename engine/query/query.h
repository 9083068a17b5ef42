/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/query.h>

#include "query/tree.h"

struct _ChnQuery {
  ChnArena *arena;
  const char *text;
  ChnNode *root;
  ChnLimits limits;
};
