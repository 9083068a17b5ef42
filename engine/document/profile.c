/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The styles of a chronology, a row each. */
#include "document/profile.h"

static const ChnProfile profiles[CHN_N_STYLES] = {
  /* clang-format off */
  /*                   layout             groups               newest first  length            notes           quotes disputes           since ids */
  [CHN_STYLE_BRIEF] = { CHN_LAYOUT_PROSE, CHN_GROUP_BY_YEAR,   FALSE, CHN_LENGTH_FULL,  CHN_NOTES_END,  FALSE, CHN_DISPUTES_MAIN, NULL, FALSE },
  [CHN_STYLE_PRESS] = { CHN_LAYOUT_LINES, CHN_GROUP_BY_NONE,   FALSE, CHN_LENGTH_SHORT, CHN_NOTES_END,  FALSE, CHN_DISPUTES_NONE, NULL, FALSE },
  [CHN_STYLE_SCR]   = { CHN_LAYOUT_PROSE, CHN_GROUP_BY_MONTH,  TRUE,  CHN_LENGTH_FULL,  CHN_NOTES_END,  FALSE, CHN_DISPUTES_MAIN, NULL, FALSE },
  [CHN_STYLE_TABLE] = { CHN_LAYOUT_TABLE, CHN_GROUP_BY_YEAR,   FALSE, CHN_LENGTH_SHORT, CHN_NOTES_NONE, FALSE, CHN_DISPUTES_NONE, NULL, FALSE },
  /* of one format each, not to be asked for */
  [CHN_STYLE_FEED]  = { CHN_LAYOUT_LINES, CHN_GROUP_BY_NONE,   FALSE, CHN_LENGTH_FULL,  CHN_NOTES_INLINE, FALSE, CHN_DISPUTES_MAIN, NULL, FALSE, .last_revised_first = TRUE },
  [CHN_STYLE_SLIDES] = { CHN_LAYOUT_LINES, CHN_GROUP_BY_NONE,  FALSE, CHN_LENGTH_FULL,  CHN_NOTES_SHORT, FALSE, CHN_DISPUTES_MAIN, NULL, FALSE },
  /* clang-format on */
};

const ChnProfile *
chn_style_get_profile (ChnStyle style)
{
  return &profiles[style];
}
