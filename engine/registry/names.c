/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The index of folded names: a table of those that were added, or the sorted ones of a packed layer. */
#include "registry/names.h"

#include "base/fold.h"
#include "registry/lookup.h"

struct _ChnNames {
  GHashTable *bearers;       /* folded name -> GArray of ChnBearer; or NULL, and then: */
  const ChnRegistry *packed; /* whose names these are */
  ChnPackedSort sort;
};

static void
free_bearers (gpointer bearers)
{
  g_array_unref (bearers);
}

ChnNames *
chn_names_new (void)
{
  ChnNames *names = g_new0 (ChnNames, 1);
  names->bearers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_bearers);
  return names;
}

ChnNames *
chn_names_new_packed (const ChnRegistry *registry, ChnPackedSort sort)
{
  ChnNames *names = g_new (ChnNames, 1);
  *names = (ChnNames){ NULL, registry, sort };
  return names;
}

void
chn_names_free (ChnNames *names)
{
  if (!names)
    return;
  g_clear_pointer (&names->bearers, g_hash_table_unref);
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

/* A thing is named before all else that it has: a ChnActor and a ChnForum both begin with it. */
static ChnBearer
unpack_bearer (const ChnNames *names, const ChnPackedName *packed)
{
  const ChnPackedLayer *layer = &names->packed->packed->layer;
  const ChnNamed *named = chn_registry_get_packed (names->packed, names->sort, packed->thing);
  ChnBearer bearer = { named, NULL, packed->is_code != 0 };
  if (packed->alias != 0) {
    guint32 first = chn_packed_layer_get_named (layer, names->sort, packed->thing)->first_alias;
    bearer.during = g_array_index (named->aliases, ChnAlias, packed->alias - 1 - first).during;
  }
  return bearer;
}

void
chn_names_find (const ChnNames *names, const char *folded, GArray *bearers)
{
  if (names->bearers) {
    const GArray *found = g_hash_table_lookup (names->bearers, folded);
    if (found)
      g_array_append_vals (bearers, found->data, found->len);
    return;
  }
  guint n;
  const ChnPackedName *packed = chn_packed_layer_find_name (&names->packed->packed->layer, names->sort, folded, &n);
  for (guint i = 0; i < n; i++) {
    ChnBearer bearer = unpack_bearer (names, &packed[i]);
    g_array_append_val (bearers, bearer);
  }
}

static void
visit_packed (const ChnNames *names, ChnNamesVisitor visitor, gpointer data)
{
  const ChnPackedLayer *layer = &names->packed->packed->layer;
  for (guint32 i = 0; i < layer->counts->n_names[names->sort]; i++) {
    const ChnPackedName *packed = &layer->names[names->sort][i];
    ChnBearer bearer = unpack_bearer (names, packed);
    visitor (layer->texts + packed->folded, &bearer, data);
  }
}

void
chn_names_visit (const ChnNames *names, ChnNamesVisitor visitor, gpointer data)
{
  if (!names->bearers) {
    visit_packed (names, visitor, data);
    return;
  }
  GHashTableIter iter;
  gpointer folded, bearers;
  g_hash_table_iter_init (&iter, names->bearers);
  while (g_hash_table_iter_next (&iter, &folded, &bearers))
    for (guint i = 0; i < ((GArray *) bearers)->len; i++)
      visitor (folded, &g_array_index ((GArray *) bearers, ChnBearer, i), data);
}
