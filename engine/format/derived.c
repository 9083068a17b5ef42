/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The derived values of a date: its ends and its precision as flat formats show them. */
#include "format/derived.h"

#include "base/civil.h"
#include "base/digits.h"

static char *
put_year (char *at, gint64 year)
{
  guint64 magnitude = year < 0 ? 0 - (guint64) year : (guint64) year;
  guint width = 4;
  for (guint64 rest = magnitude / 10000; rest > 0; rest /= 10)
    width++;
  if (year < 0 || year > 9999)
    *at++ = year < 0 ? '-' : '+';
  return chn_digits_put (at, magnitude, width);
}

static const char *
format_instant (ChnDerivedText *buffer, gint64 seconds, gboolean timed)
{
  if (seconds == CHN_TIME_MIN || seconds == CHN_TIME_MAX)
    return NULL;
  gint64 day = chn_civil_find_day (seconds);
  if (!timed && buffer->has_day && buffer->day == day)
    return buffer->text;
  ChnCivil civil = chn_civil_from_seconds (seconds);
  const struct {
    char before;
    int number;
  } parts[] = {
    { '-', civil.month }, { '-', civil.day }, { 'T', civil.hour }, { ':', civil.minute }, { ':', civil.second }
  };
  char *at = put_year (buffer->text, civil.year);
  for (guint i = 0; i < (timed ? G_N_ELEMENTS (parts) : 2); i++) {
    *at++ = parts[i].before;
    at = chn_digits_put (at, (guint64) parts[i].number, 2);
  }
  *at = '\0';
  buffer->has_day = !timed;
  buffer->day = day;
  return buffer->text;
}

const char *
chn_derived_get_name (ChnDerived derived)
{
  static const char *const names[CHN_N_DERIVED] = { "earliest", "latest", "precision" };
  return names[derived];
}

const char *
chn_derived_format (ChnDerived derived, const ChnEvent *event, ChnDerivedText *buffer)
{
  return chn_derived_format_bounds (derived, chn_event_get_bounds (event), buffer);
}

const char *
chn_derived_format_bounds (ChnDerived derived, const ChnDateBounds *bounds, ChnDerivedText *buffer)
{
  if (derived == CHN_DERIVED_PRECISION)
    return chn_precision_get_name (bounds->precision);
  return format_instant (buffer, derived == CHN_DERIVED_EARLIEST ? bounds->earliest : bounds->latest,
                         (bounds->flags & CHN_DATE_TIMED) != 0);
}

void
chn_derived_check (ChnDerived derived, const ChnEvent *event, const char *found, ChnReport *report,
                   const ChnFinding *place)
{
  ChnDerivedText buffer = { 0 };
  const char *date = chn_event_get_text (event, CHN_FIELD_DATE);
  const char *right = date ? chn_derived_format (derived, event, &buffer) : found;
  if (g_strcmp0 (found, right) == 0)
    return;
  g_autofree char *message =
      g_strdup_printf ("\"%s\" is not taken: by the date %s it is %s", chn_derived_get_name (derived), date,
                       right ? right : "open or unknown");
  ChnFinding finding = *place;
  finding.severity = CHN_SEVERITY_NOTE;
  finding.code = "derived";
  finding.message = message;
  finding.hint = "change the date instead";
  chn_report_add (report, &finding);
}
