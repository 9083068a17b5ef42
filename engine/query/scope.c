/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a query asks for, in words that stand on top of a page: "Security Council; 2014; importance 4 or more". */
#include <string.h>

#include "query/bound.h"

typedef struct {
  GString *out;
  const ChnBoundQuery *query;
} Scope;

/* A date in words, or as it was typed where it is none yet ("today-90d"). */
static char *
dup_date (const Scope *scope, const ChnOperand *operand)
{
  (void) scope;
  g_autoptr (ChnDate) date = chn_date_parse (operand->text, -1, NULL);
  return date ? chn_date_dup_humanized (date) : g_strdup (operand->text);
}

static char *
dup_forum (const Scope *scope, const ChnOperand *operand)
{
  const ChnRegistry *registry = chn_timeline_get_registry (scope->query->timeline);
  const ChnForum *forum = chn_registry_find_forum (registry, operand->text, -1, NULL, NULL);
  return g_strdup (forum ? chn_forum_get_short_name (forum) : operand->text);
}

/* "all(EU)": all members of it. */
static char *
dup_actor (const Scope *scope, const ChnOperand *operand)
{
  static const char all[] = "all(";
  const ChnRegistry *registry = chn_timeline_get_registry (scope->query->timeline);
  gboolean is_all =
      g_ascii_strncasecmp (operand->text, all, strlen (all)) == 0 && g_str_has_suffix (operand->text, ")");
  const char *name = operand->text + (is_all ? strlen (all) : 0);
  gssize length = (gssize) strlen (name) - (is_all ? 1 : 0);
  const ChnActor *actor = chn_registry_find_actor (registry, name, length, NULL, NULL);
  if (!actor)
    return g_strdup (operand->text);
  return g_strdup_printf ("%s%s", is_all ? "all of " : "", chn_actor_get_short_name (actor));
}

static char *
dup_text (const Scope *scope, const ChnOperand *operand)
{
  (void) scope;
  return operand->kind == CHN_OPERAND_QUOTED ? g_strdup_printf ("“%s”", operand->text) : g_strdup (operand->text);
}

static char *
dup_quoted (const Scope *scope, const ChnOperand *operand)
{
  (void) scope;
  return g_strdup_printf ("“%s”", operand->text);
}

/* The title of an event; with a duration behind its id, as it was typed. */
static char *
dup_event (const Scope *scope, const ChnOperand *operand)
{
  guint row = 0;
  if (operand->kind == CHN_OPERAND_SAVED)
    return g_strdup_printf ("the events of “%s”", operand->text);
  if (!chn_timeline_find (scope->query->timeline, operand->text, &row))
    return g_strdup_printf ("@%s", operand->text);
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_load (scope->query->timeline, row, event);
  return g_strdup_printf ("“%s”", chn_event_get_text (event, CHN_FIELD_TITLE));
}

/* How values of each sort are said, and ranges of them. */
static const struct {
  char *(*dup) (const Scope *scope, const ChnOperand *operand);
  const char *from, *to;
} sayings[] = {
  [CHN_SAID_AS_IS] = { dup_text, "%s or more", "up to %s" },
  [CHN_SAID_QUOTED] = { dup_quoted, "%s or more", "up to %s" },
  [CHN_SAID_AS_DATE] = { dup_date, "from %s", "to %s" },
  [CHN_SAID_AS_FORUM] = { dup_forum, "%s", "%s" },
  [CHN_SAID_AS_ACTOR] = { dup_actor, "%s or more", "up to %s" },
  [CHN_SAID_AS_ACTORS] = { dup_actor, "%s", "%s" },
};

static char *
dup_operand (const Scope *scope, ChnSaying saying, const ChnOperand *operand)
{
  if (operand->kind == CHN_OPERAND_EVENT || operand->kind == CHN_OPERAND_SAVED)
    return dup_event (scope, operand);
  return sayings[saying].dup (scope, operand);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* formats of the tables here and of the fields' */

static char *
dup_value (const Scope *scope, ChnSaying saying, const ChnValue *value)
{
  gboolean has_low = value->low.kind != CHN_OPERAND_NONE, has_high = value->high.kind != CHN_OPERAND_NONE;
  g_autofree char *low = has_low ? dup_operand (scope, saying, &value->low) : NULL;
  if (!value->is_range)
    return g_steal_pointer (&low);
  g_autofree char *high = has_high ? dup_operand (scope, saying, &value->high) : NULL;
  if (low && high)
    return g_strdup_printf ("%s to %s", low, high);
  return low ? g_strdup_printf (sayings[saying].from, low) : high ? g_strdup_printf (sayings[saying].to, high) : NULL;
}

static void
append_term (const Scope *scope, const ChnNode *term)
{
  static const char *const comparisons[] = {
    [CHN_OP_BELOW] = "below ", [CHN_OP_UP_TO] = "up to ", [CHN_OP_ABOVE] = "above ", [CHN_OP_FROM] = "from "
  };
  const char *joint = term->rule->saying == CHN_SAID_AS_ACTORS ? " and " : " or ";
  g_autoptr (GString) values = g_string_new (term->op > CHN_OP_STRICT ? comparisons[term->op] : NULL);
  for (guint i = 0; i < term->n_values; i++) {
    g_autofree char *value = dup_value (scope, term->rule->saying, &term->values[i]);
    g_string_append_printf (values, "%s%s", i > 0 ? joint : "", value ? value : "any");
  }
  if (term->rule->phrase)
    g_string_append_printf (scope->out, term->rule->phrase, values->str);
  else
    g_string_append_printf (scope->out, "%s: %s", term->rule->field->name, values->str);
}

#pragma GCC diagnostic pop

static void append_node (const Scope *scope, const ChnBoundNode *node, gboolean is_nested);

static void
append_parts (const Scope *scope, const ChnBoundNode *node, const char *joint, gboolean is_nested)
{
  gboolean parenthesised = is_nested && node->n_children > 1;
  g_string_append (scope->out, parenthesised ? "(" : "");
  for (guint i = 0; i < node->n_children; i++) {
    g_string_append (scope->out, i > 0 ? joint : "");
    append_node (scope, node->children[i], is_nested || node->kind != CHN_NODE_AND);
  }
  g_string_append (scope->out, parenthesised ? ")" : "");
}

/* At the top what all must be is set apart by semicolons; below it is joined by words. */
static void
append_node (const Scope *scope, const ChnBoundNode *node, gboolean is_nested)
{
  static const char *const before[] = {
    [CHN_NODE_AND] = "",
    [CHN_NODE_OR] = "",
    [CHN_NODE_NOT] = "not ",
    [CHN_NODE_MAYBE] = "not known whether ",
  };
  if (node->saved) {
    g_string_append_printf (scope->out, "“%s”", node->saved);
  } else if (node->kind == CHN_NODE_TERM) {
    append_term (scope, node->condition.term);
  } else {
    g_string_append (scope->out, before[node->kind]);
    append_parts (scope, node,
                  node->kind == CHN_NODE_OR ? " or "
                  : is_nested               ? " and "
                                            : "; ",
                  is_nested || node->kind == CHN_NODE_NOT || node->kind == CHN_NODE_MAYBE);
  }
}

char *
chn_bound_query_dup_scope (const ChnBoundQuery *query)
{
  Scope scope = { g_string_new (NULL), query };
  append_node (&scope, query->root, FALSE);
  return g_string_free (scope.out, FALSE);
}
