/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of declared terms: what is left to be understood, what is refused, alike and otherwise, and their text. */
#include <chancery/error.h>
#include <chancery/event.h>

#include <string.h>

#include "model/declared-terms.h"
#include "model/event-storage.h"
#include "model/event-words.h"
#include "model/terms-text.h"
#include "suite.h"

static guint
count_known (ChnVocabularyId id)
{
  return chn_vocabulary_count (NULL, id);
}

static void
declare (ChnVocabulary *vocabulary, const ChnTermDeclaration *term)
{
  g_autoptr (GError) error = NULL;
  CU_ASSERT (chn_vocabulary_declare (vocabulary, term, &error) >= 0);
  CHN_ASSERT_NO_ERROR (error);
}

static ChnVocabulary *
make_vocabulary (void)
{
  ChnVocabulary *vocabulary = chn_vocabulary_new ();
  declare (vocabulary,
           &(ChnTermDeclaration){ .vocabulary = CHN_VOCABULARY_KIND, .name = "raid", .nearest = "visit" });
  declare (vocabulary, &(ChnTermDeclaration){ .vocabulary = CHN_VOCABULARY_ROLE, .name = "aide-de-camp" });
  declare (vocabulary, &(ChnTermDeclaration){ .vocabulary = CHN_VOCABULARY_RELATION,
                                              .name = "rebuts",
                                              .nearest = "responds-to",
                                              .inverse = "rebutted by" });
  return vocabulary;
}

static void
test_defaults (void)
{
  g_autoptr (ChnVocabulary) vocabulary = make_vocabulary ();
  guint kind = count_known (CHN_VOCABULARY_KIND), role = count_known (CHN_VOCABULARY_ROLE);
  CHN_ASSERT_STRING (chn_vocabulary_get_term (vocabulary, CHN_VOCABULARY_KIND, kind)->label, "Raid");
  CHN_ASSERT_STRING (chn_vocabulary_get_term (vocabulary, CHN_VOCABULARY_ROLE, role)->label, "Aide de camp");
  CHN_ASSERT_INT (chn_vocabulary_get_nearest (vocabulary, CHN_VOCABULARY_ROLE, role), 0);
  CHN_ASSERT_INT (chn_vocabulary_get_nearest (vocabulary, CHN_VOCABULARY_KIND, kind),
                  chn_vocabulary_find (CHN_VOCABULARY_KIND, "visit", -1, NULL));
  CHN_ASSERT_INT (chn_vocabulary_get_nearest (vocabulary, CHN_VOCABULARY_KIND, 3), 3);
  guint relation = count_known (CHN_VOCABULARY_RELATION);
  CHN_ASSERT_INT (chn_vocabulary_get_term (vocabulary, CHN_VOCABULARY_RELATION, relation)->order,
                  CHN_ORDER_TARGET_EARLIER);
  CHN_ASSERT_INT (chn_vocabulary_find_term (vocabulary, CHN_VOCABULARY_KIND, "RAID", -1, NULL), kind);
  CU_ASSERT_PTR_NULL (chn_vocabulary_get_term (vocabulary, CHN_VOCABULARY_KIND, kind + 1));
  CU_ASSERT_PTR_NULL (chn_vocabulary_get_term (NULL, CHN_VOCABULARY_KIND, kind));
}

static void
test_refused (void)
{
  static const struct {
    ChnTermDeclaration term;
    ChnError code;
  } rows[] = {
    { { CHN_VOCABULARY_KIND, "", NULL, NULL, NULL, NULL, NULL }, CHN_ERROR_SYNTAX },
    { { CHN_VOCABULARY_KIND, "Raid", NULL, NULL, NULL, NULL, NULL }, CHN_ERROR_SYNTAX },
    { { CHN_VOCABULARY_KIND, "raid-", NULL, NULL, NULL, NULL, NULL }, CHN_ERROR_SYNTAX },
    { { CHN_VOCABULARY_KIND, "1st", NULL, NULL, NULL, NULL, NULL }, CHN_ERROR_SYNTAX },
    { { CHN_VOCABULARY_KIND, "a", "", NULL, NULL, NULL, NULL }, CHN_ERROR_SYNTAX },
    { { CHN_VOCABULARY_KIND, "a", "A\tB", NULL, NULL, NULL, NULL }, CHN_ERROR_SYNTAX },
    { { CHN_VOCABULARY_KIND, "a", NULL, "A\nB", NULL, NULL, NULL }, CHN_ERROR_SYNTAX },
    { { CHN_VOCABULARY_KIND, "a", NULL, NULL, "raid", NULL, NULL }, CHN_ERROR_UNKNOWN },
    { { CHN_VOCABULARY_KIND, "vote", NULL, NULL, NULL, NULL, NULL }, CHN_ERROR_CONFLICT },
    { { CHN_VOCABULARY_KIND, "forum", NULL, NULL, NULL, NULL, NULL }, CHN_ERROR_CONFLICT },
    { { CHN_VOCABULARY_ROLE, "rebutted-by", NULL, NULL, NULL, NULL, NULL }, CHN_ERROR_CONFLICT },
    { { CHN_VOCABULARY_ROLE, "leads-to", NULL, NULL, NULL, NULL, NULL }, CHN_ERROR_CONFLICT },
    { { CHN_VOCABULARY_ROLE, "a", NULL, NULL, NULL, "b", NULL }, CHN_ERROR_SYNTAX },
    { { CHN_VOCABULARY_RELATION, "aide-de-camp", NULL, NULL, NULL, NULL, NULL }, CHN_ERROR_CONFLICT },
    { { CHN_VOCABULARY_RELATION, "a", NULL, NULL, "leads-to", NULL, NULL }, CHN_ERROR_SYNTAX },
    { { CHN_VOCABULARY_RELATION, "a", NULL, NULL, NULL, "b", "sooner" }, CHN_ERROR_UNKNOWN },
    { { CHN_VOCABULARY_RELATION, "a", NULL, NULL, NULL, "B by", "later" }, CHN_ERROR_SYNTAX },
    { { CHN_VOCABULARY_RELATION, "a", NULL, NULL, NULL, "date", "later" }, CHN_ERROR_CONFLICT },
  };
  g_autoptr (ChnVocabulary) vocabulary = make_vocabulary ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    if (chn_vocabulary_declare (vocabulary, &rows[i].term, &error) >= 0)
      CHN_FAIL ("row %u (%s) was taken", i, rows[i].term.name);
    else if (!g_error_matches (error, CHN_ERROR, (int) rows[i].code))
      CHN_FAIL ("row %u (%s): %s", i, rows[i].term.name, error->message);
  }
}

static void
test_twice (void)
{
  g_autoptr (ChnVocabulary) vocabulary = make_vocabulary ();
  g_autoptr (GError) error = NULL;
  ChnTermDeclaration term = {
    .vocabulary = CHN_VOCABULARY_KIND, .name = "raid", .label = "Raid", .nearest = "visit"
  };
  CHN_ASSERT_INT (chn_vocabulary_declare (vocabulary, &term, NULL), count_known (CHN_VOCABULARY_KIND));
  CHN_ASSERT_INT (chn_vocabulary_count (vocabulary, CHN_VOCABULARY_KIND), count_known (CHN_VOCABULARY_KIND) + 1);
  term.label = "Police raid";
  CHN_ASSERT_INT (chn_vocabulary_declare (vocabulary, &term, &error), -1);
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_CONFLICT);
  CHN_ASSERT_STRING (error->message, "label \"Raid\" there, \"Police raid\" here");
}

static void
test_bound (void)
{
  g_autoptr (ChnVocabulary) vocabulary = chn_vocabulary_new ();
  guint most = chn_vocabulary_get_most_declared (CHN_VOCABULARY_RELATION);
  for (guint i = 0; i <= most; i++) {
    g_autofree char *name = g_strdup_printf ("relation-%u", i);
    g_autoptr (GError) error = NULL;
    const ChnTermDeclaration term = { .vocabulary = CHN_VOCABULARY_RELATION, .name = name };
    CU_ASSERT ((chn_vocabulary_declare (vocabulary, &term, &error) >= 0) == (i < most));
    CU_ASSERT (i < most || g_error_matches (error, CHN_ERROR, CHN_ERROR_LIMIT));
  }
}

/* The text gives the same terms, and damaged text none. */
static void
test_text (void)
{
  g_autoptr (ChnVocabulary) vocabulary = make_vocabulary ();
  g_autofree char *text = chn_vocabulary_dup_text (vocabulary);
  g_autoptr (ChnVocabulary) again = chn_vocabulary_new_from_text (text, strlen (text));
  CU_ASSERT_PTR_NOT_NULL_FATAL (again);
  g_autofree char *second = chn_vocabulary_dup_text (again);
  CHN_ASSERT_STRING (second, text);
  for (gsize i = 0; text[i]; i++) {
    g_autofree char *damaged = g_strdup (text);
    damaged[i] = '\t';
    g_autoptr (ChnVocabulary) other = chn_vocabulary_new_from_text (damaged, strlen (damaged));
    CU_ASSERT (!other || strcmp (damaged, text) == 0);
  }
}

/* Words are an event's own until a vocabulary has them, and forgotten with it. */
static void
test_words (void)
{
  g_autoptr (ChnVocabulary) vocabulary = make_vocabulary ();
  g_autoptr (ChnEvent) event = chn_event_new ();
  int other = chn_event_find_term (event, CHN_VOCABULARY_KIND, "hearsay", -1, NULL);
  int kind = chn_event_find_term (event, CHN_VOCABULARY_KIND, "Raid", -1, NULL);
  CHN_ASSERT_INT (kind, other + 1);
  CHN_ASSERT_INT (chn_event_find_term (event, CHN_VOCABULARY_KIND, "rAID", -1, NULL), kind);
  CHN_ASSERT_INT (chn_event_find_term (event, CHN_VOCABULARY_STATUS, "raid", -1, NULL), -1);
  CHN_ASSERT_STRING (chn_event_describe_term (event, CHN_VOCABULARY_KIND, (guint) kind)->label, "raid");
  chn_event_set_term (event, CHN_FIELD_KIND, (guint) kind);
  chn_event_adopt_terms (event, vocabulary);
  CHN_ASSERT_INT (chn_event_get_term (event, CHN_FIELD_KIND), count_known (CHN_VOCABULARY_KIND));
  CHN_ASSERT_STRING (
      chn_event_describe_term (event, CHN_VOCABULARY_KIND, chn_event_get_term (event, CHN_FIELD_KIND))->label,
      "Raid");
  chn_event_clear (event);
  CU_ASSERT_PTR_NULL (event->vocabulary);
}

static const ChnTest tests[] = {
  { "what is not said is understood", test_defaults },
  { "what cannot be declared is refused", test_refused },
  { "declared twice, alike or otherwise", test_twice },
  { "a vocabulary has its bound", test_bound },
  { "terms are text and back", test_text },
  { "words wait for what declares them", test_words },
};

CHN_SUITE ("model/terms", tests)
