/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The sections of a chronology: what is dated within what was asked, what may be, what lasts throughout. */
#include "document/sections.h"

ChnRows
chn_sections_group (const ChnRows *rows)
{
  ChnRows grouped = { 0, g_new (guint, MAX (rows->n, 1)), NULL };
  grouped.standing = rows->standing ? g_malloc (MAX (rows->n, 1)) : NULL;
  for (guint standing = 0; standing < CHN_N_STANDINGS; standing++)
    for (guint i = 0; i < rows->n; i++) {
      if ((rows->standing ? rows->standing[i] : CHN_STANDING_DATED) != standing)
        continue;
      if (grouped.standing)
        grouped.standing[grouped.n] = (guint8) standing;
      grouped.row[grouped.n++] = rows->row[i];
    }
  return grouped;
}

guint
chn_sections_find_end (const ChnRows *rows, guint start)
{
  guint end = rows->standing ? start : rows->n;
  while (end < rows->n && rows->standing[end] == rows->standing[start])
    end++;
  return end;
}

const char *
chn_sections_get_title (const ChnRows *rows, guint start)
{
  static const char *const titles[CHN_N_STANDINGS] = { NULL, "Possibly", "Throughout" };
  return rows->standing ? titles[rows->standing[start]] : NULL;
}
