/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Staged events by ids that they no longer have. */
#include "timeline/checks/former.h"

#include <string.h>

#include "timeline/former-ids.h"

static void
add_event (GHashTable *former, const ChnStage *stage, guint index)
{
  guint n;
  const ChnExtraCell *extras = chn_stage_get_cells (stage, index, CHN_LIST_EXTRAS, &n);
  for (guint i = 0; i < n; i++) {
    const char *key = chn_pool_get (stage->texts, extras[i].key), *id = chn_pool_get (stage->texts, extras[i].value);
    if (key && id && strcmp (key, CHN_FORMER_ID_KEY) == 0 && !g_hash_table_contains (former, id))
      g_hash_table_insert (former, g_strdup (id), GUINT_TO_POINTER (index + 1));
  }
}

guint32
chn_former_find (GHashTable **former, const ChnStage *stage, const char *id)
{
  if (!*former) {
    *former = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < stage->heads->len; i++)
      add_event (*former, stage, i);
  }
  return GPOINTER_TO_UINT (g_hash_table_lookup (*former, id));
}
