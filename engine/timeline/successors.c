/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which sources correct or withdraw which, and which claims are superseded by that. */
#include "timeline/successors.h"

#include <chancery/judge.h>

#include "timeline/sealed.h"

/* Source `by` corrects or withdraws source `of`. */
typedef struct {
  guint32 of, by;
  gboolean withdraws;
} Link;

/* Whether a source is withdrawn is found when it is first asked for. */
typedef enum { UNDECIDED = 0, DECIDING, STANDS, WITHDRAWN } State;

struct _ChnSuccessors {
  guint n_links;    /* hardly any timeline has one */
  Link *links;      /* by `of` */
  guint8 *state;    /* State, by source; NULL where there are no links */
  guint32 *revoker; /* by source: which withdraws it */
};

static void
add_links (GArray *links, const ChnColumns *columns, guint32 by, ChnSourceField field)
{
  gsize length = 0;
  const char *keys = chn_columns_get_source_text (columns, by, field);
  for (const char *at = chn_source_next_key (keys, &length); at; at = chn_source_next_key (at + length, &length)) {
    g_autofree char *key = g_strndup (at, length);
    Link link = { .by = by, .withdraws = field == CHN_SOURCE_WITHDRAWS };
    if (chn_columns_find_code (columns, CHN_DICTIONARY_SOURCES, key, &link.of) && link.of != by)
      g_array_append_val (links, link);
  }
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const Link *one = a, *other = b;
  return one->of != other->of ? (one->of > other->of) - (one->of < other->of)
                              : (one->by > other->by) - (one->by < other->by);
}

/* The first link to a source, and those behind it that are of the same one. */
static const Link *
find_links (const ChnSuccessors *successors, guint32 source, guint *n)
{
  guint low = 0, high = successors->n_links;
  const Link *links = successors->links;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (links[middle].of < source)
      low = middle + 1;
    else
      high = middle;
  }
  for (*n = 0; low + *n < successors->n_links && links[low + *n].of == source;)
    ++*n;
  return links + low;
}

/* A source that withdraws this one and is yet to be decided about; FALSE where there is none. */
static gboolean
find_undecided (const ChnSuccessors *successors, guint32 source, guint32 *undecided)
{
  guint n = 0;
  const Link *links = find_links (successors, source, &n);
  for (guint i = 0; i < n; i++)
    if (links[i].withdraws && successors->state[links[i].by] == UNDECIDED) {
      *undecided = links[i].by;
      return TRUE;
    }
  return FALSE;
}

/* What is being decided about stands for now: in a circle, whoever is asked first. */
static void
settle (ChnSuccessors *successors, guint32 source)
{
  guint n = 0;
  const Link *links = find_links (successors, source, &n);
  successors->state[source] = STANDS;
  for (guint i = 0; i < n; i++)
    if (links[i].withdraws && successors->state[links[i].by] != WITHDRAWN) {
      successors->state[source] = WITHDRAWN;
      successors->revoker[source] = links[i].by;
      return;
    }
}

/* Those that withdraw it come first; a chain of them may be long. */
static void
decide (ChnSuccessors *successors, guint32 source, GArray *waiting)
{
  if (successors->state[source] != UNDECIDED)
    return;
  g_array_append_val (waiting, source);
  while (waiting->len > 0) {
    guint32 at = g_array_index (waiting, guint32, waiting->len - 1), before = 0;
    successors->state[at] = DECIDING;
    if (find_undecided (successors, at, &before)) {
      g_array_append_val (waiting, before);
      continue;
    }
    settle (successors, at);
    g_array_set_size (waiting, waiting->len - 1);
  }
}

ChnSuccessors *
chn_successors_new (const ChnTimeline *timeline, ChnSourceFilter filter, gconstpointer data)
{
  const ChnColumns *columns = chn_timeline_get_columns (timeline);
  guint n = chn_timeline_get_n_sources (timeline);
  ChnSuccessors *successors = g_new0 (ChnSuccessors, 1);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));
  for (guint32 by = 0; by < n; by++)
    if (!filter || filter (by, data)) {
      add_links (links, columns, by, CHN_SOURCE_CORRECTS);
      add_links (links, columns, by, CHN_SOURCE_WITHDRAWS);
    }
  if (links->len == 0)
    return successors;
  g_array_sort (links, compare_links);
  successors->n_links = links->len;
  successors->links = (Link *) (gpointer) g_array_free (g_steal_pointer (&links), FALSE);
  successors->state = g_new0 (guint8, n);
  successors->revoker = g_new0 (guint32, n);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 source = 0; source < n; source++)
    decide (successors, source, waiting);
  return successors;
}

void
chn_successors_free (ChnSuccessors *successors)
{
  if (!successors)
    return;
  g_free (successors->links);
  g_free (successors->state);
  g_free (successors->revoker);
  g_free (successors);
}

/* They go with the timeline's other memory. */
static gpointer
make_successors (ChnTimeline *timeline)
{
  ChnSuccessors *successors = chn_successors_new (timeline, NULL, NULL);
  chn_timeline_adopt (timeline, successors->links);
  chn_timeline_adopt (timeline, successors->state);
  chn_timeline_adopt (timeline, successors->revoker);
  return chn_timeline_adopt (timeline, successors);
}

const ChnSuccessors *
chn_timeline_get_successors (const ChnTimeline *timeline)
{
  ChnTimeline *owner = (ChnTimeline *) (guintptr) timeline;
  return chn_timeline_get_made (timeline, (gpointer *) &owner->successors, make_successors);
}

gboolean
chn_successors_find_withdrawal (const ChnSuccessors *successors, guint32 source, guint32 *by)
{
  if (!successors->state || successors->state[source] != WITHDRAWN)
    return FALSE;
  *by = successors->revoker[source];
  return TRUE;
}

const ChnSource *
chn_timeline_find_withdrawal (const ChnTimeline *timeline, const char *key)
{
  guint32 source = 0, by = 0;
  const ChnSuccessors *successors = chn_timeline_get_successors (timeline);
  gboolean found =
      successors->state &&
      chn_columns_find_code (chn_timeline_get_columns (timeline), CHN_DICTIONARY_SOURCES, key, &source) &&
      chn_successors_find_withdrawal (successors, source, &by);
  return found ? chn_timeline_get_source (timeline, by) : NULL;
}

/* Whether a row cites the source, and for what it says of the field or without its saying anything. */
static gboolean
speaks_of (const ChnColumns *columns, guint row, guint32 source, guint32 field)
{
  guint n = 0, n_claims = 0;
  const ChnCitationCell *citations = chn_columns_get_citations (columns, row, &n);
  const ChnClaimCell *claims = chn_columns_get_claims (columns, row, &n_claims);
  gboolean cited = FALSE, speaks = FALSE;
  for (guint i = 0; i < n; i++)
    cited |= citations[i].source == source;
  for (guint i = 0; i < n_claims; i++) {
    if (claims[i].citation >= n || citations[claims[i].citation].source != source)
      continue;
    if (claims[i].field == field)
      return TRUE;
    speaks = TRUE;
  }
  return cited && !speaks;
}

gboolean
chn_successors_find (const ChnSuccessors *successors, const ChnColumns *columns, guint row, const ChnClaimCell *claim,
                     guint32 *by)
{
  guint n = 0, n_links = 0;
  if (!successors->state)
    return FALSE;
  const ChnCitationCell *citations = chn_columns_get_citations (columns, row, &n);
  if (claim->citation >= n)
    return FALSE;
  guint32 source = citations[claim->citation].source;
  if (chn_successors_find_withdrawal (successors, source, by))
    return TRUE;
  const Link *links = find_links (successors, source, &n_links);
  for (guint i = 0; i < n_links; i++)
    if (!links[i].withdraws && successors->state[links[i].by] != WITHDRAWN &&
        speaks_of (columns, row, links[i].by, claim->field)) {
      *by = links[i].by;
      return TRUE;
    }
  return FALSE;
}

gboolean
chn_timeline_is_source_linked (const ChnTimeline *timeline, guint32 code)
{
  guint n = 0;
  const ChnSource *source = chn_timeline_get_source (timeline, code);
  if (source->text[CHN_SOURCE_CORRECTS] || source->text[CHN_SOURCE_WITHDRAWS])
    return TRUE;
  const ChnSuccessors *successors = chn_timeline_get_successors (timeline);
  if (successors->n_links > 0)
    find_links (successors, code, &n);
  return n > 0;
}
