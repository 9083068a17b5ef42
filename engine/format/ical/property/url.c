/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* URL and ATTACH (RFC 5545, 3.8.4.6 and 3.8.1.1): where an event's document and its sources are. */
#include <string.h>

#include <chancery/symbol.h>

#include "base/append.h"
#include "base/uri.h"
#include "format/ical/property/property.h"
#include "model/event-has.h"
#include "model/event-storage.h"
#include "model/slug-of-text.h"
#include "model/slug.h"

enum { LONGEST = 4096 };

/* Without the scheme and the last slash, which say little; but addresses that differ in these, or in the case of a
 * letter, have keys of their own, the same in whichever file they stand. */
static void
make_key (GString *key, const char *url)
{
  const char *host = strchr (url, ':') + strlen ("://");
  gsize length = strlen (host);
  const gboolean is_usual = g_str_has_prefix (url, "https://") && host[length - 1] != '/';
  while (length > 0 && host[length - 1] == '/')
    length--;
  g_string_truncate (key, 0);
  if (!is_usual)
    chn_slug_append_of_part (key, host, length, url, "link");
  else if (chn_slug_is (host, length))
    chn_append_bytes (key, host, length);
  else
    chn_slug_append_hashed (key, host, length, "link");
}

/* A web address becomes a source of its own, cited without more. */
static void
cite (ChnIcalReader *reader, const char *url, guint line)
{
  make_key (reader->key, url);
  const char *key = reader->key->str;
  ChnSource source = { .text = { [CHN_SOURCE_KEY] = key, [CHN_SOURCE_URL] = url } };
  if (chn_event_cites (reader->event, key))
    return;
  chn_timeline_builder_add_source (reader->builder, &source, line, 1);
  chn_event_add_citation (reader->event, &(ChnCitation){ .source = key });
  source.text[CHN_SOURCE_KEY] = chn_arena_strndup (reader->event->arena, key, -1);
  source.text[CHN_SOURCE_URL] = chn_arena_strndup (reader->event->arena, url, -1);
  g_array_append_val (reader->sources, source);
}

static void
read_link (ChnIcalReader *reader, const ChnIcalLine *line)
{
  ChnSlice value = chn_slice_trim (line->value);
  chn_assign_bytes (reader->text, value.text, value.length);
  if (value.length > strlen ("https://") && value.length <= LONGEST && chn_uri_is_web (reader->text->str))
    cite (reader, reader->text->str, line->line);
}

static void
read_links (ChnIcalReader *reader)
{
  const ChnIcalLine *url = chn_ical_lines_first (&reader->lines, CHN_ICAL_URL);
  guint index = 0;
  if (url)
    read_link (reader, url);
  if (!chn_ical_lines_first (&reader->lines, CHN_ICAL_ATTACH))
    return;
  for (const ChnIcalLine *line;
       (line = chn_ical_lines_next (&reader->lines, CHN_ICAL_BIT (CHN_ICAL_ATTACH), &index));)
    if (line->value.length <= LONGEST)
      read_link (reader, line);
}

/* Where the first document is of which that is known; or NULL. */
static char *
dup_document_link (const ChnEvent *event)
{
  guint n = 0;
  const char *const *symbols = chn_event_get_items (event, CHN_FIELD_SYMBOLS, &n);
  char *link = NULL;
  for (guint i = 0; i < n && !link; i++) {
    g_autoptr (ChnSymbol) symbol = chn_symbol_parse (symbols[i], -1, NULL);
    link = symbol ? chn_symbol_dup_link (symbol) : NULL;
  }
  return link;
}

/* The address of a citation's source; NULL where none is known. */
static const char *
get_address (const ChnIcalWriter *writer, guint citation)
{
  ChnSource source;
  return chn_context_get_source (&writer->context, citation, &source) ? source.text[CHN_SOURCE_URL] : NULL;
}

/* The first link of all is the URL: of a document, or else of a source. */
static void
write_links (ChnIcalWriter *writer)
{
  g_autofree char *document = dup_document_link (writer->event);
  guint n = 0;
  chn_event_get_citations (writer->event, &n);
  if (document)
    chn_line_put_uri_property (&writer->line, "URL", document);
  gboolean any = document != NULL;
  for (guint i = 0; i < n; i++) {
    const char *url = get_address (writer, i);
    if (!url || !chn_uri_is_web (url))
      continue;
    chn_line_put_uri_property (&writer->line, any ? "ATTACH" : "URL", url);
    any = TRUE;
  }
}

/* Each link is a cited source still, and no other web address is. */
static gboolean
stands (const ChnIcalWriter *writer)
{
  guint n = 0, n_extras = 0;
  const ChnExtra *extras = chn_event_get_extras (writer->event, &n_extras);
  chn_event_get_citations (writer->event, &n);
  for (guint i = 0; i < n; i++) {
    const char *url = get_address (writer, i);
    gboolean stated = !url;
    for (guint k = 0; k < n_extras && !stated; k++)
      stated = strstr (extras[k].value, url) != NULL;
    if (!stated)
      return FALSE;
  }
  return TRUE;
}

/* Only URL: clients attach what they like. */
static void
edit_link (ChnIcalEdit *edit)
{
  const ChnIcalLine *line = chn_ical_edit_get_shown (edit, CHN_ICAL_URL);
  const ChnIcalLine *written = chn_ical_edit_get_written (edit, CHN_ICAL_URL);
  if (!line || (written && chn_slice_equal (&line->value, &written->value)))
    return;
  g_autofree char *url = g_strstrip (g_strndup (line->value.text, line->value.length));
  if (!chn_uri_is_web (url))
    return;
  cite (edit->reader, url, line->line);
  chn_ical_edit_note (edit, line, CHN_FIELD_SOURCES, url);
}

/* What a link cites is a source only when it is the event's: an edit is seen in the lines, not in fields read of
 * them.
 */
const ChnIcalProperty chn_ical_url = {
  .names = CHN_ICAL_BIT (CHN_ICAL_URL) | CHN_ICAL_BIT (CHN_ICAL_ATTACH),
  .read = read_links,
  .write = write_links,
  .stands = stands,
  .edit = edit_link,
};
