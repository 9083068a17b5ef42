/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How what a source says stands to one recorded value: the same, compatible but less precise, or something else. */
#include "model/stance.h"

#include <string.h>

#include "base/fold.h"

ChnStance
chn_stance_of_date (const ChnDateBounds *recorded, const char *claimed)
{
  g_autoptr (ChnDate) date = chn_date_parse (claimed, -1, NULL);
  if (!date)
    return CHN_STANCE_DISPUTES;
  const ChnDateBounds *bounds = chn_date_get_bounds (date);
  if (bounds->earliest == recorded->earliest && bounds->latest == recorded->latest)
    return CHN_STANCE_CONFIRMS;
  gboolean apart = bounds->latest < recorded->earliest || bounds->earliest > recorded->latest;
  return apart ? CHN_STANCE_DISPUTES : CHN_STANCE_PARTIAL;
}

/* Counts that are not known contradict nothing. */
static gboolean
counts_clash (gint32 claimed, gint32 recorded)
{
  return claimed >= 0 && recorded >= 0 && claimed != recorded;
}

ChnStance
chn_stance_of_vote (const ChnVote *recorded, const char *claimed)
{
  ChnVote vote = CHN_VOTE_NONE;
  if (!chn_vote_parse_counts (claimed, -1, &vote, NULL))
    return CHN_STANCE_DISPUTES;
  if ((vote.method == CHN_METHOD_CONSENSUS) != (recorded->method == CHN_METHOD_CONSENSUS) ||
      counts_clash (vote.yes, recorded->yes) || counts_clash (vote.no, recorded->no) ||
      counts_clash (vote.abstain, recorded->abstain))
    return CHN_STANCE_DISPUTES;
  gboolean whole = vote.yes == recorded->yes && vote.no == recorded->no && vote.abstain == recorded->abstain;
  return whole ? CHN_STANCE_CONFIRMS : CHN_STANCE_PARTIAL;
}

/* Whether one dotted id is the other or lies above it. */
static gboolean
is_above (const char *above, const char *below)
{
  gsize length = strlen (above);
  return strncmp (above, below, length) == 0 && below[length] == '.';
}

/* The body above is a vaguer name of the body that met, but another body where there was a vote. */
ChnStance
chn_stance_of_forum (const char *recorded, gboolean voted, const char *claimed)
{
  if (strcmp (recorded, claimed) == 0)
    return CHN_STANCE_CONFIRMS;
  return !voted && (is_above (claimed, recorded) || is_above (recorded, claimed)) ? CHN_STANCE_PARTIAL
                                                                                  : CHN_STANCE_DISPUTES;
}

ChnStance
chn_stance_of_id (const char *recorded, const char *claimed)
{
  return strcmp (recorded, claimed) == 0 ? CHN_STANCE_CONFIRMS : CHN_STANCE_DISPUTES;
}

/* A plan that came true, or to nothing, was no error when it was reported. */
ChnStance
chn_stance_of_status (guint recorded, const char *claimed)
{
  int status = chn_vocabulary_find (CHN_VOCABULARY_STATUS, claimed, -1, NULL);
  if (status == (int) recorded)
    return CHN_STANCE_CONFIRMS;
  return status == CHN_STATUS_PLANNED ? CHN_STANCE_PARTIAL : CHN_STANCE_DISPUTES;
}

ChnStance
chn_stance_of_text (const char *recorded, const char *claimed)
{
  g_autofree char *folded_record = chn_fold_text (recorded ? recorded : "", -1);
  g_autofree char *folded_value = chn_fold_text (claimed, -1);
  return strcmp (folded_record, folded_value) == 0 ? CHN_STANCE_CONFIRMS : CHN_STANCE_DISPUTES;
}

gboolean
chn_claim_announces (ChnField field, const char *claimed, guint recorded_status)
{
  if (field != CHN_FIELD_STATUS || recorded_status == CHN_STATUS_PLANNED)
    return FALSE;
  return strcmp (claimed, chn_vocabulary_get_term_name (CHN_VOCABULARY_STATUS, CHN_STATUS_PLANNED)) == 0;
}
