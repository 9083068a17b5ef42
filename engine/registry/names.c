/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The index of folded names. */
#include "registry/names.h"

#include "base/fold.h"

struct _ChnNames {
  GHashTable *bearers; /* folded name -> GArray of ChnBearer */
};

static void
free_bearers (gpointer bearers)
{
  g_array_unref (bearers);
}

ChnNames *
chn_names_new (void)
{
  ChnNames *names = g_new (ChnNames, 1);
  names->bearers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_bearers);
  return names;
}

void
chn_names_free (ChnNames *names)
{
  if (!names)
    return;
  g_hash_table_unref (names->bearers);
  g_free (names);
}

/* Whether the thing has the name already; if it had it always, nothing is to be added. */
static gboolean
has_bearer (GArray *bearers, const ChnBearer *wanted)
{
  for (guint i = 0; i < bearers->len; i++) {
    ChnBearer *bearer = &g_array_index (bearers, ChnBearer, i);
    if (bearer->thing != wanted->thing || bearer->during != wanted->during)
      continue;
    bearer->is_code = bearer->is_code && wanted->is_code;
    return TRUE;
  }
  return FALSE;
}

void
chn_names_add (ChnNames *names, const char *name, const ChnBearer *bearer)
{
  g_autofree char *folded = chn_fold_name (name, -1);
  if (*folded == '\0')
    return;
  GArray *bearers = g_hash_table_lookup (names->bearers, folded);
  if (!bearers) {
    bearers = g_array_new (FALSE, FALSE, sizeof (ChnBearer));
    g_hash_table_insert (names->bearers, g_steal_pointer (&folded), bearers);
  }
  if (!has_bearer (bearers, bearer))
    g_array_append_val (bearers, *bearer);
}

const GArray *
chn_names_find (const ChnNames *names, const char *folded)
{
  return g_hash_table_lookup (names->bearers, folded);
}

void
chn_names_visit (const ChnNames *names, ChnNamesVisitor visitor, gpointer data)
{
  GHashTableIter iter;
  gpointer folded, bearers;
  g_hash_table_iter_init (&iter, names->bearers);
  while (g_hash_table_iter_next (&iter, &folded, &bearers))
    for (guint i = 0; i < ((GArray *) bearers)->len; i++)
      visitor (folded, &g_array_index ((GArray *) bearers, ChnBearer, i), data);
}
