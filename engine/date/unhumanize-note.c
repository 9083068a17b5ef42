/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Reads a note, what stands in parentheses after a date in English.
 *
 *   note   = ("year" | "month" | "season" | "day") ("uncertain" | "approximate")
 *          | ("month" | "day") "unknown" | number "significant digits"
 *          | "Northern Hemisphere" | "Southern Hemisphere" | "UTC" [ ("+" | "-") hh [ ":" mm ] ]
 */
#include <stdlib.h>
#include <string.h>

#include "date/english.h"

static gboolean
read_qualifier_note (ChnEnglishPart *part, const char *note)
{
  static const struct {
    const char *text;
    int component;
    guint8 qualifier;
  } notes[] = {
    { "year uncertain", CHN_COMPONENT_YEAR, CHN_QUALIFIER_UNCERTAIN },
    { "year approximate", CHN_COMPONENT_YEAR, CHN_QUALIFIER_APPROXIMATE },
    { "month uncertain", CHN_COMPONENT_MONTH, CHN_QUALIFIER_UNCERTAIN },
    { "month approximate", CHN_COMPONENT_MONTH, CHN_QUALIFIER_APPROXIMATE },
    { "season uncertain", CHN_COMPONENT_MONTH, CHN_QUALIFIER_UNCERTAIN },
    { "season approximate", CHN_COMPONENT_MONTH, CHN_QUALIFIER_APPROXIMATE },
    { "day uncertain", CHN_COMPONENT_DAY, CHN_QUALIFIER_UNCERTAIN },
    { "day approximate", CHN_COMPONENT_DAY, CHN_QUALIFIER_APPROXIMATE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (g_ascii_strcasecmp (note, notes[i].text) == 0) {
      part->qualifier[notes[i].component] |= notes[i].qualifier;
      return TRUE;
    }
  return FALSE;
}

/* "UTC", "UTC+09:00", "UTC−5". */
static gboolean
read_offset_note (ChnEnglishPart *part, const char *note)
{
  if (g_ascii_strncasecmp (note, "UTC", 3) != 0 || part->offset[0] != '\0')
    return FALSE;
  const char *at = note + 3;
  gboolean minus = g_str_has_prefix (at, "\xE2\x88\x92") || *at == '-';
  int hours = 0, minutes = 0;
  if (*at == '\0') {
    g_strlcpy (part->offset, "Z", sizeof part->offset);
    return TRUE;
  }
  if (!minus && *at != '+')
    return FALSE;
  at += *at == '+' || *at == '-' ? 1 : 3;
  gsize n = strspn (at, "0123456789");
  if (n < 1 || n > 2)
    return FALSE;
  hours = atoi (at);
  at += n;
  if (*at == ':') {
    if (strspn (at + 1, "0123456789") != 2 || at[3] != '\0')
      return FALSE;
    minutes = atoi (at + 1);
  } else if (*at != '\0') {
    return FALSE;
  }
  g_snprintf (part->offset, sizeof part->offset, "%c%02d:%02d", minus ? '-' : '+', hours % 100, minutes % 100);
  return TRUE;
}

gboolean
chn_english_read_note (ChnEnglishPart *part, const char *note)
{
  gsize n_digits = strspn (note, "0123456789");
  if (g_ascii_strcasecmp (note, "day unknown") == 0)
    return part->day_unknown = TRUE;
  if (g_ascii_strcasecmp (note, "month unknown") == 0)
    return part->month_unknown = TRUE;
  if (n_digits >= 1 && n_digits <= 2 && g_str_has_prefix (note + n_digits, " significant digit")) {
    part->significant = atoi (note);
    return part->significant > 0;
  }
  gboolean north = g_ascii_strcasecmp (note, "Northern Hemisphere") == 0;
  gboolean south = g_ascii_strcasecmp (note, "Southern Hemisphere") == 0;
  if ((north || south) && part->month >= 21 && part->month <= 24) {
    part->month += north ? 4 : 8;
    return TRUE;
  }
  return read_offset_note (part, note) || read_qualifier_note (part, note);
}
