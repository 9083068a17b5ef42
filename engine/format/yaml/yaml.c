/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* YAML, the format of timeline files: its row of the format table. */
#include <string.h>

#include "format/yaml/keys.h"
#include "format/yaml/read.h"

static gboolean
is_key (const char *line, gsize length)
{
  const ChnYamlKeys *keys = &chn_yaml_timeline_keys;
  const char *colon = memchr (line, ':', length);
  for (guint i = 0; colon && i < keys->n_keys; i++)
    if (strlen (keys->keys[i].name) == (gsize) (colon - line) &&
        memcmp (keys->keys[i].name, line, (gsize) (colon - line)) == 0)
      return TRUE;
  return FALSE;
}

/* Comments, and then a key of the outermost mapping. */
static gboolean
begins (const char *text, gsize length)
{
  for (const char *at = text, *end = text + length; at < end;) {
    const char *newline = memchr (at, '\n', (gsize) (end - at));
    gsize n = (gsize) ((newline ? newline : end) - at);
    gboolean says_nothing = n == 0 || *at == '#' || *at == '\r' || (n >= 3 && memcmp (at, "---", 3) == 0);
    if (!says_nothing)
      return is_key (at, n);
    at += n + (newline != NULL);
  }
  return FALSE;
}

static const char *const extensions[] = { ".yaml", ".yml", NULL };

const ChnFormat chn_format_yaml = {
  .name = "yaml",
  .carries_all = TRUE,
  .note = "the timeline file",
  .extensions = extensions,
  .read = chn_yaml_read,
  .begins = begins,
  .write = chn_yaml_write,
};
