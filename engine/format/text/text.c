/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The plain-text chronology: a line an event in aligned columns, years as headings. */
#include <string.h>

#include "base/guard.h"
#include "format/dispute.h"
#include "format/format.h"
#include "format/options.h"
#include "format/prose.h"
#include "format/sections.h"
#include "format/text/wrap.h"

enum {
  PLAIN_WIDTH = 100, /* when not on a terminal */
  LEAST_TITLE = 24,
  MOST_DATE = 20,
  MOST_FORUM = 26,
  GAP = 2,
  N_CELLS = 3,
};

typedef struct {
  const ChnWriteJob *job;
  guint row;
  ChnEvent *event; /* of that row */
  gboolean headings;
  gint64 year;       /* of the last heading */
  gboolean any;      /* something was written */
  gboolean any_year; /* a year of this section */
  guint width[N_CELLS];
} TextPage;

/* Years make sense as headings only when the rows run forward or backward in time. */
static gboolean
is_in_time_order (const ChnRows *rows, guint start, guint end)
{
  gboolean up = TRUE, down = TRUE;
  for (guint i = start + 1; i < end; i++) {
    up = up && rows->row[i] > rows->row[i - 1];
    down = down && rows->row[i] < rows->row[i - 1];
  }
  return up || down;
}

static char *
dup_date_cell (const TextPage *page)
{
  gint64 year = 0;
  if (page->headings && chn_prose_year (page->event, &year))
    return chn_prose_date (page->event, year);
  return chn_date_dup_humanized (chn_event_get_date (page->event, CHN_FIELD_DATE));
}

static char *
dup_title_cell (const TextPage *page)
{
  const ChnVote *vote = chn_event_get_vote (page->event);
  g_autofree char *symbols = chn_prose_symbols (page->event);
  g_autofree char *counts = chn_vote_dup_counts (vote);
  const char *status = chn_prose_status (page->event);
  GString *out = g_string_new (NULL);
  if (status)
    g_string_append_printf (out, "[%s] ", status);
  g_string_append (out, chn_event_get_text (page->event, CHN_FIELD_TITLE));
  if (symbols)
    g_string_append_printf (out, " (%s)", symbols);
  if (counts)
    g_string_append_printf (out, " %s", counts);
  return g_string_free (out, FALSE);
}

static void
make_cells (const TextPage *page, char *cells[N_CELLS])
{
  const char *forum = chn_prose_forum (page->job->timeline, page->event);
  g_autofree char *date = dup_date_cell (page);
  g_autofree char *title = dup_title_cell (page);
  cells[0] = chn_guard_dup_visible (date, -1, FALSE);
  cells[1] = chn_guard_dup_visible (forum ? forum : "", -1, FALSE);
  cells[2] = chn_guard_dup_visible (title, -1, FALSE);
}

static void
free_cells (char *cells[N_CELLS])
{
  for (guint i = 0; i < N_CELLS; i++)
    g_free (cells[i]);
}

/* The first two columns are as wide as their widest cell, up to a bound; the title takes the rest. */
static void
measure (TextPage *page)
{
  guint total = page->job->options->columns > 0 ? page->job->options->columns : PLAIN_WIDTH, end = 0;
  for (guint i = 0; i < page->job->rows->n; i++) {
    char *cells[N_CELLS];
    if (i == 0 || i == end) {
      end = chn_sections_find_end (page->job->rows, i);
      page->headings = is_in_time_order (page->job->rows, i, end);
    }
    chn_timeline_load (page->job->timeline, page->job->rows->row[i], page->event);
    make_cells (page, cells);
    page->width[0] = MAX (page->width[0], MIN (chn_wrap_get_width (cells[0]), MOST_DATE));
    page->width[1] = MAX (page->width[1], MIN (chn_wrap_get_width (cells[1]), MOST_FORUM));
    free_cells (cells);
  }
  guint taken = page->width[0] + page->width[1] + 3 * GAP;
  page->width[2] = total > taken + LEAST_TITLE ? total - taken : LEAST_TITLE;
}

static void
put_spaces (ChnWriter *out, guint n)
{
  for (guint i = 0; i < n; i++)
    chn_writer_putc (out, ' ');
}

static void
put_coloured (const TextPage *page, const char *text, guint cell)
{
  static const char *const colours[N_CELLS] = { "\033[1m", "\033[36m", "" };
  gboolean coloured = page->job->options->colour && colours[cell][0] && text[0];
  if (coloured)
    chn_writer_puts (page->job->out, colours[cell]);
  chn_writer_puts (page->job->out, text);
  if (coloured)
    chn_writer_puts (page->job->out, "\033[0m");
}

/* One line of the wrapped cells; blanks only before text that follows, so that no line ends in one. */
static void
put_line (const TextPage *page, char **lines[N_CELLS], guint number)
{
  guint pending = GAP;
  gboolean any = FALSE;
  for (guint i = 0; i < N_CELLS; i++) {
    const char *piece = number < g_strv_length (lines[i]) ? lines[i][number] : NULL;
    if (piece && piece[0]) {
      put_spaces (page->job->out, pending);
      put_coloured (page, piece, i);
      pending = 0;
      any = TRUE;
    }
    pending += page->width[i] + GAP - MIN (piece ? chn_wrap_get_width (piece) : 0, page->width[i]);
  }
  if (any)
    chn_writer_putc (page->job->out, '\n');
}

/* In the column of the title, below it. */
static void
put_remark (const TextPage *page, const char *text)
{
  char *nothing[] = { NULL };
  g_autofree char *visible = chn_guard_dup_visible (text, -1, FALSE);
  g_auto (GStrv) wrapped = chn_wrap_text (visible, page->width[2]);
  char **lines[N_CELLS] = { nothing, nothing, wrapped };
  for (guint number = 0; wrapped[number]; number++)
    put_line (page, lines, number);
}

static void
put_disputes (const TextPage *page)
{
  for (guint field = 0; page->job->options->disputes && field < CHN_N_FIELDS; field++) {
    g_autofree char *disputed =
        chn_prose_disputed_field (page->job->timeline, page->row, page->event, (ChnField) field);
    g_autofree char *remark = disputed ? g_strdup_printf ("Disputed %s", disputed) : NULL;
    if (remark)
      put_remark (page, remark);
  }
}

static void
put_event (const TextPage *page)
{
  char *cells[N_CELLS];
  char **lines[N_CELLS];
  guint most = 0;
  make_cells (page, cells);
  for (guint i = 0; i < N_CELLS; i++) {
    lines[i] = chn_wrap_text (cells[i], page->width[i]);
    most = MAX (most, g_strv_length (lines[i]));
  }
  for (guint number = 0; number < most; number++)
    put_line (page, lines, number);
  for (guint i = 0; i < N_CELLS; i++)
    g_strfreev (lines[i]);
  free_cells (cells);
}

static void
put_heading (TextPage *page)
{
  gint64 year = 0;
  gboolean known = chn_prose_year (page->event, &year);
  if (!page->headings || (page->any_year && known && year == page->year))
    return;
  ChnWriter *out = page->job->out;
  gboolean colour = page->job->options->colour;
  g_autofree char *name = chn_prose_year_name (year);
  if (page->any)
    chn_writer_putc (out, '\n');
  chn_writer_puts (out, colour ? "\033[1;4m" : "");
  if (known)
    chn_writer_puts (out, name);
  else
    chn_writer_puts (out, "Without a start");
  chn_writer_puts (out, colour ? "\033[0m\n" : "\n");
  page->year = known ? year : G_MININT64;
  page->any = page->any_year = TRUE;
}

static void
put_section_title (TextPage *page, const char *title)
{
  ChnWriter *out = page->job->out;
  gboolean colour = page->job->options->colour;
  if (page->any)
    chn_writer_putc (out, '\n');
  chn_writer_puts (out, colour ? "\033[1m" : "");
  chn_writer_puts (out, title);
  chn_writer_puts (out, colour ? "\033[0m\n" : "\n");
  page->any = TRUE;
}

static void
put_section (TextPage *page, guint start, guint end)
{
  const ChnWriteJob *job = page->job;
  const char *title = chn_sections_get_title (job->rows, start);
  if (title)
    put_section_title (page, title);
  page->headings = is_in_time_order (job->rows, start, end);
  page->any_year = FALSE;
  for (guint i = start; i < end; i++) {
    page->row = job->rows->row[i];
    chn_timeline_load (job->timeline, page->row, page->event);
    put_heading (page);
    put_event (page);
    put_disputes (page);
    page->any = TRUE;
  }
}

static gboolean
write_text (const ChnWriteJob *job, GError **error)
{
  (void) error;
  g_autoptr (ChnEvent) event = chn_event_new ();
  TextPage page = { .job = job, .event = event, .year = G_MININT64 };
  measure (&page);
  for (guint start = 0; start < job->rows->n; start = chn_sections_find_end (job->rows, start))
    put_section (&page, start, chn_sections_find_end (job->rows, start));
  return TRUE;
}

static const char *const extensions[] = { ".txt", NULL };

const ChnFormat chn_format_text = {
  .name = "text",
  .note = "plain-text chronology: a line an event, years as headings",
  .extensions = extensions,
  .write = write_text,
  .has_sections = TRUE,
};
