/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A part of a store that is edited in place of all of it. What a change has to do with is known when it was made:
 * then that is read, too, and the change is made again, until nothing is missing.
 */
#include <chancery/store-excerpt.h>
#include <string.h>

#include "store/database/around.h"
#include "store/database/rows.h"
#include "store/database/shards/lost.h"
#include "timeline/builder.h"

struct _ChnStoreExcerpt {
  GHashTable *names; /* what may be an id of an event that changes, or a key of a source that it cites */
  GHashTable *near;  /* ids of events that such are held against */
  GHashTable *asked; /* what was looked for: all that was found is near */
  gboolean is_whole; /* all is read */
};

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Runs of what ids and keys consist of. */
static void
add_names (GHashTable *names, const char *text)
{
  static const char signs[] = "abcdefghijklmnopqrstuvwxyz0123456789-_.";
  for (gsize length; *text; text += MAX (length, 1)) {
    length = strspn (text, signs);
    if (length > 0)
      g_hash_table_add (names, g_strndup (text, length));
  }
}

ChnStoreExcerpt *
chn_store_excerpt_new (const char *const *texts)
{
  ChnStoreExcerpt *excerpt = g_new0 (ChnStoreExcerpt, 1);
  excerpt->names = new_set ();
  excerpt->near = new_set ();
  excerpt->asked = new_set ();
  for (guint i = 0; texts[i]; i++)
    add_names (excerpt->names, texts[i]);
  return excerpt;
}

void
chn_store_excerpt_free (ChnStoreExcerpt *excerpt)
{
  if (!excerpt)
    return;
  g_hash_table_unref (excerpt->names);
  g_hash_table_unref (excerpt->near);
  g_hash_table_unref (excerpt->asked);
  g_free (excerpt);
}

static void
add_all (GHashTable *to, const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    g_hash_table_add (to, g_strdup (list->pdata[i]));
}

/* A cell of CSV: "a; b". */
static gboolean
take_sources (const char *const *cells, guint n, gpointer data, GError **error)
{
  (void) n, (void) error;
  g_auto (GStrv) keys = g_strsplit (cells[0] ? cells[0] : "", "; ", -1);
  for (guint i = 0; keys[i]; i++)
    g_hash_table_add (data, g_strdup (keys[i]));
  return TRUE;
}

/* A source that others cite, too, must not seem to be cited by what changes alone; and what the header corrects is to
 * be known. */
static gboolean
find_sources (const ChnStoreExcerpt *excerpt, const ChnStoreSearch *search, const GPtrArray *changing,
              const ChnTimelineBuilder *builder, GError **error)
{
  g_autoptr (GHashTable) keys = new_set ();
  g_autoptr (GPtrArray) names = chn_store_list_set (excerpt->names),
                        corrected = chn_timeline_builder_list_corrected (builder);
  g_autofree char *ids = chn_store_dup_list (search->store->kind, changing);
  add_all (keys, names);
  add_all (keys, corrected);
  if (!chn_store_ask_events (search->store, search->view, "sources",
                             chn_store_get_ids_condition (search->store->kind), ids, take_sources, keys, error))
    return FALSE;
  g_autoptr (GPtrArray) all = chn_store_list_set (keys);
  for (guint i = 0; i < all->len; i++)
    if (!chn_store_find_citing (search->store, search->view, all->pdata[i], CHN_STORE_ENOUGH_CITING, search->found,
                                error))
      return FALSE;
  return TRUE;
}

/* The events that may change, with what they are related to and cite, and those that they are held against. */
static gboolean
find_events (const ChnStoreExcerpt *excerpt, const ChnStoreSearch *search, ChnTimelineBuilder *builder,
             GError **error)
{
  g_autoptr (GHashTable) ids = new_set ();
  g_autoptr (GPtrArray) names = chn_store_list_set (excerpt->names), near = chn_store_list_set (excerpt->near);
  if (!chn_store_find_ids (search->store, search->view, names, ids, error))
    return FALSE;
  g_autoptr (GPtrArray) changing = chn_store_list_set (ids);
  add_all (search->found, changing);
  add_all (search->found, near);
  return (changing->len == 0 ||
          chn_store_follow (search->store, search->view, chn_timeline_builder_get_vocabulary (builder), changing,
                            search->found, error)) &&
         find_sources (excerpt, search, changing, builder, error);
}

void
chn_store_excerpt_take_all (ChnStoreExcerpt *excerpt)
{
  excerpt->is_whole = TRUE;
}

gboolean
chn_store_excerpt_read (const ChnStoreExcerpt *excerpt, ChnStore *store, ChnTimelineBuilder *builder, GError **error)
{
  g_autoptr (GHashTable) ids = new_set ();
  ChnStoreWanted wanted = { .where = "FALSE" };
  if (excerpt->is_whole)
    return chn_store_read (store, builder, error);
  gboolean any = FALSE;
  if (!chn_store_find_view (store, &wanted.view, error) || !chn_store_find_apart (store, wanted.view, &any, error) ||
      !chn_store_read_header (store, &wanted, builder, error))
    return FALSE;
  const ChnStoreSearch search = { store, wanted.view, NULL, NULL, ids };
  return find_events (excerpt, &search, builder, error) && chn_store_read_ids (store, &wanted, ids, builder, error);
}

/* Keeps what an excerpt lacks of what was found. */
static gboolean
keep_found (ChnStoreExcerpt *excerpt, const ChnStoreSearch *search)
{
  GHashTableIter iter;
  gpointer id;
  guint row = 0;
  gboolean any = FALSE;
  g_hash_table_iter_init (&iter, search->found);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!chn_timeline_find_present (search->read, id, &row) && g_hash_table_add (excerpt->near, g_strdup (id)))
      any = TRUE;
  return any;
}

/* What changes though nothing named it is to be read with all that it is related to. */
static gboolean
keep_changed (ChnStoreExcerpt *excerpt, const ChnStoreChangedEvents *changed)
{
  gboolean any = FALSE;
  for (guint i = 0; i < changed->ids->len; i++) {
    const char *id = changed->ids->pdata[i];
    gboolean is_new = g_hash_table_add (excerpt->names, g_strdup (id));
    any = any || (is_new && g_hash_table_contains (changed->known, id));
  }
  return any;
}

static gboolean
find_around (ChnStoreExcerpt *excerpt, ChnStoreSearch *search, const ChnStoreChangedEvents *changed, GError **error)
{
  gboolean any = FALSE;
  return chn_store_find_view (search->store, &search->view, error) &&
         chn_store_find_apart (search->store, search->view, &any, error) &&
         chn_store_find_around (search, changed, &excerpt->is_whole, error);
}

gboolean
chn_store_excerpt_widen (ChnStoreExcerpt *excerpt, ChnStore *store, const ChnTimeline *read, const ChnTimeline *made,
                         gboolean *wider, GError **error)
{
  g_autoptr (GHashTable) found = new_set ();
  g_auto (ChnStoreChangedEvents) changed = { 0 };
  ChnStoreSearch search = { store, CHN_STORE_SEES_PUBLIC, read, excerpt->asked, found };
  *wider = FALSE;
  if (excerpt->is_whole)
    return TRUE;
  if (!chn_store_find_changed_events (&changed, store->kind, read, made, error) ||
      !chn_store_begin_reading (store, error))
    return FALSE;
  gboolean is_found = find_around (excerpt, &search, &changed, error);
  chn_store_end_reading (store);
  if (!is_found)
    return FALSE;
  gboolean keeps = keep_found (excerpt, &search), concerns = keep_changed (excerpt, &changed);
  *wider = excerpt->is_whole || keeps || concerns;
  return TRUE;
}
