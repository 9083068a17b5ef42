/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/columns.h"
#include "curate/import/date-habits.h"
#include "curate/import/made-sources.h"
#include "curate/import/unknown-names.h"

/* What the rows of a table have in common. */
typedef struct {
  const ChnGrid *grid;
  const ChnImportColumns *columns;
  const ChnImportMap *map;
  const ChnRegistry *registry;
  const char *file;
  ChnReport *report;
  ChnUnknownNames *unknown;
  ChnMadeSources *sources;
  const guint *n_of;     /* how many rows each stands for */
  guint column;          /* of the cell at hand */
  ChnDateHabits *habits; /* of each column */
  int year;              /* of a heading among the rows */
  char *last_date;       /* of the row above: of rows whose date is blank, since cells were merged */
  GHashTable *kinds;     /* text of a cell -> the name of the kind, or NULL */
  GString *meaning;      /* what a cell means, by the mapping */
  GString *rest;         /* what of a cell is taken otherwise */
  GString *source_text, *source_url;
} ChnImportTable;

/* Says something of a row: a finding of this code. */
void chn_import_tell (const ChnImportTable *table, guint row, ChnSeverity severity, const char *code,
                      const char *format, ...) G_GNUC_PRINTF (5, 6);
