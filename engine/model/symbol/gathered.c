/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Symbols under which documents of one kind are gathered, over many years, as additions. */
#include "model/symbol/gathered.h"

#include <string.h>

typedef struct {
  const char *beginning;
  const char *kind;
  const char *forum; /* NULL: the organ's */
} Gathered;

/*
 * States' reports and what the committees said of them, before committees gave each State a symbol of its own; each
 * round of reports has one symbol, and the reports came in as they came.
 */
static const Gathered gathered[] = {
  { "HRI/GEN/1/Rev.", "compilation", NULL },
  { "CCPR/C/21/", "general-comment", NULL },
  { "CCPR/C/79/Add.", "concluding-observations", NULL },
  { "CERD/C/304/Add.", "concluding-observations", NULL },
  { "CRC/C/15/Add.", "concluding-observations", NULL },
  { "E/C.12/1/Add.", "concluding-observations", NULL },
  { "CRC/C/3/Add.", "state-report", NULL },
  { "CRC/C/8/Add.", "state-report", NULL },
  { "CRC/C/11/Add.", "state-report", NULL },
  { "CRC/C/28/Add.", "state-report", NULL },
  { "CRC/C/41/Add.", "state-report", NULL },
  { "CRC/C/61/Add.", "state-report", NULL },
  { "CRC/C/65/Add.", "state-report", NULL },
  { "CRC/C/70/Add.", "state-report", NULL },
  { "CRC/C/83/Add.", "state-report", NULL },
  { "CRC/C/93/Add.", "state-report", NULL },
  { "CEDAW/C/5/Add.", "state-report", NULL },
  { "CEDAW/C/13/Add.", "state-report", NULL },
  { "E/1978/8/Add.", "state-report", "un.tb.cescr" },
  { "E/1980/6/Add.", "state-report", "un.tb.cescr" },
  { "E/1982/3/Add.", "state-report", "un.tb.cescr" },
  { "E/1984/6/Add.", "state-report", "un.tb.cescr" },
  { "E/1984/7/Add.", "state-report", "un.tb.cescr" },
  { "E/1986/3/Add.", "state-report", "un.tb.cescr" },
  { "E/1986/4/Add.", "state-report", "un.tb.cescr" },
  { "E/1988/5/Add.", "state-report", "un.tb.cescr" },
  { "E/1990/5/Add.", "state-report", "un.tb.cescr" },
  { "E/1990/6/Add.", "state-report", "un.tb.cescr" },
  { "E/1990/7/Add.", "state-report", "un.tb.cescr" },
  { "E/1994/104/Add.", "state-report", "un.tb.cescr" },
};

static const Gathered *
find (const char *symbol)
{
  for (gsize i = 0; i < G_N_ELEMENTS (gathered); i++)
    if (symbol[0] == gathered[i].beginning[0] && g_str_has_prefix (symbol, gathered[i].beginning)) /* few symbols go further */
      return &gathered[i];
  return NULL;
}

const char *
chn_gathered_get_kind (const char *symbol)
{
  const Gathered *found = find (symbol);
  return found ? found->kind : NULL;
}

const char *
chn_gathered_get_forum (const char *symbol)
{
  const Gathered *found = find (symbol);
  return found ? found->forum : NULL;
}

gboolean
chn_gathered_is_undated (const char *symbol)
{
  return find (symbol) != NULL;
}
