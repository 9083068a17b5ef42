/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/field.h>

/* The columns, in the order in which they are written. */
typedef enum {
  CHN_COLUMN_ID,
  CHN_COLUMN_TITLE,
  CHN_COLUMN_SUMMARY,
  CHN_COLUMN_DATE,
  CHN_COLUMN_EARLIEST,
  CHN_COLUMN_LATEST,
  CHN_COLUMN_PRECISION,
  CHN_COLUMN_KIND,
  CHN_COLUMN_FORUMS,
  CHN_COLUMN_ACTORS,
  CHN_COLUMN_SYMBOLS,
  CHN_COLUMN_YES,
  CHN_COLUMN_NO,
  CHN_COLUMN_ABSTAIN,
  CHN_COLUMN_METHOD,
  CHN_COLUMN_RESULT,
  CHN_COLUMN_PLACE,
  CHN_COLUMN_STATUS,
  CHN_COLUMN_IMPORTANCE,
  CHN_COLUMN_TAGS,
  CHN_COLUMN_SERIES,
  CHN_COLUMN_RELATIONS,
  CHN_COLUMN_SOURCES,
  CHN_COLUMN_CONFIDENCE,
  CHN_COLUMN_REVISED,
  CHN_COLUMN_LABEL,
  CHN_COLUMN_SINCE, /* only where days since a date are asked for */
  CHN_COLUMN_PAYLOAD,
  CHN_N_WRITTEN_COLUMNS,
  /* What the payload carries otherwise; taken where a person added the column. */
  CHN_COLUMN_ZONE = CHN_N_WRITTEN_COLUMNS,
  CHN_COLUMN_NTH,
  CHN_COLUMN_REPEAT,
  CHN_COLUMN_VISIBILITY,
  /* The payload by another name, which says that cells were neutralised. */
  CHN_COLUMN_SPREADSHEET_PAYLOAD,
  CHN_N_COLUMNS,
} ChnCsvColumn;

/* The heading of a column. */
const char *chn_csv_column_get_name (ChnCsvColumn column);

/* The field that a column shows, or part of which it shows; the payload has none: -1. */
int chn_csv_column_get_field (ChnCsvColumn column);

/* The column of a heading, in any case and with blanks around it; -1 when there is none. */
int chn_csv_column_find (const char *name, gsize length);
