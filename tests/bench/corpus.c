/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A synthetic diplomatic corpus: corpus N [SEED] FOLDER writes FOLDER/events.csv, as chancery reads it, and
 * FOLDER/actors.csv, a line an actor of an event, for a database that keeps lists in tables of their own.
 * The same numbers give the same bytes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "words.h"

typedef struct {
  guint64 state;
  FILE *events, *actors;
  guint64 number; /* of the event, from 1 */
  gint64 day;     /* since 1945-10-24 */
  double pace;    /* days from one event to the next */
  GString *line;
} Corpus;

/* splitmix64 */
static guint64
draw (Corpus *corpus)
{
  guint64 z = corpus->state += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return z ^ z >> 31;
}

static guint
below (Corpus *corpus, guint n)
{
  return (guint) (draw (corpus) % n);
}

static const char *
pick (Corpus *corpus, const Weighted *things, guint n)
{
  guint total = 0;
  for (guint i = 0; i < n; i++)
    total += things[i].weight;
  guint at = below (corpus, total);
  for (guint i = 0; i < n; i++) {
    if (at < things[i].weight)
      return things[i].name;
    at -= things[i].weight;
  }
  return things[0].name;
}

#define PICK(things) pick (corpus, things, G_N_ELEMENTS (things))

/* Ranks fall off as in language: the second word half as often as the first, and so on. */
static guint
draw_rank (Corpus *corpus, guint most)
{
  double unit = (double) (draw (corpus) >> 11) / 9007199254740992.0;
  double rank = 1;
  for (; rank * 2 < most && unit < 0.944; unit = unit * 17 - (int) (unit * 17))
    rank *= 2;
  return (guint) rank - 1 + below (corpus, (guint) rank);
}

static void
append_word (Corpus *corpus)
{
  guint rank = draw_rank (corpus, 1 << 17);
  if (rank < G_N_ELEMENTS (common)) {
    g_string_append (corpus->line, common[rank]);
    return;
  }
  for (guint rest = rank; rest > 0; rest /= G_N_ELEMENTS (syllables))
    g_string_append (corpus->line, syllables[rest % G_N_ELEMENTS (syllables)]);
}

static void
append_words (Corpus *corpus, guint n)
{
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_string_append_c (corpus->line, ' ');
    append_word (corpus);
  }
}

static void
append_text (Corpus *corpus)
{
  g_string_append_c (corpus->line, '"');
  append_words (corpus, 8 + below (corpus, 12));
  if (below (corpus, 5) == 0)
    g_string_append_printf (corpus->line, " (%s)", foreign[below (corpus, G_N_ELEMENTS (foreign))]);
  g_string_append (corpus->line, below (corpus, 50) ? ", " : ", human rights ");
  append_words (corpus, 8 + below (corpus, 16));
  if (below (corpus, 20000) == 0)
    g_string_append (corpus->line, " zugzwang");
  g_string_append (corpus->line, ".\"");
}

static void
append_date (Corpus *corpus)
{
  g_autoptr (GDate) date = g_date_new_dmy (24, 10, 1945);
  gint64 day = corpus->day - below (corpus, 20);
  g_date_add_days (date, (guint) MAX (day, 0));
  guint year = g_date_get_year (date), month = g_date_get_month (date), monthday = g_date_get_day (date);
  guint sort = below (corpus, 100);
  if (sort < 84)
    g_string_append_printf (corpus->line, "%04u-%02u-%02u", year, month, monthday);
  else if (sort < 90)
    g_string_append_printf (corpus->line, "%04u-%02u-%02uT%02u:%02u:00", year, month, monthday, below (corpus, 24),
                            below (corpus, 60));
  else if (sort < 95)
    g_string_append_printf (corpus->line, "%04u-%02u%s", year, month, sort == 90 ? "~" : "");
  else if (sort < 97)
    g_string_append_printf (corpus->line, "%04u%s", year, sort == 95 ? "?" : "");
  else if (sort < 98)
    g_string_append_printf (corpus->line, "%04u-%02u-%02u/%04u", year, month, monthday, year + 1);
  else
    g_string_append_printf (corpus->line, "%04u-%02u/%04u-%02u", year, month, year + 1, 1 + below (corpus, 12));
}

static void
append_actors (Corpus *corpus)
{
  guint n = 1 + below (corpus, 4);
  const char *chosen[4] = { NULL };
  for (guint i = 0; i < n; i++) {
    const char *actor = PICK (actors), *role = PICK (roles);
    gboolean known = FALSE;
    for (guint k = 0; k < i; k++)
      known = known || chosen[k] == actor;
    if (known)
      continue;
    chosen[i] = actor;
    g_string_append_printf (corpus->line, "%s%s (%s)", i > 0 ? "; " : "", actor, role);
    fprintf (corpus->actors, "e%" G_GUINT64_FORMAT ",%s,%s\n", corpus->number, actor, role);
  }
}

/* A symbol of an organ that can have it, for half of the events. */
static void
append_symbol (Corpus *corpus)
{
  guint number = 1 + (guint) (corpus->number % 9000), session = 1 + (guint) (corpus->day / 366);
  switch (below (corpus, 8)) {
  case 0:
    g_string_append_printf (corpus->line, "A/%u/%u", MIN (session, 80), number);
    break;
  case 1:
    g_string_append_printf (corpus->line, "S/PV.%u", number);
    break;
  case 2:
    g_string_append_printf (corpus->line, "A/C.3/%u/L.%u", MIN (session, 80), 1 + number % 90);
    break;
  case 3:
    g_string_append_printf (corpus->line, "S/%u/%u", MIN (1994 + session % 30, 2024), 1 + number % 1200);
    break;
  default:
    break;
  }
}

static void
append_vote (Corpus *corpus)
{
  guint no = below (corpus, 3) == 0 ? below (corpus, 60) : below (corpus, 5), abstain = below (corpus, 60);
  if (below (corpus, 6) == 0)
    g_string_append_printf (corpus->line, "%u,%u,%u,recorded,%s", 193 - no - abstain, no, abstain,
                            no > 55 ? "rejected" : "adopted");
  else
    g_string_append (corpus->line, ",,,,");
}

static void
write_event (Corpus *corpus)
{
  g_string_printf (corpus->line, "e%" G_GUINT64_FORMAT ",", corpus->number);
  append_words (corpus, 5 + below (corpus, 8));
  g_string_append_c (corpus->line, ',');
  append_text (corpus);
  g_string_append_c (corpus->line, ',');
  append_date (corpus);
  g_string_append_printf (corpus->line, ",%s,%s,", PICK (kinds), PICK (forums));
  append_actors (corpus);
  g_string_append_c (corpus->line, ',');
  append_symbol (corpus);
  g_string_append_c (corpus->line, ',');
  append_vote (corpus);
  g_string_append_printf (corpus->line, ",%s,%s,%u,%s", below (corpus, 3) ? places[below (corpus, 7)] : "",
                          below (corpus, 50) ? "occurred" : "not-held", 1 + below (corpus, 5),
                          below (corpus, 3) ? PICK (tags) : "");
  fprintf (corpus->events, "%s\n", corpus->line->str);
}

static FILE *
open_in (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE *file = fopen (path, "w");
  if (!file)
    perror (path);
  return file;
}

int
main (int argc, char **argv)
{
  if (argc < 3) {
    fprintf (stderr, "usage: corpus N [SEED] FOLDER\n");
    return 2;
  }
  guint64 n = g_ascii_strtoull (argv[1], NULL, 10);
  Corpus corpus = { .state = argc > 3 ? g_ascii_strtoull (argv[2], NULL, 10) : 1, .line = g_string_new (NULL) };
  corpus.events = open_in (argv[argc - 1], "events.csv");
  corpus.actors = open_in (argv[argc - 1], "actors.csv");
  if (!corpus.events || !corpus.actors)
    return 3;
  fputs (
      "id,title,summary,date,kind,forums,actors,symbols,yes,no,abstain,method,result,place,status,importance,tags\n",
      corpus.events);
  for (corpus.number = 1; corpus.number <= n; corpus.number++) {
    corpus.day = (gint64) ((double) corpus.number / (double) n * 28800);
    write_event (&corpus);
  }
  g_string_free (corpus.line, TRUE);
  return fclose (corpus.events) | fclose (corpus.actors);
}
