/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/columns.h"

/* Rows that were not taken, with the reasons, under the headings of their tables. */
typedef struct {
  GPtrArray *headings; /* of all tables */
  GHashTable *index;   /* heading -> number of its column + 1 */
  GString *rows;       /* for each: line, NUL, reason, NUL, then number of column and text, each with NUL, and NUL */
  guint n;
} ChnRejects;

void chn_rejects_init (ChnRejects *rejects);
void chn_rejects_clear (ChnRejects *rejects);
void chn_rejects_add (ChnRejects *rejects, const ChnGrid *grid, const ChnImportColumns *columns, guint row,
                      const char *reason);
/* As CSV; NULL where there are none. */
char *chn_rejects_dup_table (const ChnRejects *rejects);
