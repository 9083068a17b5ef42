/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/rolls/columns.h"

gboolean chn_rolls_read (const ChnReadJob *job, GError **error);
extern const ChnPieceReader chn_rolls_pieces;
