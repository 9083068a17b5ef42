/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/stage/stage.h"

/*
 * The staged events in timeline order: earliest, latest, precision (finest first), order of
 * reading. order[row] is the index of the event. Free with g_free().
 */
guint32 *chn_seal_order (ChnStage *stage);
