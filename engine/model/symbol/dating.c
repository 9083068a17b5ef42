/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* When a document was issued, as far as its symbol and the tables of sessions, numbers and years tell. */
#include "model/symbol/dating.h"

#include <string.h>

#include "base/civil.h"
#include "model/symbol/council-years.h"
#include "model/symbol/gathered.h"
#include "model/symbol/milestones.h"
#include "model/symbol/session.h"
#include "model/symbol/sittings.h"
#include "model/symbol/window.h"

/* The Security Council's own numbers: of resolutions without a year, and of meetings. */
static gboolean
find_council_span (const ChnSymbol *symbol, ChnMonthSpan *span)
{
  if (strcmp (symbol->organ, "S") != 0 || !symbol->number)
    return FALSE;
  gint64 number = g_ascii_strtoll (symbol->number, NULL, 10);
  if (strcmp (symbol->kind, "resolution") == 0)
    return chn_council_find_resolution (number, span);
  if (strcmp (symbol->kind, "verbatim-record") == 0 || strcmp (symbol->kind, "agenda") == 0)
    return chn_council_find_meeting (number, span);
  return FALSE;
}

static gboolean
find_sitting (const ChnSymbol *symbol, int cycle, ChnMonthSpan *span)
{
  const char *session = symbol->session ? symbol->session : "0", *dash = strchr (session, '-');
  gboolean special =
      symbol->forum && (g_str_has_suffix (symbol->forum, ".ss") || g_str_has_suffix (symbol->forum, ".es"));
  if (!symbol->forum || (dash != NULL) != special)
    return FALSE;
  return chn_sitting_find_span (symbol->forum, (int) g_ascii_strtoll (dash ? dash + 1 : session, NULL, 10), cycle,
                                span);
}

/* The year that all of a span lies in, else 0. */
static int
get_single_year (const ChnMonthSpan *span)
{
  return span->from_year == span->to_year ? span->from_year : 0;
}

static void
set_dates (ChnSymbol *symbol, const ChnMonthSpan *span)
{
  g_autofree char *edtf = chn_month_span_dup_edtf (span);
  symbol->dates = chn_date_parse (edtf, -1, NULL);
  if (symbol->year == 0)
    symbol->year = get_single_year (span);
}

/* By its neighbours alone: the year and session are those of what gathers them. */
static void
date_gathered (ChnSymbol *symbol)
{
  ChnMonthSpan span;
  symbol->from = CHN_TIME_MIN;
  symbol->to = CHN_TIME_MAX;
  symbol->year = 0;
  symbol->states_year = FALSE;
  if (chn_milestone_find_span (symbol->text, &span))
    set_dates (symbol, &span);
}

/* Whether something was added to a document since, or put in its place. */
static gboolean
is_modified (const ChnSymbol *symbol)
{
  const char *modifiers = symbol->modifiers ? symbol->modifiers : "";
  return strstr (modifiers, "Rev.") || strstr (modifiers, "Add.") || strstr (modifiers, "Amend.");
}

void
chn_symbol_date_of_organ (ChnSymbol *symbol, ChnNumbering numbering, gboolean modified)
{
  ChnMonthSpan span = { symbol->year, 1, symbol->year, 12 }, council;
  gboolean by_number = find_council_span (symbol, &council);
  gboolean told = symbol->year != 0 || chn_session_find_span (numbering, symbol->session, &span);
  if (by_number)
    span = council;
  symbol->states_year = symbol->year != 0;
  if (chn_gathered_is_undated (symbol->text)) {
    date_gathered (symbol);
    return;
  }
  /* The number is given out once, the year is only written beside it. */
  chn_symbol_set_window (symbol, by_number ? &council : told ? &span : NULL, modified);
  if (told || by_number) {
    set_dates (symbol, &span);
  } else if (find_sitting (symbol, 0, &span) || (!modified && chn_milestone_find_span (symbol->text, &span))) {
    chn_symbol_set_wide_window (symbol, &span);
    set_dates (symbol, &span);
  }
}

void
chn_symbol_date_in_series (ChnSymbol *symbol, int cycle)
{
  ChnMonthSpan span = { symbol->year, 1, symbol->year, 12 };
  symbol->from = CHN_TIME_MIN;
  symbol->to = CHN_TIME_MAX;
  symbol->states_year = symbol->year != 0;
  gboolean modified = is_modified (symbol);
  if (symbol->year == 0 && !find_sitting (symbol, cycle, &span) &&
      (modified || !chn_milestone_find_span (symbol->text, &span)))
    return;
  chn_symbol_set_wide_window (symbol, &span);
  if (modified)
    symbol->to = CHN_TIME_MAX;
  if (strcmp (symbol->kind, "circular") == 0)
    symbol->from = CHN_TIME_MIN; /* it may send round what is far older */
  set_dates (symbol, &span);
}
