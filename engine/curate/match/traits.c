/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What of each event is compared, as numbers: so that two events are held against each other in no time. */
#include "curate/match/traits.h"

#include <chancery/symbol.h>
#include <string.h>

#include "base/fold.h"
#include "curate/match/words.h"
#include "curate/origin.h"

static guint32 *
get_slot (GArray *numbers, guint32 index)
{
  if (index >= numbers->len)
    g_array_set_size (numbers, MAX (index + 1, numbers->len * 2));
  return &g_array_index (numbers, guint32, index);
}

/* What is being read. */
typedef struct {
  ChnTraitTable *table;
  ChnTraitNames *names;
  const ChnOtherNames *other;
  ChnEvent *event;
  GString *folded;
} Reading;

static void
append (const Reading *reading, guint32 number)
{
  if (number != 0)
    g_array_append_val (reading->table->numbers, number);
}

/* "A/RES 69" of A/RES/69/188: two of one series are two documents. */
static guint32
name_series (ChnTraitNames *names, const ChnSymbol *symbol)
{
  const char *session = chn_symbol_get_session (symbol);
  g_autofree char *series = g_strdup_printf ("%s %s %s", chn_symbol_get_organ (symbol), chn_symbol_get_kind (symbol),
                                             session ? session : "");
  return chn_trait_name (names, 'c', series);
}

/* What is no known symbol is compared as it stands. */
static void
append_symbol (const Reading *reading, const char *text)
{
  g_autoptr (ChnSymbol) symbol = chn_symbol_parse (text, -1, NULL);
  for (const ChnSymbol *part = symbol; part; part = chn_symbol_get_parallel (part)) {
    g_autofree char *plain = g_strdup (
        part == symbol && chn_symbol_get_parallel (symbol) ? chn_symbol_get_base (part) : chn_symbol_get_text (part));
    char *year = strstr (plain, " (");
    if (year)
      *year = '\0';
    guint32 number = chn_trait_name (reading->names, 'y', plain);
    *get_slot (reading->names->series_of, number) = name_series (reading->names, part);
    append (reading, number);
  }
  if (!symbol)
    append (reading, chn_trait_name (reading->names, 'y', text));
}

static void
read_symbols (const Reading *reading)
{
  guint n = 0;
  const char *const *symbols = chn_event_get_items (reading->event, CHN_FIELD_SYMBOLS, &n);
  for (guint i = 0; i < n; i++)
    append_symbol (reading, symbols[i]);
}

static void
read_series (const Reading *reading, const ChnTraits *traits)
{
  for (guint i = 0; i < traits->run[CHN_TRAIT_SYMBOLS].n; i++) {
    guint32 symbol = chn_traits_get (reading->table, traits, CHN_TRAIT_SYMBOLS)[i];
    append (reading,
            symbol < reading->names->series_of->len ? g_array_index (reading->names->series_of, guint32, symbol) : 0);
  }
}

static void
read_forums (const Reading *reading)
{
  guint n = 0;
  const char *const *forums = chn_event_get_items (reading->event, CHN_FIELD_FORUMS, &n);
  for (guint i = 0; i < n; i++)
    append (reading,
            chn_trait_name (reading->names, 'f',
                            reading->other ? chn_other_names_get_forum (reading->other, forums[i]) : forums[i]));
}

static void
read_actors (const Reading *reading)
{
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (reading->event, &n);
  for (guint i = 0; i < n; i++) {
    const char *id = actors[i].actor;
    append (reading, chn_trait_name (reading->names, 'a',
                                     reading->other ? chn_other_names_get_actor (reading->other, id) : id));
  }
}

static void
read_sources (const Reading *reading)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (reading->event, &n);
  for (guint i = 0; i < n; i++) {
    const ChnSource *source = chn_timeline_find_source (reading->table->timeline, citations[i].source);
    if (!source)
      continue;
    append (reading, chn_trait_name (reading->names, 's', source->text[CHN_SOURCE_URL]));
    append (reading, chn_trait_name (reading->names, 's', source->text[CHN_SOURCE_SYMBOL]));
  }
}

static void
read_origins (const Reading *reading, guint row)
{
  guint n = 0;
  g_auto (GStrv) origins = chn_origin_dup_all (reading->table->timeline, row, reading->event, &n);
  for (guint i = 0; i < n; i++)
    append (reading, chn_trait_name (reading->names, 'o', origins[i]));
}

/* A merge keeps the UIDs of events that it joined, under keys that name their calendars. */
static void
read_uids (const Reading *reading)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (reading->event, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (extras[i].key, "UID") == 0 || g_str_has_suffix (extras[i].key, "/UID"))
      append (reading, chn_trait_name (reading->names, 'u', extras[i].value));
}

/* With the words of the title, which were read before. */
static void
read_text (const Reading *reading, const ChnTraits *traits)
{
  static const ChnField fields[] = { CHN_FIELD_LABEL, CHN_FIELD_SUMMARY, CHN_FIELD_PLACE };
  for (guint i = 0; i < traits->run[CHN_TRAIT_TITLE].n; i++) {
    guint32 word = chn_traits_get (reading->table, traits, CHN_TRAIT_TITLE)[i];
    g_array_append_val (reading->table->numbers, word);
  }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    chn_trait_words (chn_event_get_text (reading->event, fields[i]), reading->folded, reading->table->numbers);
}

static void
read_run (const Reading *reading, ChnTraitRuns run, ChnTraits *traits, guint row)
{
  GArray *numbers = reading->table->numbers;
  guint start = numbers->len;
  const char *title = chn_event_get_text (reading->event, CHN_FIELD_TITLE);
  switch (run) {
  case CHN_TRAIT_ORIGINS:
    read_origins (reading, row);
    break;
  case CHN_TRAIT_UIDS:
    read_uids (reading);
    break;
  case CHN_TRAIT_FORUMS:
    read_forums (reading);
    break;
  case CHN_TRAIT_SYMBOLS:
    read_symbols (reading);
    break;
  case CHN_TRAIT_SERIES:
    read_series (reading, traits);
    break;
  case CHN_TRAIT_ACTORS:
    read_actors (reading);
    break;
  case CHN_TRAIT_SOURCES:
    read_sources (reading);
    break;
  case CHN_TRAIT_TITLE:
    chn_trait_words (title, reading->folded, numbers);
    break;
  default:
    read_text (reading, traits);
  }
  chn_trait_sort (numbers, start);
  traits->run[run] = (ChnTraitRun){ start, numbers->len - start };
}

static void
count (const Reading *reading, const ChnTraits *traits)
{
  for (guint run = 0; run < CHN_TRAIT_TITLE; run++)
    for (guint i = 0; i < traits->run[run].n; i++)
      (*get_slot (reading->table->n_of, chn_traits_get (reading->table, traits, run)[i]))++;
  const guint32 single[] = { traits->id, traits->title, traits->kind_name };
  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    (*get_slot (reading->table->n_of, single[i]))++;
  for (guint i = 0; i < traits->run[CHN_TRAIT_TEXT].n; i++)
    reading->names->n_events[chn_traits_get (reading->table, traits, CHN_TRAIT_TEXT)[i]]++;
}

static void
read_numbers (const Reading *reading, ChnTraits *traits)
{
  const ChnEvent *event = reading->event;
  const ChnVote *vote = chn_event_get_vote (event);
  const char *title = chn_event_get_text (event, CHN_FIELD_TITLE);
  g_autofree char *folded = chn_fold_name (title ? title : "", -1);
  traits->bounds = *chn_event_get_bounds (event);
  traits->id = chn_trait_name (reading->names, 'i', chn_event_get_text (event, CHN_FIELD_ID));
  traits->title = chn_trait_name (reading->names, 't', folded);
  traits->series = chn_trait_name (reading->names, 'r', chn_event_get_text (event, CHN_FIELD_SERIES));
  traits->nth = chn_event_get_number (event, CHN_FIELD_NTH);
  traits->kind = chn_vocabulary_get_nearest (chn_timeline_get_vocabulary (reading->table->timeline),
                                             CHN_VOCABULARY_KIND, chn_event_get_term (event, CHN_FIELD_KIND));
  traits->kind_name =
      chn_trait_name (reading->names, 'k', chn_vocabulary_get_term_name (CHN_VOCABULARY_KIND, traits->kind));
  guint status = chn_event_get_term (event, CHN_FIELD_STATUS);
  traits->took_no_place = status == CHN_STATUS_CANCELLED || status == CHN_STATUS_NOT_HELD;
  traits->count[0] = vote->yes;
  traits->count[1] = vote->no;
  traits->count[2] = vote->abstain;
  traits->by_consensus = vote->method == CHN_METHOD_CONSENSUS;
}

/* The first row that begins no earlier. */
static guint
find_row (const ChnTraitTable *table, gint64 seconds)
{
  guint low = 0, high = table->n;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (table->row[middle].bounds.earliest < seconds)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Events a day around a date. */
static float
find_density (const ChnTraitTable *table, const ChnDateBounds *bounds)
{
  enum { AROUND = 15, DAY = 24 * 60 * 60 };
  gint64 day = bounds->earliest;
  if (day == CHN_TIME_MIN || day > CHN_TIME_MAX - (AROUND + 1) * DAY)
    return 1;
  guint n = find_row (table, day + (AROUND + 1) * DAY) - find_row (table, day - AROUND * DAY);
  return (float) n / (2 * AROUND + 1);
}

void
chn_trait_table_init (ChnTraitTable *table, ChnTraitNames *names, const ChnTimeline *timeline,
                      const ChnOtherNames *other)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (GString) folded = g_string_new (NULL);
  const Reading reading = { table, names, other, event, folded };
  table->timeline = timeline;
  table->n = chn_timeline_get_n_events (timeline);
  table->row = g_new0 (ChnTraits, MAX (table->n, 1));
  table->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  table->n_of = g_array_new (FALSE, TRUE, sizeof (guint32));
  for (guint row = 0; row < table->n; row++) {
    ChnTraits *traits = &table->row[row];
    chn_timeline_load (timeline, row, event);
    read_numbers (&reading, traits);
    for (guint run = 0; run < CHN_N_TRAIT_RUNS; run++)
      read_run (&reading, (ChnTraitRuns) run, traits, row);
    count (&reading, traits);
  }
  for (guint row = 0; row < table->n; row++)
    table->row[row].busy = find_density (table, &table->row[row].bounds);
}

void
chn_trait_table_clear (ChnTraitTable *table)
{
  g_clear_pointer (&table->row, g_free);
  g_clear_pointer (&table->numbers, g_array_unref);
  g_clear_pointer (&table->n_of, g_array_unref);
}
