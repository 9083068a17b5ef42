/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/format.h"

/*
 * A text without what no text has: control characters go, and bytes that are no UTF-8 become U+FFFD; `n` counts them.
 * NULL where it is fine as it stands.
 */
GString *chn_rolls_clean (const char *text, gsize length, guint *n);

void chn_rolls_tell_unclean (ChnReport *report, const char *name, guint n);
