/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Dates as lists of worlds, drawn at random. Time is counted in slots of a quarter of an hour of March 2014, and
 * whatever is dated by the minute is at half past: so slots stand for all moments between two such times.
 */
#pragma once

#include <glib.h>
#include <stdarg.h>
#include <string.h>

enum {
  DAY = 96,             /* slots */
  HOUR = 4,             /* slots */
  OPEN = 1000000,       /* without an end, or minus that without a beginning */
  UNKNOWN = 900000,     /* an end at any time */
  LAST_DAY = 45,        /* up to which unknown ends are tried one by one */
  FARTHEST = 14 * HOUR, /* that clocks of unknown zones may be off by */
};

typedef struct {
  int begin, end;
} Segment;

/* Moments of a date in one world, as its clocks show them. */
typedef struct {
  Segment segment[2];
  guint n;
} World;

typedef struct {
  char text[96];
  const char *zone; /* of the event */
  GArray *worlds;
  int begin_offset, end_offset; /* of its clocks, hours */
  gboolean timed, lasts, gaps, doubtful, vague, endless;
} Model;

/* Zones whose clocks never change. */
static const struct {
  const char *name;
  int offset;
} zones[] = { { NULL, 0 }, { "Asia/Seoul", 9 }, { "Pacific/Honolulu", -10 }, { "Etc/GMT+5", -5 } };

static const int offsets[] = { -10, -5, 0, 9, 12 };

static inline void
add_segments (Model *model, int begin, int end, int second_begin, int second_end)
{
  World world = { { { begin, end }, { second_begin, second_end } }, second_end >= second_begin ? 2 : 1 };
  g_array_append_val (model->worlds, world);
}

static inline void
add_span (Model *model, int begin, int end)
{
  add_segments (model, begin, end, 0, -1);
}

static inline void
add_moments (Model *model, int first, int last)
{
  for (int slot = first; slot <= last; slot++)
    add_span (model, slot, slot);
}

static inline int
start_of (int day)
{
  return (day - 1) * DAY;
}

static inline int
end_of (int day)
{
  return day * DAY - 1;
}

static inline int
half_past (int day, int hour)
{
  return start_of (day) + hour * HOUR + 2;
}

static void append (Model *model, const char *format, ...) G_GNUC_PRINTF (2, 3);

static inline void
append (Model *model, const char *format, ...)
{
  gsize used = strlen (model->text);
  va_list arguments;
  va_start (arguments, format);
  g_vsnprintf (model->text + used, sizeof model->text - used, format, arguments);
  va_end (arguments);
}

static inline int
draw (GRand *random, int first, int last)
{
  return g_rand_int_range (random, first, last + 1);
}

/* Writes a time; half of them say their offset, and then in an hour's steps. */
static inline void
append_time (Model *model, int day, int hour, gboolean says, int offset)
{
  append (model, "2014-03-%02dT%02d:30:00", day, hour);
  if (says)
    append (model, "%+03d:00", offset);
}

static inline void
make_time (Model *model, GRand *random, int day)
{
  int hour = draw (random, 0, 23);
  gboolean says = draw (random, 0, 1);
  int offset = offsets[draw (random, 0, G_N_ELEMENTS (offsets) - 1)];
  append_time (model, day, hour, says, offset);
  add_moments (model, half_past (day, hour), half_past (day, hour));
  model->timed = TRUE;
  if (!says)
    return;
  model->begin_offset = model->end_offset = offset;
  model->vague = FALSE;
}

/* From one time to another, by the same clocks or by two that both say their offset. */
static inline void
make_timed_span (Model *model, GRand *random, int day)
{
  int hour = draw (random, 0, 23), length = draw (random, 0, 40);
  gboolean says = draw (random, 0, 1);
  int offset = offsets[draw (random, 0, G_N_ELEMENTS (offsets) - 1)];
  int other = draw (random, 0, 1) ? offset : offsets[draw (random, 0, G_N_ELEMENTS (offsets) - 1)];
  int end = hour + length + (says ? other - offset : 0);
  int end_day = day + (end >= 0 ? end / 24 : -((23 - end) / 24));
  int end_hour = end - (end_day - day) * 24;
  append_time (model, day, hour, says, offset);
  append (model, "/");
  append_time (model, end_day, end_hour, says, other);
  add_span (model, half_past (day, hour), half_past (end_day, end_hour));
  model->timed = model->lasts = TRUE;
  if (!says)
    return;
  model->begin_offset = offset;
  model->end_offset = other;
  model->vague = FALSE;
}

static inline void
make_day (Model *model, GRand *random, int day)
{
  static const char *const qualifiers[] = { "", "", "", "", "~", "?", "%" };
  const char *qualifier = qualifiers[draw (random, 0, G_N_ELEMENTS (qualifiers) - 1)];
  append (model, "2014-03-%02d%s", day, qualifier);
  add_moments (model, start_of (day), end_of (day));
  model->doubtful = *qualifier != '\0';
}

static inline void
make_span (Model *model, GRand *random, int day)
{
  int last = day + draw (random, 0, 4);
  gboolean doubtful = draw (random, 0, 7) == 0;
  append (model, "2014-03-%02d%s/2014-03-%02d", day, doubtful ? "~" : "", last);
  add_span (model, start_of (day), end_of (last));
  model->lasts = TRUE;
  model->doubtful = doubtful;
}

/* Ends some time in the month, not before its first day is over. */
static inline void
make_vague_span (Model *model, GRand *random, int day)
{
  (void) random;
  append (model, "2014-02-%02d/2014-03", 28 - day);
  for (int slot = end_of (1); slot <= end_of (31); slot++)
    add_span (model, start_of (-day), slot);
  model->lasts = TRUE;
}

static inline void
make_one_of (Model *model, GRand *random, int day)
{
  int last = day + draw (random, 1, 4);
  gboolean range = draw (random, 0, 1);
  append (model, "[2014-03-%02d%s2014-03-%02d]", day, range ? ".." : ",", last);
  add_moments (model, start_of (day), end_of (range ? last : day));
  if (!range)
    add_moments (model, start_of (last), end_of (last));
  model->gaps = !range && last > day + 1;
}

static inline void
make_all_of (Model *model, GRand *random, int day)
{
  int last = day + draw (random, 1, 4);
  append (model, "{2014-03-%02d,2014-03-%02d}", day, last);
  add_segments (model, start_of (day), end_of (day), start_of (last), end_of (last));
  model->lasts = TRUE;
  model->gaps = last > day + 1;
}

static inline void
make_masked (Model *model, GRand *random, int day)
{
  (void) day;
  int digit = draw (random, 0, 9);
  append (model, "2014-03-%s%d", digit == 1 ? "1" : "X", digit);
  if (digit == 1) {
    model->text[strlen (model->text) - 1] = 'X';
    add_moments (model, start_of (10), end_of (19));
    return;
  }
  for (int tens = 0; tens <= 3; tens++) {
    int each = tens * 10 + digit;
    if (each >= 1 && each <= 31)
      add_moments (model, start_of (each), end_of (each));
  }
  model->gaps = TRUE;
}

/* Begins on one of three days, or ends on one. */
static inline void
make_masked_span (Model *model, GRand *random, int day)
{
  (void) day;
  int digit = draw (random, 2, 9);
  gboolean at_end = draw (random, 0, 1);
  append (model, at_end ? "2014-03-02/2014-03-X%d" : "2014-03-X%d/2014-03-29", digit);
  for (int each = digit; each <= 29; each += 10)
    add_span (model, at_end ? start_of (2) : start_of (each), at_end ? end_of (each) : end_of (29));
  model->lasts = model->gaps = TRUE;
}

static inline void
make_month (Model *model, GRand *random, int day)
{
  (void) day;
  (void) random;
  append (model, "2014-03");
  add_moments (model, start_of (1), end_of (31));
}

static inline void
make_endless (Model *model, GRand *random, int day)
{
  gboolean known = draw (random, 0, 1), at_end = draw (random, 0, 1);
  const char *open = known ? ".." : "";
  if (at_end)
    append (model, "2014-03-%02d/%s", day, open);
  else
    append (model, "%s/2014-03-%02d", open, day);
  int fixed = at_end ? start_of (day) : end_of (day);
  model->lasts = model->endless = TRUE;
  if (known) {
    add_span (model, at_end ? fixed : -OPEN, at_end ? OPEN : fixed);
    return;
  }
  for (int slot = end_of (day); at_end && slot <= end_of (LAST_DAY); slot++)
    add_span (model, fixed, slot);
  for (int slot = start_of (day); !at_end && slot >= start_of (-LAST_DAY); slot--)
    add_span (model, slot, fixed);
  add_span (model, at_end ? fixed : -UNKNOWN, at_end ? UNKNOWN : fixed);
}

typedef void (*MakeFunc) (Model *model, GRand *random, int day);

static const MakeFunc makers[] = { make_day,        make_day,        make_day,         make_time,    make_time,
                                   make_time,       make_timed_span, make_span,        make_span,    make_one_of,
                                   make_all_of,     make_masked,     make_masked_span, make_endless, make_endless,
                                   make_vague_span, make_month };

/* The first of what queries may say, too; the last is too long to be drawn often. */
static inline void
model_init (Model *model, GRand *random, int header_zone, gboolean is_event)
{
  int zone = is_event ? draw (random, 0, G_N_ELEMENTS (zones) - 1) : 0, place = zone > 0 ? zone : header_zone;
  int maker = draw (random, 0, draw (random, 0, 3) == 0 ? G_N_ELEMENTS (makers) - 1 : G_N_ELEMENTS (makers) - 4);
  *model = (Model){ .zone = zones[zone].name, .worlds = g_array_new (FALSE, FALSE, sizeof (World)) };
  model->begin_offset = model->end_offset = zones[place].offset;
  model->vague = place == 0;
  makers[maker](model, random, draw (random, 3, 20));
}

static inline void
model_clear (Model *model)
{
  g_clear_pointer (&model->worlds, g_array_unref);
}
