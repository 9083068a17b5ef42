/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The styles of a chronology, a row each. */
#include "document/profile.h"

static const ChnProfile profiles[CHN_N_STYLES] = {
  /* clang-format off */
  [CHN_STYLE_BRIEF]   = { .layout = CHN_LAYOUT_PROSE, .group_by = CHN_GROUP_BY_YEAR,  .length = CHN_LENGTH_FULL,  .notes = CHN_NOTES_END,    .disputes = CHN_DISPUTES_MAIN },
  [CHN_STYLE_PRESS]   = { .layout = CHN_LAYOUT_LINES, .group_by = CHN_GROUP_BY_NONE,  .length = CHN_LENGTH_SHORT, .notes = CHN_NOTES_END,    .disputes = CHN_DISPUTES_NONE },
  [CHN_STYLE_SCR]     = { .layout = CHN_LAYOUT_PROSE, .group_by = CHN_GROUP_BY_MONTH, .length = CHN_LENGTH_FULL,  .notes = CHN_NOTES_END,    .disputes = CHN_DISPUTES_MAIN, .newest_first = TRUE },
  [CHN_STYLE_TABLE]   = { .layout = CHN_LAYOUT_TABLE, .group_by = CHN_GROUP_BY_YEAR,  .length = CHN_LENGTH_SHORT, .notes = CHN_NOTES_NONE,   .disputes = CHN_DISPUTES_NONE },
  /* of one format each, not to be asked for */
  [CHN_STYLE_FEED]    = { .layout = CHN_LAYOUT_LINES, .group_by = CHN_GROUP_BY_NONE,  .length = CHN_LENGTH_FULL,  .notes = CHN_NOTES_INLINE, .disputes = CHN_DISPUTES_MAIN, .marks_in_words = TRUE, .last_revised_first = TRUE },
  [CHN_STYLE_SLIDES]  = { .layout = CHN_LAYOUT_SLIDES, .group_by = CHN_GROUP_BY_NONE, .length = CHN_LENGTH_FULL,  .notes = CHN_NOTES_SHORT,  .disputes = CHN_DISPUTES_MAIN, .marks_in_words = TRUE },
  [CHN_STYLE_PICTURE] = { .layout = CHN_LAYOUT_LINES, .group_by = CHN_GROUP_BY_NONE,  .length = CHN_LENGTH_SHORT, .notes = CHN_NOTES_NONE,   .disputes = CHN_DISPUTES_NONE, .interactive = TRUE },
  /* clang-format on */
};

const ChnProfile *
chn_style_get_profile (ChnStyle style)
{
  return &profiles[style];
}
