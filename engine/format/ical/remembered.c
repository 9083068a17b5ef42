/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Events that a calendar has no more, not even as tombstones, each with the number that it must exceed if it returns:
 *
 *   value = "b64u." base64url ( *( number " " key LF ) )
 */
#include <stdlib.h>
#include <string.h>

#include "base/base64.h"
#include "format/ical/old-event.h"

static const char prefix[] = "b64u.";

static void
read_row (ChnOldCalendar *old, const char *row)
{
  char *rest = NULL;
  gint64 number = g_ascii_strtoll (row, &rest, 10);
  if (rest == row || *rest != ' ' || rest[1] == '\0')
    return;
  g_hash_table_insert (old->remembered, g_strdup (rest + 1),
                       GINT_TO_POINTER ((int) CLAMP (number, 0, G_MAXINT32 - 1)));
}

/* What is no such list is none: nobody but a program writes it. */
void
chn_old_calendar_read_remembered (ChnOldCalendar *old, const char *text, gsize length)
{
  gsize offset, skip = strlen (prefix);
  g_autoptr (GString) list = g_string_new (NULL);
  if (length <= skip || strncmp (text, prefix, skip) != 0 ||
      !chn_base64_decode (text + skip, length - skip, list, &offset) || !g_utf8_validate (list->str, -1, NULL))
    return;
  g_auto (GStrv) rows = g_strsplit (list->str, "\n", -1);
  for (guint i = 0; rows[i]; i++)
    read_row (old, rows[i]);
}

/* A key of several lines would be several rows. */
static void
add_row (GPtrArray *rows, gint64 sequence, const char *key)
{
  if (strchr (key, '\n'))
    return;
  g_ptr_array_add (rows, g_strdup_printf ("%" G_GINT64_FORMAT " %s\n", sequence, key));
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return strcmp (strchr (*(const char *const *) a, ' '), strchr (*(const char *const *) b, ' '));
}

/* In the order of their keys, so that the same list is the same text; NULL where it is empty. */
char *
chn_old_calendar_dup_remembered (const ChnOldCalendar *old)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key, sequence;
  g_hash_table_iter_init (&iter, old->remembered);
  while (g_hash_table_iter_next (&iter, &key, &sequence))
    if (!g_hash_table_contains (old->returned, key) && !g_hash_table_contains (old->by_key, key))
      add_row (rows, GPOINTER_TO_INT (sequence), key);
  for (guint i = 0; i < old->events->len; i++)
    if (chn_old_calendar_get_event (old, i)->expires)
      add_row (rows, chn_old_calendar_get_event (old, i)->sequence, chn_old_calendar_get_event (old, i)->key);
  g_ptr_array_sort (rows, compare_rows);
  g_autoptr (GString) list = g_string_new (NULL), encoded = g_string_new (NULL);
  for (guint i = 0; i < rows->len; i++)
    g_string_append (list, rows->pdata[i]);
  chn_base64_encode (list->str, list->len, encoded);
  return rows->len > 0 ? g_strconcat (prefix, encoded->str, NULL) : NULL;
}
