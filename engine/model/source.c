/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The field table of a source: the keys under which formats write a publication's particulars. */
#include <chancery/source.h>

#include <string.h>

#include "base/slice.h"

static const char *const names[CHN_N_SOURCE_FIELDS] = {
  [CHN_SOURCE_KEY] = "key",
  [CHN_SOURCE_TITLE] = "title",
  [CHN_SOURCE_AUTHOR] = "author",
  [CHN_SOURCE_PUBLISHER] = "publisher",
  [CHN_SOURCE_DATE] = "date",
  [CHN_SOURCE_URL] = "url",
  [CHN_SOURCE_SYMBOL] = "symbol",
  [CHN_SOURCE_LANGUAGE] = "language",
  [CHN_SOURCE_ACCESSED] = "accessed",
  [CHN_SOURCE_ARCHIVE] = "archive",
  [CHN_SOURCE_NOTE] = "note",
  [CHN_SOURCE_CORRECTS] = "corrects",
  [CHN_SOURCE_WITHDRAWS] = "withdraws",
  [CHN_SOURCE_REASON] = "reason",
  [CHN_SOURCE_VISIBILITY] = "visibility",
  [CHN_SOURCE_NOTE_VISIBILITY] = "note-visibility",
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
  const ChnSlice slice = { name, length < 0 ? strlen (name) : (gsize) length };
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++)
    if (chn_slice_is (&slice, names[i]))
      return (int) i;
  return -1;
}

const char *
chn_source_next_key (const char *keys, gsize *length)
{
  if (!keys)
    return NULL;
  keys += strspn (keys, "; ");
  *length = strcspn (keys, ";");
  while (*length > 0 && keys[*length - 1] == ' ')
    (*length)--;
  return *length > 0 ? keys : NULL;
}

gboolean
chn_source_names (const ChnSource *source, ChnSourceField field, const char *key)
{
  gsize length = 0;
  for (const char *at = chn_source_next_key (source->text[field], &length); at;
       at = chn_source_next_key (at + length, &length))
    if (chn_slice_is (&(ChnSlice){ at, length }, key))
      return TRUE;
  return FALSE;
}
