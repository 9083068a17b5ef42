/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of fields that are read from text. */
#include "model/field-text.h"

#include <chancery/error.h>

#include "suite.h"

static void
test_sets_one_value (void)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (GError) error = NULL;
  CU_ASSERT (chn_event_set_field (event, CHN_FIELD_TITLE, " A talk ", -1, &error));
  CU_ASSERT (chn_event_set_field (event, CHN_FIELD_ZONE, "Asia/Seoul, Asia/Tokyo", 10, &error));
  CU_ASSERT (chn_event_set_field (event, CHN_FIELD_DATE, "2014-11~", -1, &error));
  CU_ASSERT (chn_event_set_field (event, CHN_FIELD_STATUS, "Planned", -1, &error));
  CU_ASSERT (chn_event_set_field (event, CHN_FIELD_IMPORTANCE, "50", 1, &error));
  CU_ASSERT (chn_event_set_field (event, CHN_FIELD_NTH, "2147483647", -1, &error));
  CU_ASSERT (chn_event_set_field (event, CHN_FIELD_VOTE, "111-19-55", -1, &error));
  CHN_ASSERT_NO_ERROR (error);
  CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_TITLE), " A talk ");
  CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_ZONE), "Asia/Seoul");
  CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_DATE), "2014-11~");
  CHN_ASSERT_STRING (
      chn_vocabulary_get_term_name (CHN_VOCABULARY_STATUS, chn_event_get_term (event, CHN_FIELD_STATUS)), "planned");
  CHN_ASSERT_INT (chn_event_get_number (event, CHN_FIELD_IMPORTANCE), 5);
  CHN_ASSERT_INT (chn_event_get_number (event, CHN_FIELD_NTH), G_MAXINT32);
  CHN_ASSERT_INT (chn_event_get_vote (event)->abstain, 55);
}

static void
test_says_what_is_wrong_and_where (void)
{
  static const struct {
    ChnField field;
    const char *text, *message;
    ChnError code;
    gsize offset;
  } rows[] = {
    { CHN_FIELD_IMPORTANCE, "6", "found \"6\", expected a whole number from 1 to 5", CHN_ERROR_RANGE, 0 },
    { CHN_FIELD_IMPORTANCE, "0", "found \"0\", expected a whole number from 1 to 5", CHN_ERROR_RANGE, 0 },
    { CHN_FIELD_IMPORTANCE, "", "found \"\", expected a whole number from 1 to 5", CHN_ERROR_RANGE, 0 },
    { CHN_FIELD_NTH, "2147483648", "found \"2147483648\", expected a whole number from 1 to 2147483647",
      CHN_ERROR_RANGE, 0 },
    { CHN_FIELD_NTH, "36893488147419103233",
      "found \"36893488147419103233\", expected a whole number from 1 to 2147483647", CHN_ERROR_RANGE, 0 },
    { CHN_FIELD_NTH, "+1", "found \"+1\", expected a whole number from 1 to 2147483647", CHN_ERROR_RANGE, 0 },
    { CHN_FIELD_KIND, "", "unknown kind \"\"", CHN_ERROR_UNKNOWN, 0 },
    { CHN_FIELD_STATUS, "hold", "unknown status \"hold\"", CHN_ERROR_UNKNOWN, 0 },
    { CHN_FIELD_VOTE, "12-x", "found \"x\" where a number of votes of at most six digits is expected",
      CHN_ERROR_SYNTAX, 3 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ChnEvent) event = chn_event_new ();
    g_autoptr (GError) error = NULL;
    gsize offset = G_MAXSIZE;
    CU_ASSERT (!chn_event_set_field (event, rows[i].field, rows[i].text, -1, &error));
    CHN_ASSERT_ERROR (error, CHN_ERROR, (int) rows[i].code);
    CHN_ASSERT_STRING (error->message, rows[i].message);
    CU_ASSERT (chn_error_get_place (error, &offset, NULL));
    CHN_ASSERT_INT (offset, rows[i].offset);
    CU_ASSERT (!chn_vote_is_present (chn_event_get_vote (event)));
    CHN_ASSERT_INT (chn_event_get_number (event, CHN_FIELD_NTH), 0);
  }
}

static void
test_splits_actors (void)
{
  static const struct {
    const char *text, *name, *role;
  } rows[] = {
    { "usa", "usa", "none" },
    { "usa (speaker)", "usa", "speaker" },
    { "usa(Host)", "usa", "host" },
    { "Korea (North) (chair)", "Korea (North)", "chair" },
    { "Congo (Kinshasa)", "Congo (Kinshasa)", "none" },
    { "(speaker)", "(speaker)", "none" },
    { "usa ()", "usa ()", "none" },
    { "speaker)", "speaker)", "none" },
  };
  g_autoptr (ChnEvent) event = chn_event_new ();
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    CU_ASSERT (chn_event_add_to_field (event, CHN_FIELD_ACTORS, rows[i].text, -1, NULL));
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  CHN_ASSERT_INT (n, G_N_ELEMENTS (rows));
  for (guint i = 0; i < n; i++) {
    int role = chn_vocabulary_find (CHN_VOCABULARY_ROLE, rows[i].role, -1, NULL);
    CHN_ASSERT_STRING (actors[i].actor, rows[i].name);
    CHN_ASSERT_INT (actors[i].role, MAX (role, 0));
  }
}

static void
test_splits_relations (void)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (GError) error = NULL;
  guint n = 0;
  CU_ASSERT (chn_event_add_to_field (event, CHN_FIELD_RELATIONS, "amends:  a-1; rest", 11, &error));
  CU_ASSERT (chn_event_add_to_field (event, CHN_FIELD_RELATIONS, "b-2", -1, &error));
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT (!chn_event_add_to_field (event, CHN_FIELD_RELATIONS, ": c", -1, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_UNKNOWN);
  const ChnRelation *relations = chn_event_get_relations (event, &n);
  CHN_ASSERT_INT (n, 2);
  CHN_ASSERT_INT (relations[0].type, chn_vocabulary_find (CHN_VOCABULARY_RELATION, "amends", -1, NULL));
  CHN_ASSERT_STRING (relations[0].target, "a-");
  CHN_ASSERT_INT (relations[1].type, 0);
  CHN_ASSERT_STRING (relations[1].target, "b-2");
}

static void
test_adds_items (void)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  guint n = 0;
  CU_ASSERT (chn_event_add_to_field (event, CHN_FIELD_TAGS, "peace (talks)", -1, NULL));
  CU_ASSERT (chn_event_add_to_field (event, CHN_FIELD_TAGS, "a: b", -1, NULL));
  const char *const *items = chn_event_get_items (event, CHN_FIELD_TAGS, &n);
  CHN_ASSERT_INT (n, 2);
  CHN_ASSERT_STRING (items[0], "peace (talks)");
  CHN_ASSERT_STRING (items[1], "a: b");
}

static const ChnTest tests[] = {
  { "fields of one value", test_sets_one_value },       { "errors have a place", test_says_what_is_wrong_and_where },
  { "roles are split off actors", test_splits_actors }, { "types are split off relations", test_splits_relations },
  { "other items stay whole", test_adds_items },
};

CHN_SUITE ("model/field-text", tests)
