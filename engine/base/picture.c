/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Loads the plugin for pictures when it is first needed. */
#include "base/picture.h"

#include "base/plugin.h"

/* What came of loading it, kept for the life of the process. */
typedef struct {
  const ChnPicturePlugin *plugin;
  GError *error;
} Opened;

static gpointer
open_plugin (gpointer unused)
{
  (void) unused;
  Opened *opened = g_new0 (Opened, 1);
  if (!chn_plugin_has_room ("picture", &opened->error))
    return opened;
  opened->plugin = chn_plugin_open ("picture", CHN_PICTURE_VERSION, "libpangocairo", &opened->error);
  return opened;
}

const ChnPicturePlugin *
chn_picture_open (GError **error)
{
  static GOnce once = G_ONCE_INIT;
  const Opened *opened = g_once (&once, open_plugin, NULL);
  if (!opened->plugin && error)
    g_propagate_error (error, g_error_copy (opened->error));
  return opened->plugin;
}
