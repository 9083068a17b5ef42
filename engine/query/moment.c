/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Dates of queries: EDTF, and what only a query can say.
 *
 *   moment   = EDTF / English / quarter / decade / relative / "@" event-id [ shift ]
 *   English  = a date as briefings write it                            18 November 2014
 *   quarter  = year "-Q" ( "1" / "2" / "3" / "4" )                      2014-Q4, as counts label them
 *   decade   = 2*3digit "0s"                                            2010s
 *   relative = ( "today" / "this-month" / "this-year" ) [ shift ]      in any case
 *   shift    = ( "+" / "-" ) duration                                   90d, 2w, 6m, 1y, P1Y6M
 *
 * An event may have an id that ends like a shift: the id comes first.
 */
#include "query/moment.h"

#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "base/error.h"
#include "query/complain.h"
#include "query/date-phrase.h"
#include "query/events.h"

typedef struct {
  const char *word;
  ChnPrecision precision;
} RelativeRow;

static const RelativeRow relatives[] = {
  { "today", CHN_PRECISION_DAY },
  { "this-month", CHN_PRECISION_MONTH },
  { "this-year", CHN_PRECISION_YEAR },
};

ChnDateBounds
chn_moment_find_today (const ChnDate *today)
{
  if (today)
    return *chn_date_get_bounds (today);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint64 day =
      chn_civil_to_days (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
  return (ChnDateBounds){ day * CHN_DAY_SECONDS, (day + 1) * CHN_DAY_SECONDS - 1, CHN_PRECISION_DAY, 0 };
}

/* The day, month or year that holds a time. */
static ChnDateBounds
surround (gint64 time, ChnPrecision precision)
{
  ChnCivil civil = chn_civil_from_seconds (time);
  int month = precision == CHN_PRECISION_YEAR ? 1 : civil.month;
  int day = precision == CHN_PRECISION_DAY ? civil.day : 1;
  gint64 first = chn_civil_to_days (civil.year, month, day), after = first + 1;
  if (precision == CHN_PRECISION_MONTH)
    after = first + chn_civil_month_length (civil.year, month);
  else if (precision == CHN_PRECISION_YEAR)
    after = chn_civil_to_days (civil.year + 1, 1, 1);
  return (ChnDateBounds){ first * CHN_DAY_SECONDS, after * CHN_DAY_SECONDS - 1, precision, 0 };
}

/* The last second of a stretch stays the last of its day, month or year. */
static gint64
shift_last (gint64 last, const ChnDuration *duration, int factor)
{
  gint64 after = chn_time_is_finite (last) ? chn_duration_add (duration, last + 1, factor) : last;
  return chn_time_is_finite (after) ? after - 1 : after;
}

static gint64
shift_first (gint64 first, const ChnDuration *duration, int factor)
{
  return chn_time_is_finite (first) ? chn_duration_add (duration, first, factor) : first;
}

/* Moves both ends. What is longer than a day keeps its end at the end of a unit. */
static void
shift_stretch (ChnDateStretch *stretch, const ChnDuration *duration, int factor)
{
  gboolean is_finite = stretch->earliest != CHN_TIME_MIN && stretch->latest != CHN_TIME_MAX;
  gint64 length = is_finite ? stretch->latest - stretch->earliest : CHN_TIME_MAX;
  gint64 earliest = chn_duration_add (duration, stretch->earliest, factor);
  if (length < CHN_DAY_SECONDS && earliest > CHN_TIME_MIN && earliest < CHN_TIME_MAX - CHN_DAY_SECONDS)
    stretch->latest = earliest + length;
  else
    stretch->latest = shift_last (stretch->latest, duration, factor);
  stretch->earliest = earliest;
}

void
chn_moment_shift (ChnMoment *moment, const ChnDuration *duration, int factor)
{
  ChnDateEnds ends = moment->placed.civil;
  gboolean timed = chn_moment_is_timed (moment);
  ChnDateStretch whole = { moment->bounds.earliest, moment->bounds.latest };
  shift_stretch (&whole, duration, factor);
  moment->bounds.earliest = whole.earliest;
  moment->bounds.latest = whole.latest;
  if (ends.lasts) {
    gint64 (*shift) (gint64, const ChnDuration *, int) = timed ? shift_first : shift_last;
    ends.begin.earliest = shift_first (ends.begin.earliest, duration, factor);
    ends.begin.latest = shift_first (ends.begin.latest, duration, factor);
    ends.end.earliest = shift (ends.end.earliest, duration, factor);
    ends.end.latest = shift (ends.end.latest, duration, factor);
  } else {
    ends.begin = ends.end = whole;
  }
  chn_placed_date_set_ends (&moment->placed, &ends);
}

/* Applies "+90d" or "-P1Y"; an empty shift changes nothing. */
static gboolean
apply_shift (const char *shift, const ChnOperand *operand, ChnMoment *moment, GError **error)
{
  g_autoptr (GError) inner = NULL;
  ChnDuration duration = { 0 };
  if (*shift == '\0')
    return TRUE;
  if (!chn_duration_parse (shift + 1, -1, &duration, &inner)) {
    gsize offset = (gsize) (shift + 1 - operand->text) + (operand->kind == CHN_OPERAND_EVENT ? 1 : 0);
    chn_error_shift (inner, offset);
    ChnOperand whole = *operand;
    if (operand->place.length == strlen (operand->text) + (operand->kind == CHN_OPERAND_EVENT ? 1 : 0))
      whole.kind = CHN_OPERAND_WORD;
    chn_complain_forward (error, inner, &whole, "write a duration such as 90d, 6m or 1y");
    return FALSE;
  }
  chn_moment_shift (moment, &duration, *shift == '-' ? -1 : 1);
  moment->is_shifted = TRUE;
  return TRUE;
}

/* Finds an event by its name. */
typedef gboolean (*FindFunc) (const ChnTimeline *timeline, const char *name, guint *row, GError **error);

static gboolean
find_id (const ChnTimeline *timeline, const char *name, guint *row, GError **error)
{
  (void) error;
  return chn_timeline_find (timeline, name, row);
}

/* Keeps why a name is nobody's where it is that of several. */
static gboolean
find_once (const ChnBinder *binder, const char *name, FindFunc find, guint *row, GError **ambiguous)
{
  g_autoptr (GError) inner = NULL;
  if (find (binder->timeline, name, row, &inner))
    return TRUE;
  if (ambiguous && !*ambiguous && g_error_matches (inner, CHN_ERROR, CHN_ERROR_AMBIGUOUS))
    *ambiguous = g_steal_pointer (&inner);
  return FALSE;
}

/* What an event's name leaves of the text: an empty string or a shift. NULL when no event is named, or which of
 * several is not known. */
static const char *
find_event_by (const ChnBinder *binder, const char *text, FindFunc find, guint *row, GError **ambiguous)
{
  if (find_once (binder, text, find, row, ambiguous))
    return text + strlen (text);
  for (const char *at = text + strlen (text); at > text; at--) {
    if (*at != '+' && *at != '-')
      continue;
    g_autofree char *id = g_strndup (text, (gsize) (at - text));
    if (find_once (binder, id, find, row, ambiguous))
      return at;
  }
  return NULL;
}

/* Ids come first: to look for what else an event is called, many events are looked at. */
static const char *
find_event (const ChnBinder *binder, const char *text, guint *row, GError **ambiguous)
{
  const char *shift = find_event_by (binder, text, find_id, row, NULL);
  return shift ? shift : find_event_by (binder, text, chn_timeline_find_named, row, ambiguous);
}

static gboolean
resolve_event (ChnBinder *binder, const ChnOperand *operand, ChnMoment *moment, GError **error)
{
  guint row = 0;
  g_autoptr (GError) ambiguous = NULL;
  const char *shift = find_event (binder, operand->text, &row, &ambiguous);
  if (!shift) {
    chn_events_complain (binder, operand, ambiguous, "write @ and the id of an event", error);
    return FALSE;
  }
  moment->bounds = chn_columns_get_bounds (binder->columns, row);
  moment->is_event = TRUE;
  moment->row = row;
  ChnDate *date = chn_columns_read_date (binder->columns, row);
  if (!date) {
    chn_error_set_at (error, CHN_ERROR_IO, operand->place.offset, operand->place.length, NULL,
                      "the date of \"%s\" cannot be read: the snapshot is damaged", operand->text);
    return FALSE;
  }
  g_ptr_array_add (binder->dates, date);
  chn_placed_date_init (&moment->placed, date, binder->zones, chn_columns_get_zone (binder->columns, row));
  moment->gaps = *shift == '\0' && moment->bounds.flags & CHN_DATE_GAPS ? date : NULL;
  return apply_shift (shift, operand, moment, error);
}

static const RelativeRow *
find_relative (const char *text, const char **shift)
{
  for (guint i = 0; i < G_N_ELEMENTS (relatives); i++) {
    gsize length = strlen (relatives[i].word);
    if (g_ascii_strncasecmp (text, relatives[i].word, length) != 0 || (text[length] && !strchr ("+-", text[length])))
      continue;
    *shift = text + length;
    return &relatives[i];
  }
  return NULL;
}

/* What is typed begins with its first second and ends with its last. */
static void
place_typed (ChnBinder *binder, ChnMoment *moment)
{
  ChnDateBounds *bounds = &moment->bounds;
  ChnDateEnds ends = { { bounds->earliest, bounds->earliest }, { bounds->latest, bounds->latest }, TRUE };
  moment->placed = (ChnPlacedDate){ .civil = ends,
                                    .zones = binder->zones,
                                    .zone_name = chn_columns_get_default_zone (binder->columns) };
}

/* Times have the offsets that they say, else those of the timeline's zone. */
static void
place_typed_times (ChnBinder *binder, ChnMoment *moment, const ChnDate *date)
{
  chn_placed_date_init (&moment->placed, date, binder->zones, chn_columns_get_default_zone (binder->columns));
  const ChnDateEnds *civil = &moment->placed.civil;
  gint64 first = civil->begin.earliest, last = civil->end.latest;
  chn_placed_date_set_ends (&moment->placed, &(ChnDateEnds){ { first, first }, { last, last }, TRUE });
}

/* EDTF for what counts are labelled with; NULL for other texts. */
static char *
dup_label_as_edtf (const char *text)
{
  gsize length = strlen (text), digits = strspn (text, "0123456789");
  gboolean is_year = length == 7 ? digits == 4 : length == 8 && *text == '-' && strspn (text + 1, "0123456789") == 4;
  const char *quarter = text + length - MIN (length, 3);
  if (is_year && quarter[0] == '-' && (quarter[1] == 'Q' || quarter[1] == 'q') && quarter[2] >= '1' &&
      quarter[2] <= '4')
    return g_strdup_printf ("%.*s-%d", (int) length - 3, text, 33 + (quarter[2] - '1'));
  if ((digits == 3 || digits == 4) && length == digits + 1 && text[digits] == 's' && text[digits - 1] == '0')
    return g_strdup_printf ("%03dX", atoi (text) / 10);
  return NULL;
}

/* What is no date may be one that people say, or the id of an event. */
static void
complain_of_date (const ChnBinder *binder, GError **error, const GError *inner, const ChnOperand *operand)
{
  g_autofree char *term = NULL;
  g_autofree char *hint = NULL;
  guint row = 0;
  if (chn_date_phrase_read (operand->text, &term) != CHN_DATE_PHRASE_NONE && g_str_has_prefix (term, "date:"))
    hint = g_strdup_printf ("write %s", term + strlen ("date:"));
  else if (find_event_by (binder, operand->text, find_id, &row, NULL))
    hint = g_strdup_printf ("an event is named with @: write @%s", operand->text);
  if (hint)
    chn_error_set_at (error, CHN_ERROR_SYNTAX, operand->place.offset, operand->place.length, hint,
                      "\"%s\" is not a date", operand->text);
  else
    chn_complain_forward (error, inner, operand, "write a date such as 2014-11-18, 2014-11 or 2014");
}

static gboolean
resolve_edtf (ChnBinder *binder, const ChnOperand *operand, ChnMoment *moment, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autofree char *label = dup_label_as_edtf (operand->text);
  ChnDate *date = chn_date_parse (label ? label : operand->text, -1, &inner);
  if (!date && operand->text[strspn (operand->text, "0123456789")] != '\0') /* a number is no year of so many digits */
    date = chn_date_new_humanized (operand->text, NULL);
  if (!date) {
    complain_of_date (binder, error, inner, operand);
    return FALSE;
  }
  g_ptr_array_add (binder->dates, date);
  moment->bounds = *chn_date_get_bounds (date);
  moment->gaps = moment->bounds.flags & CHN_DATE_GAPS ? date : NULL;
  if (chn_moment_is_timed (moment))
    place_typed_times (binder, moment, date);
  else
    place_typed (binder, moment);
  return TRUE;
}

gboolean
chn_moment_resolve (ChnBinder *binder, const ChnOperand *operand, ChnMoment *moment, GError **error)
{
  const char *shift = NULL;
  *moment = (ChnMoment){ 0 };
  if (operand->kind == CHN_OPERAND_EVENT)
    return resolve_event (binder, operand, moment, error);
  if (operand->kind == CHN_OPERAND_SAVED) {
    chn_error_set_at (error, CHN_ERROR_SYNTAX, operand->place.offset, operand->place.length,
                      "write @ and the id of an event", "a saved query is not a date");
    return FALSE;
  }
  const RelativeRow *relative = find_relative (operand->text, &shift);
  if (!relative)
    return resolve_edtf (binder, operand, moment, error);
  binder->asks_day = TRUE;
  moment->bounds = surround (binder->today.earliest, relative->precision);
  place_typed (binder, moment);
  return apply_shift (shift, operand, moment, error);
}
