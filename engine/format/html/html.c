/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Renders a document as HTML: a page of its own, in one file that fetches nothing, or a fragment of somebody's page.
 * Everything can be read without the script, which only hides what is not asked for.
 */
#include "format/html/entries.h"
#include "format/html/filter.h"
#include "format/html/linked-data.h"
#include "format/html/page.h"
#include "format/html/policy.h"
#include "format/html/runs.h"
#include "format/html/subscriptions.h"
#include "format/markup.h"
#include "format/svg/svg.h"

#include <string.h>

/* The direction of a language's script; its first subtag says which. */
static const char *
get_direction (const char *language)
{
  static const char *const leftward[] = { "ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi" };
  gsize length = strcspn (language, "-");
  for (guint i = 0; i < G_N_ELEMENTS (leftward); i++)
    if (strlen (leftward[i]) == length && g_ascii_strncasecmp (language, leftward[i], length) == 0)
      return "rtl";
  return "ltr";
}

static void
put_head (const ChnRendering *rendering)
{
  ChnWriter *out = rendering->out;
  const ChnDocument *document = rendering->document;
  chn_writer_printf (out, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                     document->language, get_direction (document->language));
  chn_html_put_policy (out, TRUE);
  chn_html_put_title (out, document->title);
  chn_html_put_linked_data (rendering);
  chn_writer_puts (out, "</head>\n");
}

static void
put_header (const ChnRendering *rendering)
{
  const char *element = rendering->is_fragment ? "h2" : "h1";
  chn_writer_printf (rendering->out, "<header>\n<%s><bdi>", element);
  chn_markup_put_text (rendering->out, rendering->document->title);
  chn_writer_printf (rendering->out, "</bdi></%s>\n", element);
  chn_html_put_paragraphs (rendering, rendering->document->front);
  chn_writer_puts (rendering->out, "</header>\n");
}

static void
put_notes (const ChnRendering *rendering)
{
  const ChnDocument *document = rendering->document;
  if (document->notes.n > 0) {
    chn_writer_printf (rendering->out, "<section class=\"notes\" id=\"chn:notes\">\n<%s>%s</%s>\n<ol>\n",
                       rendering->is_fragment ? "h3" : "h2", document->notes_title,
                       rendering->is_fragment ? "h3" : "h2");
    for (guint i = 0; i < document->notes.n; i++) {
      chn_writer_printf (rendering->out, "<li id=\"n:%u\" value=\"%u\">", i + 1, i + 1);
      chn_html_put_runs (rendering, document->paragraph[document->notes.first + i].runs, NULL);
      chn_writer_puts (rendering->out, "</li>\n");
    }
    chn_writer_puts (rendering->out, "</ol>\n</section>\n");
  }
  if (document->legend.n > 0) {
    chn_writer_puts (rendering->out, "<div class=\"legend\">\n");
    chn_html_put_paragraphs (rendering, document->legend);
    chn_writer_puts (rendering->out, "</div>\n");
  }
}

/* A picture of the whole, which says what it shows. */
static void
put_picture (const ChnRendering *rendering)
{
  if (!rendering->picture)
    return;
  chn_writer_puts (rendering->out, "<figure id=\"chn:picture\" tabindex=\"0\" aria-label=\"Picture\">\n");
  chn_svg_put_element (rendering->out, rendering->picture);
  chn_writer_puts (rendering->out, "</figure>\n");
}

/* What the script shows when it is asked to: which keys there are, and that a link was copied. */
static void
put_keys (ChnWriter *out)
{
  static const struct {
    const char *key, *note;
  } keys[] = {
    { "/", "search for words" },
    { "j", "next event" },
    { "k", "previous event" },
    { "o", "what sources say" },
    { "c", "copy link to the event" },
    { "p", "show the event in the picture" },
    { "x", "clear the filter" },
    { "g", "to the top" },
    { "?", "these keys" },
    { "Esc", "leave the field or this list" },
  };
  chn_writer_puts (
      out,
      "<dialog id=\"chn:keys\" aria-labelledby=\"chn:keys-title\">\n<h2 id=\"chn:keys-title\">Keys</h2>\n<dl>\n");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    chn_writer_printf (out, "<div><dt><kbd>%s</kbd></dt><dd>%s</dd></div>\n", keys[i].key, keys[i].note);
  chn_writer_puts (
      out, "</dl>\n<p><label><input type=\"checkbox\" id=\"chn:keys-on\" checked> Keys without Ctrl or Alt</label> "
           "<button type=\"button\">Close</button></p>\n</dialog>\n<p id=\"chn:said\" role=\"status\"></p>\n");
}

/* What becomes of a filter: its keys, its columns and the script that looks at them. */
static void
put_behaviour (const ChnRendering *rendering)
{
  chn_writer_puts (rendering->out, "<a class=\"f\" href=\"#chn:filter\" hidden>Filter</a>\n");
  put_keys (rendering->out);
  chn_html_put_columns (rendering);
  chn_writer_puts (rendering->out, "<script>");
  chn_writer_puts (rendering->out, chn_html_script);
  chn_writer_puts (rendering->out, "</script>\n");
}

/* Entries of a document that was made without facets cannot be chosen. */
static gboolean
can_be_filtered (const ChnDocument *document)
{
  return document->n_entries == 0 || document->choices[CHN_FACET_STATUS].n > 0;
}

static void
put_page (const ChnRendering *rendering)
{
  ChnWriter *out = rendering->out;
  gboolean is_filtered = can_be_filtered (rendering->document);
  put_head (rendering);
  chn_writer_puts (out, "<body>\n<a class=\"skip\" href=\"#chn:chronology\">To the chronology</a>\n");
  put_header (rendering);
  chn_html_put_subscriptions (out, rendering->subscriptions);
  if (is_filtered)
    chn_html_put_form (rendering);
  chn_html_put_contents (rendering);
  chn_writer_puts (out, "<main id=\"chn:chronology\">\n<p id=\"chn:shown\" hidden></p>\n");
  put_picture (rendering);
  chn_html_put_groups (rendering);
  put_notes (rendering);
  chn_writer_puts (out, "</main>\n");
  if (is_filtered)
    put_behaviour (rendering);
  chn_writer_puts (out, "</body>\n</html>\n");
}

static void
put_fragment (const ChnRendering *rendering)
{
  const char *language = rendering->document->language;
  chn_writer_printf (rendering->out, "<div class=\"chancery\" lang=\"%s\" dir=\"%s\">\n", language,
                     get_direction (language));
  put_header (rendering);
  put_picture (rendering);
  chn_html_put_groups (rendering);
  put_notes (rendering);
  chn_writer_puts (rendering->out, "</div>\n");
}

void
chn_render_html (const ChnRendering *rendering)
{
  if (rendering->is_fragment)
    put_fragment (rendering);
  else
    put_page (rendering);
}
