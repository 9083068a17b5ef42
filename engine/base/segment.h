/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/segment-parts.h"

/*
 * Words in text: runs of letters and digits. Scripts that do not part words by blanks are parted
 * between any two characters.
 */

/* Replaces what `out` holds by the text as words are looked up in it: folded, hyphens as blanks, initials
 * without their full stops. */
void chn_segment_fold (const char *text, GString *out);

/* Bytes by which a buffer has to be longer than the text. */
enum { CHN_SEGMENT_SPARE = 8 };

/*
 * The same into a buffer, for looking up words that are plain ASCII when folded: other letters may
 * stay unfolded. FALSE where it does not fit or where another letter could fold to a plain one.
 */
gboolean chn_segment_fold_plain (const char *text, char *buffer, gsize size);

/* The next word of a folded text, from *at on, which is moved behind it; FALSE when there is none. */
gboolean chn_segment_next (const char **at, const char **word, gsize *length);
