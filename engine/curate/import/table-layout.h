/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/translation.h"
#include "format/yaml/node.h"

/* What a mapping says of the layout of a data set, beside which column is which field. */
typedef struct {
  GPtrArray *headings;          /* of a table that has none; empty where it has its own */
  GPtrArray *rows;              /* of JSON: members that hold events; empty where the value itself does */
  GPtrArray *blank;             /* words that say that nothing is known: "NA" */
  GPtrArray *same;              /* headings: rows that are alike in these are of one event */
  gboolean refuses_blank_dates; /* no date is taken from the row above */
  GHashTable *translations;     /* name -> ChnTranslation */
  GHashTable *columns;          /* folded heading -> name of a translation */
  GHashTable *texts;            /* field + 1 -> what it is made of: "{HEADING} {HEADING|TRANSLATION}" */
} ChnTableLayout;

void chn_table_layout_init (ChnTableLayout *layout);
void chn_table_layout_clear (ChnTableLayout *layout);

/* A word as it is looked up: folded; what folds to nothing, as "#" does, stands as it is. */
char *chn_table_layout_dup_key (const char *text);

/* Whether a value of a mapping has a shape, else a fault. */
gboolean chn_table_layout_check_kind (const ChnYamlFaults *faults, const ChnYamlNode *node, ChnYamlKind kind);

/* Reads a member of a mapping; FALSE where it is none of a layout. */
gboolean chn_table_layout_read_key (ChnTableLayout *layout, const char *key, const ChnYamlNode *value,
                                    const ChnYamlFaults *faults);

/* Says which translations are named and not given. */
void chn_table_layout_check (ChnTableLayout *layout, const ChnYamlNode *at, const ChnYamlFaults *faults);

/* The translation of a column; NULL where its cells stay as they are. */
ChnTranslation *chn_table_layout_find_translation (const ChnTableLayout *layout, const char *heading);

/* The same by its name. */
ChnTranslation *chn_table_layout_get_translation (const ChnTableLayout *layout, const char *name);

/* What a field is made of; NULL where it is not. */
const char *chn_table_layout_get_text (const ChnTableLayout *layout, int field);
