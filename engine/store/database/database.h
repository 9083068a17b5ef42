/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/store.h>

#include "base/database.h"

/* A store that is open: the database, and how it is spoken of. */
struct _ChnStore {
  ChnDatabaseKind kind;
  const ChnDatabasePlugin *plugin;
  ChnDatabase *database;
  char *name;            /* its place without a password */
  gboolean is_listening; /* to what others write */
  gboolean is_held;      /* a transaction is open in which others are steps */
  gboolean expects;      /* that nobody has written since `expected` */
  guint64 expected;
  gboolean knows_view;    /* what may be seen of it was asked already: */
  guint view;             /* a ChnStoreView */
  gboolean knows_apart;   /* while reading, whether anything is not for everybody was asked already: */
  gboolean has_apart;
  gboolean is_reading;    /* in a transaction, so that all that is asked is of one moment */
  GPtrArray *shards;      /* of a store that is spread over servers, by date (shards/shards.h); NULL for others */
  gboolean may_leave_out; /* servers of it that do not answer */
  char *events[2];        /* of such a one: what stands behind FROM for each view */
  char *answering;        /* " AND begins …": where what is left out does not lie; NULL where nothing is */
};

/* Which kind of database a place names, and where: "sqlite:team.db" is team.db. FALSE where it is none. */
gboolean chn_store_find_kind (const char *place, ChnDatabaseKind *kind, const char **where);

/* Opens the database, whatever is in it; the caller frees it. */
ChnStore *chn_store_connect (const char *place, guint mode, GError **error);

/* Says what went wrong in the words of the program, and what to do about it; always FALSE. */
gboolean chn_store_complain (const ChnStore *store, const GError *inner, GError **error);

/* The functions of the plugin, with such errors. */
gboolean chn_store_run (const ChnStore *store, const char *statements, GError **error);
gboolean chn_store_ask (const ChnStore *store, const char *statement, const char *const *values, guint n_values,
                        ChnDatabaseTake take, gpointer data, GError **error);
gboolean chn_store_load (const ChnStore *store, const char *table, const char *const *columns, guint n_columns,
                         ChnDatabaseGive give, gpointer data, GError **error);

/* Asks for one text; NULL without an error where no row comes. */
char *chn_store_ask_text (const ChnStore *store, const char *statement, const char *const *values, guint n_values,
                          GError **error);

/* The same of a number, 0 where no row comes. */
gboolean chn_store_ask_number (const ChnStore *store, const char *statement, const char *const *values,
                               guint n_values, guint64 *number, GError **error);

/* Adds the first text of each row to a set, which frees it. */
gboolean chn_store_ask_set (const ChnStore *store, const char *statement, const char *const *values, guint n_values,
                            GHashTable *set, GError **error);
/* A ChnDatabaseTake that adds the first cell to such a set. */
gboolean chn_store_take_in_set (const char *const *cells, guint n, gpointer set, GError **error);

/* A transaction in which one writes, alone; ended by either. */
gboolean chn_store_begin (const ChnStore *store, GError **error);
gboolean chn_store_commit (const ChnStore *store, GError **error);
void chn_store_roll_back (const ChnStore *store);
