/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The five queries in one process, written as CSV, again and again: chancery against SQLite with prepared statements.
 */
#include <chancery/chancery.h>
#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

static const struct {
  const char *label, *query, *sql;
} asked[] = {
  { "date range and forum", "date:2014..2016 forum:un.sc",
    "SELECT * FROM event WHERE earliest < '2017' AND latest >= '2014' AND (forums = 'un.sc' OR forums = "
    "'un.sc.1718')" },
  { "actor, kind, date range", "actor=prk kind:statement date:2010..2012",
    "SELECT event.* FROM participation JOIN event ON event.rowid = participation.event WHERE actor = 'prk' AND"
    " kind = 'statement' AND earliest < '2013' AND latest >= '2010'" },
  { "a rare word", "text:zugzwang",
    "SELECT event.* FROM prose JOIN event ON event.rowid = prose.rowid WHERE prose MATCH 'zugzwang'" },
  { "a phrase of common words", "text:\"human rights\"",
    "SELECT event.* FROM prose JOIN event ON event.rowid = prose.rowid WHERE prose MATCH '\"human rights\"'"
    " AND (event.title LIKE '%human rights%' OR event.summary LIKE '%human rights%')" },
  { "negation and comparison", "-forum:un.sc no:58..",
    "SELECT * FROM event WHERE no BETWEEN 58 AND 193 AND forums <> 'un.sc' AND forums <> 'un.sc.1718'" },
};

static gboolean
count_bytes (const char *bytes, gsize length, gpointer total, GError **error)
{
  (void) bytes, (void) error;
  *(gsize *) total += length;
  return TRUE;
}

/* Asks and writes the rows; how many there were. */
static guint
ask_chancery (ChnTimeline *timeline, const char *text, gsize *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnQuery) query = chn_query_parse (text, NULL, &error);
  g_autoptr (ChnBoundQuery) bound = query ? chn_query_bind (query, timeline, NULL, &error) : NULL;
  g_auto (ChnRows) rows = { 0 };
  if (!bound)
    g_error ("%s", error->message);
  chn_bound_query_run (bound, TRUE, &rows);
  chn_format_write (chn_format_find ("csv", NULL), timeline, &rows, NULL, NULL, count_bytes, bytes, NULL);
  return rows.n;
}

/* As the shell of SQLite writes cells. */
static void
put_cell (GString *out, const char *text, gsize length)
{
  if (!strpbrk (text, "\",'\r\n ")) {
    g_string_append_len (out, text, (gssize) length);
    return;
  }
  g_string_append_c (out, '"');
  for (const char *quote; (quote = strchr (text, '"')); text = quote + 1) {
    g_string_append_len (out, text, quote + 1 - text);
    g_string_append_c (out, '"');
  }
  g_string_append (out, text);
  g_string_append_c (out, '"');
}

static guint
ask_sqlite (sqlite3_stmt *statement, gsize *bytes)
{
  guint n = 0;
  g_autoptr (GString) out = g_string_sized_new (1 << 16);
  sqlite3_reset (statement);
  for (; sqlite3_step (statement) == SQLITE_ROW; n++) {
    for (int i = 0; i < sqlite3_column_count (statement); i++) {
      const char *text = (const char *) sqlite3_column_text (statement, i);
      put_cell (out, text ? text : "", (gsize) sqlite3_column_bytes (statement, i));
      g_string_append_c (out, ',');
    }
    out->str[out->len - 1] = '\n';
    if (out->len < 1 << 15)
      continue;
    *bytes += out->len;
    g_string_truncate (out, 0);
  }
  *bytes += out->len;
  return n;
}

static sqlite3_stmt *
prepare (sqlite3 *database, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  g_autofree char *ordered = g_strconcat (sql, " ORDER BY earliest, latest, event.rowid", NULL);
  if (sqlite3_prepare_v2 (database, ordered, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));
  return statement;
}

int
main (int argc, char **argv)
{
  enum { TIMES = 7 };
  sqlite3 *database = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnTimeline) timeline = argc == 3 ? chn_snapshot_open (argv[1], NULL, &error) : NULL;
  if (!timeline || sqlite3_open_v2 (argv[2], &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("usage: loop SNAPSHOT DATABASE%s%s", error ? ": " : "", error ? error->message : "");
  sqlite3_exec (database, "PRAGMA mmap_size = 4000000000", NULL, NULL, NULL);
  double sum = 0, least = G_MAXDOUBLE;
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++) {
    sqlite3_stmt *statement = prepare (database, asked[i].sql);
    gint64 ours = G_MAXINT64, theirs = G_MAXINT64;
    gsize bytes = 0;
    guint n = 0, n_theirs = 0;
    for (guint k = 0; k < TIMES; k++) {
      gint64 begin = g_get_monotonic_time ();
      n = ask_chancery (timeline, asked[i].query, &bytes);
      gint64 between = g_get_monotonic_time ();
      n_theirs = ask_sqlite (statement, &bytes);
      ours = MIN (ours, between - begin);
      theirs = MIN (theirs, g_get_monotonic_time () - between);
    }
    double ratio = (double) theirs / (double) MAX (ours, 1);
    sum += log (ratio);
    least = MIN (least, ratio);
    printf ("%-32s %10.2f ms %10.2f ms   %6.1f x  %u rows%s\n", asked[i].label, (double) ours / 1000,
            (double) theirs / 1000, ratio, n, n == n_theirs ? "" : ", BUT NOT THE SAME");
    sqlite3_finalize (statement);
  }
  printf ("%-32s %13s %13s   %6.1f x  least %.1f x\n", "geometric mean, in one process", "", "",
          exp (sum / G_N_ELEMENTS (asked)), least);
  sqlite3_close (database);
  return 0;
}
