/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* States by the codes of one list. */
#include "registry/codes.h"

GHashTable *
chn_registry_index_codes (const ChnRegistry *registry, ChnCode code)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, NULL);
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (registry, FALSE);
  for (guint i = 0; i < actors->len; i++) {
    const char *text = chn_actor_get_code (actors->pdata[i], code);
    if (text && chn_actor_get_kind (actors->pdata[i]) == CHN_ACTOR_STATE)
      g_hash_table_insert (index, (gpointer) text, (gpointer) chn_actor_get_id (actors->pdata[i]));
  }
  return index;
}
