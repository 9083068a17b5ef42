/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the table of bounds. */
#include <chancery/limits.h>

#include "suite.h"

static void
test_table (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (int i = 0; i < CHN_N_LIMITS; i++) {
    const char *name = chn_limit_get_name ((ChnLimit) i);
    CU_ASSERT_PTR_NOT_NULL_FATAL (name);
    CU_ASSERT_PTR_NOT_NULL (chn_limit_get_description ((ChnLimit) i));
    CU_ASSERT_TRUE (g_hash_table_add (seen, (gpointer) (guintptr) name));
    CU_ASSERT_TRUE (chn_limits_get_default ()->value[i] > 0);
  }
  CHN_ASSERT_INT (chn_limits_get_default ()->value[CHN_LIMIT_FILE], 268435456);
}

static const ChnTest tests[] = {
  { "each bound has a name of its own, a description and a default", test_table },
};

CHN_SUITE ("base/limits", tests)
