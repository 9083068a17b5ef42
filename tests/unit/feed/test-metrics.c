/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of what Prometheus is told, and since when answers are what they are. */
#include <string.h>

#include "feed/history.h"
#include "feed/metrics.h"
#include "suite.h"

static void
test_text (void)
{
  ChnFeedMetrics metrics = { 0 };
  chn_feed_metrics_add (&metrics, CHN_FEED_REQUESTS, 3);
  chn_feed_metrics_add (&metrics, CHN_FEED_MICROSECONDS, 1500000);
  chn_feed_metrics_add_status (&metrics, 304);
  chn_feed_metrics_add_status (&metrics, 418);
  g_autoptr (GBytes) bytes = chn_feed_metrics_write (&metrics, &(ChnFeedGauges){ .connections = 7 });
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  CU_ASSERT_PTR_NOT_NULL (strstr (text, "\nchancery_requests_total 3\n"));
  CU_ASSERT_PTR_NOT_NULL (strstr (text, "\nchancery_making_seconds_total 1.500000\n"));
  CU_ASSERT_PTR_NOT_NULL (strstr (text, "\nchancery_responses_total{status=\"304\"} 1\n"));
  CU_ASSERT_PTR_NULL (strstr (text, "418"));
  CU_ASSERT_PTR_NOT_NULL (strstr (text, "\nchancery_connections 7\n"));
}

/* Each name has its help and its type before it, once. */
static void
test_format (void)
{
  ChnFeedMetrics metrics = { 0 };
  g_autoptr (GBytes) bytes = chn_feed_metrics_write (&metrics, &(ChnFeedGauges){ .waiting = 1 });
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] && *lines[i]; i++)
    if (g_str_has_prefix (lines[i], "# HELP")) {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      g_autofree char *type = g_strconcat ("# TYPE ", words[2], " ", NULL);
      CU_ASSERT_TRUE (g_str_has_prefix (lines[i + 1], type));
      CU_ASSERT_TRUE (g_str_has_prefix (lines[i + 2], words[2]));
    }
}

static void
test_history (void)
{
  ChnFeedHistory *history = chn_feed_history_new ();
  CHN_ASSERT_INT (chn_feed_history_note (history, "a", "\"1\"", 100), 100);
  CHN_ASSERT_INT (chn_feed_history_note (history, "a", "\"1\"", 200), 100);
  CHN_ASSERT_INT (chn_feed_history_note (history, "b", "\"1\"", 250), 250);
  CHN_ASSERT_INT (chn_feed_history_note (history, "a", "\"2\"", 300), 300);
  CHN_ASSERT_INT (chn_feed_history_note (history, "a", "\"1\"", 400), 400);
  chn_feed_history_free (history);
}

static const ChnTest tests[] = {
  { "counters and gauges", test_text },
  { "every name has help and type", test_format },
  { "an answer that comes back is new again", test_history },
};

CHN_SUITE ("feed/metrics", tests)
