/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Looks things up in columns: codes by text, rows by id, dates against a range. */
#include "timeline/columns.h"

#include <string.h>

#include "base/hash.h"
#include "timeline/sealed.h"

int
chn_compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
  return (left > right) - (left < right);
}

/* The first code from `from` on for which comparing `length` bytes of its text is not below (or, with past, not at or
 * below). */
static guint32
find_bound (const ChnColumns *columns, ChnDictionaryId dictionary, const char *text, gsize length, gboolean past)
{
  guint32 low = 0, high = columns->dictionary[dictionary].n_codes;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    int order = strncmp (chn_columns_get_code_text (columns, dictionary, middle), text, length);
    if (order < 0 || (past && order == 0))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static gboolean
find_kind (const char *text, guint32 *code)
{
  int kind = chn_vocabulary_find (CHN_VOCABULARY_KIND, text, -1, NULL);
  if (kind >= 0)
    *code = (guint32) kind;
  return kind >= 0;
}

gboolean
chn_columns_find_code (const ChnColumns *columns, ChnDictionaryId dictionary, const char *text, guint32 *code)
{
  if (dictionary == CHN_DICTIONARY_KINDS)
    return find_kind (text, code);
  guint32 at = find_bound (columns, dictionary, text, strlen (text) + 1, FALSE);
  if (at == columns->dictionary[dictionary].n_codes ||
      strcmp (chn_columns_get_code_text (columns, dictionary, at), text) != 0)
    return FALSE;
  *code = at;
  return TRUE;
}

void
chn_columns_find_prefix (const ChnColumns *columns, ChnDictionaryId dictionary, const char *prefix, guint32 *first,
                         guint32 *end)
{
  *first = find_bound (columns, dictionary, prefix, strlen (prefix), FALSE);
  *end = find_bound (columns, dictionary, prefix, strlen (prefix), TRUE);
}

/* Part of what a snapshot holds, so it must not change. */
static guint32
hash_id (const char *id)
{
  guint64 hash = chn_hash_fnv (CHN_FNV_START, id, strlen (id));
  return (guint32) (hash ^ (hash >> 32));
}

void
chn_timeline_index_ids (ChnTimeline *timeline)
{
  ChnColumns *columns = &timeline->columns;
  guint32 n_slots = 16;
  while (n_slots / 2 < columns->n_rows)
    n_slots *= 2;
  guint32 *slot = chn_timeline_alloc (timeline, n_slots, sizeof (guint32));
  for (guint32 row = 0; row < columns->n_rows; row++) {
    guint32 at = hash_id (chn_columns_get_text (columns, CHN_FIELD_ID, row)) & (n_slots - 1);
    while (slot[at] != 0)
      at = (at + 1) & (n_slots - 1);
    slot[at] = row + 1;
  }
  columns->n_id_slots = n_slots;
  columns->id_slot = slot;
}

gboolean
chn_columns_find_row (const ChnColumns *columns, const char *id, guint *row)
{
  guint32 mask = columns->n_id_slots - 1, at = hash_id (id) & mask;
  for (guint32 tried = 0; tried < columns->n_id_slots; tried++, at = (at + 1) & mask) {
    chn_columns_touch (columns, &columns->id_slot[at], sizeof (guint32));
    guint32 slot = columns->id_slot[at];
    if (slot == 0)
      return FALSE;
    if (g_strcmp0 (chn_columns_get_text (columns, CHN_FIELD_ID, slot - 1), id) != 0)
      continue;
    *row = slot - 1;
    return TRUE;
  }
  return FALSE;
}

static ChnCertainty
relate_bounds (const ChnDateBounds *bounds, gint64 from, gint64 to)
{
  if (bounds->latest < from || bounds->earliest > to)
    return CHN_CERTAINTY_NO;
  return bounds->earliest >= from && bounds->latest <= to ? CHN_CERTAINTY_CERTAINLY : CHN_CERTAINTY_POSSIBLY;
}

ChnCertainty
chn_columns_relate (const ChnColumns *columns, guint row, gint64 from, gint64 to)
{
  ChnDateBounds bounds = chn_columns_get_bounds (columns, row);
  ChnCertainty certainty = relate_bounds (&bounds, from, to);
  if (certainty != CHN_CERTAINTY_POSSIBLY || !(bounds.flags & CHN_DATE_GAPS))
    return certainty;
  g_autoptr (ChnDate) date = chn_date_parse (chn_columns_get_text (columns, CHN_FIELD_DATE, row), -1, NULL);
  return date ? chn_date_relate (date, from, to) : certainty;
}

/* Loads rather than prefetches, which are dropped where the page is not in the translation buffer. */
void
chn_columns_fetch (const ChnColumns *columns, const guint *rows, guint n)
{
  enum { LINE = 64 / sizeof (guint32), LINES = 9 };
  guint64 record[CHN_FETCH_ROWS];
  volatile guint32 unit = 0;
  g_return_if_fail (n <= CHN_FETCH_ROWS);
  for (guint i = 0; i < n; i++)
    record[i] = columns->heads[rows[i]].record;
  for (guint i = 0; i < n; i++)
    for (guint64 at = record[i]; at < columns->n_units && at < record[i] + LINES * LINE; at += LINE)
      unit = columns->records[at];
  (void) unit;
}
