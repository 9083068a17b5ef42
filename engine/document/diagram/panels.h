/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/diagram/segment.h"

/* The ways to draw a count, each put from board->y on, which is moved below it. */

/* A bar a name, with its numbers behind it. */
void chn_bars_put (ChnBoard *board, const ChnChart *chart, ChnPanel panel);

/* A column a step of a scale, no higher than `height`; ballots stand next to each other as a band. */
void chn_columns_put (ChnBoard *board, const ChnChart *chart, ChnPanel panel, double height);

/* Two keys: a cell a pair of values. `measure` is which one is shown, or CHN_HEAT_EVENTS. */
#define CHN_HEAT_EVENTS G_MAXUINT
void chn_heat_put (ChnBoard *board, const ChnChart *chart, guint measure);

/* Whether the second key goes downwards, since the first is a scale. */
gboolean chn_heat_is_turned (const ChnChart *chart);
