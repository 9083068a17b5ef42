/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The query tree written out again, every compound in parentheses, in one spelling. */
#include "query/tree.h"

#include <chancery/date.h>
#include <string.h>

static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *at = text; *at; at++) {
    if (*at == '"' || *at == '\\')
      g_string_append_c (out, '\\');
    g_string_append_c (out, *at);
  }
  g_string_append_c (out, '"');
}

/* Marks by which words are what other programs write, unless they are of a date; ends of a range are no words. */
static gboolean
is_foreign (const char *text, gboolean is_end)
{
  if (is_end)
    return strpbrk (text, ";&|") != NULL;
  if (strchr ("*:'", *text))
    return TRUE;
  if (*text != '/' && !strpbrk (text, "!?#$%~=\\&|;^<>+"))
    return FALSE;
  g_autoptr (ChnDate) date = chn_date_parse (text, -1, NULL);
  return !date;
}

/* Whether a word means the same without quotes wherever it stands: a bracket that is left open takes in what follows.
 */
static gboolean
is_plain (const char *text)
{
  guint brackets = 0;
  if (*text == '\0' || strpbrk (text, "\"(),"))
    return FALSE;
  for (const char *at = text; *at; at = g_utf8_next_char (at)) {
    if (chn_lexer_measure_blank (at) > 0)
      return FALSE;
    if (*at == '[' || *at == '{')
      brackets++;
    else if ((*at == ']' || *at == '}') && brackets > 0)
      brackets--;
  }
  return brackets == 0;
}

static void
append_operand (GString *out, const ChnOperand *operand, gboolean is_end)
{
  static const char *const prefixes[] = { "", "", "", "@", "@@" };
  if (operand->kind == CHN_OPERAND_NONE)
    return;
  g_string_append (out, prefixes[operand->kind]);
  if (operand->kind == CHN_OPERAND_QUOTED || !is_plain (operand->text) || is_foreign (operand->text, is_end))
    append_quoted (out, operand->text);
  else
    g_string_append (out, operand->text);
}

void
chn_value_append_text (const ChnValue *value, GString *out)
{
  append_operand (out, &value->low, value->is_range);
  if (!value->is_range)
    return;
  g_string_append (out, "..");
  append_operand (out, &value->high, TRUE);
}

static void
append_term (GString *out, const ChnNode *node)
{
  const char *name = node->rule->field->name;
  if (*name)
    g_string_append_printf (out, "%s%s", name, chn_op_get_text (node->op));
  if (node->n_values > 1)
    g_string_append_c (out, '(');
  for (guint i = 0; i < node->n_values; i++) {
    g_string_append (out, i > 0 ? ", " : "");
    chn_value_append_text (&node->values[i], out);
  }
  if (node->n_values > 1)
    g_string_append_c (out, ')');
}

static void append_node (GString *out, const ChnNode *node);

static void
append_child (GString *out, const ChnNode *node)
{
  gboolean wrap = node->kind != CHN_NODE_TERM && node->kind != CHN_NODE_MAYBE;
  g_string_append (out, wrap ? "(" : "");
  append_node (out, node);
  g_string_append (out, wrap ? ")" : "");
}

static void
append_node (GString *out, const ChnNode *node)
{
  if (node->kind == CHN_NODE_TERM) {
    append_term (out, node);
    return;
  }
  if (node->kind == CHN_NODE_MAYBE) {
    g_string_append_printf (out, "%s:(", node->rule->field->name);
    append_node (out, node->children[0]);
    g_string_append_c (out, ')');
    return;
  }
  if (node->kind == CHN_NODE_NOT)
    g_string_append (out, "NOT ");
  for (guint i = 0; i < node->n_children; i++) {
    if (i > 0)
      g_string_append (out, node->kind == CHN_NODE_OR ? " OR " : " AND ");
    append_child (out, node->children[i]);
  }
}

char *
chn_node_dup_text (const ChnNode *node)
{
  GString *out = g_string_new (NULL);
  append_node (out, node);
  return g_string_free (out, FALSE);
}
