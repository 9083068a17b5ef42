/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

/* What a name is of the one that bears it. */
typedef enum {
  CHN_NAME_SORT_ID,
  CHN_NAME_SORT_NAME,
  CHN_NAME_SORT_SHORT,
  CHN_NAME_SORT_ALIAS,
  CHN_NAME_SORT_CODE, /* and as many more as there are codes */
  CHN_N_NAME_SORTS = CHN_NAME_SORT_CODE + CHN_N_CODES,
} ChnNameSort;

static inline gboolean
chn_name_sort_is_code (guint sort)
{
  return sort >= CHN_NAME_SORT_CODE;
}
