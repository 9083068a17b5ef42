/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Gathers what the recurrence set of a row is made of: its rules, dates and exceptions, and the instances of it. */
#include <string.h>

#include "base/civil.h"
#include "base/error.h"
#include "timeline/recurrence/set.h"

enum { FIRST_YEAR = -9999 }; /* as far before the year 0 as the last is behind it */

/* What is gathered, and of which row. */
typedef struct {
  ChnRecurrence *recurrence;
  const ChnColumns *columns;
  ChnZones *zones;
  guint row;
} Gathering;

/* A property that came with a row from a calendar. */
typedef struct {
  const char *key, *value;
} Extra;

static gboolean
is_property (const char *key, const char *name)
{
  gsize length = strlen (name);
  return strncmp (key, name, length) == 0 && (key[length] == '\0' || key[length] == ';');
}

/* The next extra of a name, from an index on. */
static gboolean
next_extra (const ChnColumns *columns, guint row, const char *name, guint *index, Extra *extra)
{
  guint n = 0;
  const ChnExtraCell *cells = chn_columns_get_extras (columns, row, &n);
  while (*index < n) {
    const ChnExtraCell *cell = &cells[(*index)++];
    *extra = (Extra){ chn_pool_get (columns->texts, cell->key), chn_pool_get (columns->texts, cell->value) };
    if (extra->value && is_property (extra->key, name))
      return TRUE;
  }
  return FALSE;
}

static gboolean
find_extra (const ChnColumns *columns, guint row, const char *name, Extra *extra)
{
  guint index = 0;
  return next_extra (columns, row, name, &index, extra);
}

/* The first fault is kept: of what is not understood in part nothing is followed. */
static void
add_rule (ChnRecurrence *recurrence, GArray *rules, const char *text)
{
  ChnRecurRule rule;
  g_autoptr (GError) error = NULL;
  gboolean fine = chn_recur_rule_parse (text, -1, &rule, &error);
  if (fine && !chn_recur_rule_suits (&rule, recurrence->clock.is_days)) {
    fine = FALSE;
    chn_error_set (&error, CHN_ERROR_UNSUPPORTED, "give the event a time, or have it recur by days",
                   "what is dated to days recurs by days or more, not as in \"%s\"", text);
  }
  if (fine)
    g_array_append_val (rules, rule);
  else if (!recurrence->fault)
    recurrence->fault = g_steal_pointer (&error);
}

static gboolean
is_same_rule (const char *kept, const char *own)
{
  g_autofree char *plain = g_strstrip (g_strdup (kept));
  return g_ascii_strcasecmp (plain, own) == 0;
}

/* RRULE lines that came with the event hold where one of them is the rule that it has now; then the others do, too.
 */
static void
gather_rules (const Gathering *gathering, const char *own)
{
  ChnRecurrence *recurrence = gathering->recurrence;
  gboolean is_own_there = FALSE;
  Extra extra;
  for (guint i = 0; own && next_extra (gathering->columns, gathering->row, "RRULE", &i, &extra);)
    is_own_there = is_own_there || is_same_rule (extra.value, own);
  if (own)
    add_rule (recurrence, recurrence->rules, own);
  for (guint i = 0; is_own_there && next_extra (gathering->columns, gathering->row, "RRULE", &i, &extra);)
    if (!is_same_rule (extra.value, own))
      add_rule (recurrence, recurrence->rules, extra.value);
  for (guint i = 0; next_extra (gathering->columns, gathering->row, "EXRULE", &i, &extra);)
    add_rule (recurrence, recurrence->exclusions, extra.value);
}

static void
gather_dates (const Gathering *gathering)
{
  Extra extra;
  for (guint i = 0; next_extra (gathering->columns, gathering->row, "RDATE", &i, &extra);)
    chn_recurrence_add_dates (gathering->recurrence, extra.key, extra.value, gathering->zones);
  for (guint i = 0; next_extra (gathering->columns, gathering->row, "EXDATE", &i, &extra);)
    chn_recurrence_add_exceptions (gathering->recurrence, extra.key, extra.value, gathering->zones);
}

static gboolean
goes_on (const Extra *id)
{
  g_autofree char *range = chn_recurrence_dup_parameter (id->key, "RANGE");
  return range && g_ascii_strcasecmp (range, "THISANDFUTURE") == 0;
}

/* Two rows of calendars belong together where their UIDs do; one of another format may be related to anything. */
static gboolean
is_instance_of (const ChnColumns *columns, guint instance, guint row, Extra *id)
{
  Extra uid, own;
  if (instance == row || !find_extra (columns, instance, "RECURRENCE-ID", id))
    return FALSE;
  return !find_extra (columns, instance, "UID", &uid) || !find_extra (columns, row, "UID", &own) ||
         strcmp (uid.value, own.value) == 0;
}

gboolean
chn_recurrence_is_instance (const ChnColumns *columns, guint row, guint series)
{
  Extra id;
  return is_instance_of (columns, row, series, &id);
}

/* An instance takes the place of an occurrence; one that goes on, of all that follow, too. */
static void
gather_instance (const Gathering *gathering, const Extra *id)
{
  ChnRecurrence *recurrence = gathering->recurrence;
  gint64 utc;
  chn_recurrence_add_replaced (recurrence, id->key, id->value, gathering->zones);
  if (goes_on (id) && chn_recurrence_read_id (recurrence, id->key, id->value, gathering->zones, &utc) &&
      utc > recurrence->after)
    recurrence->end = MIN (recurrence->end, utc);
}

static void
gather_instances (const Gathering *gathering)
{
  guint n = 0;
  const ChnBacklink *links = chn_columns_get_backlinks (gathering->columns, gathering->row, &n);
  Extra id;
  for (guint i = 0; i < n; i++)
    if (is_instance_of (gathering->columns, links[i].row, gathering->row, &id))
      gather_instance (gathering, &id);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;
  return (left > right) - (left < right);
}

static int
compare_occurrences (gconstpointer a, gconstpointer b)
{
  const ChnOccurrence *left = a, *right = b;
  return compare_times (&left->begin, &right->begin);
}

/* What recurs since the ice ages would be followed through them. */
static gboolean
begins_too_early (const ChnDateBounds *first)
{
  return first->earliest < chn_civil_to_days (FIRST_YEAR, 1, 1) * CHN_DAY_SECONDS;
}

gboolean
chn_recurrence_suits (const ChnDateBounds *first)
{
  return !begins_too_early (first) && first->latest != CHN_TIME_MAX && first->latest >= first->earliest &&
         !(first->flags & (CHN_DATE_GAPS | CHN_DATE_ONE_OF | CHN_DATE_ALL_OF));
}

/* All that the row of a series says of it; an instance that goes on takes it from there. */
static void
gather (const Gathering *gathering)
{
  ChnRecurrence *recurrence = gathering->recurrence;
  gather_rules (gathering, chn_columns_get_text (gathering->columns, CHN_FIELD_REPEAT, gathering->row));
  gather_dates (gathering);
  gather_instances (gathering);
  g_array_sort (recurrence->dates, compare_occurrences);
  g_array_sort (recurrence->days_out, compare_times);
  g_array_sort (recurrence->times_out, compare_times);
}

static void
measure (ChnRecurrence *recurrence, const ChnColumns *columns, guint row)
{
  const gboolean is_time = recurrence->first.flags & CHN_DATE_TIMED && chn_recurrence_suits (&recurrence->first);
  g_autoptr (ChnDate) date = is_time ? chn_columns_read_date (columns, row) : NULL;
  Extra duration = { 0 };
  find_extra (columns, row, "DURATION", &duration);
  chn_recurrence_measure (recurrence, date, duration.value);
}

static ChnRecurrence *
make (const ChnColumns *columns, guint row, ChnZones *zones)
{
  ChnRecurrence *recurrence = g_new0 (ChnRecurrence, 1);
  recurrence->clock = chn_recurrence_clock_of_row (columns, row, zones);
  recurrence->first = chn_columns_get_bounds (columns, row);
  measure (recurrence, columns, row);
  recurrence->start = recurrence->begin;
  recurrence->rules = g_array_new (FALSE, FALSE, sizeof (ChnRecurRule));
  recurrence->exclusions = g_array_new (FALSE, FALSE, sizeof (ChnRecurRule));
  recurrence->dates = g_array_new (FALSE, FALSE, sizeof (ChnOccurrence));
  recurrence->days_out = g_array_new (FALSE, FALSE, sizeof (gint64));
  recurrence->times_out = g_array_new (FALSE, FALSE, sizeof (gint64));
  recurrence->after = CHN_TIME_MIN;
  recurrence->end = CHN_TIME_MAX;
  return recurrence;
}

/* The row of the series that an instance belongs to; FALSE where it is none or its series is not there. */
static gboolean
find_series (const ChnColumns *columns, guint row, Extra *id, guint *series)
{
  guint n = 0;
  const ChnRelationCell *relations = chn_columns_get_relations (columns, row, &n);
  for (guint i = 0; i < n; i++) {
    *series = relations[i].target;
    if (is_instance_of (columns, row, *series, id))
      return TRUE;
  }
  return FALSE;
}

/* What follows an instance that goes on: what the series would have had, moved as the instance is. */
static void
gather_from_series (const Gathering *instance, const Extra *id, guint series)
{
  const ChnColumns *columns = instance->columns;
  ChnRecurrence *own = instance->recurrence;
  g_autoptr (ChnRecurrence) of_series = make (columns, series, instance->zones);
  gint64 utc;
  if (chn_columns_get_status (columns, instance->row) == CHN_STATUS_CANCELLED || of_series->fault ||
      of_series->clock.is_days != own->clock.is_days ||
      !chn_recurrence_read_id (of_series, id->key, id->value, instance->zones, &utc))
    return;
  own->clock = of_series->clock;
  own->start = of_series->start;
  own->after = utc;
  own->shift = chn_recurrence_clock_to_utc (&own->clock, own->begin) - utc;
  gather (&(Gathering){ own, columns, instance->zones, series });
}

/* Whether rows may have more occurrences than their date, or fewer. */
static gboolean
has_more (const ChnRecurrence *recurrence)
{
  return recurrence->fault || recurrence->rules->len > 0 || recurrence->dates->len > 0 ||
         recurrence->exclusions->len > 0 || recurrence->days_out->len > 0 || recurrence->times_out->len > 0 ||
         recurrence->after != CHN_TIME_MIN;
}

static void
set_unsuited (ChnRecurrence *recurrence)
{
  const ChnDateBounds *first = &recurrence->first;
  const char *why = first->earliest != CHN_TIME_MIN && begins_too_early (first)
                        ? "nothing recurs from a date before the year -9999"
                        : "nothing recurs from a date that is open or one of several";
  chn_error_set (&recurrence->fault, CHN_ERROR_UNSUPPORTED, "date it to a day, or a day to another", "%s", why);
}

ChnRecurrence *
chn_recurrence_new (const ChnColumns *columns, guint row, ChnZones *zones)
{
  g_autoptr (ChnRecurrence) recurrence = make (columns, row, zones);
  Gathering gathering = { recurrence, columns, zones, row };
  guint series = 0;
  Extra id;
  gboolean has_rule = chn_columns_get_text (columns, CHN_FIELD_REPEAT, row) != NULL;
  if (!has_rule && find_series (columns, row, &id, &series)) {
    if (goes_on (&id) && chn_recurrence_suits (&recurrence->first))
      gather_from_series (&gathering, &id, series);
  } else {
    gather (&gathering);
  }
  if (!has_more (recurrence))
    return NULL;
  if (!chn_recurrence_suits (&recurrence->first) && !recurrence->fault)
    set_unsuited (recurrence);
  return g_steal_pointer (&recurrence);
}

void
chn_recurrence_free (ChnRecurrence *recurrence)
{
  if (!recurrence)
    return;
  g_array_unref (recurrence->rules);
  g_array_unref (recurrence->exclusions);
  g_array_unref (recurrence->dates);
  g_array_unref (recurrence->days_out);
  g_array_unref (recurrence->times_out);
  g_clear_error (&recurrence->fault);
  g_free (recurrence);
}

gboolean
chn_recurrence_check (const ChnRecurrence *recurrence, GError **error)
{
  if (recurrence->fault && error)
    g_propagate_error (error, g_error_copy (recurrence->fault));
  return recurrence->fault == NULL;
}

const char *
chn_recurrence_get_zone (const ChnRecurrence *recurrence)
{
  const ChnRecurrenceClock *clock = &recurrence->clock;
  return clock->zone && !clock->is_days ? chn_zone_get_name (clock->zone) : NULL;
}

gboolean
chn_recurrence_is_endless (const ChnRecurrence *recurrence)
{
  for (guint i = 0; i < recurrence->rules->len && !recurrence->fault; i++) {
    const ChnRecurRule *rule = &g_array_index (recurrence->rules, ChnRecurRule, i);
    if (rule->count == 0 && !rule->has_until && recurrence->end == CHN_TIME_MAX)
      return TRUE;
  }
  return FALSE;
}
