/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Databases that speak SQL, as the plugins "sqlite" and "postgresql" offer them in one table of functions. All cells
 * are UTF-8 texts, NULL for SQL's NULL; values are bound, never pasted. A database is used by one thread at a time.
 */

/* Rises with each change of the table. */
enum { CHN_DATABASE_VERSION = 1 };

typedef enum { CHN_DATABASE_SQLITE, CHN_DATABASE_POSTGRESQL, CHN_N_DATABASE_KINDS } ChnDatabaseKind;

typedef struct _ChnDatabase ChnDatabase;

typedef enum {
  CHN_DATABASE_CREATE = 1 << 0, /* a file that is not there is made */
  CHN_DATABASE_WRITE = 1 << 1,
} ChnDatabaseMode;

/* What went wrong, as far as whoever called does something else about it. Of the domain "chancery-database". */
typedef enum {
  CHN_DATABASE_FAILED,   /* the database says no */
  CHN_DATABASE_REFUSED,  /* a role that may not */
  CHN_DATABASE_LOGIN,    /* nobody of that name, or another password */
  CHN_DATABASE_LOST,     /* the connection, the server, the disk */
  CHN_DATABASE_FULL,     /* there is no room on the disk, or the file may not grow */
  CHN_DATABASE_BUSY,     /* somebody else writes, for longer than one waits */
  CHN_DATABASE_REPEATED, /* what must be there once would be there twice */
  CHN_DATABASE_MISSING,  /* a table or column that is not there */
} ChnDatabaseError;

#define CHN_DATABASE_ERROR (g_quark_from_string ("chancery-database"))

/* Takes a row of an answer; FALSE with an error ends it. The cells last as long as the call. */
typedef gboolean (*ChnDatabaseTake) (const char *const *cells, guint n, gpointer data, GError **error);

/* Gives the cells of the next row, which last until the next call; FALSE at the end, or with an error. */
typedef gboolean (*ChnDatabaseGive) (const char **cells, gpointer data, GError **error);

typedef struct {
  guint version;

  /* `place` is a path, or a URI of PostgreSQL; what stands in errors never shows a password. */
  ChnDatabase *(*open) (const char *place, guint mode, GError **error);
  void (*close) (ChnDatabase *database);

  /* Carries out statements without values, one behind the other. */
  gboolean (*run) (ChnDatabase *database, const char *statements, GError **error);

  /* Asks one statement, whose values are numbered $1, $2 …, and hands on each row of the answer as it comes. */
  gboolean (*ask) (ChnDatabase *database, const char *statement, const char *const *values, guint n_values,
                   ChnDatabaseTake take, gpointer data, GError **error);

  /* Puts rows into a table, as fast as it can. */
  gboolean (*load) (ChnDatabase *database, const char *table, const char *const *columns, guint n_columns,
                    ChnDatabaseGive give, gpointer data, GError **error);

  /* Waits until somebody has changed the database, at most so long; TRUE also where that is not sure. FALSE with an
   * error, or without one when the time is over. */
  gboolean (*wait) (ChnDatabase *database, guint milliseconds, GError **error);
} ChnDatabasePlugin;

/* The plugin; NULL with an error where it cannot be loaded. Safe from any thread. */
const ChnDatabasePlugin *chn_database_plugin_open (ChnDatabaseKind kind, GError **error);
