/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/dictionary.h"
#include "timeline/seal/texts.h"

/*
 * The steps in which what is staged becomes the columns of a timeline. In all of them order[row] is the index of the
 * event that the row will be.
 */

/*
 * The staged events in timeline order: earliest, latest, precision (finest first), order of reading. Free with
 * g_free().
 */
guint32 *chn_seal_order (ChnStage *stage);

/*
 * Makes the dictionaries from the names in staged cells, and puts codes in the place of the names. Returns a number
 * map with the codes of sources, by the staged numbers of their keys.
 */
GArray *chn_seal_codes (ChnTimeline *timeline, ChnStage *stage, ChnTexts *texts);

/* Puts rows in the place of the events that relations point at, and adds to each record what points at it. */
void chn_seal_backlinks (ChnStage *stage, const guint32 *order);

/* Heads and records, of which names are codes by now; the timeline has its number of rows. */
void chn_seal_records (ChnTimeline *timeline, ChnStage *stage, const guint32 *order, ChnTexts *texts);

/* The places in files, of which those staged are freed. */
void chn_seal_positions (ChnTimeline *timeline, ChnStage *stage, const guint32 *order);

/* Headers and saved queries. */
void chn_seal_origins (ChnTimeline *timeline, const ChnStage *stage, ChnTexts *texts);

/* What is declared of each source of the dictionary. */
void chn_seal_sources (ChnTimeline *timeline, const ChnStage *stage, ChnTexts *texts, const GArray *code_of);
