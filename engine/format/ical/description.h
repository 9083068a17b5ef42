/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/rows.h>

/*
 * Makes what a calendar app shows below the title: summary, date in words and EDTF, who, vote,
 * documents, disputed points, numbered sources. Plain text with line breaks.
 */
typedef struct _ChnDescriber ChnDescriber;

ChnDescriber *chn_describer_new (void);
void chn_describer_free (ChnDescriber *describer);

/* Borrowed, as what follows, until the next event. */
const char *chn_describer_describe (ChnDescriber *describer, const ChnTimeline *timeline, guint row,
                                    const ChnEvent *event);

/* Where the first document of the event that was described is; NULL when no address is known. */
const char *chn_describer_get_link (const ChnDescriber *describer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnDescriber, chn_describer_free)
