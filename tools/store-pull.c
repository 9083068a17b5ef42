/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery store pull: what a store holds as a timeline file, and of which revision it is. */
#include "store-pull.h"

#include <stdio.h>
#include <string.h>

#include <chancery/sink.h>

#include "store-state.h"
#include "usage.h"

static gboolean
check_file (const Arguments *arguments, const char *file, GError **error)
{
  g_autofree char *old = NULL;
  gsize length = 0;
  if (file && !g_str_has_suffix (file, ".yaml") && !g_str_has_suffix (file, ".yml"))
    usage_set_error (error, "pull writes YAML, and %s is named otherwise; \"chancery export\" makes other files",
                     file);
  else if (file && !arguments_has (arguments, "overwrite") && g_file_get_contents (file, &old, &length, NULL) &&
           chn_edits_has_comments (old, length))
    usage_set_error (error, "%s has comments, which would be lost; name another file, or add --overwrite", file);
  else
    return TRUE;
  return FALSE;
}

/* What a reader has pulled lacks what is not public: brought home, it would take that out. */
static void
print_revision (const char *place, const StoreState *state)
{
  g_autofree char *name = chn_store_dup_name (place);
  if (state->is_whole)
    fprintf (stderr,
             "chancery: revision %" G_GUINT64_FORMAT " of %s; store push --base %" G_GUINT64_FORMAT
             " brings home what is changed in it\n",
             state->revision, name, state->revision);
  else
    fprintf (stderr, "chancery: what is public of %s\n", name);
}

gboolean
store_pull (Program *program, const Arguments *arguments, const char *place, GError **error)
{
  gsize length = 0;
  g_auto (StoreState) state = { 0 };
  const char *file = arguments_get_output (arguments);
  if (!check_file (arguments, file, error))
    return FALSE;
  g_autoptr (ChnStore) store = chn_store_open (place, FALSE, error);
  if (!store || !store_state_read (&state, program, store, 0, error))
    return FALSE;
  const char *bytes = g_bytes_get_data (state.bytes, &length);
  if (!(file ? chn_file_replace (file, bytes, length, error) : console_sink (bytes, length, NULL, error)))
    return FALSE;
  print_revision (place, &state);
  return TRUE;
}
