/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Entries in HTML, in chunks below the headings of their groups. */
#include "format/html/entries.h"

#include "format/html/runs.h"
#include "format/markup.h"

/* Entries that fill the window of most. */
enum { FIRST_WINDOW = 20 };

/* How each layout is put together. */
static const struct {
  const char *chunk, *chunk_end; /* around entries */
  const char *entry, *entry_end; /* the name of an entry's element */
} layouts[] = {
  [CHN_LAYOUT_PROSE] = { "", "", "article", "article" },
  [CHN_LAYOUT_LINES] = { "<ul>\n", "</ul>\n", "li", "li" },
  [CHN_LAYOUT_TABLE] = { "<table>\n<colgroup><col><col><col></colgroup>\n<thead><tr><th scope=\"col\">Date</th><th "
                         "scope=\"col\">Forum</th>"
                         "<th scope=\"col\">Event</th></tr></thead>\n<tbody>\n",
                         "</tbody>\n</table>\n", "tr", "td></tr" },
};

/* What a paragraph of an entry is called in the stylesheet. */
static const char *const classes[CHN_N_PARAGRAPH_KINDS] = {
  [CHN_PARAGRAPH_DAY] = "",
  [CHN_PARAGRAPH_SINCE] = "",
  [CHN_PARAGRAPH_FORUM] = "",
  [CHN_PARAGRAPH_ID] = "",
  [CHN_PARAGRAPH_SENTENCE] = "",
  [CHN_PARAGRAPH_SUMMARY] = " class=\"y\"",
  [CHN_PARAGRAPH_DISPUTE] = " class=\"x\"",
  [CHN_PARAGRAPH_SOURCES] = " class=\"o\"",
};

static void
put_paragraph (const ChnRendering *rendering, const ChnEntry *entry, const ChnParagraph *paragraph)
{
  chn_writer_puts (rendering->out, "<p");
  chn_writer_puts (rendering->out, classes[paragraph->kind]);
  chn_writer_putc (rendering->out, '>');
  chn_html_put_runs (rendering, paragraph->runs, entry);
  chn_writer_puts (rendering->out, "</p>");
}

/* A cell for the day, one for the forum, each empty where there is neither; the rest stands in a third. */
static void
put_cells (const ChnRendering *rendering, const ChnEntry *entry)
{
  static const ChnParagraphKind ends[] = { CHN_PARAGRAPH_FORUM, CHN_PARAGRAPH_SENTENCE };
  const ChnParagraph *paragraphs = &rendering->document->paragraph[entry->paragraphs.first];
  guint at = 0;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    chn_writer_puts (rendering->out, "<td>");
    for (; at < entry->paragraphs.n && paragraphs[at].kind < ends[i]; at++)
      put_paragraph (rendering, entry, &paragraphs[at]);
    chn_writer_puts (rendering->out, "</td>");
  }
  chn_writer_puts (rendering->out, "<td>");
  for (; at < entry->paragraphs.n; at++)
    put_paragraph (rendering, entry, &paragraphs[at]);
}

static void
put_voices (const ChnRendering *rendering, const ChnEntry *entry)
{
  if (entry->voices.n == 0)
    return;
  chn_writer_puts (rendering->out, "<details><summary>");
  chn_markup_put_text (rendering->out, rendering->document->voices_title);
  chn_writer_puts (rendering->out, "</summary><ul>");
  for (guint i = 0; i < entry->voices.n; i++) {
    chn_writer_puts (rendering->out, "<li>");
    chn_html_put_runs (rendering, rendering->document->paragraph[entry->voices.first + i].runs, NULL);
    chn_writer_puts (rendering->out, "</li>");
  }
  chn_writer_puts (rendering->out, "</ul></details>");
}

/* An id names one element, so an event that stands in several groups has its anchor where it stands first. */
static void
put_entry (const ChnRendering *rendering, guint index)
{
  const ChnDocument *document = rendering->document;
  const ChnEntry *entry = &document->entry[index];
  chn_writer_printf (rendering->out, "<%s class=\"e\"", layouts[document->layout].entry);
  if (entry->same_as == index)
    chn_writer_printf (rendering->out, " id=\"%s\"", entry->id);
  chn_writer_puts (rendering->out, ">");
  if (document->layout == CHN_LAYOUT_TABLE)
    put_cells (rendering, entry);
  for (guint i = 0; document->layout != CHN_LAYOUT_TABLE && i < entry->paragraphs.n; i++)
    put_paragraph (rendering, entry, &document->paragraph[entry->paragraphs.first + i]);
  put_voices (rendering, entry);
  chn_writer_printf (rendering->out, "</%s>\n", layouts[document->layout].entry_end);
}

/*
 * The class says about how tall a chunk is, for as long as nobody has seen it. What may stand in a window at first
 * has none: it is laid out at once, so that nothing moves when it is.
 */
static void
put_chunk (const ChnRendering *rendering, guint first, guint n)
{
  static const guint sizes[] = { 5, 10, 20, 35, CHN_HTML_CHUNK };
  guint size = 0;
  while (sizes[size] < n)
    size++;
  if (first < FIRST_WINDOW)
    chn_writer_puts (rendering->out, "<div class=\"c\">\n");
  else
    chn_writer_printf (rendering->out, "<div class=\"c c%u\">\n", sizes[size]);
  chn_writer_puts (rendering->out, layouts[rendering->document->layout].chunk);
  for (guint i = 0; i < n; i++)
    put_entry (rendering, first + i);
  chn_writer_printf (rendering->out, "%s</div>\n", layouts[rendering->document->layout].chunk_end);
}

/* A page has its title at level 1, a fragment leaves that to the page around it. */
static void
put_heading (const ChnRendering *rendering, const ChnGroup *group)
{
  guint level = group->level + 1 + (rendering->is_fragment ? 1 : 0);
  chn_writer_printf (rendering->out, "<h%u>", level);
  chn_markup_put_text (rendering->out, group->title);
  chn_writer_printf (rendering->out, "</h%u>\n", level);
}

void
chn_html_put_groups (const ChnRendering *rendering)
{
  for (guint i = 0; i < rendering->document->n_groups; i++) {
    const ChnGroup *group = &rendering->document->group[i];
    chn_writer_printf (rendering->out, "<section class=\"g\" id=\"g:%u\">\n", i + 1);
    if (group->title)
      put_heading (rendering, group);
    for (guint at = 0; at < group->entries.n; at += CHN_HTML_CHUNK)
      put_chunk (rendering, group->entries.first + at, MIN (group->entries.n - at, CHN_HTML_CHUNK));
    chn_writer_puts (rendering->out, "</section>\n");
  }
}

/* Whether there are headings enough to choose from. */
static gboolean
has_contents (const ChnDocument *document)
{
  guint n = 0;
  for (guint i = 0; i < document->n_groups && n < 2; i++)
    n += document->group[i].title ? 1 : 0;
  return n == 2;
}

void
chn_html_put_contents (const ChnRendering *rendering)
{
  const ChnDocument *document = rendering->document;
  if (!has_contents (document))
    return;
  chn_writer_puts (rendering->out, "<nav aria-label=\"Contents\"><ul>\n");
  for (guint i = 0; i < document->n_groups; i++) {
    if (!document->group[i].title)
      continue;
    gboolean has_parts = document->group[i].entries.n == 0;
    chn_writer_printf (rendering->out, "<li%s><a href=\"#g:%u\">", has_parts ? " class=\"t\"" : "", i + 1);
    chn_markup_put_text (rendering->out, document->group[i].title);
    chn_writer_puts (rendering->out, "</a></li>\n");
  }
  chn_writer_puts (rendering->out, "</ul></nav>\n");
}
