/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Marks events with a digest of what an import made of them. */
#include "curate/import/mark.h"

#include <string.h>

#include "base/hash.h"
#include "format/yaml/write.h"

static gboolean
is_always_written (const char *id, gpointer unused)
{
  (void) id, (void) unused;
  return TRUE;
}

/* The lines of an event but for the first, which has its id, and the mark, which is among the last. */
static void
append_lines (GString *out, const ChnEvent *event)
{
  static const char mark[] = "      - " CHN_IMPORT_MARK ": ", head[] = "    extra:\n";
  chn_yaml_append_event (out, event, NULL, is_always_written, NULL);
  char *at = strstr (out->str, mark);
  if (!at)
    return;
  char *end = strchr (at, '\n');
  g_string_erase (out, at - out->str, end ? end + 1 - at : -1);
  if (g_str_has_suffix (out->str, head))
    g_string_truncate (out, out->len - strlen (head));
}

void
chn_mark_make (const ChnEvent *event, char mark[CHN_MARK_SIZE])
{
  g_autoptr (GString) out = g_string_new (NULL);
  append_lines (out, event);
  const char *lines = strchr (out->str, '\n');
  lines = lines ? lines : out->str;
  g_snprintf (mark, CHN_MARK_SIZE, "x%016" G_GINT64_MODIFIER "x",
              chn_hash_fnv (CHN_FNV_START, lines, strlen (lines)));
}

const char *
chn_mark_get (const ChnEvent *event)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (extras[i].key, CHN_IMPORT_MARK) == 0)
      return extras[i].value;
  return NULL;
}
