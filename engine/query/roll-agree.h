/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/roll-asked.h"

/*
 * Whether those asked about voted alike: two or more cast a ballot of yes, no or abstain, all the same one; or
 * whether they were split, and cast different ones. Who is named by itself must have cast one; of groups those
 * members count that did.
 */
typedef enum { CHN_ROLL_AGREE, CHN_ROLL_SPLIT } ChnRollAgreement;

ChnAnswer chn_roll_ask_agreement (const ChnRoll *roll, const ChnAskedSet *set, ChnRollAgreement wanted,
                                  gboolean strict);

/* Whether all voted so: each actor, and each member of a group, of which there must be one. */
ChnAnswer chn_roll_ask_all (const ChnRoll *roll, const ChnAskedSet *set, ChnBallotKind kind, gboolean strict);
