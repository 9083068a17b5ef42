/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint rules about document symbols: date and forum. */
#include <chancery/symbol.h>

#include "curate/rule.h"

/* A number that is given out once may be known to be of another year than that which is written beside it. */
static gboolean
states_other_year (const ChnCheck *check, const ChnSymbol *symbol, guint item)
{
  ChnDate *dates = chn_symbol_get_dates (symbol);
  g_autofree char *text = g_strdup_printf ("%04d", chn_symbol_get_year (symbol));
  g_autoptr (ChnDate) year = dates && chn_symbol_get_year (symbol) ? chn_date_parse (text, -1, NULL) : NULL;
  if (!year)
    return FALSE;
  const ChnDateBounds *stated = chn_date_get_bounds (year), *known = chn_date_get_bounds (dates);
  if (stated->earliest <= known->latest && stated->latest >= known->earliest)
    return FALSE;
  chn_check_found (check, CHN_FIELD_SYMBOLS, item, "check the number and the year in the symbol",
                   "%s is a symbol of %s, not of %s", chn_symbol_get_text (symbol), chn_date_get_text (dates), text);
  return TRUE;
}

void
chn_rule_symbol_date (const ChnCheck *check)
{
  guint n = 0;
  const char *const *symbols = chn_event_get_items (check->event, CHN_FIELD_SYMBOLS, &n);
  ChnSymbol *const *parsed = chn_check_get_symbols (check, &n);
  const char *date = chn_event_get_text (check->event, CHN_FIELD_DATE);
  for (guint i = 0; i < n; i++) {
    const ChnSymbol *symbol = parsed[i];
    if (!symbol || states_other_year (check, symbol, i) ||
        chn_symbol_can_bear (symbol, chn_event_get_bounds (check->event)))
      continue;
    ChnDate *dates = chn_symbol_get_dates (symbol);
    if (dates)
      chn_check_found (check, CHN_FIELD_SYMBOLS, i, "check the session or year in the symbol, and the date",
                       "%s is a symbol of %s and cannot bear the date %s", symbols[i], chn_date_get_text (dates),
                       date);
    else
      chn_check_found (check, CHN_FIELD_SYMBOLS, i, "check the number in the symbol, and the date",
                       "%s cannot bear the date %s", symbols[i], date);
  }
}

/* Whether one of the event's forums is the body, or above or below it. */
static gboolean
meets_in (const ChnCheck *check, const ChnRegistry *registry, const ChnForum *body)
{
  guint n = 0;
  const char *const *forums = chn_event_get_items (check->event, CHN_FIELD_FORUMS, &n);
  for (guint i = 0; i < n; i++) {
    const ChnForum *forum = chn_registry_get_forum (registry, forums[i]);
    if (forum && (chn_forum_is_within (forum, body) || chn_forum_is_within (body, forum)))
      return TRUE;
  }
  return n == 0;
}

/* Kinds of documents that tell who issued or sent them round, and not where anything took place. */
static gboolean
is_sent_round (const ChnSymbol *symbol)
{
  static const char *const kinds[] = {
    "press-release", "circular", "note-verbale", "depositary-notification", "job-number", "list-entry", NULL
  };
  return g_strv_contains (kinds, chn_symbol_get_kind (symbol));
}

/* The body of a symbol, or of the two of a document, that is none of the event's; NULL where one is, or none is
 * known. */
static const ChnForum *
find_stranger (const ChnCheck *check, const ChnSymbol *symbol)
{
  const ChnRegistry *registry = chn_timeline_get_registry (check->timeline);
  const ChnForum *stranger = NULL;
  for (; symbol; symbol = chn_symbol_get_parallel (symbol)) {
    const char *id = chn_symbol_get_forum (symbol);
    const ChnForum *body = id ? chn_registry_get_forum (registry, id) : NULL;
    if (!body || is_sent_round (symbol) || meets_in (check, registry, body))
      return NULL;
    stranger = stranger ? stranger : body;
  }
  return stranger;
}

void
chn_rule_symbol_forum (const ChnCheck *check)
{
  guint n = 0;
  const char *const *symbols = chn_event_get_items (check->event, CHN_FIELD_SYMBOLS, &n);
  ChnSymbol *const *parsed = chn_check_get_symbols (check, &n);
  const char *text = NULL;
  const ChnForum *body = NULL;
  for (guint i = 0; i < n; i++) {
    const ChnForum *stranger = parsed[i] ? find_stranger (check, parsed[i]) : NULL;
    /* A letter may be circulated under the symbols of two bodies: one that fits is enough. */
    if (!stranger)
      return;
    text = symbols[i];
    body = stranger;
  }
  if (body)
    chn_check_found (check, CHN_FIELD_SYMBOLS, 0, "check the forum, or the symbol",
                     "%s is a document of the %s, which is not where the event took place", text,
                     chn_forum_get_name (body));
}
