/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Closes the book: brings ballots to their roll calls, and makes an event of each. */
#include "format/rolls/close.h"

#include "format/rolls/event.h"
#include "format/rolls/said.h"

/* Numbers of ballots in the order of their roll calls; those of call i begin at starts[i]. */
static guint32 *
sort_ballots (const ChnRollBook *book, guint32 **starts)
{
  guint n = book->ballots->len, n_calls = book->calls->len;
  guint32 *sorted = g_new (guint32, MAX (n, 1)), *next = g_new0 (guint32, n_calls + 1);
  for (guint i = 0; i < n; i++)
    next[g_array_index (book->ballots, ChnRollBallot, i).call + 1]++;
  for (guint i = 0; i < n_calls; i++)
    next[i + 1] += next[i];
  *starts = g_memdup2 (next, (n_calls + 1) * sizeof *next);
  for (guint i = 0; i < n; i++)
    sorted[next[g_array_index (book->ballots, ChnRollBallot, i).call]++] = i;
  g_free (next);
  return sorted;
}

/* How many of the roll calls that a symbol stands for are on a text as a whole: of one alone it is the adoption. */
static GHashTable *
count_symbols (const ChnRollBook *book)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < book->calls->len; i++) {
    const ChnRollCall *call = chn_roll_book_get_call (book, i);
    const char *resolution = call->text[CHN_ROLL_RESOLUTION];
    if (resolution && !chn_roll_call_is_of_part (call))
      g_hash_table_insert (counts, (gpointer) resolution,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, resolution)) + 1));
  }
  return counts;
}

static gboolean
is_alone (GHashTable *symbols, const ChnRollCall *call)
{
  const char *resolution = call->text[CHN_ROLL_RESOLUTION];
  return resolution && GPOINTER_TO_UINT (g_hash_table_lookup (symbols, resolution)) == 1;
}

/* The events of a file: an origin of their own, under the name of the file. */
static void
begin_file (const ChnRollBook *book, guint32 file, ChnTimelineBuilder *builder)
{
  const char *name = book->files->pdata[file];
  chn_timeline_builder_begin (builder, name);
}

static void
add_events (ChnRollBook *book, ChnRollEvents *events, ChnTimelineBuilder *builder)
{
  g_autofree guint32 *starts = NULL;
  g_autofree guint32 *sorted = sort_ballots (book, &starts);
  g_autoptr (GHashTable) symbols = count_symbols (book);
  guint32 file = G_MAXUINT32;
  for (guint i = 0; i < book->calls->len; i++) {
    const ChnRollCall *call = chn_roll_book_get_call (book, i);
    if (call->line == 0)
      continue;
    if (call->file != file) {
      begin_file (book, call->file, builder);
      file = call->file;
    }
    const ChnRollLines lines = { sorted + starts[i], starts[i + 1] - starts[i] };
    chn_roll_event_add (events, call, &lines, is_alone (symbols, call), i + 1);
  }
}

void
chn_roll_book_close (ChnRollBook *book, ChnTimelineBuilder *builder, const ChnRegistry *registry)
{
  if (!registry)
    return;
  g_auto (ChnRollEvents) events;
  chn_roll_events_init (&events, book, builder, registry);
  add_events (book, &events, builder);
  chn_roll_events_add_sources (&events);
  chn_roll_book_say (book, builder);
}
