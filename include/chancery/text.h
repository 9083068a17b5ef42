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
 * chn_text_suggest:
 * @wanted: what was typed
 * @candidates: (array zero-terminated=1): what could have been meant
 *
 * Returns: (transfer none) (nullable): the nearest candidate, %NULL when none is near
 */
CHN_API const char *chn_text_suggest (const char *wanted, const char *const *candidates);

G_END_DECLS
