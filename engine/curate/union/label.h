/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/* What a chronology is called in origins and keys: its id, else its file, as far as a slug can say it. To be freed.
 */
char *chn_chronology_dup_label (const ChnTimeline *timeline);
