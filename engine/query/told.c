/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Walks the actors and voters of the rows that a query found, to tell what has to be known about them. */
#include "query/told.h"

#include "query/actors.h"
#include "timeline/ballots.h"

static gboolean
tells_rows (const ChnBoundNode *node)
{
  const ChnActorSet *set = node->kind == CHN_NODE_TERM ? node->condition.actors : NULL;
  if (set && (set->before || set->n_groups > 0))
    return TRUE;
  for (guint i = 0; i < node->n_children; i++)
    if (tells_rows (node->children[i]))
      return TRUE;
  return FALSE;
}

gboolean
chn_bound_query_tells_rows (const ChnBoundQuery *query)
{
  return tells_rows (query->root);
}

ChnTold
chn_told_start (const ChnBoundQuery *query, const ChnRows *rows)
{
  return (ChnTold){ query, rows, g_new0 (guint8, rows->n + 1), g_ptr_array_new_with_free_func (g_free) };
}

const char *
chn_told_get_id (const ChnTold *told, guint32 code)
{
  return chn_columns_get_code_text (told->query->columns, CHN_DICTIONARY_ACTORS, code);
}

/* Where an answer is given, of which row, and about what. */
typedef struct {
  ChnTold *told;
  ChnTellFunc tell;
  gconstpointer subject;
  guint index;
  ChnDateBounds at;
} Question;

static void
ask (const Question *question, guint32 code)
{
  ChnTold *told = question->told;
  g_autofree char *text = question->tell (told, question->subject, code, &question->at);
  if (!text)
    return;
  told->is_told[question->index] = 1;
  if (!g_ptr_array_find_with_equal_func (told->texts, text, g_str_equal, NULL))
    g_ptr_array_add (told->texts, g_steal_pointer (&text));
}

static void
ask_row (const Question *question)
{
  const ChnColumns *columns = question->told->query->columns;
  guint n_actors = 0, row = question->told->rows->row[question->index];
  const ChnActorCell *actors = chn_columns_get_actors (columns, row, &n_actors);
  for (guint i = 0; i < n_actors; i++)
    ask (question, actors[i].actor);
  g_auto (ChnBallots) ballots;
  chn_ballots_read (&ballots, columns, row);
  for (guint i = 0; i < ballots.n; i++)
    ask (question, ballots.cell[i].actor);
}

void
chn_told_ask_rows (ChnTold *told, ChnTellFunc tell, gconstpointer subject)
{
  for (guint i = 0; i < told->rows->n; i++) {
    Question question = { told, tell, subject, i, chn_columns_get_bounds (told->query->columns, told->rows->row[i]) };
    ask_row (&question);
  }
}

char *
chn_told_finish (ChnTold *told, guint *n_rows)
{
  g_autoptr (GPtrArray) texts = g_steal_pointer (&told->texts);
  g_autofree guint8 *is_told = g_steal_pointer (&told->is_told);
  *n_rows = 0;
  for (guint i = 0; i < told->rows->n; i++)
    *n_rows += is_told[i];
  g_ptr_array_add (texts, NULL);
  return texts->len > 1 ? g_strjoinv (", ", (char **) texts->pdata) : NULL;
}
