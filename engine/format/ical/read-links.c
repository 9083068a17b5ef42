/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Links become sources of their own, cited without more (RFC 5545, 3.8.4.6 and 3.8.1.1). */
#include <string.h>

#include "base/append.h"
#include "format/ical/reader.h"
#include "format/ical/slug.h"
#include "format/ical/uri.h"

static gboolean
is_cited (const ChnEvent *event, const char *key)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n && i < 64; i++)
    if (strcmp (citations[i].source, key) == 0)
      return TRUE;
  return FALSE;
}

void
chn_ical_cite (ChnIcalReader *reader, const char *url, const char *title, guint line)
{
  const char *host = strchr (url, ':') + strlen ("://");
  gsize length = strlen (host);
  while (length > 0 && host[length - 1] == '/')
    length--;
  g_string_truncate (reader->key, 0);
  chn_ical_append_slug (reader->key, host, length, "link");
  const char *key = reader->key->str;
  ChnSource source = { .text = { [CHN_SOURCE_KEY] = key, [CHN_SOURCE_URL] = url, [CHN_SOURCE_TITLE] = title } };
  if (is_cited (reader->event, key))
    return;
  chn_timeline_builder_add_source (reader->builder, &source, line, 1);
  chn_event_add_citation (reader->event, &(ChnCitation){ .source = key });
}

/* The writer makes a first link URL, and percent-encodes what no URI may hold. */
static gboolean
is_usual (const ChnIcalReader *reader, const ChnIcalLine *line, const ChnSlice *url)
{
  return line->name == CHN_ICAL_URL && !reader->only[CHN_ICAL_ATTACH] && line->n_parameters == 0 &&
         chn_uri_span (url->text, url->length) == url->length;
}

static void
read_link (ChnIcalReader *reader, const ChnIcalLine *line)
{
  ChnSlice value = chn_slice_trim (line->value);
  chn_assign_bytes (reader->text, value.text, value.length);
  const char *url = reader->text->str;
  if (!chn_uri_is_web (url))
    return;
  if (is_usual (reader, line, &value))
    chn_ical_say (reader, CHN_ICAL_URL);
  if (value.length > strlen ("https://") && value.length <= 4096)
    chn_ical_cite (reader, url, NULL, line->line);
}

void
chn_ical_read_links (ChnIcalReader *reader)
{
  if (reader->only[CHN_ICAL_URL])
    read_link (reader, reader->only[CHN_ICAL_URL]);
  if (!reader->only[CHN_ICAL_ATTACH])
    return;
  for (guint i = 0; i < reader->lines.n; i++) {
    const ChnIcalLine *line = chn_ical_lines_get (&reader->lines, i);
    if (line->name == CHN_ICAL_ATTACH && line->value.length <= 4096)
      read_link (reader, line);
  }
}
