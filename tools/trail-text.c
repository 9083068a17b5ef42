/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A paper trail as a line in time: each event beside its day, with how it is related to what stands above it. */
#include "trail-text.h"

#include <string.h>

#include "trail-words.h"

enum { GAP = 2, MARK = 2, MOST_DAY = 20, LEAST_TEXT = 12, LEAST_BESIDE = 60, WHOLE = G_MAXINT };

#define NO_BREAK_SPACE "\u00A0"

/* What stands between the day and the title. */
typedef enum { MARK_EVENT, MARK_ASKED, MARK_SERIES, MARK_LINE, MARK_NONE, N_MARKS } Mark;
static const char *const marks[N_MARKS] = { "○ ", "● ", "⋮ ", "│ ", "  " };

/* The parts of an entry, in the order in which they are said, and their colours on a terminal. */
typedef enum { PART_TITLE, PART_RELATIONS, PART_ID, N_PARTS } Part;
static const char *const colours[N_PARTS] = { "", "\033[36m", "\033[2m" };

typedef struct {
  const TrailGraph *graph;
  const TrailWords *words;
  guint columns; /* 0: nothing is wrapped */
  gboolean colour;
  guint day_width; /* 0: the day stands over the title */
  guint last;      /* place below which nothing stands */
  GString *out;
} Drawing;

static const char *
get_id (const TrailGraph *graph, guint place)
{
  return chn_timeline_get_id (graph->timeline, trail_graph_get_place (graph, place)->row);
}

static guint
find_first_run (const TrailGraph *graph)
{
  guint first = 0;
  while (first < graph->places->len && !trail_graph_get_place (graph, first)->is_run)
    first++;
  return first;
}

static char *
dup_relations (const TrailGraph *graph, const TrailWords *words, guint place, const char *opening)
{
  const TrailPlace *at = trail_graph_get_place (graph, place);
  g_autofree char *relations = trail_words_dup_relations (words, place);
  gboolean is_told = at->is_run && place != find_first_run (graph); /* once is enough */
  const char *more = at->n_folded > 1 ? is_told ? "" : "; --full shows them" : at->is_cut ? "; more" : "";
  return g_strconcat (*relations ? opening : "", relations, more, NULL);
}

/* One text of all parts; `ends` says where each of them ends. */
static char *
dup_entry (const Drawing *drawing, guint place, gsize ends[N_PARTS])
{
  g_autofree char *title = trail_words_dup_title (drawing->words, place);
  g_autofree char *relations = dup_relations (drawing->graph, drawing->words, place, " — ");
  gboolean is_series = trail_graph_get_place (drawing->graph, place)->n_folded > 1;
  g_autofree char *id = is_series ? g_strdup ("") : g_strdup_printf (" [%s]", get_id (drawing->graph, place));
  const char *parts[N_PARTS] = { title, relations, id };
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < N_PARTS; i++) {
    g_autofree char *visible = chn_text_dup_visible (parts[i], FALSE);
    g_string_append (text, visible);
    ends[i] = text->len;
  }
  return g_strdup (text->str);
}

static void
append_coloured (const Drawing *drawing, const char *text, gsize length, const char *colour)
{
  gboolean coloured = drawing->colour && *colour && length > 0;
  g_autofree char *piece = g_strndup (text, length), *shown = chn_text_dup_with_blanks (piece);
  g_string_append_printf (drawing->out, "%s%s%s", coloured ? colour : "", shown, coloured ? "\033[0m" : "");
}

/* A line of an entry, which begins at `from` of its text. */
static void
append_parts (const Drawing *drawing, const char *line, gsize from, const gsize ends[N_PARTS], const char *bold)
{
  gsize length = strlen (line), at = 0;
  for (guint i = 0; i < N_PARTS; i++) {
    gsize end = CLAMP (ends[i], from, from + length) - from;
    append_coloured (drawing, line + at, end - at, i == PART_TITLE ? bold : colours[i]);
    at = end;
  }
}

/* The day, where it has a column, and the mark. */
static void
append_margin (const Drawing *drawing, const char *day, Mark mark, const char *bold)
{
  guint width = chn_text_get_width (day);
  append_coloured (drawing, day, strlen (day), bold);
  if (drawing->day_width > 0)
    g_string_append_printf (drawing->out, "%*s", (int) (MAX (drawing->day_width, width) - width + GAP), "");
  g_string_append (drawing->out, marks[mark]);
}

static void
end_line (const Drawing *drawing)
{
  GString *out = drawing->out;
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

/* The mark of a line: of the event at its first, else the line to the next event. */
static Mark
find_mark (const Drawing *drawing, guint number, guint line)
{
  const TrailPlace *place = trail_graph_get_place (drawing->graph, number);
  if (line == 0)
    return place->n_folded > 1 ? MARK_SERIES : place->is_asked ? MARK_ASKED : MARK_EVENT;
  return number == drawing->last ? MARK_NONE : MARK_LINE;
}

/* The day over the rest, where columns are few; how many lines it takes. */
static guint
draw_day (const Drawing *drawing, guint number, const char *day)
{
  guint n = 0;
  g_auto (GStrv) lines = chn_text_wrap (day, MAX (drawing->columns, MARK + LEAST_TEXT) - MARK);
  for (; lines[n]; n++) {
    append_margin (drawing, "", find_mark (drawing, number, n), "");
    append_coloured (drawing, lines[n], strlen (lines[n]), "\033[1m");
    end_line (drawing);
  }
  return n;
}

/* Day and text side by side, below what was drawn of the event. */
static void
draw_lines (const Drawing *drawing, guint number, guint n_drawn, char *const *days)
{
  gsize ends[N_PARTS] = { 0 }, from = 0;
  const char *bold = trail_graph_get_place (drawing->graph, number)->is_asked ? "\033[1m" : "";
  guint taken = MARK + (drawing->day_width > 0 ? drawing->day_width + GAP : 0);
  guint n_days = g_strv_length ((char **) days), n_lines = 0;
  g_autofree char *text = dup_entry (drawing, number, ends);
  g_auto (GStrv) lines =
      chn_text_wrap (text, drawing->columns > 0 ? MAX (drawing->columns, taken + LEAST_TEXT) - taken : WHOLE);
  n_lines = g_strv_length (lines);
  for (guint i = 0; i < MAX (n_days, n_lines); i++) {
    append_margin (drawing, i < n_days ? days[i] : "", find_mark (drawing, number, n_drawn + i), bold);
    if (i < n_lines) {
      append_parts (drawing, lines[i], from, ends, bold);
      from += strlen (lines[i]);
      while (text[from] == ' ' || g_str_has_prefix (text + from, NO_BREAK_SPACE))
        from += text[from] == ' ' ? 1 : strlen (NO_BREAK_SPACE);
    }
    end_line (drawing);
  }
}

static void
draw_place (const Drawing *drawing, guint number)
{
  g_autofree char *day = trail_words_dup_day (drawing->words, number);
  char *none[] = { NULL };
  if (drawing->columns > 0 && drawing->day_width == 0) {
    draw_lines (drawing, number, draw_day (drawing, number, day), none);
    return;
  }
  g_auto (GStrv) days = chn_text_wrap (day, drawing->columns > 0 ? drawing->day_width : WHOLE);
  draw_lines (drawing, number, 0, days);
}

/* A sentence an event, for those who hear it. */
static void
say_place (const Drawing *drawing, guint number)
{
  const TrailPlace *place = trail_graph_get_place (drawing->graph, number);
  g_autofree char *day = trail_words_dup_day (drawing->words, number);
  g_autofree char *title = trail_words_dup_title (drawing->words, number);
  g_autofree char *relations = dup_relations (drawing->graph, drawing->words, number, "; ");
  g_autofree char *id = place->n_folded > 1 ? NULL : g_strconcat ("; id ", get_id (drawing->graph, number), NULL);
  g_autofree char *line =
      g_strconcat (day, place->is_asked ? ", the event asked for: " : ": ", title, relations, id, NULL);
  g_autofree char *visible = chn_text_dup_visible (line, FALSE);
  append_coloured (drawing, visible, strlen (visible), "");
  end_line (drawing);
}

/* As wide as the longest day, up to a bound. */
static void
measure (Drawing *drawing)
{
  if (drawing->columns > 0 && drawing->columns < LEAST_BESIDE)
    return;
  for (guint i = 0; i <= drawing->last; i++) {
    g_autofree char *day = trail_words_dup_day (drawing->words, i);
    drawing->day_width = MAX (drawing->day_width, MIN (chn_text_get_width (day), MOST_DAY));
  }
}

char *
trail_text_dup (const ChnTimeline *timeline, const ChnTrail *trail, const TrailStyle *style)
{
  g_autoptr (TrailGraph) graph = trail_graph_new (timeline, trail);
  if (!style->full) {
    trail_graph_fold (graph);
    trail_graph_fold_to_page (graph, TRAIL_MOST_LINES, TRAIL_PAGE_LINES);
  }
  g_autoptr (TrailWords) words = trail_words_new (graph);
  Drawing drawing = { graph, words, 0, FALSE, 0, 0, g_string_new (NULL) };
  drawing.columns = style->console ? style->console->columns : 0;
  drawing.colour = style->console && style->console->colour;
  for (guint i = 0; i < graph->places->len; i++)
    if (trail_graph_get_place (graph, i)->fold == i)
      drawing.last = i;
  measure (&drawing);
  for (guint i = 0; i <= drawing.last; i++)
    if (trail_graph_get_place (graph, i)->fold == i)
      (style->plain ? say_place : draw_place) (&drawing, i);
  return g_string_free (drawing.out, FALSE);
}
