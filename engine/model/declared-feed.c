/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is declared of a feed: its fields, the words that they take, and what goes without saying. */
#include <chancery/declared-feed.h>

#include <string.h>

#include "base/error.h"
#include "base/suggest.h"
#include "model/slug.h"

static const char *const accesses[] = { "public", "token", NULL };
static const char *const visibilities[] = { "public", "restricted", "private", NULL };
static const char *const answers[] = { "yes", "no", "true", "false", NULL };
static const char *const formats[] = { "ics", "json", "csv", "md", "html", "xml", "svg", NULL };

static const struct {
  const char *name;
  const char *const *words; /* that it takes; NULL: any text */
  gboolean is_list;         /* several of them, with blanks between */
} fields[CHN_N_FEED_FIELDS] = {
  [CHN_FEED_NAME] = { "name", NULL, FALSE },
  [CHN_FEED_TITLE] = { "title", NULL, FALSE },
  [CHN_FEED_QUERY] = { "query", NULL, FALSE },
  [CHN_FEED_ACCESS] = { "access", accesses, FALSE },
  [CHN_FEED_VISIBILITY] = { "visibility", visibilities, FALSE },
  [CHN_FEED_COLOR] = { "color", NULL, FALSE },
  [CHN_FEED_REFRESH] = { "refresh", NULL, FALSE },
  [CHN_FEED_FORMATS] = { "formats", formats, TRUE },
  [CHN_FEED_PAYLOAD] = { "payload", answers, FALSE },
  [CHN_FEED_FRONT] = { "front", answers, FALSE },
};

const char *
chn_feed_field_get_name (ChnFeedField field)
{
  g_return_val_if_fail (field < CHN_N_FEED_FIELDS, NULL);
  return fields[field].name;
}

const char *const *
chn_feed_get_formats (guint *n)
{
  *n = G_N_ELEMENTS (formats) - 1;
  return formats;
}

static const char *
get_word (gconstpointer table, guint index)
{
  const char *const *words = table;
  return words[index];
}

static gboolean
check_word (ChnFeedField field, const char *word, GError **error)
{
  const ChnNameTable candidates = { get_word, fields[field].words, NULL };
  if (g_strv_contains (fields[field].words, word))
    return TRUE;
  chn_error_set (error, CHN_ERROR_UNKNOWN, NULL, "\"%s\" is no value of \"%s\"", word, fields[field].name);
  chn_error_suggest (error, &candidates, word, -1);
  return FALSE;
}

static gboolean
check_words (ChnFeedField field, const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i]; i++)
    if (!check_word (field, words[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
check_name (const char *name, GError **error)
{
  gsize offset;
  if (chn_slug_check (name, &offset))
    return TRUE;
  g_autofree char *near = chn_slug_dup_near (name);
  g_autofree char *hint = near ? g_strdup_printf ("write %s", near) : NULL;
  chn_error_set (error, CHN_ERROR_SYNTAX, hint,
                 "\"%s\" is no name of a feed: it stands in an address, and takes lower-case letters and digits, "
                 "joined by hyphens or dots",
                 name);
  return FALSE;
}

gboolean
chn_feed_check_value (ChnFeedField field, const char *text, GError **error)
{
  g_return_val_if_fail (field < CHN_N_FEED_FIELDS && text, FALSE);
  if (field == CHN_FEED_NAME)
    return check_name (text, error);
  return !fields[field].words ||
         (fields[field].is_list ? check_words (field, text, error) : check_word (field, text, error));
}

gboolean
chn_feed_is_public (const ChnFeed *feed)
{
  return g_strcmp0 (feed->text[CHN_FEED_ACCESS], "public") == 0;
}

ChnVisibility
chn_feed_get_visibility (const ChnFeed *feed)
{
  const char *text = feed->text[CHN_FEED_VISIBILITY];
  int term = text ? chn_vocabulary_find (CHN_VOCABULARY_VISIBILITY, text, -1, NULL) : -1;
  return term < 0 ? CHN_VISIBILITY_PUBLIC : (ChnVisibility) term;
}

gboolean
chn_feed_has_format (const ChnFeed *feed, const char *extension)
{
  const char *text = feed->text[CHN_FEED_FORMATS];
  g_auto (GStrv) words = g_strsplit (text ? text : "", " ", -1);
  return g_strv_contains (text ? (const char *const *) words : formats, extension);
}

gboolean
chn_feed_says_yes (const ChnFeed *feed, ChnFeedField field)
{
  const char *text = feed->text[field];
  return g_strcmp0 (text, "yes") == 0 || g_strcmp0 (text, "true") == 0;
}
