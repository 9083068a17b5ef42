/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The properties of the component at hand: spans, kept until its end is read. What is wrong with one can be mended.
 */
#include "format/ical/lines.h"

#include <string.h>

enum { FIRST_ROOM = 16 };

void
chn_ical_lines_init (ChnIcalLines *lines)
{
  *lines = (ChnIcalLines){ .room = FIRST_ROOM, .parameter_room = FIRST_ROOM };
  lines->line = g_new (ChnIcalLine, lines->room);
  lines->parameter = g_new (ChnScanParameter, lines->parameter_room);
  lines->folded = chn_arena_new ();
}

void
chn_ical_lines_clear (ChnIcalLines *lines)
{
  g_free (lines->line);
  g_free (lines->parameter);
  chn_arena_free (lines->folded);
}

void
chn_ical_lines_reset (ChnIcalLines *lines)
{
  lines->n = 0;
  lines->n_parameters = 0;
  lines->found = lines->repeated = 0;
  memset (lines->first, 0, sizeof lines->first);
  chn_arena_clear (lines->folded);
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

static void
add_parameters (ChnIcalLines *lines, const ChnScanLine *line, const char *text)
{
  while (lines->parameter_room - lines->n_parameters < line->n_parameters) {
    lines->parameter_room *= 2;
    lines->parameter = g_renew (ChnScanParameter, lines->parameter, lines->parameter_room);
  }
  for (guint i = 0; i < line->n_parameters; i++)
    lines->parameter[lines->n_parameters++] = (ChnScanParameter){
      move (line->parameter[i].name, &line->content, text),
      unquote (move (line->parameter[i].value, &line->content, text)),
    };
}

void
chn_ical_lines_add (ChnIcalLines *lines, ChnIcalName name, const ChnScanLine *line, gboolean in_input)
{
  const ChnSlice *content = &line->content;
  const char *text = in_input ? content->text : chn_arena_memdup (lines->folded, content->text, content->length);
  if (lines->n == lines->room) {
    lines->room *= 2;
    lines->line = g_renew (ChnIcalLine, lines->line, lines->room);
  }
  if (lines->first[name] == 0)
    lines->first[name] = lines->n + 1;
  lines->repeated |= lines->found & CHN_ICAL_BIT (name);
  lines->found |= CHN_ICAL_BIT (name);
  lines->line[lines->n++] = (ChnIcalLine){
    .name = name,
    .is_plain =
        line->is_upper && (line->name.text[line->name.length] == ';' || line->name.text[line->name.length] == ':'),
    .line = line->line,
    .head = { text, (gsize) (line->value.text - content->text) - 1 },
    .value = move (line->value, content, text),
    .first_parameter = lines->n_parameters,
    .n_parameters = line->n_parameters,
  };
  add_parameters (lines, line, text);
}

/* Which names there are, and where. */
static void
find_names (ChnIcalLines *lines)
{
  lines->found = lines->repeated = 0;
  memset (lines->first, 0, sizeof lines->first);
  for (guint i = 0; i < lines->n; i++) {
    const ChnIcalName name = lines->line[i].name;
    if (lines->first[name] == 0)
      lines->first[name] = i + 1;
    lines->repeated |= lines->found & CHN_ICAL_BIT (name);
    lines->found |= CHN_ICAL_BIT (name);
  }
}

void
chn_ical_lines_remove (ChnIcalLines *lines, const ChnIcalLine *line)
{
  const guint index = (guint) (line - lines->line);
  lines->n--;
  memmove (&lines->line[index], &lines->line[index + 1], (lines->n - index) * sizeof *lines->line);
  find_names (lines);
}

void
chn_ical_lines_replace (ChnIcalLines *lines, const ChnIcalLine *line, const char *content)
{
  const guint index = (guint) (line - lines->line);
  const ChnIcalLine old = *line;
  g_autoptr (ChnScanner) scanner = chn_scanner_new (content, strlen (content), chn_limits_get_default ());
  ChnScanLine scanned;
  if (chn_scanner_next (scanner, &scanned, NULL) != CHN_SCAN_LINE) {
    chn_ical_lines_remove (lines, line);
    return;
  }
  chn_ical_lines_add (lines, old.name, &scanned, FALSE);
  lines->line[index] = lines->line[--lines->n];
  lines->line[index].line = old.line;
  find_names (lines);
}

const ChnSlice *
chn_ical_lines_get_parameter (const ChnIcalLines *lines, const ChnIcalLine *line, const char *upper)
{
  const gsize length = line->n_parameters > 0 ? strlen (upper) : 0;
  for (guint i = 0; i < line->n_parameters; i++) {
    const ChnScanParameter *parameter = &lines->parameter[line->first_parameter + i];
    if (parameter->name.length == length && chn_slice_is_name (&parameter->name, upper))
      return &parameter->value;
  }
  return NULL;
}
