/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The headings of tables of votes: those of Voeten's data on the General Assembly, and of the Digital Library's. */
#include "format/rolls/columns.h"

#include <string.h>

/* clang-format off */
static const struct {
  const char *headings; /* in any case, "|" between them */
  const char *tag;
  gboolean is_of_ballot;
} rows[CHN_N_ROLL_COLUMNS] = {
  [CHN_ROLL_RCID] = { "rcid", NULL, FALSE },
  [CHN_ROLL_UNDL] = { "undl_id|undl id|record_id", NULL, FALSE },
  [CHN_ROLL_RESOLUTION] = { "resolution|unres|resolution_symbol", NULL, FALSE },
  [CHN_ROLL_VOTER] = { "ms_code|country_code|iso2|iso3|iso3c|member_state_code", NULL, TRUE },
  [CHN_ROLL_COW] = { "ccode|cow", NULL, TRUE },
  [CHN_ROLL_NAME] = { "ms_name|country|country_name|member_state", NULL, TRUE },
  [CHN_ROLL_BALLOT] = { "ms_vote|vote", NULL, TRUE },
  [CHN_ROLL_DATE] = { "date|vote_date|meeting_date", NULL, FALSE },
  [CHN_ROLL_SESSION] = { "session", NULL, FALSE },
  [CHN_ROLL_DRAFT] = { "draft|draft_resolution", NULL, FALSE },
  [CHN_ROLL_REPORT] = { "committee_report|committee report", NULL, FALSE },
  [CHN_ROLL_MEETING] = { "meeting|meeting_record|meeting record", NULL, FALSE },
  [CHN_ROLL_TITLE] = { "title|short", NULL, FALSE },
  [CHN_ROLL_DESCRIPTION] = { "descr|description", NULL, FALSE },
  [CHN_ROLL_AGENDA] = { "agenda_title|agenda|agenda_information|agenda title", NULL, FALSE },
  [CHN_ROLL_SUBJECTS] = { "subjects|subject", NULL, FALSE },
  [CHN_ROLL_NOTE] = { "vote_note|vote note|note", NULL, FALSE },
  [CHN_ROLL_LINK] = { "undl_link|link|url", NULL, FALSE },
  [CHN_ROLL_MODALITY] = { "modality|vote_modality|voting_type", NULL, FALSE },
  [CHN_ROLL_YES] = { "yes", NULL, FALSE },
  [CHN_ROLL_NO] = { "no", NULL, FALSE },
  [CHN_ROLL_ABSTAIN] = { "abstain", NULL, FALSE },
  [CHN_ROLL_TOTAL_YES] = { "total_yes", NULL, FALSE },
  [CHN_ROLL_TOTAL_NO] = { "total_no", NULL, FALSE },
  [CHN_ROLL_TOTAL_ABSTAIN] = { "total_abstentions|total_abstention|total_abstain", NULL, FALSE },
  [CHN_ROLL_TOTAL_NOT_VOTING] = { "total_non_voting|total_not_voting|total_absent", NULL, FALSE },
  [CHN_ROLL_MEMBERS] = { "total_ms|total_members", NULL, FALSE },
  [CHN_ROLL_PERMANENT] = { "permanent_member|permanent|ms_permanent", NULL, TRUE },
  [CHN_ROLL_MEMBER] = { "member", NULL, TRUE },
  [CHN_ROLL_AMENDMENT] = { "amend", NULL, FALSE },
  [CHN_ROLL_PARAGRAPH] = { "para", NULL, FALSE },
  [CHN_ROLL_MIDDLE_EAST] = { "me", "Middle East", FALSE },
  [CHN_ROLL_NUCLEAR] = { "nu", "nuclear weapons", FALSE },
  [CHN_ROLL_DISARMAMENT] = { "di", "disarmament", FALSE },
  [CHN_ROLL_HUMAN_RIGHTS] = { "hr", "human rights", FALSE },
  [CHN_ROLL_COLONIALISM] = { "co", "colonialism", FALSE },
  [CHN_ROLL_DEVELOPMENT] = { "ec", "economic development", FALSE },
};
/* clang-format on */

static gboolean
is_among (const char *words, const char *heading, gsize length)
{
  for (;;) {
    gsize word = strcspn (words, "|");
    if (word == length && g_ascii_strncasecmp (words, heading, length) == 0)
      return TRUE;
    if (words[word] == '\0')
      return FALSE;
    words += word + 1;
  }
}

int
chn_roll_column_find (const char *heading, gsize length)
{
  for (guint i = 0; length > 0 && i < CHN_N_ROLL_COLUMNS; i++)
    if (is_among (rows[i].headings, heading, length))
      return (int) i;
  return -1;
}

const char *
chn_roll_column_get_tag (ChnRollColumn column)
{
  return rows[column].tag;
}

gboolean
chn_roll_column_is_of_ballot (ChnRollColumn column)
{
  return rows[column].is_of_ballot;
}

static gboolean
has (guint64 columns, ChnRollColumn column)
{
  return columns >> column & 1;
}

/* Ballots of a roll call that is named, or roll calls whose ballots stand elsewhere. */
gboolean
chn_roll_columns_suffice (guint64 columns)
{
  gboolean has_key = has (columns, CHN_ROLL_RCID) || has (columns, CHN_ROLL_UNDL);
  gboolean has_voter = has (columns, CHN_ROLL_VOTER) || has (columns, CHN_ROLL_COW) || has (columns, CHN_ROLL_NAME);
  if (has_voter && has (columns, CHN_ROLL_BALLOT))
    return has_key || (has (columns, CHN_ROLL_RESOLUTION) && has (columns, CHN_ROLL_DATE));
  return has_key && has (columns, CHN_ROLL_DATE) &&
         (has (columns, CHN_ROLL_YES) || has (columns, CHN_ROLL_TOTAL_YES) || has (columns, CHN_ROLL_RESOLUTION));
}
