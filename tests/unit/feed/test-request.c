/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of how the target of a request line is read. */
#include "feed/request.h"

#include "suite.h"

typedef struct {
  const char *target;
  const char *read; /* path, then " name=value" each; NULL where it is refused */
} TargetCase;

static const TargetCase cases[] = {
  { "/", "/" },
  { "/feeds/votes.ics", "/feeds/votes.ics" },
  { "/feeds/votes.ics?", "/feeds/votes.ics" },
  { "/feeds/votes.ics?gzip=0", "/feeds/votes.ics gzip=0" },
  { "/feeds/votes%2Eics", "/feeds/votes.ics" },
  { "/feeds/", "/feeds/" },
  { "/events.ics?q=actor:EU+vote:adopted&gzip=0", "/events.ics q=actor:EU vote:adopted gzip=0" },
  { "/events.ics?q=%22North%20Korea%22", "/events.ics q=\"North Korea\"" },
  { "/events.ics?q=a%2Bb%26c%3Dd", "/events.ics q=a+b&c=d" },
  { "/events.ics?q=a=b", "/events.ics q=a=b" },
  { "/events.ics?q", "/events.ics q=" },
  { "/events.ics?&&q=1&", "/events.ics q=1" },
  { "/events.ics?q=%E4%BA%BA", "/events.ics q=人" },
  { "/events.ics?q=a?b", "/events.ics q=a?b" },
  { "/events.ics?q=../..", "/events.ics q=../.." },
  { "/a+b", "/a+b" },
  { "http://example.org/feeds/a.ics?q=1", "/feeds/a.ics q=1" },
  { "HTTPS://example.org/", "/" },
  { "http://example.org", NULL },
  { "", NULL },
  { "*", NULL },
  { "feeds/votes.ics", NULL },
  { "ftp://example.org/a", NULL },
  { "/../../etc/passwd", NULL },
  { "/feeds/../../etc/passwd", NULL },
  { "/feeds/%2e%2e/%2e%2e/etc/passwd", NULL },
  { "/feeds/.%2E", NULL },
  { "/feeds/..%2f..%2fetc%2fpasswd", NULL },
  { "/feeds/%2fetc", NULL },
  { "/./a", NULL },
  { "//etc/passwd", NULL },
  { "/feeds//a.ics", NULL },
  { "/feeds/a%00.ics", NULL },
  { "/feeds/a%0d%0aSet-Cookie:x", NULL },
  { "/feeds/a%7f", NULL },
  { "/feeds/%", NULL },
  { "/feeds/%4", NULL },
  { "/feeds/%4g", NULL },
  { "/feeds/%ff", NULL },
  { "/feeds/%c0%ae%c0%ae/", NULL },
  { "/feeds/\xff", NULL },
  { "/events.ics?q=%00", NULL },
  { "/events.ics?q=%1b[2J", NULL },
  { "/events.ics?%ff=1", NULL },
  { "/events.ics?q=%f", NULL },
};

static char *
dup_read (const char *target)
{
  g_auto (ChnFeedRequest) request = { 0 };
  if (!chn_feed_request_read (&request, target))
    return NULL;
  GString *said = g_string_new (request.path);
  for (guint i = 0; i < request.names->len; i++)
    g_string_append_printf (said, " %s=%s", (char *) request.names->pdata[i], (char *) request.values->pdata[i]);
  return g_string_free (said, FALSE);
}

static void
reads_targets (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *read = dup_read (cases[i].target);
    if (g_strcmp0 (read, cases[i].read) != 0)
      CHN_FAIL ("%s: read as %s", cases[i].target, read ? read : "nothing");
  }
}

static void
gives_the_first_argument (void)
{
  g_auto (ChnFeedRequest) request = { 0 };
  CU_ASSERT_TRUE_FATAL (chn_feed_request_read (&request, "/?a=1&b=2&a=3"));
  CHN_ASSERT_STRING (chn_feed_request_get (&request, "a"), "1");
  CHN_ASSERT_STRING (chn_feed_request_get (&request, "c"), NULL);
}

/* 32 arguments are taken, and no more. */
static void
bounds_arguments (void)
{
  g_autoptr (GString) target = g_string_new ("/?");
  for (guint i = 0; i < 32; i++)
    g_string_append_printf (target, "a%u=&", i);
  g_auto (ChnFeedRequest) request = { 0 };
  CU_ASSERT_TRUE (chn_feed_request_read (&request, target->str));
  chn_feed_request_clear (&request);
  g_string_append (target, "b=");
  CU_ASSERT_FALSE (chn_feed_request_read (&request, target->str));
}

static const ChnTest tests[] = {
  { "targets are read or refused", reads_targets },
  { "the first argument of a name counts", gives_the_first_argument },
  { "arguments are bounded", bounds_arguments },
};

CHN_SUITE ("feed/request", tests)
