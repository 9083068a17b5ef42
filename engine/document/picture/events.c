/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The events of a picture: when they were, and what their marks are. */
#include "document/picture/plot.h"

#include <math.h>
#include <string.h>

/* A moment, which is known to the day or better; all else that does not last lies somewhere within its bounds. */
static gboolean
is_moment (const ChnDateBounds *bounds)
{
  return bounds->precision <= CHN_PRECISION_DAY &&
         !(bounds->flags & (CHN_DATE_INTERVAL | CHN_DATE_ONE_OF | CHN_DATE_ALL_OF | CHN_DATE_MASKED));
}

/* By which it stands among others: its start, where it has one. */
static double
find_time (const ChnPlotEvent *event, gboolean is_known_moment)
{
  if (is_known_moment)
    return (event->start + event->end) / 2;
  return event->is_open ? event->end : event->start;
}

static void
set_times (ChnPlotEvent *event, const ChnDateBounds *bounds)
{
  event->is_open = bounds->earliest == CHN_TIME_MIN;
  event->is_never_over = bounds->latest == CHN_TIME_MAX;
  gboolean is_known = !event->is_open || !event->is_never_over;
  event->start = is_known ? (double) (event->is_open ? bounds->latest : bounds->earliest) : -INFINITY;
  event->end = is_known ? (double) (event->is_never_over ? bounds->earliest : bounds->latest) : -INFINITY;
  event->lasts = (bounds->flags & (CHN_DATE_INTERVAL | CHN_DATE_ALL_OF)) != 0;
  event->is_vague = (bounds->flags & (CHN_DATE_UNCERTAIN | CHN_DATE_APPROXIMATE)) != 0;
  event->time = find_time (event, is_moment (bounds));
}

/* The key of the first choice of a facet that the entry has. */
static const char *
find_key (const ChnDocument *document, const ChnEntry *entry, ChnFacet facet)
{
  if (entry->codes[facet].n == 0)
    return "";
  return document->choice[document->choices[facet].first + document->code[entry->codes[facet].first]].key;
}

static ChnMarkState
find_state (const char *status)
{
  if (strcmp (status, "planned") == 0)
    return CHN_MARK_HOLLOW;
  return strcmp (status, "not-held") == 0 || strcmp (status, "cancelled") == 0 ? CHN_MARK_CROSSED : CHN_MARK_SOLID;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const ChnPlotEvent *one = a, *other = b;
  if (one->time != other->time)
    return one->time < other->time ? -1 : 1;
  return one->entry < other->entry ? -1 : one->entry > other->entry;
}

void
chn_plot_find_events (ChnPlot *plot)
{
  static const guint usual_importance = 3;
  for (guint i = 0; i < plot->document->n_entries; i++) {
    const ChnEntry *entry = &plot->document->entry[i];
    ChnPlotEvent event = { .entry = entry,
                           .importance = entry->importance > 0 ? MIN (entry->importance, 5) : usual_importance,
                           .mark = chn_mark_find (entry->known_kind),
                           .state = find_state (find_key (plot->document, entry, CHN_FACET_STATUS)) };
    set_times (&event, &entry->bounds);
    if (entry->same_as == i)
      g_array_append_val (plot->events, event);
  }
  g_array_sort (plot->events, compare_times);
}
