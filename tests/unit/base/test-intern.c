/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the pool of texts. */
#include "base/intern.h"

#include <string.h>

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

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer pool)
{
  return strcmp (chn_pool_get (pool, *(const guint32 *) a), chn_pool_get (pool, *(const guint32 *) b));
}

/* Texts that begin alike, all or most of them, and some that are what others begin with. */
static void
test_sort (void)
{
  static const char *const beginnings[] = { "", "https://example.org/a/", "https://example.org/a/0000000", "z" };
  g_autoptr (GRand) random = g_rand_new_with_seed (2321);
  for (guint round = 0; round < 200; round++) {
    g_autoptr (ChnPool) pool = chn_pool_new ();
    guint32 numbers[300], expected[300];
    guint n = (guint) g_rand_int_range (random, 0, 300);
    for (guint i = 0; i < n; i++) {
      guint odd = (guint) g_rand_int_range (random, 0, 4);
      const char *beginning = beginnings[i % 100 == 99 ? odd : round % 4];
      g_autofree char *text = g_strdup_printf ("%s%.*o", beginning, g_rand_int_range (random, 0, 12),
                                               (guint) g_rand_int (random) >> g_rand_int_range (random, 0, 32));
      numbers[i] = expected[i] = chn_pool_append (pool, text, -1);
    }
    chn_pool_sort (pool, numbers, n);
    g_qsort_with_data (expected, (gint) n, sizeof *expected, compare_texts, pool);
    for (guint i = 0; i < n; i++)
      CHN_ASSERT_STRING (chn_pool_get (pool, numbers[i]), chn_pool_get (pool, expected[i]));
  }
}

/* A pool that may be written says where its texts are; both kinds say the same of them. */
static void
test_wide (void)
{
  g_autoptr (ChnPool) wide = chn_pool_new_wide ();
  g_autoptr (ChnPool) pool = chn_pool_new ();
  gsize n_bytes, length;
  for (guint i = 0; i < 1000; i++) {
    g_autofree char *text = g_strdup_printf ("%u", i * i);
    CHN_ASSERT_INT (chn_pool_intern (wide, text, -1), chn_pool_intern (pool, text, -1));
  }
  const char *bytes = chn_pool_get_bytes (wide, &n_bytes);
  const guint64 *offsets = chn_pool_get_offsets (wide);
  CHN_ASSERT_INT (offsets[chn_pool_get_size (wide)], n_bytes);
  for (guint32 number = 1; number <= chn_pool_get_size (wide); number++) {
    CHN_ASSERT_STRING (bytes + offsets[number - 1], chn_pool_get (pool, number));
    CHN_ASSERT_STRING (chn_pool_get_span (wide, number, &length), chn_pool_get (pool, number));
    CHN_ASSERT_INT (length, strlen (chn_pool_get (pool, number)));
  }
}

static const ChnTest tests[] = {
  { "texts are numbered once each", test_numbers },
  { "nothing has the number 0", test_none },
  { "appended texts are not shared", test_append_does_not_share },
  { "numbers outlive growth", test_growth },
  { "numbers are put in the order of their texts", test_sort },
  { "a wide pool is like any other", test_wide },
};

CHN_SUITE ("base/intern", tests)
