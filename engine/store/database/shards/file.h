/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>
#include <chancery/report.h>

/* A server of a file that says over which ones a store is spread. */
typedef struct {
  char *start; /* where its range starts, as it is written; NULL for the first */
  gint64 begins;
  char *place;                                    /* without who comes */
  char *host, *port, *database, *user, *password; /* NULL for none */
  char *options;                                  /* further ones of the connection: "sslmode=require&…"; or NULL */
} ChnStoreServer;

/* Reads such a file, in the order of dates. NULL with an error at the first fault; all are in the report. */
GPtrArray *chn_store_read_servers (const char *path, ChnReport *report, const ChnLimits *limits, GError **error);
