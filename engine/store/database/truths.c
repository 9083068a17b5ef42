/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the words of closed fields are true of, found by the queries that ask for them. */
#include "store/database/truths.h"

#include <chancery/query.h>

/* Words whose truth depends on neither the day nor on other rows; query/match/describe.c makes their keys. */
static const struct {
  const char *field, *word;
} words[] = {
  { "vote", "adopted" },   { "vote", "rejected" },  { "vote", "failed" },     { "vote", "veto" },
  { "vote", "unanimous" }, { "vote", "recorded" },  { "vote", "procedural" }, { "vote", "consensus" },
  { "vote", "none" },      { "is", "approximate" }, { "is", "uncertain" },    { "is", "timed" },
  { "is", "planned" },     { "is", "disputed" },    { "is", "confirmed" },    { "is", "single" },
  { "is", "unsourced" },   { "is", "superseded" },
};

enum { N_WORDS = G_N_ELEMENTS (words) };
G_STATIC_ASSERT (N_WORDS <= 32);

/* A bit a word. */
typedef struct {
  guint32 known, open;
} Truth;

struct _ChnStoreTruths {
  Truth *rows;
};

void
chn_store_truths_free (ChnStoreTruths *truths)
{
  if (!truths)
    return;
  g_free (truths->rows);
  g_free (truths);
}

static gboolean
ask (const ChnStoreTruths *truths, ChnTimeline *timeline, guint word, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%s:%s", words[word].field, words[word].word);
  g_autoptr (ChnQuery) query = chn_query_parse (text, NULL, error);
  g_autoptr (ChnBoundQuery) bound = query ? chn_query_bind (query, timeline, NULL, error) : NULL;
  g_auto (ChnRows) rows = { 0 }, unknown = { 0 };
  if (!bound)
    return FALSE;
  chn_bound_query_divide (bound, TRUE, &rows, &unknown);
  for (guint i = 0; i < rows.n; i++)
    truths->rows[rows.row[i]].known |= (guint32) 1 << word;
  for (guint i = 0; i < unknown.n; i++)
    truths->rows[unknown.row[i]].open |= (guint32) 1 << word;
  return TRUE;
}

ChnStoreTruths *
chn_store_truths_new (const ChnTimeline *timeline, GError **error)
{
  g_autoptr (ChnStoreTruths) truths = g_new0 (ChnStoreTruths, 1);
  truths->rows = g_new0 (Truth, MAX (chn_timeline_get_n_events (timeline), 1));
  for (guint i = 0; i < N_WORDS; i++)
    if (!ask (truths, (ChnTimeline *) timeline, i, error))
      return NULL;
  return g_steal_pointer (&truths);
}

void
chn_store_truths_list (const ChnStoreTruths *truths, guint row, ChnStoreTakeKey take, gpointer data)
{
  const Truth *truth = &truths->rows[row];
  for (guint i = 0; i < N_WORDS; i++) {
    if (!((truth->known | truth->open) >> i & 1))
      continue;
    gboolean open = !(truth->known >> i & 1);
    g_autofree char *key = g_strdup_printf ("%s%s %s", words[i].field, open ? "?" : "", words[i].word);
    take (key, data);
  }
}
