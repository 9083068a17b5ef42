/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writes what was read of a date in English as EDTF, each qualifier left of its component. */
#include "date/english.h"

static void
append_masked (GString *out, gint64 magnitude, int n_masked)
{
  char digits[8];
  g_snprintf (digits, sizeof digits, "%04d", (int) magnitude);
  for (int i = 0; i < n_masked; i++)
    digits[3 - i] = 'X';
  g_string_append (out, digits);
}

static void
append_qualifier (const ChnEnglishPart *part, int component, GString *out)
{
  static const char *const signs[] = { "", "?", "~", "%" };
  g_string_append (out, signs[(part->lead | part->qualifier[component]) & 3]);
}

static void
append_component (const ChnEnglishPart *part, int component, int value, GString *out)
{
  g_string_append_c (out, '-');
  append_qualifier (part, component, out);
  if (value > 0)
    g_string_append_printf (out, "%02d", value);
  else
    g_string_append (out, "XX");
}

static void
append_time (const ChnEnglishPart *part, GString *out)
{
  g_string_append_printf (out, "T%02d:%02d", part->hour, part->minute);
  if (part->has_seconds)
    g_string_append_printf (out, ":%02d", part->second);
  g_string_append (out, part->offset);
}

void
chn_english_append_edtf (const ChnEnglishPart *part, GString *out)
{
  gint64 magnitude = ABS (part->year);
  append_qualifier (part, CHN_COMPONENT_YEAR, out);
  if (magnitude > 9999)
    g_string_append_c (out, 'Y');
  if (part->negative)
    g_string_append_c (out, '-');
  if (magnitude > 9999)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, magnitude);
  else
    append_masked (out, magnitude, part->n_masked);
  if (part->significant > 0)
    g_string_append_printf (out, "S%d", part->significant);
  if (part->month > 0 || part->month_unknown || part->day > 0 || part->day_unknown)
    append_component (part, CHN_COMPONENT_MONTH, part->month, out);
  if (part->day > 0 || part->day_unknown)
    append_component (part, CHN_COMPONENT_DAY, part->day, out);
  if (part->has_time)
    append_time (part, out);
}
