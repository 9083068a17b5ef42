/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/csv/scan.h"

/* What a column of a table of votes holds; the last seven say what a vote was about. */
typedef enum {
  CHN_ROLL_RCID, /* the number of a roll call in the data of Voeten and others */
  CHN_ROLL_UNDL, /* the number of a record in the Digital Library of the United Nations */
  CHN_ROLL_RESOLUTION,
  CHN_ROLL_VOTER, /* a code of a State: ISO 3166-1 or -3, or the Correlates of War project's */
  CHN_ROLL_COW,   /* of that project alone */
  CHN_ROLL_NAME,  /* of a State */
  CHN_ROLL_BALLOT,
  CHN_ROLL_DATE,
  CHN_ROLL_SESSION,
  CHN_ROLL_DRAFT,
  CHN_ROLL_REPORT,
  CHN_ROLL_MEETING,
  CHN_ROLL_TITLE,
  CHN_ROLL_DESCRIPTION,
  CHN_ROLL_AGENDA,
  CHN_ROLL_SUBJECTS,
  CHN_ROLL_NOTE,
  CHN_ROLL_LINK,
  CHN_ROLL_MODALITY,
  CHN_ROLL_YES, /* sums of the table's own ballots */
  CHN_ROLL_NO,
  CHN_ROLL_ABSTAIN,
  CHN_ROLL_TOTAL_YES, /* as they were announced */
  CHN_ROLL_TOTAL_NO,
  CHN_ROLL_TOTAL_ABSTAIN,
  CHN_ROLL_TOTAL_NOT_VOTING,
  CHN_ROLL_MEMBERS,   /* how many might have voted */
  CHN_ROLL_PERMANENT, /* whether a voter is a permanent member of the Security Council */
  CHN_ROLL_MEMBER,    /* whether it was a member at all */
  CHN_ROLL_AMENDMENT,
  CHN_ROLL_PARAGRAPH,
  CHN_ROLL_MIDDLE_EAST,
  CHN_ROLL_NUCLEAR,
  CHN_ROLL_DISARMAMENT,
  CHN_ROLL_HUMAN_RIGHTS,
  CHN_ROLL_COLONIALISM,
  CHN_ROLL_DEVELOPMENT,
  CHN_N_ROLL_COLUMNS,
} ChnRollColumn;

/* What a heading says that a column holds, -1 where nothing is known of it. */
int chn_roll_column_find (const char *heading, gsize length);

/* The tag of a column that says what a vote was about; NULL for others. */
const char *chn_roll_column_get_tag (ChnRollColumn column);

/* Whether a column says something of the ballot of its row, and not of the whole roll call. */
gboolean chn_roll_column_is_of_ballot (ChnRollColumn column);

/* Whether columns of these headings make a table of votes: a bit for each ChnRollColumn. */
gboolean chn_roll_columns_suffice (guint64 columns);
