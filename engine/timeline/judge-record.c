/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How one claim stands to the record, read from the columns: no event is loaded. */
#include "timeline/judge-record.h"

#include "model/stance.h"

static ChnVote
get_vote (const ChnColumns *columns, guint row)
{
  guint n = 0;
  const ChnVoteCell *cell = chn_columns_get_vote (columns, row, &n);
  ChnVote vote = CHN_VOTE_NONE;
  if (n == 0)
    return vote;
  vote.yes = cell->yes;
  vote.no = cell->no;
  vote.abstain = cell->abstain;
  vote.not_voting = cell->not_voting;
  vote.method = (ChnVoteMethod) cell->method;
  vote.result = (ChnVoteResult) cell->result;
  vote.is_summed = cell->is_summed != 0;
  return vote;
}

static ChnStance
judge_forum (const ChnColumns *columns, guint row, const char *claimed)
{
  guint n = 0, n_votes = 0;
  const guint32 *forums = chn_columns_get_forums (columns, row, &n);
  chn_columns_get_vote (columns, row, &n_votes);
  ChnStance nearest = n == 0 ? CHN_STANCE_PRECISE : CHN_STANCE_DISPUTES;
  for (guint i = 0; i < n; i++) {
    const char *recorded = chn_columns_get_code_text (columns, CHN_DICTIONARY_FORUMS, forums[i]);
    nearest = MIN (nearest, chn_stance_of_forum (recorded, n_votes > 0, claimed));
  }
  return nearest;
}

/* Against a list of which each cell begins with the code of what is named. */
static ChnStance
judge_list (const ChnColumns *columns, guint row, ChnListId list, const char *claimed)
{
  const ChnRecordList *shape = &chn_record_lists[list];
  guint n = 0;
  const guint32 *cells = chn_columns_get_list (columns, list, row, &n);
  ChnStance nearest = n == 0 ? CHN_STANCE_PRECISE : CHN_STANCE_DISPUTES;
  for (guint i = 0; i < n; i++) {
    guint32 code = cells[i * shape->units];
    const char *recorded = chn_columns_get_code_text (columns, (ChnDictionaryId) shape->dictionary, code);
    nearest = MIN (nearest, chn_stance_of_id (recorded, claimed));
  }
  return nearest;
}

static ChnStance
judge_number (guint recorded, const char *claimed)
{
  char text[16] = "";
  if (recorded > 0)
    g_snprintf (text, sizeof text, "%u", recorded);
  return chn_stance_of_text (text, claimed);
}

ChnStance
chn_columns_judge_claim (const ChnColumns *columns, guint row, const ChnClaimCell *claim)
{
  ChnField field = (ChnField) claim->field;
  const char *claimed = chn_pool_get (columns->texts, claim->value);
  ChnDateBounds bounds = chn_columns_get_bounds (columns, row);
  ChnVote vote;
  claimed = claimed ? claimed : "";
  switch (field) {
  case CHN_FIELD_DATE:
    return chn_stance_of_date (&bounds, chn_columns_get_text (columns, CHN_FIELD_DATE, row), claimed);
  case CHN_FIELD_VOTE:
    vote = get_vote (columns, row);
    return chn_stance_of_vote (&vote, claimed);
  case CHN_FIELD_FORUMS:
    return judge_forum (columns, row, claimed);
  case CHN_FIELD_SYMBOLS:
    return judge_list (columns, row, CHN_LIST_SYMBOLS, claimed);
  case CHN_FIELD_ACTORS:
    return judge_list (columns, row, CHN_LIST_ACTORS, claimed);
  case CHN_FIELD_STATUS:
    return chn_stance_of_status (chn_columns_get_status (columns, row), claimed);
  case CHN_FIELD_KIND:
    return chn_stance_of_id (
        chn_columns_get_code_text (columns, CHN_DICTIONARY_KINDS, chn_columns_get_kind (columns, row)), claimed);
  case CHN_FIELD_NTH:
    return judge_number (chn_columns_get_nth (columns, row), claimed);
  default:
    return chn_stance_of_text (chn_columns_get_text (columns, field, row), claimed);
  }
}
