/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Makes answers. What a feed shows is a timeline of its own (feed/channel.c); a query that whoever reads it asks is
 * bound to that and to nothing else, so neither rows nor messages know of the rest.
 */
#include <string.h>

#include <chancery/text.h>

#include "base/error.h"
#include "feed/answer.h"
#include "feed/front-page.h"
#include "feed/making.h"
#include "query/bound.h"

/* What is asked from outside is shorter than what a person may keep in a file. */
enum { QUERY_BYTES = 4096, QUERY_DEPTH = 16, QUERY_TERMS = 64 };

void
chn_feed_answer_free (ChnFeedAnswer *answer)
{
  if (!answer)
    return;
  g_bytes_unref (answer->body);
  g_free (answer);
}

static ChnFeedAnswer *
new_answer (guint status, const char *type, GString *body)
{
  ChnFeedAnswer *answer = g_new0 (ChnFeedAnswer, 1);
  answer->status = status;
  answer->content_type = type;
  answer->body = g_string_free_to_bytes (body);
  answer->ends = G_MAXINT64;
  return answer;
}

static ChnFeedAnswer *G_GNUC_PRINTF (2, 3) new_message (guint status, const char *format, ...)
{
  va_list arguments;
  GString *text = g_string_new (NULL);
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
  g_string_append_c (text, '\n');
  return new_answer (status, "text/plain; charset=utf-8", text);
}

/* As the program says it: what is wrong, what to write, and carets under the place. */
static ChnFeedAnswer *
new_complaint (const GError *error, const char *query)
{
  gsize offset = 0, length = 0;
  const char *hint = chn_error_get_hint (error);
  g_autofree char *line = g_strdup_printf ("%s%s%s", error->message, hint ? "; " : "", hint ? hint : "");
  g_autofree char *visible = chn_text_dup_visible (line, FALSE);
  if (!query || !chn_error_get_place (error, &offset, &length))
    return new_message (400, "%s", visible);
  g_autofree char *pointer = chn_text_dup_pointer (query, offset, length);
  g_strchomp (pointer);
  return new_message (400, "%s\n%s", visible, pointer);
}

/* Parsed with bounds of its own, in words that are dates as somebody types them. */
static ChnQuery *
parse (ChnFeedMaking *making, const char *typed, GError **error)
{
  ChnLimits limits = *chn_limits_get_default ();
  ChnTimeline *timeline = making->shown->timeline;
  g_autofree char *notes = NULL;
  limits.value[CHN_LIMIT_QUERY] = QUERY_BYTES;
  limits.value[CHN_LIMIT_QUERY_DEPTH] = QUERY_DEPTH;
  limits.value[CHN_LIMIT_QUERY_TERMS] = QUERY_TERMS;
  making->query = g_strdup (typed);
  char *read =
      strlen (typed) <= QUERY_BYTES ? chn_query_read_dates (typed, timeline, &notes, error) : g_strdup (typed);
  if (!read)
    return NULL;
  g_free (making->query);
  making->query = read;
  return chn_query_parse_in (read, &limits, chn_timeline_get_vocabulary (timeline), error);
}

static gboolean
ask (ChnFeedMaking *making, const char *typed, GError **error)
{
  g_autoptr (ChnDate) today = chn_feed_day_dup_date (&making->day);
  g_autoptr (ChnQuery) query = parse (making, typed, error);
  g_autoptr (ChnBoundQuery) bound =
      query ? chn_query_bind_until (query, making->shown->timeline, today, making->deadline, error) : NULL;
  if (!bound)
    return FALSE;
  making->asks_day |= bound->asks_day;
  making->names_status |= chn_bound_query_names (bound, "status");
  making->scope = chn_bound_query_dup_scope (bound);
  chn_bound_query_run (bound, TRUE, &making->rows);
  if (!chn_deadline_has_passed (making->deadline))
    chn_bound_query_find_standings (bound, &making->rows);
  return chn_feed_making_goes_on (making, error);
}

static void
take_all (ChnFeedMaking *making)
{
  const ChnRows *all = &making->shown->rows;
  making->rows = (ChnRows){ all->n, g_memdup2 (all->row, MAX (all->n, 1) * sizeof *all->row), NULL };
}

static gboolean
make (ChnFeedMaking *making, GError **error)
{
  const ChnFeedWanted *wanted = making->wanted;
  if (!making->channel)
    return chn_front_page_write (making, error);
  making->shown = chn_feed_channel_get_shown (making->channel, &making->day, error);
  if (!making->shown)
    return FALSE;
  making->asks_day = making->channel->asks_day;
  making->names_status = making->channel->names_status;
  if (!wanted->query)
    take_all (making);
  else if (!ask (making, wanted->query, error))
    return FALSE;
  return chn_feed_making_write (making, error);
}

static ChnFeedAnswer *
conclude (ChnFeedMaking *making, gboolean made, const GError *error)
{
  if (made) {
    ChnFeedAnswer *answer = new_answer (200, making->wanted->media->type, g_steal_pointer (&making->out));
    answer->policy = making->wanted->media->policy;
    answer->ends = making->asks_day ? chn_feed_day_find_end (&making->day) : G_MAXINT64;
    return answer;
  }
  if (making->is_too_big)
    return new_message (
        400, "the answer would be larger than %" G_GSIZE_FORMAT " bytes; ask for less, or for a part of it",
        making->wanted->catalogue->answer_bytes);
  if (making->is_crowded)
    return new_message (400, "a picture shows %u events at most; ask for less", making->wanted->media->most);
  if (chn_deadline_has_passed (making->deadline))
    return new_message (503, "the answer takes longer than it may; ask for less");
  if (making->query && error->domain == CHN_ERROR)
    return new_complaint (error, making->query);
  return new_message (500, "the answer cannot be made");
}

ChnFeedAnswer *
chn_feed_target_make (const ChnFeedTarget *target, ChnDeadline *deadline)
{
  g_autoptr (GError) error = NULL;
  g_auto (ChnFeedMaking) making = { .wanted = target->what, .deadline = deadline };
  const ChnFeedWanted *wanted = making.wanted;
  making.day = chn_feed_day_now ();
  making.channel = wanted->channel ? wanted->channel : wanted->catalogue->front;
  making.is_page = !wanted->channel;
  making.out = g_string_new (NULL);
  gboolean made = make (&making, &error);
  return conclude (&making, made, error);
}
