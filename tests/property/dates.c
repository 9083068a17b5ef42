/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Terms about dates against brute force: `:` must find what lies as asked in some world, `=` what does in every one,
 * NOT what the term does not find, with the planner and without.
 *
 * The programme takes the number of cases, each a query over an event, and a seed.
 */
#include <chancery/query.h>
#include <stdio.h>
#include <stdlib.h>

#include "date-worlds.h"

enum {
  N_EVENTS = 10,
  N_QUERIES = 40, /* of each timeline */
  N_CASES = 10000,
  MOST_WORLDS = 150000, /* of a question that are gone through */
  MOST_SHOWN = 20,
};

/* What a term asks. */
typedef enum { WITHIN, DURING, OVERLAPS, BEGINS, ENDS, BEFORE, AFTER, BELOW, UP_TO, ABOVE, FROM, N_ASKED } Asked;

static const struct {
  const char *field;
  const char *op; /* NULL for both ":" and "=" */
} asked_as[N_ASKED] = {
  [WITHIN] = { "date", NULL },   [DURING] = { "during", NULL }, [OVERLAPS] = { "overlaps", NULL },
  [BEGINS] = { "begins", NULL }, [ENDS] = { "ends", NULL },     [BEFORE] = { "before", NULL },
  [AFTER] = { "after", NULL },   [BELOW] = { "date", "<" },     [UP_TO] = { "date", "<=" },
  [ABOVE] = { "date", ">" },     [FROM] = { "date", ">=" },
};

/* A date of a query: one that is typed, or that of an event, perhaps shifted by days. */
typedef struct {
  const Model *model;
  int event; /* -1 for one that is typed */
  int shift; /* days */
} Operand;

typedef struct {
  Asked asked;
  gboolean certain;
  Operand low, high; /* the same where there is no range */
  gboolean is_range;
  int days_before, days_after; /* of within: */
} Question;

static gboolean
is_calendar (const Operand *operand)
{
  return operand->event < 0 && !operand->model->timed;
}

/* A world as seconds of UTC would have it, or as clocks do. */
static World
read_clocks (const Model *model, const World *world, gboolean in_utc)
{
  World read = *world;
  for (guint i = 0; in_utc && i < world->n; i++) {
    read.segment[i].begin -= ABS (world->segment[i].begin) >= UNKNOWN ? 0 : model->begin_offset * HOUR;
    read.segment[i].end -= ABS (world->segment[i].end) >= UNKNOWN ? 0 : model->end_offset * HOUR;
  }
  return read;
}

static World
move_world (World world, int slots)
{
  for (guint i = 0; i < world.n; i++) {
    world.segment[i].begin += ABS (world.segment[i].begin) >= UNKNOWN ? 0 : slots;
    world.segment[i].end += ABS (world.segment[i].end) >= UNKNOWN ? 0 : slots;
  }
  return world;
}

static int
first_of (const World *world)
{
  return world->segment[0].begin;
}

static int
last_of (const World *world)
{
  return world->segment[world->n - 1].end;
}

/* A moment of a day is that day as a whole where something is asked to lie in it; what is typed is all that it says.
 */
static World
widen (const Operand *operand, const World *world)
{
  World wide = *world;
  const GArray *worlds = operand->model->worlds;
  if (operand->event < 0) {
    wide = (World){ { { OPEN, -OPEN } }, 1 };
    for (guint i = 0; i < worlds->len; i++) {
      const World *each = &g_array_index (worlds, World, i);
      wide.segment[0].begin = MIN (wide.segment[0].begin, first_of (each));
      wide.segment[0].end = MAX (wide.segment[0].end, last_of (each));
    }
    if (wide.segment[0].begin <= -UNKNOWN)
      wide.segment[0].begin = -OPEN;
    if (wide.segment[0].end >= UNKNOWN)
      wide.segment[0].end = OPEN;
  } else if (!operand->model->timed && !operand->model->lasts) {
    int day = world->segment[0].begin / DAY;
    wide.segment[0] = (Segment){ day * DAY, day * DAY + DAY - 1 };
  }
  return wide;
}

static gboolean
share (const World *a, const World *b)
{
  for (guint i = 0; i < a->n; i++)
    for (guint j = 0; j < b->n; j++)
      if (MIN (a->segment[i].begin, a->segment[i].end) <= b->segment[j].end &&
          MAX (a->segment[i].begin, a->segment[i].end) >= b->segment[j].begin)
        return TRUE;
  return FALSE;
}

static gboolean
lies_between (int slot, int from, int to)
{
  return slot >= from && slot <= to;
}

/* Whether a date lies as asked in one world. Of a date that lasts any of its moments may be meant by date:. */
static gboolean
holds (const Question *question, const World *row, const World *low, const World *high)
{
  int from = first_of (low), to = last_of (high);
  if (from > -UNKNOWN)
    from -= question->days_before * DAY;
  if (to < UNKNOWN)
    to += question->days_after * DAY;
  World hull = { { { from, to } }, 1 };
  if (question->is_range && from > to) /* by the clocks of two places: it has no moment at all */
    return FALSE;
  switch (question->asked) {
  case DURING:
    return MIN (first_of (row), last_of (row)) >= from && MAX (first_of (row), last_of (row)) <= to;
  case OVERLAPS:
    return share (row, question->is_range ? &hull : low);
  case BEGINS:
    return first_of (row) > -OPEN && lies_between (first_of (row), from, to);
  case ENDS:
    return last_of (row) < OPEN && lies_between (last_of (row), from, to);
  case BEFORE:
    return last_of (row) < from;
  case AFTER:
    return first_of (row) > to;
  case BELOW:
    return MIN (first_of (row), last_of (row)) < from;
  case UP_TO:
    return MIN (first_of (row), last_of (row)) <= to;
  case ABOVE:
    return MAX (first_of (row), last_of (row)) > to;
  case FROM:
    return MAX (first_of (row), last_of (row)) >= from;
  default:
    return question->certain
               ? MIN (first_of (row), last_of (row)) >= from && MAX (first_of (row), last_of (row)) <= to
               : share (row, &hull);
  }
}

/* By which clocks things are compared, and how far they may be off. */
typedef struct {
  gboolean in_utc;
  int row, low, high; /* slots that each may be off by */
  gboolean low_is_row, high_is_row;
} Clocks;

static Clocks
choose_clocks (const Question *question, const Model *row)
{
  Clocks clocks = { 0 };
  const Model *low = question->low.model, *high = question->high.model;
  if (is_calendar (&question->low) && is_calendar (&question->high))
    return clocks;
  clocks.in_utc = row->timed || low->timed || high->timed;
  if (!clocks.in_utc)
    return clocks;
  clocks.row = row->vague ? FARTHEST : 0;
  clocks.low = !row->vague && low->vague ? FARTHEST : 0;
  clocks.high = !row->vague && high->vague && question->is_range ? FARTHEST : 0;
  return clocks;
}

/* Whether something holds in one of several ways, and whether in each. */
typedef struct {
  gboolean some, all;
} Answer;

static void
add (Answer *answer, gboolean held)
{
  answer->some = answer->some || held;
  answer->all = answer->all && held;
}

static gboolean
is_decided (const Question *question, const Answer *answer)
{
  return question->certain ? !answer->all : answer->some;
}

static gboolean
is_beside (Asked asked)
{
  return asked >= BEFORE;
}

/* One world of an operand, by the clocks, moved by so many slots. */
static World
place (const Question *question, const Operand *operand, const World *world, const Clocks *clocks, int off)
{
  World placed = is_beside (question->asked) && operand->event >= 0 ? *world : widen (operand, world);
  placed = read_clocks (operand->model, &placed, clocks->in_utc);
  return move_world (placed, operand->shift * DAY + off);
}

/* All ways in which unknown clocks may be off. */
static void
ask_worlds (const Question *question, const Model *row, const Clocks *clocks, const World *row_world,
            const World *low_world, const World *high_world, Answer *answer)
{
  World its = read_clocks (row, row_world, clocks->in_utc);
  for (int off = -clocks->row; off <= clocks->row; off++) {
    World moved = move_world (its, off);
    for (int low = -clocks->low; low <= clocks->low; low++) {
      World from = place (question, &question->low, low_world, clocks, clocks->low_is_row ? off : low);
      for (int high = -clocks->high; high <= clocks->high; high++) {
        World to = place (question, &question->high, high_world, clocks, clocks->high_is_row ? off : high);
        add (answer, holds (question, &moved, &from, question->is_range ? &to : &from));
      }
    }
  }
}

/* What is typed has one world: all that it says. */
static guint
count_worlds (const Operand *operand)
{
  return operand->event < 0 ? 1 : operand->model->worlds->len;
}

static const World *
get_world (const Model *model, guint i)
{
  return &g_array_index (model->worlds, World, i);
}

/* Goes through all worlds; the same event is in the same world. */
static void
ask_all (const Question *question, const Model *row, int index, Answer *answer)
{
  Clocks clocks = choose_clocks (question, row);
  clocks.low_is_row = question->low.event == index;
  clocks.high_is_row = question->high.event == index;
  guint n_high = question->is_range ? count_worlds (&question->high) : 1;
  gboolean is_low = question->low.event == index && question->low.shift == 0;
  gboolean is_high = question->is_range && question->high.event == index && question->high.shift == 0;
  for (guint i = 0; i < count_worlds (&question->low); i++)
    for (guint j = 0; j < n_high; j++)
      for (guint k = 0; k < row->worlds->len && !is_decided (question, answer); k++)
        if ((!is_low || i == k) && (!is_high || j == k))
          ask_worlds (question, row, &clocks, get_world (row, k), get_world (question->low.model, i),
                      get_world (question->high.model, j), answer);
}

static gboolean
is_too_long (const Question *question, const Model *row)
{
  guint64 n = (guint64) row->worlds->len * count_worlds (&question->low);
  Clocks clocks = choose_clocks (question, row);
  n *= (guint64) (2 * clocks.row + 1) * (guint64) (2 * clocks.low + 1) * (guint64) (2 * clocks.high + 1);
  return n * (question->is_range ? count_worlds (&question->high) : 1) > MOST_WORLDS;
}

static gboolean
expect (const Question *question, const Model *row, int index)
{
  const Operand *low = &question->low, *high = &question->high; /* the same where there is no range */
  gboolean is_own = low->event == index && low->shift == 0 && high->event == index && high->shift == 0;
  Answer answer = { FALSE, TRUE };
  if (is_own && (question->asked == BEFORE || question->asked == AFTER))
    return FALSE;
  if (is_own && !is_beside (question->asked))
    return TRUE;
  if (question->certain && (row->doubtful || question->low.model->doubtful || question->high.model->doubtful))
    return FALSE;
  ask_all (question, row, index, &answer);
  return question->certain ? answer.all : answer.some;
}

/* The text of a query and what it means. */
static void
append_operand (GString *out, const Operand *operand)
{
  if (operand->event < 0)
    g_string_append (out, operand->model->text);
  else
    g_string_append_printf (out, "@event-%d", operand->event);
  if (operand->shift != 0)
    g_string_append_printf (out, "%+dd", operand->shift);
}

static char *
dup_query (const Question *question)
{
  GString *out = g_string_new (NULL);
  const char *op = asked_as[question->asked].op;
  gboolean near = question->days_before > 0 || question->days_after > 0;
  g_string_append (out, near ? "within" : asked_as[question->asked].field);
  g_string_append (out, op ? op : question->certain ? "=" : ":");
  if (near)
    g_string_append_printf (out, "%s%dd",
                            question->days_before == 0  ? "+"
                            : question->days_after == 0 ? "-"
                                                        : "",
                            MAX (question->days_before, question->days_after));
  if (near && question->low.event < 0)
    g_string_append_c (out, '@');
  append_operand (out, &question->low);
  if (question->is_range)
    g_string_append (out, "..");
  if (question->is_range)
    append_operand (out, &question->high);
  return g_string_free (out, FALSE);
}

typedef struct {
  int header_zone;
  Model model[N_EVENTS];
  Model typed[2];
  ChnTimeline *timeline;
  guint n_cases, n_found, n_wrong;
} Worlds;

static void
draw_operand (Worlds *worlds, GRand *random, guint which, gboolean may_shift, Operand *operand)
{
  *operand = (Operand){ .event = draw (random, 0, 2) == 0 ? -1 : draw (random, 0, N_EVENTS - 1) };
  operand->model = operand->event < 0 ? &worlds->typed[which] : &worlds->model[operand->event];
  if (may_shift && operand->event >= 0 && !operand->model->gaps && draw (random, 0, 5) == 0)
    operand->shift = draw (random, 0, 1) ? 2 : -3;
}

static void
draw_question (Worlds *worlds, GRand *random, Question *question)
{
  *question = (Question){ .asked = (Asked) draw (random, 0, N_ASKED - 1), .certain = draw (random, 0, 1) };
  if (asked_as[question->asked].op)
    question->certain = FALSE;
  gboolean may_be_range = question->asked <= ENDS;
  gboolean near = question->asked == WITHIN && draw (random, 0, 2) == 0;
  draw_operand (worlds, random, 0, !near, &question->low);
  question->high = question->low;
  if (near && !question->low.model->gaps) {
    int days = draw (random, 1, 3), side = draw (random, 0, 2);
    question->days_before = side == 2 ? 0 : days;
    question->days_after = side == 1 ? 0 : days;
  } else if (may_be_range && draw (random, 0, 3) == 0) {
    question->is_range = TRUE;
    draw_operand (worlds, random, 1, TRUE, &question->high);
  }
}

/* What queries refuse, and what the model of typed dates does not tell. */
static gboolean
is_asked (const Question *question)
{
  const Model *low = question->low.model, *high = question->high.model;
  gboolean typed_doubt = (question->low.event < 0 && low->doubtful) || (question->high.event < 0 && high->doubtful);
  gboolean typed_gaps = (question->low.event < 0 && low->gaps) || (question->high.event < 0 && high->gaps);
  gboolean endless = low->endless || high->endless;
  return !(question->certain && typed_doubt) && !typed_gaps && !(is_beside (question->asked) && endless);
}

static void
add_event (ChnTimelineBuilder *builder, const Model *model, int index)
{
  g_autofree char *id = g_strdup_printf ("event-%d", index);
  g_autoptr (ChnDate) date = chn_date_parse (model->text, -1, NULL);
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_event_set_text (event, CHN_FIELD_ID, id, -1);
  chn_event_set_text (event, CHN_FIELD_TITLE, "An event", -1);
  if (date)
    chn_event_set_date (event, CHN_FIELD_DATE, date);
  if (model->zone)
    chn_event_set_text (event, CHN_FIELD_ZONE, model->zone, -1);
  chn_timeline_builder_add_event (builder, event);
}

static ChnTimeline *
make_timeline (const Worlds *worlds)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnRegistry) registry = chn_registry_builder_seal (chn_registry_builder_new (NULL), NULL);
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_timeline_builder_begin (builder, "worlds");
  if (zones[worlds->header_zone].name)
    chn_timeline_builder_set_header (builder, CHN_HEADER_ZONE, zones[worlds->header_zone].name);
  for (int i = 0; i < N_EVENTS; i++)
    add_event (builder, &worlds->model[i], i);
  ChnTimeline *timeline = chn_timeline_builder_seal (builder, &error);
  if (!timeline)
    printf ("# no timeline: %s\n", error->message);
  return timeline;
}

/* Which rows a query finds. */
static gboolean
run (ChnTimeline *timeline, const char *text, gboolean planned, gboolean *found)
{
  g_autoptr (ChnQuery) parsed = chn_query_parse (text, NULL, NULL);
  g_autoptr (ChnBoundQuery) query = parsed ? chn_query_bind (parsed, timeline, NULL, NULL) : NULL;
  g_auto (ChnRows) rows = { 0 };
  memset (found, 0, N_EVENTS * sizeof *found);
  if (!query) /* a range whose end lies before its beginning */
    return FALSE;
  chn_bound_query_run (query, planned, &rows);
  for (guint i = 0; i < rows.n; i++)
    found[rows.row[i]] = TRUE;
  return TRUE;
}

static void
check_row (Worlds *worlds, const Question *question, const char *text, int index, gboolean found)
{
  const Model *row = &worlds->model[index];
  if (is_too_long (question, row))
    return;
  worlds->n_cases++;
  worlds->n_found += found ? 1 : 0;
  gboolean expected = expect (question, row, index);
  if (found == expected || worlds->n_wrong++ > MOST_SHOWN)
    return;
  const char *zone = zones[worlds->header_zone].name;
  printf ("# %s (%s, %s) over event-%d %s in %s, timeline in %s: %s\n", text, question->low.model->text,
          question->high.model->text, index, row->text, row->zone ? row->zone : "-", zone ? zone : "-",
          found ? "found" : "not found");
}

static void
check_question (Worlds *worlds, const Question *question)
{
  g_autofree char *text = dup_query (question), *negated = g_strconcat ("-", text, NULL);
  gboolean planned[N_EVENTS], unplanned[N_EVENTS], rest[N_EVENTS];
  if (!run (worlds->timeline, text, TRUE, planned))
    return;
  run (worlds->timeline, text, FALSE, unplanned);
  run (worlds->timeline, negated, TRUE, rest);
  for (int i = 0; i < N_EVENTS; i++) {
    g_autofree char *id = g_strdup_printf ("event-%d", i);
    guint row = 0;
    chn_timeline_find (worlds->timeline, id, &row);
    if (planned[row] != unplanned[row] || planned[row] == rest[row])
      printf ("# %s: planned, unplanned and negated disagree (%u)\n", text, worlds->n_wrong++);
    check_row (worlds, question, text, i, planned[row]);
  }
}

static void
try_queries (Worlds *worlds, GRand *random)
{
  for (guint i = 0; i < N_QUERIES; i++) {
    Question question;
    for (guint k = 0; k < G_N_ELEMENTS (worlds->typed); k++)
      model_init (&worlds->typed[k], random, worlds->header_zone, FALSE);
    draw_question (worlds, random, &question);
    if (is_asked (&question))
      check_question (worlds, &question);
    for (guint k = 0; k < G_N_ELEMENTS (worlds->typed); k++)
      model_clear (&worlds->typed[k]);
  }
}

static void
try_timeline (Worlds *worlds, GRand *random)
{
  worlds->header_zone = draw (random, 0, G_N_ELEMENTS (zones) - 1);
  for (guint i = 0; i < N_EVENTS; i++)
    model_init (&worlds->model[i], random, worlds->header_zone, TRUE);
  worlds->timeline = make_timeline (worlds);
  if (worlds->timeline)
    try_queries (worlds, random);
  else
    worlds->n_wrong++;
  g_clear_pointer (&worlds->timeline, chn_timeline_unref);
  for (guint i = 0; i < N_EVENTS; i++)
    model_clear (&worlds->model[i]);
}

int
main (int argc, char **argv)
{
  guint n_wanted = argc > 1 ? (guint) atoi (argv[1]) : N_CASES;
  g_autoptr (GRand) random = g_rand_new_with_seed (argc > 2 ? (guint32) atoi (argv[2]) : 1815);
  Worlds worlds = { 0 };
  printf ("1..2\n");
  while (worlds.n_cases < n_wanted && worlds.n_wrong < MOST_SHOWN)
    try_timeline (&worlds, random);
  printf ("# %u cases, %u found\n", worlds.n_cases, worlds.n_found);
  printf ("%s 1 - dates lie as in some world, or in every one\n", worlds.n_wrong == 0 ? "ok" : "not ok");
  gboolean is_varied = worlds.n_found > worlds.n_cases / 10 && worlds.n_found < worlds.n_cases / 10 * 9;
  printf ("%s 2 - much was found and much was not\n", is_varied ? "ok" : "not ok");
  return worlds.n_wrong == 0 && is_varied ? EXIT_SUCCESS : EXIT_FAILURE;
}
