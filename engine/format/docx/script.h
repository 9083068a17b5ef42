/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Word sets each run in one of three fonts, by the script of its letters (ECMA-376 part 1, 17.3.2.26). */
typedef enum {
  CHN_DOCX_WESTERN,
  CHN_DOCX_EAST_ASIAN,
  CHN_DOCX_RIGHT_TO_LEFT,
} ChnDocxScript;

/*
 * The bytes at the beginning of a text that one run can hold, and their script. What is no letter stays with the
 * letters before it; between letters of both directions, with those that run from left to right.
 */
gsize chn_docx_script_find_end (const char *text, ChnDocxScript *script);

/* The script of the first letter; western where there is none. */
ChnDocxScript chn_docx_script_find_first (const char *text);

/* The bytes before the first figures that are parted by a dash or a slash, such as "111-19-55", and how long these
 * are; the whole length and 0 where there are none. */
gsize chn_docx_script_find_figures (const char *text, gsize length, gsize *n_figures);

gboolean chn_docx_script_has_right_to_left (const char *text);

/* The language that a run's letters make known, as an attribute of <w:lang>; NULL where they make none known. */
const char *chn_docx_script_get_language (const char *text, gsize length, ChnDocxScript script);
