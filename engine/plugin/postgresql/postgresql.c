/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The plugin "postgresql": a PostgreSQL server as a database, by libpq. */
#include "base/database.h"

#include <chancery/api.h>
#include <errno.h>
#include <libpq-fe.h>
#include <poll.h>
#include <string.h>

CHN_API extern const ChnDatabasePlugin chn_plugin_postgresql;

struct _ChnDatabase {
  PGconn *connection;
  char *secret; /* the password that was used, which no message shows; NULL for none */
};

/* Classes and codes of SQLSTATE (PostgreSQL, appendix A). */
static const struct {
  const char *beginning;
  ChnDatabaseError kind;
} states[] = {
  { "42P01", CHN_DATABASE_MISSING }, { "42703", CHN_DATABASE_MISSING }, { "3F000", CHN_DATABASE_MISSING },
  { "42501", CHN_DATABASE_REFUSED }, { "28", CHN_DATABASE_LOGIN },      { "23", CHN_DATABASE_REPEATED },
  { "25006", CHN_DATABASE_REFUSED }, { "40", CHN_DATABASE_BUSY },       { "55P03", CHN_DATABASE_BUSY },
  { "08", CHN_DATABASE_LOST },       { "53100", CHN_DATABASE_FULL },    { "53", CHN_DATABASE_LOST },
  { "57", CHN_DATABASE_LOST },       { "58", CHN_DATABASE_LOST },       { "XX", CHN_DATABASE_LOST },
};

/* libpq keeps no SQLSTATE of a connection that was refused; that there is no such database is named by its name. */
static gboolean
is_refused (const ChnDatabase *database)
{
  const PGconn *connection = database->connection;
  const char *name = PQdb (connection);
  if (PQstatus (connection) == CONNECTION_OK || PQbackendPID (connection) != 0)
    return FALSE;
  return PQconnectionNeedsPassword (connection) ||
         (PQconnectionUsedPassword (connection) && !(name && strstr (PQerrorMessage (connection), name)));
}

static ChnDatabaseError
tell_kind (const ChnDatabase *database, const PGresult *result)
{
  const char *state = result ? PQresultErrorField (result, PG_DIAG_SQLSTATE) : NULL;
  if (is_refused (database))
    return CHN_DATABASE_LOGIN;
  for (guint i = 0; state && i < G_N_ELEMENTS (states); i++)
    if (g_str_has_prefix (state, states[i].beginning))
      return states[i].kind;
  return PQstatus (database->connection) == CONNECTION_OK ? CHN_DATABASE_FAILED : CHN_DATABASE_LOST;
}

/* libpq shows the words of a connection that it does not understand, a password among them. */
static char *
dup_without (const char *message, const char *secret)
{
  GString *text = g_string_new (message);
  if (secret && *secret)
    g_string_replace (text, secret, "***", 0);
  g_string_replace (text, "\n\t", " ", 0);
  return g_strdelimit (g_strchomp (g_string_free (text, FALSE)), "\n", ' ');
}

static gboolean
fail (const ChnDatabase *database, const PGresult *result, GError **error)
{
  const char *primary = result ? PQresultErrorField (result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
  const char *secret = database->secret ? database->secret : PQpass (database->connection);
  g_autofree char *message = dup_without (primary ? primary : PQerrorMessage (database->connection), secret);
  g_set_error_literal (error, CHN_DATABASE_ERROR, (int) tell_kind (database, result), message);
  return FALSE;
}

static void
close_database (ChnDatabase *database)
{
  if (!database)
    return;
  PQfinish (database->connection);
  g_free (database->secret);
  g_free (database);
}

/* What is said of a relation that is there already and the like is not worth a line on standard error. */
static void
ignore_notice (void *data, const PGresult *result)
{
  (void) data, (void) result;
}

static char *
dup_secret (const char *place)
{
  char *secret = NULL;
  PQconninfoOption *options = PQconninfoParse (place, NULL);
  for (const PQconninfoOption *option = options; option && option->keyword; option++)
    if (strcmp (option->keyword, "password") == 0 && option->val)
      secret = g_strdup (option->val);
  PQconninfoFree (options);
  return secret;
}

static gboolean
is_fine (const PGresult *result)
{
  ExecStatusType status = PQresultStatus (result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_SINGLE_TUPLE;
}

static gboolean
run (ChnDatabase *database, const char *statements, GError **error)
{
  PGresult *result = PQexec (database->connection, statements);
  gboolean fine = is_fine (result) || fail (database, result, error);
  PQclear (result);
  return fine;
}

static gboolean
set_up (ChnDatabase *database, guint mode, GError **error)
{
  if (PQstatus (database->connection) != CONNECTION_OK)
    return fail (database, NULL, error);
  PQsetNoticeReceiver (database->connection, ignore_notice, NULL);
  return mode & CHN_DATABASE_WRITE || run (database, "SET default_transaction_read_only = on", error);
}

static ChnDatabase *
open_database (const char *place, guint mode, GError **error)
{
  /* What stands before the place is said otherwise by it; a server that does not answer is not waited for for hours.
   */
  static const char *const words[] = { "connect_timeout",  "keepalives_idle",           "keepalives_interval",
                                       "keepalives_count", "tcp_user_timeout",          "dbname",
                                       "client_encoding",  "fallback_application_name", NULL };
  const char *timeout = g_getenv ("PGCONNECT_TIMEOUT");
  const char *values[] = { timeout ? timeout : "10", "30", "10", "3", "60000", place, "UTF8", "chancery", NULL };
  g_autofree char *secret = dup_secret (place);
  PQconninfoOption *options = PQconninfoParse (place, NULL);
  if (!options) {
    g_set_error (error, CHN_DATABASE_ERROR, CHN_DATABASE_FAILED,
                 "libpq does not understand it; write postgresql://USER@HOST:PORT/DATABASE");
    return NULL;
  }
  PQconninfoFree (options);
  ChnDatabase *database = g_new0 (ChnDatabase, 1);
  database->secret = g_steal_pointer (&secret);
  database->connection = PQconnectdbParams (words, values, TRUE);
  if (set_up (database, mode, error))
    return database;
  close_database (database);
  return NULL;
}

static gboolean
hand_on (const PGresult *result, ChnDatabaseTake take, gpointer data, GError **error)
{
  guint n = (guint) PQnfields (result);
  g_autofree const char **cells = g_new (const char *, n + 1);
  for (int row = 0; row < PQntuples (result); row++) {
    for (guint i = 0; i < n; i++)
      cells[i] = PQgetisnull (result, row, (int) i) ? NULL : PQgetvalue (result, row, (int) i);
    if (take && !take (cells, n, data, error))
      return FALSE;
  }
  return TRUE;
}

/* All that is still to come must be read before anything else can be asked; the server is told to stop first. */
static void
drain (ChnDatabase *database)
{
  PGcancel *cancel = PQgetCancel (database->connection);
  char ignored[256];
  if (cancel)
    PQcancel (cancel, ignored, sizeof ignored);
  PQfreeCancel (cancel);
  for (PGresult *result; (result = PQgetResult (database->connection));)
    PQclear (result);
}

/* Row by row, so that an answer of any length takes no memory. */
static gboolean
ask (ChnDatabase *database, const char *statement, const char *const *values, guint n_values, ChnDatabaseTake take,
     gpointer data, GError **error)
{
  gboolean fine = TRUE;
  if (!PQsendQueryParams (database->connection, statement, (int) n_values, NULL, values, NULL, NULL, 0))
    return fail (database, NULL, error);
  PQsetSingleRowMode (database->connection);
  for (PGresult *result; fine && (result = PQgetResult (database->connection)); PQclear (result))
    fine = is_fine (result) ? hand_on (result, take, data, error) : fail (database, result, error);
  if (!fine)
    drain (database);
  return fine;
}

/* As COPY reads its text format (PostgreSQL, "COPY", File Formats). */
static void
append_cell (GString *out, const char *cell)
{
  static const char special[] = "\\\t\n\r", said[] = "\\tnr";
  if (!cell)
    g_string_append (out, "\\N");
  while (cell) {
    gsize plain = strcspn (cell, special);
    g_string_append_len (out, cell, (gssize) plain);
    cell += plain;
    if (!*cell)
      return;
    g_string_append_c (out, '\\');
    g_string_append_c (out, said[strchr (special, *cell++) - special]);
  }
}

enum { SEND_FROM = 65536 };

static gboolean
send (ChnDatabase *database, GString *lines, GError **error)
{
  gboolean sent = PQputCopyData (database->connection, lines->str, (int) lines->len) == 1;
  g_string_truncate (lines, 0);
  return sent || fail (database, NULL, error);
}

static gboolean
copy_rows (ChnDatabase *database, guint n_columns, ChnDatabaseGive give, gpointer data, GError **error)
{
  g_autofree const char **cells = g_new0 (const char *, n_columns);
  g_autoptr (GString) lines = g_string_sized_new (SEND_FROM + 4096);
  g_autoptr (GError) inner = NULL;
  while (give (cells, data, &inner)) {
    for (guint i = 0; i < n_columns; i++) {
      append_cell (lines, cells[i]);
      g_string_append_c (lines, i + 1 < n_columns ? '\t' : '\n');
    }
    if (lines->len >= SEND_FROM && !send (database, lines, error))
      return FALSE;
  }
  if (inner) {
    g_propagate_error (error, g_steal_pointer (&inner));
    return FALSE;
  }
  return lines->len == 0 || send (database, lines, error);
}

static char *
dup_copy (const char *table, const char *const *columns, guint n_columns)
{
  GString *text = g_string_new (NULL);
  g_string_printf (text, "COPY %s (", table);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (text, "%s\"%s\"", i > 0 ? ", " : "", columns[i]);
  g_string_append (text, ") FROM STDIN");
  return g_string_free (text, FALSE);
}

static gboolean
end_copy (ChnDatabase *database, gboolean fine, GError **error)
{
  gboolean ended = PQputCopyEnd (database->connection, fine ? NULL : "stopped") == 1;
  if (fine && !ended)
    fine = fail (database, NULL, error);
  for (PGresult *result; (result = PQgetResult (database->connection)); PQclear (result))
    if (fine && !is_fine (result))
      fine = fail (database, result, error);
  return fine;
}

static gboolean
load (ChnDatabase *database, const char *table, const char *const *columns, guint n_columns, ChnDatabaseGive give,
      gpointer data, GError **error)
{
  g_autofree char *text = dup_copy (table, columns, n_columns);
  PGresult *result = PQexec (database->connection, text);
  gboolean begun = PQresultStatus (result) == PGRES_COPY_IN || fail (database, result, error);
  PQclear (result);
  return begun && end_copy (database, copy_rows (database, n_columns, give, data, error), error);
}

static gboolean
take_notices (ChnDatabase *database, GError **error)
{
  gboolean any = FALSE;
  if (!PQconsumeInput (database->connection))
    return fail (database, NULL, error);
  for (PGnotify *notice; (notice = PQnotifies (database->connection)); PQfreemem (notice))
    any = TRUE;
  return any;
}

static gboolean
wait_for_change (ChnDatabase *database, guint milliseconds, GError **error)
{
  GError *inner = NULL;
  struct pollfd socket = { .fd = PQsocket (database->connection), .events = POLLIN };
  gboolean changed = take_notices (database, &inner);
  if (!changed && !inner && poll (&socket, 1, (int) MIN (milliseconds, G_MAXINT)) > 0)
    changed = take_notices (database, &inner);
  if (inner)
    g_propagate_error (error, inner);
  return changed;
}

const ChnDatabasePlugin chn_plugin_postgresql = {
  .version = CHN_DATABASE_VERSION,
  .open = open_database,
  .close = close_database,
  .run = run,
  .ask = ask,
  .load = load,
  .wait = wait_for_change,
};
