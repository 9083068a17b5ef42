/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writes what was found, within bounds of size and time. */
#include "feed/making.h"

#include <string.h>

#include "base/error.h"
#include "feed/subscriptions.h"
#include "format/options.h"

void
chn_feed_making_clear (ChnFeedMaking *making)
{
  g_clear_pointer (&making->shown, chn_feed_shown_unref);
  chn_rows_clear (&making->rows);
  g_free (making->query);
  g_free (making->scope);
  if (making->out)
    g_string_free (making->out, TRUE);
}

gboolean
chn_feed_making_goes_on (const ChnFeedMaking *making, GError **error)
{
  if (!chn_deadline_has_passed (making->deadline))
    return TRUE;
  chn_error_set (error, CHN_ERROR_LIMIT, NULL, "the answer takes too long");
  return FALSE;
}

static gboolean
fits (ChnFeedMaking *making, gsize more, GError **error)
{
  gsize most = making->wanted->catalogue->answer_bytes;
  if (more <= most && making->out->len <= most - more)
    return TRUE;
  making->is_too_big = TRUE;
  chn_error_set (error, CHN_ERROR_LIMIT, NULL, "the answer is too large");
  return FALSE;
}

/* What would be refused when it is made is not made. */
static gboolean
is_feasible (ChnFeedMaking *making, GError **error)
{
  const ChnFeedMedia *media = making->wanted->media;
  making->is_crowded = making->rows.n > media->most;
  if (!making->is_crowded)
    return fits (making, (gsize) making->rows.n * media->least, error);
  chn_error_set (error, CHN_ERROR_LIMIT, NULL, "the picture has too many events");
  return FALSE;
}

static gboolean
take (const char *bytes, gsize length, gpointer data, GError **error)
{
  ChnFeedMaking *making = data;
  if (!chn_feed_making_goes_on (making, error) || !fits (making, length, error))
    return FALSE;
  g_string_append_len (making->out, bytes, (gssize) length);
  return TRUE;
}

/* What did not take place is left out of what is for people, as it is everywhere. */
static void
leave_out (ChnFeedMaking *making, const ChnFormat *format, ChnWriteOptions *options)
{
  static const ChnStatus statuses[] = { CHN_STATUS_CANCELLED, CHN_STATUS_NOT_HELD };
  guint n[G_N_ELEMENTS (statuses)] = { 0 };
  for (guint i = 0; i < G_N_ELEMENTS (statuses) && !making->names_status; i++)
    if (chn_format_omits (format, statuses[i]))
      n[i] = chn_rows_omit (&making->rows, making->shown->timeline, statuses[i]);
  chn_write_options_set_left_out (options, n[0], n[1]);
}

/* What shows nothing on a day has no header to take a title from. */
static const char *
get_text (const ChnFeedMaking *making, ChnFeedField field)
{
  const char *text = chn_feed_channel_get_text (making->channel, field);
  gboolean is_nameless = chn_timeline_get_n_origins (making->shown->timeline) == 0;
  if (text || field != CHN_FEED_TITLE || !is_nameless)
    return text;
  return chn_feed_channel_get_text (making->channel, CHN_FEED_NAME);
}

static gboolean
set_options (const ChnFeedMaking *making, ChnWriteOptions *options, GError **error)
{
  static const struct {
    ChnFeedField field;
    const char *option;
  } rows[] = { { CHN_FEED_TITLE, "title" }, { CHN_FEED_COLOR, "calendar-color" }, { CHN_FEED_REFRESH, "refresh" } };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const char *text = get_text (making, rows[i].field);
    if (text && !chn_write_options_set (options, rows[i].option, text, error))
      return FALSE;
  }
  options->no_payload = !chn_feed_says_yes (&making->channel->declared->feed, CHN_FEED_PAYLOAD);
  options->stamps_tell = options->no_payload; /* else they are read back */
  options->deadline = making->deadline;
  options->no_picture = making->rows.n > CHN_FEED_PICTURED;
  chn_write_options_set_scope (options, making->scope, NULL);
  return TRUE;
}

gboolean
chn_feed_making_write (ChnFeedMaking *making, GError **error)
{
  const ChnFormat *format = chn_format_find (making->wanted->media->format, error);
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  if (!format || !is_feasible (making, error) || !set_options (making, options, error))
    return FALSE;
  g_autoptr (GPtrArray) subscriptions = making->is_page ? chn_subscriptions_list (making->wanted->catalogue) : NULL;
  options->subscriptions = subscriptions;
  leave_out (making, format, options);
  return chn_format_write (format, making->shown->timeline, &making->rows, options, NULL, take, making, error);
}
