/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/scan.h"

/*
 * Events of one UID in a file, or instances of one that recurs for the same moment: which of them counts is told by
 * the highest SEQUENCE, then the latest DTSTAMP, and then by which stands last (RFC 5546, 2.1.5).
 */
typedef struct _ChnIcalCopies ChnIcalCopies;

typedef struct {
  guint line;       /* of the BEGIN of the one that counts */
  guint64 digest;   /* of its lines */
  gboolean differs; /* some other copy is not the same */
} ChnIcalCopy;

/* Looks through the whole file. */
ChnIcalCopies *chn_ical_copies_new (const ChnWindow *window, const ChnLimits *limits);
void chn_ical_copies_free (ChnIcalCopies *copies);

/* By UID and RECURRENCE-ID as they are written, of which the latter may be empty; NULL where no event has them. */
const ChnIcalCopy *chn_ical_copies_find (const ChnIcalCopies *copies, const ChnSlice *uid, const ChnSlice *instance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnIcalCopies, chn_ical_copies_free)
