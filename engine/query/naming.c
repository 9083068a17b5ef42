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
is_event (const ChnOperand *operand)
{
  return operand->kind == CHN_OPERAND_EVENT || operand->kind == CHN_OPERAND_SAVED;
}

/* Which sources, documents and events there are, nobody can list beforehand. */
static gboolean
takes_unlisted (const ChnQueryRule *rule)
{
  static const ChnBindFunc of_events[] = { chn_bind_id, chn_bind_relation, chn_bind_trail, chn_bind_within };
  for (guint i = 0; i < G_N_ELEMENTS (of_events); i++)
    if (rule->bind == of_events[i])
      return TRUE;
  return rule->field->values == CHN_QUERY_VALUES_SOURCES || rule->field->values == CHN_QUERY_VALUES_SYMBOLS ||
         rule->takes & (CHN_TAKES_EVENTS | CHN_TAKES_QUERY);
}

static gboolean
names_listed (const ChnNode *term)
{
  for (guint i = 0; i < term->n_values; i++)
    if (is_event (&term->values[i].low) || is_event (&term->values[i].high))
      return FALSE;
  return !term->rule || !takes_unlisted (term->rule);
}

gboolean
chn_query_names_listed (const ChnQuery *query)
{
  return all_terms (query->root, names_listed);
}

/* An id may be followed by a shift, as in @event+90d. */
static gboolean
is_id (const ChnTimeline *timeline, const char *text)
{
  guint row = 0;
  for (gsize length = 1; *text && length <= strlen (text); length++) {
    g_autofree char *id = g_strndup (text, length);
    if ((text[length] == '\0' || text[length] == '+' || text[length] == '-') &&
        chn_timeline_find (timeline, id, &row))
      return TRUE;
  }
  return FALSE;
}

/* Other words, as of within:90d@event, name an event behind an @. */
static gboolean
names_by_id (const ChnTimeline *timeline, const ChnQueryRule *rule, const ChnOperand *operand)
{
  const char *at = operand->text ? strchr (operand->text, '@') : NULL;
  if (operand->kind == CHN_OPERAND_EVENT || (operand->text && rule->bind == chn_bind_id) ||
      (operand->text && (rule->bind == chn_bind_relation || rule->bind == chn_bind_trail)))
    return is_id (timeline, operand->text);
  return rule->bind != chn_bind_within || !at || is_id (timeline, at + 1) || g_ascii_isdigit (at[1]);
}

static gboolean
all_by_id (const ChnTimeline *timeline, const ChnBoundNode *node)
{
  const ChnNode *term = node->condition.term;
  for (guint i = 0; node->kind == CHN_NODE_TERM && i < term->n_values; i++)
    if (!names_by_id (timeline, term->rule, &term->values[i].low) ||
        !names_by_id (timeline, term->rule, &term->values[i].high))
      return FALSE;
  for (guint i = 0; i < node->n_children; i++)
    if (!all_by_id (timeline, node->children[i]))
      return FALSE;
  return TRUE;
}

gboolean
chn_bound_query_names_by_id (const ChnBoundQuery *query)
{
  return all_by_id (query->timeline, query->root);
}
