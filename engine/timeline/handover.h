/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/builder.h"

/*
 * Events and sources on their way from a reader to a builder. Of a large file the builder takes them on a
 * thread of its own, while the reader reads on. What comes out is the same, for they are taken in the
 * order in which they came, and whoever asks the builder for anything else waits until it has them.
 */
/* Before so many bytes are read: from here on the thread takes what is added, if there are enough. */
void chn_handover_open (ChnTimelineBuilder *builder, gsize n_bytes);

/* Once all were added. Does nothing where none is open. */
void chn_handover_close (ChnTimelineBuilder *builder);

/* Until the builder has taken what was added: before anything else is changed in it. */
void chn_handover_settle (ChnTimelineBuilder *builder);

/* The builder's report, which has all findings up to here. */
ChnReport *chn_handover_get_report (ChnTimelineBuilder *builder);

/* Takes what is in parcels. */
void chn_builder_take (ChnTimelineBuilder *builder, const char *bytes, gsize length);
