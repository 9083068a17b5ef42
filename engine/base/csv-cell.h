/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/writer.h"

/*
 * What stands in one cell.
 *
 * A spreadsheet runs a cell as a formula when it begins with one of = + - @ TAB CR LF or their full-width forms. In a
 * file for spreadsheets such a cell has an apostrophe in front, which its reader takes away. So that this never takes
 * away an apostrophe that belongs to the text, there text that begins with apostrophes and then one of those gets one
 * more, and the reader takes away exactly one.
 *
 * A list is a cell of items joined by "; ". In an item a backslash stands before each ";" and backslash, and before a
 * blank or line break with which the item begins or ends. Blanks around items are not part of them.
 */

/* Writes a cell, quoted where RFC 4180 or a careless reader needs it; TRUE unless control characters were replaced.
 */
gboolean chn_csv_put_cell (ChnWriter *out, const char *text, gsize length, gboolean neutralise);

/* Takes away the apostrophe that keeps a spreadsheet from running the cell. */
void chn_csv_strip (const char **text, gsize *length);

/* Appends an item to the text of a list. */
void chn_csv_append_item (GString *list, const char *item);

/*
 * The next item of a list, unescaped into `item`; *at moves behind it, *begin is where it stands. Items without text
 * are passed over. FALSE at the end.
 */
gboolean chn_csv_next_item (const char **at, const char *end, const char **begin, GString *item);
