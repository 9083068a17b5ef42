/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the difference of two events: each field alone, every part of what is compound, and nothing where equal.
 */
#include "model/event-diff.h"

#include "suite.h"

typedef struct {
  ChnField field;
  void (*change) (ChnEvent *event);
} Change;

static const ChnClaim claims[] = { { CHN_FIELD_PLACE, "Geneva" }, { CHN_FIELD_PLACE, "Vienna" } };
static const ChnBallot ballots[] = { { "usa", CHN_BALLOT_YES }, { "prk", CHN_BALLOT_NO } };

static void
fill (ChnEvent *event)
{
  g_autoptr (ChnDate) date = chn_date_parse ("2014-11-18", -1, NULL);
  ChnVote vote = { 111, 19, 55, 8, CHN_METHOD_RECORDED, CHN_RESULT_ADOPTED, 1, ballots, FALSE };
  chn_event_clear (event);
  for (guint field = 0; field < CHN_N_FIELDS; field++)
    if (chn_field_get_info ((ChnField) field)->shape == CHN_SHAPE_TEXT)
      chn_event_set_text (event, (ChnField) field, chn_field_get_info ((ChnField) field)->name, -1);
  chn_event_set_date (event, CHN_FIELD_DATE, date);
  chn_event_set_term (event, CHN_FIELD_KIND, 2);
  chn_event_set_number (event, CHN_FIELD_NTH, 3);
  chn_event_add_item (event, CHN_FIELD_TAGS, "one", -1);
  chn_event_add_item (event, CHN_FIELD_TAGS, "two", -1);
  chn_event_add_actor (event, "usa", -1, 1);
  chn_event_set_vote (event, &vote);
  chn_event_add_relation (event, 1, "other", -1);
  chn_event_add_citation (event, &(ChnCitation){ .source = "key", .at = "p. 1", .n_claims = 1, .claims = claims });
  chn_event_add_extra (event, "X-KEY", "value");
}

static void
change_title (ChnEvent *event)
{
  chn_event_set_text (event, CHN_FIELD_TITLE, "another", -1);
}

static void
drop_place (ChnEvent *event)
{
  chn_event_set_text (event, CHN_FIELD_PLACE, NULL, -1);
}

/* The same day, said in other words. */
static void
change_date (ChnEvent *event)
{
  g_autoptr (ChnDate) date = chn_date_parse ("2014-11-18/2014-11-18", -1, NULL);
  chn_event_set_date (event, CHN_FIELD_DATE, date);
}

static void
change_kind (ChnEvent *event)
{
  chn_event_set_term (event, CHN_FIELD_KIND, 0);
}

static void
change_nth (ChnEvent *event)
{
  chn_event_set_number (event, CHN_FIELD_NTH, 4);
}

static void
add_tag (ChnEvent *event)
{
  chn_event_add_item (event, CHN_FIELD_TAGS, "three", -1);
}

static void
add_actor (ChnEvent *event)
{
  chn_event_add_actor (event, "usa", -1, 2);
}

static void
change_counts (ChnEvent *event)
{
  ChnVote vote = *chn_event_get_vote (event);
  vote.not_voting = -1;
  chn_event_set_vote (event, &vote);
}

static void
change_roll (ChnEvent *event)
{
  ChnVote vote = *chn_event_get_vote (event);
  vote.ballots = ballots + 1;
  chn_event_set_vote (event, &vote);
}

static void
add_relation (ChnEvent *event)
{
  chn_event_add_relation (event, 1, "third", -1);
}

static void
add_citation (ChnEvent *event)
{
  chn_event_add_citation (event, &(ChnCitation){ .source = "second" });
}

static void
add_extra (ChnEvent *event)
{
  chn_event_add_extra (event, "X-KEY", "value");
}

static void
add_ignored (ChnEvent *event)
{
  chn_event_set_text (event, CHN_FIELD_IGNORE, "unsourced: everybody knows it", -1);
}

static const Change changes[] = {
  { CHN_FIELD_TITLE, change_title },     { CHN_FIELD_PLACE, drop_place },     { CHN_FIELD_DATE, change_date },
  { CHN_FIELD_KIND, change_kind },       { CHN_FIELD_NTH, change_nth },       { CHN_FIELD_TAGS, add_tag },
  { CHN_FIELD_ACTORS, add_actor },       { CHN_FIELD_VOTE, change_counts },   { CHN_FIELD_VOTE, change_roll },
  { CHN_FIELD_RELATIONS, add_relation }, { CHN_FIELD_SOURCES, add_citation }, { CHN_FIELD_EXTRA, add_extra },
  { CHN_FIELD_IGNORE, add_ignored },
};

static void
test_each_field_alone (void)
{
  g_autoptr (ChnEvent) a = chn_event_new ();
  g_autoptr (ChnEvent) b = chn_event_new ();
  ChnField fields[CHN_N_FIELDS];
  fill (a);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    fill (b);
    CHN_ASSERT_INT (chn_event_diff (a, b, fields), 0);
    changes[i].change (b);
    CHN_ASSERT_INT (chn_event_diff (a, b, fields), 1);
    CHN_ASSERT_INT (fields[0], changes[i].field);
    CHN_ASSERT_INT (chn_event_diff (b, a, fields), 1);
    CU_ASSERT_TRUE (chn_event_field_differs (a, b, changes[i].field));
  }
}

/* One citation instead of another: each of its parts counts. */
static void
test_parts_of_a_citation (void)
{
  static const ChnCitation others[] = {
    { .source = "other", .at = "p. 1", .n_claims = 1, .claims = claims },
    { .source = "key", .at = "p. 2", .n_claims = 1, .claims = claims },
    { .source = "key", .at = "p. 1", .quote = "so", .n_claims = 1, .claims = claims },
    { .source = "key", .at = "p. 1", .note = "so", .n_claims = 1, .claims = claims },
    { .source = "key", .at = "p. 1", .n_claims = 2, .claims = claims },
    { .source = "key", .at = "p. 1", .n_claims = 1, .claims = claims + 1 },
  };
  g_autoptr (ChnEvent) a = chn_event_new ();
  chn_event_add_citation (a, &(ChnCitation){ .source = "key", .at = "p. 1", .n_claims = 1, .claims = claims });
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (ChnEvent) b = chn_event_new ();
    chn_event_add_citation (b, &others[i]);
    CU_ASSERT_TRUE (chn_event_field_differs (a, b, CHN_FIELD_SOURCES));
  }
}

/* What a source says of one field stands in an order, and of which field it speaks first says nothing. */
static void
test_order_of_claims (void)
{
  static const ChnClaim orders[][3] = {
    { { CHN_FIELD_PLACE, "Geneva" }, { CHN_FIELD_TITLE, "A talk" }, { CHN_FIELD_PLACE, "Vienna" } },
    { { CHN_FIELD_PLACE, "Geneva" }, { CHN_FIELD_PLACE, "Vienna" }, { CHN_FIELD_TITLE, "A talk" } },
    { { CHN_FIELD_PLACE, "Vienna" }, { CHN_FIELD_PLACE, "Geneva" }, { CHN_FIELD_TITLE, "A talk" } },
    { { CHN_FIELD_PLACE, "Geneva" }, { CHN_FIELD_TITLE, "Vienna" }, { CHN_FIELD_TITLE, "A talk" } },
  };
  g_autoptr (ChnEvent) a = chn_event_new ();
  chn_event_add_citation (a, &(ChnCitation){ .source = "key", .n_claims = 3, .claims = orders[0] });
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
    g_autoptr (ChnEvent) b = chn_event_new ();
    chn_event_add_citation (b, &(ChnCitation){ .source = "key", .n_claims = 3, .claims = orders[i] });
    CHN_ASSERT_INT (chn_event_field_differs (a, b, CHN_FIELD_SOURCES), i > 1);
    CHN_ASSERT_INT (chn_event_field_differs (b, a, CHN_FIELD_SOURCES), i > 1);
  }
}

static void
test_unstated_and_empty (void)
{
  g_autoptr (ChnEvent) a = chn_event_new ();
  g_autoptr (ChnEvent) b = chn_event_new ();
  ChnField fields[CHN_N_FIELDS];
  chn_event_set_text (b, CHN_FIELD_SUMMARY, "", -1);
  chn_event_set_position (b, CHN_FIELD_SUMMARY, 0, 3, 4);
  CHN_ASSERT_INT (chn_event_diff (a, b, fields), 0);
}

static void
test_order_of_fields (void)
{
  g_autoptr (ChnEvent) a = chn_event_new ();
  g_autoptr (ChnEvent) b = chn_event_new ();
  ChnField fields[CHN_N_FIELDS];
  fill (b);
  guint n = chn_event_diff (a, b, fields);
  CU_ASSERT_TRUE (n > 10);
  for (guint i = 1; i < n; i++)
    CU_ASSERT_TRUE (fields[i] > fields[i - 1]);
}

static const ChnTest tests[] = {
  { "each field is told alone", test_each_field_alone },
  { "every part of a citation counts", test_parts_of_a_citation },
  { "of which field a source speaks first says nothing", test_order_of_claims },
  { "what is not stated is an empty text", test_unstated_and_empty },
  { "fields come in their order", test_order_of_fields },
};

CHN_SUITE ("model/event-diff", tests)
