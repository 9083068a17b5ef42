/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint rules about sources that correct or withdraw others: before there was anything to correct, or in a circle. */
#include "curate/as-of.h"
#include "curate/rule.h"

#include <string.h>

static const ChnSourceField links[] = { CHN_SOURCE_CORRECTS, CHN_SOURCE_WITHDRAWS };

static guint
find_citation (const ChnEvent *event, const char *key)
{
  guint n = 0, index = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  while (index + 1 < n && strcmp (citations[index].source, key) != 0)
    index++;
  return index;
}

/* The first row that cites a source; FALSE where none does. */
static gboolean
find_row (const ChnTimeline *timeline, const char *key, guint *row)
{
  guint n = 0;
  guint32 code = 0;
  const ChnColumns *columns = chn_timeline_get_columns (timeline);
  chn_timeline_need_indexes (timeline);
  if (!chn_columns_find_code (columns, CHN_DICTIONARY_SOURCES, key, &code))
    return FALSE;
  const guint32 *rows = chn_columns_get_rows (columns, CHN_DICTIONARY_SOURCES, code, &n);
  *row = n > 0 ? rows[0] : 0;
  return n > 0;
}

/* Where the source is first cited, else in the first file. */
static void
report (const ChnCheck *whole, const char *key, const char *hint, const char *message)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  ChnCheck check = *whole;
  if (find_row (whole->timeline, key, &check.row)) {
    chn_timeline_load (whole->timeline, check.row, event);
    check.event = event;
    chn_check_found (&check, CHN_FIELD_SOURCES, find_citation (event, key), hint, "%s", message);
    return;
  }
  ChnFinding finding = { .severity = whole->rule->severity,
                         .code = whole->rule->code,
                         .file = chn_timeline_get_header (whole->timeline, 0, CHN_HEADER_FILE),
                         .message = message,
                         .hint = hint };
  chn_report_add (whole->report, &finding);
}

static void
check_order (const ChnCheck *check, const ChnSource *source, const ChnSource *other)
{
  if (!other || chn_publication_find (source).latest >= chn_publication_find (other).earliest)
    return;
  g_autofree char *message = g_strdup_printf (
      "%s (%s) cannot correct or withdraw %s, which came out later (%s)", source->text[CHN_SOURCE_KEY],
      source->text[CHN_SOURCE_DATE] ? source->text[CHN_SOURCE_DATE] : "by its symbol or access",
      other->text[CHN_SOURCE_KEY], other->text[CHN_SOURCE_DATE] ? other->text[CHN_SOURCE_DATE] : "by its symbol");
  report (check, source->text[CHN_SOURCE_KEY], "check the dates of both, or turn the correction round", message);
}

void
chn_rule_correction_order (const ChnCheck *check)
{
  gsize length = 0;
  for (guint i = 0; i < chn_timeline_get_n_sources (check->timeline); i++) {
    const ChnSource *source = chn_timeline_get_source (check->timeline, i);
    for (guint k = 0; k < G_N_ELEMENTS (links); k++)
      for (const char *at = chn_source_next_key (source->text[links[k]], &length); at;
           at = chn_source_next_key (at + length, &length)) {
        g_autofree char *key = g_strndup (at, length);
        check_order (check, source, chn_timeline_find_source (check->timeline, key));
      }
  }
}

/* A source and its first link onward. Those that lead nowhere lead in no circle. */
typedef struct {
  const ChnTimeline *timeline;
  guint *walk; /* by source: in which walk it was come upon, from 1; 0 not yet */
} Search;

static guint
get_index (const Search *search, const ChnSource *source)
{
  return (guint) (source - chn_timeline_get_source (search->timeline, 0));
}

/* The next source that this one corrects or withdraws, which has not been left behind; NULL where there is none. */
static const ChnSource *
find_onward (const Search *search, const ChnSource *source, guint walk)
{
  gsize length = 0;
  for (guint k = 0; k < G_N_ELEMENTS (links); k++)
    for (const char *at = chn_source_next_key (source->text[links[k]], &length); at;
         at = chn_source_next_key (at + length, &length)) {
      g_autofree char *key = g_strndup (at, length);
      const ChnSource *other = chn_timeline_find_source (search->timeline, key);
      guint seen = other ? search->walk[get_index (search, other)] : G_MAXUINT;
      if (other && (seen == 0 || seen == walk))
        return other;
    }
  return NULL;
}

/* Goes on from a source until it comes back to one of its way; what leads nowhere is left behind for good. */
static const ChnSource *
walk_on (const Search *search, const ChnSource *start, guint walk, GPtrArray *way)
{
  g_ptr_array_add (way, (gpointer) (guintptr) start);
  search->walk[get_index (search, start)] = walk;
  while (way->len > 0) {
    const ChnSource *at = way->pdata[way->len - 1], *onward = find_onward (search, at, walk);
    if (!onward) {
      search->walk[get_index (search, at)] = G_MAXUINT;
      g_ptr_array_set_size (way, (int) way->len - 1);
      continue;
    }
    if (search->walk[get_index (search, onward)] == walk)
      return onward;
    search->walk[get_index (search, onward)] = walk;
    g_ptr_array_add (way, (gpointer) (guintptr) onward);
  }
  return NULL;
}

static void
report_circle (const ChnCheck *check, const GPtrArray *way, const ChnSource *back)
{
  guint first = 0;
  g_autoptr (GString) message = g_string_new ("sources correct or withdraw each other in a circle: ");
  while (way->pdata[first] != back)
    first++;
  for (guint i = first; i < way->len; i++)
    g_string_append_printf (message, "%s, ", ((const ChnSource *) way->pdata[i])->text[CHN_SOURCE_KEY]);
  g_string_append (message, back->text[CHN_SOURCE_KEY]);
  report (check, back->text[CHN_SOURCE_KEY], "take one of the corrections away", message->str);
}

void
chn_rule_correction_cycle (const ChnCheck *check)
{
  guint n = chn_timeline_get_n_sources (check->timeline);
  g_autofree guint *walk = g_new0 (guint, MAX (n, 1));
  Search search = { check->timeline, walk };
  for (guint i = 0; i < n; i++) {
    const ChnSource *source = chn_timeline_get_source (check->timeline, i);
    g_autoptr (GPtrArray) way = g_ptr_array_new ();
    gboolean links_on = source->text[CHN_SOURCE_CORRECTS] || source->text[CHN_SOURCE_WITHDRAWS];
    const ChnSource *back = links_on && walk[i] == 0 ? walk_on (&search, source, i + 1, way) : NULL;
    if (back)
      report_circle (check, way, back);
  }
}
