/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which event of an old timeline is which of a new one. */
#include "curate/diff/pairs.h"

#include <chancery/match.h>
#include <string.h>

#include "curate/suspects.h"
#include "timeline/columns.h"

/* Up to so many rows in both that have no partner are held against each other whole. */
enum { MOST_WHOLE = 4000 };

typedef struct {
  const ChnTimeline *old_timeline, *new_timeline;
  ChnPairs *pairs;
} Pairing;

static guint32 *
new_partners (const ChnTimeline *timeline)
{
  guint n = chn_timeline_get_n_events (timeline);
  guint32 *partners = g_new (guint32, MAX (n, 1));
  memset (partners, 0xff, n * sizeof *partners);
  return partners;
}

static const char *
get_timeline_id (const ChnTimeline *timeline)
{
  return chn_timeline_get_n_origins (timeline) > 0 ? chn_timeline_get_header (timeline, 0, CHN_HEADER_TIMELINE)
                                                   : NULL;
}

/* What says of no timeline that it is of it may be of any. */
static gboolean
are_one_timeline (const Pairing *pairing)
{
  const char *old_id = get_timeline_id (pairing->old_timeline), *new_id = get_timeline_id (pairing->new_timeline);
  return !old_id || !new_id || strcmp (old_id, new_id) == 0;
}

/* Whether two events of one id in two timelines may be one. */
static gboolean
agree (const Pairing *pairing, guint old_row, guint new_row)
{
  const ChnColumns *x = chn_timeline_get_columns (pairing->old_timeline);
  const ChnColumns *y = chn_timeline_get_columns (pairing->new_timeline);
  const char *title = chn_columns_get_text (x, CHN_FIELD_TITLE, old_row);
  const ChnDateBounds a = chn_columns_get_bounds (x, old_row), b = chn_columns_get_bounds (y, new_row);
  return (a.earliest <= b.latest && b.earliest <= a.latest) ||
         g_strcmp0 (title, chn_columns_get_text (y, CHN_FIELD_TITLE, new_row)) == 0;
}

static void
join (const Pairing *pairing, guint old_row, guint new_row)
{
  pairing->pairs->new_of[old_row] = new_row;
  pairing->pairs->old_of[new_row] = old_row;
}

/* Both are mostly in one order: the row behind the last partner is looked at before all are. */
static void
join_by_id (const Pairing *pairing)
{
  guint next = 0, n = chn_timeline_get_n_events (pairing->new_timeline);
  gboolean is_one = are_one_timeline (pairing);
  for (guint row = 0; row < chn_timeline_get_n_events (pairing->old_timeline); row++) {
    const char *id = chn_timeline_get_id (pairing->old_timeline, row);
    guint other = next;
    if ((next >= n || strcmp (chn_timeline_get_id (pairing->new_timeline, next), id) != 0) &&
        !chn_timeline_find (pairing->new_timeline, id, &other))
      continue;
    next = other + 1;
    if (is_one || agree (pairing, row, other))
      join (pairing, row, other);
  }
}

static guint8 *
mark_partnered (const guint32 *partners, guint n, guint *n_left)
{
  guint8 *marked = g_new0 (guint8, n + 1);
  *n_left = 0;
  for (guint row = 0; row < n; row++) {
    marked[row] = partners[row] != G_MAXUINT32;
    *n_left += marked[row] ? 0 : 1;
  }
  return marked;
}

static GArray *
list_left (const guint8 *partnered, guint n)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint row = 0; row < n; row++)
    if (!partnered[row])
      g_array_append_val (rows, row);
  return rows;
}

static void
join_matches (const Pairing *pairing, const ChnSuspects sides[2])
{
  guint n = 0;
  g_autoptr (ChnTimeline) a = chn_suspects_extract (&sides[0]), b = chn_suspects_extract (&sides[1]);
  if (!a || !b || chn_timeline_get_n_events (a) != sides[0].rows->len ||
      chn_timeline_get_n_events (b) != sides[1].rows->len)
    return;
  g_autoptr (ChnMatches) matches = chn_matches_new (a, b);
  const ChnMatch *match = chn_matches_get (matches, &n);
  for (guint i = 0; i < n; i++)
    if (match[i].score >= CHN_MATCH_SURE)
      join (pairing, g_array_index (sides[0].rows, guint, match[i].a),
            g_array_index (sides[1].rows, guint, match[i].b));
}

/* What has no partner by its id: of large timelines only what is worth comparing. */
static void
join_by_content (const Pairing *pairing)
{
  guint n_old = chn_timeline_get_n_events (pairing->old_timeline), left_old = 0;
  guint n_new = chn_timeline_get_n_events (pairing->new_timeline), left_new = 0;
  g_autofree guint8 *old_partnered = mark_partnered (pairing->pairs->new_of, n_old, &left_old);
  g_autofree guint8 *new_partnered = mark_partnered (pairing->pairs->old_of, n_new, &left_new);
  ChnSuspects sides[] = { { pairing->old_timeline, old_partnered, NULL },
                          { pairing->new_timeline, new_partnered, NULL } };
  if (left_old == 0 || left_new == 0)
    return;
  if (left_old + left_new > MOST_WHOLE) {
    chn_suspects_find (sides, 2);
  } else {
    sides[0].rows = list_left (old_partnered, n_old);
    sides[1].rows = list_left (new_partnered, n_new);
  }
  if (sides[0].rows->len > 0 && sides[1].rows->len > 0)
    join_matches (pairing, sides);
  g_array_unref (sides[0].rows);
  g_array_unref (sides[1].rows);
}

void
chn_pairs_init (ChnPairs *pairs, const ChnTimeline *old_timeline, const ChnTimeline *new_timeline)
{
  *pairs = (ChnPairs){ new_partners (old_timeline), new_partners (new_timeline) };
  const Pairing pairing = { old_timeline, new_timeline, pairs };
  join_by_id (&pairing);
  join_by_content (&pairing);
}

void
chn_pairs_clear (ChnPairs *pairs)
{
  g_clear_pointer (&pairs->new_of, g_free);
  g_clear_pointer (&pairs->old_of, g_free);
}
