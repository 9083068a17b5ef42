/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Renders a document as Markdown: CommonMark 0.30, with the footnotes of GitHub and pandoc. */
#include "format/markdown/escape.h"
#include "format/renderer.h"

/* What stands around a run of each kind. */
static const struct {
  const char *before, *after;
} marks[CHN_N_RUN_KINDS] = {
  [CHN_RUN_PLAIN] = { "", "" },  [CHN_RUN_DAY] = { "**", "**" },      [CHN_RUN_TITLE] = { "", "" },
  [CHN_RUN_COLON] = { "", "" },  [CHN_RUN_SEE_NOTE] = { "", "" },     [CHN_RUN_STATUS] = { "*", "*" },
  [CHN_RUN_SYMBOL] = { "", "" }, [CHN_RUN_FIGURES] = { "", "" },      [CHN_RUN_LABEL] = { "*", "*" },
  [CHN_RUN_LINK] = { "", "" },   [CHN_RUN_REFERENCE] = { "[^", "]" }, [CHN_RUN_MARK] = { "", "" },
};

static void
put_run (ChnWriter *out, const ChnRun *run, gboolean starts_line)
{
  chn_writer_puts (out, marks[run->kind].before);
  if (run->kind == CHN_RUN_LINK)
    chn_markdown_put_link (out, run->target);
  else if (run->target)
    chn_markdown_put_named_link (out, run->text, run->target);
  else if (starts_line && !marks[run->kind].before[0])
    chn_markdown_put (out, run->text);
  else
    chn_markdown_put_inside (out, run->text);
  chn_writer_puts (out, marks[run->kind].after);
}

static void
put_runs (const ChnRendering *rendering, ChnStretch runs)
{
  for (guint i = 0; i < runs.n; i++)
    put_run (rendering->out, &rendering->document->run[runs.first + i], i == 0);
}

/* Paragraphs with a blank line behind each; further ones of a list's item are indented. */
static void
put_entry (const ChnRendering *rendering, const ChnEntry *entry)
{
  const ChnDocument *document = rendering->document;
  gboolean is_item = document->layout != CHN_LAYOUT_PROSE;
  for (guint i = 0; i < entry->paragraphs.n; i++) {
    chn_writer_puts (rendering->out, !is_item ? "" : i == 0 ? "- " : "\n  ");
    put_runs (rendering, document->paragraph[entry->paragraphs.first + i].runs);
    chn_writer_puts (rendering->out, is_item ? "\n" : "\n\n");
  }
}

static void
put_group (const ChnRendering *rendering, const ChnGroup *group)
{
  if (group->title) {
    chn_writer_printf (rendering->out, "%s ", group->level == 1 ? "##" : "###");
    chn_markdown_put (rendering->out, group->title);
    chn_writer_puts (rendering->out, "\n\n");
  }
  for (guint i = 0; i < group->entries.n; i++)
    put_entry (rendering, &rendering->document->entry[group->entries.first + i]);
  if (group->entries.n > 0 && rendering->document->layout != CHN_LAYOUT_PROSE)
    chn_writer_putc (rendering->out, '\n');
}

static void
put_paragraphs (const ChnRendering *rendering, ChnStretch paragraphs)
{
  for (guint i = 0; i < paragraphs.n; i++) {
    put_runs (rendering, rendering->document->paragraph[paragraphs.first + i].runs);
    chn_writer_puts (rendering->out, "\n\n");
  }
}

static void
put_notes (const ChnRendering *rendering)
{
  const ChnDocument *document = rendering->document;
  if (document->notes.n == 0)
    return;
  chn_writer_printf (rendering->out, "## %s\n\n", document->notes_title);
  for (guint i = 0; i < document->notes.n; i++) {
    chn_writer_printf (rendering->out, "[^%u]: ", i + 1);
    put_runs (rendering, document->paragraph[document->notes.first + i].runs);
    chn_writer_puts (rendering->out, "\n\n");
  }
}

void
chn_render_markdown (const ChnRendering *rendering)
{
  chn_writer_puts (rendering->out, "# ");
  chn_markdown_put (rendering->out, rendering->document->title);
  chn_writer_puts (rendering->out, "\n\n");
  put_paragraphs (rendering, rendering->document->front);
  for (guint i = 0; i < rendering->document->n_groups; i++)
    put_group (rendering, &rendering->document->group[i]);
  put_notes (rendering);
  put_paragraphs (rendering, rendering->document->legend);
}
