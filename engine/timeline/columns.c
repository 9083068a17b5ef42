/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Looks things up in columns: codes by text, rows by id, dates against a range. */
#include "timeline/columns.h"

#include <string.h>

#include "timeline/packed-roll.h"

int
chn_compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
  return (left > right) - (left < right);
}

void
chn_sort_rows (GArray *rows)
{
  guint n = 0;
  g_array_sort (rows, chn_compare_rows);
  for (guint i = 0; i < rows->len; i++)
    if (n == 0 || g_array_index (rows, guint32, n - 1) != g_array_index (rows, guint32, i))
      g_array_index (rows, guint32, n++) = g_array_index (rows, guint32, i);
  g_array_set_size (rows, n);
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
find_kind (const ChnColumns *columns, const char *text, guint32 *code)
{
  int kind = chn_vocabulary_find_term (columns->vocabulary, CHN_VOCABULARY_KIND, text, -1, NULL);
  if (kind >= 0)
    *code = (guint32) kind;
  return kind >= 0;
}

gboolean
chn_columns_find_code (const ChnColumns *columns, ChnDictionaryId dictionary, const char *text, guint32 *code)
{
  if (dictionary == CHN_DICTIONARY_KINDS)
    return find_kind (columns, text, code);
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

ChnDate *
chn_columns_read_date (const ChnColumns *columns, guint row)
{
  const char *text = chn_columns_get_text (columns, CHN_FIELD_DATE, row);
  return text ? chn_date_parse (text, -1, NULL) : NULL;
}

static const char *
get_header (const ChnColumns *columns, guint origin, ChnHeaderField field)
{
  const guint32 *number = &columns->header[(gsize) origin * CHN_N_HEADER_FIELDS + field];
  chn_columns_touch (columns, number, sizeof *number);
  return chn_pool_get (columns->texts, *number);
}

const char *
chn_columns_get_zone (const ChnColumns *columns, guint row)
{
  const char *own = chn_columns_get_text (columns, CHN_FIELD_ZONE, row);
  guint origin = chn_columns_get_origin (columns, row);
  if (own && own[0])
    return own;
  return origin < columns->n_origins ? get_header (columns, origin, CHN_HEADER_ZONE) : NULL;
}

const char *
chn_columns_get_default_zone (const ChnColumns *columns)
{
  const char *zone = NULL;
  for (guint origin = 0; origin < columns->n_origins && !(zone && zone[0]); origin++)
    zone = get_header (columns, origin, CHN_HEADER_ZONE);
  return zone;
}

static ChnCertainty
relate_bounds (const ChnDateBounds *bounds, gint64 from, gint64 to)
{
  if (bounds->latest < from || bounds->earliest > to)
    return CHN_CERTAINTY_NO;
  gboolean qualified = (bounds->flags & (CHN_DATE_UNCERTAIN | CHN_DATE_APPROXIMATE)) != 0;
  return bounds->earliest >= from && bounds->latest <= to && !qualified ? CHN_CERTAINTY_CERTAINLY
                                                                        : CHN_CERTAINTY_POSSIBLY;
}

ChnCertainty
chn_columns_relate (const ChnColumns *columns, guint row, gint64 from, gint64 to)
{
  ChnDateBounds bounds = chn_columns_get_bounds (columns, row);
  ChnCertainty certainty = relate_bounds (&bounds, from, to);
  if (certainty != CHN_CERTAINTY_POSSIBLY || !(bounds.flags & CHN_DATE_GAPS))
    return certainty;
  g_autoptr (ChnDate) date = chn_columns_read_date (columns, row);
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
  for (guint i = 0; i < n && columns->image; i++)
    if (record[i] < columns->n_units)
      chn_image_load (columns->image, (gsize) ((const char *) &columns->records[record[i]] - columns->image->bytes),
                      MIN (columns->n_units - record[i], LINES * LINE) * sizeof *columns->records);
  for (guint i = 0; i < n; i++)
    for (guint64 at = record[i]; at < columns->n_units && at < record[i] + LINES * LINE; at += LINE)
      unit = columns->records[at];
  (void) unit;
}

static gboolean
is_valid (const ChnColumns *columns, const guint32 *record, guint64 n_units)
{
  guint n = 0;
  if (!chn_record_is_valid (record, n_units, columns->limits))
    return FALSE;
  const guint32 *roll = chn_record_get_list (record, CHN_LIST_ROLL, &n);
  return !roll || chn_packed_roll_is_valid (roll, n, columns->n_voters);
}

/* In an image nothing is trusted before it was looked at: nothing in a record may lead out of it or out of what it
   points into. */
const guint32 *
chn_columns_examine_row (const ChnColumns *columns, guint row)
{
  chn_columns_touch (columns, &columns->heads[row], 2 * sizeof *columns->heads);
  guint64 begin = columns->heads[row].record, end = columns->heads[row + 1].record;
  gboolean valid = begin <= end && end <= columns->n_units;
  if (valid) {
    chn_columns_touch (columns, columns->records + begin, (end - begin) * sizeof *columns->records);
    valid = is_valid (columns, columns->records + begin, end - begin);
  }
  if (!valid) {
    chn_image_set_damaged (columns->image);
    return chn_empty_record;
  }
  chn_bits_set (columns->proven, row);
  return columns->records + begin;
}
