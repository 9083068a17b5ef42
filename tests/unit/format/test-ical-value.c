/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Values of calendars: escapes taken out in one go, against doing so byte by byte; what a URI may hold. */
#include "format/ical/value.h"

#include <string.h>

#include "format/ical/uri.h"
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
    g_autoptr (GString) text = g_string_new (NULL), found = g_string_new ("before "),
                        wanted = g_string_new ("before ");
    for (gint32 n = g_rand_int_range (random, 0, 12); n > 0; n--)
      g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
    chn_ical_append_text (found, text->str, text->len);
    append_plainly (wanted, text->str, text->len);
    CHN_ASSERT_STRING (found->str, wanted->str);
    CHN_ASSERT_INT (found->len, wanted->len);
  }
}

static void
test_uri (void)
{
  for (guint byte = 0; byte < 256; byte++) {
    char text[] = { 'a', (char) byte };
    gboolean held = byte > ' ' && byte < 0x7F && !strchr ("\"<>\\^`{|}", (char) byte);
    CHN_ASSERT_INT (chn_uri_span (text, sizeof text), held ? 2 : 1);
  }
  CU_ASSERT (chn_uri_is_web ("HTTPS://example.org") && chn_uri_is_web ("http://x"));
  CU_ASSERT (!chn_uri_is_web ("https:/") && !chn_uri_is_web ("mailto:x") && !chn_uri_is_web (""));
}

static const ChnTest tests[] = {
  { "text", test_text },
  { "URIs", test_uri },
};

CHN_SUITE ("format/ical-value", tests)
