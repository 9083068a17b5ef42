/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/agreement.h>

/*
 * How what a source says stands to one recorded value. Events and columns keep their values
 * differently; both are judged by these. Of a list, the stance is the nearest to any of its items.
 * A record that states nothing of a field is the vaguest of all, and contradicts nobody.
 */
/* the text is that of the recorded date, for the offset of its time; NULL where it is not at hand */
ChnStance chn_stance_of_date (const ChnDateBounds *recorded, const char *recorded_text, const char *claimed);
ChnStance chn_stance_of_vote (const ChnVote *recorded, const char *claimed);
/* voted: whether the event has a vote, which the body above did not cast */
ChnStance chn_stance_of_forum (const char *recorded, gboolean voted, const char *claimed);
ChnStance chn_stance_of_id (const char *recorded, const char *claimed);
ChnStance chn_stance_of_status (guint recorded, const char *claimed);
ChnStance chn_stance_of_text (const char *recorded, const char *claimed);

/* Whether two claims about a field, both compatible with the record, cannot both be true. */
gboolean chn_claims_clash (ChnField field, const char *a, const char *b);

/* Whether this claim makes its citation an announcement of an event of this status. */
gboolean chn_claim_announces (ChnField field, const char *claimed, guint recorded_status);
