/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint rules about sources that correct or withdraw others: before there was anything to correct, or in a circle. */
#include "curate/rule.h"

static const ChnSourceField links[] = { CHN_SOURCE_CORRECTS, CHN_SOURCE_WITHDRAWS };

static void
check_order (const ChnCheck *check, const ChnSource *source, const ChnSource *other)
{
  if (!other || chn_check_get_publication (check, chn_check_index_source (check, source)).latest >=
                    chn_check_get_publication (check, chn_check_index_source (check, other)).earliest)
    return;
  chn_check_found_source (
      check, chn_check_index_source (check, source), "check the dates of both, or turn the correction round",
      "%s (%s) cannot correct or withdraw %s, which came out later (%s)", source->text[CHN_SOURCE_KEY],
      source->text[CHN_SOURCE_DATE] ? source->text[CHN_SOURCE_DATE] : "by its symbol or access",
      other->text[CHN_SOURCE_KEY], other->text[CHN_SOURCE_DATE] ? other->text[CHN_SOURCE_DATE] : "by its symbol");
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
  chn_check_found_source (check, chn_check_index_source (check, back), "take one of the corrections away", "%s",
                          message->str);
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
