/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/arena.h"
#include "format/ical/name.h"

/* One property of a component that is being read. Slices lie in the input, or with the lines. */
typedef struct {
  ChnIcalName name;
  gboolean is_plain; /* its name is in upper case, and nothing stands between that and its parameters */
  guint line;        /* 1-based */
  ChnSlice head;     /* name and parameters, as written */
  ChnSlice value;    /* as written */
  guint first_parameter;
  guint n_parameters;
} ChnIcalLine;

/* The properties of one component, reused from one to the next. */
typedef struct {
  ChnIcalLine *line;
  guint n, room;
  guint first[CHN_N_ICAL_NAMES]; /* 1 + the index of the first line of each name, or 0 */
  guint64 found;                 /* names that have a line */
  guint64 repeated;              /* names that have more than one */
  ChnScanParameter *parameter;   /* those of all lines */
  guint n_parameters, parameter_room;
  ChnArena *folded; /* copies of lines that the scanner had to unfold */
} ChnIcalLines;

void chn_ical_lines_init (ChnIcalLines *lines);
void chn_ical_lines_clear (ChnIcalLines *lines);
void chn_ical_lines_reset (ChnIcalLines *lines);

/* Keeps a line; in_input says that its text outlives the scanner's next line. */
void chn_ical_lines_add (ChnIcalLines *lines, ChnIcalName name, const ChnScanLine *line, gboolean in_input);

/*
 * Puts a line of the same name in the place of one, which it moves to; takes one away. Both move the others' places:
 * what pointed to any line or parameter points nowhere then.
 */
void chn_ical_lines_replace (ChnIcalLines *lines, const ChnIcalLine *line, const char *content);
void chn_ical_lines_remove (ChnIcalLines *lines, const ChnIcalLine *line);

/* The first line of a name, or NULL. */
static inline const ChnIcalLine *
chn_ical_lines_first (const ChnIcalLines *lines, ChnIcalName name)
{
  return lines->first[name] > 0 ? &lines->line[lines->first[name] - 1] : NULL;
}

/* The next line of these names at or behind an index, which is left behind it; NULL when there is none. */
static inline const ChnIcalLine *
chn_ical_lines_next (const ChnIcalLines *lines, guint64 names, guint *index)
{
  const guint64 found = lines->found & names;
  if (found == 0)
    return NULL;
  if ((found & (found - 1)) == 0) { /* of one name alone: its first line is known, and often the only one */
    const guint first = lines->first[__builtin_ctzll (found)] - 1;
    if (*index > first && !(lines->repeated & found))
      return NULL;
    *index = MAX (*index, first);
  }
  while (*index < lines->n) {
    const ChnIcalLine *line = &lines->line[(*index)++];
    if (names & CHN_ICAL_BIT (line->name))
      return line;
  }
  return NULL;
}

/* The whole line: name, parameters, value. */
static inline ChnSlice
chn_ical_line_get_content (const ChnIcalLine *line)
{
  return (ChnSlice){ line->head.text, line->head.length + 1 + line->value.length };
}

/* The value of a parameter without quotation marks around it, NULL when the line lacks it. */
const ChnSlice *chn_ical_lines_get_parameter (const ChnIcalLines *lines, const ChnIcalLine *line, const char *upper);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnIcalLines, chn_ical_lines_clear)
