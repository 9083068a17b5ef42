/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Random trails and counts as pictures: no text over another, over a mark, a line, a frame or what belongs to
 * something else, or outside the sheet; each stop of a trail is there once. usage: diagrams CASES
 */
#include <chancery/chancery.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document/diagram/chart.h"
#include "document/diagram/trail.h"
#include "unit/document/even-type.h"

static guint32
next (guint32 *state, guint32 bound)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state % bound;
}

/* Words of five scripts, and what no picture may obey. */
static const char *const words[6][6] = {
  { "Council", "adopted", "a", "resolution", "Internationalisierungsbestrebungen", "of" },
  { "Совет", "принял", "резолюцию", "о", "положении", "прав" },
  { "اعتمد", "مجلس", "الأمن", "القرار", "بشأن", "كوريا" },
  { "安理会", "通过", "决议", "人权报告会议关于和安理会通过决议", "会议", "关于" },
  { "คณะมนตรี", "มีมติ", "สิทธิ", "มนุษยชน", "รายงาน", "ประชุม" },
  { "<script>", "&amp;", "\u202E", "\"", "]]>", "\x1b[1m" },
};

/* Everything that a picture points at. */
typedef struct {
  GPtrArray *blocks;
  guint32 *state;
} Making;

static gpointer
keep (Making *making, gpointer block)
{
  g_ptr_array_add (making->blocks, block);
  return block;
}

static const char *
make_text (Making *making, guint most)
{
  guint script = next (making->state, 2) == 0 ? next (making->state, 6) : 0;
  guint n = next (making->state, 15) == 0 ? 40 : next (making->state, most + 1);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[script][next (making->state, 6)]);
  return keep (making, g_string_free (text, FALSE));
}

static ChnDiagramHead
make_head (Making *making)
{
  return (ChnDiagramHead){ make_text (making, 12), make_text (making, 30), "Words.", NULL };
}

static ChnTrailStop
make_stop (Making *making, guint number, gint64 *begin, gboolean is_asked)
{
  static const char *const kinds[] = { "resolution", "vote", "meeting", "report", "unheard-of", NULL };
  guint n_folded = !is_asked && next (making->state, 5) == 0 ? 2 + next (making->state, 30) : 1;
  *begin += next (making->state, 4) == 0 ? 0 : (gint64) next (making->state, 400) * 86400;
  return (ChnTrailStop){
    .id = n_folded == 1 ? keep (making, g_strdup_printf ("e-%u", number)) : NULL,
    .day = make_text (making, 4),
    .title = make_text (making, 12),
    .kind = kinds[next (making->state, G_N_ELEMENTS (kinds))],
    .begin = next (making->state, 20) == 0 ? G_MININT64 : *begin,
    .n_folded = n_folded,
    .is_asked = is_asked,
    .is_planned = next (making->state, 9) == 0,
    .is_off = next (making->state, 9) == 0,
    .more = next (making->state, 9) == 0 ? "more follows" : NULL,
  };
}

static void
add_arrows (Making *making, GArray *arrows, guint to)
{
  guint n = to > 0 ? next (making->state, 4) : 0;
  for (guint i = 0; i < n; i++) {
    guint n_from = 1 + next (making->state, MIN (to, 6));
    guint *from = keep (making, g_new (guint, n_from));
    for (guint k = 0; k < n_from; k++)
      from[k] = next (making->state, to);
    const ChnTrailArrow arrow = { to, make_text (making, 8), next (making->state, 3) == 0, from, n_from };
    g_array_append_val (arrows, arrow);
  }
}

static ChnTrailDiagram
make_trail (Making *making)
{
  guint n = 1 + next (making->state, next (making->state, 3) == 0 ? 90 : 20), asked = next (making->state, n);
  ChnTrailStop *stops = keep (making, g_new0 (ChnTrailStop, n));
  GArray *arrows = g_array_new (FALSE, FALSE, sizeof (ChnTrailArrow));
  gint64 begin = ((gint64) next (making->state, 4000) - 2000) * 365 * 86400;
  for (guint i = 0; i < n; i++) {
    stops[i] = make_stop (making, i, &begin, i == asked);
    add_arrows (making, arrows, i);
  }
  guint n_arrows = arrows->len;
  return (ChnTrailDiagram){ make_head (making), stops, n, keep (making, g_array_free (arrows, FALSE)), n_arrows };
}

static ChnChartKey
make_key (Making *making)
{
  static const guint periods[] = { 10, 12, 4 };
  static const guint sizes[] = { 1, 2, 5, 12, 30, 90 };
  guint n = sizes[next (making->state, G_N_ELEMENTS (sizes))];
  gboolean is_scale = next (making->state, 2) == 0;
  guint reach = next (making->state, 4) == 0 ? 500 : 2;
  gint64 ordinal = (gint64) next (making->state, 4000) - 2000;
  ChnChartValue *values = keep (making, g_new0 (ChnChartValue, n));
  for (guint i = 0; i < n; i++) {
    gboolean is_apart = i + 1 == n && next (making->state, 3) == 0;
    ordinal += 1 + next (making->state, reach);
    const char *label = is_scale ? keep (making, g_strdup_printf ("%d", (int) ordinal)) : make_text (making, 5);
    values[i] = (ChnChartValue){ is_apart ? "imprecise" : label, ordinal, is_apart, 1 + next (making->state, 999) };
  }
  return (ChnChartKey){ is_scale ? "year" : "forum", is_scale, periods[next (making->state, 3)], values, n };
}

static ChnChartCell
make_cell (Making *making, guint first, guint second, guint n_measures)
{
  guint n = next (making->state, 4) == 0 ? 1 + next (making->state, 2000) : next (making->state, 9);
  double *amounts = keep (making, g_new0 (double, n_measures + 1));
  for (guint i = 0; i < n_measures; i++)
    amounts[i] = next (making->state, 6) == 0 ? (double) NAN : (double) next (making->state, 2000) / 10;
  return (ChnChartCell){ .at = { first, second },
                         .n = n,
                         .n_possibly = next (making->state, 3) == 0 ? next (making->state, n + 1) : 0,
                         .n_unknown = next (making->state, 5) == 0 ? next (making->state, 5) : 0,
                         .note = keep (making, g_strdup_printf ("%u (some possibly, + 2 unknown)", n)),
                         .amount = amounts };
}

static ChnChart
make_chart (Making *making)
{
  static const ChnChartMeasure measures[] = { { "yes", "yes", FALSE, FALSE },
                                              { "no", "no", FALSE, FALSE },
                                              { "abstain", "abstain", FALSE, FALSE },
                                              { "average yes", "yes", TRUE, FALSE },
                                              { "average not-voting", "not-voting", TRUE, FALSE } };
  ChnChart chart = { .head = make_head (making),
                     .n_keys = 1 + next (making->state, 2),
                     .measure = measures,
                     .n_measures = next (making->state, 3) == 0 ? 1 + next (making->state, 5) : 0,
                     .n_all = next (making->state, 5000) };
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (ChnChartCell));
  for (guint i = 0; i < chart.n_keys; i++)
    chart.key[i] = make_key (making);
  for (guint i = 0; i < chart.key[0].n; i++)
    for (guint k = 0; k < (chart.n_keys == 2 ? chart.key[1].n : 1); k++) {
      ChnChartCell cell = make_cell (making, i, k, chart.n_measures);
      if (next (making->state, 3) > 0)
        g_array_append_val (cells, cell);
    }
  chart.n_cells = cells->len;
  chart.cell = keep (making, g_array_free (cells, FALSE));
  return chart;
}

static ChnPictureOptions
pick_options (guint32 *state)
{
  static const ChnCanvas canvases[] = {
    { .width = 1600, .height = 900, .is_exact = TRUE }, { .width = 1600, .height = 900 },
    { .width = 794, .height = 1123, .is_exact = TRUE }, { .width = 1123, .height = 794, .is_exact = TRUE },
    { .width = 320, .height = 160, .is_exact = TRUE },  { .width = 320, .height = 1400, .is_exact = TRUE }
  };
  return (ChnPictureOptions){ .theme = (ChnTheme) next (state, CHN_N_THEMES),
                              .canvas = canvases[next (state, G_N_ELEMENTS (canvases))],
                              .font = "any" };
}

/* A thing that is seen, and whose it is. */
typedef struct {
  double left, top, right, bottom;
  guint group; /* 0: nobody's */
  ChnItemKind kind;
  const char *text;
  gboolean is_blank; /* it is of the paper's colour */
  gboolean is_clear; /* what it is drawn over shows through */
} Thing;

/* Of the points of a path. */
static void
widen (Thing *thing, const ChnStep *step)
{
  if (step->kind == CHN_STEP_CLOSE)
    return;
  thing->left = MIN (thing->left, step->x);
  thing->right = MAX (thing->right, step->x);
  thing->top = MIN (thing->top, step->y);
  thing->bottom = MAX (thing->bottom, step->y);
}

static void
set_edges (Thing *thing, double left, double top, double right, double bottom)
{
  thing->left = MIN (left, right);
  thing->top = MIN (top, bottom);
  thing->right = MAX (left, right);
  thing->bottom = MAX (top, bottom);
}

static Thing
find_thing (const ChnScene *scene, const ChnItem *item, guint group)
{
  double r = item->size;
  Thing thing = { .group = group, .kind = item->kind, .text = item->text ? item->text : "a shape" };
  thing.is_blank = item->kind == CHN_ITEM_RECT && item->paint.fill == CHN_TINT_PAPER;
  thing.is_clear = item->paint.fill == CHN_TINT_NONE || (item->paint.opacity > 0 && item->paint.opacity < 1);
  if (item->kind == CHN_ITEM_CIRCLE)
    set_edges (&thing, item->x - r, item->y - r, item->x + r, item->y + r);
  else if (item->kind == CHN_ITEM_TEXT)
    set_edges (&thing, item->x, item->y - r * 0.75, item->x2, item->y + r * 0.22);
  else
    set_edges (&thing, item->x, item->y, item->x2, item->y2);
  if (item->kind != CHN_ITEM_PATH)
    return thing;
  thing.left = thing.top = INFINITY;
  thing.right = thing.bottom = -INFINITY;
  for (guint i = 0; i < item->n_steps; i++)
    widen (&thing, &scene->step[item->first_step + i]);
  return thing;
}

/* All but the bands behind everything. */
static GArray *
list_things (const ChnScene *scene, guint *n_ids)
{
  GArray *things = g_array_new (FALSE, FALSE, sizeof (Thing));
  guint group = 0, n_groups = 0;
  for (guint i = 0; i < scene->n_items; i++) {
    const ChnItem *item = &scene->item[i];
    if (item->kind == CHN_ITEM_OPEN) {
      group = ++n_groups;
      *n_ids += item->id ? 1 : 0;
    } else if (item->kind == CHN_ITEM_CLOSE) {
      group = 0;
    } else if (item->paint.fill != CHN_TINT_BAND) {
      Thing thing = find_thing (scene, item, group);
      g_array_append_val (things, thing);
    }
  }
  return things;
}

static gboolean
meet (const Thing *a, const Thing *b)
{
  static const double touch = 0.05;
  return a->left < b->right - touch && b->left < a->right - touch && a->top < b->bottom - touch &&
         b->top < a->bottom - touch;
}

/* A number may stand in the part of a bar, or the cell, that it is of. */
static gboolean
may_hold (const Thing *rect, const Thing *text)
{
  static const double touch = 0.05;
  return rect->kind == CHN_ITEM_RECT && rect->group == text->group && rect->group > 0 &&
         rect->left <= text->left + touch && rect->right >= text->right - touch && rect->top <= text->top + touch &&
         rect->bottom >= text->bottom - touch;
}

static gboolean
complain (guint seed, const char *what, const Thing *a, const Thing *b)
{
  printf ("# seed %u: %s: %s (%.1f %.1f %.1f %.1f)", seed, what, a->text, a->left, a->top, a->right, a->bottom);
  if (b)
    printf (" and %s of kind %d (%.1f %.1f %.1f %.1f)", b->text, b->kind, b->left, b->top, b->right, b->bottom);
  printf ("\n");
  return FALSE;
}

/* The first thing that is drawn over what hides all below the text. */
static guint
find_first_above (const Thing *thing, guint index)
{
  for (guint i = index; i-- > 0;)
    if (may_hold (&thing[i], &thing[index]) && (thing[i].is_blank || !thing[i].is_clear))
      return i;
  return 0;
}

static gboolean
check_text (guint seed, const ChnScene *scene, const GArray *things, guint index)
{
  const Thing *thing = (const Thing *) (gconstpointer) things->data, *text = &thing[index];
  guint first = find_first_above (thing, index);
  if (text->left < -0.05 || text->top < -0.05 || text->right > scene->width + 0.05 ||
      text->bottom > scene->height + 0.05)
    return complain (seed, "outside", text, NULL);
  for (guint i = 0; i < things->len; i++) {
    gboolean is_told = thing[i].kind == CHN_ITEM_TEXT ? i <= index : thing[i].is_blank || i < first;
    if (!is_told && meet (text, &thing[i]) && !may_hold (&thing[i], text))
      return complain (seed, "overlap", text, &thing[i]);
  }
  return TRUE;
}

/* What is not shown would be obeyed. */
static gboolean
check_safe (guint seed, const Thing *text)
{
  return !strstr (text->text, "\u202E") && !strchr (text->text, '\x1b') ? TRUE
                                                                        : complain (seed, "unsafe", text, NULL);
}

static gboolean
check_scene (guint seed, const ChnScene *scene, guint *n_ids)
{
  g_autoptr (GArray) things = list_things (scene, n_ids);
  for (guint i = 0; i < things->len; i++) {
    const Thing *thing = &g_array_index (things, Thing, i);
    if (thing->kind == CHN_ITEM_TEXT && (!check_text (seed, scene, things, i) || !check_safe (seed, thing)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_trail (guint seed, Making *making)
{
  const ChnTrailDiagram trail = make_trail (making);
  const ChnPictureOptions options = pick_options (making->state);
  g_autoptr (ChnScene) scene = chn_trail_scene_new (&trail, &options, &even_type, NULL);
  guint n_ids = 0, n_single = 0;
  for (guint i = 0; i < trail.n_stops; i++)
    n_single += trail.stop[i].id ? 1 : 0;
  if (!check_scene (seed, scene, &n_ids))
    return FALSE;
  if (n_ids != n_single)
    printf ("# seed %u: %u stops, found %u\n", seed, n_single, n_ids);
  return n_ids == n_single;
}

static gboolean
check_chart (guint seed, Making *making)
{
  const ChnChart chart = make_chart (making);
  const ChnPictureOptions options = pick_options (making->state);
  g_autoptr (ChnScene) scene = chn_chart_scene_new (&chart, &options, &even_type);
  return check_scene (seed, scene, &(guint){ 0 });
}

static gboolean
check_case (guint seed, gboolean (*check) (guint seed, Making *making))
{
  guint32 state = seed * 2654435761U + 1;
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_free);
  Making making = { blocks, &state };
  return check (seed, &making);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *what;
    gboolean (*check) (guint seed, Making *making);
  } kinds[] = { { "trails", check_trail }, { "counts", check_chart } };
  guint n = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 100;
  printf ("1..%u\n", (guint) G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    guint n_wrong = 0;
    for (guint seed = 1; seed <= n; seed++)
      n_wrong += check_case (seed, kinds[i].check) ? 0 : 1;
    printf ("%s %u - nothing lies over the text of %s, %u random ones\n", n_wrong == 0 ? "ok" : "not ok", i + 1,
            kinds[i].what, n);
  }
  return 0;
}
