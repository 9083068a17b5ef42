/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The documents that a roll call was on, and which body they are of. */
#include "format/rolls/symbols.h"

#include <chancery/symbol.h>
#include <string.h>

#include "format/rolls/unres.h"

static void
add_once (ChnEvent *event, const char *symbol)
{
  guint n = 0;
  const char *const *items = chn_event_get_items (event, CHN_FIELD_SYMBOLS, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (items[i], symbol) == 0)
      return;
  chn_event_add_item (event, CHN_FIELD_SYMBOLS, symbol, -1);
}

static void
take_unres (const ChnRollCall *call, ChnEvent *event)
{
  const char *text = call->text[CHN_ROLL_RESOLUTION];
  g_autofree char *symbol = text ? chn_unres_dup_symbol (text) : NULL;
  if (symbol)
    chn_event_add_item (event, CHN_FIELD_SYMBOLS, symbol, -1);
  else if (text)
    chn_event_add_extra (event, "unres", text);
}

/* A cell may have several. */
static void
take_cell (const char *cell, const char *heading, ChnEvent *event)
{
  g_auto (GStrv) parts = g_strsplit_set (cell, "|;,\n", -1);
  for (char **part = parts; *part; part++) {
    g_autoptr (ChnSymbol) symbol = *g_strstrip (*part) ? chn_symbol_parse (*part, -1, NULL) : NULL;
    if (symbol)
      add_once (event, chn_symbol_get_text (symbol));
    else if (strchr (*part, '/') && !strchr (*part, ' '))
      add_once (event, *part);
    else if (**part)
      chn_event_add_extra (event, heading, *part);
  }
}

void
chn_roll_symbols_take (const ChnRollCall *call, ChnEvent *event)
{
  static const struct {
    ChnRollColumn column;
    const char *heading;
  } cells[] = { { CHN_ROLL_RESOLUTION, "resolution" },
                { CHN_ROLL_DRAFT, "draft" },
                { CHN_ROLL_REPORT, "committee_report" },
                { CHN_ROLL_MEETING, "meeting" } };
  gboolean is_voeten = call->key_column == CHN_ROLL_RCID;
  if (is_voeten)
    take_unres (call, event);
  for (guint i = is_voeten ? 1 : 0; i < G_N_ELEMENTS (cells); i++)
    if (call->text[cells[i].column])
      take_cell (call->text[cells[i].column], cells[i].heading, event);
}

/* The plenary, the Council or a special session that one of the symbols is of; a draft is of a committee. */
static const char *
find_by_symbols (const ChnEvent *event)
{
  static const char *const beginnings[][2] = {
    { "A/RES/ES-", "un.ga.es" }, { "A/ES-", "un.ga.es" }, { "A/RES/S-", "un.ga.ss" }, { "A/S-", "un.ga.ss" },
    { "A/RES/", "un.ga" },       { "A/PV.", "un.ga" },    { "S/", "un.sc" }
  };
  guint n = 0;
  const char *const *items = chn_event_get_items (event, CHN_FIELD_SYMBOLS, &n);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (beginnings); k++)
      if (g_str_has_prefix (items[i], beginnings[k][0]))
        return beginnings[k][1];
  return NULL;
}

const char *
chn_roll_symbols_find_forum (const ChnRollCall *call, const ChnEvent *event)
{
  const char *resolution = call->text[CHN_ROLL_RESOLUTION], *session = call->text[CHN_ROLL_SESSION];
  const char *found = find_by_symbols (event);
  if (call->has_permanent || found)
    return call->has_permanent ? "un.sc" : found;
  if ((resolution && g_str_has_prefix (resolution, "ESS/")) ||
      (session && (strstr (session, "emsp") || strstr (session, "ES"))))
    return "un.ga.es";
  if ((resolution && g_str_has_prefix (resolution, "SS/")) || (session && strstr (session, "sp")))
    return "un.ga.ss";
  return "un.ga";
}

gboolean
chn_roll_symbols_have_resolution (const ChnEvent *event)
{
  guint n = 0;
  const char *const *items = chn_event_get_items (event, CHN_FIELD_SYMBOLS, &n);
  for (guint i = 0; i < n; i++)
    if (strstr (items[i], "/RES/"))
      return TRUE;
  return FALSE;
}
