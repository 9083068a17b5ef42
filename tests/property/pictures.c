/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Random timelines as pictures: no text over another, over the mark or the bar of another event, over a line or
 * outside the picture; every event is there once, and as many are named as the picture says. usage: pictures CASES
 */
#include <chancery/chancery.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document/build.h"
#include "document/picture/picture.h"
#include "unit/document/even-type.h"

static guint32
next (guint32 *state, guint32 bound)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state % bound;
}

/* Words of five scripts. */
static const char *const words[5][8] = {
  { "The", "Council", "adopted", "a", "resolution", "on", "Internationalisierungsbestrebungen", "rights" },
  { "Совет", "принял", "резолюцию", "о", "положении", "прав", "человека", "и" },
  { "اعتمد", "مجلس", "الأمن", "القرار", "بشأن", "كوريا", "في", "من" },
  { "安理会", "通过", "决议", "人权", "报告", "会议", "关于", "和" },
  { "คณะมนตรี", "มีมติ", "สิทธิ", "มนุษยชน", "รายงาน", "ประชุม", "และ", "ของ" },
};

static char *
dup_title (guint32 *state)
{
  GString *title = g_string_new (NULL);
  guint script = next (state, 3) == 0 ? next (state, 5) : 0, n = next (state, 12) == 0 ? 60 : 1 + next (state, 12);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (title, "%s%s", i > 0 ? " " : "", words[script][next (state, 8)]);
  return g_string_free (title, FALSE);
}

/* A date within a reach of so many years; sometimes a span, or one that is vague or open. */
static char *
dup_date (guint32 *state, gint64 first_year, guint years, gboolean timed)
{
  gint64 year = first_year + next (state, MAX (years, 1));
  guint month = years == 0 ? 3 : 1 + next (state, 12), day = years == 0 && timed ? 14 : 1 + next (state, 28);
  g_autofree char *name = year < 0 ? g_strdup_printf ("-%04d", (int) -year) : g_strdup_printf ("%04d", (int) year);
  if (timed)
    return g_strdup_printf ("%s-%02u-%02uT%02u:%02u", name, month, day, 8 + next (state, 12), next (state, 60));
  switch (next (state, 12)) {
  case 0:
    return g_strdup (name);
  case 1:
    return g_strdup_printf ("%s-%02u", name, month);
  case 2:
    return g_strdup_printf ("%s-%02u-%02u~", name, month, day);
  case 3:
    return g_strdup_printf ("%s-%02u/..", name, month);
  case 4:
    return g_strdup_printf ("../%s-%02u", name, month);
  case 5:
  case 6:
    return g_strdup_printf ("%s-%02u-%02u/%s-12-28", name, month, day, name);
  case 7:
    return g_strdup_printf ("%s-%02u?", name, month);
  default:
    return g_strdup_printf ("%s-%02u-%02u", name, month, day);
  }
}

/* Where a random timeline lies, and how much there is of it. */
typedef struct {
  gint64 first_year;
  guint years; /* 0: days of one month */
  gboolean timed;
  guint n;
} Shape;

static Shape
pick_shape (guint32 *state)
{
  static const Shape reaches[] = { { 2014, 0, TRUE, 0 },     { 2014, 0, FALSE, 0 },   { 2014, 1, FALSE, 0 },
                                   { 1995, 25, FALSE, 0 },   { 1600, 400, FALSE, 0 }, { -60, 120, FALSE, 0 },
                                   { -8000, 9999, FALSE, 0 } };
  static const guint sizes[] = { 0, 1, 2, 7, 30, 160, 700 };
  Shape shape = reaches[next (state, G_N_ELEMENTS (reaches))];
  shape.n = sizes[next (state, G_N_ELEMENTS (sizes))];
  return shape;
}

static void
add_event (ChnTimelineBuilder *builder, guint32 *state, const Shape *shape, guint number)
{
  static const char *const forums[] = { "un", "un.ga", "un.ga.c3", "un.sc", "press" };
  static const char *const symbols[] = { "S/RES/2270", "A/RES/69/188", "S/PV.7353" };
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autofree char *id = g_strdup_printf ("e-%u", number), *title = dup_title (state);
  g_autofree char *text = dup_date (state, shape->first_year, shape->years, shape->timed);
  g_autoptr (ChnDate) date = chn_date_parse (text, -1, NULL);
  chn_event_set_text (event, CHN_FIELD_ID, id, -1);
  chn_event_set_text (event, CHN_FIELD_TITLE, title, -1);
  chn_event_set_date (event, CHN_FIELD_DATE, date);
  chn_event_set_term (event, CHN_FIELD_KIND, next (state, 19));
  chn_event_set_term (event, CHN_FIELD_STATUS, next (state, 9) == 0 ? 1 + next (state, 3) : 0);
  chn_event_set_number (event, CHN_FIELD_IMPORTANCE, next (state, 6));
  if (next (state, 6) > 0)
    chn_event_add_item (event, CHN_FIELD_FORUMS, forums[next (state, G_N_ELEMENTS (forums))], -1);
  if (next (state, 3) == 0)
    chn_event_add_item (event, CHN_FIELD_SYMBOLS, symbols[next (state, G_N_ELEMENTS (symbols))], -1);
  chn_timeline_builder_add_event (builder, event);
}

static ChnTimeline *
make_timeline (guint32 *state, const Shape *shape)
{
  static const char *const forums[] = { "un", "un.ga", "un.ga.c3", "un.sc", "press" };
  ChnRegistryBuilder *names = chn_registry_builder_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (forums); i++)
    chn_registry_builder_add_forum (names, forums[i], i == 1 ? "Generalversammlungsausschuss" : forums[i], NULL,
                                    NULL);
  g_autoptr (ChnRegistry) registry = chn_registry_builder_seal (names, NULL);
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autofree char *title = dup_title (state);
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_timeline_builder_begin (builder, NULL);
  chn_timeline_builder_set_header (builder, CHN_HEADER_TIMELINE, "random");
  chn_timeline_builder_set_header (builder, CHN_HEADER_TITLE, title);
  for (guint i = 0; i < shape->n; i++)
    add_event (builder, state, shape, i);
  return chn_timeline_builder_seal (builder, NULL);
}

static ChnScene *
draw (ChnTimeline *timeline, guint32 *state)
{
  static const ChnCanvas canvases[] = { { .width = 1600, .height = 900, .is_exact = TRUE },
                                        { .width = 1600, .height = 900 },
                                        { .width = 896, .height = 760 },
                                        { .width = 794, .height = 1123, .is_exact = TRUE },
                                        { .width = 320, .height = 160, .is_exact = TRUE },
                                        { .width = 320, .height = 1400, .is_exact = TRUE } };
  const ChnPictureOptions options = { .lanes = (ChnLanesBy) next (state, CHN_N_LANES_BY),
                                      .axis = (ChnAxisKind) next (state, 3),
                                      .theme = (ChnTheme) next (state, CHN_N_THEMES),
                                      .canvas = canvases[next (state, G_N_ELEMENTS (canvases))],
                                      .font = "any",
                                      .in_page = next (state, 4) == 0 };
  g_auto (ChnRows) rows = { .n = chn_timeline_get_n_events (timeline) };
  rows.row = g_new0 (guint, MAX (rows.n, 1));
  for (guint i = 0; i < rows.n; i++)
    rows.row[i] = i;
  const ChnDocumentFront front = { 0 };
  g_autoptr (ChnDocument) document =
      chn_document_new (timeline, &rows, chn_style_get_profile (CHN_STYLE_PICTURE), &front);
  return chn_picture_new (document, &options, &even_type);
}

/* A thing that is seen, and whose it is. */
typedef struct {
  double left, top, right, bottom;
  guint group; /* 0: nobody's */
  gboolean is_text;
  const char *what;
} Thing;

static void
widen (Thing *thing, double x, double y)
{
  thing->left = MIN (thing->left, x);
  thing->right = MAX (thing->right, x);
  thing->top = MIN (thing->top, y);
  thing->bottom = MAX (thing->bottom, y);
}

static Thing
find_thing (const ChnScene *scene, const ChnItem *item, guint group)
{
  Thing thing = { item->x, item->y, item->x2, item->y2, group, item->kind == CHN_ITEM_TEXT, item->text };
  if (item->kind == CHN_ITEM_TEXT) {
    thing.top = item->y - item->size * 0.75;
    thing.bottom = item->y + item->size * 0.22;
  } else if (item->kind == CHN_ITEM_CIRCLE) {
    thing = (Thing){
      item->x - item->size, item->y - item->size, item->x + item->size, item->y + item->size, group, FALSE, "circle"
    };
  } else if (item->kind == CHN_ITEM_PATH) {
    thing = (Thing){ INFINITY, INFINITY, -INFINITY, -INFINITY, group, FALSE, "path" };
    for (guint i = 0; i < item->n_steps; i++)
      if (scene->step[item->first_step + i].kind != CHN_STEP_CLOSE)
        widen (&thing, scene->step[item->first_step + i].x, scene->step[item->first_step + i].y);
  } else if (item->kind == CHN_ITEM_LINE) {
    thing.left = MIN (item->x, item->x2);
    thing.right = MAX (item->x, item->x2);
    thing.top = MIN (item->y, item->y2);
    thing.bottom = MAX (item->y, item->y2);
  }
  return thing;
}

/* All but the bands behind everything. */
static GArray *
list_things (const ChnScene *scene, guint *n_groups, guint *n_named)
{
  GArray *things = g_array_new (FALSE, FALSE, sizeof (Thing));
  guint group = 0;
  gboolean is_named = FALSE;
  for (guint i = 0; i < scene->n_items; i++) {
    const ChnItem *item = &scene->item[i];
    if (item->kind == CHN_ITEM_OPEN) {
      group = ++*n_groups;
      is_named = FALSE;
    } else if (item->kind == CHN_ITEM_CLOSE) {
      *n_named += is_named ? 1 : 0;
      group = 0;
    } else if (item->paint.fill != CHN_TINT_BAND) {
      Thing thing = find_thing (scene, item, group);
      is_named = is_named || thing.is_text;
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

static gboolean
complain (guint seed, const char *what, const Thing *a, const Thing *b)
{
  printf ("# seed %u: %s: %s (%.1f %.1f %.1f %.1f)", seed, what, a->what ? a->what : "line", a->left, a->top,
          a->right, a->bottom);
  if (b)
    printf (" and %s (%.1f %.1f %.1f %.1f)", b->what ? b->what : "a shape", b->left, b->top, b->right, b->bottom);
  printf ("\n");
  return FALSE;
}

static gboolean
check_things (guint seed, const ChnScene *scene, const GArray *things)
{
  const Thing *thing = (const Thing *) (gconstpointer) things->data;
  for (guint i = 0; i < things->len; i++) {
    if (!thing[i].is_text)
      continue;
    if (thing[i].left < -0.05 || thing[i].right > scene->width + 0.05 || thing[i].top < -0.05 ||
        thing[i].bottom > scene->height + 0.05)
      return complain (seed, "outside", &thing[i], NULL);
    for (guint k = 0; k < things->len; k++)
      if (i != k && meet (&thing[i], &thing[k]) &&
          (thing[k].is_text || thing[k].group == 0 || thing[k].group != thing[i].group))
        return complain (seed, "over", &thing[i], &thing[k]);
  }
  return TRUE;
}

static gboolean
check (guint seed, const ChnScene *scene, guint n)
{
  guint n_groups = 0, n_named = 0;
  g_autoptr (GArray) things = list_things (scene, &n_groups, &n_named);
  g_autofree char *named = g_strdup_printf (" %u named;", n_named);
  if (n_groups != n || (n > 0 && !strstr (scene->description, named))) {
    printf ("# seed %u: %u of %u events, %u named, \"%s\"\n", seed, n_groups, n, n_named, scene->description);
    return FALSE;
  }
  return check_things (seed, scene, things);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 300,
        first = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : 1;
  guint n_failed = 0;
  printf ("1..1\n");
  for (guint seed = first; seed < first + n && n_failed < 10; seed++) {
    guint32 state = seed * 2654435761u;
    const Shape shape = pick_shape (&state);
    g_autoptr (ChnTimeline) timeline = make_timeline (&state, &shape);
    g_autoptr (ChnScene) scene = draw (timeline, &state);
    n_failed += check (seed, scene, shape.n) ? 0 : 1;
  }
  printf ("%s 1 nothing lies over text in %u pictures\n", n_failed > 0 ? "not ok" : "ok", n);
  return n_failed > 0 ? 1 : 0;
}
