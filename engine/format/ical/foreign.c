/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Writes again what other people's calendars brought. Extras can come from any file, so each is checked to
 * be one property, or one component with all its ends, before it is let through.
 */
#include "format/ical/foreign.h"

#include <string.h>

#include "format/ical/one-line.h"
#include "format/ical/value.h"
#include "timeline/columns.h"

/* So that readers which take sixteen levels take it within an event, or ours do. */
enum { DEEPEST = 13 };

/* The bytes in front that names in upper case have. */
static gsize
measure_name (const char *text)
{
  gsize length = 0;
  while (g_ascii_isupper (text[length]) || g_ascii_isdigit (text[length]) || text[length] == '-' ||
         text[length] == '_')
    length++;
  return length;
}

static gboolean
is_part (const ChnExtra *extra)
{
  return g_str_has_prefix (extra->key, "BEGIN:");
}

/* Whether the lines make exactly one component. */
static gboolean
is_whole_part (const ChnExtra *extra)
{
  const char *name = extra->key + strlen ("BEGIN:");
  int depth = 0;
  if (!*name || measure_name (name) != strlen (name) || strchr (extra->value, '\r'))
    return FALSE;
  for (const char *at = extra->value; *at;) {
    gsize length = strcspn (at, "\n");
    ChnIcalName property;
    if (!chn_ical_find_line_name (at, length, &property))
      return FALSE;
    depth += property == CHN_ICAL_BEGIN ? 1 : property == CHN_ICAL_END ? -1 : 0;
    if (depth < 0 || depth > DEEPEST)
      return FALSE;
    at += length + (at[length] == '\n');
  }
  return depth == 0;
}

ChnIcalName
chn_ical_foreign_name (const ChnExtra *extra)
{
  return chn_ical_name_find (extra->key, (gsize) (strchrnul (extra->key, ';') - extra->key));
}

/* Names of our own making are no properties: those are in upper case throughout. */
static gboolean
is_property (const ChnExtra *extra)
{
  gsize length = measure_name (extra->key);
  ChnIcalName name = chn_ical_foreign_name (extra);
  if (!g_ascii_isalpha (extra->key[0]) || (extra->key[length] != '\0' && extra->key[length] != ';'))
    return FALSE;
  const ChnSlice text = { extra->key, length };
  if (name == CHN_ICAL_BEGIN || name == CHN_ICAL_END || name == CHN_ICAL_PAYLOAD || name == CHN_ICAL_GONE ||
      chn_slice_is (&text, CHN_ICAL_CARRIED))
    return FALSE;
  const ChnSlice value = chn_slice_trim ((ChnSlice){ extra->value, strlen (extra->value) });
  return chn_ical_is_one_line (extra->key, extra->value) && (name != CHN_ICAL_UID || value.length > 0);
}

gboolean
chn_ical_foreign_is_uid (const ChnExtra *extra)
{
  return chn_ical_foreign_name (extra) == CHN_ICAL_UID && is_property (extra);
}

void
chn_ical_foreign_init (ChnIcalForeign *foreign, const ChnEvent *event)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  *foreign = (ChnIcalForeign){ .event = event };
  for (guint i = 0; i < n; i++)
    if (is_property (&extras[i]))
      foreign->found |= CHN_ICAL_BIT (chn_ical_foreign_name (&extras[i]));
  foreign->is_foreign = (foreign->found & CHN_ICAL_BIT (CHN_ICAL_UID)) != 0;
}

static void
put_properties (const ChnExtra *extras, guint n, guint64 names, ChnContentLine *line)
{
  for (guint i = 0; i < n && names; i++)
    if (names & CHN_ICAL_BIT (chn_ical_foreign_name (&extras[i])) && is_property (&extras[i]))
      chn_line_put_property (line, extras[i].key, extras[i].value);
}

void
chn_ical_foreign_put_properties (const ChnIcalForeign *foreign, guint64 names, ChnContentLine *line)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (foreign->event, &n);
  put_properties (extras, n, foreign->stands & names, line);
}

static void
put_part (ChnContentLine *line, const ChnExtra *extra)
{
  const char *name = extra->key + strlen ("BEGIN:");
  chn_line_put_property (line, "BEGIN", name);
  for (const char *at = extra->value; *at;) {
    gsize length = strcspn (at, "\n");
    chn_line_put_content (line, at, length);
    at += length + (at[length] == '\n');
  }
  chn_line_put_property (line, "END", name);
}

static void
put_parts (const ChnExtra *extras, guint n, ChnContentLine *line)
{
  for (guint i = 0; i < n; i++)
    if (is_part (&extras[i]) && is_whole_part (&extras[i]))
      put_part (line, &extras[i]);
}

void
chn_ical_foreign_put_parts (const ChnIcalForeign *foreign, ChnContentLine *line)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (foreign->event, &n);
  if (foreign->is_foreign)
    put_parts (extras, n, line);
}

ChnSlice
chn_ical_foreign_find (const ChnEvent *event, ChnIcalName name)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  for (guint i = 0; i < n; i++)
    if (chn_ical_foreign_name (&extras[i]) == name)
      return (ChnSlice){ extras[i].value, strlen (extras[i].value) };
  return (ChnSlice){ "", 0 };
}

const char *
chn_ical_foreign_find_uid (const ChnTimeline *timeline, guint row)
{
  const ChnColumns *columns = chn_timeline_get_columns (timeline);
  guint n = 0;
  const ChnExtraCell *cells = chn_columns_get_extras (columns, row, &n);
  for (guint i = 0; i < n; i++) {
    const char *value = chn_pool_get (columns->texts, cells[i].value);
    const ChnExtra extra = { chn_pool_get (columns->texts, cells[i].key), value };
    if (value && chn_ical_foreign_is_uid (&extra))
      return value;
  }
  return NULL;
}

void
chn_ical_foreign_put_header (const ChnTimeline *timeline, guint origin, ChnContentLine *line)
{
  guint n = 0;
  const ChnExtra *extras = chn_timeline_get_header_extras (timeline, origin, &n);
  put_properties (extras, n, G_MAXUINT64, line);
}

void
chn_ical_foreign_put_header_parts (const ChnTimeline *timeline, guint origin, ChnContentLine *line)
{
  guint n = 0;
  const ChnExtra *extras = chn_timeline_get_header_extras (timeline, origin, &n);
  put_parts (extras, n, line);
}

/* Whether the lines of a component have the TZID, blanks around either being none of it. */
static gboolean
has_tzid (const char *lines, const char *tzid)
{
  const ChnSlice wanted = chn_slice_trim ((ChnSlice){ tzid, strlen (tzid) });
  for (const char *at = lines; *at;) {
    const ChnSlice line = { at, strcspn (at, "\n") };
    ChnSlice rest = line, head = chn_slice_split (&rest, ':'), tail = head, name = chn_slice_split (&tail, ';');
    const ChnSlice value = chn_slice_trim (rest);
    g_autofree char *text = chn_slice_is_name (&name, "TZID") ? chn_ical_dup_text (&value) : NULL;
    const ChnSlice found = { text, text ? strlen (text) : 0 };
    if (text && chn_slice_equal (&found, &wanted))
      return TRUE;
    at += line.length + (at[line.length] == '\n');
  }
  return FALSE;
}

gboolean
chn_ical_foreign_has_zone (const ChnTimeline *timeline, const char *tzid)
{
  for (guint origin = 0; origin < chn_timeline_get_n_origins (timeline); origin++) {
    guint n = 0;
    const ChnExtra *extras = chn_timeline_get_header_extras (timeline, origin, &n);
    for (guint i = 0; i < n; i++)
      if (strcmp (extras[i].key, "BEGIN:VTIMEZONE") == 0 && has_tzid (extras[i].value, tzid))
        return TRUE;
  }
  return FALSE;
}
