/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* How far text is looked at ahead of whoever reads it: in whole blocks, so that processors do many bytes at once. */
enum { CHN_GUARD_BLOCK = 64, CHN_GUARD_MARGIN = 3 };

/*
 * How far text is fine: chn_guard_check() would find nothing in it, and a CR stands before a LF only. The answer may
 * be too early: a block with any fault is refused as a whole, what fills none is not looked at, and text that is not
 * ASCII is left out at the end. `at` begins a character, and CHN_GUARD_MARGIN bytes before it can be read.
 */
const char *chn_guard_skip_blocks (const char *at, const char *end);
