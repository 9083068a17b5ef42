/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Events by ids that they no longer have: a table that is made when an id is asked for that no event has. */
#include "timeline/former-ids.h"

#include <string.h>

#include "base/number-map.h"

typedef enum { NOT_LOOKED_AT, ANOTHER, FORMER_ID } KeySense;

static gboolean
is_former_id (const ChnColumns *columns, guint32 key, GArray *senses)
{
  guint32 *sense = chn_number_map_at (senses, key);
  if (*sense == NOT_LOOKED_AT)
    *sense = strcmp (chn_pool_get (columns->texts, key), CHN_FORMER_ID_KEY) == 0 ? FORMER_ID : ANOTHER;
  return *sense == FORMER_ID;
}

static void
add_row (const ChnColumns *columns, guint row, GArray *senses, GHashTable *former)
{
  guint n = 0;
  const guint32 *record = chn_columns_get_record (columns, row);
  const ChnExtraCell *cells = chn_columns_get_extras (columns, row, &n);
  for (guint i = 0; i < n; i++) {
    const char *id =
        is_former_id (columns, cells[i].key, senses) ? chn_columns_read_text (columns, record, cells[i].value) : NULL;
    if (id && !g_hash_table_contains (former, id))
      g_hash_table_insert (former, g_strdup (id), GUINT_TO_POINTER (row));
  }
}

static gpointer
make_former (ChnTimeline *timeline)
{
  g_autoptr (GArray) senses = chn_number_map_new ();
  GHashTable *former = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint row = 0; row < timeline->columns.n_rows; row++)
    add_row (&timeline->columns, row, senses, former);
  return former;
}

gboolean
chn_timeline_find_former (const ChnTimeline *timeline, const char *id, guint *row)
{
  gpointer found = NULL;
  GHashTable *former = chn_timeline_get_made (timeline, (gpointer *) &timeline->former, make_former);
  if (!g_hash_table_lookup_extended (former, id, NULL, &found))
    return FALSE;
  *row = GPOINTER_TO_UINT (found);
  return TRUE;
}
