/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of errors that know their place and a hint. */
#include "base/error.h"
#include "suite.h"

static void
test_place_and_hint (void)
{
  g_autoptr (GError) error = NULL;
  gsize offset = 0, length = 0;
  chn_error_set_at (&error, CHN_ERROR_RANGE, 5, 2, "write 12", "found %d", 13);
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_RANGE);
  CHN_ASSERT_STRING (error->message, "found 13");
  CHN_ASSERT_STRING (chn_error_get_hint (error), "write 12");
  chn_error_shift (error, 10);
  CU_ASSERT_TRUE (chn_error_get_place (error, &offset, &length));
  CHN_ASSERT_INT (offset, 15);
  CHN_ASSERT_INT (length, 2);
}

static void
test_copy (void)
{
  g_autoptr (GError) error = NULL;
  chn_error_set_at (&error, CHN_ERROR_SYNTAX, 1, 1, "hint", "message");
  g_autoptr (GError) copy = g_error_copy (error);
  g_clear_error (&error);
  CHN_ASSERT_STRING (chn_error_get_hint (copy), "hint");
}

static void
test_no_place (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) foreign = g_error_new (G_FILE_ERROR, G_FILE_ERROR_NOENT, "gone");
  gsize offset = 7;
  chn_error_set (&error, CHN_ERROR_IO, NULL, "cannot");
  CU_ASSERT_FALSE (chn_error_get_place (error, &offset, NULL));
  CU_ASSERT_FALSE (chn_error_get_place (foreign, &offset, NULL));
  CU_ASSERT_FALSE (chn_error_get_place (NULL, &offset, NULL));
  CHN_ASSERT_INT (offset, 7);
  CU_ASSERT_PTR_NULL (chn_error_get_hint (error));
  CU_ASSERT_PTR_NULL (chn_error_get_hint (foreign));
  chn_error_shift (foreign, 3);
  chn_error_set (NULL, CHN_ERROR_IO, NULL, "nobody listens");
}

static char *
count_making (gconstpointer among, const char *wanted)
{
  guint *n_made = *(guint *const *) among;
  ++*n_made;
  return g_strdup_printf ("not %s", wanted);
}

static void
test_deferred_hint (void)
{
  guint n_made = 0, *counter = &n_made;
  g_autoptr (GError) error = NULL;
  chn_error_set (&error, CHN_ERROR_UNKNOWN, NULL, "found what nobody knows");
  chn_error_take_hint (
      error, chn_hint_new_deferred (count_making, g_memdup2 (&counter, sizeof counter), g_free, "kindness", 4));
  g_autoptr (GError) copy = g_error_copy (error), reworded = NULL;
  chn_error_reword (&reworded, error, "in other words");
  CHN_ASSERT_INT (n_made, 0);
  CHN_ASSERT_STRING (chn_error_get_hint (reworded), "not kind");
  CHN_ASSERT_STRING (chn_error_get_hint (copy), "not kind");
  CHN_ASSERT_STRING (chn_error_get_hint (error), "not kind");
  CHN_ASSERT_INT (n_made, 1);
  CHN_ASSERT_ERROR (reworded, CHN_ERROR, CHN_ERROR_UNKNOWN);
}

static const ChnTest tests[] = {
  { "place and hint", test_place_and_hint },
  { "a copy keeps them", test_copy },
  { "errors without a place", test_no_place },
  { "a hint is made once, when it is read", test_deferred_hint },
};

CHN_SUITE ("base/error", tests)
