/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Events by what people see of them: an id, a document symbol in whatever spelling, a whole title. */
#include <chancery/symbol.h>
#include <string.h>

#include "base/error.h"
#include "base/fold.h"
#include "base/suggest.h"
#include "model/symbol/spelling.h"
#include "timeline/columns.h"

/* Ids that an error names, and rows whose titles are looked at. */
enum { MOST_NAMED = 4, MOST_TITLES = 100000 };

/* Whether a symbol of the timeline is the one that is asked for; what has a year behind it may be asked for without.
 */
static gboolean
is_symbol (const char *text, const char *asked, const ChnSymbol *whole)
{
  g_autoptr (ChnSymbol) symbol = whole ? chn_symbol_parse (text, -1, NULL) : NULL;
  if (symbol && chn_symbol_equal (symbol, whole))
    return TRUE;
  gsize length = strlen (asked);
  return g_ascii_strncasecmp (text, asked, length) == 0 &&
         (text[length] == '\0' || g_str_has_prefix (text + length, " ("));
}

static gboolean
bears_first (const ChnColumns *columns, guint32 row, guint32 code)
{
  guint n = 0;
  const guint32 *symbols = chn_columns_get_symbols (columns, row, &n);
  return n > 0 && symbols[0] == code;
}

/* The rows with the symbol; those alone that have it before others, where there are any. */
static void
add_rows (const ChnColumns *columns, guint32 code, GArray *rows)
{
  guint n = 0, n_first = 0;
  const guint32 *all = chn_columns_get_rows (columns, CHN_DICTIONARY_SYMBOLS, code, &n);
  for (guint i = 0; i < n; i++)
    n_first += bears_first (columns, all[i], code) ? 1 : 0;
  for (guint i = 0; i < n; i++)
    if (n_first == 0 || bears_first (columns, all[i], code))
      g_array_append_val (rows, all[i]);
}

static void
find_by_symbol (const ChnTimeline *timeline, const char *name, GArray *rows)
{
  const ChnColumns *columns = chn_timeline_get_columns (timeline);
  g_autofree char *asked = NULL;
  chn_symbol_spell (name, -1, &asked, NULL);
  g_autoptr (ChnSymbol) whole = chn_symbol_parse (asked ? asked : name, -1, NULL);
  chn_timeline_need_indexes (timeline);
  for (guint32 code = 0; code < columns->dictionary[CHN_DICTIONARY_SYMBOLS].n_codes; code++)
    if (is_symbol (chn_columns_get_code_text (columns, CHN_DICTIONARY_SYMBOLS, code), asked ? asked : name, whole))
      add_rows (columns, code, rows);
}

static void
find_by_title (const ChnTimeline *timeline, const char *name, GArray *rows)
{
  const ChnColumns *columns = chn_timeline_get_columns (timeline);
  g_autofree char *wanted = chn_fold_name (name, -1);
  for (guint32 row = 0; *wanted && row < MIN (columns->n_rows, MOST_TITLES); row++) {
    const char *title = chn_columns_get_text (columns, CHN_FIELD_TITLE, row);
    g_autofree char *folded = title ? chn_fold_name (title, -1) : NULL;
    if (folded && strcmp (folded, wanted) == 0)
      g_array_append_val (rows, row);
  }
}

static gboolean
set_ambiguous (const ChnTimeline *timeline, const char *name, const GArray *rows, GError **error)
{
  g_autoptr (GString) ids = g_string_new ("write the id of one: ");
  for (guint i = 0; i < MIN (rows->len, MOST_NAMED); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            chn_timeline_get_id (timeline, g_array_index (rows, guint32, i)));
  chn_error_set (error, CHN_ERROR_AMBIGUOUS, ids->str, "\"%s\" is said of %u events", name, rows->len);
  return FALSE;
}

gboolean
chn_timeline_find_named (const ChnTimeline *timeline, const char *name, guint *row, GError **error)
{
  if (chn_timeline_find (timeline, name, row))
    return TRUE;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  find_by_symbol (timeline, name, rows);
  if (rows->len == 0)
    find_by_title (timeline, name, rows);
  if (rows->len == 1) {
    *row = g_array_index (rows, guint32, 0);
    return TRUE;
  }
  if (rows->len > 1)
    return set_ambiguous (timeline, name, rows, error);
  const char *nearest = chn_timeline_suggest (timeline, name);
  g_autofree char *hint = nearest ? g_strdup_printf ("did you mean \"%s\"?", nearest) : NULL;
  chn_error_set (error, CHN_ERROR_UNKNOWN, hint, "no event has the id \"%s\"", name);
  return FALSE;
}
