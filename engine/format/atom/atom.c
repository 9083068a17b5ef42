/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Renders a document as a web feed (Atom, RFC 4287): an entry an event, in the order of the document. */
#include "base/civil.h"
#include "format/markup.h"
#include "format/renderer.h"

/* The document's id, and the same behind an event's id, is what calendars call it too: its UID. */
static char *
dup_uid (const ChnDocument *document, const ChnEntry *entry)
{
  const char *timeline = document->id ? document->id : "chronology";
  return g_strdup_printf ("%s%s%s.chancery", entry ? entry->id : "", entry ? "@" : "", timeline);
}

/* The same id for the same UID, ever: a UUID made of a name in the name space of DNS (RFC 9562, 5.5 and 6.6). */
static void
put_id (ChnWriter *out, const ChnDocument *document, const ChnEntry *entry)
{
  static const guint8 space[] = { 0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1,
                                  0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8 };
  guint8 digest[20];
  gsize length = sizeof digest;
  g_autofree char *uid = dup_uid (document, entry);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  g_checksum_update (checksum, space, sizeof space);
  g_checksum_update (checksum, (const guchar *) uid, -1);
  g_checksum_get_digest (checksum, digest, &length);
  digest[6] = (guint8) ((digest[6] & 0x0F) | 0x50);
  digest[8] = (guint8) ((digest[8] & 0x3F) | 0x80);
  chn_writer_puts (out, "<id>urn:uuid:");
  for (guint i = 0; i < sizeof space; i++)
    chn_writer_printf (out, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", digest[i]);
  chn_writer_puts (out, "</id>\n");
}

/* Never "now": what nobody revised is as old as it can be. */
static void
put_updated (ChnWriter *out, gint64 revised)
{
  ChnCivil at = chn_civil_from_seconds (revised);
  chn_writer_printf (out, "<updated>%04d-%02d-%02dT%02d:%02d:%02dZ</updated>\n", (int) at.year, at.month, at.day,
                     at.hour, at.minute, at.second);
}

static void
put_text (ChnWriter *out, const char *element, const char *text)
{
  chn_writer_printf (out, "<%s>", element);
  chn_markup_put_text (out, text);
  chn_writer_printf (out, "</%s>\n", element);
}

static void
put_category (ChnWriter *out, const char *term)
{
  chn_writer_puts (out, "<category term=\"");
  chn_markup_put_attribute (out, term);
  chn_writer_puts (out, "\"/>\n");
}

static void
put_categories (const ChnRendering *rendering, const ChnEntry *entry)
{
  put_category (rendering->out, entry->kind);
  for (guint i = 0; i < entry->forums.n; i++)
    put_category (rendering->out, rendering->document->name[entry->forums.first + i]);
}

static void
put_content (const ChnRendering *rendering, const ChnEntry *entry)
{
  const ChnDocument *document = rendering->document;
  ChnWriter *out = rendering->out;
  chn_writer_puts (out, "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">\n");
  for (guint i = 0; i < entry->paragraphs.n; i++) {
    chn_writer_puts (out, "<p>");
    chn_markup_put_runs (out, document, document->paragraph[entry->paragraphs.first + i].runs);
    chn_writer_puts (out, "</p>\n");
  }
  chn_writer_puts (out, "</div></content>\n");
}

static void
put_entry (const ChnRendering *rendering, const ChnEntry *entry)
{
  ChnWriter *out = rendering->out;
  g_autofree char *title = g_strdup_printf ("%s: %s", entry->day, entry->title);
  chn_writer_puts (out, "<entry>\n");
  put_text (out, "title", title);
  put_id (out, rendering->document, entry);
  put_updated (out, entry->revised);
  if (entry->address && chn_address_is_link (entry->address)) {
    chn_writer_puts (out, "<link rel=\"alternate\" href=\"");
    chn_markup_put_address (out, entry->address);
    chn_writer_puts (out, "\"/>\n");
  }
  put_categories (rendering, entry);
  put_content (rendering, entry);
  chn_writer_puts (out, "</entry>\n");
}

void
chn_render_atom (const ChnRendering *rendering)
{
  const ChnDocument *document = rendering->document;
  ChnWriter *out = rendering->out;
  chn_writer_printf (out,
                     "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                     "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"%s\">\n",
                     document->language);
  put_text (out, "title", document->title);
  chn_writer_puts (out, "<subtitle>");
  for (guint i = 0; i < document->front.n; i++) {
    chn_writer_puts (out, i > 0 ? " " : "");
    chn_markup_put_plain (out, document, document->paragraph[document->front.first + i].runs);
  }
  chn_writer_puts (out, "</subtitle>\n");
  put_id (out, document, NULL);
  put_updated (out, document->revised);
  chn_writer_puts (out, "<author>");
  put_text (out, "name", document->title);
  chn_writer_puts (out, "</author>\n<generator>chancery</generator>\n");
  for (guint i = 0; i < document->n_entries; i++)
    put_entry (rendering, &document->entry[i]);
  chn_writer_puts (out, "</feed>\n");
}
