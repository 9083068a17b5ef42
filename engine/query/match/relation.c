/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fields of relations, and trail: events by what they have to do with another. */
#include "base/error.h"
#include "query/events.h"
#include "query/links.h"
#include "query/match/match.h"

enum { BITS = 64 };

/* The rows that a term is being bound to. */
typedef struct {
  ChnBinder *binder;
  const ChnNode *term;
  const guint32 *from;
  guint64 *reached;
} Reach;

static gboolean
follow (Reach *reach, const ChnLinks *links, gboolean transitive, GError **error)
{
  if (chn_links_reach (links, reach->binder->columns, reach->from, reach->term->n_values, transitive,
                       &reach->binder->n_steps, reach->reached))
    return TRUE;
  chn_error_set_at (error, CHN_ERROR_LIMIT, reach->term->place.offset, reach->term->place.length,
                    "ask with fewer transitive fields", "the query follows more than %d relations",
                    CHN_LINKS_STEPS_MAX);
  return FALSE;
}

/* The rows of the bits that are set, as the data of the condition. */
static void
collect (ChnBinder *binder, ChnCondition *condition, const guint64 *reached)
{
  guint32 n = 0, n_words = binder->columns->n_rows / BITS + 1;
  for (guint32 i = 0; i < n_words; i++)
    n += (guint32) __builtin_popcountll (reached[i]);
  ChnEvents *events = chn_arena_alloc (binder->arena, sizeof *events);
  guint32 *rows = chn_arena_alloc (binder->arena, MAX (n, 1) * sizeof *rows);
  for (guint32 i = 0; i < n_words; i++)
    for (guint64 rest = reached[i]; rest != 0; rest &= rest - 1)
      rows[events->n++] = i * BITS + (guint32) __builtin_ctzll (rest);
  events->rows = rows;
  condition->data = events;
  g_autofree char *names = g_strdup_printf ("%u %s", n, n == 1 ? "event" : "events");
  condition->names = chn_arena_strndup (binder->arena, names, -1);
}

typedef gboolean (*ReachFunc) (Reach *reach, const ChnCondition *condition, GError **error);

static gboolean
bind_reach (ChnBinder *binder, ChnCondition *condition, ReachFunc function, GError **error)
{
  Reach reach = { .binder = binder, .term = condition->term };
  reach.from = chn_events_find_rows (binder, condition->term, error);
  if (!reach.from)
    return FALSE;
  g_autofree guint64 *reached = g_new0 (guint64, binder->columns->n_rows / BITS + 1);
  reach.reached = reached;
  if (!function (&reach, condition, error))
    return FALSE;
  collect (binder, condition, reached);
  return TRUE;
}

/* The types, a bit each, that a field asks for: a known one with those that are declared nearest to it, unless it
 * alone is asked for, and of which the target stands where its own does. */
static guint64
find_types (const ChnColumns *columns, guint type, gboolean strict)
{
  guint64 types = (guint64) 1 << type;
  const ChnOrder order = chn_columns_get_term (columns, CHN_VOCABULARY_RELATION, type)->order;
  for (guint i = 0; !strict && i < chn_vocabulary_count (columns->vocabulary, CHN_VOCABULARY_RELATION); i++)
    if (chn_vocabulary_get_nearest (columns->vocabulary, CHN_VOCABULARY_RELATION, i) == type &&
        chn_columns_get_term (columns, CHN_VOCABULARY_RELATION, i)->order == order)
      types |= (guint64) 1 << i;
  return types;
}

/* The steps from the target to the events that have the relation to it. */
static gboolean
reach_relation (Reach *reach, const ChnCondition *condition, GError **error)
{
  guint argument = condition->term->rule->argument;
  guint64 type = find_types (reach->binder->columns, argument & CHN_REACH_TYPE, condition->strict);
  ChnLinks links = {
    .stated = argument & CHN_REACH_STATED ? type : 0,
    .received = argument & CHN_REACH_RECEIVED ? type : 0,
  };
  return follow (reach, &links, (argument & CHN_REACH_TRANSITIVE) != 0, error);
}

gboolean
chn_bind_relation (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  return bind_reach (binder, condition, reach_relation, error);
}

static gboolean
reach_trail (Reach *reach, const ChnCondition *condition, GError **error)
{
  const ChnColumns *columns = reach->binder->columns;
  const ChnLinks up = chn_links_get_up (columns), down = chn_links_get_down (columns),
                 beside = chn_links_get_beside (columns);
  for (guint i = 0; i < reach->term->n_values; i++)
    reach->reached[reach->from[i] / BITS] |= G_GUINT64_CONSTANT (1) << (reach->from[i] % BITS);
  return follow (reach, &up, !condition->strict, error) && follow (reach, &down, !condition->strict, error) &&
         follow (reach, &beside, FALSE, error);
}

gboolean
chn_bind_trail (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  return bind_reach (binder, condition, reach_trail, error);
}
