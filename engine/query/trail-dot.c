/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A trail in the DOT language of Graphviz.
 *
 *   graph = "digraph trail {" *( id "[" attributes "]" / id "->" id "[" attributes "]" ) "}"
 *
 * Names and labels are quoted strings, in which only the quote and the backslash need a backslash.
 */
#include "base/guard.h"
#include "query/trail.h"

static void
append_quoted (GString *out, const char *text)
{
  g_autofree char *visible = chn_guard_dup_visible (text ? text : "", -1, FALSE);
  for (const char *at = visible; *at; at++) {
    if (*at == '"' || *at == '\\')
      g_string_append_c (out, '\\');
    g_string_append_c (out, *at);
  }
}

static void
append_event (GString *out, const ChnTrail *trail, const ChnTrailNode *node)
{
  g_string_append (out, "  \"");
  append_quoted (out, chn_timeline_get_id (trail->timeline, node->row));
  g_string_append (out, "\" [label=\"");
  append_quoted (out, chn_columns_get_text (trail->columns, CHN_FIELD_DATE, node->row));
  g_string_append (out, "\\n");
  append_quoted (out, chn_columns_get_text (trail->columns, CHN_FIELD_TITLE, node->row));
  g_string_append (out, "\"");
  if (node->side == CHN_TRAIL_ITSELF)
    g_string_append (out, ", style=bold");
  g_string_append (out, node->is_cut ? ", peripheries=2];\n" : "];\n");
}

/* The arrow goes with time: from the target of what responds to it, to the target of what leads to it. */
static void
append_link (GString *out, const ChnTrail *trail, const ChnTrailLink *link)
{
  const ChnTerm *type = chn_columns_get_term (trail->columns, CHN_VOCABULARY_RELATION, link->type);
  gboolean turned = type->order == CHN_ORDER_TARGET_EARLIER;
  g_string_append (out, "  \"");
  append_quoted (out, chn_timeline_get_id (trail->timeline, turned ? link->to : link->from));
  g_string_append (out, "\" -> \"");
  append_quoted (out, chn_timeline_get_id (trail->timeline, turned ? link->from : link->to));
  g_autofree char *label = g_strdup (turned ? type->inverse : type->label);
  label[0] = g_ascii_tolower (label[0]);
  gboolean is_beside = type->order == CHN_ORDER_NONE || type->order == CHN_ORDER_TARGET_AROUND;
  g_string_append_printf (out, "\" [label=\"%s\"%s];\n", label, is_beside ? ", style=dashed, constraint=false" : "");
}

char *
chn_trail_dup_dot (const ChnTrail *trail)
{
  GString *out = g_string_new ("digraph trail {\n  rankdir=TB;\n  node [shape=box, fontname=\"sans-serif\"];\n");
  g_autoptr (GArray) events = chn_trail_list_events (trail), links = chn_trail_list_links (trail);
  for (guint i = 0; i < events->len; i++)
    append_event (out, trail, &g_array_index (trail->nodes, ChnTrailNode, g_array_index (events, guint, i)));
  for (guint i = 0; i < links->len; i++)
    append_link (out, trail, &g_array_index (links, ChnTrailLink, i));
  g_string_append (out, "}\n");
  return g_string_free (out, FALSE);
}
