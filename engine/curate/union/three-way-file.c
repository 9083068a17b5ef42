/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A timeline file that two people changed: its header, sections and events. */
#include <chancery/union.h>

#include <string.h>

#include "base/report.h"
#include "curate/edit/merge.h"
#include "curate/edit/outline.h"
#include "curate/union/comments.h"
#include "curate/union/head.h"
#include "curate/union/three-way-events.h"

typedef struct {
  ChnReport *report;
  const char *name; /* of our file */
} Telling;

static void
tell_value (const char *path, const ChnTree *base, const ChnTree *ours, const ChnTree *theirs, gpointer data)
{
  const Telling *telling = data;
  g_autofree char *was = chn_three_way_dup_text (base), *mine = chn_three_way_dup_text (ours);
  g_autofree char *other = chn_three_way_dup_text (theirs);
  g_autofree char *message = g_strdup_printf ("%s: ours %s, theirs %s; it was %s", path, mine, other, was);
  chn_report_add (telling->report, &(ChnFinding){ .severity = CHN_SEVERITY_WARNING,
                                                  .code = "merge-conflict",
                                                  .file = telling->name,
                                                  .line = ours ? ours->line : 0,
                                                  .column = ours ? ours->column + 1 : 0,
                                                  .message = message });
}

static ChnOutline *
read_head (GBytes *file, const char *name, const ChnLimits *limits, GError **error)
{
  gsize length = 0;
  g_autoptr (GBytes) head = chn_head_cut (file);
  const char *bytes = g_bytes_get_data (head, &length);
  return chn_outline_read (bytes, length, name, NULL, limits, error);
}

static const ChnTree *
find (const ChnOutline *outline, const char *key)
{
  const ChnTree *found = chn_tree_find (outline->root, key, NULL);
  return found ? found->next : NULL;
}

/* The pair behind which a section comes that ours lacks: the last before the events. */
static const ChnTree *
find_last (const ChnOutline *ours)
{
  const ChnTree *last = NULL;
  for (const ChnTree *key = ours->root->first; key && strcmp (key->text, "events") != 0; key = key->next->next)
    last = key;
  return last ? last : ours->root->first;
}

static void
change (ChnMerge *merge, const ChnOutline *ours, const ChnTree *key, const ChnTree *old, const ChnTree *made)
{
  if (old && made) {
    chn_merge_value (merge, chn_tree_find (ours->root, key->text, NULL), made);
  } else if (old) {
    chn_merge_remove (merge, chn_tree_find (ours->root, key->text, NULL));
  } else if (made) {
    ChnTree *pair = chn_arena_memdup (merge->arena, key, sizeof *key);
    pair->next = chn_arena_memdup (merge->arena, made, sizeof *made);
    chn_merge_insert (merge, find_last (ours), pair);
  }
}

typedef struct {
  const ChnOutline *base, *ours, *theirs;
} Heads;

static void
merge_keys (ChnMerge *merge, const ChnThreeWay *values, const Heads *heads, const ChnOutline *of)
{
  for (const ChnTree *key = of->root->first; key; key = key->next->next) {
    const ChnTree *old = find (heads->ours, key->text);
    if (strcmp (key->text, "events") == 0 || (of != heads->ours && old))
      continue;
    const ChnTree *made =
        chn_three_way (values, key->text, find (heads->base, key->text), old, find (heads->theirs, key->text));
    if (made != old)
      change (merge, heads->ours, key, old, made);
  }
}

static GBytes *
merge_heads (GBytes *base, GBytes *ours, GBytes *theirs, const Telling *telling, const ChnLimits *limits,
             GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (ours, &length);
  g_autoptr (ChnOutline) was = read_head (base, "the base", limits, error);
  g_autoptr (ChnOutline) mine = was ? read_head (ours, telling->name, limits, error) : NULL;
  g_autoptr (ChnOutline) other = mine ? read_head (theirs, "theirs", limits, error) : NULL;
  if (!other)
    return NULL;
  g_autoptr (ChnSplices) splices = chn_splices_new ();
  ChnMerge merge = { { bytes, length }, splices, mine->arena, FALSE, NULL };
  const ChnThreeWay values = { mine->arena, tell_value, (gpointer) telling };
  const Heads heads = { was, mine, other };
  merge_keys (&merge, &values, &heads, mine);
  merge_keys (&merge, &values, &heads, other);
  return chn_splices_run (splices, bytes, length);
}

GBytes *
chn_timeline_merge_changes (const ChnRevision *base, const ChnRevision *ours, const ChnRevision *theirs,
                            const ChnLimits *limits, ChnReport *report, GError **error)
{
  gsize length = 0;
  guint n_comments = 0;
  const char *name = chn_timeline_get_header (ours->timeline, 0, CHN_HEADER_FILE);
  const Telling telling = { report, name ? name : "ours" };
  g_autoptr (GBytes) headed = merge_heads (base->file, ours->file, theirs->file, &telling, limits, error);
  g_autoptr (ChnEdits) edits = chn_edits_new ();
  const ChnThreeWayEvents events = { base->timeline, ours->timeline, theirs->timeline, report, edits };
  if (!headed)
    return NULL;
  chn_three_way_events (&events);
  const char *bytes = g_bytes_get_data (headed, &length);
  g_autoptr (GBytes) edited = chn_edits_run (edits, bytes, length, telling.name, limits, error);
  return edited ? chn_comments_take_new (edited, base->file, theirs->file, &n_comments, error) : NULL;
}
