/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The lint rule about two events that are probably one. Who keeps a timeline has told its events apart on purpose: so
 * what speaks against a pair, a relation between the two among it, weighs more here than between timelines. */
#include <string.h>

#include <chancery/match.h>

#include "base/civil.h"
#include "curate/rule.h"
#include "curate/suspects.h"

/* What tells two events apart, and what only one event can have. */
enum {
  APART = CHN_MATCH_OTHER_DATE | CHN_MATCH_OTHER_SYMBOL | CHN_MATCH_OTHER_VOTE | CHN_MATCH_OTHER_FORUM,
  CERTAIN = CHN_MATCH_SYMBOL | CHN_MATCH_UID,
  TELLING = CERTAIN | CHN_MATCH_TITLE | CHN_MATCH_VOTE,
};

static gboolean
is_related_to (const ChnEvent *event, const char *id)
{
  guint n = 0;
  const ChnRelation *relations = chn_event_get_relations (event, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (relations[i].target, id) == 0)
      return TRUE;
  return FALSE;
}

/* A meeting within a session is not the session. */
static gboolean
lasts (const ChnColumns *columns, guint row)
{
  const ChnDateBounds bounds = chn_columns_get_bounds (columns, row);
  return bounds.latest - bounds.earliest > CHN_DAY_SECONDS;
}

/* By what the two have in common alone: what many events share on one day has to come together. */
static gboolean
is_suspect (const ChnCheck *check, const ChnMatch *match)
{
  const ChnColumns *columns = chn_timeline_get_columns (check->timeline);
  if (match->score < CHN_MATCH_SURE || match->reasons & APART)
    return FALSE;
  if (match->reasons & TELLING)
    return TRUE;
  return !(match->reasons & CHN_MATCH_OTHER_KIND) && match->reasons & CHN_MATCH_WORDS &&
         match->reasons & CHN_MATCH_FORUM &&
         (match->reasons & CHN_MATCH_DATE || !(lasts (columns, match->a) || lasts (columns, match->b)));
}

/* Whether both cite a source, each at another place: a list of votes has one entry for each. */
static gboolean
are_cited_apart (const ChnEvent *a, const ChnEvent *b)
{
  guint n_a = 0, n_b = 0;
  gboolean apart = FALSE;
  const ChnCitation *one = chn_event_get_citations (a, &n_a), *other = chn_event_get_citations (b, &n_b);
  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++) {
      if (!one[i].at || !other[j].at || strcmp (one[i].source, other[j].source) != 0)
        continue;
      if (strcmp (one[i].at, other[j].at) == 0)
        return FALSE;
      apart = TRUE;
    }
  return apart;
}

/* Relations, and ordinals of one series, tell two events apart. */
static gboolean
are_told_apart (const ChnEvent *a, const ChnEvent *b)
{
  const char *series = chn_event_get_text (a, CHN_FIELD_SERIES);
  guint nth = chn_event_get_number (a, CHN_FIELD_NTH), other = chn_event_get_number (b, CHN_FIELD_NTH);
  gboolean is_of_one = series && g_strcmp0 (series, chn_event_get_text (b, CHN_FIELD_SERIES)) == 0;
  return (is_of_one && nth > 0 && other > 0 && nth != other) ||
         is_related_to (a, chn_event_get_text (b, CHN_FIELD_ID)) ||
         is_related_to (b, chn_event_get_text (a, CHN_FIELD_ID));
}

static void
check_pair (ChnCheck *check, const ChnMatch *match, ChnEvent *event, ChnEvent *earlier)
{
  chn_timeline_load (check->timeline, match->a, earlier);
  chn_timeline_load (check->timeline, match->b, event);
  gboolean is_certain = match->reasons & CERTAIN;
  if (are_told_apart (earlier, event) || (!is_certain && are_cited_apart (earlier, event)))
    return;
  g_autofree char *reasons = chn_match_dup_reasons (match);
  check->event = event;
  check->row = match->b;
  chn_check_found (check, CHN_FIELD_ID, 0, "keep one of them, or say how they are related", "%s may be %s: %s",
                   chn_timeline_get_id (check->timeline, match->b), chn_timeline_get_id (check->timeline, match->a),
                   reasons);
}

/* Timelines up to this size are held against themselves whole; of larger ones only what is worth it. */
enum { MOST_WHOLE = 5000 };

/* Pairs of a timeline of some rows of the whole one, or of all where there is no list of them. */
static void
check_pairs (const ChnCheck *whole, const ChnTimeline *timeline, const GArray *rows)
{
  guint n = 0;
  ChnCheck check = *whole;
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (ChnEvent) earlier = chn_event_new ();
  g_autoptr (ChnMatches) matches = chn_matches_new_within (timeline);
  const ChnMatch *pairs = chn_matches_get (matches, &n);
  for (guint i = 0; i < n; i++) {
    ChnMatch match = pairs[i];
    match.a = rows ? g_array_index (rows, guint, match.a) : match.a;
    match.b = rows ? g_array_index (rows, guint, match.b) : match.b;
    if (is_suspect (whole, &match))
      check_pair (&check, &match, event, earlier);
  }
}

void
chn_rule_duplicate_event (const ChnCheck *check)
{
  if (chn_timeline_get_n_events (check->timeline) <= MOST_WHOLE) {
    check_pairs (check, check->timeline, NULL);
    return;
  }
  ChnSuspects suspects = { .timeline = check->timeline };
  chn_suspects_find (&suspects, 1);
  g_autoptr (GArray) rows = suspects.rows;
  g_autoptr (ChnTimeline) some = rows->len > 1 ? chn_suspects_extract (&suspects) : NULL;
  if (some && chn_timeline_get_n_events (some) == rows->len)
    check_pairs (check, some, rows);
}
