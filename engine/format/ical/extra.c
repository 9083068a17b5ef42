/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Writes again what other people's calendars brought. Extras can come from any file, so each is checked to
 * be one property, or one component with all its ends, before it is let through.
 */
#include "format/ical/extra.h"

#include <string.h>

#include "format/ical/extra-check.h"
#include "timeline/columns.h"

static ChnIcalName
get_name (const ChnExtra *extra)
{
  return chn_ical_name_find (extra->key, strcspn (extra->key, ";"));
}

static gboolean
is_part (const ChnExtra *extra)
{
  return g_str_has_prefix (extra->key, "BEGIN:");
}

/* Names of our own making are no properties: those are in upper case throughout. */
static gboolean
is_property (const ChnExtra *extra)
{
  gsize length = strspn (extra->key, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
  ChnIcalName name = get_name (extra);
  if (!g_ascii_isalpha (extra->key[0]) || (extra->key[length] != '\0' && extra->key[length] != ';'))
    return FALSE;
  if (name == CHN_ICAL_BEGIN || name == CHN_ICAL_END || name == CHN_ICAL_PAYLOAD)
    return FALSE;
  return chn_ical_is_one_line (extra->key, extra->value);
}

/* Only what has a UID of its own came from a calendar; the extras of other events are of other formats. */
void
chn_ical_extras_init (ChnIcalExtras *extras, const ChnTimeline *timeline, guint row, ChnCategories *categories,
                      const ChnEvent *event)
{
  guint n = 0;
  const ChnExtra *all = chn_event_get_extras (event, &n);
  guint64 found = 0;
  for (guint i = 0; i < n; i++)
    if (!is_part (&all[i]) && is_property (&all[i]))
      found |= CHN_ICAL_BIT (get_name (&all[i]));
  *extras = (ChnIcalExtras){ .event = event, .foreign = (found & CHN_ICAL_BIT (CHN_ICAL_UID)) != 0 };
  if (extras->foreign)
    extras->stands = chn_ical_extras_check (timeline, row, categories, event, found);
}

void
chn_ical_extras_put_properties (const ChnIcalExtras *extras, guint64 names, ChnContentLine *line)
{
  guint n = 0;
  const ChnExtra *all = chn_event_get_extras (extras->event, &n);
  for (guint i = 0; i < n && extras->foreign; i++) {
    ChnIcalName name = get_name (&all[i]);
    gboolean dropped = !chn_ical_extras_stand (extras, name);
    if (names & CHN_ICAL_BIT (name) && !is_part (&all[i]) && !dropped && is_property (&all[i]))
      chn_line_put_property (line, all[i].key, all[i].value);
  }
}

static void
put_part (ChnContentLine *line, const ChnExtra *extra)
{
  const char *name = extra->key + strlen ("BEGIN:");
  chn_line_put_property (line, "BEGIN", name);
  for (const char *at = extra->value; *at;) {
    gsize length = strcspn (at, "\n");
    line->used = 0;
    chn_line_put_raw (line, at, length);
    chn_line_end (line);
    at += length + (at[length] == '\n');
  }
  chn_line_put_property (line, "END", name);
}

void
chn_ical_extras_put_parts (const ChnIcalExtras *extras, ChnContentLine *line)
{
  guint n = 0;
  const ChnExtra *all = chn_event_get_extras (extras->event, &n);
  for (guint i = 0; i < n && extras->foreign; i++)
    if (is_part (&all[i]) && chn_ical_is_one_part (all[i].key, all[i].value))
      put_part (line, &all[i]);
}

const char *
chn_ical_find_own_uid (const ChnTimeline *timeline, guint row)
{
  const ChnColumns *columns = chn_timeline_get_columns (timeline);
  guint n = 0;
  const ChnExtraCell *cells = chn_columns_get_extras (columns, row, &n);
  for (guint i = 0; i < n; i++) {
    const char *key = chn_pool_get (columns->texts, cells[i].key);
    const char *value = chn_pool_get (columns->texts, cells[i].value);
    if (g_strcmp0 (key, "UID") == 0 && value && chn_ical_is_one_line (key, value))
      return value;
  }
  return NULL;
}

void
chn_ical_put_header_properties (const ChnTimeline *timeline, guint origin, ChnContentLine *line)
{
  guint n = 0;
  const ChnExtra *all = chn_timeline_get_header_extras (timeline, origin, &n);
  for (guint i = 0; i < n; i++)
    if (!is_part (&all[i]) && is_property (&all[i]))
      chn_line_put_property (line, all[i].key, all[i].value);
}

void
chn_ical_put_header_parts (const ChnTimeline *timeline, guint origin, ChnContentLine *line)
{
  guint n = 0;
  const ChnExtra *all = chn_timeline_get_header_extras (timeline, origin, &n);
  for (guint i = 0; i < n; i++)
    if (is_part (&all[i]) && chn_ical_is_one_part (all[i].key, all[i].value))
      put_part (line, &all[i]);
}

gboolean
chn_ical_brought_zone (const ChnTimeline *timeline, const char *tzid)
{
  g_autofree char *wanted = g_strconcat ("TZID:", tzid, NULL);
  for (guint origin = 0; origin < chn_timeline_get_n_origins (timeline); origin++) {
    guint n = 0;
    const ChnExtra *all = chn_timeline_get_header_extras (timeline, origin, &n);
    for (guint i = 0; i < n; i++) {
      const char *found = strcmp (all[i].key, "BEGIN:VTIMEZONE") == 0 ? strstr (all[i].value, wanted) : NULL;
      if (found && (found[strlen (wanted)] == '\n' || !found[strlen (wanted)]))
        return TRUE;
    }
  }
  return FALSE;
}
