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

enum { FEW = 7 };

#define WORD(text) (text), sizeof (text) - 1

static const struct {
  const char *word;
  gsize length;
  int ballot;
} words[] = {
  { WORD ("yes"), CHN_BALLOT_YES },
  { WORD ("abstain"), CHN_BALLOT_ABSTAIN },
  { WORD ("no"), CHN_BALLOT_NO },
  { WORD ("Y"), CHN_BALLOT_YES },
  { WORD ("N"), CHN_BALLOT_NO },
  { WORD ("A"), CHN_BALLOT_ABSTAIN },
  { WORD ("X"), CHN_BALLOT_NOT_VOTING },
  { WORD ("1"), CHN_BALLOT_YES },
  { WORD ("2"), CHN_BALLOT_ABSTAIN },
  { WORD ("3"), CHN_BALLOT_NO },
  { WORD ("8"), CHN_BALLOT_NOT_VOTING },
  { WORD ("9"), CHN_BALLOT_WORD_NO_MEMBER },
  { WORD ("absent"), CHN_BALLOT_NOT_VOTING },
  { WORD ("abstained"), CHN_BALLOT_ABSTAIN },
  { WORD ("abstention"), CHN_BALLOT_ABSTAIN },
  { WORD ("not voting"), CHN_BALLOT_NOT_VOTING },
  { WORD ("non-voting"), CHN_BALLOT_NOT_VOTING },
  { WORD ("not a member"), CHN_BALLOT_WORD_NO_MEMBER },
};

int
chn_ballot_word_find (const char *word, gsize length)
{
  for (guint i = 0; i < FEW; i++) /* as nearly all are written */
    if (words[i].length == length && memcmp (words[i].word, word, length) == 0)
      return words[i].ballot;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].length == length && g_ascii_strncasecmp (words[i].word, word, length) == 0)
      return words[i].ballot;
  return CHN_BALLOT_WORD_UNKNOWN;
}
