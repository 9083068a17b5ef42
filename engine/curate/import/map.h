/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>
#include <chancery/report.h>

#include "curate/import/date-order.h"
#include "curate/import/grid.h"
#include "curate/import/row-filter.h"
#include "curate/import/table-layout.h"

/* What a user says of a table: which column is what, what stands for what. */
typedef struct {
  char *sheet;             /* NULL: the first with a header */
  char *uses;              /* another mapping beside this one, whose tables it uses, too; NULL for none */
  gboolean is_headless;    /* no row names the columns */
  ChnDateOrder date_order; /* as said, not as proved */
  ChnSerials serials;
  GHashTable *columns;   /* folded heading, or a letter -> field + 1 */
  GHashTable *constants; /* field + 1 -> text */
  GHashTable *values;    /* "FIELD\tfolded text" -> text */
  ChnTableLayout layout;
  ChnRowFilter *filter; /* NULL: all rows are taken */
} ChnImportMap;

ChnImportMap *chn_import_map_new (void);
void chn_import_map_free (ChnImportMap *map);

/* FALSE with the first fault as the error; all are in the report. */
gboolean chn_import_map_load (ChnImportMap *map, const char *path, ChnReport *report, const ChnLimits *limits,
                              GError **error);

/* The same of what such a file holds, without what it uses; faults go to the report alone. */
void chn_import_map_read (ChnImportMap *map, GBytes *bytes, const ChnYamlFaults *faults, const ChnLimits *limits);

/* The field that the map gives a heading, or the column of a number from 0; -1 where it says nothing. */
int chn_import_map_find_column (const ChnImportMap *map, const char *heading);
int chn_import_map_find_letter (const ChnImportMap *map, guint column);
gboolean chn_import_map_has_header (const ChnImportMap *map);

/* What stands in place of a text; the text itself where the map says nothing. */
const char *chn_import_map_get_value (const ChnImportMap *map, int field, const char *text);
/* NULL where the field has none. */
const char *chn_import_map_get_constant (const ChnImportMap *map, int field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnImportMap, chn_import_map_free)
