/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Finds its way about a packed layer, once nothing in it leads out of it. */
#include "registry/layout.h"

#include <string.h>

#include <chancery/registry.h>

#include "base/checksum.h"
#include "base/utf8.h"
#include "registry/name-sort.h"

G_STATIC_ASSERT ((int) CHN_N_PACKED_CODES == (int) CHN_N_CODES);
G_STATIC_ASSERT ((int) CHN_N_NAME_SORTS <= 1 << (32 - CHN_PACKED_NUMBER_BITS));

/* Steps behind n elements; NULL where there are not so many. */
static gconstpointer
take (const char **at, const char *end, guint64 n, gsize size)
{
  const char *found = *at;
  if (!found || n > (gsize) (end - found) / size) {
    *at = NULL;
    return NULL;
  }
  *at = found + n * size;
  return found;
}

static gboolean
lay_out (ChnPackedLayer *layer, const char **at, const char *end)
{
  layer->counts = take (at, end, 1, sizeof *layer->counts);
  if (!layer->counts)
    return FALSE;
  const ChnPackedCounts *counts = layer->counts;
  layer->actors = take (at, end, (guint64) counts->n_things[CHN_PACKED_ACTORS] + 1, sizeof *layer->actors);
  layer->forums = take (at, end, (guint64) counts->n_things[CHN_PACKED_FORUMS] + 1, sizeof *layer->forums);
  layer->usages = take (at, end, counts->n_usages, sizeof *layer->usages);
  layer->aliases = take (at, end, counts->n_aliases, sizeof *layer->aliases);
  layer->members = take (at, end, counts->n_members, sizeof *layer->members);
  for (guint i = 0; i < CHN_N_PACKED_SORTS; i++)
    layer->names[i] = take (at, end, counts->n_names[i], sizeof **layer->names);
  layer->texts = take (at, end, counts->n_bytes, 1);
  return *at && counts->n_bytes > 0 && counts->n_bytes % sizeof (guint32) == 0;
}

static gboolean
are_texts (const ChnPackedLayer *layer, const guint32 *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    if (numbers[i] >= layer->counts->n_bytes)
      return FALSE;
  return TRUE;
}

/* Aliases of a thing end where those of the next begin, and only the last of a sort has no next. */
static gboolean
is_named_sound (const ChnPackedLayer *layer, ChnPackedSort sort, guint32 number)
{
  const ChnPackedNamed *named = chn_packed_layer_get_named (layer, sort, number);
  if (number == layer->counts->n_things[sort])
    return named->first_alias <= layer->counts->n_aliases;
  return are_texts (layer, &named->id, 3) && named->id != 0 && named->name != 0 &&
         named->first_alias <= chn_packed_layer_get_named (layer, sort, number + 1)->first_alias;
}

static gboolean
are_actors_sound (const ChnPackedLayer *layer)
{
  guint32 n = layer->counts->n_things[CHN_PACKED_ACTORS];
  for (guint32 i = 0; i < n; i++) {
    const ChnPackedActor *actor = &layer->actors[i];
    if (!is_named_sound (layer, CHN_PACKED_ACTORS, i) || actor->kind > CHN_ACTOR_GROUP ||
        !are_texts (layer, actor->codes, CHN_N_PACKED_CODES) || !are_texts (layer, &actor->covers, 2) ||
        actor->first_member > actor[1].first_member)
      return FALSE;
  }
  return is_named_sound (layer, CHN_PACKED_ACTORS, n) && layer->actors[n].first_member <= layer->counts->n_members;
}

static gboolean
are_forums_sound (const ChnPackedLayer *layer)
{
  for (guint32 i = 0; i <= layer->counts->n_things[CHN_PACKED_FORUMS]; i++)
    if (!is_named_sound (layer, CHN_PACKED_FORUMS, i))
      return FALSE;
  return TRUE;
}

static gboolean
are_terms_sound (const ChnPackedLayer *layer)
{
  for (guint32 i = 0; i < layer->counts->n_usages; i++)
    if (!are_texts (layer, &layer->usages[i].during, 3))
      return FALSE;
  for (guint32 i = 0; i < layer->counts->n_aliases; i++)
    if (!are_texts (layer, &layer->aliases[i].name, 1) || layer->aliases[i].name == 0 ||
        layer->aliases[i].usage >= layer->counts->n_usages)
      return FALSE;
  for (guint32 i = 0; i < layer->counts->n_members; i++)
    if (!are_texts (layer, &layer->members[i].actor, 3) || layer->members[i].actor == 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_alias_of (const ChnPackedLayer *layer, ChnPackedSort sort, guint32 alias)
{
  guint32 n = layer->counts->n_things[sort];
  return n > 0 && alias >= chn_packed_layer_get_named (layer, sort, 0)->first_alias &&
         alias < chn_packed_layer_get_named (layer, sort, n)->first_alias;
}

static gboolean
is_name_sound (const ChnPackedLayer *layer, ChnPackedSort sort, const ChnPackedName *name)
{
  guint32 what = chn_packed_name_get_sort (name), number = chn_packed_name_get_number (name);
  if (what >= CHN_N_NAME_SORTS || (sort == CHN_PACKED_FORUMS && chn_name_sort_is_code (what)))
    return FALSE;
  if (what == CHN_NAME_SORT_ALIAS)
    return is_alias_of (layer, sort, number);
  return number < layer->counts->n_things[sort] && chn_packed_layer_get_name (layer, sort, name);
}

static gboolean
are_names_sound (const ChnPackedLayer *layer)
{
  for (guint sort = 0; sort < CHN_N_PACKED_SORTS; sort++)
    for (guint32 i = 0; i < layer->counts->n_names[sort]; i++)
      if (!is_name_sound (layer, (ChnPackedSort) sort, &layer->names[sort][i]))
        return FALSE;
  return TRUE;
}

gboolean
chn_packed_layer_find (ChnPackedLayer *layer, const char **at, const char *end)
{
  return lay_out (layer, at, end) && layer->texts[layer->counts->n_bytes - 1] == '\0' &&
         chn_utf8_is_whole (layer->texts, layer->counts->n_bytes, 0) && are_actors_sound (layer) &&
         are_forums_sound (layer) && are_terms_sound (layer) && are_names_sound (layer);
}

gint64
chn_packed_layer_find_id (const ChnPackedLayer *layer, ChnPackedSort sort, const char *id)
{
  guint32 low = 0, high = layer->counts->n_things[sort];
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    int order = strcmp (layer->texts + chn_packed_layer_get_named (layer, sort, middle)->id, id);
    if (order == 0)
      return middle;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return -1;
}

guint32
chn_packed_hash (const char *folded)
{
  return (guint32) chn_checksum (folded, strlen (folded));
}

const ChnPackedName *
chn_packed_layer_find_name (const ChnPackedLayer *layer, ChnPackedSort sort, guint32 hash, guint *n)
{
  const ChnPackedName *names = layer->names[sort];
  guint32 low = 0, high = layer->counts->n_names[sort], end = high;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    if (names[middle].hash < hash)
      low = middle + 1;
    else
      high = middle;
  }
  for (*n = 0; low + *n < end && names[low + *n].hash == hash;)
    ++*n;
  return names + low;
}

/* The last thing whose aliases begin at this one or before. */
static guint32
find_owner (const ChnPackedLayer *layer, ChnPackedSort sort, guint32 alias)
{
  guint32 low = 0, high = layer->counts->n_things[sort];
  while (low + 1 < high) {
    guint32 middle = low + (high - low) / 2;
    if (chn_packed_layer_get_named (layer, sort, middle)->first_alias <= alias)
      low = middle;
    else
      high = middle;
  }
  return low;
}

guint32
chn_packed_layer_find_bearer (const ChnPackedLayer *layer, ChnPackedSort sort, const ChnPackedName *name)
{
  guint32 number = chn_packed_name_get_number (name);
  return chn_packed_name_get_sort (name) == CHN_NAME_SORT_ALIAS ? find_owner (layer, sort, number) : number;
}

const char *
chn_packed_layer_get_name (const ChnPackedLayer *layer, ChnPackedSort sort, const ChnPackedName *name)
{
  guint32 what = chn_packed_name_get_sort (name), number = chn_packed_name_get_number (name);
  if (what == CHN_NAME_SORT_ALIAS)
    return chn_packed_layer_get_text (layer, layer->aliases[number].name);
  const ChnPackedNamed *named = chn_packed_layer_get_named (layer, sort, number);
  if (chn_name_sort_is_code (what))
    return chn_packed_layer_get_text (layer, layer->actors[number].codes[what - CHN_NAME_SORT_CODE]);
  return chn_packed_layer_get_text (layer, what == CHN_NAME_SORT_ID     ? named->id
                                           : what == CHN_NAME_SORT_NAME ? named->name
                                                                        : named->short_name);
}
