/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What rows stand under which heading. */
#include "document/group.h"

#include <string.h>

#include "base/civil.h"
#include "base/fold.h"
#include "date/english.h"
#include "document/prose.h"
#include "document/sections.h"

typedef struct {
  const ChnTimeline *timeline;
  const ChnRows *rows;
  ChnGroupBy group_by;
  gboolean newest_first;
  ChnEvent *event; /* the one at hand */
  GPtrArray *groups;
  guint level;
} Grouping;

static void
free_group (gpointer data)
{
  ChnRowGroup *group = data;
  g_free (group->title);
  g_array_free (group->rows, TRUE);
  g_free (group);
}

static ChnRowGroup *
add_group (Grouping *grouping, const char *title, guint level)
{
  ChnRowGroup *group = g_new0 (ChnRowGroup, 1);
  group->title = g_strdup (title);
  group->level = level;
  group->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (grouping->groups, group);
  return group;
}

static gboolean
is_in_time_order (const ChnRows *rows, guint start, guint end)
{
  gboolean up = TRUE, down = TRUE;
  for (guint i = start + 1; i < end; i++) {
    up = up && rows->row[i] > rows->row[i - 1];
    down = down && rows->row[i] < rows->row[i - 1];
  }
  return up || down;
}

/* "2014", "November 2014"; a date coarser than a month stands under its year. */
static char *
dup_time_title (const ChnEvent *event, gboolean monthly)
{
  gint64 year = 0;
  const ChnDateBounds *bounds = chn_event_get_bounds (event);
  if (!chn_prose_year (event, &year))
    return g_strdup ("Without a start");
  g_autofree char *name = chn_prose_year_name (year);
  if (!monthly || bounds->precision > CHN_PRECISION_MONTH)
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s %s", chn_english_get_month (chn_civil_from_seconds (bounds->earliest).month), name);
}

/* Under the last group where it has the same title, else under one of its own. */
static void
add_in_time (Grouping *grouping, guint row)
{
  g_autofree char *title = dup_time_title (grouping->event, grouping->group_by == CHN_GROUP_BY_MONTH);
  ChnRowGroup *last = grouping->groups->len > 0 ? grouping->groups->pdata[grouping->groups->len - 1] : NULL;
  if (!last || last->level != grouping->level || g_strcmp0 (last->title, title) != 0) {
    last = add_group (grouping, title, grouping->level);
    last->has_year = chn_prose_year (grouping->event, &last->year);
  }
  g_array_append_val (last->rows, row);
}

/* Under the group of that title within the section, wherever it stands. */
static void
add_by_name (Grouping *grouping, guint first_group, const char *title, const char *otherwise, guint row)
{
  const char *heading = title ? title : otherwise;
  for (guint i = first_group; i < grouping->groups->len; i++) {
    ChnRowGroup *group = grouping->groups->pdata[i];
    if (g_strcmp0 (group->title, heading) == 0) {
      g_array_append_val (group->rows, row);
      return;
    }
  }
  ChnRowGroup *group = add_group (grouping, heading, grouping->level);
  group->is_rest = !title;
  g_array_append_val (group->rows, row);
}

static void
add_by_actors (Grouping *grouping, guint first_group, guint row)
{
  guint n = 0;
  const ChnRegistry *registry = chn_timeline_get_registry (grouping->timeline);
  const ChnParticipation *actors = chn_event_get_actors (grouping->event, &n);
  for (guint i = 0; i < n; i++) {
    gboolean again = FALSE;
    for (guint j = 0; j < i; j++)
      again = again || strcmp (actors[j].actor, actors[i].actor) == 0;
    const ChnActor *actor = chn_registry_get_actor (registry, actors[i].actor);
    if (!again)
      add_by_name (grouping, first_group, actor ? chn_actor_get_short_name (actor) : actors[i].actor, NULL, row);
  }
  if (n == 0)
    add_by_name (grouping, first_group, NULL, "Nobody named", row);
}

static void
add_by_forum (Grouping *grouping, guint first_group, guint row)
{
  add_by_name (grouping, first_group, chn_prose_forum (grouping->timeline, grouping->event), "No forum", row);
}

static void
add_row (Grouping *grouping, ChnGroupBy group_by, guint first_group, guint row)
{
  if (group_by == CHN_GROUP_BY_NONE)
    add_by_name (grouping, first_group, NULL, NULL, row);
  else if (group_by == CHN_GROUP_BY_FORUM)
    add_by_forum (grouping, first_group, row);
  else if (group_by == CHN_GROUP_BY_ACTOR)
    add_by_actors (grouping, first_group, row);
  else
    add_in_time (grouping, row);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  const ChnRowGroup *one = *(ChnRowGroup *const *) a, *other = *(ChnRowGroup *const *) b;
  (void) data;
  if (one->is_rest != other->is_rest)
    return one->is_rest ? 1 : -1;
  g_autofree char *name = chn_fold_text (one->title, -1), *other_name = chn_fold_text (other->title, -1);
  int order = strcmp (name, other_name);
  return order != 0 ? order : strcmp (one->title, other->title);
}

static void
add_section (Grouping *grouping, guint start, guint end)
{
  const ChnRows *rows = grouping->rows;
  const char *title = chn_sections_get_title (rows, start);
  ChnGroupBy group_by = grouping->group_by;
  if ((group_by == CHN_GROUP_BY_YEAR || group_by == CHN_GROUP_BY_MONTH) && !is_in_time_order (rows, start, end))
    group_by = CHN_GROUP_BY_NONE;
  if (title)
    add_group (grouping, title, 1);
  grouping->level = title ? 2 : 1;
  guint first_group = grouping->groups->len;
  for (guint i = start; i < end; i++) {
    guint row = rows->row[grouping->newest_first ? start + end - 1 - i : i];
    chn_timeline_load (grouping->timeline, row, grouping->event);
    add_row (grouping, group_by, first_group, row);
  }
  if (group_by == CHN_GROUP_BY_FORUM || group_by == CHN_GROUP_BY_ACTOR)
    g_qsort_with_data (grouping->groups->pdata + first_group, (gint) (grouping->groups->len - first_group),
                       sizeof (gpointer), compare_names, NULL);
}

/* A row and when it was revised. */
typedef struct {
  gint64 revised;
  guint row;
} Revision;

static int
compare_revisions (gconstpointer a, gconstpointer b)
{
  const Revision *one = a, *other = b;
  if (one->revised != other->revised)
    return one->revised > other->revised ? -1 : 1;
  return one->row > other->row ? -1 : one->row < other->row;
}

/* One group of all rows, what was revised last first, and of one day the later event. */
static void
add_by_revision (Grouping *grouping)
{
  g_autoptr (GArray) revisions = g_array_new (FALSE, FALSE, sizeof (Revision));
  for (guint i = 0; i < grouping->rows->n; i++) {
    chn_timeline_load (grouping->timeline, grouping->rows->row[i], grouping->event);
    const ChnDate *revised = chn_event_get_date (grouping->event, CHN_FIELD_REVISED);
    Revision revision = { revised ? chn_date_get_bounds (revised)->earliest : 0, grouping->rows->row[i] };
    g_array_append_val (revisions, revision);
  }
  g_array_sort (revisions, compare_revisions);
  ChnRowGroup *group = add_group (grouping, NULL, 1);
  for (guint i = 0; i < revisions->len; i++)
    g_array_append_val (group->rows, g_array_index (revisions, Revision, i).row);
}

GPtrArray *
chn_rows_group (const ChnTimeline *timeline, const ChnRows *rows, const ChnProfile *profile)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  Grouping grouping = {
    .timeline = timeline,
    .rows = rows,
    .group_by = profile->group_by,
    .newest_first = profile->newest_first,
    .event = event,
    .groups = g_ptr_array_new_with_free_func (free_group),
  };
  if (profile->last_revised_first) {
    add_by_revision (&grouping);
    return grouping.groups;
  }
  for (guint start = 0; start < rows->n; start = chn_sections_find_end (rows, start))
    add_section (&grouping, start, chn_sections_find_end (rows, start));
  return grouping.groups;
}
