/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names and words of two timelines as numbers. */
#include "curate/match/pools.h"

#include <string.h>

void
chn_trait_names_init (ChnTraitNames *names)
{
  names->names = chn_pool_new ();
  names->series_of = g_array_new (FALSE, TRUE, sizeof (guint32));
  names->n_events = g_new0 (guint32, CHN_N_TRAIT_WORDS);
}

void
chn_trait_names_clear (ChnTraitNames *names)
{
  chn_pool_free (names->names);
  g_array_unref (names->series_of);
  g_free (names->n_events);
}

guint32
chn_trait_name (ChnTraitNames *names, char kind, const char *text)
{
  char buffer[256];
  gsize length = text ? strlen (text) : 0;
  if (length == 0)
    return 0;
  length = MIN (length, sizeof buffer - 1);
  buffer[0] = kind;
  memcpy (buffer + 1, text, length);
  return chn_pool_intern (names->names, buffer, (gssize) length + 1);
}
