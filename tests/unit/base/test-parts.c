/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of work in parts: each is done once, however many there are. */
#include "base/parts.h"

#include "suite.h"

typedef struct {
  guint from, to, times;
  guint64 sum;
} Part;

static void
add_up (gpointer data)
{
  Part *part = data;
  part->times++;
  for (guint i = part->from; i < part->to; i++)
    part->sum += i;
}

static void
test_each_once (void)
{
  for (guint n = 0; n <= 9; n++) {
    Part parts[9] = { 0 };
    guint64 sum = 0;
    for (guint i = 0; i < n; i++)
      parts[i] = (Part){ .from = 1000 * i, .to = 1000 * (i + 1) };
    chn_parts_run (parts, n, sizeof *parts, add_up);
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
      CHN_ASSERT_INT (parts[i].times, i < n ? 1 : 0);
      sum += parts[i].sum;
    }
    CHN_ASSERT_INT (sum, n == 0 ? 0 : (guint64) (1000 * n) * (1000 * n - 1) / 2);
  }
}

static void
test_count (void)
{
  CHN_ASSERT_INT (chn_parts_count (0, 100), 1);
  CHN_ASSERT_INT (chn_parts_count (199, 100), 1);
  CU_ASSERT (chn_parts_count (G_MAXUINT64, 1) >= 1);
  CU_ASSERT (chn_parts_count (G_MAXUINT64, 1) <= g_get_num_processors ());
  CHN_ASSERT_INT (chn_parts_count (5, 0), MIN (4, MIN (5, g_get_num_processors ())));
}

static const ChnTest tests[] = {
  { "each part is done once", test_each_once },
  { "little work is one part", test_count },
};

CHN_SUITE ("base/parts", tests)
