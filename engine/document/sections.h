/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/rows.h>

/*
 * A chronology for people has a section for each way of standing to the dates that were asked for: what is dated
 * within them, what may be, what lasts throughout. Rows are grouped before they are written, each group in its order.
 */

/* The rows grouped; to be freed. */
ChnRows chn_sections_group (const ChnRows *rows);

/* One past the last row of the section that begins with a row. */
guint chn_sections_find_end (const ChnRows *rows, guint start);

/* What stands over the section that begins with a row; NULL where nothing does. */
const char *chn_sections_get_title (const ChnRows *rows, guint start);
