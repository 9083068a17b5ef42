/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the pool of texts. */
#include "base/intern.h"
#include "suite.h"

static void
test_numbers (void)
{
  g_autoptr (ChnPool) pool = chn_pool_new ();
  CHN_ASSERT_INT (chn_pool_intern (pool, "one", -1), 1);
  CHN_ASSERT_INT (chn_pool_intern (pool, "two", -1), 2);
  CHN_ASSERT_INT (chn_pool_intern (pool, "one and more", 3), 1);
  CHN_ASSERT_INT (chn_pool_intern (pool, "", -1), 3);
  CHN_ASSERT_INT (chn_pool_intern (pool, "on", -1), 4);
  CHN_ASSERT_INT (chn_pool_find (pool, "two", -1), 2);
  CHN_ASSERT_INT (chn_pool_find (pool, "three", -1), 0);
  CHN_ASSERT_INT (chn_pool_get_size (pool), 4);
  CHN_ASSERT_STRING (chn_pool_get (pool, 2), "two");
}

static void
test_none (void)
{
  g_autoptr (ChnPool) pool = chn_pool_new ();
  CHN_ASSERT_INT (chn_pool_intern (pool, NULL, -1), 0);
  CHN_ASSERT_INT (chn_pool_append (pool, NULL, -1), 0);
  CHN_ASSERT_INT (chn_pool_find (pool, NULL, -1), 0);
  CU_ASSERT_PTR_NULL (chn_pool_get (pool, 0));
  chn_pool_free (NULL);
}

static void
test_append_does_not_share (void)
{
  g_autoptr (ChnPool) pool = chn_pool_new ();
  guint32 first = chn_pool_append (pool, "title", -1), second = chn_pool_append (pool, "title", -1);
  CU_ASSERT_NOT_EQUAL (first, second);
  CHN_ASSERT_INT (chn_pool_find (pool, "title", -1), 0);
}

static void
test_growth (void)
{
  enum { N = 5000 };
  g_autoptr (ChnPool) pool = chn_pool_new ();
  char text[32];
  guint faults = 0;
  for (guint i = 0; i < N; i++) {
    g_snprintf (text, sizeof text, "text number %u", i);
    faults += chn_pool_intern (pool, text, -1) != i + 1;
  }
  for (guint i = 0; i < N; i++) {
    g_snprintf (text, sizeof text, "text number %u", i);
    faults += chn_pool_find (pool, text, -1) != i + 1 || !g_str_equal (chn_pool_get (pool, i + 1), text);
  }
  CHN_ASSERT_INT (faults, 0);
}

static const ChnTest tests[] = {
  { "texts are numbered once each", test_numbers },
  { "nothing has the number 0", test_none },
  { "appended texts are not shared", test_append_does_not_share },
  { "numbers outlive growth", test_growth },
};

CHN_SUITE ("base/intern", tests)
