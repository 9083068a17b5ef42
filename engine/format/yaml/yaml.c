/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* YAML, the format of timeline files: its row of the format table. */
#include "format/yaml/read.h"

static const char *const extensions[] = { ".yaml", ".yml", NULL };

const ChnFormat chn_format_yaml = {
  .name = "yaml",
  .note = "the timeline file",
  .extensions = extensions,
  .read = chn_yaml_read,
  .write = chn_yaml_write,
};
