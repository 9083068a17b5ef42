/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The bound tree of a query as SQL. Each node is said twice where need be: as what may match, a superset of the rows
 * whose answer is not no, and as what must, a subset of those whose answer is yes. NOT turns one into the other, so
 * that what is unknown stays unknown; what SQL leaves open the evaluator decides over the rows that come back.
 */
#include "store/database/sql.h"

#include <stdlib.h>
#include <string.h>

#include "query/standing.h"
#include "query/tree.h"
#include "store/database/part-keys.h"
#include "store/database/sql-terms.h"

/* What may match, what does for sure, and of that what is dated within the dates that are asked for. */
typedef enum { MAY, MUST, WITHIN } Sense;

typedef struct {
  ChnSqlSaying saying;
  const ChnColumns *columns;
  ChnSqlShown shown;
  gboolean leads_nowhere_hidden;
  gboolean is_exact, is_exact_but_doubts;
  guint n_terms, n_said;
  GString *terms;
  GPtrArray *doubts;
} Compiling;

static char *say_node (Compiling *compiling, const ChnBoundNode *node, Sense sense);

/* Whether nothing is known of it: what rests on sources, where one that is not shown may correct others. */
static gboolean
is_open (const Compiling *compiling, const ChnDescription *description)
{
  return description->is_all || (description->asks_sources && compiling->shown == CHN_SQL_SHOWS_FEWER_SOURCES);
}

/* Where some of the events that relations lead to are not shown, they may lead elsewhere. */
static gboolean
is_exact (const Compiling *compiling, const ChnDescription *description)
{
  return description->is_exact && (description->events->len == 0 || compiling->leads_nowhere_hidden);
}

/* Rows of which less is shown than they are found by may match, and do not surely. */
static gboolean
is_doubted (const Compiling *compiling, const ChnDescription *description, Sense sense)
{
  gboolean asks = description->asks_sources || (sense != MAY && description->asks_parts);
  return asks && compiling->shown != CHN_SQL_SHOWS_ALL;
}

/* What rows may match, or which do for sure; NULL where nothing is known of that. */
static const ChnDescription *
find_part (const Compiling *compiling, const ChnBoundNode *node, const ChnDescription *description, Sense sense)
{
  if (is_open (compiling, description))
    return NULL;
  if (sense == WITHIN && chn_bound_node_asks_dates (node))
    return description->sure;
  return sense == MAY || is_exact (compiling, description) ? description : description->sure;
}

static void
note_term (Compiling *compiling, const ChnBoundNode *node, const ChnDescription *description, gboolean is_said)
{
  gboolean decided = is_exact (compiling, description) && !is_doubted (compiling, description, MUST);
  gboolean exact = decided && description->doubts->len == 0;
  g_autofree char *text = chn_node_dup_text (node->condition.term);
  compiling->is_exact = compiling->is_exact && exact;
  compiling->is_exact_but_doubts = compiling->is_exact_but_doubts && decided;
  for (guint i = 0; i < description->doubts->len; i++)
    g_ptr_array_add (compiling->doubts, g_strdup (description->doubts->pdata[i]));
  compiling->n_terms++;
  compiling->n_said += is_said ? 1 : 0;
  g_string_append_printf (compiling->terms, "  %s: %s\n", text,
                          exact     ? "decided in SQL"
                          : is_said ? "narrowed in SQL, decided by the program"
                                    : "decided by the program alone");
}

static char *
say_doubts (const Compiling *compiling, const ChnDescription *description, const ChnDescription *part, Sense sense)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (pieces, sense == MAY ? chn_sql_say_possible (&compiling->saying, part)
                                        : chn_sql_say_one_of (&compiling->saying, part->doubts));
  if (is_doubted (compiling, description, sense))
    g_ptr_array_add (pieces, chn_sql_say_key (&compiling->saying, CHN_STORE_KEY_HIDES));
  return chn_sql_say_any (pieces);
}

/* Without what certainly does not match; the piece is taken. */
static char *
say_but (const Compiling *compiling, const ChnDescription *description, char *piece)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (pieces, piece);
  g_ptr_array_add (pieces, chn_sql_say_not (chn_sql_say_one_of (&compiling->saying, description->never)));
  return chn_sql_say_both (pieces);
}

static char *
say_part (const Compiling *compiling, const ChnDescription *description, const ChnDescription *part, Sense sense)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (pieces, chn_sql_say_named (&compiling->saying, part));
  char *doubts = say_doubts (compiling, description, part, sense);
  g_ptr_array_add (pieces, sense == MAY ? doubts : chn_sql_say_not (doubts));
  return say_but (compiling, description, sense == MAY ? chn_sql_say_any (pieces) : chn_sql_say_both (pieces));
}

static char *
say_term (Compiling *compiling, const ChnBoundNode *node, Sense sense)
{
  g_autoptr (ChnDescription) description = chn_condition_describe (&node->condition, compiling->columns);
  const ChnDescription *part = find_part (compiling, node, description, sense);
  char *said =
      part ? say_part (compiling, description, part, sense) : g_strdup (sense == MAY ? CHN_SQL_ALL : CHN_SQL_NONE);
  note_term (compiling, node, description, part != NULL);
  return said;
}

static GPtrArray *
say_children (Compiling *compiling, const ChnBoundNode *node, Sense sense)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < node->n_children; i++)
    g_ptr_array_add (pieces, say_node (compiling, node->children[i], sense));
  return pieces;
}

/* What it is not known of may match, and does not surely. */
static char *
say_maybe (Compiling *compiling, const ChnBoundNode *node, Sense sense)
{
  compiling->is_exact = compiling->is_exact_but_doubts = FALSE;
  if (sense != MAY)
    return g_strdup (CHN_SQL_NONE);
  GPtrArray *pieces = say_children (compiling, node, MAY);
  g_ptr_array_add (pieces, chn_sql_say_not (chn_sql_say_both (say_children (compiling, node, MUST))));
  return chn_sql_say_both (pieces);
}

static char *
say_node (Compiling *compiling, const ChnBoundNode *node, Sense sense)
{
  switch (node->kind) {
  case CHN_NODE_AND:
    return chn_sql_say_both (say_children (compiling, node, sense));
  case CHN_NODE_OR:
    return chn_sql_say_any (say_children (compiling, node, sense));
  case CHN_NODE_NOT:
    return chn_sql_say_not (say_node (compiling, node->children[0], sense == MAY ? MUST : MAY));
  case CHN_NODE_MAYBE:
    return say_maybe (compiling, node, sense);
  case CHN_NODE_TERM:
  default:
    return say_term (compiling, node, sense);
  }
}

/* Values of pieces that were left out are no longer referred to, which no server takes: the others are numbered anew.
 */
static char *
number_anew (const char *text, GPtrArray *values)
{
  GString *out = g_string_new (NULL);
  g_autofree guint *number = g_new0 (guint, values->len + 1);
  GPtrArray *kept = g_ptr_array_new ();
  for (const char *at = text; *at;) {
    guint old = *at == '$' && g_ascii_isdigit (at[1]) ? (guint) strtoul (at + 1, (char **) &at, 10) : 0;
    if (old == 0) {
      g_string_append_c (out, *at++);
      continue;
    }
    if (number[old] == 0) {
      g_ptr_array_add (kept, g_steal_pointer (&values->pdata[old - 1]));
      number[old] = kept->len;
    }
    g_string_append_printf (out, "$%u", number[old]);
  }
  g_ptr_array_set_size (values, 0);
  g_ptr_array_extend_and_steal (values, kept);
  return g_string_free (out, FALSE);
}

/* What is left out where it is not asked for (tools/unheld.c) is counted, so that all of it is wanted. */
static char *
say_first (Compiling *compiling, const ChnBoundNode *root)
{
  static const ChnStatus unheld[] = { CHN_STATUS_CANCELLED, CHN_STATUS_NOT_HELD };
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (unheld); i++)
    g_ptr_array_add (keys,
                     g_strconcat ("status ", chn_vocabulary_get_term_name (CHN_VOCABULARY_STATUS, unheld[i]), NULL));
  g_ptr_array_add (pieces, say_node (compiling, root, WITHIN));
  g_ptr_array_add (pieces, chn_sql_say_not (chn_sql_say_one_of (&compiling->saying, keys)));
  return chn_sql_say_both (pieces);
}

static char *
say_others (Compiling *compiling, const ChnBoundNode *root)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (pieces, say_node (compiling, root, MAY));
  g_ptr_array_add (pieces, chn_sql_say_not (say_first (compiling, root)));
  return chn_sql_say_both (pieces);
}

static char *
say_all (Compiling *compiling, const ChnBoundNode *root)
{
  return say_node (compiling, root, MAY);
}

static ChnStoreSql *
compile (ChnDatabaseKind kind, const ChnBoundQuery *query, ChnSqlShown shown,
         char *(*say) (Compiling *compiling, const ChnBoundNode *root))
{
  ChnStoreSql *sql = g_new0 (ChnStoreSql, 1);
  sql->values = g_ptr_array_new_with_free_func (g_free);
  Compiling compiling = { { kind, sql->values }, query->columns, shown, FALSE, TRUE, TRUE, 0, 0, NULL, NULL };
  compiling.terms = sql->terms = g_string_new (NULL);
  compiling.doubts = sql->doubts = g_ptr_array_new_with_free_func (g_free);
  compiling.leads_nowhere_hidden = shown == CHN_SQL_SHOWS_ALL || !query->columns->is_restricted;
  g_autofree char *text = say (&compiling, query->root);
  sql->text = number_anew (text, sql->values);
  sql->n_terms = compiling.n_terms;
  sql->n_said = compiling.n_said;
  sql->is_exact = compiling.is_exact;
  sql->is_exact_but_doubts = compiling.is_exact_but_doubts;
  return sql;
}

ChnStoreSql *
chn_store_sql_new (ChnDatabaseKind kind, const ChnBoundQuery *query, ChnSqlShown shown)
{
  return compile (kind, query, shown, say_all);
}

ChnStoreSql *
chn_store_sql_new_part (ChnDatabaseKind kind, const ChnBoundQuery *query, ChnSqlShown shown, ChnSqlPart part)
{
  return compile (kind, query, shown, part == CHN_SQL_FIRST ? say_first : say_others);
}

void
chn_store_sql_free (ChnStoreSql *sql)
{
  if (!sql)
    return;
  g_free (sql->text);
  g_string_free (sql->terms, TRUE);
  g_ptr_array_unref (sql->values);
  g_ptr_array_unref (sql->doubts);
  g_free (sql);
}
