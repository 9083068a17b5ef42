/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint rule about relations that lead in a circle: nothing can come before itself, nor be a part of itself. */
#include "curate/rule.h"

/* How many events of a circle a message names. */
enum { MOST_NAMED = 8 };

typedef enum { NEW, OPEN, DONE } State;

/* One event on the way, and the relations of it that remain to be followed. */
typedef struct {
  guint row;
  guint next;
  GArray *onward; /* of Step */
} Visit;

typedef struct {
  guint row;      /* where it leads to */
  guint stated;   /* row of the event that has the relation */
  guint relation; /* which of its relations */
} Step;

typedef struct {
  const ChnCheck *whole;
  gboolean around; /* parts and wholes, else earlier and later */
  ChnEvent *event;
  guint8 *state; /* by row */
  GArray *way;   /* of Visit */
} Search;

static ChnOrder
get_order (const Search *search, guint type)
{
  const ChnVocabulary *vocabulary = chn_timeline_get_vocabulary (search->whole->timeline);
  return chn_vocabulary_get_term (vocabulary, CHN_VOCABULARY_RELATION, type)->order;
}

static void
clear_visit (gpointer data)
{
  g_array_unref (((Visit *) data)->onward);
}

/* Relations between a row and its target: the step leads from the later to the earlier, from the part to the whole.
 */
static void
add_steps (const Search *search, guint owner, guint row, GArray *onward)
{
  guint n = 0;
  chn_timeline_load (search->whole->timeline, owner, search->event);
  const ChnRelation *relations = chn_event_get_relations (search->event, &n);
  for (guint i = 0; i < n; i++) {
    guint target = 0;
    ChnOrder order = get_order (search, relations[i].type);
    if (order == CHN_ORDER_NONE || (order == CHN_ORDER_TARGET_AROUND) != search->around ||
        !chn_timeline_find (search->whole->timeline, relations[i].target, &target))
      continue;
    gboolean leads_later = order == CHN_ORDER_TARGET_LATER;
    Step step = { leads_later ? owner : target, owner, i };
    if (leads_later ? target == row : owner == row)
      g_array_append_val (onward, step);
  }
}

static void
enter (Search *search, guint row)
{
  guint n = 0;
  Visit visit = { row, 0, g_array_new (FALSE, FALSE, sizeof (Step)) };
  const ChnBacklink *backlinks = chn_timeline_get_backlinks (search->whole->timeline, row, &n);
  add_steps (search, row, row, visit.onward);
  for (guint i = 0, taken = row; i < n; i++) {
    if (get_order (search, backlinks[i].type) != CHN_ORDER_TARGET_LATER || search->around ||
        backlinks[i].row == taken)
      continue;
    taken = backlinks[i].row; /* backlinks relations are ordered by row */
    add_steps (search, taken, row, visit.onward);
  }
  search->state[row] = OPEN;
  g_array_append_val (search->way, visit);
}

/* "a, b, c": the events from the one that the way comes back to. */
static char *
dup_circle (const Search *search, guint row)
{
  guint first = search->way->len - 1;
  while (g_array_index (search->way, Visit, first).row != row)
    first--;
  GString *out = g_string_new (NULL);
  for (guint i = first; i < search->way->len && i < first + MOST_NAMED; i++)
    g_string_append_printf (out, "%s, ",
                            chn_timeline_get_id (search->whole->timeline, g_array_index (search->way, Visit, i).row));
  if (search->way->len - first > MOST_NAMED)
    g_string_append_printf (out, "%u more, ", search->way->len - first - MOST_NAMED);
  g_string_append (out, chn_timeline_get_id (search->whole->timeline, row));
  return g_string_free (out, FALSE);
}

static void
report_circle (const Search *search, const Step *step)
{
  ChnCheck check = *search->whole;
  g_autofree char *circle = dup_circle (search, step->row);
  chn_timeline_load (check.timeline, step->stated, search->event);
  check.event = search->event;
  check.row = step->stated;
  chn_check_found (&check, CHN_FIELD_RELATIONS, step->relation, "take one of the relations away, or turn it round",
                   search->around ? "relations lead in a circle, each a part of the next: %s"
                                  : "relations lead in a circle, each after the next: %s",
                   circle);
}

/* Follows what leads on from one row, depth first, without recursion. */
static void
follow (Search *search, guint row)
{
  enter (search, row);
  while (search->way->len > 0) {
    Visit *visit = &g_array_index (search->way, Visit, search->way->len - 1);
    if (visit->next == visit->onward->len) {
      search->state[visit->row] = DONE;
      g_array_set_size (search->way, search->way->len - 1);
      continue;
    }
    Step step = g_array_index (visit->onward, Step, visit->next++);
    if (search->state[step.row] == OPEN)
      report_circle (search, &step);
    else if (search->state[step.row] == NEW)
      enter (search, step.row);
  }
}

static void
search_circles (const ChnCheck *whole, gboolean around)
{
  guint n = chn_timeline_get_n_events (whole->timeline);
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autofree guint8 *state = g_new0 (guint8, n + 1);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (Visit));
  g_array_set_clear_func (way, clear_visit);
  Search search = { whole, around, event, state, way };
  for (guint row = 0; row < n; row++)
    if (state[row] == NEW)
      follow (&search, row);
}

void
chn_rule_relation_cycle (const ChnCheck *whole)
{
  search_circles (whole, FALSE);
  search_circles (whole, TRUE);
}
