/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/tree.h"

struct _ChnQueryRule {
  guint takes; /* ChnTakes */
  guint argument;
};
