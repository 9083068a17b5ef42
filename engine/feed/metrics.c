/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counts what happens, and tells it as Prometheus reads it. */
#include "feed/metrics.h"

static const guint statuses[CHN_FEED_N_STATUSES] = { 200, 304, 400, 404, 405, 414, 429, 500, 503 };

typedef struct {
  const char *name, *help;
  double unit; /* what one is in the unit of the name */
} CounterRow;

static const CounterRow rows[CHN_FEED_N_COUNTS] = {
  [CHN_FEED_REQUESTS] = { "chancery_requests_total", "Requests whose header was read.", 1 },
  [CHN_FEED_BYTES] = { "chancery_answer_bytes_total", "Bytes of answers that were begun to be sent.", 1 },
  [CHN_FEED_KEPT] = { "chancery_kept_answers_total", "Requests answered by what was kept.", 1 },
  [CHN_FEED_JOINED] = { "chancery_joined_requests_total", "Requests that waited for an answer already being made.",
                        1 },
  [CHN_FEED_MADE] = { "chancery_answers_made_total", "Answers made.", 1 },
  [CHN_FEED_MICROSECONDS] = { "chancery_making_seconds_total", "Time spent on making answers.", 1e-6 },
  [CHN_FEED_CUT] = { "chancery_answers_cut_total", "Answers given up since they took too long.", 1 },
  [CHN_FEED_DROPPED] = { "chancery_kept_dropped_total", "Kept answers dropped for want of room.", 1 },
  [CHN_FEED_LOADED] = { "chancery_loads_total", "Times the timeline was read.", 1 },
  [CHN_FEED_NOT_LOADED] = { "chancery_failed_loads_total",
                            "Times the timeline could not be read, and the old one stayed.", 1 },
};

void
chn_feed_metrics_add (ChnFeedMetrics *metrics, ChnFeedCounter counter, guint64 n)
{
  atomic_fetch_add_explicit (&metrics->counts[counter], n, memory_order_relaxed);
}

void
chn_feed_metrics_add_status (ChnFeedMetrics *metrics, guint status)
{
  for (guint i = 0; i < CHN_FEED_N_STATUSES; i++)
    if (statuses[i] == status)
      atomic_fetch_add_explicit (&metrics->statuses[i], 1, memory_order_relaxed);
}

static void
write_head (GString *out, const char *name, const char *help, const char *type)
{
  g_string_append_printf (out, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

static void
write_gauge (GString *out, const char *name, const char *help, guint64 value)
{
  write_head (out, name, help, "gauge");
  g_string_append_printf (out, "%s %" G_GUINT64_FORMAT "\n", name, value);
}

static void
write_counters (GString *out, const ChnFeedMetrics *metrics)
{
  for (guint i = 0; i < CHN_FEED_N_COUNTS; i++) {
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    guint64 count = atomic_load_explicit (&metrics->counts[i], memory_order_relaxed);
    write_head (out, rows[i].name, rows[i].help, "counter");
    g_ascii_formatd (number, sizeof number, rows[i].unit < 1 ? "%.6f" : "%.0f", (double) count * rows[i].unit);
    g_string_append_printf (out, "%s %s\n", rows[i].name, number);
  }
  write_head (out, "chancery_responses_total", "Answers by status.", "counter");
  for (guint i = 0; i < CHN_FEED_N_STATUSES; i++)
    g_string_append_printf (out, "chancery_responses_total{status=\"%u\"} %" G_GUINT64_FORMAT "\n", statuses[i],
                            atomic_load_explicit (&metrics->statuses[i], memory_order_relaxed));
}

GBytes *
chn_feed_metrics_write (const ChnFeedMetrics *metrics, const ChnFeedGauges *gauges)
{
  GString *out = g_string_new (NULL);
  gint64 body_bytes = atomic_load_explicit (&metrics->body_bytes, memory_order_relaxed);
  write_counters (out, metrics);
  write_gauge (out, "chancery_connections", "Open connections.", gauges->connections);
  write_gauge (out, "chancery_kept_bytes", "Bytes of kept answers.", gauges->kept_bytes);
  write_gauge (out, "chancery_kept_answers", "Kept answers.", gauges->kept_answers);
  write_gauge (out, "chancery_body_bytes", "Bytes of all answers in memory.", (guint64) MAX (body_bytes, 0));
  write_gauge (out, "chancery_waiting_makings", "Answers that wait to be made.", gauges->waiting);
  write_gauge (out, "chancery_loaded_seconds", "When the timeline was read, in seconds since 1970.",
               (guint64) gauges->loaded);
  return g_string_free_to_bytes (out);
}
