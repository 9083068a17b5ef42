/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where events came from: what a merge has noted, or what they are themselves. */
#include "curate/origin.h"

#include <string.h>

char **
chn_origin_dup_all (const ChnTimeline *timeline, guint row, const ChnEvent *event, guint *n)
{
  guint n_extras = 0;
  const ChnExtra *extras = chn_event_get_extras (event, &n_extras);
  GPtrArray *origins = g_ptr_array_new ();
  for (guint i = 0; i < n_extras; i++)
    if (strcmp (extras[i].key, CHN_ORIGIN_KEY) == 0)
      g_ptr_array_add (origins, g_strdup (extras[i].value));
  const char *id = chn_timeline_get_header (timeline, chn_timeline_get_origin (timeline, row), CHN_HEADER_TIMELINE);
  if (origins->len == 0 && id)
    g_ptr_array_add (origins, g_strdup_printf ("%s/%s", id, chn_event_get_text (event, CHN_FIELD_ID)));
  *n = origins->len;
  g_ptr_array_add (origins, NULL);
  return (char **) g_ptr_array_free (origins, FALSE);
}

const char *
chn_origin_get_uid (const ChnEvent *event)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (extras[i].key, "UID") == 0)
      return extras[i].value;
  return NULL;
}
