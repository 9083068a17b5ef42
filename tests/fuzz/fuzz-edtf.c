/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fuzz target: any bytes are refused with a place and a hint, or are a date whose canonical text is the same date. */
#include <chancery/date.h>
#include <chancery/error.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "english.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Hints cost a hundred times what parsing costs, so most refusals go without one. */
static gboolean
wants_hint (const uint8_t *data, size_t size)
{
  guint sum = 0;
  for (size_t i = 0; i < size; i++)
    sum = sum * 31 + data[i];
  return sum % 64 == 0;
}

static void
check_refusal (const uint8_t *data, size_t size)
{
  if (!wants_hint (data, size))
    return;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) date = chn_date_parse (size > 0 ? (const char *) data : "", (gssize) size, &error);
  g_assert (date == NULL);
  gsize offset = 0, length = 0;
  g_assert (error != NULL);
  g_assert (chn_error_get_place (error, &offset, &length));
  g_assert (offset <= size && length <= size - offset);
  g_assert (chn_error_get_hint (error) != NULL);
}

/* The relation to a range must agree with the bounds. */
static void
check_relation (const ChnDate *date)
{
  const ChnDateBounds *bounds = chn_date_get_bounds (date);
  gint64 odd = (bounds->earliest % 2 + bounds->latest % 2) / 2;
  gint64 middle = bounds->earliest / 2 + bounds->latest / 2 + odd;
  g_assert (bounds->earliest <= bounds->latest);
  gboolean qualified = (bounds->flags & (CHN_DATE_UNCERTAIN | CHN_DATE_APPROXIMATE)) != 0;
  ChnCertainty whole = qualified ? CHN_CERTAINTY_POSSIBLY : CHN_CERTAINTY_CERTAINLY;
  g_assert (chn_date_relate (date, bounds->earliest, bounds->latest) == whole);
  g_assert (chn_date_relate (date, CHN_TIME_MIN, CHN_TIME_MAX) == whole);
  g_assert (chn_date_relate (date, bounds->earliest, bounds->earliest) != CHN_CERTAINTY_NO);
  g_assert (chn_date_relate (date, bounds->latest, bounds->latest) != CHN_CERTAINTY_NO);
  if (!(bounds->flags & CHN_DATE_GAPS))
    g_assert (chn_date_relate (date, middle, middle) != CHN_CERTAINTY_NO);
  if (bounds->earliest > CHN_TIME_MIN)
    g_assert (chn_date_relate (date, CHN_TIME_MIN, bounds->earliest - 1) == CHN_CERTAINTY_NO);
  gint64 earliest, latest;
  chn_date_get_fuzzy_bounds (date, &earliest, &latest);
  g_assert (earliest <= bounds->earliest && latest >= bounds->latest);
}

static void
check_canonical (const ChnDate *date)
{
  g_autofree char *canonical = chn_date_dup_canonical (date);
  g_autoptr (ChnDate) again = chn_date_parse (canonical, -1, NULL);
  g_assert (again != NULL);
  g_autofree char *same = chn_date_dup_canonical (again);
  g_assert_cmpstr (canonical, ==, same);
  g_assert_cmpint (chn_date_compare (date, again), ==, 0);
  g_assert_cmpint (chn_date_get_bounds (date)->flags, ==, chn_date_get_bounds (again)->flags);
}

static void
check_humanized (const ChnDate *date)
{
  g_autofree char *canonical = chn_date_dup_canonical (date);
  g_autofree char *english = chn_date_dup_humanized (date);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) again = chn_date_new_humanized (english, &error);
  if (strlen (english) > 16384)
    return; /* beyond the bound of the reader */
  g_assert_no_error (error);
  g_autofree char *same = chn_date_dup_canonical (again);
  g_autofree char *said = dup_said_in_english (english, canonical);
  g_assert_cmpstr (said, ==, same);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (ChnDate) date = chn_date_parse (size > 0 ? (const char *) data : "", (gssize) size, NULL);
  if (!date) {
    check_refusal (data, size);
    return 0;
  }
  g_assert (strlen (chn_date_get_text (date)) == size && memcmp (chn_date_get_text (date), data, size) == 0);
  check_relation (date);
  check_canonical (date);
  check_humanized (date);
  return 0;
}
