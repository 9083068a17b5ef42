/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <chancery/text.h>

#include "suite.h"

typedef struct {
  const char *text;
  guint width;
  const char *lines; /* joined by | */
} WrapCase;

static const WrapCase cases[] = {
  { "", 10, "" },
  { "one", 10, "one" },
  { "one two three", 7, "one two|three" },
  { "one two three", 8, "one two|three" },
  { "one  two", 3, "one|two" },
  { "unbreakable", 4, "unbr|eaka|ble" },
  { "a unbreakable", 4, "a|unbr|eaka|ble" },
  { "exact fit", 9, "exact fit" },
  { "exact fits", 9, "exact|fits" },
  { "人权理事会决议", 6, "人权理|事会决|议" },
  { "人", 1, "人" },
  { "e\xCC\x81t\xC3\xA9 fini", 3, "e\xCC\x81t\xC3\xA9|fin|i" },
  { "x", 0, "x" },
  { "会议。决议", 4, "会|议。|决议" },
  { "见（决议", 5, "见|（决|议" },
  { "\U0001F469\u200D\U0001F469\U0001F467", 4, "\U0001F469\u200D\U0001F469|\U0001F467" },
  { "ab\U0001F44D\U0001F3FD", 4, "ab|\U0001F44D\U0001F3FD" },
  { "قَرَّرَ", 2, "قَرَّ|رَ" },
};

/* What a terminal shows side by side, and what it shows in one place. */
static const struct {
  const char *text;
  guint width;
} widths[] = {
  { "", 0 },
  { "abc", 3 },
  { "人权", 4 },
  { "ﾊﾝｸﾞﾙ", 5 },                      /* half-width letters */
  { "ＵＮ", 4 },                       /* full-width ones */
  { "e\u0301", 1 },                    /* a letter and its accent */
  { "한글", 4 },                       /* Hangul in blocks */
  { "\u1112\u1161\u11AB", 2 },         /* one block of three jamo */
  { "\u1112\u1161\uD7CB", 2 },         /* with an old final */
  { "قَرَّرَ", 3 },                        /* three letters, four vowel marks */
  { "\u0600\u0661", 2 },               /* the sign before a number is seen */
  { "ก\u0E34", 1 },                    /* Thai: a vowel above */
  { "\u200B\u200E\u2060", 0 },         /* invisible characters */
  { "\u00AD", 1 },                     /* terminals show soft hyphens */
  { "\U0001F600", 2 },                 /* an emoji */
  { "\U0001F1FA\U0001F1F3", 2 },       /* a flag of two letters */
  { "\U0001F469\u200D\U0001F467", 4 }, /* joined: as where terminals do not join them */
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) lines = chn_text_wrap (cases[i].text, cases[i].width);
    g_autofree char *joined = g_strjoinv ("|", lines);
    CHN_ASSERT_STRING (joined, cases[i].lines);
  }
}

/* Days stay whole where they can, and else are parted between their words. */
static void
test_dates (void)
{
  static const WrapCase dates[] = {
    { "7 May 2013 – 7 February 2014", 16, "7 May 2013 –|7 February 2014" },
    { "between October 2014 and 12 November 2014", 20, "between October 2014|and 12 November 2014" },
    { "February–November 2014", 20, "February–November|2014" },
    { "24 November 2014, 03:00 (UTC+01:00)", 15, "24 November|2014, 03:00|(UTC+01:00)" },
    { "undated", 20, "undated" },
    { "", 20, "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    g_autofree char *unbroken = chn_text_dup_unbroken (dates[i].text);
    g_auto (GStrv) lines = chn_text_wrap (unbroken, dates[i].width);
    g_autofree char *joined = g_strjoinv ("|", lines), *shown = chn_text_dup_with_blanks (joined);
    CHN_ASSERT_STRING (shown, dates[i].lines);
  }
}

static void
test_width (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    if (chn_text_get_width (widths[i].text) != widths[i].width)
      CHN_FAIL ("%s takes %u columns, not %u", widths[i].text, chn_text_get_width (widths[i].text), widths[i].width);
}

/* Nothing but blanks is lost, and no line is wider than asked unless one character is. */
static void
test_properties (void)
{
  const char *text = "The Council 安全理事会 met — quietly, on 22 December 2014, at Headquarters";
  for (guint width = 2; width < 80; width++) {
    g_auto (GStrv) lines = chn_text_wrap (text, width);
    g_autoptr (GString) letters = g_string_new (NULL);
    g_autoptr (GString) expected = g_string_new (text);
    for (guint i = 0; lines[i]; i++) {
      CU_ASSERT (chn_text_get_width (lines[i]) <= width);
      g_string_append (letters, lines[i]);
    }
    g_string_replace (letters, " ", "", 0);
    g_string_replace (expected, " ", "", 0);
    CHN_ASSERT_STRING (letters->str, expected->str);
  }
}

static const ChnTest tests[] = {
  { "lines are broken between words, else inside them", test_lines },
  { "days are kept whole", test_dates },
  { "columns that scripts and emoji take", test_width },
  { "nothing but blanks is lost at any width", test_properties },
};

CHN_SUITE ("base/wrap", tests)
