/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The bound tree of a query as SQL. Each node is said twice where need be: as what may match, a superset of the rows
 * whose answer is not no, and as what must, a subset of those whose answer is yes. NOT turns one into the other, so
 * that what is unknown stays unknown; what SQL leaves open the evaluator decides over the rows that come back.
 */
#include "store/database/sql.h"

#include <stdlib.h>
#include <string.h>

#include "base/segment.h"
#include "date/ends.h"
#include "query/describe.h"
#include "store/database/rows.h"

typedef enum { MAY, MUST } Sense;

typedef struct {
  ChnDatabaseKind kind;
  const ChnColumns *columns;
  GPtrArray *values;
  gboolean is_exact;
  guint n_terms, n_said;
} Compiling;

static const char *const all = "TRUE", *const none = "FALSE";

static char *say_node (Compiling *compiling, const ChnBoundNode *node, Sense sense);

/* The number of a value, which is taken. */
static guint
put_value (Compiling *compiling, char *value)
{
  g_ptr_array_add (compiling->values, value);
  return compiling->values->len;
}

/* Pieces joined by a word; those that decide by themselves, or say nothing, are left out. The pieces are taken. */
static char *
join (GPtrArray *pieces, const char *word, const char *neutral, const char *decisive)
{
  g_autoptr (GPtrArray) taken = pieces;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;
  for (guint i = 0; i < taken->len; i++) {
    if (strcmp (taken->pdata[i], decisive) == 0)
      return g_strdup (decisive);
    if (strcmp (taken->pdata[i], neutral) != 0)
      g_string_append_printf (text, "%s%s", n++ > 0 ? word : "", (const char *) taken->pdata[i]);
  }
  if (n == 0)
    return g_strdup (neutral);
  return n > 1 ? g_strdup_printf ("(%s)", text->str) : g_strdup (text->str);
}

static char *
say_any (GPtrArray *pieces)
{
  return join (pieces, " OR ", none, all);
}

static char *
say_both (GPtrArray *pieces)
{
  return join (pieces, " AND ", all, none);
}

/* The piece is taken. */
static char *
say_not (char *piece)
{
  g_autofree char *taken = piece;
  if (strcmp (taken, all) == 0)
    return g_strdup (none);
  return strcmp (taken, none) == 0 ? g_strdup (all) : g_strdup_printf ("NOT %s", taken);
}

static char *
say_keys (Compiling *compiling, const GPtrArray *keys)
{
  guint number = put_value (compiling, chn_store_dup_list (compiling->kind, keys));
  return compiling->kind == CHN_DATABASE_POSTGRESQL
             ? g_strdup_printf ("keys && $%u::text[]", number)
             : g_strdup_printf ("row IN (SELECT row FROM event_key WHERE key IN (SELECT value FROM json_each ($%u)))",
                                number);
}

static char *
say_ids (Compiling *compiling, const GPtrArray *ids)
{
  guint number = put_value (compiling, chn_store_dup_list (compiling->kind, ids));
  return g_strdup_printf (compiling->kind == CHN_DATABASE_POSTGRESQL ? "id = ANY ($%u::text[])"
                                                                     : "id IN (SELECT value FROM json_each ($%u))",
                          number);
}

/* Both engines say "and", "or" and "beginning with" in words of their own. */
typedef struct {
  const char *open, *close, *both, *either, *beginning;
} Wording;

static const Wording wordings[CHN_N_DATABASE_KINDS] = {
  [CHN_DATABASE_SQLITE] = { "\"", "\"", " AND ", " OR ", "*" },
  [CHN_DATABASE_POSTGRESQL] = { "'", "'", " & ", " | ", ":*" },
};

static void
append_word (GString *out, ChnDatabaseKind kind, ChnWordPlace place, const char *word, gsize length,
             const char *ending)
{
  g_autofree char *longer = g_strdup_printf ("%.*s%s", (int) length, word, ending);
  g_string_append (out, wordings[kind].open);
  chn_store_append_word (out, kind, place, longer, strlen (longer));
  g_string_append (out, wordings[kind].close);
}

/* The last word may have the ending of a plural, or go on. */
static void
append_last (GString *out, ChnDatabaseKind kind, ChnWordPlace place, const char *word, gsize length,
             gboolean is_beginning)
{
  static const char *const endings[] = { "", "s", "es" };
  if (is_beginning) {
    append_word (out, kind, place, word, length, "");
    g_string_append (out, wordings[kind].beginning);
    return;
  }
  g_string_append_c (out, '(');
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_string_append (out, i > 0 ? wordings[kind].either : "");
    append_word (out, kind, place, word, length, endings[i]);
  }
  g_string_append_c (out, ')');
}

/* NULL where there is no word in the text, of which no index knows. */
static char *
dup_words (ChnDatabaseKind kind, ChnWordPlace place, const ChnWords *words)
{
  const char *word;
  gsize length;
  g_autoptr (GString) out = g_string_new (NULL);
  for (const char *at = words->folded; chn_segment_next (&at, &word, &length);) {
    const char *next, *rest = at;
    gsize ignored;
    g_string_append (out, out->len > 0 ? wordings[kind].both : "");
    if (chn_segment_next (&rest, &next, &ignored))
      append_word (out, kind, place, word, length, "");
    else
      append_last (out, kind, place, word, length, words->is_beginning);
  }
  return out->len > 0 ? g_strdup (out->str) : NULL;
}

static char *
say_words (Compiling *compiling, ChnWordPlace place, const ChnWords *words)
{
  char *asked = dup_words (compiling->kind, place, words);
  if (!asked)
    return g_strdup (all);
  guint number = put_value (compiling, asked);
  return g_strdup_printf (compiling->kind == CHN_DATABASE_POSTGRESQL
                              ? "words @@ $%u::tsquery"
                              : "row IN (SELECT rowid FROM event_words WHERE event_words MATCH $%u)",
                          number);
}

static char *
say_number (Compiling *compiling, gint64 number)
{
  guint at = put_value (compiling, g_strdup_printf ("%" G_GINT64_FORMAT, number));
  return g_strdup_printf (compiling->kind == CHN_DATABASE_POSTGRESQL ? "$%u::bigint" : "CAST ($%u AS integer)", at);
}

/* Most dates are short: these lie between two bounds of one index, and the others have a key. */
static char *
say_stretch (Compiling *compiling, const ChnDateStretch *stretch, gboolean is_exact)
{
  gint64 margin = is_exact ? 0 : CHN_DAY_SECONDS;
  gint64 first = chn_time_move (stretch->earliest, -margin);
  if (stretch->earliest > stretch->latest)
    return g_strdup (none);
  g_autoptr (GPtrArray) lasts = g_ptr_array_new ();
  g_ptr_array_add (lasts, (gpointer) CHN_STORE_KEY_LASTS);
  g_autofree char *to = say_number (compiling, chn_time_move (stretch->latest, margin));
  g_autofree char *from = say_number (compiling, first);
  g_autofree char *before = say_number (compiling, chn_time_move (first, -CHN_STORE_LONG));
  g_autofree char *long_ones = say_keys (compiling, lasts);
  return g_strdup_printf ("((begins BETWEEN %s AND %s AND ends >= %s) OR (%s AND begins <= %s AND ends >= %s))",
                          before, to, from, long_ones, to, from);
}

static char *
say_count (Compiling *compiling, const ChnCountStretch *count)
{
  static const char *const columns[] = { "n_yes", "n_no", "n_abstain" };
  g_autofree char *low = say_number (compiling, count->low), *high = say_number (compiling, count->high);
  const char *column = columns[count->kind];
  return g_strdup_printf ("(%s IS NOT NULL AND %s BETWEEN %s AND %s)", column, column, low, high);
}

/* What rows have that the description names, without its doubts. */
static char *
say_named (Compiling *compiling, const ChnDescription *description)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  if (description->keys->len > 0)
    g_ptr_array_add (pieces, say_keys (compiling, description->keys));
  for (guint place = 0; place < CHN_N_WORD_PLACES; place++)
    for (guint i = 0; i < description->words[place]->len; i++)
      g_ptr_array_add (pieces, say_words (compiling, (ChnWordPlace) place, description->words[place]->pdata[i]));
  if (description->events->len > 0)
    g_ptr_array_add (pieces, say_ids (compiling, description->events));
  for (guint i = 0; i < description->stretches->len; i++)
    g_ptr_array_add (pieces, say_stretch (compiling, &g_array_index (description->stretches, ChnDateStretch, i),
                                          description->is_exact));
  for (guint i = 0; i < description->counts->len; i++)
    g_ptr_array_add (pieces, say_count (compiling, &g_array_index (description->counts, ChnCountStretch, i)));
  return say_any (pieces);
}

static char *
say_doubts (Compiling *compiling, const ChnDescription *description)
{
  return description->doubts->len > 0 ? say_keys (compiling, description->doubts) : g_strdup (none);
}

static char *
say_term (Compiling *compiling, const ChnBoundNode *node, Sense sense)
{
  g_autoptr (ChnDescription) description = chn_condition_describe (&node->condition, compiling->columns);
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  compiling->is_exact = compiling->is_exact && description->is_exact;
  compiling->n_terms++;
  compiling->n_said += (sense == MAY ? !description->is_all : description->is_exact) ? 1 : 0;
  if (description->is_all || (sense == MUST && !description->is_exact)) {
    g_ptr_array_unref (pieces);
    return g_strdup (sense == MAY ? all : none);
  }
  g_ptr_array_add (pieces, say_named (compiling, description));
  g_ptr_array_add (pieces, say_doubts (compiling, description));
  if (sense == MAY)
    return say_any (pieces);
  pieces->pdata[1] = say_not (pieces->pdata[1]);
  return say_both (pieces);
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
  compiling->is_exact = FALSE;
  if (sense == MUST)
    return g_strdup (none);
  GPtrArray *pieces = say_children (compiling, node, MAY);
  g_ptr_array_add (pieces, say_not (say_both (say_children (compiling, node, MUST))));
  return say_both (pieces);
}

static char *
say_node (Compiling *compiling, const ChnBoundNode *node, Sense sense)
{
  switch (node->kind) {
  case CHN_NODE_AND:
    return say_both (say_children (compiling, node, sense));
  case CHN_NODE_OR:
    return say_any (say_children (compiling, node, sense));
  case CHN_NODE_NOT:
    return say_not (say_node (compiling, node->children[0], sense == MAY ? MUST : MAY));
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
    guint old = *at == '$' ? (guint) strtoul (at + 1, (char **) &at, 10) : 0;
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

ChnStoreSql *
chn_store_sql_new (ChnDatabaseKind kind, const ChnBoundQuery *query)
{
  ChnStoreSql *sql = g_new0 (ChnStoreSql, 1);
  sql->values = g_ptr_array_new_with_free_func (g_free);
  Compiling compiling = { kind, query->columns, sql->values, TRUE, 0, 0 };
  g_autofree char *text = say_node (&compiling, query->root, MAY);
  sql->text = number_anew (text, sql->values);
  sql->n_terms = compiling.n_terms;
  sql->n_said = compiling.n_said;
  sql->is_exact = compiling.is_exact;
  return sql;
}

void
chn_store_sql_free (ChnStoreSql *sql)
{
  if (!sql)
    return;
  g_free (sql->text);
  g_ptr_array_unref (sql->values);
  g_free (sql);
}
