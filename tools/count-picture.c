/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counts as pictures: their keys and numbers, handed to the library. */
#include "count-picture.h"

#include <math.h>
#include <string.h>

#include "count-scale.h"
#include "count-text.h"
#include "picture-bytes.h"

/* In the place of a value. */
static const guint NOT_DRAWN = G_MAXUINT;

typedef struct {
  const ChnCount *count;
  ChnChart chart;
  GArray *values[CHN_COUNT_KEYS_MAX]; /* ChnChartValue */
  GArray *cells;                      /* ChnChartCell */
  GArray *measures;                   /* ChnChartMeasure */
  GArray *amounts;                    /* double, of each cell as many as there are measures */
  GPtrArray *texts;
  guint *value_of[CHN_COUNT_KEYS_MAX]; /* of each total of the count, or NOT_DRAWN */
} Content;

static void
clear_content (Content *content)
{
  for (guint i = 0; i < CHN_COUNT_KEYS_MAX; i++) {
    g_array_unref (content->values[i]);
    g_free (content->value_of[i]);
  }
  g_array_unref (content->cells);
  g_array_unref (content->measures);
  g_array_unref (content->amounts);
  g_ptr_array_unref (content->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Content, clear_content)

/* Of a scale in its order, or turned round; where it is sorted by something else, it is a list of names. */
static gboolean
is_in_order (const GArray *values)
{
  int direction = 0;
  for (guint i = 1; i < values->len; i++) {
    const ChnChartValue *before = &g_array_index (values, ChnChartValue, i - 1), *value = before + 1;
    int way = value->ordinal > before->ordinal ? 1 : -1;
    if (before->is_apart || value->is_apart)
      continue;
    if (direction != 0 && way != direction)
      return FALSE;
    direction = way;
  }
  return TRUE;
}

static gboolean
has_steps (const GArray *values)
{
  for (guint i = 0; i < values->len; i++)
    if (!g_array_index (values, ChnChartValue, i).is_apart)
      return TRUE;
  return FALSE;
}

/* Of what bears no votes that are counted nothing is drawn, but for the steps of a scale. */
static gboolean
has_amounts (const ChnCount *count, guint key, guint total)
{
  guint n = 0, n_measures = chn_count_get_n_measures (count);
  const ChnBucket *buckets = chn_count_get_buckets (count, &n);
  for (guint i = 0; i < n && n_measures > 0; i++)
    for (guint k = 0; k < n_measures && buckets[i].total[key] == total; k++) {
      g_autofree char *value = chn_count_dup_value (count, i, k);
      if (value)
        return TRUE;
    }
  return n_measures == 0;
}

static gboolean
is_apart (const char *key, const char *name, gint64 *ordinal, gboolean is_scale)
{
  if (is_scale)
    return !count_scale_place (key, name, ordinal);
  return strcmp (name, "none") == 0 || strcmp (name, "others") == 0;
}

static void
add_values (Content *content, guint key)
{
  guint n = 0, period = 0;
  const char *name = chn_count_get_key (content->count, key);
  const ChnCountTotal *totals = chn_count_get_totals (content->count, key, &n);
  gboolean is_scale = count_scale_find (name, &period);
  GArray *values = content->values[key];
  content->value_of[key] = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++) {
    char *label = count_scale_dup_label (name, totals[i].name, totals[i].label);
    ChnChartValue value = { .label = label, .n = totals[i].n };
    value.is_apart = is_apart (name, totals[i].name, &value.ordinal, is_scale);
    g_ptr_array_add (content->texts, label);
    gboolean is_drawn = (is_scale && !value.is_apart) || has_amounts (content->count, key, i);
    content->value_of[key][i] = is_drawn ? values->len : NOT_DRAWN;
    if (is_drawn)
      g_array_append_val (values, value);
  }
  content->chart.key[key] = (ChnChartKey){ .name = name,
                                           .is_scale = is_scale && has_steps (values) && is_in_order (values),
                                           .period = period,
                                           .value = (const ChnChartValue *) (gconstpointer) values->data,
                                           .n = values->len };
}

static void
add_measures (Content *content)
{
  static const char average[] = "average ";
  for (guint i = 0; i < chn_count_get_n_measures (content->count); i++) {
    const char *label = chn_count_get_measure (content->count, i);
    gboolean is_average = g_str_has_prefix (label, average);
    const ChnChartMeasure measure = { label, is_average ? label + strlen (average) : label, is_average, FALSE };
    g_array_append_val (content->measures, measure);
  }
}

/* In the place of measures: the share of votes alike. */
static void
add_agreement (Content *content)
{
  static const ChnChartMeasure agreement = { "Votes alike, in percent", "yes", TRUE, TRUE };
  g_array_append_val (content->measures, agreement);
}

static void
append_remark (GString *out, const char *before, guint n, const char *what, gboolean *has_any)
{
  if (n == 0)
    return;
  g_string_append (out, *has_any ? ", " : " (");
  g_string_append_printf (out, "%s%u %s", before, n, what);
  *has_any = TRUE;
}

/* "12 (40.0%, 2 possibly)", "yes 28, no 10" */
static char *
dup_note (const ChnCount *count, const ChnBucket *bucket, guint index)
{
  GString *out = g_string_new (NULL);
  gboolean has_any = FALSE;
  g_autofree char *share = chn_count_has_shares (count) ? chn_count_dup_share (count, bucket->n) : NULL;
  if (chn_count_is_agreement (count)) {
    g_string_append_printf (out, "%u of %u votes alike", bucket->n_same, bucket->n);
    return g_string_free (out, FALSE);
  }
  for (guint i = 0; i < chn_count_get_n_measures (count); i++) {
    g_autofree char *value = chn_count_dup_value (count, index, i);
    if (value)
      g_string_append_printf (out, "%s%s %s", out->len > 0 ? ", " : "", chn_count_get_measure (count, i), value);
  }
  if (chn_count_get_n_measures (count) > 0)
    return g_string_free (out, FALSE);
  g_string_append_printf (out, "%u", bucket->n);
  if (share) {
    g_string_append_printf (out, " (%s%%", share);
    has_any = TRUE;
  }
  append_remark (out, "", bucket->n_possibly, "possibly", &has_any);
  append_remark (out, "", bucket->n_derived, "derived", &has_any);
  append_remark (out, "+ ", bucket->n_unknown, "unknown", &has_any);
  g_string_append (out, has_any ? ")" : "");
  return g_string_free (out, FALSE);
}

static void
add_amounts (Content *content, guint bucket, double *amounts)
{
  guint n = 0;
  const ChnBucket *buckets = chn_count_get_buckets (content->count, &n);
  if (chn_count_is_agreement (content->count)) {
    *amounts = 100.0 * buckets[bucket].n_same / buckets[bucket].n;
    return;
  }
  for (guint i = 0; i < content->measures->len; i++) {
    g_autofree char *value = chn_count_dup_value (content->count, bucket, i);
    amounts[i] = value ? g_ascii_strtod (value, NULL) : (double) NAN;
  }
}

static void
add_cells (Content *content)
{
  guint n = 0, n_measures = content->measures->len, n_keys = content->chart.n_keys;
  const ChnBucket *buckets = chn_count_get_buckets (content->count, &n);
  g_array_set_size (content->amounts, n * n_measures + 1);
  double *amounts = (double *) (gpointer) content->amounts->data;
  for (guint i = 0; i < n; i++) {
    ChnChartCell cell = { .n = buckets[i].n,
                          .n_possibly = buckets[i].n_possibly,
                          .n_unknown = buckets[i].n_unknown,
                          .note = dup_note (content->count, &buckets[i], i),
                          .amount = &amounts[i * n_measures] };
    g_ptr_array_add (content->texts, (gpointer) cell.note);
    add_amounts (content, i, &amounts[i * n_measures]);
    for (guint key = 0; key < n_keys; key++)
      cell.at[key] = content->value_of[key][buckets[i].total[key]];
    if (cell.at[0] != NOT_DRAWN && cell.at[1] != NOT_DRAWN)
      g_array_append_val (content->cells, cell);
  }
}

static void
fill_content (Content *content, const ChnCount *count)
{
  content->count = count;
  content->cells = g_array_new (FALSE, FALSE, sizeof (ChnChartCell));
  content->measures = g_array_new (FALSE, FALSE, sizeof (ChnChartMeasure));
  content->amounts = g_array_new (FALSE, TRUE, sizeof (double));
  content->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < CHN_COUNT_KEYS_MAX; i++)
    content->values[i] = g_array_new (FALSE, TRUE, sizeof (ChnChartValue));
  content->chart.n_keys = chn_count_get_n_keys (count);
  content->chart.n_all = chn_count_get_n_events (count);
  for (guint i = 0; i < content->chart.n_keys; i++)
    add_values (content, i);
  if (chn_count_is_agreement (count))
    add_agreement (content);
  else
    add_measures (content);
  add_cells (content);
  content->chart.cell = (const ChnChartCell *) (gconstpointer) content->cells->data;
  content->chart.n_cells = content->cells->len;
  content->chart.measure = (const ChnChartMeasure *) (gconstpointer) content->measures->data;
  content->chart.n_measures = content->measures->len;
}

/* "year", of ballots "who voted against", of one's votes "vote of PRK" */
static char *
dup_key_name (const char *key)
{
  guint n = 0;
  const char *actor = strchr (key, ':');
  if (actor) {
    g_autofree char *id = g_ascii_strup (actor + 1, -1);
    return g_strdup_printf ("vote of %s", id);
  }
  const ChnCountKey *keys = chn_count_get_keys (&n);
  for (guint i = 0; i < n; i++)
    if (strcmp (keys[i].name, key) == 0 && g_str_has_prefix (keys[i].note, "who "))
      return g_strndup (keys[i].note, strcspn (keys[i].note, ","));
  return g_strdup (key);
}

/* "Events by year and forum", "Votes by year: yes, no and abstain" */
static char *
dup_title (const Content *content)
{
  const ChnChart *chart = &content->chart;
  if (chn_count_is_agreement (content->count)) {
    gboolean is_square = strcmp (chart->key[1].name, "with") == 0;
    return is_square ? g_strdup ("How often they voted alike")
                     : g_strdup_printf ("How often they voted alike, by %s", chart->key[0].name);
  }
  GString *out = g_string_new (chart->n_measures > 0 ? "Votes by " : "Events by ");
  for (guint i = 0; i < chart->n_keys; i++) {
    g_autofree char *name = dup_key_name (chart->key[i].name);
    g_string_append_printf (out, "%s%s", i > 0 ? " and " : "", name);
  }
  for (guint i = 0; i < chart->n_measures; i++)
    g_string_append_printf (out, "%s%s",
                            i == 0                      ? ": "
                            : i + 1 < chart->n_measures ? ", "
                                                        : " and ",
                            chart->measure[i].label);
  return g_string_free (out, FALSE);
}

static char *
dup_subtitle (const ChnCount *count, const CountPicture *picture)
{
  guint n = chn_count_get_n_events (count), n_unknown = chn_count_get_n_unknown (count);
  GString *out = g_string_new (NULL);
  if (picture->scope && *picture->scope)
    g_string_append_printf (out, "%s. ", picture->scope);
  g_string_append_printf (out, "%u event%s", n, n == 1 ? "" : "s");
  if (n_unknown > 0)
    g_string_append_printf (out, ", and %u more of which it is not known whether they belong here", n_unknown);
  g_string_append (out, ". ");
  if (chn_count_is_agreement (count))
    g_string_append (out, "Of votes in which both cast a ballot of yes, no or abstain. ");
  if (chn_count_get_n_measures (count) > 0)
    g_string_append (out, "What has no votes whose numbers are known is not shown. ");
  if (picture->n_left_out > 0)
    g_string_append_printf (out, "%u that did not take place %s left out. ", picture->n_left_out,
                            picture->n_left_out == 1 ? "is" : "are");
  if (picture->as_of)
    g_string_append_printf (out, "As of %s. ", picture->as_of);
  return g_string_free (out, FALSE);
}

GString *
count_picture_draw (const ChnCount *count, const CountPicture *picture, GError **error)
{
  g_auto (Content) content = { 0 };
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autofree char *table = count_plain_dup (count);
  fill_content (&content, count);
  g_autofree char *title = dup_title (&content), *subtitle = dup_subtitle (count, picture);
  content.chart.head = (ChnDiagramHead){ picture->title ? picture->title : title, subtitle, table, NULL };
  return chn_draw_chart (&content.chart, picture->format, picture->options, picture_bytes_keep, bytes, error)
             ? g_steal_pointer (&bytes)
             : NULL;
}
