/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The nearest names of the database to one that it does not have. */
#include "zone/near-name.h"

#include <string.h>

#include "zone/list-names.h"

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

char *
chn_zone_dup_near_name (const char *wanted)
{
  g_auto (ChnSuggestion) whole = { 0 }, last = { 0 };
  if (has_digit (wanted))
    return NULL;
  g_autoptr (GPtrArray) names = chn_zone_list_names ();
  chn_suggestion_init (&whole, wanted, -1);
  chn_suggestion_init (&last, chn_zone_get_last_part (wanted), -1);
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    chn_suggestion_offer (&whole, name);
    chn_suggestion_offer_for (&last, chn_zone_get_last_part (name), name);
  }
  return g_strdup (last.distance <= whole.distance ? chn_suggestion_get (&last) : chn_suggestion_get (&whole));
}

static char *
make_hint (gconstpointer among, const char *wanted)
{
  (void) among;
  g_autofree char *near = chn_zone_dup_near_name (wanted);
  return near ? g_strdup_printf ("did you mean \"%s\"?", near)
              : g_strdup ("write a name of the IANA database, such as America/New_York");
}

ChnHint *
chn_zone_hint_new (const char *wanted)
{
  return chn_hint_new_deferred (make_hint, NULL, NULL, wanted, -1);
}
