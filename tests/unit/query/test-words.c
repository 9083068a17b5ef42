/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Words are found where they stand as words, whatever their case, accents, hyphens and script. */
#include "query/words.h"

#include <string.h>

#include "suite.h"

typedef struct {
  const char *words;
  const char *text;
  gboolean stand;
} Case;

static const Case cases[] = {
  { "report", "The Report was read", TRUE },
  { "report", "reports", TRUE },
  { "sanction", "new sanctions, old ones", TRUE },
  { "box", "two boxes", TRUE },
  { "report", "reporter", FALSE },
  { "port", "report", FALSE },
  { "un", "under the sun", FALSE },
  { "un", "the UN's seat", TRUE },
  { "un", "the UN’s seat", TRUE },
  { "north korea", "North Korea’s envoy", TRUE },
  { "north korea", "a North Korean envoy", FALSE },
  { "north kor*", "a North Korean envoy", TRUE },
  { "north-korea", "North  Korea", TRUE },
  { "human rights", "human‑rights", TRUE },
  { "cote d'ivoire", "Côte d’Ivoire", TRUE },
  { "ELODIE", "Élodie", TRUE },
  { "a/res/69/188", "see A/RES/69/188.", TRUE },
  { "69", "A/RES/69/188", TRUE },
  { "18", "188", FALSE },
  { "1", "1s", FALSE },
  { "人権", "国連人権理事会", TRUE },
  { "인권", "북한인권결의안", TRUE },
  { "安全", "国連人権理事会", FALSE },
  { "report", "", FALSE },
  { "report", "reporter's report", TRUE },
};

static void
init (ChnWords *words, const char *text, ChnArena *arena)
{
  g_autoptr (GError) error = NULL;
  ChnOperand operand = { CHN_OPERAND_WORD, text, { 0, strlen (text) } };
  CU_ASSERT_TRUE_FATAL (chn_words_init (words, &operand, arena, &error));
}

static void
test_stand_in (void)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    ChnWords words = { 0 };
    init (&words, cases[i].words, arena);
    if (chn_words_occur_in (&words, cases[i].text) != cases[i].stand)
      CHN_FAIL ("\"%s\" in \"%s\": expected %d", cases[i].words, cases[i].text, cases[i].stand);
  }
}

static gboolean
are (const ChnWords *words, const char *text)
{
  g_autofree char *folded = chn_words_fold (text);
  return chn_words_are_folded (words, folded);
}

static void
test_are (void)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  ChnWords words = { 0 };
  init (&words, "A visit", arena);
  CU_ASSERT_TRUE (are (&words, "a  VISIT"));
  CU_ASSERT_FALSE (are (&words, "a visit to"));
  CU_ASSERT_FALSE (chn_words_occur_in (&words, NULL));
  init (&words, "A vis*", arena);
  CU_ASSERT_TRUE (are (&words, "a visit"));
}

static void
test_nothing (void)
{
  static const char *const nothings[] = { "", "-", " - ", "\u0301" };
  g_autoptr (ChnArena) arena = chn_arena_new ();
  for (guint i = 0; i < G_N_ELEMENTS (nothings); i++) {
    g_autoptr (GError) error = NULL;
    ChnWords words = { 0 };
    ChnOperand operand = { CHN_OPERAND_QUOTED, nothings[i], { 3, 2 } };
    CU_ASSERT_FALSE (chn_words_init (&words, &operand, arena, &error));
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_SYNTAX);
    CU_ASSERT_PTR_NULL (words.folded);
  }
}

static const ChnTest tests[] = {
  { "words stand in text as words", test_stand_in },
  { "words are a whole text", test_are },
  { "nothing cannot be searched for", test_nothing },
};

CHN_SUITE ("query/words", tests)
