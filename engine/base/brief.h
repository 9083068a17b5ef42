/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * A message that fits on a screen, whatever it echoes of an input: of words that nobody would read to their end, and of
 * a message that is longer than a page, the middle is left out. NULL for a message that fits as it is.
 */
char *chn_brief_dup (const char *message);
