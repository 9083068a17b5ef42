/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of events as plain values: what is set is kept in copies, and clearing forgets it all. */
#include <chancery/event.h>

#include <string.h>

#include "model/event-storage.h"
#include "suite.h"

static const ChnField text_fields[] = {
  CHN_FIELD_ID,      CHN_FIELD_ZONE,  CHN_FIELD_LABEL,  CHN_FIELD_TITLE,
  CHN_FIELD_SUMMARY, CHN_FIELD_PLACE, CHN_FIELD_SERIES, CHN_FIELD_REPEAT,
};

static void
test_keeps_copies_of_text (void)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++) {
    g_autofree char *text = g_strdup_printf ("text %u and more", i);
    chn_event_set_text (event, text_fields[i], text, 6);
    memset (text, 'x', strlen (text));
  }
  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++) {
    g_autofree char *expected = g_strdup_printf ("text %u", i);
    CHN_ASSERT_STRING (chn_event_get_text (event, text_fields[i]), expected);
  }
  chn_event_set_text (event, CHN_FIELD_TITLE, NULL, -1);
  CU_ASSERT_PTR_NULL (chn_event_get_text (event, CHN_FIELD_TITLE));
}

static void
test_keeps_dates (void)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  CHN_ASSERT_INT (chn_event_get_bounds (event)->precision, CHN_PRECISION_UNBOUNDED);
  CU_ASSERT_PTR_NULL (chn_event_get_date (event, CHN_FIELD_DATE));
  g_autoptr (ChnDate) date = chn_date_parse ("2014-11-18", -1, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (date);
  chn_event_set_date (event, CHN_FIELD_DATE, date);
  chn_event_set_date (event, CHN_FIELD_DATE, date);
  chn_event_set_date (event, CHN_FIELD_REVISED, date);
  CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_DATE), "2014-11-18");
  CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_REVISED), "2014-11-18");
  CU_ASSERT_PTR_EQUAL (chn_event_get_date (event, CHN_FIELD_DATE), date);
  CHN_ASSERT_INT (chn_event_get_bounds (event)->earliest, chn_date_get_bounds (date)->earliest);
  chn_event_set_date (event, CHN_FIELD_REVISED, NULL);
  CU_ASSERT_PTR_NULL (chn_event_get_text (event, CHN_FIELD_REVISED));
  CHN_ASSERT_INT (chn_event_get_bounds (event)->latest, chn_date_get_bounds (date)->latest);
}

static void
test_keeps_terms_and_numbers (void)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_event_set_term (event, CHN_FIELD_KIND, 3);
  chn_event_set_term (event, CHN_FIELD_STATUS, CHN_STATUS_PLANNED);
  chn_event_set_number (event, CHN_FIELD_IMPORTANCE, 5);
  CHN_ASSERT_INT (chn_event_get_term (event, CHN_FIELD_KIND), 3);
  CHN_ASSERT_INT (chn_event_get_term (event, CHN_FIELD_STATUS), CHN_STATUS_PLANNED);
  CHN_ASSERT_INT (chn_event_get_term (event, CHN_FIELD_CONFIDENCE), CHN_CONFIDENCE_NONE);
  CHN_ASSERT_INT (chn_event_get_number (event, CHN_FIELD_IMPORTANCE), 5);
  CHN_ASSERT_INT (chn_event_get_number (event, CHN_FIELD_NTH), 0);
}

static void
test_keeps_lists_apart (void)
{
  static const ChnField lists[] = { CHN_FIELD_FORUMS, CHN_FIELD_SYMBOLS, CHN_FIELD_TAGS };
  g_autoptr (ChnEvent) event = chn_event_new ();
  for (guint i = 0; i < 100; i++) {
    g_autofree char *text = g_strdup_printf ("%u-%u", i, i % 3);
    chn_event_add_item (event, lists[i % 3], text, -1);
  }
  for (guint list = 0; list < 3; list++) {
    guint n = 0;
    const char *const *items = chn_event_get_items (event, lists[list], &n);
    CHN_ASSERT_INT (n, list == 0 ? 34 : 33);
    for (guint i = 0; i < n; i++) {
      g_autofree char *expected = g_strdup_printf ("%u-%u", i * 3 + list, list);
      CHN_ASSERT_STRING (items[i], expected);
    }
  }
}

static void
add_compounds (ChnEvent *event)
{
  char source[] = "willis-2017", value[] = "40-77", voter[] = "prk", target[] = "coi-report";
  ChnClaim claims[] = { { CHN_FIELD_VOTE, value }, { CHN_FIELD_DATE, "2014-09" } };
  ChnBallot ballots[] = { { voter, CHN_BALLOT_NO }, { "usa", CHN_BALLOT_YES } };
  ChnVote vote = { 40, 77, 50, -1, CHN_METHOD_RECORDED, CHN_RESULT_REJECTED, 2, ballots, FALSE };
  chn_event_add_citation (event, &(ChnCitation){ source, "para 3", NULL, "a note", 2, claims, 0, 0 });
  chn_event_set_vote (event, &vote);
  chn_event_add_relation (event, 1, target, -1);
  chn_event_add_actor (event, voter, -1, 2);
  chn_event_add_extra (event, source, value);
  chn_event_set_position (event, CHN_FIELD_TITLE, 0, 12, 7);
  memset (source, 'x', sizeof source - 1);
  memset (value, 'x', sizeof value - 1);
  memset (voter, 'x', sizeof voter - 1);
  memset (target, 'x', sizeof target - 1);
  ballots[0].kind = CHN_BALLOT_ABSTAIN;
  claims[0].field = CHN_FIELD_TITLE;
}

static void
test_keeps_copies_of_compounds (void)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  add_compounds (event);
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  CHN_ASSERT_INT (n, 1);
  CHN_ASSERT_STRING (citations[0].source, "willis-2017");
  CHN_ASSERT_STRING (citations[0].at, "para 3");
  CU_ASSERT_PTR_NULL (citations[0].quote);
  CHN_ASSERT_INT (citations[0].n_claims, 2);
  CHN_ASSERT_INT (citations[0].claims[0].field, CHN_FIELD_VOTE);
  CHN_ASSERT_STRING (citations[0].claims[0].value, "40-77");
  const ChnVote *vote = chn_event_get_vote (event);
  CHN_ASSERT_INT (vote->n_ballots, 2);
  CHN_ASSERT_STRING (vote->ballots[0].actor, "prk");
  CHN_ASSERT_INT (vote->ballots[0].kind, CHN_BALLOT_NO);
  CHN_ASSERT_STRING (chn_event_get_relations (event, &n)[0].target, "coi-report");
  CHN_ASSERT_STRING (chn_event_get_actors (event, &n)[0].actor, "prk");
  CHN_ASSERT_STRING (chn_event_get_extras (event, &n)[0].key, "willis-2017");
  CHN_ASSERT_INT (chn_event_get_positions (event, &n)[0].line, 12);
}

static void
test_clearing_forgets_all (void)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (ChnDate) date = chn_date_parse ("2014", -1, NULL);
  add_compounds (event);
  chn_event_set_date (event, CHN_FIELD_DATE, date);
  chn_event_set_text (event, CHN_FIELD_ID, "a", -1);
  chn_event_set_number (event, CHN_FIELD_NTH, 3);
  chn_event_add_item (event, CHN_FIELD_TAGS, "tag", -1);
  chn_event_clear (event);
  guint n[7] = { 9, 9, 9, 9, 9, 9, 9 };
  chn_event_get_items (event, CHN_FIELD_TAGS, &n[0]);
  chn_event_get_actors (event, &n[1]);
  chn_event_get_relations (event, &n[2]);
  chn_event_get_citations (event, &n[3]);
  chn_event_get_extras (event, &n[4]);
  chn_event_get_positions (event, &n[5]);
  n[6] = chn_event_get_number (event, CHN_FIELD_NTH);
  for (guint i = 0; i < G_N_ELEMENTS (n); i++)
    CHN_ASSERT_INT (n[i], 0);
  CU_ASSERT_PTR_NULL (chn_event_get_text (event, CHN_FIELD_ID));
  CU_ASSERT_PTR_NULL (chn_event_get_date (event, CHN_FIELD_DATE));
  CHN_ASSERT_INT (chn_event_get_bounds (event)->latest, CHN_TIME_MAX);
  CU_ASSERT_FALSE (chn_vote_is_present (chn_event_get_vote (event)));
  chn_event_free (NULL);
}

/* What readers hand over without a date or a NUL of their own. */
static void
test_holds_what_is_handed_over (void)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (ChnDate) date = chn_date_parse ("2014-11-18", -1, NULL);
  char text[] = "2014-11-18";
  guint n;
  chn_event_set_date (event, CHN_FIELD_REVISED, date);
  chn_event_hold_date (event, CHN_FIELD_DATE, text, chn_date_get_bounds (date));
  chn_event_hold_date (event, CHN_FIELD_REVISED, text, chn_date_get_bounds (date));
  chn_event_keep_extra (event, "UID;X", 3, "one two", 3);
  text[0] = '1';
  CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_DATE), "2014-11-18");
  CHN_ASSERT_INT (chn_event_get_bounds (event)->earliest, chn_date_get_bounds (date)->earliest);
  CHN_ASSERT_INT (chn_date_compare (chn_event_get_date (event, CHN_FIELD_DATE), date), 0);
  CHN_ASSERT_INT (chn_date_compare (chn_event_get_date (event, CHN_FIELD_REVISED), date), 0);
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  CHN_ASSERT_INT (n, 1);
  CHN_ASSERT_STRING (extras[0].key, "UID");
  CHN_ASSERT_STRING (extras[0].value, "one");
}

static const ChnTest tests[] = {
  { "text is copied up to its length", test_keeps_copies_of_text },
  { "dates give text and bounds", test_keeps_dates },
  { "terms and numbers are kept", test_keeps_terms_and_numbers },
  { "lists do not mix", test_keeps_lists_apart },
  { "votes, relations and citations are copied whole", test_keeps_copies_of_compounds },
  { "dates and extras that are handed over", test_holds_what_is_handed_over },
  { "clearing forgets everything", test_clearing_forgets_all },
};

CHN_SUITE ("model/event", tests)
