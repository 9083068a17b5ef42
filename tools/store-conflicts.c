/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What two people made of one thing in a store: both sides, field by field. */
#include "store-conflicts.h"

#include <stdio.h>
#include <string.h>

static void
print_value (const char *who, const char *name, const char *old, const char *new)
{
  g_autofree char *line =
      g_strdup_printf ("  %s: %s: %s → %s", who, name, old ? old : "nothing", new ? new : "nothing");
  g_autofree char *visible = chn_text_dup_visible (g_strdelimit (line, "\n", ' '), FALSE);
  fprintf (stderr, "%s\n", visible);
}

/* An event that was not there before says all that it says anew. */
static void
print_added (const char *who, const char *id, ChnTimeline *side)
{
  guint row = 0;
  g_autoptr (ChnEvent) event = chn_event_new ();
  if (!chn_timeline_find (side, id, &row))
    return;
  fprintf (stderr, "  %s: added\n", who);
  chn_timeline_load (side, row, event);
  for (guint field = 0; field < CHN_N_FIELDS; field++) {
    g_autofree char *value = field == CHN_FIELD_ID ? NULL : chn_event_dup_value (event, (ChnField) field);
    if (value && *value)
      print_value (who, chn_field_get_info ((ChnField) field)->name, NULL, value);
  }
}

static void
print_changed (const char *who, const char *id, const ChnDiff *diff)
{
  guint n = 0;
  const ChnEventChange *changes = diff ? chn_diff_get_events (diff, &n) : NULL;
  for (guint i = 0; i < n; i++) {
    if (changes[i].kind != CHN_CHANGE_CHANGED ||
        strcmp (chn_timeline_get_id (chn_diff_get_old (diff), changes[i].old_row), id) != 0)
      continue;
    for (guint k = 0; k < changes[i].n_values; k++) {
      const ChnValueChange *value = &changes[i].values[k];
      print_value (who, value->name, value->old_value, value->new_value);
    }
  }
}

static void
print_side (const char *who, const char *id, ChnTimeline *read, ChnTimeline *side, const ChnDiff *diff)
{
  guint row = 0;
  gboolean was = chn_timeline_find (read, id, &row), is = chn_timeline_find (side, id, &row);
  if (!is)
    fprintf (stderr, "  %s: taken out\n", who);
  else if (!was)
    print_added (who, id, side);
  else
    print_changed (who, id, diff);
}

void
store_conflicts_print_events (const GPtrArray *ids, ChnTimeline *read, ChnTimeline *here, ChnTimeline *there)
{
  g_autoptr (ChnDiff) ours = chn_diff_new (read, here, NULL), theirs = chn_diff_new (read, there, NULL);
  for (guint i = 0; i < ids->len; i++) {
    const char *id = ids->pdata[i];
    if (*id == '\0')
      continue;
    fprintf (stderr, "%s was changed by somebody else, too\n", id);
    print_side ("here", id, read, here, ours);
    print_side ("there", id, read, there, theirs);
  }
}

static const ChnValueChange *
find_name (const ChnDiff *diff, const char *name)
{
  guint n = 0;
  const ChnValueChange *changes = chn_diff_get_header (diff, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (changes[i].name, name) == 0)
      return &changes[i];
  return NULL;
}

void
store_conflicts_print_header (ChnTimeline *read, ChnTimeline *here, ChnTimeline *there)
{
  guint n = 0;
  g_autoptr (ChnDiff) ours = chn_diff_new (read, here, NULL);
  g_autoptr (ChnDiff) theirs = chn_diff_new (read, there, NULL);
  const ChnValueChange *changes = ours && theirs ? chn_diff_get_header (ours, &n) : NULL;
  fprintf (stderr, "what is said of the whole timeline was changed by somebody else, too\n");
  for (guint i = 0; i < n; i++) {
    const ChnValueChange *other = find_name (theirs, changes[i].name);
    if (!other || g_strcmp0 (changes[i].new_value, other->new_value) == 0)
      continue;
    print_value ("here", changes[i].name, changes[i].old_value, changes[i].new_value);
    print_value ("there", other->name, other->old_value, other->new_value);
  }
}
