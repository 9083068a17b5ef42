/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A page as linked data (JSON-LD 1.1, schema.org): what it is, and each event's name and day. */
#include "format/html/linked-data.h"

#include <string.h>

#include "base/civil.h"
#include "base/json-write.h"
#include "format/html/dates.h"

/* No "<" may stand in an element <script>: "</script" would end it. */
static void
put_text (ChnWriter *out, const char *text)
{
  if (!strchr (text, '<')) {
    chn_json_put_text (out, text);
    return;
  }
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (ChnWriter) writer = chn_writer_new_for_string (json);
  chn_json_put_text (writer, text);
  if (!chn_writer_finish (writer, NULL))
    return;
  g_string_replace (json, "<", "\\u003c", 0);
  chn_writer_puts (out, json->str);
}

static void
put_date (ChnWriter *out, const char *name, const char *date, gsize length)
{
  chn_writer_printf (out, ",\"%s\":\"%.*s\"", name, (int) length, date);
}

/* A date that is vaguer than a machine's is not told, rather than told more exactly than anybody knows. */
static void
put_dates (ChnWriter *out, const char *edtf)
{
  gsize length = strlen (edtf);
  const char *slash = strchr (edtf, '/');
  gsize first = slash ? (gsize) (slash - edtf) : length;
  if (!chn_html_is_date (edtf, first) || (slash && !chn_html_is_date (slash + 1, length - first - 1)))
    return;
  put_date (out, "startDate", edtf, first);
  if (slash)
    put_date (out, "endDate", slash + 1, length - first - 1);
}

/* What did not take place must not be taken for what did. */
static void
put_status (ChnWriter *out, const ChnDocument *document, const ChnEntry *entry)
{
  static const struct {
    const char *status, *word;
  } words[] = { { "planned", "EventScheduled" },
                { "cancelled", "EventCancelled" },
                { "not-held", "EventCancelled" } };
  if (entry->codes[CHN_FACET_STATUS].n == 0)
    return;
  guint code = document->code[entry->codes[CHN_FACET_STATUS].first];
  const char *status = document->choice[document->choices[CHN_FACET_STATUS].first + code].key;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].status, status) == 0)
      chn_writer_printf (out, ",\"eventStatus\":\"https://schema.org/%s\"", words[i].word);
}

static void
put_event (ChnWriter *out, const ChnDocument *document, const ChnEntry *entry)
{
  chn_writer_printf (out, "{\"@type\":\"Event\",\"@id\":\"#%s\",\"name\":", entry->id);
  put_text (out, entry->title);
  put_dates (out, entry->date);
  put_status (out, document, entry);
  chn_writer_putc (out, '}');
}

static void
put_description (const ChnRendering *rendering)
{
  const ChnDocument *document = rendering->document;
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < document->front.n; i++) {
    ChnStretch runs = document->paragraph[document->front.first + i].runs;
    g_string_append (text, i > 0 ? " " : "");
    for (guint k = 0; k < runs.n; k++)
      g_string_append (text, document->run[runs.first + k].text);
  }
  put_text (rendering->out, text->str);
}

void
chn_html_put_linked_data (const ChnRendering *rendering)
{
  ChnWriter *out = rendering->out;
  const ChnDocument *document = rendering->document;
  chn_writer_puts (out,
                   "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"WebPage\","
                   "\"name\":");
  put_text (out, document->title);
  chn_writer_puts (out, ",\"description\":");
  put_description (rendering);
  chn_writer_printf (out, ",\"inLanguage\":\"%s\"", document->language);
  if (document->revised > 0) {
    ChnCivil day = chn_civil_from_seconds (document->revised);
    chn_writer_printf (out, ",\"dateModified\":\"%04d-%02d-%02d\"", (int) day.year, day.month, day.day);
  }
  chn_writer_printf (out, ",\"mainEntity\":{\"@type\":\"ItemList\",\"numberOfItems\":%u,\"itemListElement\":[",
                     document->n_events);
  gboolean is_first = TRUE;
  for (guint i = 0; i < document->n_entries; i++) {
    if (document->entry[i].same_as != i)
      continue;
    chn_writer_puts (out, is_first ? "\n" : ",\n");
    put_event (out, document, &document->entry[i]);
    is_first = FALSE;
  }
  chn_writer_puts (out, "]}}</script>\n");
}
