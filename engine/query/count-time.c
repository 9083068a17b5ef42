/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counting by units of time: every unit that a date possibly falls in. */
#include <chancery/count.h>
#include <string.h>

#include "base/civil.h"
#include "date/date.h"
#include "query/count-find.h"
#include "query/standing.h"

/* Units are numbered; those of a year without gaps. Their names are EDTF; people may read other labels. */
typedef struct {
  gint64 per_year; /* units of a year; 0 for decades */
  void (*name) (gint64 number, GString *name, GString *label);
} UnitRow;

enum { FIRST_QUARTER = 33, LAST_YEAR = 9999 };

/* Division that rounds down. */
static gint64
divide (gint64 number, gint64 by)
{
  return number / by - (number % by < 0);
}

/* The first year of a decade. Those before the year 0 are counted by their digits, as EDTF has it: -042X is -429 to
 * -420, and -000X lacks a year. */
static gint64
find_decade_year (gint64 number)
{
  return number * 10 + (number < 0 ? 1 : 0);
}

/* EDTF has no unspecified digits in years of five digits, but digits that are significant. */
static void
name_decade (gint64 number, GString *name, GString *label)
{
  gint64 digits = number < 0 ? -number - 1 : number;
  g_autofree char *text = g_strdup_printf ("%s%03" G_GINT64_FORMAT, number < 0 ? "-" : "", digits);
  if (digits * 10 > LAST_YEAR)
    g_string_append_printf (name, "Y%s0S%u", text, (guint) strlen (text) - (number < 0 ? 1 : 0));
  else
    g_string_append_printf (name, "%sX", text);
  if (number >= 10)
    g_string_append_printf (label, "%" G_GINT64_FORMAT "0s", number);
}

static void
name_year (gint64 number, GString *name, GString *label)
{
  (void) label;
  chn_year_append (number, name);
}

static void
name_quarter (gint64 number, GString *name, GString *label)
{
  gint64 year = divide (number, 4);
  int quarter = (int) (number - year * 4);
  chn_year_append (year, name);
  g_string_append_printf (label, "%s-Q%d", name->str, quarter + 1);
  g_string_append_printf (name, "-%d", FIRST_QUARTER + quarter);
}

static void
name_month (gint64 number, GString *name, GString *label)
{
  (void) label;
  gint64 year = divide (number, 12);
  chn_year_append (year, name);
  g_string_append_printf (name, "-%02d", (int) (number - year * 12) + 1);
}

static const UnitRow units[] = {
  [CHN_UNIT_DECADE] = { 0, name_decade },
  [CHN_UNIT_YEAR] = { 1, name_year },
  [CHN_UNIT_QUARTER] = { 4, name_quarter },
  [CHN_UNIT_MONTH] = { 12, name_month },
};

/* The number of the unit that holds a time. */
static gint64
find_number (const UnitRow *unit, gint64 time)
{
  ChnCivil civil = chn_civil_from_seconds (time);
  if (unit->per_year == 0)
    return civil.year < 0 ? -(-civil.year / 10) - 1 : civil.year / 10;
  return civil.year * unit->per_year + (civil.month - 1) / (12 / unit->per_year);
}

/* The first second of a unit. */
static gint64
find_start (const UnitRow *unit, gint64 number)
{
  if (unit->per_year == 0)
    return chn_civil_to_days (find_decade_year (number), 1, 1) * CHN_DAY_SECONDS;
  gint64 year = divide (number, unit->per_year), part = number - year * unit->per_year;
  return chn_civil_to_days (year, (int) (part * (12 / unit->per_year)) + 1, 1) * CHN_DAY_SECONDS;
}

/* Of years with five digits EDTF names no parts: they are counted whole. */
static const UnitRow *
choose_unit (const ChnCounting *counting, const ChnDateBounds *bounds)
{
  const UnitRow *unit = &units[counting->argument], *year = &units[CHN_UNIT_YEAR];
  if (unit->per_year <= 1 || !chn_time_is_finite (bounds->earliest) || !chn_time_is_finite (bounds->latest))
    return unit;
  gboolean is_long =
      find_number (year, bounds->latest) > LAST_YEAR || find_number (year, bounds->earliest) < -LAST_YEAR;
  return is_long ? year : unit;
}

/* What of a date lies in the time that was asked for, at its widest. */
static ChnDateBounds
clip (const ChnCounting *counting, const ChnDateBounds *bounds)
{
  ChnDateStretch reach = chn_bound_node_find_reach (counting->query->root);
  ChnDateBounds clipped = *bounds;
  clipped.earliest = MAX (bounds->earliest, reach.earliest);
  clipped.latest = MIN (bounds->latest, reach.latest);
  return clipped;
}

/* Whether the date, or else an occurrence of it, lies in a stretch. */
static ChnCertainty
relate (const ChnCounting *counting, const ChnDateBounds *occurrence, gint64 from, gint64 to)
{
  if (!occurrence)
    return chn_columns_relate (counting->columns, counting->row, from, to);
  if (occurrence->latest < from || occurrence->earliest > to)
    return CHN_CERTAINTY_NO;
  gboolean is_doubted = (occurrence->flags & (CHN_DATE_UNCERTAIN | CHN_DATE_APPROXIMATE)) != 0;
  gboolean is_inside = occurrence->earliest >= from && occurrence->latest <= to;
  return is_inside && !is_doubted ? CHN_CERTAINTY_CERTAINLY : CHN_CERTAINTY_POSSIBLY;
}

/* Where a unit is remembered; what stands there may be another. */
static ChnMetUnit *
get_met (ChnCounting *counting, gint64 number)
{
  return &counting->met[(guint64) number % CHN_MET_UNITS];
}

static gboolean
is_met (const ChnMetUnit *met, const ChnCounting *counting, const UnitRow *unit, gint64 number)
{
  return met->values == counting->values && met->unit == unit && met->number == number;
}

/* Names a unit that a date falls in, and remembers it with its bounds. */
static void
meet (ChnCounting *counting, const UnitRow *unit, const ChnMetUnit *met)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) label = g_string_new (NULL);
  unit->name (met->number, name, label);
  guint index = chn_count_values_add (counting->values, name->str, label->len > 0 ? label->str : NULL, met->from);
  ChnCountValue *value = &g_array_index (counting->values->values, ChnCountValue, index);
  value->from = met->from;
  value->to = met->to;
  *get_met (counting, met->number) = *met;
  get_met (counting, met->number)->value = index;
}

/* The units that the date, or an occurrence of it, possibly falls in, between bounds. */
static void
hit_units (ChnCounting *counting, const UnitRow *unit, const ChnDateBounds *bounds, const ChnDateBounds *occurrence,
           gboolean asked_only)
{
  gint64 last = find_number (unit, bounds->latest);
  for (gint64 number = find_number (unit, bounds->earliest); number <= last; number++) {
    ChnMetUnit met = *get_met (counting, number);
    gboolean is_known = is_met (&met, counting, unit, number);
    if (!is_known)
      met = (ChnMetUnit){
        counting->values, unit, number, find_start (unit, number), find_start (unit, number + 1) - 1, 0
      };
    ChnCertainty certainty = relate (counting, occurrence, met.from, met.to);
    if (certainty == CHN_CERTAINTY_NO ||
        (asked_only && !chn_bound_node_may_meet (counting->query->root, met.from, met.to)))
      continue;
    if (!is_known)
      meet (counting, unit, &met);
    chn_count_hit_value (counting, get_met (counting, number)->value,
                         certainty == CHN_CERTAINTY_CERTAINLY ? CHN_HIT_CERTAINLY : CHN_HIT_POSSIBLY);
  }
}

static gboolean
are_countable (const UnitRow *unit, const ChnDateBounds *bounds)
{
  return chn_time_is_finite (bounds->earliest) && chn_time_is_finite (bounds->latest) &&
         find_number (unit, bounds->latest) - find_number (unit, bounds->earliest) < CHN_COUNT_UNITS_MAX;
}

/* Of what was asked for: that of the date itself, or else of the first occurrence that lies there. */
static void
hit_asked (ChnCounting *counting, const UnitRow *unit, const ChnDateBounds *bounds)
{
  ChnDateStretch reach = chn_bound_node_find_reach (counting->query->root), first;
  ChnDateBounds clipped = clip (counting, bounds), occurrence = *bounds;
  /* Occurrences that are written one by one are rows of another timeline, and recur no more. */
  gboolean may_recur = counting->query->columns == counting->columns;
  gboolean keeps_own = !may_recur || chn_bound_node_keeps_own (counting->query->root, counting->row);
  if (keeps_own && clipped.earliest <= clipped.latest && are_countable (unit, &clipped))
    hit_units (counting, unit, &clipped, NULL, TRUE);
  if (counting->hits->len > 0 || !may_recur ||
      !chn_bound_node_find_occurrence (counting->query->root, counting->row, &reach, &first))
    return;
  occurrence.earliest = first.earliest;
  occurrence.latest = first.latest;
  clipped = clip (counting, &occurrence);
  if (are_countable (unit, &clipped))
    hit_units (counting, unit, &clipped, &occurrence, TRUE);
}

void
chn_count_find_time (ChnCounting *counting)
{
  ChnDateBounds bounds = chn_columns_get_bounds (counting->columns, counting->row);
  const UnitRow *unit = choose_unit (counting, &bounds);
  if (counting->query)
    hit_asked (counting, unit, &bounds);
  if (counting->hits->len > 0)
    return;
  if (are_countable (unit, &bounds))
    hit_units (counting, unit, &bounds, NULL, FALSE);
  else
    chn_count_hit (counting, "imprecise", NULL, CHN_ORDER_IMPRECISE, CHN_HIT_POSSIBLY);
}
