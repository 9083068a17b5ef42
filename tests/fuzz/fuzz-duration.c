/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fuzz target: a duration is refused with its place, or its text is the same duration and sums stay ordered. */
#include <chancery/date.h>
#include <chancery/duration.h>
#include <chancery/error.h>
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  ChnDuration duration, again;
  if (!chn_duration_parse (size > 0 ? (const char *) data : "", (gssize) size, &duration, &error)) {
    gsize offset = 0, length = 0;
    g_assert (chn_error_get_place (error, &offset, &length));
    g_assert (offset <= size && length <= size - offset);
    return 0;
  }
  g_autofree char *text = chn_duration_dup_text (&duration);
  g_assert (chn_duration_parse (text, -1, &again, &error));
  g_assert_no_error (error);
  g_assert (duration.years == again.years && duration.months == again.months && duration.days == again.days &&
            duration.seconds == again.seconds);
  static const gint64 times[] = {
    CHN_TIME_MIN, -9000000000000000000, 0, 1416322080, 9000000000000000000, CHN_TIME_MAX
  };
  gboolean backward = duration.years < 0 || duration.months < 0 || duration.days < 0 || duration.seconds < 0;
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++) {
    gint64 sum = chn_duration_add (&duration, times[i], 1), difference = chn_duration_add (&duration, times[i], -1);
    g_assert (backward ? sum <= times[i] : sum >= times[i]);
    g_assert (backward ? difference >= times[i] : difference <= times[i]);
  }
  return 0;
}
