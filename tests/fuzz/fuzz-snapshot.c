/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Fuzzes the opening of snapshots. The input is a list of changes to a good one, four bytes each: place
 * (three bytes) and new value; behind a first byte that is odd the checksums are made right again.
 */
#include "round-trip.h"

#include <stddef.h>
#include <stdint.h>

#include "../unit/store/reseal.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const char events[] =
    "{\"id\":\"a\",\"title\":\"First\",\"summary\":\"Né à Genève\",\"date\":\"2014-09~\",\"kind\":\"report\","
    "\"forums\":[\"un.ga\"],\"actors\":[{\"id\":\"prk\",\"role\":\"subject\"}],\"symbols\":[\"A/69/1\"],"
    "\"tags\":[\"x\",\"y\"],\"series\":\"s\",\"place\":\"Geneva\",\"repeat\":\"FREQ=YEARLY\",\"nth\":2,"
    "\"extra\":[{\"key\":\"EXDATE\",\"value\":\"20150901,20160901T000000Z\"}]}\n"
    "{\"id\":\"b\",\"title\":\"Second\",\"date\":\"2015\",\"kind\":\"vote\",\"vote\":{\"yes\":111,\"no\":19,"
    "\"abstain\":55,\"method\":\"recorded\",\"result\":\"adopted\"},\"relations\":[{\"type\":\"responds-to\","
    "\"target\":\"a\"}],\"sources\":[{\"key\":\"k\",\"title\":\"T\",\"at\":\"p. "
    "1\",\"says\":{\"date\":\"2014\"}}]}\n";

typedef struct {
  GString *image, *json; /* a good snapshot, and what it holds */
  gsize body;
} Good;

/* Made once: it takes longer than what is tried. */
static const Good *
get_good (void)
{
  static Good good = { 0 };
  if (good.image)
    return &good;
  g_autoptr (ChnTimeline) timeline = read_all (get_registry (), "json", events, sizeof events - 1);
  g_assert_nonnull (timeline);
  good.image = write_all (timeline, "chn");
  good.body = get_body (good.image->str);
  g_autoptr (ChnTimeline) opened = chn_snapshot_open_image (chn_image_new (good.image->str, good.image->len), NULL);
  good.json = write_all (opened, "json");
  return &good;
}

static void
change (GString *image, const uint8_t *data, size_t size)
{
  for (size_t i = 0; i + 4 <= size; i += 4) {
    gsize place = data[i] | (gsize) data[i + 1] << 8 | (gsize) data[i + 2] << 16;
    image->str[place % image->len] = (char) data[i + 3];
  }
}

/* NULL when the writer refused. */
static GString *
try_to_write (const ChnTimeline *timeline, const char *format)
{
  GString *out = g_string_new (NULL);
  g_auto (ChnRows) rows = { 0 };
  g_autoptr (GError) error = NULL;
  chn_rows_all (timeline, &rows);
  if (chn_format_write (chn_format_find (format, NULL), timeline, &rows, NULL, NULL, append_to_string, out, &error))
    return out;
  g_assert_nonnull (error);
  g_string_free (out, TRUE);
  return NULL;
}

static const char *const texts[] = { "geneva OR first",       "forum:un date:2014..2015",
                                     "actor:prk kind:report", "-yes:1.. NOT is:unsourced",
                                     "symbol:A/69",           "id:a",
                                     "date:2015..2017",       "text:\"ne a geneve\"",
                                     "series:s nth:2",        "disputed:date OR g*",
                                     "says:k OR source:k",    "confirmed:date OR single:title",
                                     "responds-to+:@a",       "trail:@b OR during:@a" };

/* Read once: it takes longer than asking. */
static ChnQuery *
get_query (guint i)
{
  static ChnQuery *queries[G_N_ELEMENTS (texts)];
  if (!queries[i])
    queries[i] = chn_query_parse (texts[i], NULL, NULL);
  g_assert_nonnull (queries[i]);
  return queries[i];
}

static void
ask (ChnTimeline *timeline, size_t length)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    if (!is_turn (length, i % 4, 4))
      continue;
    g_autoptr (ChnBoundQuery) bound = chn_query_bind (get_query (i), timeline, NULL, NULL);
    g_auto (ChnRows) rows = { 0 };
    if (bound)
      chn_bound_query_run (bound, TRUE, &rows);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const Good *good = get_good ();
  g_autoptr (GString) image = g_string_new_len (good->image->str, (gssize) good->image->len);
  gboolean forged = size > 0 && data[0] % 2 == 1;
  if (size > 0)
    change (image, data + 1, size - 1);
  if (forged)
    reseal (image->str, good->body);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnTimeline) timeline = chn_snapshot_open_image (chn_image_new (image->str, image->len), &error);
  g_assert_true (timeline || (error && error->message[0]));
  if (!timeline)
    return 0;
  ask (timeline, size);
  g_autoptr (GString) found = try_to_write (timeline, "json");
  g_autoptr (GString) other = is_turn (size, 1, 2) ? try_to_write (timeline, "ics") : NULL;
  (void) other;
  g_assert_true (forged || !found || g_string_equal (found, good->json));
  return 0;
}
