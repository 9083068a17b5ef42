/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

/* A count as lines of cells, before it is laid out: the first line is a heading, the last one has the totals. */
typedef struct {
  const ChnCount *count;
  guint n_names;      /* so many columns at the left are names */
  guint n_columns;    /* the others are numbers … */
  gboolean has_notes; /* … but for the last, which says what is only possible, derived or unknown */
  GPtrArray *lines;   /* of char **, NULL-ended */
  guint *width;       /* of each column, on a terminal */
  char *legend;       /* what the marks of cells mean; or NULL */
} CountTable;

/*
 * A line a bucket. Labels are cut to so many columns, 0 for all; `repeats` has the first key in each line, and else
 * it stands where it changes.
 */
CountTable *count_table_new_list (const ChnCount *count, guint most, gboolean repeats);

/* Of two keys, a line for each value of the first and a column for each of the second. */
CountTable *count_table_new_cross (const ChnCount *count, guint most_row, guint most_column);

/*
 * Of agreements: of each two actors, in percent, how often they cast the same ballot, and behind it of how many votes.
 */
CountTable *count_table_new_agreement (const ChnCount *count, guint most_row, guint most_column);
/* "83.2"; of no votes NULL. */
char *count_table_dup_agreement (const ChnBucket *bucket);

/* Whether the count can be such a table: more columns are nothing to look at. */
gboolean count_table_can_cross (const ChnCount *count);

void count_table_free (CountTable *table);

/* For the makers of tables: begins one, adds a line of cells, which it takes, and a label that fits. */
CountTable *count_table_new (const ChnCount *count, guint n_names, guint n_columns);
void count_table_add (CountTable *table, GPtrArray *cells);
char *count_table_dup_label (const char *label, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CountTable, count_table_free)
