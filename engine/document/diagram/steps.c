/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The steps of a scale from left to right, and which of them are labelled. */
#include "document/diagram/steps.h"

#include <math.h>

/* A scale is shown whole where it has no more steps than so many, or so many times as many as values. */
enum { MOST_STEPS = 60, MOST_EMPTY = 4 };

/* What stands for a stretch that is left out, and for the gap before what stands apart, in steps. */
static const double break_steps = 1.4, gap_steps = 0.6;

/* Between labels, in heights of their text. */
static const double label_gap = 0.8;

/* How many steps behind the value before a value stands: 1 is next to it. */
static double
find_advance (const ChnChartKey *key, guint i, gboolean is_whole, gboolean *is_break)
{
  *is_break = FALSE;
  if (i == 0)
    return 0;
  if (!key->is_scale)
    return 1;
  if (key->value[i].is_apart || key->value[i - 1].is_apart)
    return 1 + (key->value[i].is_apart != key->value[i - 1].is_apart ? gap_steps : 0);
  double advance = fabs ((double) key->value[i].ordinal - (double) key->value[i - 1].ordinal);
  *is_break = !is_whole && advance > MOST_EMPTY;
  return *is_break ? 1 + break_steps : MAX (advance, 1);
}

static gboolean
is_whole (const ChnChartKey *key)
{
  double first = 0, last = 0;
  gboolean has_any = FALSE;
  for (guint i = 0; i < key->n; i++) {
    if (key->value[i].is_apart)
      continue;
    first = has_any ? MIN (first, (double) key->value[i].ordinal) : (double) key->value[i].ordinal;
    last = has_any ? MAX (last, (double) key->value[i].ordinal) : (double) key->value[i].ordinal;
    has_any = TRUE;
  }
  return last - first <= MAX ((double) MOST_STEPS, (double) key->n * MOST_EMPTY);
}

/* Where what stands apart has longer labels than a step is wide, it has more room. */
static double
find_extra (const ChnBoard *board, const ChnChartKey *key, double width, const ChnType *type)
{
  double extra = 0;
  for (guint i = 0; i < key->n; i++) {
    ChnTyped label = chn_board_type (board, key->value[i].label, type);
    if (key->value[i].is_apart && key->is_scale)
      extra += MAX (label.width + label_gap * type->size - width, 0);
  }
  return extra;
}

static void
place (const ChnBoard *board, const ChnChartKey *key, ChnChartSteps *steps, double left, const ChnType *type)
{
  gboolean whole = is_whole (key);
  double x = left, shift = 0;
  for (guint i = 0; i < key->n; i++) {
    ChnChartStep *step = &steps->step[i];
    x += find_advance (key, i, whole, &step->is_behind_break) * steps->width;
    if (key->value[i].is_apart && key->is_scale) {
      ChnTyped label = chn_board_type (board, key->value[i].label, type);
      double more = MAX (label.width + label_gap * type->size - steps->width, 0);
      shift += more / 2;
      step->left = x + shift;
      shift += more / 2;
    } else {
      step->left = x + shift;
    }
    step->right = step->left + steps->width;
  }
  steps->right = (key->n > 0 ? x + steps->width : left) + shift;
}

/* Every how many steps a label stands: 1, 2, 5, 10, 20 years; 1, 3, 6, 12, 24 months. */
static gint64
get_interval (const ChnChartKey *key, guint index)
{
  static const gint64 tens[] = { 1, 2, 5 }, parts[] = { 4, 2, 1 };
  gint64 period = MAX (key->period, 1), power = 1;
  guint first = period == 10 || period < 4 ? 0 : 3;
  if (index < first)
    return index == 0 ? 1 : period / parts[index - 1];
  for (guint i = 3; i <= index - first; i += 3)
    power *= 10;
  return (first > 0 ? period : 1) * tens[(index - first) % 3] * power;
}

static gboolean
is_labelled (const ChnChartKey *key, guint i, gint64 interval)
{
  const ChnChartValue *value = &key->value[i];
  return !key->is_scale || value->is_apart || value->ordinal % interval == 0 || interval == 1;
}

static double
find_middle (const ChnChartStep *step)
{
  return (step->left + step->right) / 2;
}

/* A label, where it does not leave the sheet. */
static ChnTyped
type_label (const ChnBoard *board, const ChnChartKey *key, const ChnChartStep *step, guint i, const ChnType *type)
{
  ChnTyped label = chn_board_type (board, key->value[i].label, type);
  double half = label.width / 2, middle = find_middle (step);
  if (middle - half < board->left || middle + half > board->right)
    label.text = NULL;
  return label;
}

/* Labels those at the interval; FALSE where they would overlap. */
static gboolean
label_every (const ChnBoard *board, const ChnChartKey *key, ChnChartSteps *steps, gint64 interval,
             const ChnType *type)
{
  double end = -INFINITY;
  for (guint i = 0; i < key->n; i++) {
    ChnChartStep *step = &steps->step[i];
    step->label = (ChnTyped){ NULL, 0, FALSE };
    if (!is_labelled (key, i, interval))
      continue;
    step->label = type_label (board, key, step, i, type);
    double x = find_middle (step) - step->label.width / 2;
    if (!step->label.text)
      continue;
    if (x < end)
      return FALSE;
    end = x + step->label.width + label_gap * type->size;
  }
  return TRUE;
}

/* Where even few labels would overlap, each that has room is shown, the first and what stands apart before others. */
static void
label_some (const ChnBoard *board, const ChnChartKey *key, ChnChartSteps *steps, const ChnType *type)
{
  double end = -INFINITY;
  for (guint i = 0; i < key->n; i++) {
    ChnChartStep *step = &steps->step[i];
    ChnTyped label = type_label (board, key, step, i, type);
    double x = find_middle (step) - label.width / 2;
    step->label = x < end ? (ChnTyped){ NULL, 0, FALSE } : label;
    if (step->label.text)
      end = x + label.width + label_gap * type->size;
  }
}

ChnChartSteps
chn_chart_steps_find (const ChnBoard *board, const ChnChartKey *key, double left, double right, double widest,
                      const ChnType *type)
{
  enum { MOST_INTERVALS = 30 };
  ChnChartSteps steps = { g_new0 (ChnChartStep, key->n + 1), key->n, 1, 0 };
  place (board, key, &steps, 0, &(ChnType){ .size = 0 });
  double n = MAX (steps.right, 1), width = right - left;
  for (guint i = 0; i < 3; i++) /* extra room depends on the width, and that on it */
    steps.width = MIN (MAX (width - find_extra (board, key, i == 0 ? 0 : steps.width, type), width / 4) / n, widest);
  place (board, key, &steps, left, type);
  for (guint i = 0; i < MOST_INTERVALS; i++)
    if (label_every (board, key, &steps, get_interval (key, i), type))
      return steps;
  label_some (board, key, &steps, type);
  return steps;
}

void
chn_chart_steps_put_labels (const ChnBoard *board, const ChnChartSteps *steps, double baseline, const ChnType *type)
{
  for (guint i = 0; i < steps->n; i++)
    if (steps->step[i].label.text)
      chn_board_put_text (board, &steps->step[i].label, find_middle (&steps->step[i]), baseline, type, CHN_TINT_SOFT,
                          CHN_ALIGN_MIDDLE);
}

void
chn_chart_steps_put_breaks (const ChnBoard *board, const ChnChartSteps *steps, double y)
{
  double height = board->base * 0.4;
  const ChnPaint stroke = { .stroke = CHN_TINT_SOFT, .width = board->base * 0.08 };
  for (guint i = 1; i < steps->n; i++) {
    double x = (steps->step[i - 1].right + steps->step[i].left) / 2, gap = board->base * 0.12;
    if (!steps->step[i].is_behind_break || steps->width * break_steps < height * 2)
      continue;
    chn_draw_line (board->drawing, x - gap - height / 4, y + height, x - gap + height / 4, y - height, &stroke);
    chn_draw_line (board->drawing, x + gap - height / 4, y + height, x + gap + height / 4, y - height, &stroke);
  }
}

void
chn_chart_steps_clear (ChnChartSteps *steps)
{
  g_clear_pointer (&steps->step, g_free);
}
