/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Two chronologies become one: which events are one, what becomes of each, and the changes to the file of the first.
 */
#include <chancery/union.h>

#include <string.h>

#include "curate/excerpt.h"
#include "curate/origin.h"
#include "curate/union/comments.h"
#include "curate/union/declarations.h"
#include "curate/union/head.h"
#include "curate/union/header.h"
#include "curate/union/join.h"
#include "curate/union/label.h"
#include "model/event-diff.h"

struct _ChnUnion {
  ChnTimeline *ours, *theirs;
  ChnMatches *matches;
  guint8 *joined; /* by match */
  ChnUnionCounts counts;
};

/* While the file is changed. */
typedef struct {
  ChnUnion *whole;
  char *label[2];
  const char *title[2];
  int *ours_of;               /* by their rows: the row of ours that is the same event, or -1 */
  ChnTranslation translation; /* of theirs */
  ChnUnionSources sources;
  ChnEdits *edits;
  ChnEvent *event[2], *translated, *out;
} Uniting;

ChnUnion *
chn_union_new (ChnTimeline *ours, ChnTimeline *theirs)
{
  ChnUnion *whole = g_new0 (ChnUnion, 1);
  guint n = 0;
  whole->ours = chn_timeline_ref (ours);
  whole->theirs = chn_timeline_ref (theirs);
  whole->matches = chn_matches_new (ours, theirs);
  const ChnMatch *matches = chn_matches_get (whole->matches, &n);
  whole->joined = g_new0 (guint8, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    whole->joined[i] = matches[i].score >= CHN_MATCH_SURE;
  return whole;
}

void
chn_union_free (ChnUnion *whole)
{
  if (!whole)
    return;
  chn_timeline_unref (whole->ours);
  chn_timeline_unref (whole->theirs);
  chn_matches_free (whole->matches);
  g_free (whole->joined);
  g_free (whole);
}

const ChnMatch *
chn_union_get_matches (const ChnUnion *whole, guint *n)
{
  return chn_matches_get (whole->matches, n);
}

void
chn_union_set_joined (ChnUnion *whole, guint match, gboolean joined)
{
  whole->joined[match] = joined ? 1 : 0;
}

gboolean
chn_union_is_joined (const ChnUnion *whole, guint match)
{
  return whole->joined[match];
}

const ChnUnionCounts *
chn_union_get_counts (const ChnUnion *whole)
{
  return &whole->counts;
}

static void
map_rows (Uniting *uniting)
{
  guint n = 0, n_theirs = chn_timeline_get_n_events (uniting->whole->theirs);
  const ChnMatch *matches = chn_matches_get (uniting->whole->matches, &n);
  uniting->ours_of = g_new (int, MAX (n_theirs, 1));
  for (guint i = 0; i < n_theirs; i++)
    uniting->ours_of[i] = -1;
  for (guint i = 0; i < n; i++)
    if (uniting->whole->joined[i])
      uniting->ours_of[matches[i].b] = (int) matches[i].a;
}

static char *
dup_free_id (const Uniting *uniting, GHashTable *taken, const char *id)
{
  guint row = 0;
  g_autofree char *own = g_strdup_printf ("%s-%s", id, uniting->label[1]);
  char *found = g_strdup (id);
  for (guint n = 1; chn_timeline_find (uniting->whole->ours, found, &row) || g_hash_table_contains (taken, found);
       n++) {
    g_free (found);
    found = n == 1 ? g_strdup (own) : g_strdup_printf ("%s-%u", own, n);
  }
  return found;
}

/* What their events are called from now on. */
static void
map_ids (Uniting *uniting)
{
  const ChnTimeline *theirs = uniting->whole->theirs;
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint row = 0; row < chn_timeline_get_n_events (theirs); row++) {
    const char *id = chn_timeline_get_id (theirs, row);
    g_autofree char *here = uniting->ours_of[row] >= 0
                                ? g_strdup (chn_timeline_get_id (uniting->whole->ours, (guint) uniting->ours_of[row]))
                                : dup_free_id (uniting, taken, id);
    if (strcmp (here, id) != 0) {
      uniting->whole->counts.n_renamed += uniting->ours_of[row] < 0;
      g_hash_table_insert (uniting->translation.ids, g_strdup (id), g_strdup (here));
    }
    g_hash_table_add (taken, g_steal_pointer (&here));
  }
}

/* "timeline/id" of each event that it came of; of a file without an id by the name of the file. */
static char **
dup_origins (const Uniting *uniting, guint side, guint row)
{
  guint n = 0;
  const ChnTimeline *timeline = side == 0 ? uniting->whole->ours : uniting->whole->theirs;
  char **origins = chn_origin_dup_all (timeline, row, uniting->event[side], &n);
  if (n > 0)
    return origins;
  g_strfreev (origins);
  origins = g_new0 (char *, 2);
  origins[0] = g_strdup_printf ("%s/%s", uniting->label[side], chn_timeline_get_id (timeline, row));
  return origins;
}

static void
edit_fields (const Uniting *uniting, const ChnEvent *old, const ChnEvent *made)
{
  ChnField fields[CHN_N_FIELDS];
  guint n = chn_event_diff (old, made, fields);
  for (guint i = 0; i < n; i++)
    if (fields[i] != CHN_FIELD_ID)
      chn_edits_set_field (uniting->edits, chn_event_get_text (old, CHN_FIELD_ID), fields[i], made);
}

/* Only where it came from is noted. */
static void
keep_ours (Uniting *uniting, guint row)
{
  guint n = 0;
  chn_timeline_load (uniting->whole->ours, row, uniting->event[0]);
  chn_event_clear (uniting->out);
  const ChnExtra *extras = chn_event_get_extras (uniting->event[0], &n);
  for (guint i = 0; i < n; i++)
    chn_event_add_extra (uniting->out, extras[i].key, extras[i].value);
  g_auto (GStrv) origins = dup_origins (uniting, 0, row);
  chn_join_set_origins (uniting->out, origins);
  if (chn_event_field_differs (uniting->event[0], uniting->out, CHN_FIELD_EXTRA))
    chn_edits_set_field (uniting->edits, chn_timeline_get_id (uniting->whole->ours, row), CHN_FIELD_EXTRA,
                         uniting->out);
}

/* Clocks that are told by the header of their own file are told by each event in another's. */
static void
set_zone (const Uniting *uniting, guint row, ChnEvent *event)
{
  const ChnTimeline *ours = uniting->whole->ours, *theirs = uniting->whole->theirs;
  const char *here = chn_timeline_get_header (ours, 0, CHN_HEADER_ZONE);
  const char *there = chn_timeline_get_header (theirs, chn_timeline_get_origin (theirs, row), CHN_HEADER_ZONE);
  const ChnDateBounds *bounds = chn_event_get_bounds (event);
  if (there && g_strcmp0 (here, there) != 0 && bounds->flags & CHN_DATE_TIMED &&
      !chn_event_get_text (event, CHN_FIELD_ZONE))
    chn_event_set_text (event, CHN_FIELD_ZONE, there, -1);
}

static void
load_theirs (Uniting *uniting, guint row)
{
  chn_timeline_load (uniting->whole->theirs, row, uniting->event[1]);
  chn_translate_event (&uniting->translation, uniting->event[1], uniting->translated);
  set_zone (uniting, row, uniting->translated);
}

static void
join (Uniting *uniting, guint ours, guint theirs)
{
  load_theirs (uniting, theirs);
  chn_timeline_load (uniting->whole->ours, ours, uniting->event[0]);
  chn_excerpt_settle_zone ((ChnExcerptRow){ uniting->whole->theirs, theirs }, uniting->translated,
                           (ChnExcerptRow){ uniting->whole->ours, ours }, uniting->event[0]);
  g_auto (GStrv) our_origins = dup_origins (uniting, 0, ours);
  g_auto (GStrv) their_origins = dup_origins (uniting, 1, theirs);
  const ChnJoin joining = { .sources = &uniting->sources,
                            .event = { uniting->event[0], uniting->translated },
                            .origins = { our_origins, their_origins },
                            .label = { uniting->label[0], uniting->label[1] },
                            .title = { uniting->title[0], uniting->title[1] },
                            .n_claims = &uniting->whole->counts.n_claims,
                            .sets_origins = TRUE };
  chn_join_events (&joining, uniting->out);
  edit_fields (uniting, uniting->event[0], uniting->out);
  uniting->whole->counts.n_joined++;
}

static void
add (Uniting *uniting, guint row)
{
  load_theirs (uniting, row);
  g_auto (GStrv) origins = dup_origins (uniting, 1, row);
  chn_join_set_origins (uniting->translated, origins);
  chn_edits_add_event (uniting->edits, uniting->translated);
  uniting->whole->counts.n_new++;
}

static void
unite_events (Uniting *uniting)
{
  const ChnTimeline *ours = uniting->whole->ours, *theirs = uniting->whole->theirs;
  guint n_ours = chn_timeline_get_n_events (ours), n_theirs = chn_timeline_get_n_events (theirs);
  g_autofree int *theirs_of = g_new (int, MAX (n_ours, 1));
  for (guint row = 0; row < n_ours; row++)
    theirs_of[row] = -1;
  for (guint row = 0; row < n_theirs; row++)
    if (uniting->ours_of[row] >= 0)
      theirs_of[uniting->ours_of[row]] = (int) row;
  for (guint row = 0; row < n_ours; row++)
    if (theirs_of[row] >= 0)
      join (uniting, row, (guint) theirs_of[row]);
    else
      keep_ours (uniting, row);
  for (guint row = 0; row < n_theirs; row++)
    if (uniting->ours_of[row] < 0)
      add (uniting, row);
}

static void
uniting_init (Uniting *uniting, ChnUnion *whole)
{
  *uniting = (Uniting){ .whole = whole };
  uniting->label[0] = chn_chronology_dup_label (whole->ours);
  uniting->label[1] = chn_chronology_dup_label (whole->theirs);
  uniting->title[0] = chn_timeline_get_header (whole->ours, 0, CHN_HEADER_TITLE);
  uniting->title[1] = chn_timeline_get_header (whole->theirs, 0, CHN_HEADER_TITLE);
  uniting->edits = chn_edits_new ();
  chn_translation_init (&uniting->translation);
  chn_other_names_init (&uniting->translation.names, whole->ours, whole->theirs);
  chn_union_sources_init (&uniting->sources, whole->ours);
  uniting->event[0] = chn_event_new ();
  uniting->event[1] = chn_event_new ();
  uniting->translated = chn_event_new ();
  uniting->out = chn_event_new ();
  whole->counts = (ChnUnionCounts){ 0 };
}

static void
uniting_clear (Uniting *uniting)
{
  g_free (uniting->label[0]);
  g_free (uniting->label[1]);
  g_free (uniting->ours_of);
  chn_edits_free (uniting->edits);
  chn_translation_clear (&uniting->translation);
  chn_union_sources_clear (&uniting->sources);
  chn_event_free (uniting->event[0]);
  chn_event_free (uniting->event[1]);
  chn_event_free (uniting->translated);
  chn_event_free (uniting->out);
}

static ChnOutline *
read_outline (GBytes *file, const char *name, const ChnLimits *limits, GError **error)
{
  gsize length = 0;
  g_autoptr (GBytes) head = chn_head_cut (file);
  const char *bytes = g_bytes_get_data (head, &length);
  return chn_outline_read (bytes, length, name, NULL, limits, error);
}

static gboolean
unite_declarations (Uniting *uniting, GBytes *ours, GBytes *theirs, const ChnLimits *limits, ChnReport *report,
                    GError **error)
{
  const char *name = chn_timeline_get_header (uniting->whole->theirs, 0, CHN_HEADER_FILE);
  g_autoptr (ChnOutline) here = read_outline (ours, "the first file", limits, error);
  g_autoptr (ChnOutline) there = here ? read_outline (theirs, name ? name : "the other", limits, error) : NULL;
  if (!there)
    return FALSE;
  chn_declarations_rename (here, there, uniting->label[1], &uniting->translation);
  const ChnDeclarations declarations = { .ours = here,
                                         .theirs = there,
                                         .label = uniting->label[1],
                                         .name = name,
                                         .translation = &uniting->translation,
                                         .vocabulary = chn_timeline_get_vocabulary (uniting->whole->theirs),
                                         .report = report,
                                         .edits = uniting->edits };
  chn_declarations_unite (&declarations);
  return TRUE;
}

static GBytes *
run (Uniting *uniting, GBytes *ours, GBytes *theirs, const ChnLimits *limits, GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (ours, &length);
  const char *name = chn_timeline_get_header (uniting->whole->ours, 0, CHN_HEADER_FILE);
  g_autoptr (GPtrArray) lines =
      chn_header_dup_differences (uniting->whole->ours, uniting->whole->theirs, uniting->label[1]);
  g_autoptr (GBytes) edited =
      chn_edits_run (uniting->edits, bytes, length, name ? name : "the first file", limits, error);
  g_autoptr (GBytes) headed = edited ? chn_header_add_extras (edited, lines, error) : NULL;
  return headed ? chn_comments_take_over (headed, theirs, &uniting->translation, &uniting->whole->counts.n_comments,
                                          error)
                : NULL;
}

GBytes *
chn_union_run (ChnUnion *whole, GBytes *ours, GBytes *theirs, const ChnLimits *limits, ChnReport *report,
               GError **error)
{
  Uniting uniting;
  GBytes *made = NULL;
  uniting_init (&uniting, whole);
  map_rows (&uniting);
  map_ids (&uniting);
  chn_union_sources_add_all (&uniting.sources, whole->theirs, uniting.label[1], &uniting.translation);
  if (unite_declarations (&uniting, ours, theirs, limits, report, error)) {
    unite_events (&uniting);
    chn_union_sources_edit (&uniting.sources, uniting.edits);
    whole->counts.n_sources = uniting.sources.n_united;
    made = run (&uniting, ours, theirs, limits, error);
  }
  uniting_clear (&uniting);
  return made;
}
