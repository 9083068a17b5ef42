/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which boundaries an axis shows, and how they are labelled. */
#include "document/picture/ticks.h"

#include <stdio.h>

#include "base/civil.h"
#include "date/english.h"
#include "document/prose.h"

/* Between a boundary and its label. */
static const double label_gap = 2.5;

/* How a label is written, where there is room for it. */
typedef enum { FORM_LONG, FORM_SHORT, FORM_SHORTEST, N_FORMS } Form;

static char *
dup_month_label (const ChnCivil *civil, Form form, gboolean has_year)
{
  g_autofree char *year = has_year && form != FORM_SHORTEST ? chn_prose_year_name (civil->year) : g_strdup ("");
  const char *name = chn_english_get_month (civil->month), *blank = *year ? " " : "";
  if (form == FORM_LONG)
    return g_strconcat (name, blank, year, NULL);
  return g_strdup_printf ("%.3s%s%s", name, blank, year);
}

/* "'98" is a short 1998. */
static char *
dup_year_label (gint64 year, Form form)
{
  if (form != FORM_LONG && year >= 1000 && year <= 9999)
    return g_strdup_printf ("\u2019%02d", (int) (year % 100));
  return chn_prose_year_name (year);
}

static char *
dup_day_label (const ChnCivil *civil, Form form)
{
  g_autofree char *month = dup_month_label (civil, form, TRUE);
  return g_strdup_printf ("%d %s", civil->day, month);
}

/* What the time from a boundary on is called, beside the coarser unit below it. */
static char *
dup_label (const ChnTimeStep *step, double time, Form form, gboolean is_coarse)
{
  ChnCivil civil = chn_civil_from_seconds ((gint64) time);
  switch (step->unit) {
  case CHN_UNIT_HOUR:
    return g_strdup_printf ("%02d:00", civil.hour);
  case CHN_UNIT_YEAR:
    return dup_year_label (civil.year, is_coarse ? FORM_LONG : form);
  case CHN_UNIT_MONTH:
    return dup_month_label (&civil, is_coarse ? form : FORM_SHORTEST, is_coarse);
  default:
    return is_coarse ? dup_day_label (&civil, form) : g_strdup_printf ("%d", civil.day);
  }
}

/* The boundaries within the axis; of coarse ones that before its start, too, since its name is that of what follows.
 */
static GArray *
list_ticks (const ChnAxis *axis, const ChnTimeStep *step, gboolean is_coarse, GArray *times)
{
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (ChnTick));
  gint64 at = chn_time_step_floor (step, (gint64) axis->from), before = at - 1;
  if (!is_coarse && (double) at < axis->from)
    at = chn_time_step_next (step, at);
  for (; (double) at < axis->to && at > before; before = at, at = chn_time_step_next (step, at)) {
    ChnTick tick = { .x = chn_axis_place (axis, (double) at) };
    double time = (double) at;
    g_array_append_val (ticks, tick);
    g_array_append_val (times, time);
  }
  return ticks;
}

/* The longest form of its label for which there is room up to the next boundary, which stands that much apart. */
static void
find_label (ChnTyping *typing, const ChnTimeStep *step, double time, gboolean is_coarse, double room,
            const ChnType *type, ChnTick *tick)
{
  for (Form form = FORM_LONG; form < N_FORMS; form++) {
    g_autofree char *text = dup_label (step, time, form, is_coarse);
    ChnTyped label = chn_type (typing, chn_typing_guard (typing, text), type);
    if (label.width + 2 * label_gap <= room) {
      tick->label = label;
      return;
    }
  }
}

static GArray *
make_ticks (ChnTyping *typing, const ChnAxis *axis, const ChnTimeStep *step, gboolean is_coarse, const ChnType *type,
            double edge)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *ticks = list_ticks (axis, step, is_coarse, times);
  for (guint i = 0; i < ticks->len; i++) {
    ChnTick *tick = &g_array_index (ticks, ChnTick, i);
    double end = i + 1 < ticks->len ? g_array_index (ticks, ChnTick, i + 1).x : edge;
    find_label (typing, step, g_array_index (times, double, i), is_coarse, end - tick->x, type, tick);
  }
  return ticks;
}

/* Whether boundaries stand as far apart as labels that are read at ease. */
static gboolean
is_easy (ChnTyping *typing, const ChnAxis *axis, const ChnTimeStep *step, const ChnType *type)
{
  double room = axis->right - axis->left, n = (axis->to - axis->from) / chn_time_step_length (step);
  if (n > room / 8)
    return FALSE;
  double widest = 0;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ticks = list_ticks (axis, step, FALSE, times);
  for (guint i = 0; i < ticks->len; i++) {
    g_autofree char *text = dup_label (step, g_array_index (times, double, i), FORM_LONG, FALSE);
    widest = MAX (widest, chn_type (typing, chn_typing_guard (typing, text), type).width);
  }
  return room / n >= 1.5 * widest;
}

/* On an even axis boundaries are as far apart as much is said of a time: short labels and none are as good. */
static gboolean
is_wide_enough (const ChnAxis *axis, const ChnTimeStep *step)
{
  return (axis->right - axis->left) / ((axis->to - axis->from) / chn_time_step_length (step)) >= 24;
}

static ChnTimeStep
choose_step (ChnTyping *typing, const ChnAxis *axis, const ChnType *type)
{
  ChnTimeStep step = { CHN_UNIT_HOUR, 1 };
  for (guint i = 0; chn_time_step_get (i, &step); i++)
    if (step.unit >= axis->finest &&
        (axis->knots ? is_wide_enough (axis, &step) : is_easy (typing, axis, &step, type)))
      break;
  return step;
}

static gboolean
find_coarser (const ChnTimeStep *fine, ChnTimeStep *coarse)
{
  static const ChnTimeUnit units[] = {
    [CHN_UNIT_HOUR] = CHN_UNIT_DAY,         [CHN_UNIT_DAY] = CHN_UNIT_MONTH,  [CHN_UNIT_WEEK] = CHN_UNIT_MONTH,
    [CHN_UNIT_HALF_MONTH] = CHN_UNIT_MONTH, [CHN_UNIT_MONTH] = CHN_UNIT_YEAR, [CHN_UNIT_YEAR] = CHN_UNIT_YEAR,
  };
  *coarse = (ChnTimeStep){ units[fine->unit], 1 };
  return fine->unit != CHN_UNIT_YEAR;
}

ChnTicks
chn_ticks_find (ChnTyping *typing, const ChnAxis *axis, const ChnType *type, double edge)
{
  ChnTimeStep coarse, fine = choose_step (typing, axis, type);
  ChnTicks ticks = { .fine = make_ticks (typing, axis, &fine, FALSE, type, edge) };
  if (find_coarser (&fine, &coarse))
    ticks.coarse = make_ticks (typing, axis, &coarse, TRUE, &(ChnType){ type->size, TRUE }, edge);
  return ticks;
}

void
chn_ticks_clear (ChnTicks *ticks)
{
  g_clear_pointer (&ticks->fine, g_array_unref);
  g_clear_pointer (&ticks->coarse, g_array_unref);
}
