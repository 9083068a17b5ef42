/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Feeds that a timeline file declares, or a file of their own:
 *
 *   feeds := {name: feed, ...}
 *   feed  := {title: text, query: text, access: public | token, visibility: term, color: text, refresh: duration,
 *             formats: format | [format ...], payload: yes | no, front: yes | no}
 */
#include "format/yaml/feeds.h"

#include <chancery/format.h>

#include "base/error.h"
#include "format/yaml/keys.h"

typedef struct {
  const ChnYamlFaults *faults;
  ChnFeed feed;
  GString *formats;
  const ChnYamlNode *front;
} Reading;

/* A colour and how often to look again are options of the writer of calendars, which knows what they may be. */
static gboolean
check_value (ChnFeedField field, const char *text, GError **error)
{
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  g_autoptr (GError) inner = NULL;
  if (field == CHN_FEED_REFRESH)
    return chn_write_options_set (options, "refresh", text, error);
  if (field != CHN_FEED_COLOR)
    return chn_feed_check_value (field, text, error);
  if (chn_write_options_set (options, "calendar-color", text, &inner))
    return TRUE;
  chn_error_reword (error, inner, "\"%s\" is no value of \"color\"", text);
  return FALSE;
}

static gboolean
check (const Reading *reading, ChnFeedField field, const ChnYamlNode *value)
{
  g_autoptr (GError) error = NULL;
  if (check_value (field, value->text, &error))
    return TRUE;
  chn_yaml_fault (reading->faults, value, CHN_YAML_FAULT_VALUE, chn_error_get_hint (error), "%s", error->message);
  return FALSE;
}

static void
read_formats (Reading *reading, const ChnYamlNode *value)
{
  const ChnYamlNode *item = value->kind == CHN_YAML_LIST ? value->first : value;
  for (; item; item = value->kind == CHN_YAML_LIST ? item->next : NULL) {
    if (item->kind == CHN_YAML_TEXT && check (reading, CHN_FEED_FORMATS, item))
      g_string_append_printf (reading->formats, "%s%s", reading->formats->len > 0 ? " " : "", item->text);
    else if (item->kind != CHN_YAML_TEXT && item->kind != CHN_YAML_FAULTY)
      chn_yaml_fault (reading->faults, item, CHN_YAML_FAULT_SHAPE, "write [ics, json]", "a format is text, found %s",
                      chn_yaml_describe (item));
  }
  reading->feed.text[CHN_FEED_FORMATS] = reading->formats->len > 0 ? reading->formats->str : NULL;
}

static void
visit (const ChnYamlKey *key, const ChnYamlNode *value, gpointer data)
{
  Reading *reading = data;
  if (key->id == CHN_FEED_FORMATS) {
    read_formats (reading, value);
    return;
  }
  if (!check (reading, (ChnFeedField) key->id, value))
    return;
  reading->feed.text[key->id] = value->text;
  if (key->id == CHN_FEED_FRONT)
    reading->front = value;
  if (key->id == CHN_FEED_QUERY) {
    reading->feed.line = value->line;
    reading->feed.column = value->column + value->inset;
  }
}

/* Everybody sees what is in front, and there is one place for it. */
static void
check_front (ChnYamlFeeds *feeds, Reading *reading)
{
  const char *name = reading->feed.text[CHN_FEED_NAME];
  if (!chn_feed_says_yes (&reading->feed, CHN_FEED_FRONT))
    return;
  if (!chn_feed_is_public (&reading->feed)) {
    chn_yaml_fault (feeds->faults, reading->front, CHN_YAML_FAULT_VALUE,
                    "write \"access: public\", or leave \"front\" out", "\"%s\" is shown in front, and is not public",
                    name);
    reading->feed.text[CHN_FEED_FRONT] = NULL;
  } else if (feeds->has_front) {
    chn_yaml_fault (feeds->faults, reading->front, CHN_YAML_FAULT_DUPLICATE_KEY, "leave it out in one of the two",
                    "\"%s\" is shown in front, and another feed is, too", name);
    reading->feed.text[CHN_FEED_FRONT] = NULL;
  } else {
    feeds->has_front = TRUE;
  }
}

void
chn_yaml_feed_read (ChnYamlFeeds *feeds, const ChnYamlNode *name, const ChnYamlNode *value)
{
  g_autoptr (GString) formats = g_string_new (NULL);
  Reading reading = { .faults = feeds->faults, .formats = formats };
  if (value->kind != CHN_YAML_MAPPING) {
    if (value->kind != CHN_YAML_FAULTY)
      chn_yaml_fault (feeds->faults, value, CHN_YAML_FAULT_SHAPE, "write NAME: {query: ..., access: public}",
                      "a feed is a mapping, found %s", chn_yaml_describe (value));
    return;
  }
  gboolean is_name = check (&reading, CHN_FEED_NAME, name);
  reading.feed.text[CHN_FEED_NAME] = name->text;
  reading.feed.line = name->line;
  reading.feed.column = name->column;
  chn_yaml_keys_walk (&chn_yaml_feed_keys, feeds->faults, value, visit, &reading);
  check_front (feeds, &reading);
  if (is_name)
    feeds->take (&reading.feed, feeds->data);
}
