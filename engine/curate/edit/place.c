/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whole events of a file: their lines, what takes their place, and where by its date a new one belongs among them. */
#include "curate/edit/place.h"

#include <string.h>

#include "base/error.h"
#include "curate/edit/edits.h"

/* How the canonical writer indents the dash of an event. */
enum { INDENT = 2 };

static const ChnPlace *
get (const ChnOutline *outline, guint index)
{
  return &g_array_index (outline->places, ChnPlace, index);
}

static guint
get_indent (const ChnLines *lines, const ChnPlace *place)
{
  return (guint) (place->start - chn_lines_find_start (lines, place->start));
}

static gsize
find_behind (const ChnLines *lines, const ChnPlace *place)
{
  return chn_lines_find_behind (lines, place->end, get_indent (lines, place));
}

static gboolean
check_begins (const ChnLines *lines, const ChnOutline *outline, const ChnPlace *place, GError **error)
{
  if (!outline->events->flow && chn_lines_is_first (lines, place->start))
    return TRUE;
  chn_error_set (error, CHN_ERROR_UNSUPPORTED, "write \"- id: ...\" and its keys below",
                 "the event does not begin a line of its own");
  return FALSE;
}

/* Each line with so many blanks more in front, or fewer. */
static char *
indent (const char *text, int blanks)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_new (NULL);
  for (guint i = 0; lines[i]; i++) {
    gsize cut = blanks < 0 ? MIN (strspn (lines[i], " "), (gsize) -blanks) : 0;
    gboolean empty = lines[i][cut] == '\0' || lines[i][cut] == '\r';
    g_string_append_printf (out, "%s%*s%s", i > 0 ? "\n" : "", empty ? 0 : MAX (blanks, 0), "", lines[i] + cut);
  }
  return g_string_free (out, FALSE);
}

char *
chn_place_dup_lines (const ChnLines *lines, const ChnOutline *outline, const ChnPlace *place, GError **error)
{
  if (!check_begins (lines, outline, place, error))
    return NULL;
  gsize start = chn_lines_find_start (lines, place->start), end = find_behind (lines, place);
  g_autofree char *text = g_strndup (lines->bytes + start, end - start);
  return indent (text, -(int) get_indent (lines, place));
}

static gboolean
is_empty_line (const ChnLines *lines, gsize at)
{
  gsize end = chn_lines_find_end (lines, at);
  while (at < end && (lines->bytes[at] == ' ' || lines->bytes[at] == '\t'))
    at++;
  return at == end;
}

/* Where the line above one begins; the line itself where there is none. */
static gsize
find_line_above (const ChnLines *lines, gsize start)
{
  gsize end = start;
  if (end > 0 && lines->bytes[end - 1] == '\n')
    end--;
  if (end > 0 && lines->bytes[end - 1] == '\r')
    end--;
  return end < start ? chn_lines_find_start (lines, end) : start;
}

gboolean
chn_place_begins_lines (const ChnLines *lines, const ChnOutline *outline)
{
  if (outline->events->flow)
    return FALSE;
  for (guint i = 0; i < outline->places->len; i++)
    if (!chn_lines_is_first (lines, get (outline, i)->start))
      return FALSE;
  return TRUE;
}

void
chn_place_append_changed (const ChnMerge *merge, const ChnPlace *place, GString *out)
{
  gsize start = chn_lines_find_start (&merge->lines, place->start), end = find_behind (&merge->lines, place);
  chn_splices_append_part (merge->splices, merge->lines.bytes, merge->lines.length, start, end, out);
  if (!strchr ("\n\r", out->str[out->len - 1]))
    g_string_append_c (out, '\n');
}

/* With an event goes the empty line behind it, or at the end of the file that before it. */
static void
take_out (ChnMerge *merge, const ChnPlace *place)
{
  gsize start = chn_lines_find_start (&merge->lines, place->start), end = find_behind (&merge->lines, place);
  gsize above = find_line_above (&merge->lines, start);
  if (end < merge->lines.length && is_empty_line (&merge->lines, end))
    end = chn_lines_find_next (&merge->lines, end);
  else if (above < start && is_empty_line (&merge->lines, above))
    start = above;
  chn_splices_add (merge->splices, start, end, "");
}

gboolean
chn_place_replace (ChnMerge *merge, const ChnOutline *outline, const ChnPlace *place, const char *text,
                   GError **error)
{
  if (!check_begins (&merge->lines, outline, place, error))
    return FALSE;
  if (!text) {
    take_out (merge, place);
    return TRUE;
  }
  g_autofree char *trimmed = g_strchomp (g_strdup (text));
  g_autofree char *lines = indent (trimmed, (int) get_indent (&merge->lines, place));
  gsize end = find_behind (&merge->lines, place);
  gboolean ends = end > 0 && strchr ("\n\r", merge->lines.bytes[end - 1]);
  g_autofree char *whole = g_strconcat (lines, ends ? "\n" : "", NULL);
  chn_splices_add (merge->splices, chn_lines_find_start (&merge->lines, place->start), end, whole);
  return TRUE;
}

/* The newest stand first in some files. */
static gboolean
runs_backwards (const ChnOutline *outline)
{
  guint up = 0, down = 0;
  for (guint i = 1; i < outline->places->len; i++) {
    up += get (outline, i)->earliest > get (outline, i - 1)->earliest;
    down += get (outline, i)->earliest < get (outline, i - 1)->earliest;
  }
  return down > up;
}

static gboolean
comes_later (const ChnPlace *place, const ChnEventEdit *event)
{
  return place->earliest != event->earliest ? place->earliest > event->earliest : place->latest > event->latest;
}

/*
 * By index: the place that counts of those from there to the end, the earliest one, or in a file that runs backwards
 * the latest. These ascend, or descend, however the places themselves lie.
 */
static guint *
rank_places (const ChnOutline *outline, gboolean backwards)
{
  guint n = outline->places->len;
  guint *best = g_new (guint, MAX (n, 1));
  for (guint i = n; i > 0; i--) {
    const ChnPlace *place = get (outline, i - 1), *other = i < n ? get (outline, best[i]) : NULL;
    gboolean later = other && (place->earliest != other->earliest ? place->earliest > other->earliest
                                                                  : place->latest > other->latest);
    best[i - 1] = other && later != backwards ? best[i] : i - 1;
  }
  return best;
}

/* Behind how many events of the file it comes: behind the last that is not later, or in a file that runs backwards
 * is. */
static guint
find_rank (const ChnOutline *outline, const guint *best, const ChnEventEdit *event, gboolean backwards)
{
  guint low = 0, high = outline->places->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (comes_later (get (outline, best[middle]), event) == backwards)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static gboolean
has_empty_lines (const ChnMerge *merge, const ChnOutline *outline)
{
  if (outline->places->len < 2)
    return TRUE;
  gsize at = chn_lines_find_next (&merge->lines, get (outline, 0)->end);
  for (; at < get (outline, 1)->start; at = chn_lines_find_next (&merge->lines, at))
    if (is_empty_line (&merge->lines, at))
      return TRUE;
  return FALSE;
}

/* Where the keys of the events stand behind their dash. */
static guint
get_inset (const ChnMerge *merge, const ChnOutline *outline)
{
  gsize at = outline->places->len > 0 ? get (outline, 0)->start + 1 : 0;
  guint inset = 1;
  while (at > 0 && at < merge->lines.length && merge->lines.bytes[at] == ' ') {
    inset++;
    at++;
  }
  return at > 0 && inset > 1 && !strchr ("\n\r#", merge->lines.bytes[at]) ? inset : 2;
}

static char *
spell (const ChnEventEdit *event, guint dash, guint inset)
{
  if (dash == INDENT && inset == 2)
    return g_strdup (event->text);
  g_autoptr (ChnArena) arena = chn_arena_new ();
  const ChnTree *list = chn_tree_parse (event->text, strlen (event->text), arena);
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "%*s-%*s", (int) dash, "", (int) inset - 1, "");
  chn_spell_pairs (out, list->first, dash + inset);
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

/* Where an event stands that comes first: above the comments that stand above the first one. */
static gsize
find_top (const ChnMerge *merge, const ChnPlace *first)
{
  gsize start = chn_lines_find_start (&merge->lines, first->start);
  for (;;) {
    gsize above = find_line_above (&merge->lines, start), at = above;
    while (above < start && merge->lines.bytes[at] == ' ')
      at++;
    if (above == start || merge->lines.bytes[at] != '#')
      break;
    start = above;
  }
  return start;
}

typedef struct {
  const ChnEventEdit *event;
  guint rank;
  guint number;
} Arrival;

static int
compare (gconstpointer a, gconstpointer b, gpointer backwards)
{
  const Arrival *x = a, *y = b;
  int sign = GPOINTER_TO_INT (backwards) ? -1 : 1;
  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  if (x->event->earliest != y->event->earliest)
    return x->event->earliest < y->event->earliest ? -sign : sign;
  if (x->event->latest != y->event->latest)
    return x->event->latest < y->event->latest ? -sign : sign;
  return x->number < y->number ? -1 : 1;
}

static GArray *
rank_all (const ChnOutline *outline, const GArray *events)
{
  gboolean backwards = runs_backwards (outline);
  g_autofree guint *best = rank_places (outline, backwards);
  GArray *arrivals = g_array_sized_new (FALSE, FALSE, sizeof (Arrival), events->len);
  for (guint i = 0; i < events->len; i++) {
    const ChnEventEdit *event = &g_array_index (events, ChnEventEdit, i);
    Arrival arrival = { event, find_rank (outline, best, event, backwards), i };
    g_array_append_val (arrivals, arrival);
  }
  g_array_sort_with_data (arrivals, compare, GINT_TO_POINTER (backwards));
  return arrivals;
}

static void
put_in_lines (ChnMerge *merge, const ChnOutline *outline, const GArray *arrivals)
{
  gboolean apart = has_empty_lines (merge, outline);
  guint inset = get_inset (merge, outline), dash = get_indent (&merge->lines, get (outline, 0));
  for (guint i = 0; i < arrivals->len; i++) {
    const Arrival *arrival = &g_array_index (arrivals, Arrival, i);
    g_autofree char *lines = spell (arrival->event, dash, inset);
    gsize at = arrival->rank > 0 ? find_behind (&merge->lines, get (outline, arrival->rank - 1))
                                 : find_top (merge, get (outline, 0));
    gboolean begins = strchr ("\n\r", merge->lines.bytes[at - 1]) != NULL;
    const char *before = arrival->rank > 0 && apart ? "\n" : "", *behind = arrival->rank == 0 && apart ? "\n" : "";
    if (!begins)
      lines[strlen (lines) - 1] = '\0';
    g_autofree char *text = g_strconcat (begins ? "" : "\n", before, lines, behind, NULL);
    chn_splices_add (merge->splices, at, at, text);
  }
}

static void
put_in_brackets (ChnMerge *merge, const ChnOutline *outline, const GArray *arrivals)
{
  for (guint i = 0; i < arrivals->len; i++) {
    const Arrival *arrival = &g_array_index (arrivals, Arrival, i);
    const ChnTree *list = chn_tree_parse (arrival->event->text, strlen (arrival->event->text), merge->arena);
    g_autoptr (GString) text = g_string_new (arrival->rank > 0 ? ", " : NULL);
    chn_spell_flow (text, list->first);
    g_string_append (text, arrival->rank > 0 ? "" : ", ");
    gsize at = arrival->rank > 0 ? get (outline, arrival->rank - 1)->end : get (outline, 0)->start;
    chn_splices_add (merge->splices, at, at, text->str);
  }
}

/* The whole list of a file that has no event yet. */
static void
put_all (ChnMerge *merge, const ChnOutline *outline, const GArray *arrivals)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < arrivals->len; i++)
    g_string_append_printf (text, "\n%s", g_array_index (arrivals, Arrival, i).event->text);
  if (!outline->events) {
    gsize end = merge->lines.length;
    gboolean begins = end == 0 || strchr ("\n\r", merge->lines.bytes[end - 1]) != NULL;
    g_autofree char *whole = g_strconcat (begins ? "" : "\n", "\nevents:", text->str, NULL);
    chn_splices_add (merge->splices, end, end, whole);
    return;
  }
  const ChnTree *key = chn_tree_find (outline->root, "events", NULL);
  gsize colon = key->end + 1, end = MAX (outline->events->end, colon);
  gsize next = chn_lines_find_next (&merge->lines, end);
  g_string_truncate (text, text->len - (next > end ? 1 : 0));
  g_autofree char *comment = chn_lines_dup_comment (&merge->lines, end);
  if (comment)
    g_string_prepend (text, comment);
  g_string_prepend (text, comment ? " " : "");
  chn_splices_add (merge->splices, colon, chn_lines_find_end (&merge->lines, end), text->str);
}

gboolean
chn_place_add_all (ChnMerge *merge, const ChnOutline *outline, const GArray *events, const char *name, GError **error)
{
  if (events->len == 0)
    return TRUE;
  g_autoptr (GArray) arrivals = rank_all (outline, events);
  if (outline->places->len == 0)
    put_all (merge, outline, arrivals);
  else if (outline->events->flow)
    put_in_brackets (merge, outline, arrivals);
  else if (chn_lines_is_first (&merge->lines, get (outline, 0)->start))
    put_in_lines (merge, outline, arrivals);
  else
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, "begin each event on a line of its own",
                   "%s: the events do not begin lines", name);
  return outline->places->len == 0 || outline->events->flow ||
         chn_lines_is_first (&merge->lines, get (outline, 0)->start);
}
