/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/format.h"

/*
 * The text of a table without what no text has: control characters go, and bytes that are no UTF-8 become U+FFFD,
 * which is counted in the report. NULL where the text is fine as it stands.
 */
GString *chn_rolls_clean (const ChnReadJob *job);
