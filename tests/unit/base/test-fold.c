/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of what counts as the same text and the same name. */
#include "base/fold.h"
#include "suite.h"

static void
test_text (void)
{
  static const struct {
    const char *text, *folded;
  } rows[] = {
    { "Hello World", "hello world" },
    { "C\xC3\x94TE D\xE2\x80\x99IVOIRE", "cote d'ivoire" },
    { "  many \t\n blanks  ", "many blanks" },
    { "2001\xE2\x80\x93"
      "2003",
      "2001-2003" },
    { "Stra\xC3\x9F"
      "e",
      "strasse" },
    { "\xEF\xBC\xA1\xEF\xBC\xA2", "ab" },
    { "\xE5\x8C\x97\xE6\x9C\x9D\xE9\xAE\xAE", "\xE5\x8C\x97\xE6\x9C\x9D\xE9\xAE\xAE" },
    { "", "" },
    { "\u0141\u00F3d\u017A, S\u00F8ren \u0152uvre", "lodz, soren oeuvre" },
    { "\u0110\u00E0 N\u1EB5ng \u0111\u01B0\u1EDDng", "da nang duong" },
    { "D\u0131\u015Fi\u015Fleri, \u0130stanbul", "disisleri, istanbul" },
    { "\u00C6sir \u00DE\u00F3r Gu\u00F0r\u00FAn \u0126al", "aesir thor gudrun hal" },
    { "\u01FE \u01FC \u1E9E \u0132", "o ae ss ij" },
    { "\u2116 5, 20 \u2103, \U0001D40F\u1D3E \u2122", "no 5, 20 \u00B0c, pp tm" }, /* capitals only once decomposed */
    { "\u03F9 \u03F2", "\u03C3 \u03C3" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *folded = chn_fold_text (rows[i].text, -1);
    CHN_ASSERT_STRING (folded, rows[i].folded);
  }
}

static void
test_names_alike (void)
{
  static const char *const alike[][2] = {
    { "Cote d'Ivoire", "C\xC3\x94TE D\xE2\x80\x99IVOIRE" },
    { "cote-divoire", "C\xC3\xB4te d\xE2\x80\x99Ivoire" },
    { "D.P.R.K.", "dprk" },
    { "north-korea", "North Korea" },
    { "\u0141ukasz", "lukasz" },
    { "S\u00F8r-Tr\u00F8ndelag", "Sor Trondelag" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (alike); i++) {
    g_autofree char *a = chn_fold_name (alike[i][0], -1);
    g_autofree char *b = chn_fold_name (alike[i][1], -1);
    CHN_ASSERT_STRING (a, b);
  }
}

static void
test_length_and_invalid (void)
{
  g_autofree char *part = chn_fold_text ("ABCDEF", 3);
  CHN_ASSERT_STRING (part, "abc");
  g_autofree char *invalid = chn_fold_text ("a\xFF"
                                            "b",
                                            -1);
  CU_ASSERT_TRUE (g_utf8_validate (invalid, -1, NULL));
}

static const ChnTest tests[] = {
  { "case, accents, blanks and dashes go", test_text },
  { "spellings of one name are one", test_names_alike },
  { "a length bounds the text, invalid bytes are replaced", test_length_and_invalid },
};

CHN_SUITE ("base/fold", tests)
