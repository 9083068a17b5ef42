/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Renders a document as the JSON that TimelineJS 3 reads: a slide an event, and a title slide. */
#include "base/civil.h"
#include "base/json-write.h"
#include "format/markup.h"
#include "format/renderer.h"

/* The text of a slide is HTML. */
static void
put_markup (ChnWriter *out, const char *name, const ChnDocument *document, ChnStretch paragraphs)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (ChnWriter) writer = chn_writer_new_for_string (html);
  for (guint i = 0; i < paragraphs.n; i++) {
    chn_writer_puts (writer, "<p>");
    chn_markup_put_runs (writer, document, document->paragraph[paragraphs.first + i].runs);
    chn_writer_puts (writer, "</p>");
  }
  chn_writer_finish (writer, NULL);
  chn_writer_printf (out, "\"%s\":", name);
  chn_json_put_text (out, html->str);
}

static void
put_headline (ChnWriter *out, const char *title)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (ChnWriter) writer = chn_writer_new_for_string (html);
  chn_markup_put_text (writer, title);
  chn_writer_finish (writer, NULL);
  chn_writer_puts (out, "\"headline\":");
  chn_json_put_text (out, html->str);
}

/* As finely as the date is given: a month has no day. */
static void
put_date (ChnWriter *out, const char *name, gint64 seconds, ChnPrecision precision)
{
  ChnCivil at = chn_civil_from_seconds (seconds);
  chn_writer_printf (out, "\"%s\":{\"year\":%" G_GINT64_FORMAT, name, at.year);
  if (precision <= CHN_PRECISION_SEASON)
    chn_writer_printf (out, ",\"month\":%d", at.month);
  if (precision <= CHN_PRECISION_DAY)
    chn_writer_printf (out, ",\"day\":%d", at.day);
  if (precision < CHN_PRECISION_DAY)
    chn_writer_printf (out, ",\"hour\":%d,\"minute\":%d", at.hour, at.minute);
  chn_writer_puts (out, "},");
}

/* The end is told where the date is no single day, month or year, which says its end itself. */
static gboolean
has_end (const ChnDateBounds *bounds)
{
  guint spread = CHN_DATE_INTERVAL | CHN_DATE_ONE_OF | CHN_DATE_ALL_OF | CHN_DATE_MASKED;
  return bounds->latest != CHN_TIME_MAX && ((bounds->flags & spread) || bounds->precision > CHN_PRECISION_YEAR ||
                                            bounds->precision == CHN_PRECISION_SEASON);
}

static void
put_slide (const ChnRendering *rendering, const ChnEntry *entry)
{
  ChnWriter *out = rendering->out;
  const ChnDateBounds *bounds = &entry->bounds;
  chn_writer_puts (out, "{\"unique_id\":");
  chn_json_put_text (out, entry->id);
  chn_writer_putc (out, ',');
  put_date (out, "start_date", bounds->earliest, bounds->precision);
  if (has_end (bounds))
    put_date (out, "end_date", bounds->latest, bounds->precision);
  chn_writer_puts (out, "\"display_date\":");
  chn_json_put_text (out, entry->day);
  if (entry->forums.n > 0) {
    chn_writer_puts (out, ",\"group\":");
    chn_json_put_text (out, rendering->document->name[entry->forums.first]);
  }
  chn_writer_puts (out, ",\"text\":{");
  put_headline (out, entry->title);
  chn_writer_putc (out, ',');
  put_markup (out, "text", rendering->document, entry->paragraphs);
  chn_writer_puts (out, "}}");
}

void
chn_render_timelinejs (const ChnRendering *rendering)
{
  const ChnDocument *document = rendering->document;
  ChnWriter *out = rendering->out;
  gboolean is_first = TRUE;
  chn_writer_puts (out, "{\"title\":{\"text\":{");
  put_headline (out, document->title);
  chn_writer_putc (out, ',');
  put_markup (out, "text", document, document->front);
  chn_writer_puts (out, "}},\"events\":[");
  for (guint i = 0; i < document->n_entries; i++) {
    if (document->entry[i].bounds.earliest == CHN_TIME_MIN) /* a slide needs a beginning */
      continue;
    chn_writer_puts (out, is_first ? "\n" : ",\n");
    put_slide (rendering, &document->entry[i]);
    is_first = FALSE;
  }
  chn_writer_puts (out, "\n]}\n");
}
