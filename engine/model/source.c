/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The field table of a source: the keys under which formats write a publication's particulars. */
#include <chancery/source.h>

#include <string.h>

static const char *const names[CHN_N_SOURCE_FIELDS] = {
  [CHN_SOURCE_KEY] = "key",           [CHN_SOURCE_TITLE] = "title",
  [CHN_SOURCE_AUTHOR] = "author",     [CHN_SOURCE_PUBLISHER] = "publisher",
  [CHN_SOURCE_DATE] = "date",         [CHN_SOURCE_URL] = "url",
  [CHN_SOURCE_SYMBOL] = "symbol",     [CHN_SOURCE_LANGUAGE] = "language",
  [CHN_SOURCE_ACCESSED] = "accessed", [CHN_SOURCE_ARCHIVE] = "archive",
  [CHN_SOURCE_NOTE] = "note",
};

const char *
chn_source_field_get_name (ChnSourceField field)
{
  g_return_val_if_fail (field < CHN_N_SOURCE_FIELDS, NULL);
  return names[field];
}

int
chn_source_field_find (const char *name, gssize length)
{
  gsize bytes = length < 0 ? strlen (name) : (gsize) length;
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++)
    if (strlen (names[i]) == bytes && memcmp (names[i], name, bytes) == 0)
      return (int) i;
  return -1;
}
