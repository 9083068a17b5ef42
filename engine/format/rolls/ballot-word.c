/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * How tables of votes write a ballot.
 *
 *   ballot = "Y" / "N" / "A" / "X"                 the Digital Library; X did not vote
 *          / "1" / "2" / "3" / "8" / "9"           Voeten: yes, abstain, no, absent, no member
 *          / word                                  yes, no, abstain, absent … in any case
 */
#include "format/rolls/ballot-word.h"

#include <string.h>

static const struct {
  const char *word;
  int ballot;
} words[] = {
  { "yes", CHN_BALLOT_YES },
  { "abstain", CHN_BALLOT_ABSTAIN },
  { "no", CHN_BALLOT_NO },
  { "Y", CHN_BALLOT_YES },
  { "N", CHN_BALLOT_NO },
  { "A", CHN_BALLOT_ABSTAIN },
  { "X", CHN_BALLOT_NOT_VOTING },
  { "1", CHN_BALLOT_YES },
  { "2", CHN_BALLOT_ABSTAIN },
  { "3", CHN_BALLOT_NO },
  { "8", CHN_BALLOT_NOT_VOTING },
  { "9", CHN_BALLOT_WORD_NO_MEMBER },
  { "absent", CHN_BALLOT_NOT_VOTING },
  { "abstained", CHN_BALLOT_ABSTAIN },
  { "abstention", CHN_BALLOT_ABSTAIN },
  { "not voting", CHN_BALLOT_NOT_VOTING },
  { "non-voting", CHN_BALLOT_NOT_VOTING },
  { "not a member", CHN_BALLOT_WORD_NO_MEMBER },
};

int
chn_ballot_word_find (const char *word, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].word) == length && g_ascii_strncasecmp (words[i].word, word, length) == 0)
      return words[i].ballot;
  return CHN_BALLOT_WORD_UNKNOWN;
}
