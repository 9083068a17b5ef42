/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What lies on each of the servers of a store, and whether all of it is as it must be. */
#include <chancery/store.h>

#include "base/error.h"
#include "store/database/shards/claim.h"
#include "store/database/shards/lost.h"

static const char *const tables[] = { "event", "whole_event" };

/* Events that lie on a shard, as far as the parent knows. */
static gboolean
count_events (const ChnStore *store, ChnStoreView view, const ChnStoreShard *shard, guint64 *n, GError **error)
{
  g_autofree char *to =
      shard->before == G_MAXINT64 ? g_strdup ("TRUE") : g_strdup_printf ("begins < %" G_GINT64_FORMAT, shard->before);
  g_autofree char *where = g_strdup_printf ("begins >= '%" G_GINT64_FORMAT "' AND %s", shard->begins, to);
  g_autofree char *question =
      view == CHN_STORE_SEES_ALL
          ? g_strdup_printf (
                "SELECT count(*) FROM (SELECT id, timeline FROM event_id WHERE %s UNION SELECT id, timeline"
                " FROM whole_event_id WHERE %s) t",
                where, where)
          : g_strdup_printf ("SELECT count(*) FROM event_id WHERE %s", where);
  return chn_store_ask_number (store, question, NULL, 0, n, error);
}

gboolean
chn_store_list_shards (ChnStore *store, ChnStoreTakeShard take, gpointer data, GError **error)
{
  ChnStoreView view = CHN_STORE_SEES_PUBLIC;
  if (!chn_store_find_view (store, &view, error))
    return FALSE;
  for (guint i = 0; i < chn_store_count_shards (store); i++) {
    const ChnStoreShard *shard = chn_store_get_shard (store, i);
    const char *before = i + 1 < chn_store_count_shards (store) ? chn_store_get_shard (store, i + 1)->start : NULL;
    ChnStoreShardFacts facts = { shard->place, shard->start, before, chn_store_shard_answers (store, shard), 0 };
    if (!count_events (store, view, shard, &facts.n_events, error))
      return FALSE;
    take (&facts, data);
  }
  return TRUE;
}

/* What must not be found: an id a row; "%T" is a table of events, "%C" its columns. */
typedef struct {
  const char *question, *means;
} Breach;

static const Breach in_parent[] = {
  { "SELECT id FROM %T GROUP BY id, timeline HAVING count(*) > 1", "is there more than once" },
  { "SELECT id FROM %T e LEFT JOIN %T_id i USING (id, timeline) WHERE i.id IS NULL",
    "lies on a server, but is not in the table of ids" },
  { "SELECT id FROM %T_id i LEFT JOIN %T e USING (id, timeline) WHERE e.id IS NULL",
    "is in the table of ids, but lies on no server" },
  { "SELECT id FROM %T e JOIN %T_id i USING (id, timeline) WHERE (e.begins, e.ends, e.ord) IS DISTINCT FROM"
    " (i.begins, i.ends, i.ord)",
    "has another date, or another place in the order of reading, in the table of ids" },
  { "SELECT id FROM (SELECT %C FROM named_%T EXCEPT SELECT %C FROM %T) n",
    "is another one where names are looked up" },
  { "SELECT visibility FROM (SELECT visibility, count(*) AS n FROM %T_id GROUP BY 1) i FULL JOIN %T_count c USING"
    " (visibility) WHERE coalesce (i.n, 0) <> coalesce (c.n, 0)",
    "events are counted wrongly" },
};

/* "%F" and "%B" are the bounds of the range, "%L" is the latest end, "%R" a list of all revisions. */
static const Breach in_shard[] = {
  { "SELECT id FROM %T WHERE begins < '%F' OR begins > '%B' UNION SELECT id FROM past_%T WHERE begins < '%F' OR "
    "begins"
    " > '%B'",
    "lies outside of the range of its server" },
  { "SELECT id FROM %T WHERE ends > '%L'", "ends later than questions look for" },
  { "SELECT id FROM %T WHERE since <> ALL ('{%R}'::bigint[]) UNION SELECT id FROM past_%T WHERE until <> ALL"
    " ('{%R}'::bigint[])",
    "was changed by a revision that is not there" },
};

typedef struct {
  ChnStoreTakeBreach take;
  gpointer data;
  const char *where, *means;
} Telling;

static gboolean
tell (const char *const *cells, guint n, gpointer data, GError **error)
{
  const Telling *telling = data;
  (void) n, (void) error;
  telling->take (telling->where, cells[0], telling->means, telling->data);
  return TRUE;
}

static void
put (GString *text, const char *mark, const char *value)
{
  g_string_replace (text, mark, value, 0);
}

static void
put_number (GString *text, const char *mark, gint64 number)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  put (text, mark, value);
}

/* All but the revision: what is pushed again is the same. */
static void
put_columns (GString *text)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  for (guint i = 0; i < chn_store_count_columns (); i++)
    if (i != CHN_STORE_SINCE)
      g_string_append_printf (columns, "%s\"%s\"", i > 0 ? ", " : "", chn_store_get_column (i));
  put (text, "%C", columns->str);
}

static gboolean
look (const ChnStore *store, const Breach *breaches, guint n, const ChnStoreShard *shard, const char *revisions,
      Telling *telling, GError **error)
{
  gboolean done = TRUE;
  for (guint i = 0; done && i < n * G_N_ELEMENTS (tables); i++) {
    GString *question = g_string_new (breaches[i / G_N_ELEMENTS (tables)].question);
    put (question, "%T", tables[i % G_N_ELEMENTS (tables)]);
    put_columns (question);
    if (shard) {
      put_number (question, "%F", shard->begins);
      put_number (question, "%B", shard->before == G_MAXINT64 ? shard->before : shard->before - 1);
      put_number (question, "%L", shard->latest);
      put (question, "%R", revisions);
    }
    telling->means = breaches[i / G_N_ELEMENTS (tables)].means;
    done = chn_store_ask (store, question->str, NULL, 0, tell, telling, error);
    g_string_free (question, TRUE);
  }
  return done;
}

static gboolean
look_at_shards (ChnStore *store, Telling *telling, GError **error)
{
  g_autofree char *revisions =
      chn_store_ask_text (store, "SELECT coalesce (string_agg (n::text, ','), '') FROM revision", NULL, 0, error);
  for (guint i = 0; revisions && i < chn_store_count_shards (store); i++) {
    ChnStoreShard *shard = chn_store_get_shard (store, i);
    if (!chn_store_open_shard (store, shard, error))
      return FALSE;
    telling->where = shard->place;
    if (!look (shard->store, in_shard, G_N_ELEMENTS (in_shard), shard, revisions, telling, error))
      return FALSE;
  }
  return revisions != NULL;
}

/* Nobody writes meanwhile, so that what is being written is not taken for what was left. */
gboolean
chn_store_survey (ChnStore *store, ChnStoreTakeBreach take, gpointer data, GError **error)
{
  Telling telling = { take, data, store->name, "is the number of a revision that was not ended" };
  if (!store->shards)
    return TRUE;
  if (!chn_store_lock_writers (store, error))
    return FALSE;
  g_autoptr (GError) inner = NULL;
  gboolean done =
      chn_store_ask (store, "SELECT n FROM claim WHERE shards <> '{}'", NULL, 0, tell, &telling, &inner) &&
      look (store, in_parent, G_N_ELEMENTS (in_parent), NULL, NULL, &telling, &inner) &&
      look_at_shards (store, &telling, &inner);
  chn_store_unlock_writers (store);
  return done || chn_store_cope (store, g_steal_pointer (&inner), error);
}
