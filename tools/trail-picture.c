/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A paper trail as a picture: its stops and arrows, handed to the library. */
#include "trail-picture.h"

#include "picture-bytes.h"
#include "trail-text.h"
#include "trail-words.h"

typedef struct {
  const TrailGraph *graph;
  const TrailWords *words;
  GArray *stops;    /* ChnTrailStop */
  GArray *arrows;   /* ChnTrailArrow */
  GPtrArray *texts; /* that they point at */
  GPtrArray *lists; /* likewise, of stops: GArray of guint */
  guint *stop_of;   /* of each place the stop at which it is shown */
} Content;

static void
clear_content (Content *content)
{
  g_array_unref (content->stops);
  g_array_unref (content->arrows);
  g_ptr_array_unref (content->texts);
  g_ptr_array_unref (content->lists);
  g_free (content->stop_of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Content, clear_content)

/* Takes a text, which stays. */
static const char *
keep (Content *content, char *text)
{
  if (text)
    g_ptr_array_add (content->texts, text);
  return text;
}

/* Where the event's document lies, else its first source. */
static char *
dup_address (const ChnTimeline *timeline, const ChnEvent *event)
{
  guint n = 0;
  const char *const *symbols = chn_event_get_items (event, CHN_FIELD_SYMBOLS, &n);
  for (guint i = 0; i < n; i++) {
    g_autoptr (ChnSymbol) symbol = chn_symbol_parse (symbols[i], -1, NULL);
    char *link = symbol ? chn_symbol_dup_link (symbol) : NULL;
    if (link)
      return link;
  }
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++) {
    const ChnSource *source = chn_timeline_find_source (timeline, citations[i].source);
    if (source && source->text[CHN_SOURCE_URL])
      return g_strdup (source->text[CHN_SOURCE_URL]);
  }
  return NULL;
}

/* The known kind that the event's is, or is nearest to; of what is folded NULL where there are several. */
static const char *
find_kind (const TrailGraph *graph, guint place, ChnEvent *event)
{
  const ChnVocabulary *vocabulary = chn_timeline_get_vocabulary (graph->timeline);
  guint kind =
      chn_vocabulary_get_nearest (vocabulary, CHN_VOCABULARY_KIND, chn_event_get_term (event, CHN_FIELD_KIND));
  for (guint i = place + 1; trail_graph_get_place (graph, place)->n_folded > 1 && i < graph->places->len; i++) {
    if (trail_graph_get_place (graph, i)->fold != place)
      continue;
    chn_timeline_load (graph->timeline, trail_graph_get_place (graph, i)->row, event);
    if (chn_vocabulary_get_nearest (vocabulary, CHN_VOCABULARY_KIND, chn_event_get_term (event, CHN_FIELD_KIND)) !=
        kind)
      return NULL;
  }
  return chn_vocabulary_get_term (vocabulary, CHN_VOCABULARY_KIND, kind)->name;
}

static gint64
find_begin (const ChnEvent *event)
{
  const ChnDateBounds *bounds = chn_event_get_bounds (event);
  gint64 begin = bounds->earliest == CHN_TIME_MIN ? bounds->latest : bounds->earliest;
  return begin == CHN_TIME_MAX ? G_MININT64 : begin;
}

static void
add_stop (Content *content, guint place)
{
  const TrailGraph *graph = content->graph;
  const TrailPlace *at = trail_graph_get_place (graph, place);
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_load (graph->timeline, at->row, event);
  guint status = chn_event_get_term (event, CHN_FIELD_STATUS);
  gboolean is_one = at->n_folded == 1;
  ChnTrailStop stop = {
    .id = is_one ? chn_timeline_get_id (graph->timeline, at->row) : NULL,
    .target = is_one ? keep (content, dup_address (graph->timeline, event)) : NULL,
    .day = keep (content, trail_words_dup_day (content->words, place)),
    .title = keep (content, trail_words_dup_title (content->words, place)),
    .begin = find_begin (event),
    .n_folded = at->n_folded,
    .is_asked = at->is_asked,
    .is_planned = is_one && status == CHN_STATUS_PLANNED,
    .is_off = is_one && (status == CHN_STATUS_CANCELLED || status == CHN_STATUS_NOT_HELD),
    .more = at->is_cut && is_one ? "more follows, beyond the steps that were asked for" : NULL,
  };
  stop.kind = find_kind (graph, place, event);
  g_array_append_val (content->stops, stop);
}

static void
add_arrows (Content *content, guint place)
{
  g_autoptr (GPtrArray) relations = trail_words_list_relations (content->words, place);
  for (guint i = 0; i < relations->len; i++) {
    const TrailRelation *relation = relations->pdata[i];
    GArray *from = g_array_new (FALSE, FALSE, sizeof (guint));
    for (guint k = 0; k < relation->targets->len; k++)
      g_array_append_val (from, content->stop_of[g_array_index (relation->targets, guint, k)]);
    g_ptr_array_add (content->lists, from);
    const ChnTrailArrow arrow = { content->stop_of[place], keep (content, g_strdup (relation->text)),
                                  relation->is_citation, (const guint *) (gconstpointer) from->data, from->len };
    g_array_append_val (content->arrows, arrow);
  }
}

static void
fill_content (Content *content, const TrailGraph *graph, const TrailWords *words)
{
  guint n = graph->places->len;
  *content = (Content){ graph,
                        words,
                        g_array_new (FALSE, FALSE, sizeof (ChnTrailStop)),
                        g_array_new (FALSE, FALSE, sizeof (ChnTrailArrow)),
                        g_ptr_array_new_with_free_func (g_free),
                        g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref),
                        g_new0 (guint, n) };
  for (guint i = 0; i < n; i++) {
    content->stop_of[i] = content->stops->len;
    if (trail_graph_get_place (graph, i)->fold == i)
      add_stop (content, i);
  }
  for (guint i = 0; i < n; i++)
    if (trail_graph_get_place (graph, i)->fold == i)
      add_arrows (content, i);
}

static guint
find_asked (const TrailGraph *graph)
{
  guint asked = 0;
  while (asked + 1 < graph->places->len && !trail_graph_get_place (graph, asked)->is_asked)
    asked++;
  return asked;
}

/* "27 events, of which 26 are folded into 3 lines." */
static void
append_number (GString *out, const Content *content)
{
  guint n = content->graph->places->len, n_folded = 0, n_lines = 0;
  for (guint i = 0; i < content->stops->len; i++) {
    guint folded = g_array_index (content->stops, ChnTrailStop, i).n_folded;
    n_folded += folded > 1 ? folded : 0;
    n_lines += folded > 1 ? 1 : 0;
  }
  g_string_append_printf (out, "%u event%s", n, n == 1 ? "" : "s");
  if (n_lines > 0)
    g_string_append_printf (out, ", of which %u are folded into %u line%s", n_folded, n_lines,
                            n_lines == 1 ? "" : "s");
  g_string_append_c (out, '.');
}

static char *
dup_subtitle (const Content *content, const TrailPicture *picture)
{
  guint asked = find_asked (content->graph);
  g_autofree char *day = trail_words_dup_day (content->words, asked);
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "Paper trail of %s: ", day);
  append_number (out, content);
  if (content->arrows->len > 0)
    g_string_append (out, " Time runs downwards; an arrow leads from what came first to what came of it.");
  if (picture->as_of)
    g_string_append_printf (out, " As of %s.", picture->as_of);
  return g_string_free (out, FALSE);
}

static GString *
draw_graph (const TrailGraph *graph, const char *description, const TrailPicture *picture, double *scale,
            GError **error)
{
  g_auto (Content) content = { 0 };
  g_autoptr (TrailWords) words = trail_words_new (graph);
  g_autoptr (GString) bytes = g_string_new (NULL);
  fill_content (&content, graph, words);
  g_autofree char *title = trail_words_dup_title (words, find_asked (graph));
  g_autofree char *subtitle = dup_subtitle (&content, picture);
  const ChnTrailDiagram diagram = {
    .head = { picture->title ? picture->title : title, subtitle, description, NULL },
    .stop = (const ChnTrailStop *) (gconstpointer) content.stops->data,
    .n_stops = content.stops->len,
    .arrow = (const ChnTrailArrow *) (gconstpointer) content.arrows->data,
    .n_arrows = content.arrows->len,
  };
  return chn_draw_trail (&diagram, picture->format, picture->options, scale, picture_bytes_keep, bytes, error)
             ? g_steal_pointer (&bytes)
             : NULL;
}

static TrailGraph *
fold (const ChnTimeline *timeline, const ChnTrail *trail, guint lines)
{
  TrailGraph *graph = trail_graph_new (timeline, trail);
  trail_graph_fold (graph);
  trail_graph_fold_to_page (graph, lines < TRAIL_PAGE_LINES ? lines : TRAIL_MOST_LINES, lines);
  return graph;
}

/* With ever fewer lines, until the sheet has room for text that can be read. */
static GString *
draw_folded (const ChnTimeline *timeline, const ChnTrail *trail, const char *description, const TrailPicture *picture,
             GError **error)
{
  static const guint lines[] = { TRAIL_PAGE_LINES, 18, 14, 11, 8, 6, 4 };
  for (guint i = 0;; i++) {
    double scale = 1;
    g_autoptr (TrailGraph) graph = fold (timeline, trail, lines[i]);
    g_autoptr (GString) bytes = draw_graph (graph, description, picture, &scale, error);
    if (!bytes || scale >= CHN_LEGIBLE_SCALE || i + 1 == G_N_ELEMENTS (lines))
      return g_steal_pointer (&bytes);
  }
}

GString *
trail_picture_draw (const ChnTimeline *timeline, const ChnTrail *trail, const TrailPicture *picture, GError **error)
{
  const TrailStyle style = { NULL, picture->full, TRUE };
  g_autofree char *description = trail_text_dup (timeline, trail, &style);
  if (!picture->full)
    return draw_folded (timeline, trail, description, picture, error);
  g_autoptr (TrailGraph) graph = trail_graph_new (timeline, trail);
  return draw_graph (graph, description, picture, NULL, error);
}
