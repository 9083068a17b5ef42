/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* base64url, against GLib's base64; what is wrong is found where it stands. */
#include "base/base64.h"

#include <string.h>

#include "suite.h"

static char *
dup_expected (const char *bytes, gsize length)
{
  char *text = g_base64_encode ((const guchar *) bytes, length);
  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  text[strcspn (text, "=")] = '\0';
  return text;
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (64);
  g_autoptr (GString) text = g_string_new (NULL), back = g_string_new ("old");
  char bytes[70];
  for (guint i = 0; i < 20000; i++) {
    gsize length = i % sizeof bytes, offset = 0;
    for (gsize k = 0; k < length; k++)
      bytes[k] = (char) g_rand_int_range (random, 0, 256);
    g_autofree char *expected = dup_expected (bytes, length);
    chn_base64_encode (bytes, length, text);
    CHN_ASSERT_STRING (text->str, expected);
    g_autofree char *padded = g_base64_encode ((const guchar *) bytes, length);
    const char *forms[] = { text->str, padded };
    for (guint form = 0; form < G_N_ELEMENTS (forms); form++) {
      CU_ASSERT (chn_base64_decode (forms[form], strlen (forms[form]), back, &offset));
      CU_ASSERT (back->len == length && memcmp (back->str, bytes, length) == 0);
      CHN_ASSERT_INT (offset, text->len);
    }
  }
}

static void
test_faults (void)
{
  static const char good[] = "ABCDefgh0123-_+/ABC";
  g_autoptr (GString) out = g_string_new (NULL);
  gsize offset = 0;
  for (gsize at = 0; at < strlen (good); at++)
    for (guint byte = 0; byte < 256; byte++) {
      char text[sizeof good];
      memcpy (text, good, sizeof good);
      text[at] = (char) byte;
      gboolean is_digit = byte != 0 && byte < 0x80 && (g_ascii_isalnum (byte) || strchr ("-_+/", (int) byte));
      gboolean is_padding = byte == '=' && at == strlen (good) - 1;
      CHN_ASSERT_INT (chn_base64_decode (text, strlen (good), out, &offset), is_digit || is_padding);
      if (!is_digit)
        CHN_ASSERT_INT (offset, at);
    }
  CU_ASSERT (!chn_base64_decode ("ABCDE", 5, out, &offset));
  CHN_ASSERT_INT (offset, 5);
}

static const ChnTest tests[] = {
  { "round trip", test_round_trip },
  { "faults", test_faults },
};

CHN_SUITE ("base/base64", tests)
