/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * How an edited timeline differs from the one that it was exported from.
 *
 * An export shows what may be seen by some people. So a field is as it was when it says what it says in the eyes of
 * any of them; where it says something else, what was hidden from all that might have edited it stays with it.
 */
#include <chancery/apply.h>

#include <string.h>

#include <chancery/visibility.h>

#include "curate/apply/hidden-parts.h"
#include "curate/apply/plain-copy.h"
#include "curate/edit/spell.h"
#include "curate/excerpt.h"
#include "format/yaml/write.h"
#include "model/event-diff.h"

enum { N_VIEWS = CHN_VISIBILITY_PRIVATE + 1 };

struct _ChnComparison {
  ChnTimeline *mine, *edited;
  ChnTimeline *view[N_VIEWS];  /* by the most that may be seen; the last is all of it */
  ChnTimeline *plain[N_VIEWS]; /* each as a calendar without payloads has it; NULL for other formats */
  GArray *differences;         /* ChnDifference */
  ChnArena *arena;
};

/* The events at hand: of the edited timeline, and of each view, NULL where that lacks it. */
typedef struct {
  ChnEvent *edited;
  ChnEvent *mine[N_VIEWS];
  gboolean seen[N_VIEWS];
  ChnEvent *plain[N_VIEWS];
  gboolean has_plain[N_VIEWS];
} Pair;

static const char *
keep (const ChnComparison *comparison, const char *text)
{
  return text ? chn_arena_strndup (comparison->arena, text, -1) : NULL;
}

/* What a field says, on one line. */
static const char *
spell (const ChnComparison *comparison, const ChnEvent *event, ChnField field)
{
  g_autoptr (GString) text = g_string_new (NULL), flow = g_string_new (NULL);
  g_autoptr (ChnArena) arena = chn_arena_new ();
  chn_yaml_append_field (text, event, field);
  const ChnTree *tree = text->len > 0 ? chn_tree_parse (text->str, text->len, arena) : NULL;
  if (!tree || tree->n != 1)
    return NULL;
  if (tree->first->next->kind == CHN_TREE_TEXT)
    g_string_append (flow, tree->first->next->text);
  else
    chn_spell_flow (flow, tree->first->next);
  return keep (comparison, flow->str);
}

static const char *
get_file (const ChnComparison *comparison, guint row)
{
  return chn_timeline_get_header (comparison->mine, chn_timeline_get_origin (comparison->mine, row), CHN_HEADER_FILE);
}

/* Notes that calendar apps keep, and what each writes for itself. */
static gboolean
is_compared (ChnField field)
{
  return field != CHN_FIELD_ID && field != CHN_FIELD_EXTRA && field != CHN_FIELD_VISIBILITY;
}

static gboolean
differs (const Pair *pair, ChnField field)
{
  for (guint i = 0; i < N_VIEWS; i++)
    if ((pair->seen[i] && !chn_event_field_differs (pair->mine[i], pair->edited, field)) ||
        (pair->has_plain[i] && !chn_event_field_differs (pair->plain[i], pair->edited, field)))
      return FALSE;
  return TRUE;
}

static void
compare_field (const ChnComparison *comparison, const Pair *pair, guint row, ChnField field)
{
  const char *edited = spell (comparison, pair->edited, field);
  const char *mine = spell (comparison, pair->mine[CHN_VISIBILITY_PRIVATE], field);
  if (!mine && !edited)
    return;
  ChnDifference difference = { edited ? CHN_DIFFERENCE_CHANGED : CHN_DIFFERENCE_LACKING_FIELD,
                               chn_timeline_get_id (comparison->mine, row),
                               field,
                               mine,
                               edited,
                               get_file (comparison, row) };
  g_array_append_val (comparison->differences, difference);
}

/* Whether a timeline has the event, which is then loaded. */
static gboolean
load_from (const ChnTimeline *timeline, const char *id, ChnEvent *event)
{
  guint row = 0;
  if (!timeline || !chn_timeline_find (timeline, id, &row))
    return FALSE;
  chn_timeline_load (timeline, row, event);
  return TRUE;
}

/* An edited event, in the words of the same one of mine, or of my timeline where that is NULL. */
static void
load_edited (const ChnComparison *comparison, guint row, ChnEvent *event, guint mine_row, const ChnEvent *mine)
{
  chn_timeline_load (comparison->edited, row, event);
  if (mine)
    chn_excerpt_settle_zone ((ChnExcerptRow){ comparison->edited, row }, event,
                             (ChnExcerptRow){ comparison->mine, mine_row }, mine);
  chn_excerpt_take_back_relations (event, comparison->mine, mine);
}

static void
load_pair (const ChnComparison *comparison, Pair *pair, guint row, guint edited)
{
  const char *id = chn_timeline_get_id (comparison->mine, row);
  for (guint i = 0; i < N_VIEWS; i++) {
    pair->seen[i] = load_from (comparison->view[i], id, pair->mine[i]);
    pair->has_plain[i] = load_from (comparison->plain[i], id, pair->plain[i]);
  }
  load_edited (comparison, edited, pair->edited, row, pair->mine[CHN_VISIBILITY_PRIVATE]);
}

/* Whether it may have been left out of what was edited. */
static gboolean
may_be_left_out (const ChnComparison *comparison, const Pair *pair, guint row)
{
  ChnEvent *event = pair->mine[CHN_VISIBILITY_PRIVATE];
  chn_timeline_load (comparison->mine, row, event);
  guint status = chn_event_get_term (event, CHN_FIELD_STATUS);
  return status == CHN_STATUS_NOT_HELD || status == CHN_STATUS_CANCELLED ||
         chn_event_get_term (event, CHN_FIELD_VISIBILITY) != CHN_VISIBILITY_PUBLIC;
}

static void
compare_row (const ChnComparison *comparison, Pair *pair, guint row)
{
  guint edited = 0;
  const char *id = chn_timeline_get_id (comparison->mine, row);
  if (chn_timeline_find (comparison->edited, id, &edited)) {
    load_pair (comparison, pair, row, edited);
    for (guint field = 0; field < CHN_N_FIELDS; field++)
      if (is_compared ((ChnField) field) && differs (pair, (ChnField) field))
        compare_field (comparison, pair, row, (ChnField) field);
  } else if (!may_be_left_out (comparison, pair, row)) {
    const char *title = keep (comparison, chn_event_get_text (pair->mine[CHN_VISIBILITY_PRIVATE], CHN_FIELD_TITLE));
    ChnDifference difference = { CHN_DIFFERENCE_LACKING_EVENT, id, CHN_FIELD_ID, title, NULL,
                                 get_file (comparison, row) };
    g_array_append_val (comparison->differences, difference);
  }
}

static void
add_new (const ChnComparison *comparison, Pair *pair)
{
  for (guint row = 0; row < chn_timeline_get_n_events (comparison->edited); row++) {
    guint mine = 0;
    const char *id = chn_timeline_get_id (comparison->edited, row);
    if (chn_timeline_find (comparison->mine, id, &mine))
      continue;
    chn_timeline_load (comparison->edited, row, pair->edited);
    g_autofree char *line = g_strdup_printf ("%s %s", chn_event_get_text (pair->edited, CHN_FIELD_DATE),
                                             chn_event_get_text (pair->edited, CHN_FIELD_TITLE));
    ChnDifference difference = { CHN_DIFFERENCE_ADDED, id, CHN_FIELD_ID, NULL, keep (comparison, line), NULL };
    g_array_append_val (comparison->differences, difference);
  }
}

/* What an edited file says of a source; what it leaves out says nothing. NULL where nothing differs. */
static const char *
find_new_particulars (const ChnSource *mine, const ChnSource *edited)
{
  for (guint i = CHN_SOURCE_KEY + 1; i < CHN_N_SOURCE_FIELDS; i++)
    if (edited->text[i] && g_strcmp0 (mine ? mine->text[i] : NULL, edited->text[i]) != 0)
      return edited->text[i];
  return NULL;
}

/* Made of an address by the reader of calendars, and not by whoever edited it. */
static gboolean
is_of_calendar (const ChnComparison *comparison, const ChnSource *source)
{
  for (guint i = 0; i < N_VIEWS; i++)
    if (comparison->plain[i] && chn_timeline_find_source (comparison->plain[i], source->text[CHN_SOURCE_KEY]))
      return TRUE;
  return FALSE;
}

static void
compare_sources (const ChnComparison *comparison)
{
  for (guint i = 0; i < chn_timeline_get_n_sources (comparison->edited); i++) {
    const ChnSource *edited = chn_timeline_get_source (comparison->edited, i);
    const ChnSource *mine = chn_timeline_find_source (comparison->mine, edited->text[CHN_SOURCE_KEY]);
    const char *particulars = find_new_particulars (mine, edited);
    if ((mine && !particulars) || is_of_calendar (comparison, edited))
      continue;
    ChnDifference difference = { CHN_DIFFERENCE_SOURCE, edited->text[CHN_SOURCE_KEY],
                                 CHN_FIELD_SOURCES,     mine ? mine->text[CHN_SOURCE_TITLE] : NULL,
                                 particulars,           NULL };
    g_array_append_val (comparison->differences, difference);
  }
}

static void
compare_all (const ChnComparison *comparison)
{
  Pair pair = { .edited = chn_event_new () };
  for (guint i = 0; i < N_VIEWS; i++) {
    pair.mine[i] = chn_event_new ();
    pair.plain[i] = chn_event_new ();
  }
  for (guint row = 0; row < chn_timeline_get_n_events (comparison->mine); row++)
    compare_row (comparison, &pair, row);
  add_new (comparison, &pair);
  compare_sources (comparison);
  for (guint i = 0; i < N_VIEWS; i++) {
    chn_event_free (pair.mine[i]);
    chn_event_free (pair.plain[i]);
  }
  chn_event_free (pair.edited);
}

ChnComparison *
chn_comparison_new (ChnTimeline *mine, ChnTimeline *edited, const ChnFormat *format, GError **error)
{
  g_autoptr (ChnComparison) comparison = g_new0 (ChnComparison, 1);
  comparison->mine = chn_timeline_ref (mine);
  comparison->edited = chn_timeline_ref (edited);
  comparison->differences = g_array_new (FALSE, FALSE, sizeof (ChnDifference));
  comparison->arena = chn_arena_new ();
  for (guint i = 0; i < N_VIEWS; i++) {
    comparison->view[i] = chn_timeline_show (mine, (ChnVisibility) i, error);
    if (!comparison->view[i])
      return NULL;
    comparison->plain[i] = chn_plain_copy_new (comparison->view[i], format);
  }
  compare_all (comparison);
  return g_steal_pointer (&comparison);
}

void
chn_comparison_free (ChnComparison *comparison)
{
  if (!comparison)
    return;
  for (guint i = 0; i < N_VIEWS; i++) {
    g_clear_pointer (&comparison->view[i], chn_timeline_unref);
    g_clear_pointer (&comparison->plain[i], chn_timeline_unref);
  }
  chn_timeline_unref (comparison->mine);
  chn_timeline_unref (comparison->edited);
  g_array_unref (comparison->differences);
  chn_arena_free (comparison->arena);
  g_free (comparison);
}

const ChnDifference *
chn_comparison_get (const ChnComparison *comparison, guint *n)
{
  *n = comparison->differences->len;
  return (const ChnDifference *) (gpointer) comparison->differences->data;
}

static gboolean
is_of (const ChnDifference *difference, const char *file, gboolean is_default)
{
  return difference->file ? strcmp (difference->file, file) == 0 : is_default;
}

/* What a calendar puts around a title and a summary is not theirs; in each view it puts its own. */
static void
take_off (const ChnComparison *comparison, const ChnDifference *difference, ChnEvent *event, const ChnEvent *whole)
{
  gboolean is_text = chn_field_get_info (difference->field)->shape == CHN_SHAPE_TEXT;
  const char *edited = is_text ? chn_event_get_text (event, difference->field) : NULL;
  const char *mine = is_text ? chn_event_get_text (whole, difference->field) : NULL;
  g_autoptr (ChnEvent) plain = chn_event_new ();
  for (guint i = 0; edited && i < N_VIEWS; i++) {
    if (!load_from (comparison->plain[i], difference->id, plain))
      continue;
    const char *was = chn_event_get_text (plain, difference->field);
    g_autofree char *own = chn_plain_copy_dup_text (edited, was ? was : "", mine ? mine : "");
    if (strcmp (own, edited) == 0)
      continue;
    chn_event_set_text (event, difference->field, *own ? own : NULL, -1);
    return;
  }
}

/* What the edited event says, with what was hidden from whoever edited it. */
static void
edit_field (const ChnComparison *comparison, const ChnDifference *difference, ChnEdits *edits)
{
  guint edited = 0, mine = 0;
  g_autoptr (ChnEvent) event = chn_event_new (), whole = chn_event_new ();
  chn_timeline_find (comparison->edited, difference->id, &edited);
  chn_timeline_find (comparison->mine, difference->id, &mine);
  chn_timeline_load (comparison->mine, mine, whole);
  load_edited (comparison, edited, event, mine, whole);
  chn_hidden_parts_restore (event, whole, difference->field, comparison->view[CHN_VISIBILITY_PUBLIC]);
  take_off (comparison, difference, event, whole);
  chn_edits_set_field (edits, difference->id, difference->field, event);
}

static void
edit_source (const ChnComparison *comparison, const char *key, ChnEdits *edits)
{
  const ChnSource *mine = chn_timeline_find_source (comparison->mine, key);
  ChnSource source = *chn_timeline_find_source (comparison->edited, key);
  for (guint i = 0; mine && i < CHN_N_SOURCE_FIELDS; i++)
    if (!source.text[i])
      source.text[i] = mine->text[i];
  chn_edits_add_source (edits, &source);
}

static void
add_event (const ChnComparison *comparison, const char *id, ChnEdits *edits)
{
  guint row = 0;
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_find (comparison->edited, id, &row);
  load_edited (comparison, row, event, 0, NULL);
  chn_edits_add_event (edits, event);
}

static void
edit (const ChnComparison *comparison, const ChnDifference *difference, gboolean deletes, ChnEdits *edits)
{
  switch (difference->kind) {
  case CHN_DIFFERENCE_CHANGED:
    edit_field (comparison, difference, edits);
    break;
  case CHN_DIFFERENCE_LACKING_FIELD:
    if (deletes)
      edit_field (comparison, difference, edits);
    break;
  case CHN_DIFFERENCE_LACKING_EVENT:
    if (deletes)
      chn_edits_remove_event (edits, difference->id);
    break;
  case CHN_DIFFERENCE_ADDED:
    add_event (comparison, difference->id, edits);
    break;
  case CHN_DIFFERENCE_SOURCE:
    edit_source (comparison, difference->id, edits);
    break;
  }
}

void
chn_comparison_edit (const ChnComparison *comparison, const char *file, gboolean is_default, gboolean deletes,
                     ChnEdits *edits)
{
  for (guint i = 0; i < comparison->differences->len; i++) {
    const ChnDifference *difference = &g_array_index (comparison->differences, ChnDifference, i);
    if (is_of (difference, file, is_default))
      edit (comparison, difference, deletes, edits);
  }
}
