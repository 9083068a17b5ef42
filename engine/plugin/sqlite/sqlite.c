/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The plugin "sqlite": one file as a database, in SQLite's write-ahead log, which several people may open at once. */
#include "base/database.h"

#include <chancery/api.h>
#include <errno.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

CHN_API extern const ChnDatabasePlugin chn_plugin_sqlite;

struct _ChnDatabase {
  sqlite3 *handle;
  gint64 seen; /* PRAGMA data_version when it was last waited for */
};

/* How long to wait for somebody who writes; how often to look whether somebody has. In milliseconds. */
enum { MOST_WAIT = 5000, LOOK_EACH = 200 };

static ChnDatabaseError
tell_kind (int code)
{
  switch (code & 0xff) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return CHN_DATABASE_BUSY;
  case SQLITE_READONLY:
  case SQLITE_PERM:
  case SQLITE_AUTH:
    return CHN_DATABASE_REFUSED;
  case SQLITE_CONSTRAINT:
    return CHN_DATABASE_REPEATED;
  case SQLITE_FULL:
    return CHN_DATABASE_FULL;
  case SQLITE_IOERR:
  case SQLITE_CANTOPEN:
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return CHN_DATABASE_LOST;
  default:
    return CHN_DATABASE_FAILED;
  }
}

/* What the system says of it; a quota and a file that may not grow are a full disk to whoever writes. */
static gboolean
fail_to_write (ChnDatabase *database, GError **error)
{
  int number = sqlite3_system_errno (database->handle);
  gboolean full = number == ENOSPC || number == EFBIG || number == EDQUOT;
  g_set_error (error, CHN_DATABASE_ERROR, (int) (full ? CHN_DATABASE_FULL : CHN_DATABASE_LOST), "%s: %s",
               full ? "the file may not grow" : sqlite3_errmsg (database->handle), g_strerror (number));
  return FALSE;
}

/* SQLite tells that a table is not there by its message alone. */
static gboolean
fail (ChnDatabase *database, GError **error)
{
  int code = sqlite3_extended_errcode (database->handle);
  const char *message = sqlite3_errmsg (database->handle);
  if ((code & 0xff) == SQLITE_IOERR && sqlite3_system_errno (database->handle) != 0)
    return fail_to_write (database, error);
  gboolean missing = g_str_has_prefix (message, "no such table") || g_str_has_prefix (message, "no such column");
  g_set_error (error, CHN_DATABASE_ERROR, (int) (missing ? CHN_DATABASE_MISSING : tell_kind (code)), "%s",
               (code & 0xff) == SQLITE_BUSY ? "somebody else is writing" : message);
  return FALSE;
}

/* Locks do not hold there (sqlite.org/faq.html#q5): two who write would ruin the file. */
static gboolean
is_on_network (const char *place)
{
  static const guint32 kinds[] = { 0x6969 /* NFS */,      0xFF534D42 /* CIFS */, 0xFE534D42 /* SMB2 */,
                                   0x517B /* SMB */,      0x01021997 /* 9p */,   0x5346414F /* AFS */,
                                   0x6B414653 /* kAFS */, 0x00C36400 /* Ceph */, 0x0BD00BD0 /* Lustre */ };
  g_autofree char *folder = g_path_get_dirname (place);
  struct statfs facts;
  if (statfs (place, &facts) != 0 && statfs (folder, &facts) != 0) /* a link leads elsewhere than its folder */
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((guint32) facts.f_type == kinds[i])
      return TRUE;
  return FALSE;
}

static void
close_database (ChnDatabase *database)
{
  if (!database)
    return;
  sqlite3_close_v2 (database->handle);
  g_free (database);
}

static gboolean
run (ChnDatabase *database, const char *statements, GError **error)
{
  return sqlite3_exec (database->handle, statements, NULL, NULL, NULL) == SQLITE_OK || fail (database, error);
}

/* What a file that somebody else has made could have the program do is closed (sqlite.org/security.html). */
static gboolean
set_up (ChnDatabase *database, GError **error)
{
  sqlite3_db_config (database->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (database->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_limit (database->handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_busy_timeout (database->handle, MOST_WAIT);
  return run (database, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON;", error);
}

/* Of two who change the mode of one file, SQLite refuses one at once, without waiting for the other
 * (sqlite.org/wal.html, "Sometimes Queries Return SQLITE_BUSY In WAL Mode"). */
static gboolean
write_ahead (ChnDatabase *database, GError **error)
{
  enum { TRY_EACH = 10 };
  for (guint waited = 0;; waited += TRY_EACH) {
    g_autoptr (GError) inner = NULL;
    if (run (database, "PRAGMA journal_mode = WAL", &inner))
      return TRUE;
    if (inner->code != CHN_DATABASE_BUSY || waited >= MOST_WAIT) {
      g_propagate_error (error, g_steal_pointer (&inner));
      return FALSE;
    }
    g_usleep (TRY_EACH * 1000);
  }
}

static gboolean
open_file (ChnDatabase *database, const char *place, guint mode, GError **error)
{
  int flags = (mode & CHN_DATABASE_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) |
              (mode & CHN_DATABASE_CREATE ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  if (sqlite3_open_v2 (place, &database->handle, flags, NULL) != SQLITE_OK)
    return fail (database, error);
  return set_up (database, error) && (!(mode & CHN_DATABASE_CREATE) || write_ahead (database, error));
}

static ChnDatabase *
open_database (const char *place, guint mode, GError **error)
{
  if (is_on_network (place)) {
    g_set_error (error, CHN_DATABASE_ERROR, CHN_DATABASE_REFUSED,
                 "it lies on a network file system, on which SQLite's locks do not hold");
    return NULL;
  }
  if (!(mode & CHN_DATABASE_CREATE) && access (place, F_OK) != 0) {
    g_set_error (error, CHN_DATABASE_ERROR, CHN_DATABASE_MISSING, "%s", g_strerror (errno));
    return NULL;
  }
  ChnDatabase *database = g_new0 (ChnDatabase, 1);
  if (open_file (database, place, mode, error))
    return database;
  close_database (database);
  return NULL;
}

static gboolean
hand_on (sqlite3_stmt *statement, ChnDatabaseTake take, gpointer data, GError **error)
{
  guint n = (guint) sqlite3_column_count (statement);
  g_autofree const char **cells = g_new (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    cells[i] = (const char *) sqlite3_column_text (statement, (int) i);
  return !take || take (cells, n, data, error);
}

static gboolean
step_all (ChnDatabase *database, sqlite3_stmt *statement, ChnDatabaseTake take, gpointer data, GError **error)
{
  int code;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    if (!hand_on (statement, take, data, error))
      return FALSE;
  return code == SQLITE_DONE || fail (database, error);
}

static void
bind (sqlite3_stmt *statement, const char *const *values, guint n_values)
{
  for (guint i = 0; i < n_values; i++)
    if (values[i])
      sqlite3_bind_text (statement, (int) i + 1, values[i], -1, SQLITE_STATIC);
    else
      sqlite3_bind_null (statement, (int) i + 1);
}

static gboolean
ask (ChnDatabase *database, const char *text, const char *const *values, guint n_values, ChnDatabaseTake take,
     gpointer data, GError **error)
{
  sqlite3_stmt *statement = NULL;
  if (sqlite3_prepare_v2 (database->handle, text, -1, &statement, NULL) != SQLITE_OK)
    return fail (database, error);
  bind (statement, values, n_values);
  gboolean done = step_all (database, statement, take, data, error);
  sqlite3_finalize (statement);
  return done;
}

static char *
dup_insert (const char *table, const char *const *columns, guint n_columns)
{
  GString *text = g_string_new (NULL);
  g_string_printf (text, "INSERT INTO %s (", table);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (text, "%s\"%s\"", i > 0 ? ", " : "", columns[i]);
  g_string_append (text, ") VALUES (");
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (text, "%s$%u", i > 0 ? ", " : "", i + 1);
  g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}

static gboolean
load_rows (ChnDatabase *database, sqlite3_stmt *statement, guint n_columns, ChnDatabaseGive give, gpointer data,
           GError **error)
{
  g_autofree const char **cells = g_new0 (const char *, n_columns);
  g_autoptr (GError) inner = NULL;
  while (give (cells, data, &inner)) {
    bind (statement, cells, n_columns);
    if (!step_all (database, statement, NULL, NULL, error))
      return FALSE;
    sqlite3_reset (statement);
  }
  if (inner)
    g_propagate_error (error, g_steal_pointer (&inner));
  return inner == NULL && (!error || !*error);
}

static gboolean
load (ChnDatabase *database, const char *table, const char *const *columns, guint n_columns, ChnDatabaseGive give,
      gpointer data, GError **error)
{
  sqlite3_stmt *statement = NULL;
  g_autofree char *text = dup_insert (table, columns, n_columns);
  if (sqlite3_prepare_v2 (database->handle, text, -1, &statement, NULL) != SQLITE_OK)
    return fail (database, error);
  gboolean done = load_rows (database, statement, n_columns, give, data, error);
  sqlite3_finalize (statement);
  return done;
}

static gboolean
take_number (const char *const *cells, guint n, gpointer data, GError **error)
{
  (void) n, (void) error;
  *(gint64 *) data = g_ascii_strtoll (cells[0], NULL, 10);
  return TRUE;
}

/* Another connection's commit changes the number (sqlite.org/pragma.html#pragma_data_version). */
static gboolean
wait_for_change (ChnDatabase *database, guint milliseconds, GError **error)
{
  for (guint waited = 0;; waited += LOOK_EACH) {
    gint64 version = 0;
    if (!ask (database, "PRAGMA data_version", NULL, 0, take_number, &version, error))
      return FALSE;
    gboolean changed = version != database->seen;
    database->seen = version;
    if (changed || waited >= milliseconds)
      return changed;
    g_usleep (LOOK_EACH * 1000);
  }
}

const ChnDatabasePlugin chn_plugin_sqlite = {
  .version = CHN_DATABASE_VERSION,
  .open = open_database,
  .close = close_database,
  .run = run,
  .ask = ask,
  .load = load,
  .wait = wait_for_change,
};
