/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which dates a document symbol can bear. */
#include "model/symbol/window.h"

#include <string.h>

#include "base/civil.h"
#include "model/symbol/session.h"

/* How many months before and after its session or year a document may be dated. */
typedef struct {
  const char *kind;
  int before, after;
} Leeway;

static const Leeway leeways[] = {
  { "resolution", 0, 0 },      { "decision", 0, 0 },       { "presidential-statement", 0, 0 },
  { "verbatim-record", 0, 0 }, { "summary-record", 0, 0 }, { "limited", 6, 1 },
  { "bulletin", 1, 1 },
};

/* Reports are written for a session to come and circulate after it. */
static const Leeway other_leeway = { "document", 12, 12 };

/* Corrections and additions appear as long as somebody finds fault. */
enum { MODIFIED_MONTHS = 36 };

/* Meetings of the Security Council are numbered through since 1946; those of known date. */
typedef struct {
  int number;
  int year, month, day;
} Meeting;

static const Meeting meetings[] = {
  { 1, 1946, 1, 17 },    { 5551, 2006, 10, 14 }, { 7353, 2014, 12, 22 }, { 7575, 2015, 12, 10 },
  { 7830, 2016, 12, 9 }, { 8019, 2017, 8, 5 },   { 8130, 2017, 12, 11 },
};

/* A meeting that is resumed goes on while later numbers are given out. */
enum { RESUMED_DAYS = 366, OTHER_CLOCK_DAYS = 1 };

static gint64
meeting_start (const Meeting *meeting)
{
  return chn_civil_to_days (meeting->year, meeting->month, meeting->day) * CHN_DAY_SECONDS;
}

/* What the years of meetings say, where the known meetings say less. */
static void
narrow_to_years (ChnSymbol *symbol, const ChnMonthSpan *span, gint64 after)
{
  gint64 from = 0, to = 0;
  chn_month_span_get_seconds (span, 0, 0, &from, &to);
  symbol->from = MAX (symbol->from, from - OTHER_CLOCK_DAYS * CHN_DAY_SECONDS);
  symbol->to = MIN (symbol->to, to + after * CHN_DAY_SECONDS);
}

static void
set_meeting_window (ChnSymbol *symbol, const ChnMonthSpan *span)
{
  gint64 number = g_ascii_strtoll (symbol->number, NULL, 10);
  gint64 after = strstr (symbol->text, "(Resumption") ? RESUMED_DAYS : OTHER_CLOCK_DAYS;
  for (gsize i = 0; i < G_N_ELEMENTS (meetings); i++) {
    gint64 start = meeting_start (&meetings[i]);
    if (meetings[i].number <= number)
      symbol->from = start - OTHER_CLOCK_DAYS * CHN_DAY_SECONDS;
    if (meetings[i].number >= number) {
      symbol->to = start + (1 + after) * CHN_DAY_SECONDS - 1;
      break;
    }
  }
  if (span)
    narrow_to_years (symbol, span, after);
}

/* Serial numbers S/1 to S/26xxx ended with the year 1993. */
static const ChnMonthSpan serial_documents = { 1946, 1, 1993, 12 };

static const Leeway *
find_leeway (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (leeways); i++)
    if (strcmp (leeways[i].kind, kind) == 0)
      return &leeways[i];
  return &other_leeway;
}

void
chn_symbol_set_window (ChnSymbol *symbol, const ChnMonthSpan *span, gboolean modified)
{
  gboolean council = strcmp (symbol->organ, "S") == 0;
  symbol->from = CHN_TIME_MIN;
  symbol->to = CHN_TIME_MAX;
  if (council && symbol->number && strcmp (symbol->kind, "verbatim-record") == 0) {
    set_meeting_window (symbol, span);
    return;
  }
  if (!span && council && !symbol->session && strcmp (symbol->kind, "document") == 0)
    span = &serial_documents;
  if (!span)
    return;
  const Leeway *leeway = find_leeway (symbol->kind);
  int after = modified && strcmp (symbol->kind, "limited") != 0 ? MODIFIED_MONTHS : leeway->after;
  chn_month_span_get_seconds (span, leeway->before, after, &symbol->from, &symbol->to);
}

void
chn_symbol_set_wide_window (ChnSymbol *symbol, const ChnMonthSpan *span)
{
  enum { BEFORE = 24, AFTER = 36 };
  chn_month_span_get_seconds (span, BEFORE, AFTER, &symbol->from, &symbol->to);
}

gboolean
chn_symbol_can_bear (const ChnSymbol *symbol, const ChnDateBounds *bounds)
{
  return bounds->earliest <= symbol->to && bounds->latest >= symbol->from;
}
