/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Pages of labelled text, wrapped to the terminal. */
#include "page.h"

#include <string.h>

#include <chancery/chancery.h>

enum { LABEL_WIDTH = 14, DEFAULT_WIDTH = 80, LEAST_TEXT = 20 };

void
page_init (Page *page, const Console *console)
{
  page->text = g_string_new (NULL);
  page->width = console->columns > 0 ? console->columns : DEFAULT_WIDTH;
  page->colour = console->colour;
}

void
page_clear (Page *page)
{
  if (page->text)
    g_string_free (page->text, TRUE);
  page->text = NULL;
}

static void
append_bold (Page *page, const char *text)
{
  g_autofree char *visible = chn_text_dup_visible (text, FALSE);
  g_string_append_printf (page->text, "%s%s%s", page->colour ? "\033[1m" : "", visible,
                          page->colour ? "\033[0m" : "");
}

/* Pads with at least one blank, so that columns never touch. */
static void
append_padding (GString *text, guint used, guint width)
{
  g_string_append_printf (text, "%*s", used < width ? (int) (width - used) : 1, "");
}

/* Words of one paragraph, from column `at` on, further lines indented. */
static void
append_wrapped (Page *page, const char *text, guint indent, guint at)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t", -1);
  guint width = MAX (page->width, indent + LEAST_TEXT);
  gboolean first = TRUE;
  for (guint i = 0; words[i]; i++) {
    guint columns = chn_text_get_width (words[i]);
    if (!words[i][0])
      continue;
    if (!first && at + 1 + columns > width) {
      g_string_append_printf (page->text, "\n%*s", (int) indent, "");
      at = indent;
    } else if (!first) {
      g_string_append_c (page->text, ' ');
      at++;
    }
    g_string_append (page->text, words[i]);
    at += columns;
    first = FALSE;
  }
  g_string_append_c (page->text, '\n');
}

/* Lines of a text, each wrapped; empty ones stay. */
static void
append_lines (Page *page, const char *text, guint indent)
{
  g_autofree char *visible = chn_text_dup_visible (text, TRUE);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (visible), "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    if (i > 0 && lines[i][0])
      g_string_append_printf (page->text, "%*s", (int) indent, "");
    append_wrapped (page, lines[i], indent, indent);
  }
}

void
page_add_title (Page *page, const char *title)
{
  g_autofree char *visible = chn_text_dup_visible (title, FALSE);
  g_string_append (page->text, page->colour ? "\033[1m" : "");
  append_wrapped (page, visible, 0, 0);
  g_string_insert (page->text, (gssize) page->text->len - 1, page->colour ? "\033[0m" : "");
}

void
page_add_heading (Page *page, const char *heading)
{
  page_add_blank (page);
  page_add_title (page, heading);
}

void
page_add_field (Page *page, const char *label, const char *value)
{
  if (!value || !*value)
    return;
  append_bold (page, label);
  append_padding (page->text, chn_text_get_width (label), LABEL_WIDTH);
  append_lines (page, value, LABEL_WIDTH);
}

void
page_add_fieldf (Page *page, const char *label, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *value = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  page_add_field (page, label, value);
}

void
page_add_hanging (Page *page, guint indent, guint hanging, const char *text)
{
  g_autofree char *visible = chn_text_dup_visible (text, FALSE);
  g_string_append_printf (page->text, "%*s", (int) indent, "");
  append_wrapped (page, visible, hanging, indent);
}

void
page_add_text (Page *page, guint indent, const char *text)
{
  g_string_append_printf (page->text, "%*s", (int) indent, "");
  append_lines (page, text, indent);
}

void
page_add_row (Page *page, guint indent, const guint *widths, const char *const *cells, guint n_cells)
{
  guint at = indent;
  g_string_append_printf (page->text, "%*s", (int) indent, "");
  for (guint i = 0; i + 1 < n_cells; i++) {
    g_autofree char *visible = chn_text_dup_visible (cells[i], FALSE);
    guint columns = chn_text_get_width (visible);
    g_string_append (page->text, visible);
    append_padding (page->text, columns, widths[i]);
    at += MAX (widths[i], columns + 1);
  }
  g_autofree char *last = chn_text_dup_visible (cells[n_cells - 1], FALSE);
  append_wrapped (page, last, at, at);
}

void
page_add_blank (Page *page)
{
  g_string_append_c (page->text, '\n');
}

gboolean
page_print (const Page *page, GError **error)
{
  return console_sink (page->text->str, page->text->len, NULL, error);
}
