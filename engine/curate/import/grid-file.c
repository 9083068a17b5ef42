/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tells by its first bytes what a file is, and makes grids of its tables. */
#include "curate/import/grid-file.h"

#include <string.h>

#include "base/error.h"
#include "base/office.h"
#include "base/packed.h"
#include "curate/import/grid-csv.h"
#include "curate/import/grid-json.h"

typedef enum { IS_TEXT, IS_DOCUMENT, IS_PAGE, IS_OLD } FileKind;

static const struct {
  const char *bytes;
  gsize length;
  FileKind kind;
} beginnings[] = {
  { "PK\x03\x04", 4, IS_DOCUMENT },
  { "\xD0\xCF\x11\xE0", 4, IS_OLD },
};

static gboolean
has_markup (const char *text, gsize length, const char *name)
{
  gsize size = strlen (name);
  for (const char *at = text; at && length - (gsize) (at - text) > size;
       at = memchr (at + 1, '<', length - (gsize) (at + 1 - text)))
    if (*at == '<' && g_ascii_strncasecmp (at + 1, name, size) == 0)
      return TRUE;
  return FALSE;
}

/* A page begins with a tag; a table may begin with anything. */
static gboolean
is_page (const char *bytes, gsize length)
{
  gsize at = length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  while (at < length && g_ascii_isspace (bytes[at]))
    at++;
  return at < length && bytes[at] == '<' && has_markup (bytes + at, length - at, "table");
}

static FileKind
tell (const char *bytes, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (length >= beginnings[i].length && memcmp (bytes, beginnings[i].bytes, beginnings[i].length) == 0)
      return beginnings[i].kind;
  return is_page (bytes, length) ? IS_PAGE : IS_TEXT;
}

/* Takes what the plugin reads. */
typedef struct {
  GPtrArray *grids;
  const ChnLimits *limits;
  gsize n_text; /* of grids before the last */
} Taker;

static ChnGrid *
get_grid (const Taker *taker)
{
  return taker->grids->pdata[taker->grids->len - 1];
}

/* What a plugin's library makes of damaged files need be no text: its end may be cut within a letter, too. */
static char *
dup_valid (const char *text, gsize length)
{
  return g_utf8_validate (text, (gssize) length, NULL) ? NULL : g_utf8_make_valid (text, (gssize) length);
}

static gboolean
begin_table (gpointer data, const char *name, guint serials)
{
  Taker *taker = data;
  g_autofree char *mended = name ? dup_valid (name, strlen (name)) : NULL;
  if (taker->grids->len > 0)
    taker->n_text += get_grid (taker)->text->len;
  gsize most = taker->limits->value[CHN_LIMIT_FILE] > taker->n_text
                   ? (gsize) taker->limits->value[CHN_LIMIT_FILE] - taker->n_text
                   : 0;
  ChnGrid *grid = chn_grid_new (mended ? mended : name, most);
  grid->serials = serials == 1904 ? CHN_SERIALS_1904 : serials == 1900 ? CHN_SERIALS_1900 : CHN_SERIALS_NONE;
  g_ptr_array_add (taker->grids, grid);
  return TRUE;
}

static void
begin_row (gpointer data, guint number)
{
  chn_grid_begin_row (get_grid (data), number);
}

static void
add_cell (gpointer data, guint column, const char *text, gsize length, const char *link)
{
  Taker *taker = data;
  ChnGrid *grid = get_grid (taker);
  gsize most = (gsize) MIN (taker->limits->value[CHN_LIMIT_TEXT], (guint64) G_MAXSIZE);
  chn_grid_fill_to (grid, column);
  if (length > most || (link && strlen (link) > most))
    chn_grid_refuse_row (grid, "a cell is larger than a value may be; --max-text=N raises the bound");
  length = MIN (length, most);
  g_autofree char *mended_text = dup_valid (text, length),
                  *mended_link = link ? dup_valid (link, strlen (link)) : NULL;
  chn_grid_add_cell (grid, mended_text ? mended_text : text, mended_text ? strlen (mended_text) : length);
  if (link)
    chn_grid_set_link (grid, mended_link ? mended_link : link);
}

static void
end_row (gpointer data)
{
  chn_grid_end_row (get_grid (data));
}

static gboolean
is_full (gpointer data)
{
  const Taker *taker = data;
  return taker->grids->len > 0 && get_grid (taker)->is_full;
}

static void
set_error (GError **error, ChnOfficeFault *fault, const char *name)
{
  gboolean is_large = fault->code == CHN_ERROR_LIMIT;
  chn_error_set (error, fault->code, is_large ? "raise the bound with --max-file=N" : NULL, "%s: %s", name,
                 fault->message ? fault->message : "the file cannot be read");
  g_clear_pointer (&fault->message, g_free);
}

static GPtrArray *
read_office (FileKind kind, const char *bytes, gsize length, const char *name, const ChnLimits *limits,
             GError **error)
{
  const ChnOfficePlugin *plugin = chn_office_open (error);
  g_autoptr (GPtrArray) grids = g_ptr_array_new_with_free_func ((GDestroyNotify) chn_grid_free);
  Taker taker = { grids, limits, 0 };
  const ChnOfficeSink sink = { &taker, begin_table, begin_row, add_cell, end_row, is_full };
  ChnOfficeFault fault = { 0 };
  gsize most = (gsize) MIN (limits->value[CHN_LIMIT_FILE], (guint64) G_MAXSIZE);
  if (!plugin)
    return NULL;
  gboolean is_read = kind == IS_PAGE ? plugin->read_page (bytes, length, &sink, &fault)
                                     : plugin->read_document (bytes, length, most, &sink, &fault);
  if (is_read && is_full (&taker)) {
    fault.code = CHN_ERROR_LIMIT;
    fault.message = g_strdup ("its tables are larger than the bound on files");
    is_read = FALSE;
  }
  if (is_read)
    return g_steal_pointer (&grids);
  set_error (error, &fault, name);
  return NULL;
}

static GPtrArray *
read_text (const char *bytes, gsize length, const char *name, const ChnImportMap *map, const ChnLimits *limits,
           ChnReport *report, GError **error)
{
  ChnGrid *grid = chn_grid_read_text (bytes, length, name, map ? map->filter : NULL, limits, report, error);
  GPtrArray *grids = grid ? g_ptr_array_new_with_free_func ((GDestroyNotify) chn_grid_free) : NULL;
  if (grid)
    g_ptr_array_add (grids, grid);
  return grids;
}

static GPtrArray *
read_json (const char *bytes, gsize length, const char *name, const ChnImportMap *map, const ChnLimits *limits,
           GError **error)
{
  ChnGrid *grid = chn_grid_read_json (bytes, length, name, map->layout.rows, limits, error);
  GPtrArray *grids = grid ? g_ptr_array_new_with_free_func ((GDestroyNotify) chn_grid_free) : NULL;
  if (grid)
    g_ptr_array_add (grids, grid);
  return grids;
}

GPtrArray *
chn_grid_read_file (GBytes *file, const char *name, const ChnImportMap *map, const ChnLimits *limits,
                    ChnReport *report, GError **error)
{
  g_autoptr (GBytes) unpacked = chn_packed_open (file, name, limits->value[CHN_LIMIT_FILE], error);
  if (!unpacked)
    return NULL;
  gsize length = 0;
  const char *data = g_bytes_get_data (unpacked, &length), *bytes = data ? data : "";
  FileKind kind = tell (bytes, length);
  if (kind == IS_TEXT && map && chn_grid_is_json (bytes, length))
    return read_json (bytes, length, name, map, limits, error);
  if (kind == IS_TEXT)
    return read_text (bytes, length, name, map, limits, report, error);
  if (kind != IS_OLD)
    return read_office (kind, bytes, length, name, limits, error);
  chn_error_set (error, CHN_ERROR_UNSUPPORTED, "save it as .xlsx, .docx or .csv",
                 "%s is of Office before 2007 (.xls, .doc), or encrypted", name);
  return NULL;
}
