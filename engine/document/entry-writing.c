/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What entries have in common, be they prose or cells. */
#include "document/entry-writing.h"

#include <chancery/symbol.h>
#include <string.h>

#include "document/prose.h"

void
chn_entry_put_day (const ChnEntryWriting *entry)
{
  g_autofree char *day = entry->group->has_year
                             ? chn_prose_date (entry->event, entry->group->year)
                             : chn_date_dup_humanized (chn_event_get_date (entry->event, CHN_FIELD_DATE));
  chn_compose (entry->composer, CHN_RUN_DAY, day);
}

void
chn_entry_put_symbol (const ChnEntryWriting *entry, const char *text)
{
  g_autoptr (ChnSymbol) symbol = chn_symbol_parse (text, -1, NULL);
  g_autofree char *link = symbol ? chn_symbol_dup_link (symbol) : NULL;
  chn_compose_link (entry->composer, CHN_RUN_SYMBOL, text, link);
}

/* " (A/RES/69/188, S/PV.7353)", with what stands around them; without any, nothing. */
void
chn_entry_put_symbols (const ChnEntryWriting *entry, const char *before, const char *after)
{
  guint n = 0;
  const char *const *symbols = chn_event_get_items (entry->event, CHN_FIELD_SYMBOLS, &n);
  for (guint i = 0; i < n; i++) {
    chn_compose (entry->composer, CHN_RUN_PLAIN, i == 0 ? before : ", ");
    chn_entry_put_symbol (entry, symbols[i]);
  }
  chn_compose (entry->composer, CHN_RUN_PLAIN, n > 0 ? after : "");
}

char *
chn_entry_dup_sentence (const ChnEvent *event)
{
  const char *title = chn_event_get_text (event, CHN_FIELD_TITLE);
  gsize length = strlen (title);
  gboolean stopped = length > 0 && title[length - 1] == '.';
  return g_strndup (title, stopped ? length - 1 : length);
}

void
chn_entry_put_since (const ChnEntryWriting *entry)
{
  const ChnSince *since = entry->profile->since;
  gboolean in_table = entry->profile->layout == CHN_LAYOUT_TABLE;
  g_autofree char *days = since ? chn_since_dup_days (since, entry->event) : NULL;
  if (days)
    chn_composef (entry->composer, CHN_RUN_PLAIN, in_table ? "%s" : " (%s)", days);
  if (in_table)
    chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_SINCE);
}
