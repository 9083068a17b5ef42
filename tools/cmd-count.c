/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery count: how many events there are of each year, forum, actor and so on. */
#include <string.h>

#include "command.h"
#include "count-text.h"
#include "load.h"
#include "saving.h"
#include "usage.h"

/* How counts are written. */
typedef struct {
  const char *name;
  const char *extension;
  char *(*write) (const ChnCount *count, guint columns);
} CountFormat;

static char *
write_csv (const ChnCount *count, guint columns)
{
  (void) columns;
  return chn_count_dup_csv (count);
}

static char *
write_json (const ChnCount *count, guint columns)
{
  (void) columns;
  return chn_count_dup_json (count);
}

static const CountFormat formats[] = {
  { "text", ".txt", count_text_dup },
  { "csv", ".csv", write_csv },
  { "json", ".json", write_json },
};

/* By --format, else by the extension of the file, else text. */
static const CountFormat *
find_format (const Arguments *arguments, GError **error)
{
  const char *name = arguments_get (arguments, "format"), *file = arguments_get (arguments, "output");
  if (!name && !file)
    return &formats[0];
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (name ? strcmp (formats[i].name, name) == 0 : g_str_has_suffix (file, formats[i].extension))
      return &formats[i];
  if (name)
    usage_set_error (error, "--format takes text, csv or json, not \"%s\"", name);
  else
    usage_set_error (error, "the name %s does not tell the format; add --format text, csv or json", file);
  return NULL;
}

Status
run_count (Program *program, const Arguments *arguments, GError **error)
{
  ChnCountSpec spec = { .by = arguments_get (arguments, "by"),
                        .sum = arguments_get (arguments, "sum"),
                        .average = arguments_get (arguments, "average") };
  const CountFormat *format = find_format (arguments, error);
  if (!format || !arguments_get_number (arguments, "depth", &spec.depth, error))
    return STATUS_USAGE;
  spec.by = spec.by ? spec.by : "year";
  g_autoptr (ChnTimeline) timeline = load_faultless_timeline (program, error);
  g_auto (ChnRows) rows = { 0 };
  if (!timeline || !load_rows (program, timeline, arguments, &rows, NULL, error))
    return STATUS_USAGE;
  g_autoptr (ChnCount) count = chn_count_new (timeline, &rows, &spec, error);
  if (!count)
    return STATUS_USAGE;
  const char *file = arguments_get (arguments, "output");
  g_autofree char *text = format->write (count, file ? 0 : program->console.columns);
  saving_write (file, text, error);
  return STATUS_DONE;
}
