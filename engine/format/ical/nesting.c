/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How components lie within each other (RFC 5545, 3.4 and 3.6), also where a BEGIN or END is missing or misspelt. */
#include "format/ical/nesting.h"

#include "base/ascii.h"
#include "base/guard.h"

/* What a calendar holds: none of these lies within another. */
static const char *const main_components[] = { "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE" };
/* What lies within these, or around them. */
static const char *const others[] = { "VALARM", "STANDARD", "DAYLIGHT", "VCALENDAR" };

void
chn_ical_level_init (ChnIcalLevel *level, const ChnScanLine *line)
{
  const ChnSlice name = chn_slice_trim (line->value);
  const gsize length = (gsize) chn_slice_show (&name);
  *level = (ChnIcalLevel){ .line = line->line };
  for (gsize i = 0; i < length; i++)
    level->name[i] = chn_ascii_to_upper (name.text[i]);
}

static gboolean
is_main (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (main_components); i++)
    if (strcmp (name, main_components[i]) == 0)
      return TRUE;
  return FALSE;
}

guint
chn_ical_nesting_find_unended (const ChnIcalNesting *nesting, const char *next)
{
  for (guint i = nesting->depth; is_main (next) && i > 0; i--)
    if (is_main (nesting->level[i - 1].name))
      return i;
  return 0;
}

guint
chn_ical_nesting_find (const ChnIcalNesting *nesting, const ChnSlice *name)
{
  for (guint i = nesting->depth; i > 0; i--)
    if (chn_slice_is_name (name, nesting->level[i - 1].name))
      return i;
  return 0;
}

static gboolean
is_one_of (const ChnSlice *name, const char *const *names, guint n)
{
  for (guint i = 0; i < n; i++)
    if (chn_slice_is_name (name, names[i]))
      return TRUE;
  return FALSE;
}

guint
chn_ical_nesting_find_closed (const ChnIcalNesting *nesting, const ChnSlice *name)
{
  guint level = chn_ical_nesting_find (nesting, name);
  if (level > 0)
    return level;
  gboolean is_known = is_one_of (name, main_components, G_N_ELEMENTS (main_components)) ||
                      is_one_of (name, others, G_N_ELEMENTS (others));
  return is_known ? 0 : nesting->depth;
}
