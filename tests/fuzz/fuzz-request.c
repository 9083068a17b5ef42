/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What a client sends to a feed server: the first line is the target of a request, the others are header fields. What
 * is read of a target leads nowhere else; what is found for it is answered, and never with what may not be seen.
 */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "feed/answer.h"
#include "feed/coding.h"
#include "feed/peers.h"
#include "feed/validators.h"
#include <chancery/format.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const char timeline_text[] =
    "timeline: fuzz\n"
    "title: Fuzz\n"
    "sources:\n"
    "  paper: {title: A paper, date: 2014-12-22}\n"
    "feeds:\n"
    "  all: {access: public, front: yes}\n"
    "  early: {query: \"year:2014\", access: public, formats: [ics, json]}\n"
    "  desk: {visibility: private}\n"
    "  events: {query: \"NOT tag:aside\", access: public}\n"
    "events:\n"
    "  - {id: open, date: 2014-12-22, title: What everybody may know, kind: meeting, sources: [paper]}\n"
    "  - {id: later, date: \"2015-03~\", title: Later, kind: report, tags: [aside]}\n"
    "  - {id: zqhidden, date: 2014-11-18, title: zqhidden, tags: [zqhidden], visibility: private}\n";

static gpointer
make_site (gpointer nothing)
{
  (void) nothing;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnRegistry) registry = chn_registry_builder_seal (chn_registry_builder_new (NULL), &error);
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_format_read (chn_format_find ("yaml", NULL), timeline_text, strlen (timeline_text), "fuzz.yaml", builder,
                   &error);
  g_assert_no_error (error);
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (builder, &error);
  g_assert_no_error (error);
  ChnFeedSettings settings;
  chn_feed_settings_init (&settings);
  ChnFeedSite *site = chn_feed_site_new (timeline, &settings, &error);
  g_assert_no_error (error);
  return site;
}

static void
check_request (const ChnFeedRequest *request)
{
  g_assert_true (request->path[0] == '/' && g_utf8_validate (request->path, -1, NULL));
  g_auto (GStrv) segments = g_strsplit (request->path, "/", -1);
  for (guint i = 0; segments[i]; i++)
    g_assert_true (strcmp (segments[i], "..") != 0 && strcmp (segments[i], ".") != 0);
  for (const char *at = request->path; *at; at++)
    g_assert_true ((guchar) *at >= 0x20 && *at != 0x7f);
  g_assert_cmpuint (request->names->len, ==, request->values->len);
  for (guint i = 0; i < request->values->len; i++)
    g_assert_true (g_utf8_validate (request->values->pdata[i], -1, NULL));
}

/* A question that names what is hidden may have it in the text that says what was wrong with it. */
static void
check_answer (const ChnFeedTarget *target, gboolean may_name)
{
  ChnDeadline deadline;
  chn_deadline_start (&deadline, 10000);
  g_autoptr (ChnFeedAnswer) answer = chn_feed_target_make (target, &deadline);
  gsize length = 0;
  const char *body = g_bytes_get_data (answer->body, &length);
  g_assert_true (answer->status == 200 || answer->status == 400);
  g_assert_nonnull (answer->content_type);
  g_assert_true (may_name || !body || !memmem (body, length, "zqhidden", strlen ("zqhidden")));
}

static void
check_target (const char *text)
{
  static GOnce once = G_ONCE_INIT;
  g_auto (ChnFeedRequest) request = { 0 };
  if (!chn_feed_request_read (&request, text))
    return;
  check_request (&request);
  g_autoptr (ChnFeedTarget) target = chn_feed_site_find (g_once (&once, make_site, NULL), &request);
  g_assert_true (target->status == 200 || target->status == 404 || (target->status == 400 && target->message));
  g_assert_true (target->status != 200 || target->key);
  g_assert_false (target->is_private);
  if (target->status == 200)
    check_answer (target, strstr (text, "zq") || strchr (text, '%') || strstr (text, "hidden"));
}

static void
check_header (const char *first, const char *second)
{
  static char *proxies[] = { "127.0.0.1", "10.0.0.0/8", NULL };
  const ChnFeedValidators validators = { .etag = "\"0123456789abcdef0123456789abcdef\"", .since = 1400000000 };
  const ChnHttpRequest request = { .peer = "127.0.0.1",
                                   .accept_encoding = first,
                                   .user_agent = second,
                                   .if_none_match = *first ? first : NULL,
                                   .if_modified_since = second,
                                   .forwarded_for = first };
  ChnFeedPeers *peers = chn_feed_peers_new (proxies, 4, NULL);
  g_autofree char *asker = chn_feed_peers_dup_asker (peers, &request);
  g_assert_true (!asker || strlen (asker) < 64);
  chn_feed_peers_free (peers);
  chn_feed_takes_gzip (&request);
  if (chn_feed_validators_match (&validators, &request) && *first)
    g_assert_true (strchr (first, '*') || strstr (first, validators.etag));
  gint64 time = chn_feed_read_date (second);
  g_autofree char *date = time >= 0 ? chn_feed_dup_date (time) : NULL;
  g_assert_true (!date || chn_feed_read_date (date) == time);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 3);
  check_target (lines[0] ? lines[0] : "");
  if (lines[0] && lines[1])
    check_header (lines[1], lines[2] ? lines[2] : "");
  return 0;
}
