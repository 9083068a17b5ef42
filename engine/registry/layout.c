/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Finds its way about a packed layer, once nothing in it leads out of it. */
#include "registry/layout.h"

#include <string.h>

#include <chancery/registry.h>

#include "base/utf8.h"

G_STATIC_ASSERT ((int) CHN_N_PACKED_CODES == (int) CHN_N_CODES);

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
        !are_texts (layer, actor->codes, CHN_N_PACKED_CODES) || !are_texts (layer, &actor->covers, 1) ||
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
  for (guint32 i = 0; i < layer->counts->n_aliases; i++)
    if (!are_texts (layer, &layer->aliases[i].name, 3) || layer->aliases[i].name == 0)
      return FALSE;
  for (guint32 i = 0; i < layer->counts->n_members; i++)
    if (!are_texts (layer, &layer->members[i].actor, 3) || layer->members[i].actor == 0)
      return FALSE;
  return TRUE;
}

/* An alias that a name is belongs to the thing that bears it. */
static gboolean
is_name_sound (const ChnPackedLayer *layer, ChnPackedSort sort, const ChnPackedName *name)
{
  if (!are_texts (layer, &name->folded, 1) || name->folded == 0 || name->thing >= layer->counts->n_things[sort])
    return FALSE;
  guint32 first = chn_packed_layer_get_named (layer, sort, name->thing)->first_alias;
  guint32 end = chn_packed_layer_get_named (layer, sort, name->thing + 1)->first_alias;
  return name->alias == 0 || (name->alias > first && name->alias <= end);
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

const ChnPackedName *
chn_packed_layer_find_name (const ChnPackedLayer *layer, ChnPackedSort sort, const char *folded, guint *n)
{
  const ChnPackedName *names = layer->names[sort];
  guint32 low = 0, high = layer->counts->n_names[sort], end = high;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    if (strcmp (layer->texts + names[middle].folded, folded) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  for (*n = 0; low + *n < end && strcmp (layer->texts + names[low + *n].folded, folded) == 0;)
    ++*n;
  return names + low;
}
