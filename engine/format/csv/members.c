/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Tables of members, one membership a row:
 *
 *   table      = headings *row               the first line names the columns, in any order
 *   columns    = group actor [from] [to] [note] [confidence] [source] [remark]
 *   group      = id *( " " id )              a row may be of several groups, as a seat of a council and of its five
 *   from, to   = date / ".."                 nothing: it is not known when; neither: for all time
 *   confidence = "attested by two" / "attested by one" / "recalled"
 *
 * Source and remark are for those who keep the table, and stay in it.
 */
#include "format/csv/members.h"

#include <string.h>

#include "base/guard.h"
#include "base/utf8.h"
#include "format/csv/scan.h"
#include "registry/dangling.h"

typedef enum { GROUP, ACTOR, FROM, TO, NOTE, CONFIDENCE, SOURCE, REMARK, N_COLUMNS } Column;

static const char *const column_names[N_COLUMNS] = { "group", "actor",      "from",   "to",
                                                     "note",  "confidence", "source", "remark" };

static const char *const confidences[] = { "attested by two", "attested by one", "recalled" };

typedef struct {
  ChnCsvScanner scanner;
  ChnRegistryBuilder *builder;
  int cell_of[N_COLUMNS]; /* -1: the table has no such column */
  guint n_cells;          /* of each row */
} Table;

static const ChnCsvCell *
get_cell (const Table *table, Column column)
{
  return table->cell_of[column] < 0 ? NULL : &table->scanner.cells[table->cell_of[column]];
}

/* NULL where nothing stands there. */
static char *
dup_text (const Table *table, Column column)
{
  const ChnCsvCell *cell = get_cell (table, column);
  g_autofree char *text = cell ? g_strstrip (g_strndup (cell->text, cell->length)) : NULL;
  return text && *text ? g_steal_pointer (&text) : NULL;
}

static void
take_heading (Table *table, const ChnCsvCell *cell, int index)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    if (strlen (column_names[i]) == cell->length && memcmp (column_names[i], cell->text, cell->length) == 0) {
      table->cell_of[i] = index;
      return;
    }
  chn_csv_fault (&table->scanner, cell, cell->at, NULL, CHN_ERROR_UNKNOWN,
                 "one of: group, actor, from, to, note, confidence, source, remark", "unknown column \"%.*s\"",
                 chn_guard_fit (cell->text, cell->length, 60), cell->text);
}

/* FALSE where no row can be read. */
static gboolean
read_headings (Table *table)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    table->cell_of[i] = -1;
  if (!chn_csv_scan (&table->scanner))
    return FALSE;
  table->n_cells = table->scanner.n_cells;
  for (guint i = 0; i < table->scanner.n_kept; i++)
    take_heading (table, &table->scanner.cells[i], (int) i);
  if (table->cell_of[GROUP] >= 0 && table->cell_of[ACTOR] >= 0)
    return TRUE;
  const ChnCsvCell *first = table->scanner.cells;
  chn_csv_fault (&table->scanner, first, first->at, NULL, CHN_ERROR_SYNTAX, "begin with group,actor,from,to",
                 "a table of members needs the columns \"group\" and \"actor\"");
  return FALSE;
}

/* A year, month or day is all of a membership where both ends are the same; without ends it is for all time: NULL. */
static gboolean
read_during (Table *table, ChnDate **during)
{
  g_autofree char *from = dup_text (table, FROM), *to = dup_text (table, TO);
  gboolean is_one = g_strcmp0 (from, to) == 0 && from && strcmp (from, "..") != 0;
  g_autofree char *text = is_one ? g_strdup (from) : g_strdup_printf ("%s/%s", from ? from : "", to ? to : "");
  g_autoptr (GError) error = NULL;
  *during = from || to ? chn_date_parse (text, -1, &error) : NULL;
  const ChnCsvCell *cell = get_cell (table, FROM) ? get_cell (table, FROM) : table->scanner.cells;
  if (error)
    chn_csv_fault (&table->scanner, cell, cell->at, NULL, CHN_ERROR_SYNTAX,
                   "write dates such as 1997-01-01, or \"..\"", "\"%s\" is no time of membership: %s", text,
                   error->message);
  return error == NULL;
}

static gboolean
read_confidence (Table *table, gboolean *is_recalled)
{
  g_autofree char *text = dup_text (table, CONFIDENCE);
  const ChnCsvCell *cell = get_cell (table, CONFIDENCE);
  *is_recalled = g_strcmp0 (text, "recalled") == 0;
  for (guint i = 0; i < G_N_ELEMENTS (confidences); i++)
    if (!text || strcmp (text, confidences[i]) == 0)
      return TRUE;
  chn_csv_fault (&table->scanner, cell, cell->at, NULL, CHN_ERROR_UNKNOWN,
                 "one of: attested by two, attested by one, recalled", "unknown confidence of a member \"%s\"", text);
  return FALSE;
}

static void
add_member (Table *table, const char *group, const ChnMembership *member)
{
  ChnCsvScanner *scanner = &table->scanner;
  const ChnCsvCell *actor = get_cell (table, ACTOR), *cell = get_cell (table, GROUP);
  if (!chn_registry_builder_get_actor (table->builder, group)) {
    chn_csv_fault (scanner, cell, cell->at, NULL, CHN_ERROR_UNKNOWN, "declare it in one of the registry files",
                   "no actor has the id \"%s\"", group);
    return;
  }
  chn_registry_builder_add_member (table->builder, group, member);
  chn_registry_builder_set_place (table->builder, group, member->actor, scanner->name, actor->line,
                                  chn_csv_get_column (scanner, actor, actor->at));
}

static void
read_row (Table *table)
{
  ChnCsvScanner *scanner = &table->scanner;
  if (scanner->n_cells != table->n_cells) {
    chn_csv_fault (scanner, scanner->cells, scanner->cells->at, NULL, CHN_ERROR_SYNTAX,
                   "put a cell that has a comma in quotes", "found %u cells, expected %u as in the first line",
                   scanner->n_cells, table->n_cells);
    return;
  }
  g_autofree char *groups = dup_text (table, GROUP), *actor = dup_text (table, ACTOR), *note = dup_text (table, NOTE);
  gboolean is_recalled = FALSE, is_confident = read_confidence (table, &is_recalled);
  g_autoptr (ChnDate) during = NULL;
  gboolean is_dated = read_during (table, &during);
  if (!groups || !actor)
    chn_csv_fault (scanner, scanner->cells, scanner->cells->at, NULL, CHN_ERROR_SYNTAX, NULL,
                   "a row names a group and an actor");
  if (!groups || !actor || !is_dated || !is_confident)
    return;
  const ChnMembership member = { actor, during, note, is_recalled };
  g_auto (GStrv) ids = g_strsplit (groups, " ", -1);
  for (char **id = ids; *id; id++)
    if (**id)
      add_member (table, *id, &member);
}

void
chn_csv_members_read (const char *bytes, gsize length, const char *file, ChnRegistryBuilder *builder,
                      ChnReport *report)
{
  static const char mark[] = "\xef\xbb\xbf"; /* of byte order */
  gboolean is_marked = length >= strlen (mark) && memcmp (bytes, mark, strlen (mark)) == 0;
  Table table = { .builder = builder };
  chn_csv_scanner_init (&table.scanner, file, report, bytes + (is_marked ? strlen (mark) : 0), bytes + length);
  if (!chn_utf8_is_whole (bytes, length, 0)) {
    const ChnCsvCell start = { .at = bytes, .line = 1, .line_start = bytes };
    chn_csv_fault (&table.scanner, &start, bytes, NULL, CHN_ERROR_SYNTAX, "save it as UTF-8",
                   "the table is not UTF-8");
  } else if (read_headings (&table))
    while (chn_csv_scan (&table.scanner))
      read_row (&table);
  chn_csv_scanner_clear (&table.scanner);
}
