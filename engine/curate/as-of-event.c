/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was known of one event: whether it had happened or was planned, and what sources said of each field by then.
 */
#include <chancery/agreement.h>
#include <chancery/vote.h>

#include <string.h>

#include "curate/as-of.h"
#include "model/event-storage.h"
#include "model/field-text.h"

/* An event in the eyes of somebody who asks as of then. */
typedef struct {
  const ChnAsOf *as_of;
  guint row;
  const ChnEvent *event; /* of that row */
  const ChnCitation *citations;
  guint n;
  ChnBearing *bearings; /* of the citations */
  guint n_of[CHN_BEARING_REPORT + 1];
  gboolean whole;   /* all sources were out, and its time had come: the record stands as it is */
  ChnStatus status; /* as it seemed */
} View;

static gboolean
says_status (const ChnCitation *citation, guint status)
{
  for (guint i = 0; i < citation->n_claims; i++)
    if (citation->claims[i].field == CHN_FIELD_STATUS &&
        chn_vocabulary_find (CHN_VOCABULARY_STATUS, citation->claims[i].value, -1, NULL) == (int) status)
      return TRUE;
  return FALSE;
}

/* What came to nothing is known to have done so once a source says so, or once its time has passed. */
static gboolean
is_settled (const View *view, guint status)
{
  if (view->n_of[CHN_BEARING_REPORT] > 0 && chn_event_get_bounds (view->event)->latest <= view->as_of->until)
    return TRUE;
  for (guint i = 0; i < view->n; i++)
    if (view->bearings[i] == CHN_BEARING_REPORT && says_status (&view->citations[i], status))
      return TRUE;
  return FALSE;
}

static gboolean
is_whole (const View *view)
{
  const ChnDateBounds *bounds = chn_event_get_bounds (view->event);
  guint recorded = chn_event_get_term (view->event, CHN_FIELD_STATUS);
  gint64 time = recorded == CHN_STATUS_OCCURRED ? bounds->earliest : bounds->latest;
  return view->n_of[CHN_BEARING_LATER] == 0 && (recorded == CHN_STATUS_PLANNED || time <= view->as_of->until);
}

/* FALSE when nothing was known of the event. */
static gboolean
find_status (View *view)
{
  guint recorded = chn_event_get_term (view->event, CHN_FIELD_STATUS);
  gboolean reported = view->n_of[CHN_BEARING_REPORT] > 0, announced = view->n_of[CHN_BEARING_ANNOUNCE] > 0;
  gboolean settled = view->whole || (recorded == CHN_STATUS_OCCURRED ? reported : is_settled (view, recorded));
  view->status = settled ? (ChnStatus) recorded : CHN_STATUS_PLANNED;
  return announced || (settled && (reported || (view->whole && view->n > 0)));
}

/* What sources had said of a field by then. */
typedef struct {
  gboolean spoken;     /* by a source that counts */
  gboolean confirmed;  /* by one of them */
  gboolean later;      /* others spoke of it later */
  gboolean implied;    /* a report rests on the record without speaking of the field */
  const char *claimed; /* by the newest of those that say something else */
  gint64 newest;
  const char *given_up; /* what was corrected or withdrawn, the newest of it: stands only while nobody says more */
  gint64 newest_given_up;
} Support;

/* A source of unknown date yields to every other. */
static gint64
get_newness (const View *view, guint citation)
{
  const ChnSource *source = chn_timeline_find_source (view->as_of->timeline, view->citations[citation].source);
  const ChnSource *first = source ? chn_timeline_get_source (view->as_of->timeline, 0) : NULL;
  gint64 latest = source ? view->as_of->publications[source - first].latest : CHN_TIME_MAX;
  return latest == CHN_TIME_MAX ? CHN_TIME_MIN : latest;
}

static void
take_claim (const View *view, Support *support, guint citation, const ChnClaim *claim)
{
  gboolean planned = view->status == CHN_STATUS_PLANNED;
  ChnBearing wanted = planned && view->n_of[CHN_BEARING_ANNOUNCE] > 0 ? CHN_BEARING_ANNOUNCE : CHN_BEARING_REPORT;
  gboolean same = chn_claim_judge (view->event, claim) == CHN_STANCE_CONFIRMS;
  if (view->bearings[citation] == CHN_BEARING_LATER) {
    support->later = TRUE;
    return;
  }
  if (view->bearings[citation] != wanted && !(same && !planned))
    return;
  gint64 newness = get_newness (view, citation);
  support->spoken = TRUE;
  if (same) {
    support->confirmed = TRUE;
  } else if (!support->claimed || newness >= support->newest) {
    support->claimed = claim->value;
    support->newest = newness;
  }
}

/* Whether a source that was out by then had corrected or withdrawn what this one says. */
static gboolean
is_superseded (const View *view, guint citation, guint claim)
{
  guint n = 0;
  guint32 by = 0;
  const ChnColumns *columns = chn_timeline_get_columns (view->as_of->timeline);
  const ChnClaimCell *cells = chn_columns_get_claims (columns, view->row, &n);
  for (guint i = 0; i < citation; i++)
    claim += view->citations[i].n_claims;
  return claim < n && chn_successors_find (view->as_of->successors, columns, view->row, &cells[claim], &by);
}

static void
take_given_up (const View *view, Support *support, guint citation, const ChnClaim *claim)
{
  gint64 newness = get_newness (view, citation);
  if (view->bearings[citation] == CHN_BEARING_LATER || (support->given_up && newness < support->newest_given_up))
    return;
  support->given_up = claim->value;
  support->newest_given_up = newness;
}

static Support
find_support (const View *view, ChnField field)
{
  Support support = { .newest = CHN_TIME_MIN };
  for (guint i = 0; i < view->n; i++) {
    gboolean speaks = FALSE;
    for (guint k = 0; k < view->citations[i].n_claims; k++)
      if (view->citations[i].claims[k].field == field) {
        speaks = TRUE;
        (is_superseded (view, i, k) ? take_given_up : take_claim) (view, &support, i, &view->citations[i].claims[k]);
      }
    support.implied |= !speaks && view->bearings[i] == CHN_BEARING_REPORT;
  }
  return support;
}

/* Whether the event seemed to lie ahead, which the record knows to have come. */
static gboolean
is_announced (const View *view)
{
  return view->status == CHN_STATUS_PLANNED &&
         chn_event_get_term (view->event, CHN_FIELD_STATUS) != CHN_STATUS_PLANNED;
}

/* What the sources by then said instead of the record; NULL where the record stands. */
static const char *
find_other (const View *view, ChnField field)
{
  Support support = find_support (view, field);
  gboolean stands = view->whole || support.confirmed || (support.implied && !is_announced (view));
  if (stands)
    return NULL;
  return support.claimed ? support.claimed : support.given_up;
}

/* Whether a value that one can do without was known: votes, documents and the like come with the event. */
static gboolean
is_known (const View *view, ChnField field)
{
  Support support = find_support (view, field);
  return view->whole || support.spoken || support.given_up || (!support.later && !is_announced (view));
}

static void
copy_text (const View *view, ChnEvent *recalled, ChnField field)
{
  const char *other = find_other (view, field), *text = chn_event_get_text (view->event, field);
  chn_event_set_text (recalled, field, other ? other : text, -1);
}

/* "Meeting, Security Council": what was planned, in words that do not know how it went. */
static char *
dup_plain_title (const View *view)
{
  guint n = 0;
  const char *const *forums = chn_event_get_items (view->event, CHN_FIELD_FORUMS, &n);
  const ChnRegistry *registry = chn_timeline_get_registry (view->as_of->timeline);
  const ChnForum *forum = n > 0 ? chn_registry_get_forum (registry, forums[0]) : NULL;
  const char *kind =
      chn_event_describe_term (view->event, CHN_VOCABULARY_KIND, chn_event_get_term (view->event, CHN_FIELD_KIND))
          ->label;
  return forum ? g_strdup_printf ("%s, %s", kind, chn_forum_get_short_name (forum)) : g_strdup (kind);
}

/* The record's prose was written in knowledge of all sources. */
static void
copy_prose (const View *view, ChnEvent *recalled)
{
  gboolean announced = is_announced (view), kept = !announced && (view->whole || !view->as_of->strict);
  gboolean stands = !announced || find_support (view, CHN_FIELD_TITLE).confirmed;
  const char *recorded = chn_event_get_text (view->event, CHN_FIELD_TITLE);
  const char *said = stands ? NULL : find_other (view, CHN_FIELD_TITLE);
  g_autofree char *plain = stands || said ? NULL : dup_plain_title (view);
  chn_event_set_text (recalled, CHN_FIELD_TITLE, stands ? recorded : said ? said : plain, -1);
  if (stands)
    chn_event_set_text (recalled, CHN_FIELD_LABEL, chn_event_get_text (view->event, CHN_FIELD_LABEL), -1);
  if (kept)
    chn_event_set_text (recalled, CHN_FIELD_SUMMARY, chn_event_get_text (view->event, CHN_FIELD_SUMMARY), -1);
}

/* What was under way: its end was not known. NULL where the date had come to its end, or is no interval. */
static char *
dup_open_date (const View *view)
{
  const ChnDateBounds *bounds = chn_event_get_bounds (view->event);
  const char *text = chn_event_get_text (view->event, CHN_FIELD_DATE), *end = strchr (text, '/');
  gboolean under_way = bounds->earliest <= view->as_of->until && bounds->latest > view->as_of->until;
  if (view->status != CHN_STATUS_OCCURRED || !under_way || !end || end == text || text[0] == '.')
    return NULL;
  return g_strdup_printf ("%.*s/..", (int) (end - text), text);
}

/* What was said of the date then; NULL where the record stands. */
static char *
dup_other_date (const View *view)
{
  const char *other = find_other (view, CHN_FIELD_DATE);
  Support support = find_support (view, CHN_FIELD_DATE);
  if (other)
    return g_strdup (other);
  if (is_announced (view) && !support.confirmed)
    return g_strdup (view->as_of->later);
  return dup_open_date (view);
}

static void
copy_date (const View *view, ChnEvent *recalled)
{
  g_autofree char *other = dup_other_date (view);
  g_autoptr (ChnDate) date = other ? chn_date_parse (other, -1, NULL) : NULL;
  chn_event_set_date (recalled, CHN_FIELD_DATE, date ? date : chn_event_get_date (view->event, CHN_FIELD_DATE));
  ChnDate *revised = chn_event_get_date (view->event, CHN_FIELD_REVISED);
  if (revised)
    chn_event_set_date (recalled, CHN_FIELD_REVISED, revised);
}

static void
copy_items (const View *view, ChnEvent *recalled, ChnField field)
{
  guint n = 0;
  const char *const *items = chn_event_get_items (view->event, field, &n);
  const char *other = find_other (view, field);
  if (other)
    chn_event_add_item (recalled, field, other, -1);
  for (guint i = 0; i < n && !other; i++)
    chn_event_add_item (recalled, field, items[i], -1);
}

static void
copy_vote (const View *view, ChnEvent *recalled)
{
  const char *other = find_other (view, CHN_FIELD_VOTE);
  const ChnVote *recorded = chn_event_get_vote (view->event);
  ChnVote vote = CHN_VOTE_NONE;
  if (!other) {
    chn_event_set_vote (recalled, recorded);
    return;
  }
  vote.method = recorded->method;
  if (!chn_vote_parse_counts (other, -1, &vote, NULL))
    return;
  if (vote.method != CHN_METHOD_CONSENSUS)
    vote.result = recorded->result;
  chn_event_set_vote (recalled, &vote);
}

/* Which of its series a plan came to be was not known, unless somebody said so. */
static void
copy_ordinal (const View *view, ChnEvent *recalled)
{
  const char *other = find_other (view, CHN_FIELD_NTH);
  guint said = 0;
  if (other && chn_field_parse_number (other, strlen (other), chn_field_get_range (CHN_FIELD_NTH), &said))
    chn_event_set_number (recalled, CHN_FIELD_NTH, said);
  else if (!is_announced (view) || find_support (view, CHN_FIELD_NTH).confirmed)
    chn_event_set_number (recalled, CHN_FIELD_NTH, chn_event_get_number (view->event, CHN_FIELD_NTH));
}

static void
copy_terms (const View *view, ChnEvent *recalled)
{
  const char *kind = find_other (view, CHN_FIELD_KIND);
  int term = kind ? chn_event_find_term (recalled, CHN_VOCABULARY_KIND, kind, -1, NULL) : -1;
  guint recorded = chn_event_get_term (view->event, CHN_FIELD_KIND);
  chn_event_set_term (recalled, CHN_FIELD_KIND, term >= 0 ? (guint) term : recorded);
  chn_event_set_term (recalled, CHN_FIELD_STATUS, view->status);
  if (view->n_of[CHN_BEARING_LATER] == 0)
    chn_event_set_term (recalled, CHN_FIELD_CONFIDENCE, chn_event_get_term (view->event, CHN_FIELD_CONFIDENCE));
  chn_event_set_number (recalled, CHN_FIELD_IMPORTANCE, chn_event_get_number (view->event, CHN_FIELD_IMPORTANCE));
  chn_event_set_term (recalled, CHN_FIELD_VISIBILITY, chn_event_get_term (view->event, CHN_FIELD_VISIBILITY));
  copy_ordinal (view, recalled);
}

static void
copy_whole (const View *view, ChnEvent *recalled)
{
  static const ChnField texts[] = { CHN_FIELD_ID, CHN_FIELD_ZONE, CHN_FIELD_SERIES, CHN_FIELD_REPEAT,
                                    CHN_FIELD_IGNORE };
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    chn_event_set_text (recalled, texts[i], chn_event_get_text (view->event, texts[i]), -1);
  const ChnParticipation *actors = chn_event_get_actors (view->event, &n);
  for (guint i = 0; i < n; i++)
    chn_event_add_actor (recalled, actors[i].actor, -1, actors[i].role);
  /* Tags such as "first" say what it came to be. */
  const char *const *tags = chn_event_get_items (view->event, CHN_FIELD_TAGS, &n);
  for (guint i = 0; i < n && !is_announced (view); i++)
    chn_event_add_item (recalled, CHN_FIELD_TAGS, tags[i], -1);
  const ChnExtra *extras = chn_event_get_extras (view->event, &n);
  for (guint i = 0; i < n; i++)
    chn_event_add_extra (recalled, extras[i].key, extras[i].value);
}

/* Only what had been published is cited; its positions in the file move along. */
static void
copy_citations (const View *view, ChnEvent *recalled)
{
  guint n_positions = 0, n_kept = 0;
  const ChnPosition *positions = chn_event_get_positions (view->event, &n_positions);
  for (guint i = 0; i < view->n; i++) {
    if (view->bearings[i] == CHN_BEARING_LATER)
      continue;
    chn_event_add_citation (recalled, &view->citations[i]);
    for (guint k = 0; k < n_positions; k++)
      if (positions[k].field == CHN_FIELD_SOURCES && (positions[k].index & 0xffff) == i)
        chn_event_set_position (recalled, CHN_FIELD_SOURCES, (positions[k].index & ~0xffffu) | n_kept,
                                positions[k].line, positions[k].column);
    n_kept++;
  }
  for (guint k = 0; k < n_positions; k++)
    if (positions[k].field != CHN_FIELD_SOURCES)
      chn_event_set_position (recalled, positions[k].field, positions[k].index, positions[k].line,
                              positions[k].column);
}

gboolean
chn_as_of_recall (const ChnAsOf *as_of, guint row, const ChnEvent *event, ChnEvent *recalled)
{
  View view = { .as_of = as_of, .row = row, .event = event };
  view.citations = chn_event_get_citations (event, &view.n);
  g_autofree ChnBearing *bearings = g_new (ChnBearing, MAX (view.n, 1));
  view.bearings = bearings;
  for (guint i = 0; i < view.n; i++) {
    bearings[i] = chn_as_of_weigh (as_of, event, &view.citations[i]);
    view.n_of[bearings[i]]++;
  }
  view.whole = is_whole (&view);
  if (!find_status (&view))
    return FALSE;
  chn_event_clear (recalled);
  chn_event_borrow_vocabulary (recalled, chn_timeline_get_vocabulary (as_of->timeline));
  copy_whole (&view, recalled);
  copy_prose (&view, recalled);
  copy_date (&view, recalled);
  copy_terms (&view, recalled);
  copy_items (&view, recalled, CHN_FIELD_FORUMS);
  if (is_known (&view, CHN_FIELD_SYMBOLS))
    copy_items (&view, recalled, CHN_FIELD_SYMBOLS);
  if (is_known (&view, CHN_FIELD_VOTE))
    copy_vote (&view, recalled);
  if (is_known (&view, CHN_FIELD_PLACE))
    copy_text (&view, recalled, CHN_FIELD_PLACE);
  copy_citations (&view, recalled);
  return TRUE;
}
