/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The plugins that there are, each loaded when it is first needed. */
#include "base/database.h"
#include "base/http.h"
#include "base/office.h"
#include "base/pdf.h"
#include "base/picture.h"
#include "base/plugin.h"

typedef struct {
  const char *name;
  guint version;
  const char *needs;
  gboolean needs_room; /* chn_plugin_has_room() */
} Kind;

static const Kind http = { "http", CHN_HTTP_VERSION, "libmicrohttpd and libdeflate", FALSE };
static const Kind office = { "office", CHN_OFFICE_VERSION, "libarchive and libxml2", FALSE };
static const Kind pdf = { "pdf", CHN_PDF_VERSION, "libqpdf", TRUE };
static const Kind databases[CHN_N_DATABASE_KINDS] = {
  [CHN_DATABASE_SQLITE] = { "sqlite", CHN_DATABASE_VERSION, "libsqlite3", FALSE },
  [CHN_DATABASE_POSTGRESQL] = { "postgresql", CHN_DATABASE_VERSION, "libpq", FALSE },
};
static const Kind picture = { "picture", CHN_PICTURE_VERSION, "libpangocairo", TRUE };

/* What came of loading one, kept for the life of the process. */
typedef struct {
  gconstpointer plugin;
  GError *error;
} Opened;

static gpointer
open_kind (gpointer data)
{
  const Kind *kind = data;
  Opened *opened = g_new0 (Opened, 1);
  if (!kind->needs_room || chn_plugin_has_room (kind->name, &opened->error))
    opened->plugin = chn_plugin_open (kind->name, kind->version, kind->needs, &opened->error);
  return opened;
}

static gconstpointer
get_plugin (GOnce *once, const Kind *kind, GError **error)
{
  const Opened *opened = g_once (once, open_kind, (gpointer) (guintptr) kind);
  if (!opened->plugin && error)
    g_propagate_error (error, g_error_copy (opened->error));
  return opened->plugin;
}

const ChnHttpPlugin *
chn_http_open (GError **error)
{
  static GOnce once = G_ONCE_INIT;
  return get_plugin (&once, &http, error);
}

const ChnDatabasePlugin *
chn_database_plugin_open (ChnDatabaseKind kind, GError **error)
{
  static GOnce once[CHN_N_DATABASE_KINDS] = { G_ONCE_INIT, G_ONCE_INIT };
  return get_plugin (&once[kind], &databases[kind], error);
}

const ChnOfficePlugin *
chn_office_open (GError **error)
{
  static GOnce once = G_ONCE_INIT;
  return get_plugin (&once, &office, error);
}

const ChnPdfPlugin *
chn_pdf_open (GError **error)
{
  static GOnce once = G_ONCE_INIT;
  return get_plugin (&once, &pdf, error);
}

const ChnPicturePlugin *
chn_picture_open (GError **error)
{
  static GOnce once = G_ONCE_INIT;
  return get_plugin (&once, &picture, error);
}
