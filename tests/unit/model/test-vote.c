/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the counts of votes: reading, refusing, writing. */
#include <chancery/error.h>
#include <chancery/vote.h>

#include <string.h>

#include "suite.h"

static void
test_reads_counts (void)
{
  static const struct {
    const char *text;
    gint32 yes, no, abstain;
    ChnVoteMethod method;
    ChnVoteResult result;
    const char *written;
  } rows[] = {
    { "111-19-55", 111, 19, 55, CHN_METHOD_RECORDED, CHN_RESULT_NONE, "111-19-55" },
    { "40-77", 40, 77, -1, CHN_METHOD_RECORDED, CHN_RESULT_NONE, "40-77" },
    { "15-0-0", 15, 0, 0, CHN_METHOD_RECORDED, CHN_RESULT_NONE, "15-0-0" },
    { "007-0-1", 7, 0, 1, CHN_METHOD_RECORDED, CHN_RESULT_NONE, "7-0-1" },
    { "999999-0-0", 999999, 0, 0, CHN_METHOD_RECORDED, CHN_RESULT_NONE, "999999-0-0" },
    { "consensus", -1, -1, -1, CHN_METHOD_CONSENSUS, CHN_RESULT_ADOPTED, "consensus" },
    { "Consensus", -1, -1, -1, CHN_METHOD_CONSENSUS, CHN_RESULT_ADOPTED, "consensus" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    ChnVote vote = CHN_VOTE_NONE;
    g_autoptr (GError) error = NULL;
    CU_ASSERT (chn_vote_parse_counts (rows[i].text, -1, &vote, &error));
    CHN_ASSERT_NO_ERROR (error);
    CHN_ASSERT_INT (vote.yes, rows[i].yes);
    CHN_ASSERT_INT (vote.no, rows[i].no);
    CHN_ASSERT_INT (vote.abstain, rows[i].abstain);
    CHN_ASSERT_INT (vote.not_voting, -1);
    CHN_ASSERT_INT (vote.method, rows[i].method);
    CHN_ASSERT_INT (vote.result, rows[i].result);
    g_autofree char *written = chn_vote_dup_counts (&vote);
    CHN_ASSERT_STRING (written, rows[i].written);
  }
}

static void
test_refuses_what_is_none (void)
{
  static const struct {
    const char *text;
    gsize offset, length;
    const char *hint; /* NULL: the general one */
  } rows[] = {
    { "", 0, 0, NULL },
    { "111", 3, 0, NULL },
    { "111-", 4, 0, NULL },
    { "-111-2", 0, 1, NULL },
    { "1-2-3-4", 5, 1, NULL },
    { "1-2-", 4, 0, NULL },
    { "1111111-0-0", 6, 1, NULL },
    { "12-x", 3, 1, NULL },
    { "12-é", 3, 2, NULL },
    { "unanimous", 0, 1, NULL },
    { "111 - 19 - 55", 3, 1, "write \"111-19-55\"" },
    { "111–19–55", 3, 3, "write \"111-19-55\"" },
    { "111:19:55", 3, 1, "write \"111-19-55\"" },
    { "111/19", 3, 1, "write \"111-19\"" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    ChnVote vote = { 1, 2, 3, 4, CHN_METHOD_PROCEDURAL, CHN_RESULT_REJECTED, 0, NULL, FALSE }, before = vote;
    g_autoptr (GError) error = NULL;
    if (chn_vote_parse_counts (rows[i].text, -1, &vote, &error))
      CHN_FAIL ("\"%s\" is taken", rows[i].text);
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_SYNTAX);
    CU_ASSERT (memcmp (&vote, &before, sizeof vote) == 0);
    gsize offset = 99, length = 99;
    CU_ASSERT (chn_error_get_place (error, &offset, &length));
    if (offset != rows[i].offset || length != rows[i].length)
      CHN_FAIL ("\"%s\": place %zu+%zu", rows[i].text, offset, length);
    const char *hint = chn_error_get_hint (error);
    if (rows[i].hint)
      CHN_ASSERT_STRING (hint, rows[i].hint);
    else
      CU_ASSERT (hint && strstr (hint, "111-19-55"));
  }
}

static void
test_honours_length (void)
{
  ChnVote vote = CHN_VOTE_NONE;
  CU_ASSERT (chn_vote_parse_counts ("12-34-56", 5, &vote, NULL));
  CHN_ASSERT_INT (vote.no, 34);
  CHN_ASSERT_INT (vote.abstain, -1);
}

static void
test_keeps_a_procedural_vote (void)
{
  ChnVote vote = CHN_VOTE_NONE;
  vote.method = CHN_METHOD_PROCEDURAL;
  CU_ASSERT (chn_vote_parse_counts ("11-2-2", -1, &vote, NULL));
  CHN_ASSERT_INT (vote.method, CHN_METHOD_PROCEDURAL);
}

static void
test_writes_nothing_without_counts (void)
{
  ChnVote vote = CHN_VOTE_NONE;
  CU_ASSERT_PTR_NULL (chn_vote_dup_counts (&vote));
  vote.method = CHN_METHOD_RECORDED;
  vote.yes = 10;
  CU_ASSERT_PTR_NULL (chn_vote_dup_counts (&vote));
}

static void
test_knows_presence (void)
{
  static const ChnBallot ballot = { "prk", CHN_BALLOT_NO };
  ChnVote none = CHN_VOTE_NONE;
  CU_ASSERT_FALSE (chn_vote_is_present (&none));
  const ChnVote present[] = {
    { 0, -1, -1, -1, CHN_METHOD_NONE, CHN_RESULT_NONE, 0, NULL, FALSE },
    { -1, 0, -1, -1, CHN_METHOD_NONE, CHN_RESULT_NONE, 0, NULL, FALSE },
    { -1, -1, 0, -1, CHN_METHOD_NONE, CHN_RESULT_NONE, 0, NULL, FALSE },
    { -1, -1, -1, 0, CHN_METHOD_NONE, CHN_RESULT_NONE, 0, NULL, FALSE },
    { -1, -1, -1, -1, CHN_METHOD_RECORDED, CHN_RESULT_NONE, 0, NULL, FALSE },
    { -1, -1, -1, -1, CHN_METHOD_NONE, CHN_RESULT_REJECTED, 0, NULL, FALSE },
    { -1, -1, -1, -1, CHN_METHOD_NONE, CHN_RESULT_NONE, 1, &ballot, FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (present); i++)
    CU_ASSERT (chn_vote_is_present (&present[i]));
}

static const ChnTest tests[] = {
  { "counts are read and written", test_reads_counts },
  { "what is no vote is refused with its place and a hint", test_refuses_what_is_none },
  { "the length ends the text", test_honours_length },
  { "a procedural vote stays one", test_keeps_a_procedural_vote },
  { "without counts nothing is written", test_writes_nothing_without_counts },
  { "any known part makes a vote", test_knows_presence },
};

CHN_SUITE ("model/vote", tests)
