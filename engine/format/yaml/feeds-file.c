/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A file that declares feeds beside the timeline:
 *
 *   file := {feeds: {name: feed, ...}}
 */
#include "format/yaml/feeds-file.h"

#include "base/input.h"
#include "format/yaml/feeds.h"
#include "format/yaml/keys.h"

static void
take (const ChnFeed *feed, gpointer data)
{
  ChnFeedsFile *file = data;
  ChnFeed kept = *feed;
  for (guint i = 0; i < CHN_N_FEED_FIELDS; i++)
    if (feed->text[i])
      kept.text[i] = g_string_chunk_insert (file->texts, feed->text[i]);
  g_array_append_val (file->feeds, kept);
}

static void
read_feeds (ChnYaml *yaml, const ChnYamlKey *key, gpointer data)
{
  ChnYamlFeeds *feeds = data;
  gboolean entered = FALSE;
  const ChnYamlNode *other = chn_yaml_enter (yaml, CHN_YAML_MAPPING, &entered);
  if (other)
    chn_yaml_key_check (key, feeds->faults, other);
  const ChnYamlNode *name = entered ? chn_yaml_next_key (yaml) : NULL;
  for (; name; name = chn_yaml_next_key (yaml)) {
    const ChnYamlNode *value = chn_yaml_read_value (yaml);
    if (value)
      chn_yaml_feed_read (feeds, name, value);
  }
}

gboolean
chn_feeds_file_read (ChnFeedsFile *file, const char *path, ChnReport *report, const ChnLimits *limits, GError **error)
{
  const ChnLimits *bounds = limits ? limits : chn_limits_get_default ();
  gsize length = 0;
  *file = (ChnFeedsFile){ g_string_chunk_new (512), g_array_new (FALSE, FALSE, sizeof (ChnFeed)) };
  g_autoptr (GBytes) bytes = chn_input_read (path, bounds->value[CHN_LIMIT_FILE], error);
  const char *text = bytes ? g_bytes_get_data (bytes, &length) : NULL;
  if (!bytes)
    return FALSE;
  ChnYamlFaults faults = { report, path, NULL };
  ChnYamlFeeds feeds = { .faults = &faults, .take = take, .data = file };
  g_autoptr (ChnYaml) yaml = chn_yaml_new (text ? text : "", length, &faults, bounds);
  if (chn_yaml_begin (yaml)) {
    chn_yaml_keys_read_file (&chn_yaml_feeds_file_keys, &faults, yaml, read_feeds, &feeds);
    chn_yaml_end (yaml);
  }
  return TRUE;
}

void
chn_feeds_file_clear (ChnFeedsFile *file)
{
  g_clear_pointer (&file->texts, g_string_chunk_free);
  g_clear_pointer (&file->feeds, g_array_unref);
}
