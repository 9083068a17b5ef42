/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Loads the plugin for recurrence when it is first needed. */
#include "base/recurrence.h"

#include "base/plugin.h"

/* What came of loading it, kept for the life of the process. */
typedef struct {
  const ChnRecurrencePlugin *plugin;
  GError *error;
} Opened;

static gpointer
open_plugin (gpointer unused)
{
  (void) unused;
  Opened *opened = g_new0 (Opened, 1);
  opened->plugin = chn_plugin_open ("recurrence", CHN_RECURRENCE_VERSION, "libical", &opened->error);
  return opened;
}

const ChnRecurrencePlugin *
chn_recurrence_open (GError **error)
{
  static GOnce once = G_ONCE_INIT;
  const Opened *opened = g_once (&once, open_plugin, NULL);
  if (!opened->plugin && error)
    g_propagate_error (error, g_error_copy (opened->error));
  return opened->plugin;
}
