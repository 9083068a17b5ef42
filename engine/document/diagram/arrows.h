/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/diagram/stops.h"

/* Draws the arrows of a trail, each in the colour of where it comes from; where two cross, the lower one has a gap.
 */
void chn_trail_put_arrows (const ChnTrailPlan *plan);
