/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A store as the file that it would be, which is edited like any file, and brought home: what somebody changed is
 * written with the check of versions, and where others have written meanwhile, brought together with that first.
 */
#include "store-state.h"

#include "failure.h"
#include "load-store.h"
#include "load.h"
#include "store-conflicts.h"
#include "usage.h"

/* Others may come first again and again; somebody has written each time. */
enum { MOST_TURNS = 50 };

static gboolean
append (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) error;
  g_string_append_len (data, bytes, (gssize) length);
  return TRUE;
}

GBytes *
store_state_dup_yaml (const ChnTimeline *timeline, GError **error)
{
  g_auto (ChnRows) all = { 0 };
  GString *text = g_string_new (NULL);
  chn_rows_all (timeline, &all);
  gboolean written =
      chn_format_write (chn_format_find ("yaml", NULL), timeline, &all, NULL, NULL, append, text, error);
  GBytes *bytes = g_string_free_to_bytes (text);
  if (!written)
    g_clear_pointer (&bytes, g_bytes_unref);
  return bytes;
}

void
store_state_clear (StoreState *state)
{
  g_clear_pointer (&state->timeline, chn_timeline_unref);
  g_clear_pointer (&state->bytes, g_bytes_unref);
}

static ChnTimeline *
read_timeline (const StoreState *state, const Program *program, ChnStore *store, guint64 at, ChnReport *report,
               GError **error)
{
  return at > 0           ? load_store_event (program, store, at, NULL, error)
         : state->excerpt ? load_store_excerpt (program, store, state->excerpt, report, error)
                          : load_store_whole (program, store, report, error);
}

static gboolean
read_state (StoreState *state, const Program *program, ChnStore *store, guint64 at, gboolean as_file, GError **error)
{
  guint64 newest = 0;
  g_autoptr (ChnReport) report = chn_report_new ();
  if (!chn_store_get_revision (store, &newest, &state->is_whole, error))
    return FALSE;
  g_autoptr (ChnTimeline) timeline = read_timeline (state, program, store, at, report, error);
  state->revision = at == 0 ? newest : at;
  state->bytes = timeline && as_file ? store_state_dup_yaml (timeline, error) : NULL;
  if (!timeline)
    failure_print_report (report, CHN_SEVERITY_ERROR);
  state->timeline = g_steal_pointer (&timeline);
  return as_file ? state->bytes != NULL : state->timeline != NULL;
}

static gboolean
read_in_one (StoreState *state, const Program *program, ChnStore *store, guint64 at, gboolean as_file, GError **error)
{
  if (!chn_store_begin_reading (store, error))
    return FALSE;
  gboolean is_read = read_state (state, program, store, at, as_file, error);
  chn_store_end_reading (store);
  return is_read;
}

gboolean
store_state_read (StoreState *state, const Program *program, ChnStore *store, guint64 at, GError **error)
{
  return read_in_one (state, program, store, at, TRUE, error);
}

gboolean
store_state_read_timeline (StoreState *state, const Program *program, ChnStore *store, GError **error)
{
  return read_in_one (state, program, store, 0, FALSE, error);
}

gboolean
store_state_read_excerpt (StoreState *state, const Program *program, ChnStore *store, const ChnStoreExcerpt *excerpt,
                          GError **error)
{
  state->excerpt = excerpt;
  return store_state_read (state, program, store, 0, error);
}

/* What is wrong with it is printed. */
static ChnTimeline *
load (Program *program, const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnTimeline *timeline = load_bytes (program, name, bytes, report, error);
  if (!timeline)
    failure_print_report (report, CHN_SEVERITY_ERROR);
  return timeline;
}

/* Sources that others correct are declared with the events that cite them, which are not read for it. */
static ChnTimeline *
read_open_header (const Program *program, ChnStore *store, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimelineBuilder) builder = load_begin (program, report, error);
  if (builder)
    chn_timeline_builder_set_keep_going (builder, TRUE);
  return builder && chn_store_read_open_header (store, builder, error)
             ? chn_timeline_builder_seal (g_steal_pointer (&builder), error)
             : NULL;
}

/* What everybody may see of what was changed, and of names that it declares. */
static ChnTimeline *
show (const StoreState *state, const Program *program, ChnStore *store, const ChnTimeline *edited,
      gboolean *adds_names, GError **error)
{
  g_autoptr (ChnTimeline) shown = chn_timeline_show ((ChnTimeline *) edited, CHN_VISIBILITY_PUBLIC, error);
  *adds_names = FALSE;
  if (!shown || !chn_timeline_keeps_own (edited))
    return g_steal_pointer (&shown);
  g_autoptr (ChnTimeline) open = read_open_header (program, store, error);
  return open ? chn_timeline_show_outside_still (shown, edited, state->timeline, open, adds_names, error) : NULL;
}

static gboolean
write_changes (const StoreState *state, Program *program, ChnStore *store, const char *name, GBytes *made,
               ChnTimeline *checked, GPtrArray *conflicts, GError **error)
{
  g_autoptr (ChnTimeline) edited = checked ? chn_timeline_ref (checked) : load (program, name, made, error);
  gboolean adds = FALSE;
  g_autoptr (ChnTimeline) shown = edited ? show (state, program, store, edited, &adds, error) : NULL;
  ChnStoreChange change = { state->revision, state->timeline, edited, shown, adds, NULL };
  return shown && chn_store_change (store, &change, conflicts, error);
}

static void
print_conflicts (const StoreState *state, Program *program, ChnStore *store, const char *name, GBytes *made,
                 const GPtrArray *conflicts)
{
  g_auto (StoreState) now = { 0 };
  if (!store_state_read_excerpt (&now, program, store, state->excerpt, NULL))
    return;
  g_autoptr (ChnTimeline) here = load (program, name, made, NULL);
  if (here)
    store_conflicts_print_events (conflicts, state->timeline, here, now.timeline);
}

static gboolean
names_events (const GPtrArray *conflicts)
{
  for (guint i = 0; i < conflicts->len; i++)
    if (*(const char *) conflicts->pdata[i])
      return TRUE;
  return FALSE;
}

static gboolean
refuse (const char *name, const char *why, GError **error)
{
  g_clear_error (error);
  usage_set_error (error, "%s was left as it is: %s", name, why);
  return FALSE;
}

/* What both changed of the whole timeline is brought together where it can be; `made` is then made of what is there
 * now. */
static gboolean
bring_together (StoreState *state, Program *program, ChnStore *store, const char *name, GBytes **made, GError **error)
{
  g_auto (StoreState) now = { 0 };
  g_autoptr (ChnReport) report = chn_report_new ();
  if (!store_state_read_excerpt (&now, program, store, state->excerpt, error))
    return FALSE;
  g_autoptr (ChnTimeline) read = load (program, name, state->bytes, error);
  g_autoptr (ChnTimeline) here = read ? load (program, name, *made, error) : NULL;
  g_autoptr (ChnTimeline) there = here ? load (program, name, now.bytes, error) : NULL;
  if (!there)
    return FALSE;
  const ChnRevision base = { read, state->bytes }, ours = { there, now.bytes }, theirs = { here, *made };
  g_autoptr (GBytes) both = chn_timeline_merge_changes (&base, &ours, &theirs, &program->limits, report, error);
  if (!both)
    return FALSE;
  if (chn_report_count (report, CHN_SEVERITY_WARNING) > 0) {
    store_conflicts_print_header (read, here, there);
    return refuse (name, "somebody else has changed what was changed here", error);
  }
  g_autoptr (ChnTimeline) fits = load (program, name, both, error);
  if (!fits)
    return refuse (name, "what was changed here does not fit what somebody else has changed", error);
  g_bytes_unref (*made);
  *made = g_bytes_ref (both);
  store_state_clear (state);
  *state = now;
  now = (StoreState){ 0 };
  return TRUE;
}

gboolean
store_state_save (const StoreState *state, Program *program, ChnStore *store, const char *name, GBytes *made,
                  ChnTimeline *checked, GError **error)
{
  g_auto (StoreState) base = *state;
  chn_timeline_ref (base.timeline);
  g_bytes_ref (base.bytes);
  g_autoptr (GBytes) edited = g_bytes_ref (made);
  for (guint turn = 0; turn < MOST_TURNS; turn++) {
    g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GError) cause = NULL;
    if (write_changes (&base, program, store, name, edited, turn == 0 ? checked : NULL, conflicts, &cause))
      return TRUE;
    if (conflicts->len == 0 || names_events (conflicts)) {
      print_conflicts (&base, program, store, name, edited, conflicts);
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
    if (!bring_together (&base, program, store, name, &edited, error))
      return FALSE;
  }
  return refuse (name, "others write all the time; try again in a moment", error);
}
