/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The field table is whole: every role has its field, every row its help, no name occurs twice. */
#include "query/field.h"

#include <chancery/count.h>

#include <string.h>

#include "model/declared-terms.h"
#include "suite.h"

static void
test_rows (void)
{
  guint n = 0;
  const ChnQueryField *fields = chn_query_get_fields (&n);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  CU_ASSERT_TRUE (n > 0);
  for (guint i = 0; i < n; i++) {
    const ChnQueryField *field = &fields[i];
    if (!*field->name || !*field->takes || !*field->note || !*field->generous || !*field->strict)
      CHN_FAIL ("row %u lacks something", i);
    if (!g_hash_table_add (seen, (gpointer) field->name))
      CHN_FAIL ("%s occurs twice", field->name);
    CU_ASSERT_PTR_EQUAL (chn_query_rule_find (field->name, -1)->field, field);
  }
}

static void
test_roles (void)
{
  guint n = 0;
  const ChnTerm *roles = chn_vocabulary_get_terms (CHN_VOCABULARY_ROLE, &n);
  for (guint i = 0; i < n; i++)
    if (!chn_query_rule_find (roles[i].name, -1))
      CHN_FAIL ("no field for the role %s", roles[i].name);
}

/* Each type under its name and as the target sees it, both with a "+" too. */
static void
test_relations (void)
{
  guint n = 0;
  const ChnTerm *types = chn_vocabulary_get_terms (CHN_VOCABULARY_RELATION, &n);
  for (guint i = 0; i < n; i++) {
    g_autofree char *inverse = g_strdelimit (g_strdup (types[i].inverse), " ", '-');
    const char *names[] = { types[i].name, inverse };
    for (guint j = 0; j < G_N_ELEMENTS (names); j++) {
      g_autofree char *transitive = g_strconcat (names[j], "+", NULL);
      const ChnQueryRule *rule = chn_query_rule_find (names[j], -1);
      if (!rule || !chn_query_rule_find (transitive, -1))
        CHN_FAIL ("no field for the relation %s", names[j]);
      else if (strcmp (rule->field->note, types[i].note) == 0)
        CHN_FAIL ("the field %s is not explained for queries", names[j]);
    }
  }
}

static void
test_find (void)
{
  CU_ASSERT_PTR_EQUAL (chn_query_rule_find ("FORUM", -1), chn_query_rule_find ("forumx", 5));
  CU_ASSERT_PTR_NULL (chn_query_rule_find ("", -1));
  CU_ASSERT_PTR_NULL (chn_query_rule_find ("foru", -1));
  CHN_ASSERT_STRING (chn_query_rule_get_bare ()->field->name, "");
}

/* What may not be declared are just the words that a query, or a count, has besides roles and relations. */
static void
test_reserved (void)
{
  guint n_fields = 0, n_keys = 0;
  const ChnQueryField *fields = chn_query_get_fields (&n_fields);
  const ChnCountKey *keys = chn_count_get_keys (&n_keys);
  g_autoptr (ChnVocabulary) vocabulary = chn_vocabulary_new ();
  for (guint i = 0; i < n_fields + n_keys; i++) {
    const ChnTermDeclaration term = { .vocabulary = CHN_VOCABULARY_ROLE,
                                      .name = i < n_fields ? fields[i].name : keys[i - n_fields].name };
    if (chn_vocabulary_declare (vocabulary, &term, NULL) >= (int) chn_vocabulary_count (NULL, CHN_VOCABULARY_ROLE))
      CHN_FAIL ("a role can be called %s", term.name);
  }
}

static void
test_declared (void)
{
  g_autoptr (ChnVocabulary) vocabulary = chn_vocabulary_new ();
  g_autoptr (ChnArena) arena = chn_arena_new ();
  const ChnTermDeclaration role = { .vocabulary = CHN_VOCABULARY_ROLE, .name = "spotter" };
  const ChnTermDeclaration relation = {
    .vocabulary = CHN_VOCABULARY_RELATION, .name = "rebuts", .inverse = "rebutted by", .direction = "earlier"
  };
  static const char *const names[] = { "spotter", "rebuts", "rebuts+", "rebutted-by", "rebutted-by+" };
  CU_ASSERT (chn_vocabulary_declare (vocabulary, &role, NULL) >= 0);
  CU_ASSERT (chn_vocabulary_declare (vocabulary, &relation, NULL) >= 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const ChnQueryRule *rule = chn_query_rule_find_in (vocabulary, names[i], -1, arena);
    CU_ASSERT_PTR_NOT_NULL_FATAL (rule);
    CHN_ASSERT_STRING (rule->field->name, names[i]);
    CU_ASSERT_TRUE (rule->is_declared);
    CU_ASSERT_PTR_NULL (chn_query_rule_find_in (NULL, names[i], -1, arena));
  }
  CU_ASSERT_PTR_EQUAL (chn_query_rule_find_in (vocabulary, "forum", -1, arena), chn_query_rule_find ("forum", -1));
}

static const ChnTest tests[] = {
  { "every row is whole and unique", test_rows },
  { "every role has a field", test_roles },
  { "every relation has its fields", test_relations },
  { "fields are found in any case", test_find },
  { "no field can be declared", test_reserved },
  { "declared terms are fields where they are declared", test_declared },
};

CHN_SUITE ("query/field", tests)
