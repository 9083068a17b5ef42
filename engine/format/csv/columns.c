/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The column table of comma-separated values: one heading a column, and the field that it shows. */
#include "format/csv/columns.h"

#include <string.h>

typedef struct {
  const char *name;
  int field;
} Column;

static const Column columns[CHN_N_COLUMNS] = {
  [CHN_COLUMN_ID] = { "id", CHN_FIELD_ID },
  [CHN_COLUMN_TITLE] = { "title", CHN_FIELD_TITLE },
  [CHN_COLUMN_SUMMARY] = { "summary", CHN_FIELD_SUMMARY },
  [CHN_COLUMN_DATE] = { "date", CHN_FIELD_DATE },
  [CHN_COLUMN_EARLIEST] = { "earliest", CHN_FIELD_DATE },
  [CHN_COLUMN_LATEST] = { "latest", CHN_FIELD_DATE },
  [CHN_COLUMN_PRECISION] = { "precision", CHN_FIELD_DATE },
  [CHN_COLUMN_KIND] = { "kind", CHN_FIELD_KIND },
  [CHN_COLUMN_FORUMS] = { "forums", CHN_FIELD_FORUMS },
  [CHN_COLUMN_ACTORS] = { "actors", CHN_FIELD_ACTORS },
  [CHN_COLUMN_SYMBOLS] = { "symbols", CHN_FIELD_SYMBOLS },
  [CHN_COLUMN_YES] = { "yes", CHN_FIELD_VOTE },
  [CHN_COLUMN_NO] = { "no", CHN_FIELD_VOTE },
  [CHN_COLUMN_ABSTAIN] = { "abstain", CHN_FIELD_VOTE },
  [CHN_COLUMN_METHOD] = { "method", CHN_FIELD_VOTE },
  [CHN_COLUMN_RESULT] = { "result", CHN_FIELD_VOTE },
  [CHN_COLUMN_PLACE] = { "place", CHN_FIELD_PLACE },
  [CHN_COLUMN_STATUS] = { "status", CHN_FIELD_STATUS },
  [CHN_COLUMN_IMPORTANCE] = { "importance", CHN_FIELD_IMPORTANCE },
  [CHN_COLUMN_TAGS] = { "tags", CHN_FIELD_TAGS },
  [CHN_COLUMN_SERIES] = { "series", CHN_FIELD_SERIES },
  [CHN_COLUMN_RELATIONS] = { "relations", CHN_FIELD_RELATIONS },
  [CHN_COLUMN_SOURCES] = { "sources", CHN_FIELD_SOURCES },
  [CHN_COLUMN_CONFIDENCE] = { "confidence", CHN_FIELD_CONFIDENCE },
  [CHN_COLUMN_REVISED] = { "revised", CHN_FIELD_REVISED },
  [CHN_COLUMN_LABEL] = { "label", CHN_FIELD_LABEL },
  [CHN_COLUMN_SINCE] = { "days-since", CHN_FIELD_DATE },
  [CHN_COLUMN_PAYLOAD] = { "payload", -1 },
  [CHN_COLUMN_ZONE] = { "zone", CHN_FIELD_ZONE },
  [CHN_COLUMN_NTH] = { "nth", CHN_FIELD_NTH },
  [CHN_COLUMN_REPEAT] = { "repeat", CHN_FIELD_REPEAT },
  [CHN_COLUMN_VISIBILITY] = { "visibility", CHN_FIELD_VISIBILITY },
  [CHN_COLUMN_SPREADSHEET_PAYLOAD] = { "spreadsheet-payload", -1 },
};

const char *
chn_csv_column_get_name (ChnCsvColumn column)
{
  return columns[column].name;
}

int
chn_csv_column_get_field (ChnCsvColumn column)
{
  return columns[column].field;
}

int
chn_csv_column_find (const char *name, gsize length)
{
  g_autofree char *heading = g_strstrip (g_strndup (name, length));
  for (guint i = 0; i < CHN_N_COLUMNS; i++)
    if (g_ascii_strcasecmp (columns[i].name, heading) == 0)
      return (int) i;
  return -1;
}
