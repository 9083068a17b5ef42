/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Two events of one file become one. */
#include <chancery/union.h>

#include <string.h>

#include "base/error.h"
#include "curate/origin.h"
#include "curate/union/comments.h"
#include "curate/union/join.h"
#include "curate/union/label.h"
#include "model/event-diff.h"
#include "timeline/former-ids.h"

typedef struct {
  ChnTimeline *timeline;
  guint stays, goes; /* rows */
  ChnTranslation translation;
  ChnUnionSources sources;
  ChnEdits *edits;
  ChnEvent *event, *other, *translated, *out;
  char *label;
  guint n_claims;
} Joining;

static gboolean
find_rows (Joining *joining, const char *stays, const char *goes, GError **error)
{
  const char *const ids[] = { stays, goes };
  guint *const rows[] = { &joining->stays, &joining->goes };
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (!chn_timeline_find_named (joining->timeline, ids[i], rows[i], error))
      return FALSE;
  if (joining->stays == joining->goes)
    chn_error_set (error, CHN_ERROR_UNKNOWN, "name two events", "\"%s\" and \"%s\" are one event already", stays,
                   goes);
  return joining->stays != joining->goes;
}

static void
joining_init (Joining *joining)
{
  ChnTimeline *timeline = joining->timeline;
  chn_translation_init (&joining->translation);
  chn_other_names_init (&joining->translation.names, timeline, timeline);
  chn_union_sources_init (&joining->sources, timeline);
  joining->edits = chn_edits_new ();
  joining->event = chn_event_new ();
  joining->other = chn_event_new ();
  joining->translated = chn_event_new ();
  joining->out = chn_event_new ();
  joining->label = chn_chronology_dup_label (timeline);
}

static void
joining_clear (Joining *joining)
{
  chn_translation_clear (&joining->translation);
  chn_union_sources_clear (&joining->sources);
  chn_edits_free (joining->edits);
  chn_event_free (joining->event);
  chn_event_free (joining->other);
  chn_event_free (joining->translated);
  chn_event_free (joining->out);
  g_free (joining->label);
}

static void
edit_fields (const Joining *joining, const ChnEvent *old, const ChnEvent *made)
{
  ChnField fields[CHN_N_FIELDS];
  guint n = chn_event_diff (old, made, fields);
  for (guint i = 0; i < n; i++)
    if (fields[i] != CHN_FIELD_ID)
      chn_edits_set_field (joining->edits, chn_event_get_text (old, CHN_FIELD_ID), fields[i], made);
}

/* What the one said was said by this chronology itself. */
static void
join (Joining *joining)
{
  const char *title = chn_timeline_get_header (joining->timeline, 0, CHN_HEADER_TITLE);
  const char *id = chn_timeline_get_id (joining->timeline, joining->goes);
  chn_timeline_load (joining->timeline, joining->stays, joining->event);
  chn_timeline_load (joining->timeline, joining->goes, joining->other);
  chn_translate_event (&joining->translation, joining->other, joining->translated);
  const char *uid = chn_origin_get_uid (joining->other), *own = chn_origin_get_uid (joining->event);
  const ChnJoin joined = { .sources = &joining->sources,
                           .event = { joining->event, joining->translated },
                           .origins = { NULL, NULL },
                           .label = { joining->label, joining->label },
                           .title = { title, title },
                           .n_claims = &joining->n_claims };
  chn_join_events (&joined, joining->out);
  chn_event_add_extra (joining->out, CHN_FORMER_ID_KEY, id);
  if (uid && g_strcmp0 (uid, own) != 0)
    chn_event_add_extra (joining->out, CHN_FORMER_UID_KEY, uid);
  edit_fields (joining, joining->event, joining->out);
  chn_edits_remove_event (joining->edits, id);
}

/* Whatever pointed at the one that goes. */
static void
turn_relations (Joining *joining)
{
  guint n = 0;
  const ChnBacklink *links = chn_timeline_get_backlinks (joining->timeline, joining->goes, &n);
  for (guint i = 0; i < n; i++) {
    if (links[i].row == joining->stays || (i > 0 && links[i].row == links[i - 1].row))
      continue;
    chn_timeline_load (joining->timeline, links[i].row, joining->other);
    chn_translate_event (&joining->translation, joining->other, joining->translated);
    edit_fields (joining, joining->other, joining->translated);
  }
}

GBytes *
chn_timeline_join (ChnTimeline *timeline, const char *stays, const char *goes, GBytes *file, const ChnLimits *limits,
                   GError **error)
{
  Joining joining = { .timeline = timeline };
  gsize length = 0;
  guint n_comments = 0;
  const char *bytes = g_bytes_get_data (file, &length);
  const char *name = chn_timeline_get_header (timeline, 0, CHN_HEADER_FILE);
  if (!find_rows (&joining, stays, goes, error))
    return NULL;
  joining_init (&joining);
  g_hash_table_insert (joining.translation.ids, g_strdup (chn_timeline_get_id (timeline, joining.goes)),
                       g_strdup (chn_timeline_get_id (timeline, joining.stays)));
  join (&joining);
  turn_relations (&joining);
  chn_union_sources_edit (&joining.sources, joining.edits);
  g_autoptr (GBytes) edited = chn_edits_run (joining.edits, bytes, length, name ? name : "the file", limits, error);
  GBytes *made = edited ? chn_comments_take_over (edited, file, &joining.translation, &n_comments, error) : NULL;
  joining_clear (&joining);
  return made;
}
