/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is said of the events of a trail, and of folded series of them, in words. */
#include "trail-words.h"

#include <string.h>

#include "trail-series.h"

/* Relations of one type to one event, or to one folded series. */
typedef struct {
  guint type;
  gboolean stated;
  guint series; /* place of the event, or of the first of a folded series */
  guint target; /* place of the event, the first of several */
  guint n;      /* how many of a folded series are its targets, or have it */
} Phrase;

static char *
dup_date (const TrailWords *words, guint place)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_load (words->graph->timeline, trail_graph_get_place (words->graph, place)->row, event);
  const ChnDate *date = chn_event_get_date (event, CHN_FIELD_DATE);
  g_autofree char *day = date ? chn_date_dup_humanized (date) : g_strdup ("undated");
  return chn_text_dup_unbroken (day);
}

TrailWords *
trail_words_new (const TrailGraph *graph)
{
  TrailWords *words = g_new0 (TrailWords, 1);
  words->graph = graph;
  words->days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < graph->places->len; i++) {
    char *day = dup_date (words, i);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (words->days, day));
    g_hash_table_replace (words->days, day, GUINT_TO_POINTER (n + 1));
  }
  return words;
}

void
trail_words_free (TrailWords *words)
{
  if (!words)
    return;
  g_hash_table_unref (words->days);
  g_free (words);
}

/* The last event of the series that begins at a place. */
static guint
find_last (const TrailGraph *graph, guint first)
{
  guint last = first, n = trail_graph_get_place (graph, first)->n_folded;
  for (guint i = first + 1; n > 1 && i < graph->places->len; i++)
    if (trail_graph_get_place (graph, i)->fold == first)
      last = i;
  return last;
}

char *
trail_words_dup_day (const TrailWords *words, guint place)
{
  guint last = find_last (words->graph, place);
  g_autofree char *day = dup_date (words, place), *end = dup_date (words, last);
  return last == place ? g_steal_pointer (&day) : g_strdup_printf ("%s\u00A0– %s", day, end);
}

char *
trail_words_dup_title (const TrailWords *words, guint place)
{
  const TrailPlace *at = trail_graph_get_place (words->graph, place);
  if (at->n_folded > 1)
    return trail_series_dup_title (words->graph, place);
  const ChnTerm *statuses = chn_vocabulary_get_terms (CHN_VOCABULARY_STATUS, &(guint){ 0 });
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_load (words->graph->timeline, at->row, event);
  guint status = chn_event_get_term (event, CHN_FIELD_STATUS);
  const char *title = chn_event_get_text (event, CHN_FIELD_TITLE);
  return status == CHN_STATUS_OCCURRED ? g_strdup (title)
                                       : g_strdup_printf ("[%s] %s", statuses[status].label, title);
}

/* Where the relations of an event begin, which are sorted by the later one. */
static guint
find_first_tie (const GArray *ties, guint later)
{
  guint low = 0, high = ties->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (ties, TrailTie, middle).later < later)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Those to a folded series are counted. */
static void
add_phrase (GArray *phrases, const TrailGraph *graph, const TrailTie *tie)
{
  Phrase phrase = { tie->type, tie->stated, trail_graph_get_place (graph, tie->earlier)->fold, tie->earlier, 1 };
  guint first = trail_graph_get_place (graph, phrase.series)->n_folded > 1 ? 0 : phrases->len;
  if (trail_graph_get_place (graph, tie->later)->n_folded > 1)
    first = 0;
  for (guint i = first; i < phrases->len; i++) {
    Phrase *found = &g_array_index (phrases, Phrase, i);
    if (found->type == phrase.type && found->stated == phrase.stated && found->series == phrase.series) {
      found->n++;
      return;
    }
  }
  g_array_append_val (phrases, phrase);
}

/* The relations of an event, or of all of a folded series, to what is earlier and not of the series itself. */
static GArray *
list_phrases (const TrailGraph *graph, guint place)
{
  GArray *phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
  gboolean is_series = trail_graph_get_place (graph, place)->n_folded > 1;
  for (guint i = find_first_tie (graph->ties, place); i < graph->ties->len; i++) {
    const TrailTie *tie = &g_array_index (graph->ties, TrailTie, i);
    if (!is_series && tie->later != place)
      break;
    if (trail_graph_get_place (graph, tie->later)->fold == place &&
        trail_graph_get_place (graph, tie->earlier)->fold != place)
      add_phrase (phrases, graph, tie);
  }
  return phrases;
}

/* The day, and where another event of the trail has the same one its id. */
static void
append_day (const TrailWords *words, guint place, GString *out)
{
  g_autofree char *day = dup_date (words, place);
  guint row = trail_graph_get_place (words->graph, place)->row;
  g_string_append (out, day);
  if (GPOINTER_TO_UINT (g_hash_table_lookup (words->days, day)) > 1)
    g_string_append_printf (out, " (%s)", chn_timeline_get_id (words->graph->timeline, row));
}

/* Of a folded series only the first and last day are shown: "4 of the 8 from 22 February 2007". */
static void
append_target (const TrailWords *words, const Phrase *phrase, GString *out)
{
  guint n_series = trail_graph_get_place (words->graph, phrase->series)->n_folded;
  gboolean is_shown = phrase->target == phrase->series || phrase->target == find_last (words->graph, phrase->series);
  if (phrase->n > 1 && phrase->n == n_series)
    g_string_append_printf (out, "all %u from ", n_series);
  else if (phrase->n > 1)
    g_string_append_printf (out, "%u of the %u from ", phrase->n, n_series);
  append_day (words, phrase->n > 1 ? phrase->series : phrase->target, out);
  if (phrase->n == 1 && !is_shown)
    g_string_append (out, " (folded)");
}

/* "adopts", "answered by" */
static char *
dup_label (const TrailWords *words, const Phrase *phrase)
{
  const ChnTerm *type = chn_vocabulary_get_term (chn_timeline_get_vocabulary (words->graph->timeline),
                                                 CHN_VOCABULARY_RELATION, phrase->type);
  g_autofree char *label = g_strdup (phrase->stated ? type->label : type->inverse);
  label[0] = g_ascii_tolower (label[0]);
  return g_steal_pointer (&label);
}

/* How many of a folded series are related to what: "each adopts one of the 8 from 17 November 2005". */
static void
append_series_phrase (const TrailWords *words, guint place, const Phrase *phrase, GString *out)
{
  guint n = trail_graph_get_place (words->graph, place)->n_folded;
  guint n_targets = trail_graph_get_place (words->graph, phrase->series)->n_folded;
  g_autofree char *label = dup_label (words, phrase);
  if (phrase->n == 1 || phrase->n == n)
    g_string_append (out, phrase->n == 1 ? "one " : "each ");
  else
    g_string_append_printf (out, "%u of them: ", phrase->n);
  g_string_append_printf (out, "%s ", label);
  if (n_targets > 1)
    g_string_append_printf (out, "one of the %u from ", n_targets);
  append_day (words, phrase->series, out);
}

static gboolean
is_alike (const Phrase *a, const Phrase *b)
{
  return a->type == b->type && a->stated == b->stated;
}

/* How many relations of the type of the first one follow each other. */
static guint
count_alike (const Phrase *phrases, guint n)
{
  guint alike = 1;
  while (alike < n && is_alike (&phrases[0], &phrases[alike]))
    alike++;
  return alike;
}

/* Whether the two lists lead to the same events. */
static gboolean
have_same_targets (const Phrase *a, const Phrase *b, guint n)
{
  for (guint i = 0; i < n; i++)
    if (a[i].target != b[i].target || a[i].n != b[i].n)
      return FALSE;
  return TRUE;
}

/* "cites 28 March 2014 and 14 April 2014", "extends and succeeds 24 March 2007"; how many phrases that takes. */
static guint
append_phrases (const TrailWords *words, const Phrase *phrases, guint n, GString *out)
{
  guint alike = count_alike (phrases, n), taken = alike;
  g_autofree char *label = dup_label (words, phrases);
  g_string_append (out, label);
  while (taken + alike <= n && count_alike (phrases + taken, n - taken) == alike &&
         have_same_targets (phrases, phrases + taken, alike)) {
    g_autofree char *other = dup_label (words, phrases + taken);
    g_string_append_printf (out, " and %s", other);
    taken += alike;
  }
  for (guint i = 0; i < alike; i++) {
    g_string_append (out, i == 0 ? " " : i + 1 < alike ? ", " : " and ");
    append_target (words, &phrases[i], out);
  }
  return taken;
}

static void
free_relation (TrailRelation *relation)
{
  g_free (relation->text);
  g_array_unref (relation->targets);
  g_free (relation);
}

static gboolean
is_citation (const TrailWords *words, const Phrase *phrase)
{
  const ChnTerm *type = chn_vocabulary_get_term (chn_timeline_get_vocabulary (words->graph->timeline),
                                                 CHN_VOCABULARY_RELATION, phrase->type);
  return strcmp (type->name, "cites") == 0;
}

static void
add_target (GArray *targets, guint place)
{
  for (guint i = 0; i < targets->len; i++)
    if (g_array_index (targets, guint, i) == place)
      return;
  g_array_append_val (targets, place);
}

/* Of as many phrases as belong together; how many these are. */
static guint
add_relation (const TrailWords *words, guint place, const Phrase *phrases, guint n, GPtrArray *relations)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TrailRelation *relation = g_new0 (TrailRelation, 1);
  guint taken = 1;
  if (trail_graph_get_place (words->graph, place)->n_folded > 1)
    append_series_phrase (words, place, phrases, text);
  else
    taken = append_phrases (words, phrases, n, text);
  relation->text = g_strdup (text->str);
  relation->is_citation = TRUE;
  relation->targets = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < taken; i++) {
    add_target (relation->targets, phrases[i].series);
    relation->is_citation = relation->is_citation && is_citation (words, &phrases[i]);
  }
  g_ptr_array_add (relations, relation);
  return taken;
}

GPtrArray *
trail_words_list_relations (const TrailWords *words, guint place)
{
  GPtrArray *relations = g_ptr_array_new_with_free_func ((GDestroyNotify) free_relation);
  if (trail_graph_get_place (words->graph, place)->is_run)
    return relations;
  g_autoptr (GArray) list = list_phrases (words->graph, place);
  const Phrase *phrases = (const Phrase *) (gconstpointer) list->data;
  for (guint i = 0; i < list->len;)
    i += add_relation (words, place, &phrases[i], list->len - i, relations);
  return relations;
}

char *
trail_words_dup_relations (const TrailWords *words, guint place)
{
  g_autoptr (GPtrArray) relations = trail_words_list_relations (words, place);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < relations->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "; " : "", ((const TrailRelation *) relations->pdata[i])->text);
  return g_string_free (out, FALSE);
}
