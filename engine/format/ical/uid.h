/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/scan.h"

/* The UIDs of one file and the ids that their events get: of the UID alone, so that reading again gives the same. */
typedef struct _ChnIcalUids ChnIcalUids;

/* With room for about so many, so that it need not grow often. */
ChnIcalUids *chn_ical_uids_new (gsize n_expected);
void chn_ical_uids_free (ChnIcalUids *uids);

/* Fetches what looking for a UID will look at, for who does something else before. */
void chn_ical_uids_prefetch (ChnIcalUids *uids, const ChnSlice *uid);

/* Notes that the file has this UID; ours: that it was written here, with the event's id before the @. */
void chn_ical_uids_add (ChnIcalUids *uids, const ChnSlice *uid, gboolean ours);

/* The id of a UID, which is added where it is new. Valid until the next call. */
const char *chn_ical_uids_get_id (ChnIcalUids *uids, const ChnSlice *uid);

/* The id of a UID that the file has, or NULL. Valid until the next call. */
const char *chn_ical_uids_find (ChnIcalUids *uids, const ChnSlice *uid);

/*
 * Takes a UID for one component at a line; *earlier is 0, or the line where another has it already.
 * Returns its id, until the next call.
 */
const char *chn_ical_uids_claim (ChnIcalUids *uids, const ChnSlice *uid, gboolean ours, guint line, guint *earlier);

/* The id that the UID gave to the component which has claimed it at that line, or NULL. Valid until the next call. */
const char *chn_ical_uids_find_claimed (ChnIcalUids *uids, const ChnSlice *uid, guint line);

/* Makes it the UID of an event: its id at the domain, NULL for that of the timeline, which may be NULL too. */
void chn_ical_uid_make (GString *uid, const char *event, const char *domain, const char *timeline);

/* Whether a UID was made of an event's id and a timeline's: "coi-report@dprk.chancery". */
gboolean chn_ical_uid_is_ours (const ChnSlice *uid, ChnSlice *event, ChnSlice *timeline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnIcalUids, chn_ical_uids_free)
