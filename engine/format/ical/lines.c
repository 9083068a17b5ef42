/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The properties of the component at hand: spans, kept until its end is read. */
#include "format/ical/lines.h"

#include <string.h>

void
chn_ical_lines_init (ChnIcalLines *lines)
{
  lines->lines = g_array_new (FALSE, FALSE, sizeof (ChnIcalLine));
  lines->parameters = g_array_new (FALSE, FALSE, sizeof (ChnScanParameter));
  lines->folded = g_ptr_array_new_with_free_func (g_free);
}

void
chn_ical_lines_clear (ChnIcalLines *lines)
{
  g_array_unref (lines->lines);
  g_array_unref (lines->parameters);
  g_ptr_array_unref (lines->folded);
}

void
chn_ical_lines_reset (ChnIcalLines *lines)
{
  g_array_set_size (lines->lines, 0);
  g_array_set_size (lines->parameters, 0);
  g_ptr_array_set_size (lines->folded, 0);
}

/* The same span within a copy of the content. */
static ChnSlice
move (ChnSlice slice, const ChnSlice *content, const char *copy)
{
  return (ChnSlice){ copy + (slice.text - content->text), slice.length };
}

static ChnSlice
unquote (ChnSlice value)
{
  if (value.length >= 2 && value.text[0] == '"' && value.text[value.length - 1] == '"' &&
      !memchr (value.text + 1, '"', value.length - 2))
    return (ChnSlice){ value.text + 1, value.length - 2 };
  return value;
}

void
chn_ical_lines_add (ChnIcalLines *lines, ChnIcalName name, const ChnScanLine *line, gboolean in_input)
{
  const char *text = line->content.text;
  if (!in_input) {
    text = g_memdup2 (line->content.text, line->content.length);
    g_ptr_array_add (lines->folded, (gpointer) text);
  }
  ChnIcalLine kept = {
    .name = name,
    .line = line->line,
    .head = { text, (gsize) (line->value.text - line->content.text) - 1 },
    .value = move (line->value, &line->content, text),
    .first_parameter = lines->parameters->len,
    .n_parameters = line->n_parameters,
  };
  for (guint i = 0; i < line->n_parameters; i++) {
    ChnScanParameter parameter = { move (line->parameter[i].name, &line->content, text),
                                   unquote (move (line->parameter[i].value, &line->content, text)) };
    g_array_append_val (lines->parameters, parameter);
  }
  g_array_append_val (lines->lines, kept);
}

const ChnSlice *
chn_ical_lines_get_parameter (const ChnIcalLines *lines, const ChnIcalLine *line, const char *upper)
{
  for (guint i = 0; i < line->n_parameters; i++) {
    const ChnScanParameter *parameter =
        &g_array_index (lines->parameters, ChnScanParameter, line->first_parameter + i);
    if (chn_slice_is_name (&parameter->name, upper))
      return &parameter->value;
  }
  return NULL;
}
