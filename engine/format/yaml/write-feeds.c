/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Feeds as the canonical writer spells them. */
#include <chancery/declared-feed.h>

#include "format/yaml/keys.h"
#include "format/yaml/scalar.h"
#include "format/yaml/write.h"

static void
append_formats (GString *out, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = g_strv_length (words);
  if (n > 1)
    chn_yaml_append_items (out, (const char *const *) words, n);
  else
    chn_scalar_append (out, text, CHN_SCALAR_VALUE);
}

void
chn_yaml_append_feed (GString *out, const ChnFeed *feed)
{
  g_string_append (out, "  ");
  chn_scalar_append_key (out, feed->text[CHN_FEED_NAME], 2);
  gsize start = out->len;
  for (guint field = CHN_FEED_NAME + 1; field < CHN_N_FEED_FIELDS; field++) {
    gboolean is_prose = field == CHN_FEED_TITLE || field == CHN_FEED_QUERY;
    if (!feed->text[field])
      continue;
    g_string_append_printf (out, "\n    %s: ", chn_yaml_keys_get_name (&chn_yaml_feed_keys, (int) field));
    if (field == CHN_FEED_FORMATS)
      append_formats (out, feed->text[field]);
    else
      chn_scalar_append (out, feed->text[field], is_prose ? CHN_SCALAR_TEXT : CHN_SCALAR_VALUE);
  }
  g_string_append (out, out->len == start ? " {}\n" : "\n");
}
