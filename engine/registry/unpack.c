/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Registries from bytes: the layers are found and proved, and nothing else is done yet. */
#include <string.h>

#include "model/terms-text.h"
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

/* The terms are the upper layer's: they comprise those of the others. */
static gboolean
take_terms (ChnRegistry *registry, const char *at, const char *end)
{
  guint32 length = 0;
  if ((gsize) (end - at) < sizeof length)
    return FALSE;
  memcpy (&length, at, sizeof length);
  at += sizeof length;
  guint64 padded = ((guint64) length + sizeof length - 1) / sizeof length * sizeof length;
  if (padded != (guint64) (end - at))
    return FALSE;
  if (length > 0)
    registry->vocabulary = chn_vocabulary_new_from_text (at, length);
  return length == 0 || registry->vocabulary;
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
  return registry && take_terms (registry, at, end) ? g_steal_pointer (&registry) : NULL;
}
