/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Values of calendars: escapes taken out in one go, against doing so byte by byte. */
#include "format/ical/value.h"

#include <string.h>

#include "suite.h"

static void
append_plainly (GString *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    if (text[i] != '\\' || i + 1 == length) {
      g_string_append_c (out, text[i]);
      continue;
    }
    char escaped = text[++i];
    if (escaped == 'n' || escaped == 'N')
      g_string_append_c (out, '\n');
    else if (strchr ("\\;,:\"", escaped))
      g_string_append_c (out, escaped);
    else
      g_string_append_printf (out, "\\%c", escaped);
  }
}

static void
test_text (void)
{
  static const char *const pieces[] = { "text", "\\", "\\n", "\\N", "\\,", "\\;", "\\\\", "\\x", "é", "," };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  for (guint i = 0; i < 20000; i++) {
    g_autoptr (GString) text = g_string_new (NULL), found = g_string_new ("before "), wanted = g_string_new (NULL);
    for (gint32 n = g_rand_int_range (random, 0, 12); n > 0; n--)
      g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
    chn_ical_assign_text (found, text->str, text->len);
    append_plainly (wanted, text->str, text->len);
    CHN_ASSERT_STRING (found->str, wanted->str);
    CHN_ASSERT_INT (found->len, wanted->len);
  }
}

static gboolean
parse (const char *text, ChnIcalTime *time)
{
  *time = (ChnIcalTime){ 0 };
  return chn_ical_parse_time (&(ChnSlice){ text, strlen (text) }, time, NULL);
}

/* With hyphens and colons or without, both say the same. */
static void
test_time (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  for (guint i = 0; i < 20000; i++) {
    int year = g_rand_int_range (random, 0, 10000), month = g_rand_int_range (random, 0, 14);
    int day = g_rand_int_range (random, 0, 33), hour = g_rand_int_range (random, 0, 26);
    int minute = g_rand_int_range (random, 0, 62), second = g_rand_int_range (random, 0, 63);
    const char *end = i % 2 ? "Z" : "";
    g_autofree char *plain =
        i % 5 == 0 ? g_strdup_printf ("%04d%02d%02d", year, month, day)
                   : g_strdup_printf ("%04d%02d%02dT%02d%02d%02d%s", year, month, day, hour, minute, second, end);
    g_autofree char *spaced =
        i % 5 == 0 ? g_strdup_printf ("%04d-%02d-%02d", year, month, day)
                   : g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%s", year, month, day, hour, minute, second, end);
    ChnIcalTime a, b;
    gboolean well = parse (plain, &a);
    CHN_ASSERT_INT (parse (spaced, &b), well);
    CHN_ASSERT_INT (a.seconds, b.seconds);
    CHN_ASSERT_INT (a.is_date, b.is_date);
    CHN_ASSERT_INT (a.is_utc, b.is_utc);
    CU_ASSERT (!a.is_loose);
    plain[g_rand_int_range (random, 0, (gint32) strlen (plain))] = '/';
    CU_ASSERT (!parse (plain, &a));
  }
}

static const ChnTest tests[] = {
  { "text", test_text },
  { "times", test_time },
};

CHN_SUITE ("format/ical-value", tests)
