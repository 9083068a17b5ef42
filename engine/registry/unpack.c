/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Registries from bytes: the layers are found and proved, and nothing else is done yet. */
#include <string.h>

#include "registry/lookup.h"
#include "registry/pack.h"

static ChnRegistry *
take_layer (GBytes *bytes, const char **at, const char *end, ChnRegistry *base)
{
  ChnPackedLayer layer;
  if (!chn_packed_layer_find (&layer, at, end))
    return NULL;
  ChnRegistry *registry = chn_registry_new (base);
  registry->packed = chn_packed_new (bytes, &layer);
  return registry;
}

ChnRegistry *
chn_registry_unpack (GBytes *bytes)
{
  gsize length = 0;
  const char *at = g_bytes_get_data (bytes, &length), *end = at + length;
  g_autoptr (ChnRegistry) registry = NULL;
  guint32 n = 0;
  if (length < sizeof n)
    return NULL;
  memcpy (&n, at, sizeof n);
  at += sizeof n;
  for (guint32 i = 0; i < n; i++) {
    ChnRegistry *layer = take_layer (bytes, &at, end, registry);
    chn_registry_unref (registry);
    registry = layer;
    if (!registry)
      return NULL;
  }
  return at == end ? g_steal_pointer (&registry) : NULL;
}
