/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The index of folded names: a table of those that were added, or the sorted hashes of a packed layer. */
#include "registry/names.h"

#include <string.h>

#include "base/fold.h"
#include "registry/lookup.h"

struct _ChnNames {
  GHashTable *bearers;       /* folded name -> GArray of ChnBearer; or NULL, and then: */
  const ChnRegistry *packed; /* whose names these are */
  ChnPackedSort sort;
};

gboolean
chn_name_is_code (const ChnNamed *actor, ChnNameSort sort)
{
  gboolean is_state = actor && ((const ChnActor *) (gconstpointer) actor)->kind == CHN_ACTOR_STATE;
  return chn_name_sort_is_code (sort) || (sort == CHN_NAME_SORT_ID && is_state);
}

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

/* Whether the thing has the name already, for as long; what is a name beside being a code is both. */
static gboolean
has_bearer (const GArray *bearers, const ChnBearer *wanted)
{
  for (guint i = 0; i < bearers->len; i++) {
    const ChnBearer *bearer = &g_array_index (bearers, ChnBearer, i);
    if (bearer->thing == wanted->thing && bearer->during == wanted->during && bearer->is_code == wanted->is_code)
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
  guint32 thing = chn_packed_layer_find_bearer (layer, names->sort, packed);
  const ChnNamed *named = chn_registry_get_packed (names->packed, names->sort, thing);
  ChnBearer bearer = { .thing = named, .sort = (ChnNameSort) chn_packed_name_get_sort (packed) };
  if (bearer.sort == CHN_NAME_SORT_ALIAS) {
    bearer.alias =
        chn_packed_name_get_number (packed) - chn_packed_layer_get_named (layer, names->sort, thing)->first_alias;
    bearer.during = g_array_index (named->aliases, ChnAlias, bearer.alias).during;
  }
  bearer.is_code = chn_name_is_code (names->sort == CHN_PACKED_ACTORS ? named : NULL, bearer.sort);
  return bearer;
}

static void
find_packed (const ChnNames *names, const char *folded, GArray *bearers)
{
  const ChnPackedLayer *layer = &names->packed->packed->layer;
  guint n;
  const ChnPackedName *packed = chn_packed_layer_find_name (layer, names->sort, chn_packed_hash (folded), &n);
  for (guint i = 0; i < n; i++) {
    g_autofree char *found = chn_fold_name (chn_packed_layer_get_name (layer, names->sort, &packed[i]), -1);
    if (strcmp (found, folded) != 0)
      continue;
    ChnBearer bearer = unpack_bearer (names, &packed[i]);
    g_array_append_val (bearers, bearer);
  }
}

void
chn_names_find (const ChnNames *names, const char *folded, GArray *bearers)
{
  if (!names->bearers) {
    find_packed (names, folded, bearers);
    return;
  }
  const GArray *found = g_hash_table_lookup (names->bearers, folded);
  if (found)
    g_array_append_vals (bearers, found->data, found->len);
}

/* Whoever bears a name that nobody wants is not made. */
static void
visit_packed (const ChnNames *names, const ChnNamesVisitor *visitor, gpointer data)
{
  const ChnPackedLayer *layer = &names->packed->packed->layer;
  for (guint32 i = 0; i < layer->counts->n_names[names->sort]; i++) {
    const ChnPackedName *packed = &layer->names[names->sort][i];
    guint32 sort = chn_packed_name_get_sort (packed);
    const char *name = chn_packed_layer_get_name (layer, names->sort, packed);
    if (visitor->passes && visitor->passes (name, data))
      continue;
    g_autofree char *folded = chn_fold_name (name, -1);
    gboolean may_be_code = chn_name_sort_is_code (sort) || sort == CHN_NAME_SORT_ID;
    if (!may_be_code && !visitor->wants (folded, FALSE, data))
      continue;
    ChnBearer bearer = unpack_bearer (names, packed);
    if (!may_be_code || visitor->wants (folded, bearer.is_code, data))
      visitor->take (folded, &bearer, data);
  }
}

void
chn_names_visit (const ChnNames *names, const ChnNamesVisitor *visitor, gpointer data)
{
  if (!names->bearers) {
    visit_packed (names, visitor, data);
    return;
  }
  GHashTableIter iter;
  gpointer folded, bearers;
  g_hash_table_iter_init (&iter, names->bearers);
  while (g_hash_table_iter_next (&iter, &folded, &bearers))
    for (guint i = 0; i < ((GArray *) bearers)->len; i++) {
      const ChnBearer *bearer = &g_array_index ((GArray *) bearers, ChnBearer, i);
      if (visitor->wants (folded, bearer->is_code, data))
        visitor->take (folded, bearer, data);
    }
}
