/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Binding: a query's tree with its names resolved against a timeline, saved queries put in their places. */
#include "query/bound.h"

#include <string.h>

#include "base/error.h"
#include "query/complain.h"
#include "query/field.h"
#include "query/match/match.h"
#include "query/moment.h"
#include "query/saved.h"
#include "timeline/recurrence/recurrence.h"

typedef struct {
  ChnBinder binder;
  ChnBoundQuery *bound;
  const ChnLimits *limits;
  guint64 n_terms;
  GPtrArray *open; /* names of the saved queries that are being bound */
} Binding;

static ChnBoundNode *bind_node (Binding *binding, const ChnNode *node, GError **error);

static ChnBoundNode *
new_node (Binding *binding, ChnNodeKind kind, guint n_children)
{
  ChnBoundNode *node = chn_arena_alloc (binding->binder.arena, sizeof *node);
  node->kind = kind;
  node->children = chn_arena_alloc (binding->binder.arena, MAX (n_children, 1) * sizeof *node->children);
  return node;
}

/* Saved queries may repeat each other; what they come to is bounded like a query's own terms. */
static gboolean
count_terms (Binding *binding, const ChnNode *term, GError **error)
{
  binding->n_terms += MAX (term->n_values, 1);
  if (binding->n_terms <= binding->limits->value[CHN_LIMIT_QUERY_TERMS])
    return TRUE;
  chn_error_set_at (error, CHN_ERROR_LIMIT, term->place.offset, term->place.length, "ask in several queries",
                    "the query and its saved queries have more than %" G_GUINT64_FORMAT " terms",
                    binding->limits->value[CHN_LIMIT_QUERY_TERMS]);
  return FALSE;
}

static gboolean
check_deadline (const Binding *binding, GError **error)
{
  if (!chn_deadline_has_passed (binding->bound->deadline))
    return TRUE;
  chn_error_set (error, CHN_ERROR_LIMIT, "ask for less", "the query takes too long");
  return FALSE;
}

static ChnBoundNode *
bind_condition (Binding *binding, const ChnNode *term, GError **error)
{
  ChnBoundNode *node = new_node (binding, CHN_NODE_TERM, 0);
  node->condition.term = term;
  node->condition.strict = term->op == CHN_OP_STRICT;
  return term->rule->bind (&binding->binder, &node->condition, error) ? node : NULL;
}

static gboolean
check_open (const Binding *binding, const ChnOperand *operand, GError **error)
{
  for (guint i = 0; i < binding->open->len; i++) {
    if (strcmp (binding->open->pdata[i], operand->text) != 0)
      continue;
    chn_error_set_at (error, CHN_ERROR_CONFLICT, operand->place.offset, operand->place.length,
                      "write it without naming itself", "the saved query \"%s\" refers to itself", operand->text);
    return FALSE;
  }
  return TRUE;
}

/* An error inside a saved query is shown where the query names it. */
static ChnBoundNode *
forward_saved (GError **error, const GError *inner, const ChnOperand *operand)
{
  chn_error_set_at (error, (ChnError) inner->code, operand->place.offset, operand->place.length,
                    chn_error_get_hint (inner), "in the saved query \"%s\": %s", operand->text, inner->message);
  return NULL;
}

static ChnBoundNode *
bind_saved (Binding *binding, const ChnOperand *operand, GError **error)
{
  g_autoptr (GError) inner = NULL;
  ChnSavedFound found = { NULL, FALSE };
  if (!chn_saved_find (binding->bound, operand, &found, error) || !check_open (binding, operand, error))
    return NULL;
  ChnQuery *query = chn_query_parse_in (found.text, binding->limits, binding->binder.columns->vocabulary, &inner);
  if (!query)
    return forward_saved (error, inner, operand);
  g_ptr_array_add (binding->bound->saved, query);
  g_ptr_array_add (binding->open, (gpointer) operand->text);
  ChnBoundNode *tree = bind_node (binding, query->root, &inner);
  g_ptr_array_set_size (binding->open, (int) binding->open->len - 1);
  if (!tree)
    return forward_saved (error, inner, operand);
  ChnBoundNode *node = new_node (binding, CHN_NODE_AND, 1);
  node->saved = operand->text;
  node->is_users_own = found.is_users_own;
  node->n_children = 1;
  node->children[0] = tree;
  return node;
}

/* A term of the field id that names events and saved queries: any of them. */
static ChnBoundNode *
bind_events (Binding *binding, const ChnNode *term, GError **error)
{
  ChnNode *plain = chn_arena_memdup (binding->binder.arena, term, sizeof *term);
  plain->rule = chn_query_rule_find ("id", -1);
  plain->values = chn_arena_alloc (binding->binder.arena, term->n_values * sizeof *plain->values);
  plain->n_values = 0;
  ChnBoundNode *node = new_node (binding, CHN_NODE_OR, term->n_values + 1);
  for (guint i = 0; i < term->n_values; i++) {
    const ChnOperand *operand = &term->values[i].low;
    if (operand->kind != CHN_OPERAND_SAVED) {
      plain->values[plain->n_values++] = term->values[i];
      continue;
    }
    ChnBoundNode *saved = bind_saved (binding, operand, error);
    if (!saved)
      return NULL;
    node->children[node->n_children++] = saved;
  }
  if (plain->n_values > 0) {
    ChnBoundNode *events = bind_condition (binding, plain, error);
    if (!events)
      return NULL;
    node->children[node->n_children++] = events;
  }
  return node->n_children == 1 ? node->children[0] : node;
}

/* A term of a declared field, as the timeline at hand declares it. */
static const ChnNode *
find_declared (Binding *binding, const ChnNode *term, GError **error)
{
  const ChnVocabulary *vocabulary = binding->binder.columns->vocabulary;
  const char *name = term->rule->field->name;
  ChnNode *here = chn_arena_memdup (binding->binder.arena, term, sizeof *term);
  here->rule = chn_query_rule_find_in (vocabulary, name, -1, binding->binder.arena);
  if (here->rule)
    return here;
  chn_query_rule_set_unknown (error, vocabulary, name, term->place.offset);
  return NULL;
}

static ChnBoundNode *
bind_term (Binding *binding, const ChnNode *term, GError **error)
{
  if (term->rule->is_declared)
    term = find_declared (binding, term, error);
  if (!term)
    return NULL;
  if (!count_terms (binding, term, error) || !check_deadline (binding, error))
    return NULL;
  if (term->rule->narrow) /* the others ask each row */
    chn_timeline_need_indexes (binding->binder.timeline);
  gboolean names_events = chn_query_rule_takes (term->rule, CHN_TAKES_EVENTS);
  ChnOperandKind kind = term->values[0].low.kind;
  if (term->rule == chn_query_rule_get_bare ())
    names_events = kind == CHN_OPERAND_EVENT || kind == CHN_OPERAND_SAVED;
  return names_events ? bind_events (binding, term, error) : bind_condition (binding, term, error);
}

static ChnBoundNode *
bind_node (Binding *binding, const ChnNode *node, GError **error)
{
  if (node->kind == CHN_NODE_TERM)
    return bind_term (binding, node, error);
  ChnBoundNode *bound = new_node (binding, node->kind, node->n_children);
  for (guint i = 0; i < node->n_children; i++) {
    ChnBoundNode *child = bind_node (binding, node->children[i], error);
    if (!child)
      return NULL;
    bound->children[bound->n_children++] = child;
  }
  return bound;
}

static ChnBoundNode *
bind_tree (ChnBoundQuery *bound, const ChnDate *today, GError **error)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Binding binding = { .bound = bound, .limits = &bound->query->limits, .open = open };
  binding.binder = (ChnBinder){ .timeline = bound->timeline,
                                .columns = bound->columns,
                                .registry = chn_timeline_get_registry (bound->timeline),
                                .today = chn_moment_find_today (today),
                                .arena = bound->arena,
                                .dates = bound->dates,
                                .zones = bound->zones,
                                .recurrence_budget = CHN_RECURRENCE_BUDGET };
  ChnBoundNode *root = bind_node (&binding, bound->query->root, error);
  if (root)
    chn_bind_prose (&binding.binder);
  bound->asks_day = binding.binder.asks_day;
  return root;
}

static ChnBoundQuery *
new_bound (const ChnQuery *query, ChnTimeline *timeline)
{
  ChnBoundQuery *bound = g_new0 (ChnBoundQuery, 1);
  bound->query = chn_query_ref (query);
  bound->saved = g_ptr_array_new_with_free_func ((GDestroyNotify) chn_query_free);
  bound->dates = g_ptr_array_new_with_free_func ((GDestroyNotify) chn_date_unref);
  bound->arena = chn_arena_new ();
  bound->zones = chn_zones_new ();
  bound->timeline = chn_timeline_ref (timeline);
  bound->columns = chn_timeline_get_columns (timeline);
  return bound;
}

ChnBoundQuery *
chn_query_bind_with (const ChnQuery *query, ChnTimeline *timeline, const ChnDate *today, const ChnSavedQuery *own,
                     guint n_own, GError **error)
{
  g_autoptr (ChnBoundQuery) bound = new_bound (query, timeline);
  bound->own = own;
  bound->n_own = n_own;
  bound->root = bind_tree (bound, today, error);
  bound->own = NULL;
  bound->n_own = 0;
  return bound->root ? g_steal_pointer (&bound) : NULL;
}

ChnBoundQuery *
chn_query_bind_until (const ChnQuery *query, ChnTimeline *timeline, const ChnDate *today, ChnDeadline *deadline,
                      GError **error)
{
  g_autoptr (ChnBoundQuery) bound = new_bound (query, timeline);
  bound->deadline = deadline;
  bound->root = bind_tree (bound, today, error);
  return bound->root ? g_steal_pointer (&bound) : NULL;
}

ChnBoundQuery *
chn_query_bind (const ChnQuery *query, ChnTimeline *timeline, const ChnDate *today, GError **error)
{
  return chn_query_bind_with (query, timeline, today, NULL, 0, error);
}
