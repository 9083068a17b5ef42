/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/context.h"

/*
 * Makes what calendars and feeds show below the title: summary, date in words and EDTF, who, vote,
 * documents, disputed points, numbered sources. Plain text with line breaks.
 */
typedef struct _ChnDescriber ChnDescriber;

ChnDescriber *chn_describer_new (void);
void chn_describer_free (ChnDescriber *describer);

/* Borrowed, as what follows, until the next event. */
const char *chn_describer_describe (ChnDescriber *describer, const ChnContext *context, const ChnEvent *event);

/*
 * Whether a line of a description tells how sources stand to each other, which depends on other events too: it is
 * described only of an event in a timeline.
 */
gboolean chn_describer_is_judgement (const char *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnDescriber, chn_describer_free)
