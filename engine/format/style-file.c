/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A style of one's own: a file with a line NAME: VALUE for each write option of briefings that it sets. */
#include <chancery/format.h>
#include <string.h>

#include "base/error.h"
#include "format/yaml/keys.h"
#include "format/yaml/pairs.h"

/* What a style is: other options are a call's alone. */
static const char *const names[] = { "style", "group", "length", "notes", "disputes", "quotes", NULL };

/* A switch is on, or is left as it is. */
static gboolean
is_switched_off (const char *name, const char *value)
{
  return strcmp (name, "quotes") == 0 && (strcmp (value, "no") == 0 || strcmp (value, "false") == 0);
}

static void
take_option (const char *name, const ChnYamlNode *value, const ChnYamlFaults *faults, gpointer data)
{
  g_autoptr (GError) error = NULL;
  if (!g_strv_contains (names, name)) {
    g_autofree char *list = g_strjoinv (", ", (char **) names);
    g_autofree char *hint = g_strdup_printf ("one of: %s", list);
    chn_yaml_fault (faults, value, CHN_YAML_FAULT_UNKNOWN_KEY, hint, "\"%s\" is no part of a style", name);
  } else if (!is_switched_off (name, value->text) && !chn_write_options_set (data, name, value->text, &error)) {
    chn_yaml_fault (faults, value, CHN_YAML_FAULT_VALUE, chn_error_get_hint (error), "%s", error->message);
  }
}

gboolean
chn_write_options_load_style (ChnWriteOptions *options, const char *path, ChnReport *report, const ChnLimits *limits,
                              GError **error)
{
  return chn_yaml_read_pairs (path, "styles", report, limits, take_option, options, error);
}
