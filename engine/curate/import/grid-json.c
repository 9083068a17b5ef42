/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Objects as rows of a table.
 *
 *   text   = *( value )                     one, or one a line
 *   value  = object / "[" *object "]"       a member that `rows` names holds objects in the same way
 *   cell   = string / number / true / false / list of these; null is blank
 */
#include "curate/import/grid-json.h"

#include <string.h>

#include "base/error.h"
#include "base/json.h"

/* A cell that waits until all columns are known. */
typedef struct {
  guint row, column;
  GString *text;
} Cell;

typedef struct {
  ChnJsonScanner *scanner;
  const GPtrArray *wanted;
  GHashTable *by_path; /* path -> column + 1 */
  GPtrArray *paths;
  GArray *cells; /* Cell */
  GArray *last;  /* guint: of each column, 1 + the number of its cell that came last */
  GString *path; /* of the value at hand */
  guint row;     /* from 1; 0 for what is of none */
} Reader;

static gboolean read_value (Reader *reader, const ChnJsonToken *token, GError **error);

static void
clear_cell (gpointer data)
{
  g_string_free (((Cell *) data)->text, TRUE);
}

static guint
find_column (Reader *reader)
{
  guint column = GPOINTER_TO_UINT (g_hash_table_lookup (reader->by_path, reader->path->str));
  if (column > 0)
    return column - 1;
  char *path = g_strdup (reader->path->str);
  g_ptr_array_add (reader->paths, path);
  g_hash_table_insert (reader->by_path, path, GUINT_TO_POINTER (reader->paths->len));
  return reader->paths->len - 1;
}

/* The same member again, in a list, adds to its cell. */
static void
put (Reader *reader, const char *text, gsize length)
{
  if (reader->row == 0)
    return;
  guint column = find_column (reader);
  if (column >= reader->last->len)
    g_array_set_size (reader->last, column + 1);
  guint *last = &g_array_index (reader->last, guint, column);
  Cell *known = *last > 0 ? &g_array_index (reader->cells, Cell, *last - 1) : NULL;
  if (known && known->row == reader->row) {
    g_string_append (known->text, "; ");
    g_string_append_len (known->text, text, (gssize) length);
    return;
  }
  Cell cell = { reader->row, column, g_string_new_len (text, (gssize) length) };
  g_array_append_val (reader->cells, cell);
  *last = reader->cells->len;
}

static gboolean
read_members (Reader *reader, GError **error)
{
  ChnJsonToken token;
  while (chn_json_scanner_next (reader->scanner, &token, error)) {
    if (token.type == CHN_JSON_END_OBJECT)
      return TRUE;
    gsize length = reader->path->len;
    g_string_append_printf (reader->path, "%s%.*s", length > 0 ? "." : "", (int) token.length, token.text);
    if (!chn_json_scanner_next (reader->scanner, &token, error) || !read_value (reader, &token, error))
      return FALSE;
    g_string_truncate (reader->path, length);
  }
  return FALSE;
}

static gboolean
read_items (Reader *reader, GError **error)
{
  ChnJsonToken token;
  while (chn_json_scanner_next (reader->scanner, &token, error)) {
    if (token.type == CHN_JSON_END_ARRAY)
      return TRUE;
    if (!read_value (reader, &token, error))
      return FALSE;
  }
  return FALSE;
}

static gboolean
read_value (Reader *reader, const ChnJsonToken *token, GError **error)
{
  if (token->type == CHN_JSON_OBJECT)
    return read_members (reader, error);
  if (token->type == CHN_JSON_ARRAY)
    return read_items (reader, error);
  if (token->type == CHN_JSON_TRUE || token->type == CHN_JSON_FALSE)
    put (reader, token->type == CHN_JSON_TRUE ? "true" : "false", token->type == CHN_JSON_TRUE ? 4 : 5);
  else if (token->type != CHN_JSON_NULL && reader->path->len > 0)
    put (reader, token->text, token->length);
  return TRUE;
}

/* An object is a row; of a list each item is one. */
static gboolean
read_rows (Reader *reader, const ChnJsonToken *token, GError **error)
{
  ChnJsonToken item;
  g_string_truncate (reader->path, 0);
  if (token->type != CHN_JSON_ARRAY) {
    reader->row++;
    return read_value (reader, token, error);
  }
  while (chn_json_scanner_next (reader->scanner, &item, error)) {
    if (item.type == CHN_JSON_END_ARRAY)
      return TRUE;
    if (!read_rows (reader, &item, error))
      return FALSE;
  }
  return FALSE;
}

static gboolean
is_wanted (const Reader *reader, const ChnJsonToken *key)
{
  for (guint i = 0; i < reader->wanted->len; i++)
    if (strlen (reader->wanted->pdata[i]) == key->length &&
        memcmp (reader->wanted->pdata[i], key->text, key->length) == 0)
      return TRUE;
  return FALSE;
}

/* Of an outermost object that has wanted members these alone; FALSE at its end, too, without an error. */
static gboolean
read_wanted (Reader *reader, GError **error)
{
  ChnJsonToken key, value;
  while (chn_json_scanner_next (reader->scanner, &key, error) && key.type == CHN_JSON_KEY) {
    gboolean wanted = is_wanted (reader, &key);
    guint row = reader->row;
    if (!chn_json_scanner_next (reader->scanner, &value, error))
      return FALSE;
    if (!wanted)
      reader->row = 0; /* of no event: left out */
    if (wanted ? !read_rows (reader, &value, error) : !read_value (reader, &value, error))
      return FALSE;
    reader->row = wanted ? reader->row : row;
  }
  return TRUE;
}

/* Whether the outermost object has one of the members: looked for in the text, which is scanned again for it. */
static gboolean
has_wanted (const char *bytes, gsize length, const Reader *reader, const ChnLimits *limits)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  g_autofree ChnJsonScanner *scanner = g_new (ChnJsonScanner, 1);
  ChnJsonToken token;
  guint depth = 0;
  chn_json_scanner_init (scanner, bytes, length, limits, arena);
  while (chn_json_scanner_next (scanner, &token, NULL) && token.type != CHN_JSON_END) {
    depth += token.type == CHN_JSON_OBJECT || token.type == CHN_JSON_ARRAY;
    depth -= token.type == CHN_JSON_END_OBJECT || token.type == CHN_JSON_END_ARRAY;
    if (depth == 1 && token.type == CHN_JSON_KEY && is_wanted (reader, &token))
      return TRUE;
  }
  return FALSE;
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const Cell *left = a, *right = b;
  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return left->column < right->column ? -1 : left->column > right->column;
}

static ChnGrid *
make_grid (Reader *reader)
{
  ChnGrid *grid = chn_grid_new (NULL, G_MAXUINT32);
  chn_grid_begin_row (grid, 1);
  for (guint i = 0; i < reader->paths->len; i++)
    chn_grid_add_cell (grid, reader->paths->pdata[i], strlen (reader->paths->pdata[i]));
  g_array_sort (reader->cells, compare_cells);
  guint row = 0;
  for (guint i = 0; i < reader->cells->len; i++) {
    const Cell *cell = &g_array_index (reader->cells, Cell, i);
    if (cell->row != row) {
      chn_grid_end_row (grid);
      chn_grid_begin_row (grid, row = cell->row);
    }
    chn_grid_fill_to (grid, cell->column);
    chn_grid_add_cell (grid, cell->text->str, cell->text->len);
  }
  chn_grid_end_row (grid);
  return grid;
}

static gboolean
read_text (Reader *reader, const char *bytes, gsize length, const ChnLimits *limits, GError **error)
{
  ChnJsonToken token;
  g_autoptr (ChnArena) arena = chn_arena_new ();
  chn_json_scanner_init (reader->scanner, bytes, length, limits, arena);
  if (!chn_json_scanner_next (reader->scanner, &token, error))
    return FALSE;
  gboolean is_inside = token.type == CHN_JSON_OBJECT && has_wanted (bytes, length, reader, limits);
  if (is_inside ? !read_wanted (reader, error) : !read_rows (reader, &token, error))
    return FALSE;
  return chn_json_scanner_next (reader->scanner, &token, error);
}

/* One value a line, where a line by itself is one. */
static gboolean
read_lines (Reader *reader, const char *bytes, gsize length, const ChnLimits *limits, GError **error)
{
  for (const char *at = bytes, *end = bytes + length; at < end;) {
    const char *stop = memchr (at, '\n', (gsize) (end - at));
    gsize line = stop ? (gsize) (stop - at) : (gsize) (end - at);
    gsize blanks = 0;
    while (blanks < line && g_ascii_isspace (at[blanks]))
      blanks++;
    if (blanks < line && !read_text (reader, at, line, limits, error))
      return FALSE;
    at += line + (stop ? 1 : 0);
  }
  return TRUE;
}

static const char *
pass_mark (const char *bytes, gsize *length)
{
  gsize mark = *length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  *length -= mark;
  return bytes + mark;
}

gboolean
chn_grid_is_json (const char *bytes, gsize length)
{
  bytes = pass_mark (bytes, &length);
  gsize at = 0;
  while (at < length && g_ascii_isspace (bytes[at]))
    at++;
  return at < length && (bytes[at] == '{' || bytes[at] == '[');
}

static gboolean
has_one_a_line (const char *bytes, gsize length)
{
  const char *stop = memchr (bytes, '\n', length), *end = bytes + length;
  while (stop && stop < end && g_ascii_isspace (*stop))
    stop++;
  return stop && stop < end && *stop == '{' && *bytes == '{';
}

ChnGrid *
chn_grid_read_json (const char *bytes, gsize length, const char *name, const GPtrArray *rows, const ChnLimits *limits,
                    GError **error)
{
  g_autofree ChnJsonScanner *scanner = g_new (ChnJsonScanner, 1);
  g_autoptr (GHashTable) by_path = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_autoptr (GArray) last = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GString) path = g_string_new (NULL);
  Reader reader = { scanner, rows, by_path, paths, cells, last, path, 0 };
  g_array_set_clear_func (cells, clear_cell);
  bytes = pass_mark (bytes, &length);
  gboolean is_read = has_one_a_line (bytes, length) ? read_lines (&reader, bytes, length, limits, error)
                                                    : read_text (&reader, bytes, length, limits, error);
  if (is_read)
    return make_grid (&reader);
  g_prefix_error (error, "%s: ", name);
  return NULL;
}
