/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is done with rows once they are found: order, neighbours in time, a limit. */
#include <chancery/query.h>

#include <string.h>

#include "base/fold.h"
#include "timeline/columns.h"

static const char *const sort_names[CHN_N_SORTS] = {
  [CHN_SORT_DATE] = "date", [CHN_SORT_IMPORTANCE] = "importance", [CHN_SORT_FORUM] = "forum",
  [CHN_SORT_KIND] = "kind", [CHN_SORT_TITLE] = "title",           [CHN_SORT_ID] = "id",
};

/* A row with what it is ordered by: a number, then a text. */
typedef struct {
  guint row;
  guint8 standing;
  gint64 number;
  char *text;
} Keyed;

typedef void (*KeyFunc) (const ChnColumns *columns, Keyed *keyed);

const char *
chn_sort_key_get_name (ChnSortKey key)
{
  g_return_val_if_fail (key < CHN_N_SORTS, NULL);
  return sort_names[key];
}

int
chn_sort_key_find (const char *name)
{
  for (int i = 0; i < CHN_N_SORTS; i++)
    if (g_ascii_strcasecmp (sort_names[i], name) == 0)
      return i;
  return -1;
}

static void
key_date (const ChnColumns *columns, Keyed *keyed)
{
  (void) columns;
  keyed->number = keyed->row;
}

/* The most important first. */
static void
key_importance (const ChnColumns *columns, Keyed *keyed)
{
  keyed->number = -(gint64) chn_columns_get_importance (columns, keyed->row);
}

/* What has no forum comes last. */
static void
key_forum (const ChnColumns *columns, Keyed *keyed)
{
  guint n = 0;
  const guint32 *forums = chn_columns_get_forums (columns, keyed->row, &n);
  keyed->number = n == 0;
  keyed->text = g_strdup (n > 0 ? chn_columns_get_code_text (columns, CHN_DICTIONARY_FORUMS, forums[0]) : "");
}

static void
key_kind (const ChnColumns *columns, Keyed *keyed)
{
  keyed->text = g_strdup (
      chn_columns_get_term (columns, CHN_VOCABULARY_KIND, chn_columns_get_kind (columns, keyed->row))->name);
}

static void
key_title (const ChnColumns *columns, Keyed *keyed)
{
  const char *title = chn_columns_get_text (columns, CHN_FIELD_TITLE, keyed->row);
  keyed->number = title == NULL;
  keyed->text = title ? chn_fold_text (title, -1) : g_strdup ("");
}

static void
key_id (const ChnColumns *columns, Keyed *keyed)
{
  keyed->text = g_strdup (chn_columns_get_text (columns, CHN_FIELD_ID, keyed->row));
}

static const KeyFunc keys[CHN_N_SORTS] = {
  [CHN_SORT_DATE] = key_date, [CHN_SORT_IMPORTANCE] = key_importance, [CHN_SORT_FORUM] = key_forum,
  [CHN_SORT_KIND] = key_kind, [CHN_SORT_TITLE] = key_title,           [CHN_SORT_ID] = key_id,
};

static int
compare_keyed (gconstpointer a, gconstpointer b)
{
  const Keyed *left = a, *right = b;
  if (left->number != right->number)
    return left->number < right->number ? -1 : 1;
  int order = g_strcmp0 (left->text, right->text);
  if (order != 0)
    return order;
  return (left->row > right->row) - (left->row < right->row);
}

/* Rows come from queries in timeline order, which is that of dates. */
static gboolean
are_ascending (const ChnRows *rows)
{
  for (guint i = 1; i < rows->n; i++)
    if (rows->row[i - 1] > rows->row[i])
      return FALSE;
  return TRUE;
}

static void
swap (ChnRows *rows, guint a, guint b)
{
  guint row = rows->row[a];
  rows->row[a] = rows->row[b];
  rows->row[b] = row;
  if (!rows->standing)
    return;
  guint8 standing = rows->standing[a];
  rows->standing[a] = rows->standing[b];
  rows->standing[b] = standing;
}

static void
turn_round (ChnRows *rows)
{
  for (guint i = 0, k = rows->n; i + 1 < k; i++)
    swap (rows, i, --k);
}

void
chn_rows_sort (ChnRows *rows, const ChnTimeline *timeline, ChnSortKey key, gboolean reverse)
{
  g_return_if_fail (key < CHN_N_SORTS);
  const ChnColumns *columns = chn_timeline_get_columns (timeline);
  if (key == CHN_SORT_DATE && are_ascending (rows)) {
    if (reverse)
      turn_round (rows);
    return;
  }
  g_autofree Keyed *keyed = g_new0 (Keyed, MAX (rows->n, 1));
  for (guint i = 0; i < rows->n; i++) {
    keyed[i].row = rows->row[i];
    keyed[i].standing = rows->standing ? rows->standing[i] : 0;
    keys[key](columns, &keyed[i]);
  }
  qsort (keyed, rows->n, sizeof *keyed, compare_keyed);
  for (guint i = 0; i < rows->n; i++) {
    guint at = reverse ? rows->n - 1 - i : i;
    rows->row[at] = keyed[i].row;
    if (rows->standing)
      rows->standing[at] = keyed[i].standing;
    g_free (keyed[i].text);
  }
}

/* Marks the neighbours of each row as wanted: 1 and the standing of the row, the first that there is. */
static void
mark_neighbours (const ChnRows *rows, guint n, guint n_events, guint8 *wanted)
{
  for (guint i = 0; i < rows->n; i++) {
    guint row = rows->row[i];
    guint8 mark = rows->standing ? rows->standing[i] + 1 : 1;
    guint first = row - MIN (row, n), last = row + MIN (n, n_events - 1 - row);
    for (guint k = first; k <= last; k++)
      wanted[k] = k == row || wanted[k] == 0 ? mark : wanted[k];
  }
}

void
chn_rows_add_context (ChnRows *rows, const ChnTimeline *timeline, guint n)
{
  guint n_events = chn_timeline_get_n_events (timeline);
  g_autofree guint8 *wanted = g_malloc0 (MAX (n_events, 1));
  ChnRows with = { 0 };
  mark_neighbours (rows, n, n_events, wanted);
  for (guint row = 0; row < n_events; row++)
    with.n += wanted[row] > 0;
  with.row = g_new (guint, MAX (with.n, 1));
  with.standing = rows->standing ? g_malloc (MAX (with.n, 1)) : NULL;
  for (guint row = 0, at = 0; row < n_events; row++) {
    if (wanted[row] == 0)
      continue;
    if (with.standing)
      with.standing[at] = wanted[row] - 1;
    with.row[at++] = row;
  }
  chn_rows_clear (rows);
  *rows = with;
}

/* How many rows of each standing are kept. */
static void
share_out (const ChnRows *rows, guint n, guint share[CHN_N_STANDINGS])
{
  for (guint i = 0; i < rows->n; i++)
    share[rows->standing[i]]++;
  for (guint i = 0; i < CHN_N_STANDINGS; i++) {
    share[i] = MIN (share[i], n);
    n -= share[i];
  }
}

void
chn_rows_limit (ChnRows *rows, guint n)
{
  guint share[CHN_N_STANDINGS] = { 0 }, kept = 0;
  if (!rows->standing || n >= rows->n) {
    rows->n = MIN (rows->n, n);
    return;
  }
  share_out (rows, n, share);
  for (guint i = 0; i < rows->n; i++) {
    guint8 standing = rows->standing[i];
    if (share[standing] == 0)
      continue;
    share[standing]--;
    rows->row[kept] = rows->row[i];
    rows->standing[kept++] = standing;
  }
  rows->n = kept;
}

guint
chn_rows_omit (ChnRows *rows, const ChnTimeline *timeline, ChnStatus status)
{
  const ChnColumns *columns = chn_timeline_get_columns (timeline);
  guint kept = 0, n = rows->n;
  for (guint i = 0; i < n; i++) {
    if (chn_columns_get_status (columns, rows->row[i]) == (guint) status)
      continue;
    if (rows->standing)
      rows->standing[kept] = rows->standing[i];
    rows->row[kept++] = rows->row[i];
  }
  rows->n = kept;
  return n - kept;
}
