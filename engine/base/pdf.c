/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Loads the plugin that completes PDF when it is first needed. */
#include "base/pdf.h"

#include "base/plugin.h"

/* What came of loading it, kept for the life of the process. */
typedef struct {
  const ChnPdfPlugin *plugin;
  GError *error;
} Opened;

static gpointer
open_plugin (gpointer unused)
{
  (void) unused;
  Opened *opened = g_new0 (Opened, 1);
  if (!chn_plugin_has_room ("pdf", &opened->error))
    return opened;
  opened->plugin = chn_plugin_open ("pdf", CHN_PDF_VERSION, "libqpdf", &opened->error);
  return opened;
}

const ChnPdfPlugin *
chn_pdf_open (GError **error)
{
  static GOnce once = G_ONCE_INIT;
  const Opened *opened = g_once (&once, open_plugin, NULL);
  if (!opened->plugin && error)
    g_propagate_error (error, g_error_copy (opened->error));
  return opened->plugin;
}
