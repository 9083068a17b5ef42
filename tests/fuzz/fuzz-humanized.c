/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fuzz target: what is read as English is written as English that reads as the same date. */
#include <chancery/date.h>
#include <chancery/error.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "english.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) date = chn_date_new_humanized (text, &error);
  if (!date) {
    gsize offset = 0, length = 0;
    g_assert (error != NULL && chn_error_get_place (error, &offset, &length));
    g_assert (offset <= strlen (text) && length <= strlen (text) - offset);
    return 0;
  }
  g_autofree char *canonical = chn_date_dup_canonical (date);
  g_assert_cmpstr (chn_date_get_text (date), ==, canonical);
  g_autofree char *english = chn_date_dup_humanized (date);
  if (strlen (english) > 16384)
    return 0;
  g_autoptr (ChnDate) again = chn_date_new_humanized (english, &error);
  g_assert_no_error (error);
  g_autofree char *said = dup_said_in_english (english, canonical);
  g_assert_cmpstr (chn_date_get_text (again), ==, said);
  return 0;
}
