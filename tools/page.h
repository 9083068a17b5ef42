/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "console.h"

/*
 * A page of labelled text for a person: labels on the left, wrapped values in a column of their
 * own. Whatever is added is made safe to show.
 */
typedef struct {
  GString *text;
  guint width;
  gboolean colour;
} Page;

void page_init (Page *page, const Console *console);
void page_clear (Page *page);

/* A line in bold. */
void page_add_title (Page *page, const char *title);
/* A line in bold after an empty one. */
void page_add_heading (Page *page, const char *heading);
/* A label and its value; nothing for NULL or "". An empty label continues what stands above. */
void page_add_field (Page *page, const char *label, const char *value);
void page_add_fieldf (Page *page, const char *label, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* Wrapped text from this column on. */
void page_add_text (Page *page, guint indent, const char *text);
/* A paragraph of which the lines after the first hang further in. */
void page_add_hanging (Page *page, guint indent, guint hanging, const char *text);
/* Columns of one line, the first ones padded to their widths; the last takes what is left. */
void page_add_row (Page *page, guint indent, const guint *widths, const char *const *cells, guint n_cells);
void page_add_blank (Page *page);

gboolean page_print (const Page *page, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)
