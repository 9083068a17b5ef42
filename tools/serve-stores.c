/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether others have written to the stores that are served. */
#include "serve-stores.h"

#include <chancery/chancery.h>

#include "serve-log.h"

/* How often it is looked, at most, before what could not be read is tried again. */
enum { MOST_LOOKS = 64 };

typedef struct {
  const char *place;
  ChnStore *store;  /* kept open while a server answers */
  guint64 revision; /* up to which it was read, where that is known */
  gboolean is_known;
  gboolean is_away; /* and that was said */
} ServedStore;

struct _ServeStores {
  GArray *stores; /* of ServedStore */
  guint n_looks;  /* before which nothing is tried again */
  guint n_waited; /* before what was tried last */
};

static void
clear_store (gpointer data)
{
  ServedStore *served = data;
  g_clear_pointer (&served->store, chn_store_free);
}

ServeStores *
serve_stores_new (const GPtrArray *files)
{
  ServeStores *stores = g_new0 (ServeStores, 1);
  stores->stores = g_array_new (FALSE, TRUE, sizeof (ServedStore));
  g_array_set_clear_func (stores->stores, clear_store);
  for (guint i = 0; i < files->len; i++) {
    const ServedStore served = { .place = files->pdata[i] };
    if (chn_store_is_place (served.place))
      g_array_append_val (stores->stores, served);
  }
  return stores;
}

void
serve_stores_free (ServeStores *stores)
{
  g_array_unref (stores->stores);
  g_free (stores);
}

/* Another file may have taken the place of one; to open that takes next to nothing. */
static gboolean
ask_revision (ServedStore *served, guint64 *revision, GError **error)
{
  if (!served->store)
    served->store = chn_store_open (served->place, FALSE, error);
  gboolean answers = served->store && chn_store_get_revision (served->store, revision, NULL, error);
  if (!answers || chn_store_find_file (served->place))
    g_clear_pointer (&served->store, chn_store_free);
  return answers;
}

void
serve_stores_note (ServeStores *stores)
{
  for (guint i = 0; i < stores->stores->len; i++) {
    ServedStore *served = &g_array_index (stores->stores, ServedStore, i);
    served->is_known = ask_revision (served, &served->revision, NULL);
  }
}

void
serve_stores_note_whether_whole (ServeStores *stores, gboolean is_whole)
{
  stores->n_waited = is_whole ? 0 : CLAMP (2 * stores->n_waited, 1, MOST_LOOKS);
  stores->n_looks = stores->n_waited;
  for (guint i = 0; !is_whole && i < stores->stores->len; i++)
    g_array_index (stores->stores, ServedStore, i).is_known = FALSE;
}

static gboolean
has_changed (ServedStore *served)
{
  g_autoptr (GError) error = NULL;
  guint64 revision = 0;
  if (ask_revision (served, &revision, &error)) {
    served->is_away = FALSE;
    return !served->is_known || revision != served->revision;
  }
  g_autofree char *line = g_strdup_printf ("%s; what was read before is served on", error->message);
  if (!served->is_away)
    serve_log (line, NULL);
  served->is_away = TRUE;
  return FALSE;
}

gboolean
serve_stores_have_changed (ServeStores *stores)
{
  gboolean have = FALSE;
  if (stores->n_looks > 0) {
    stores->n_looks--;
    return FALSE;
  }
  for (guint i = 0; i < stores->stores->len; i++)
    have |= has_changed (&g_array_index (stores->stores, ServedStore, i));
  return have;
}
