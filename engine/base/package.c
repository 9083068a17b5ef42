/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Loads the plugin for packages when it is first needed. */
#include "base/package.h"

#include "base/plugin.h"

/* What came of loading it, kept for the life of the process. */
typedef struct {
  const ChnPackagePlugin *plugin;
  GError *error;
} Opened;

static gpointer
open_plugin (gpointer unused)
{
  (void) unused;
  Opened *opened = g_new0 (Opened, 1);
  opened->plugin = chn_plugin_open ("package", CHN_PACKAGE_VERSION, "libarchive", &opened->error);
  return opened;
}

const ChnPackagePlugin *
chn_package_open (GError **error)
{
  static GOnce once = G_ONCE_INIT;
  const Opened *opened = g_once (&once, open_plugin, NULL);
  if (!opened->plugin && error)
    g_propagate_error (error, g_error_copy (opened->error));
  return opened->plugin;
}
