/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the vocabularies: values that code names stand where code expects them, and near misses get a hint. */
#include <chancery/error.h>
#include <chancery/vocabulary.h>

#include <string.h>

#include "suite.h"

static void
test_terms_are_found (void)
{
  for (guint vocabulary = 0; vocabulary < CHN_N_VOCABULARIES; vocabulary++) {
    guint n = 0;
    const ChnTerm *terms = chn_vocabulary_get_terms ((ChnVocabularyId) vocabulary, &n);
    CU_ASSERT (n > 1);
    for (guint i = 0; i < n; i++) {
      g_autofree char *loud = g_ascii_strup (terms[i].name, -1);
      CHN_ASSERT_INT (chn_vocabulary_find ((ChnVocabularyId) vocabulary, terms[i].name, -1, NULL), i);
      CHN_ASSERT_INT (chn_vocabulary_find ((ChnVocabularyId) vocabulary, loud, -1, NULL), i);
      CHN_ASSERT_STRING (chn_vocabulary_get_term_name ((ChnVocabularyId) vocabulary, i), terms[i].name);
      CU_ASSERT ((vocabulary == CHN_VOCABULARY_RELATION) == (terms[i].inverse != NULL));
    }
  }
}

static void
test_named_values_agree (void)
{
  static const struct {
    ChnVocabularyId vocabulary;
    guint value;
    const char *name;
  } rows[] = {
    { CHN_VOCABULARY_STATUS, CHN_STATUS_OCCURRED, "occurred" },
    { CHN_VOCABULARY_STATUS, CHN_STATUS_NOT_HELD, "not-held" },
    { CHN_VOCABULARY_METHOD, CHN_METHOD_NONE, "none" },
    { CHN_VOCABULARY_METHOD, CHN_METHOD_PROCEDURAL, "procedural" },
    { CHN_VOCABULARY_METHOD, CHN_METHOD_CONSENSUS, "consensus" },
    { CHN_VOCABULARY_RESULT, CHN_RESULT_REJECTED, "rejected" },
    { CHN_VOCABULARY_BALLOT, CHN_BALLOT_YES, "yes" },
    { CHN_VOCABULARY_BALLOT, CHN_BALLOT_NOT_VOTING, "not-voting" },
    { CHN_VOCABULARY_CONFIDENCE, CHN_CONFIDENCE_REPORTED, "reported" },
    { CHN_VOCABULARY_ROLE, 0, "participant" },
    { CHN_VOCABULARY_KIND, 0, "other" },
    { CHN_VOCABULARY_RELATION, 0, "related-to" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    CHN_ASSERT_STRING (chn_vocabulary_get_term_name (rows[i].vocabulary, rows[i].value), rows[i].name);
}

static void
test_unknown_terms_are_refused (void)
{
  static const struct {
    ChnVocabularyId vocabulary;
    const char *name, *hint;
  } rows[] = {
    { CHN_VOCABULARY_KIND, "resolutoin", "resolution" },
    { CHN_VOCABULARY_KIND, "zzzzzz", "one of: other, resolution" },
    { CHN_VOCABULARY_STATUS, "not held", "not-held" },
    { CHN_VOCABULARY_RESULT, "", "one of:" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    CHN_ASSERT_INT (chn_vocabulary_find (rows[i].vocabulary, rows[i].name, -1, &error), -1);
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_UNKNOWN);
    if (error && (!chn_error_get_hint (error) || !strstr (chn_error_get_hint (error), rows[i].hint)))
      CHN_FAIL ("\"%s\": hint \"%s\"", rows[i].name, chn_error_get_hint (error));
  }
}

static const ChnTest tests[] = {
  { "every term is found in any case", test_terms_are_found },
  { "values named in code agree with the tables", test_named_values_agree },
  { "what is no term gets a hint", test_unknown_terms_are_refused },
};

CHN_SUITE ("model/vocabulary", tests)
