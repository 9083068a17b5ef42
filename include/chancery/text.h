/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/api.h>

G_BEGIN_DECLS

/**
 * chn_text_dup_visible:
 * @text: text from anywhere; bytes that are not UTF-8 become U+FFFD
 * @keep_lines: whether TAB and LF stay as they are
 *
 * Text as it may be shown on a terminal: controls, bidirectional overrides and invisible format
 * characters stand as `<U+001B>`.
 *
 * Returns: (transfer full): the text
 */
CHN_API char *chn_text_dup_visible (const char *text, gboolean keep_lines);

/**
 * chn_text_get_width:
 * @text: UTF-8
 *
 * Columns that text takes on a terminal, character by character: East Asian wide characters and
 * emoji two, combining marks, joiners, and vowels and finals of decomposed Hangul none, all else
 * one.
 *
 * Returns: how many
 */
CHN_API guint chn_text_get_width (const char *text);

/**
 * chn_text_wrap:
 * @text: UTF-8 on one line
 * @width: columns of a line
 *
 * Breaks text into lines of at most @width columns: between words, inside one only where it is
 * wider than a line. Wide characters may be parted anywhere, but for punctuation that stays
 * with what it follows or introduces; a mark or joined emoji is not parted from what it belongs to.
 * At no-break spaces (U+00A0) a line ends only where it cannot end at a blank.
 *
 * Returns: (transfer full) (array zero-terminated=1): the lines, at least one
 */
CHN_API char **chn_text_wrap (const char *text, guint width);

/**
 * chn_text_dup_unbroken:
 * @date: as chn_date_dup_humanized() writes it
 *
 * The date with no-break spaces (U+00A0) within "18 November 2014" and before the dash of a span, for
 * chn_text_wrap().
 *
 * Returns: (transfer full): the text
 */
CHN_API char *chn_text_dup_unbroken (const char *date);

/**
 * chn_text_dup_with_blanks:
 * @text: UTF-8
 *
 * Returns: (transfer full): the text, with blanks in place of no-break spaces (U+00A0)
 */
CHN_API char *chn_text_dup_with_blanks (const char *text);

/**
 * chn_text_dup_pointer:
 * @text: what was parsed
 * @offset: bytes before a place in it
 * @length: bytes of the place
 *
 * Returns: (transfer full): two lines, each ended by LF: the text about the place, made visible, and carets under it
 */
CHN_API char *chn_text_dup_pointer (const char *text, gsize offset, gsize length);

/**
 * chn_text_suggest:
 * @wanted: what was typed
 * @candidates: (array zero-terminated=1): what could have been meant
 *
 * Returns: (transfer none) (nullable): the nearest candidate, %NULL when none is near
 */
CHN_API const char *chn_text_suggest (const char *wanted, const char *const *candidates);

G_END_DECLS
