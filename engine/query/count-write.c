/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counts as numbers in text, as CSV and as JSON Lines. */
#include <string.h>

#include "base/csv-cell.h"
#include "base/json-write.h"
#include "query/count-find.h"
#include "query/count.h"

char *
chn_count_dup_value (const ChnCount *count, guint bucket, guint measure)
{
  guint n_measures = count->measures->len, number = MIN (bucket, count->buckets->len);
  g_return_val_if_fail (measure < n_measures, NULL);
  const ChnTally *tally = &g_array_index (count->tallies, ChnTally, number * n_measures + measure);
  if (tally->n == 0)
    return NULL;
  if (!g_array_index (count->measures, ChnMeasure, measure).is_average)
    return g_strdup_printf ("%" G_GINT64_FORMAT, tally->sum);
  gint64 tenths = (tally->sum * 20 + tally->n) / (2 * (gint64) tally->n);
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%d", tenths / 10, (int) (tenths % 10));
}

char *
chn_count_dup_share (const ChnCount *count, guint n)
{
  guint64 all = count->n_events;
  if (all == 0)
    return NULL;
  guint64 tenths = ((guint64) n * 2000 + all) / (2 * all);
  return g_strdup_printf ("%" G_GUINT64_FORMAT ".%u", tenths / 10, (guint) (tenths % 10));
}

/* A date before the year 0 begins with a sign, and is none that a spreadsheet would run. */
static void
put_cell (ChnWriter *out, const char *text, gboolean is_date)
{
  chn_csv_put_cell (out, text, strlen (text), !is_date);
}

/* Whether some key counts what came of votes, which may not be stated. */
static gboolean
counts_results (const ChnCount *count)
{
  for (guint key = 0; key < count->n_keys; key++)
    if (count->rule[key]->find == chn_count_find_vote || count->rule[key]->find == chn_count_find_result)
      return TRUE;
  return FALSE;
}

static void
put_heading (ChnWriter *out, const ChnCount *count)
{
  for (guint key = 0; key < count->n_keys; key++)
    chn_writer_printf (out, "%s,", count->key[key]->name);
  chn_writer_puts (out, counts_results (count) ? "events,possibly,derived,unknown" : "events,possibly,unknown");
  chn_writer_puts (out, count->has_shares ? ",share" : "");
  for (guint i = 0; i < count->measures->len; i++)
    chn_writer_printf (out, ",%s", chn_count_get_measure (count, i));
  chn_writer_puts (out, "\r\n");
}

static void
put_share (ChnWriter *out, const ChnCount *count, const ChnBucket *bucket, const char *before, const char *nothing)
{
  g_autofree char *share = count->has_shares ? chn_count_dup_share (count, bucket->n) : NULL;
  if (count->has_shares)
    chn_writer_printf (out, "%s%s", before, share ? share : nothing);
}

static void
put_bucket (ChnWriter *out, const ChnCount *count, guint index)
{
  const ChnBucket *bucket = &g_array_index (count->buckets, ChnBucket, index);
  for (guint key = 0; key < count->n_keys; key++) {
    put_cell (out, bucket->name[key], count->rule[key]->find == chn_count_find_time);
    chn_writer_putc (out, ',');
  }
  chn_writer_printf (out, "%u,%u", bucket->n, bucket->n_possibly);
  if (counts_results (count))
    chn_writer_printf (out, ",%u", bucket->n_derived);
  chn_writer_printf (out, ",%u", bucket->n_unknown);
  put_share (out, count, bucket, ",", "");
  for (guint i = 0; i < count->measures->len; i++) {
    g_autofree char *value = chn_count_dup_value (count, index, i);
    chn_writer_printf (out, ",%s", value ? value : "");
  }
  chn_writer_puts (out, "\r\n");
}

/* "usa+chn" as two cells, or two values of these names. */
static void
put_two (ChnWriter *out, const ChnBucket *bucket, const char *between)
{
  const char *plus = strchr (bucket->name[1], '+');
  const char *one = plus ? bucket->name[1] : bucket->name[0], *other = plus ? plus + 1 : bucket->name[1];
  chn_writer_put (out, one, plus ? (gsize) (plus - one) : strlen (one));
  chn_writer_puts (out, between);
  chn_writer_puts (out, other);
}

/* In percent, with one digit behind the point. */
static void
put_agreement (ChnWriter *out, const ChnBucket *bucket)
{
  guint64 tenths = ((guint64) bucket->n_same * 2000 + bucket->n) / (2 * (guint64) bucket->n);
  chn_writer_put_int (out, (gint64) (tenths / 10));
  chn_writer_putc (out, '.');
  chn_writer_putc (out, (char) ('0' + tenths % 10));
}

/* There may be very many of them: each number is written by itself. */
static void
put_pair (ChnWriter *out, const ChnCount *count, guint index)
{
  const ChnBucket *bucket = &g_array_index (count->buckets, ChnBucket, index);
  const gint64 numbers[] = { bucket->n, bucket->n_possibly, bucket->n_same };
  if (count->rule[0]->find) {
    put_cell (out, bucket->name[0], count->rule[0]->find == chn_count_find_time);
    chn_writer_putc (out, ',');
  }
  put_two (out, bucket, ",");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    chn_writer_putc (out, ',');
    chn_writer_put_int (out, numbers[i]);
  }
  chn_writer_putc (out, ',');
  put_agreement (out, bucket);
  chn_writer_puts (out, "\r\n");
}

static void
put_pairs (ChnWriter *out, const ChnCount *count)
{
  if (count->rule[0]->find)
    chn_writer_printf (out, "%s,", count->key[0]->name);
  chn_writer_puts (out, "actor,with,votes,possibly,same,share\r\n");
  for (guint i = 0; i < count->buckets->len; i++)
    put_pair (out, count, i);
}

char *
chn_count_dup_csv (const ChnCount *count)
{
  GString *text = g_string_new (NULL);
  g_autoptr (ChnWriter) out = chn_writer_new_for_string (text);
  if (count->is_agreement)
    put_pairs (out, count);
  else
    put_heading (out, count);
  for (guint i = 0; !count->is_agreement && i < count->buckets->len; i++)
    put_bucket (out, count, i);
  chn_writer_finish (out, NULL);
  return g_string_free (text, FALSE);
}

/* Who asks for a column twice gets it twice in a table; an object has each name once. */
static gboolean
is_measured_before (const ChnCount *count, guint index)
{
  for (guint i = 0; i < index; i++)
    if (strcmp (chn_count_get_measure (count, i), chn_count_get_measure (count, index)) == 0)
      return TRUE;
  return FALSE;
}

static void
put_object (ChnWriter *out, const ChnCount *count, guint index)
{
  const ChnBucket *bucket = &g_array_index (count->buckets, ChnBucket, index);
  chn_writer_putc (out, '{');
  for (guint key = 0; key < count->n_keys; key++) {
    if (key > 0 && count->key[key] == count->key[0])
      continue;
    chn_writer_printf (out, "\"%s\":", count->key[key]->name);
    chn_json_put_text (out, bucket->name[key]);
    chn_writer_putc (out, ',');
  }
  chn_writer_printf (out, "\"events\":%u,\"possibly\":%u", bucket->n, bucket->n_possibly);
  if (counts_results (count))
    chn_writer_printf (out, ",\"derived\":%u", bucket->n_derived);
  chn_writer_printf (out, ",\"unknown\":%u", bucket->n_unknown);
  put_share (out, count, bucket, ",\"share\":", "null");
  for (guint i = 0; i < count->measures->len; i++) {
    if (is_measured_before (count, i))
      continue;
    g_autofree char *value = chn_count_dup_value (count, index, i);
    chn_writer_printf (out, ",\"%s\":%s", chn_count_get_measure (count, i), value ? value : "null");
  }
  chn_writer_puts (out, "}\n");
}

static void
put_pair_object (ChnWriter *out, const ChnCount *count, guint index)
{
  const ChnBucket *bucket = &g_array_index (count->buckets, ChnBucket, index);
  chn_writer_putc (out, '{');
  if (count->rule[0]->find) {
    chn_writer_printf (out, "\"%s\":", count->key[0]->name);
    chn_json_put_text (out, bucket->name[0]);
    chn_writer_putc (out, ',');
  }
  chn_writer_puts (out, "\"actor\":\"");
  put_two (out, bucket, "\",\"with\":\"");
  chn_writer_printf (out, "\",\"votes\":%u,\"possibly\":%u,\"same\":%u,\"share\":", bucket->n, bucket->n_possibly,
                     bucket->n_same);
  put_agreement (out, bucket);
  chn_writer_puts (out, "}\n");
}

char *
chn_count_dup_json (const ChnCount *count)
{
  GString *text = g_string_new (NULL);
  g_autoptr (ChnWriter) out = chn_writer_new_for_string (text);
  for (guint i = 0; i < count->buckets->len; i++)
    (count->is_agreement ? put_pair_object : put_object) (out, count, i);
  chn_writer_finish (out, NULL);
  return g_string_free (text, FALSE);
}
