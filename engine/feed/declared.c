/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The feeds of a site, wherever they are declared; each name is declared once, and one feed at most is in front. */
#include "feed/declared.h"

#include <string.h>

#include <chancery/feed-tokens.h>

#include "base/error.h"
#include "base/suggest.h"

typedef struct {
  ChnDeclaredFeeds *declared;
  ChnReport *report;
  const char *front; /* name of the feed that is in front, or NULL */
} Gathering;

const ChnDeclaredFeed *
chn_declared_feeds_find (const ChnDeclaredFeeds *declared, const char *name)
{
  for (guint i = 0; i < declared->feeds->len; i++) {
    const ChnDeclaredFeed *feed = &g_array_index (declared->feeds, ChnDeclaredFeed, i);
    if (strcmp (feed->feed.text[CHN_FEED_NAME], name) == 0)
      return feed;
  }
  return NULL;
}

static void G_GNUC_PRINTF (4, 5)
    report (Gathering *gathering, const ChnDeclaredFeed *feed, const char *hint, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ChnFinding finding = { .severity = CHN_SEVERITY_ERROR,
                         .code = "feed",
                         .file = feed->file,
                         .line = feed->feed.line,
                         .column = feed->feed.column,
                         .message = message,
                         .hint = hint };
  chn_report_add (gathering->report, &finding);
}

static gboolean
is_same (const ChnFeed *a, const ChnFeed *b)
{
  for (guint i = 0; i < CHN_N_FEED_FIELDS; i++)
    if (g_strcmp0 (a->text[i], b->text[i]) != 0)
      return FALSE;
  return TRUE;
}

static void
add (Gathering *gathering, const ChnFeed *feed, const char *file)
{
  const ChnDeclaredFeed declared = { *feed, file };
  const char *name = feed->text[CHN_FEED_NAME];
  const ChnDeclaredFeed *taken = chn_declared_feeds_find (gathering->declared, name);
  if (taken && is_same (&taken->feed, feed))
    return;
  if (taken) {
    report (gathering, &declared, "rename one of the two", "the feed \"%s\" is declared otherwise in %s", name,
            taken->file ? taken->file : "another file");
    return;
  }
  if (chn_feed_says_yes (feed, CHN_FEED_FRONT)) {
    if (gathering->front)
      report (gathering, &declared, "leave \"front\" out in one of the two",
              "\"%s\" is shown in front, and \"%s\" is, too", name, gathering->front);
    gathering->front = name;
  }
  g_array_append_val (gathering->declared->feeds, declared);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const ChnDeclaredFeed *one = a, *other = b;
  return strcmp (one->feed.text[CHN_FEED_NAME], other->feed.text[CHN_FEED_NAME]);
}

gboolean
chn_declared_feeds_gather (ChnDeclaredFeeds *declared, ChnTimeline *timeline, const char *path, ChnReport *report,
                           GError **error)
{
  Gathering gathering = { declared, report, NULL };
  *declared = (ChnDeclaredFeeds){ chn_timeline_ref (timeline),
                                  { NULL, NULL },
                                  g_array_new (FALSE, FALSE, sizeof (ChnDeclaredFeed)) };
  for (guint origin = 0; origin < chn_timeline_get_n_origins (timeline); origin++) {
    guint n = 0;
    const ChnFeed *feeds = chn_timeline_get_feeds (timeline, origin, &n);
    for (guint i = 0; i < n; i++)
      add (&gathering, &feeds[i], chn_timeline_get_header (timeline, origin, CHN_HEADER_FILE));
  }
  if (path && !chn_feeds_file_read (&declared->file, path, report, NULL, error))
    return FALSE;
  for (guint i = 0; path && i < declared->file.feeds->len; i++)
    add (&gathering, &g_array_index (declared->file.feeds, ChnFeed, i), path);
  g_array_sort (declared->feeds, compare);
  return TRUE;
}

void
chn_declared_feeds_clear (ChnDeclaredFeeds *declared)
{
  g_clear_pointer (&declared->feeds, g_array_unref);
  chn_feeds_file_clear (&declared->file);
  g_clear_pointer (&declared->timeline, chn_timeline_unref);
}

gboolean
chn_declared_feeds_conclude (const ChnReport *report, GError **error)
{
  guint n = chn_report_count (report, CHN_SEVERITY_ERROR);
  if (n > 0)
    chn_error_set (error, CHN_ERROR_SYNTAX, NULL,
                   n == 1 ? "%u error in what is declared of feeds" : "%u errors in what is declared of feeds", n);
  return n == 0;
}

static const char *
get_name (gconstpointer table, guint index)
{
  const ChnDeclaredFeeds *declared = table;
  return index < declared->feeds->len
             ? g_array_index (declared->feeds, ChnDeclaredFeed, index).feed.text[CHN_FEED_NAME]
             : NULL;
}

/* The first in their order, in which calendars come first. */
static const char *
find_extension (const ChnFeed *feed)
{
  guint n = 0;
  const char *const *formats = chn_feed_get_formats (&n);
  for (guint i = 0; i < n; i++)
    if (chn_feed_has_format (feed, formats[i]))
      return formats[i];
  return formats[0];
}

gboolean
chn_feed_check_declared (const ChnTimeline *timeline, const char *feeds_file, const char *name, gboolean *is_public,
                         const char **extension, ChnReport *report, GError **error)
{
  g_auto (ChnDeclaredFeeds) declared = { 0 };
  if (!chn_declared_feeds_gather (&declared, (ChnTimeline *) timeline, feeds_file, report, error) ||
      !chn_declared_feeds_conclude (report, error))
    return FALSE;
  const ChnDeclaredFeed *feed = chn_declared_feeds_find (&declared, name);
  if (feed) {
    *is_public = chn_feed_is_public (&feed->feed);
    *extension = find_extension (&feed->feed);
    return TRUE;
  }
  g_autofree char *hint = declared.feeds->len > 0
                              ? chn_name_table_dup_hint (&(ChnNameTable){ get_name, &declared, NULL }, name, -1)
                              : NULL;
  chn_error_set (error, CHN_ERROR_UNKNOWN, hint ? hint : "declare it under \"feeds:\"",
                 "no feed is declared as \"%s\"", name);
  return FALSE;
}
