/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/*
 * Gives an edited event back what was hidden in a field of it: citations of sources that `shown` does not have or
 * does not show, quotations and notes, and relations to events that are not in `shown`.
 */
void chn_hidden_parts_restore (ChnEvent *edited, const ChnEvent *mine, ChnField field, const ChnTimeline *shown);
