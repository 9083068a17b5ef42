/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which events a query names, and whether it asks where relations lead from these. */
#include <string.h>

#include "query/bound.h"
#include "query/match/match.h"

static gboolean
is_saved (const ChnNode *node)
{
  for (guint i = 0; i < node->n_values; i++)
    if (node->values[i].low.kind == CHN_OPERAND_SAVED || node->values[i].high.kind == CHN_OPERAND_SAVED)
      return TRUE;
  return FALSE;
}

typedef gboolean (*HoldsFunc) (const ChnNode *term);

static gboolean
all_terms (const ChnNode *node, HoldsFunc holds)
{
  if (node->kind == CHN_NODE_TERM && !holds (node))
    return FALSE;
  for (guint i = 0; i < node->n_children; i++)
    if (!all_terms (node->children[i], holds))
      return FALSE;
  return TRUE;
}

static gboolean
stays (const ChnNode *term)
{
  return !is_saved (term) && term->rule && term->rule->bind != chn_bind_relation &&
         term->rule->bind != chn_bind_trail;
}

gboolean
chn_query_follows_relations (const ChnQuery *query)
{
  return !all_terms (query->root, stays);
}

static gboolean
names_nothing (const ChnNode *node)
{
  if (node->kind == CHN_NODE_TERM)
    return !is_saved (node) && node->rule && node->rule->bind == chn_bind_text;
  for (guint i = 0; i < node->n_children; i++)
    if (!names_nothing (node->children[i]))
      return FALSE;
  return node->n_children > 0;
}

gboolean
chn_query_names_nothing (const ChnQuery *query)
{
  return names_nothing (query->root);
}

static gboolean
is_of_events (const ChnQueryRule *rule)
{
  return rule->bind == chn_bind_id || rule->bind == chn_bind_relation || rule->bind == chn_bind_trail;
}

/* What names an event in an operand: other words, as of within:90d@event, do behind an @, where a date may stand as
 * well. NULL for none. */
static const char *
find_event_name (const ChnQueryRule *rule, const ChnOperand *operand)
{
  const char *at = operand->text ? strchr (operand->text, '@') : NULL;
  if (!operand->text || operand->text[0] == '\0' || operand->kind == CHN_OPERAND_SAVED)
    return NULL;
  if (operand->kind == CHN_OPERAND_EVENT || is_of_events (rule))
    return operand->text;
  return rule->bind == chn_bind_within && at && at[1] != '\0' && !g_ascii_isdigit (at[1]) ? at + 1 : NULL;
}

/* What a name may be: all of the text, and of moments what may be followed by a shift, as in @event+90d. */
static GPtrArray *
list_readings (const ChnQueryRule *rule, const char *text)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func (g_free);
  gsize whole = strlen (text);
  for (gsize length = whole; length > 0; length--)
    if (length == whole || (!is_of_events (rule) && strchr ("+-", text[length])))
      g_ptr_array_add (readings, g_strndup (text, length));
  return readings;
}

/* The two ends of a value, which are the same for most. */
static void
list_names_of (const ChnQueryRule *rule, const ChnValue *value, GPtrArray *names)
{
  const char *low = find_event_name (rule, &value->low), *high = find_event_name (rule, &value->high);
  if (low)
    g_ptr_array_add (names, list_readings (rule, low));
  if (high && high != low)
    g_ptr_array_add (names, list_readings (rule, high));
}

static void
list_names (const ChnNode *node, GPtrArray *names)
{
  for (guint i = 0; node->rule && i < node->n_values; i++)
    list_names_of (node->rule, &node->values[i], names);
  for (guint i = 0; i < node->n_children; i++)
    list_names (node->children[i], names);
}

GPtrArray *
chn_query_list_event_names (const ChnQuery *query)
{
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  list_names (query->root, names);
  return names;
}

/* Whether an event has one of them as its id, or it was looked up who is called so. */
static gboolean
is_known (const ChnTimeline *timeline, GHashTable *called, const GPtrArray *readings)
{
  guint row = 0;
  gboolean are_called = TRUE;
  for (guint i = 0; i < readings->len; i++) {
    if (chn_timeline_find (timeline, readings->pdata[i], &row))
      return TRUE;
    are_called = are_called && g_hash_table_contains (called, readings->pdata[i]);
  }
  return are_called;
}

static gboolean
knows_names (const ChnTimeline *timeline, GHashTable *called, const ChnQueryRule *rule, const ChnValue *values,
             guint n)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; rule && i < n; i++)
    list_names_of (rule, &values[i], names);
  for (guint i = 0; i < names->len; i++)
    if (!is_known (timeline, called, names->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
are_known (const ChnTimeline *timeline, GHashTable *called, const ChnBoundNode *node)
{
  const ChnNode *term = node->condition.term;
  if (node->kind == CHN_NODE_TERM && !knows_names (timeline, called, term->rule, term->values, term->n_values))
    return FALSE;
  for (guint i = 0; i < node->n_children; i++)
    if (!are_known (timeline, called, node->children[i]))
      return FALSE;
  return TRUE;
}

gboolean
chn_bound_query_knows_events (const ChnBoundQuery *query, GHashTable *called)
{
  return are_known (query->timeline, called, query->root);
}

/* Which sources and documents there are, nobody can list beforehand. */
static gboolean
takes_unlisted (const ChnQueryRule *rule)
{
  return rule->field->values == CHN_QUERY_VALUES_SOURCES || rule->field->values == CHN_QUERY_VALUES_SYMBOLS ||
         rule->takes & CHN_TAKES_QUERY;
}

static gboolean
names_listed (const ChnTimeline *timeline, GHashTable *called, const ChnNode *node)
{
  if (is_saved (node) || (node->rule && takes_unlisted (node->rule)) ||
      !knows_names (timeline, called, node->rule, node->values, node->n_values))
    return FALSE;
  for (guint i = 0; i < node->n_children; i++)
    if (!names_listed (timeline, called, node->children[i]))
      return FALSE;
  return TRUE;
}

gboolean
chn_query_names_listed (const ChnQuery *query, const ChnTimeline *timeline, GHashTable *called)
{
  return names_listed (timeline, called, query->root);
}
