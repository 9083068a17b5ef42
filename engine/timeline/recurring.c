/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which rows recur: those with a rule or with dates of a calendar, instances of such, and what these are related to.
 */
#include <string.h>

#include "base/number-map.h"
#include "timeline/sealed.h"

/* What the key of an extra says, by the number of its text. */
typedef enum { NOT_LOOKED_AT, NOTHING, RECURS, IS_INSTANCE } KeySense;

static KeySense
make_sense (const char *key)
{
  static const struct {
    const char *name;
    KeySense sense;
  } names[] = { { "RDATE", RECURS }, { "EXDATE", RECURS }, { "RECURRENCE-ID", IS_INSTANCE } };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    gsize length = strlen (names[i].name);
    if (strncmp (key, names[i].name, length) == 0 && (key[length] == '\0' || key[length] == ';'))
      return names[i].sense;
  }
  return NOTHING;
}

static KeySense
find_sense (const ChnColumns *columns, guint32 number, GArray *senses)
{
  guint32 *sense = chn_number_map_at (senses, number);
  if (*sense == NOT_LOOKED_AT)
    *sense = make_sense (chn_pool_get (columns->texts, number));
  return (KeySense) *sense;
}

/* The most that any of the row's extras says. */
static KeySense
find_sense_of_row (const ChnColumns *columns, guint row, GArray *senses)
{
  guint n = 0;
  const ChnExtraCell *cells = chn_columns_get_extras (columns, row, &n);
  KeySense found = NOTHING;
  for (guint i = 0; i < n; i++)
    found = MAX (found, find_sense (columns, cells[i].key, senses));
  return found;
}

static void
mark_row (const ChnColumns *columns, guint row, GArray *senses, guint8 *recurs)
{
  KeySense sense = find_sense_of_row (columns, row, senses);
  guint n = 0;
  if (sense != NOTHING || chn_record_get_number (chn_columns_get_record (columns, row), CHN_FIELD_REPEAT) != 0)
    recurs[row] = 1;
  if (sense != IS_INSTANCE)
    return;
  const ChnRelationCell *relations = chn_columns_get_relations (columns, row, &n);
  for (guint i = 0; i < n; i++)
    recurs[relations[i].target] = 1;
}

void
chn_timeline_index_recurring (ChnTimeline *timeline)
{
  ChnColumns *columns = &timeline->columns;
  g_autofree guint8 *recurs = g_malloc0 (MAX (columns->n_rows, 1));
  g_autoptr (GArray) senses = chn_number_map_new ();
  guint32 n = 0;
  for (guint row = 0; row < columns->n_rows; row++)
    mark_row (columns, row, senses, recurs);
  for (guint row = 0; row < columns->n_rows; row++)
    n += recurs[row];
  guint32 *rows = chn_timeline_alloc (timeline, MAX (n, 1), sizeof *rows);
  columns->recurring = (ChnRecurringRows){ 0, rows };
  for (guint32 row = 0; row < columns->n_rows; row++)
    if (recurs[row])
      rows[columns->recurring.n++] = row;
}
