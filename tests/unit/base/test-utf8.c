/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of UTF-8 in stretches: characters are counted wherever they lie. */
#include "base/utf8.h"

#include "suite.h"

static void
test_count (void)
{
  static const char text[] = "a\u00E9\u4E2Dbcdefg\U0001F600\u00FChijklmnop\u20ACq";
  for (gsize first = 0; first < sizeof text; first++)
    for (gsize end = first; end < sizeof text; end++) {
      gsize n = 0;
      for (gsize i = first; i < end; i++)
        n += ((guchar) text[i] & 0xC0) != 0x80;
      CHN_ASSERT_INT (chn_utf8_count (text + first, end - first), n);
    }
}

static void
test_whole (void)
{
  static const char text[] = "abcdefgh\u20AC";
  gsize length = sizeof text - 1;
  CU_ASSERT_TRUE (chn_utf8_is_whole (text, length, 0));
  CU_ASSERT_FALSE (chn_utf8_is_whole (text, length - 1, 0));
  CU_ASSERT_TRUE (chn_utf8_is_whole (text, length - 1, 1));
  CU_ASSERT_FALSE (chn_utf8_is_whole ("\xFF", 1, 0));
}

/* Four bytes of all that begin, end or bound a character: GLib is asked the same. */
static void
test_bounds (void)
{
  static const char bytes[] = "a\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xED\xEE\xEF\xF0\xF1\xF4\xF5\xFF";
  enum { N = sizeof bytes - 1 };
  guint n_wrong = 0, n_whole = 0;
  for (guint i = 0; i < N * N * N * N; i++) {
    const char text[] = { bytes[i % N], bytes[i / N % N], bytes[i / N / N % N], bytes[i / N / N / N] };
    gboolean whole = chn_utf8_is_whole (text, sizeof text, 0);
    n_wrong += whole != g_utf8_validate (text, sizeof text, NULL);
    n_whole += whole ? 1 : 0;
  }
  CHN_ASSERT_INT (n_wrong, 0);
  CU_ASSERT_TRUE (n_whole > 100);
}

static const ChnTest tests[] = {
  { "characters are counted in any stretch", test_count },
  { "the last character may go on behind", test_whole },
  { "what is a character is so to GLib, too", test_bounds },
};

CHN_SUITE ("base/utf8", tests)
