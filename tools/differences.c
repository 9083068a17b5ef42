/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How two timelines differ, a line a place: what was edited from what it is applied to, or two states of one. */
#include "differences.h"

char *
difference_dup_line (const ChnDifference *difference)
{
  const char *field = chn_field_get_info (difference->field)->name;
  const char *mine = difference->mine ? difference->mine : "nothing";
  const char *edited = difference->edited ? difference->edited : "nothing";
  switch (difference->kind) {
  case CHN_DIFFERENCE_CHANGED:
    return g_strdup_printf ("changed  %s  %s: %s → %s", difference->id, field, mine, edited);
  case CHN_DIFFERENCE_ADDED:
    return g_strdup_printf ("added    %s  %s", difference->id, edited);
  case CHN_DIFFERENCE_LACKING_FIELD:
    return g_strdup_printf ("lacking  %s  %s: %s", difference->id, field, mine);
  case CHN_DIFFERENCE_LACKING_EVENT:
    return g_strdup_printf ("lacking  %s  the event: %s", difference->id, mine);
  case CHN_DIFFERENCE_SOURCE:
    return g_strdup_printf ("source   %s  %s", difference->id, difference->edited ? edited : "without particulars");
  }
  g_return_val_if_reached (NULL);
}

typedef struct {
  const ChnDiff *diff;
  DifferencesTake take;
  gpointer data;
} Listing;

static gboolean
list_event (const Listing *listing, const char *word, ChnTimeline *timeline, guint row, GError **error)
{
  gboolean is_there = timeline == chn_diff_get_new (listing->diff);
  const char *id = chn_timeline_get_id (timeline, row);
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_load (timeline, row, event);
  g_autofree char *line = g_strdup_printf ("%-7s  %s  %s %s", word, id, chn_event_get_text (event, CHN_FIELD_DATE),
                                           chn_event_get_text (event, CHN_FIELD_TITLE));
  return listing->take (is_there ? NULL : id, is_there ? id : NULL, line, listing->data, error);
}

static gboolean
list_value (const Listing *listing, const char *was, const char *is, const char *name, const char *old,
            const char *new, GError **error)
{
  g_autofree char *line =
      g_strdup_printf ("changed  %s  %s: %s → %s", is, name, old ? old : "nothing", new ? new : "nothing");
  return listing->take (was, is, line, listing->data, error);
}

static gboolean
list_fields (const Listing *listing, const ChnEventChange *change, GError **error)
{
  const char *was = chn_timeline_get_id (chn_diff_get_old (listing->diff), change->old_row);
  const char *is = chn_timeline_get_id (chn_diff_get_new (listing->diff), change->new_row);
  if (change->is_renamed && !list_value (listing, was, is, "id", was, is, error))
    return FALSE;
  for (guint i = 0; i < change->n_values; i++) {
    const ChnValueChange *value = &change->values[i];
    if (!list_value (listing, was, is, value->name, value->old_value, value->new_value, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
differences_list (const ChnDiff *diff, DifferencesTake take, gpointer data, GError **error)
{
  guint n = 0;
  gboolean done = TRUE;
  const Listing listing = { diff, take, data };
  const ChnEventChange *changes = chn_diff_get_events (diff, &n);
  for (guint i = 0; i < n && done; i++)
    if (changes[i].kind == CHN_CHANGE_ADDED)
      done = list_event (&listing, "added", chn_diff_get_new (diff), changes[i].new_row, error);
    else if (changes[i].kind == CHN_CHANGE_REMOVED)
      done = list_event (&listing, "removed", chn_diff_get_old (diff), changes[i].old_row, error);
    else
      done = list_fields (&listing, &changes[i], error);
  return done;
}
