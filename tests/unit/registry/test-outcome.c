/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What came of votes, against every way in which the gaps of the record can be filled. */
#include <chancery/chancery.h>

#include <string.h>

#include "suite.h"

enum { SEATS = 15, PERMANENT = 5, N_KINDS = CHN_BALLOT_NOT_VOTING + 1, N_CASES = 3000, MOST_UNNAMED = 5 };

static const char *const members[SEATS] = { "chn", "fra", "rus", "gbr", "usa", "e01", "e02", "e03",
                                            "e04", "e05", "e06", "e07", "e08", "e09", "e10" };

static ChnRegistry *
make_registry (void)
{
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  g_autoptr (ChnDate) always = chn_date_parse ("1945/..", -1, NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_GROUP, "p5", "Permanent members", NULL, NULL);
  for (guint i = 0; i < SEATS; i++) {
    ChnMembership member = { .actor = members[i], .during = always };
    chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, members[i], members[i], NULL, NULL);
    if (i < PERMANENT)
      chn_registry_builder_add_member (builder, "p5", &member);
  }
  return chn_registry_builder_seal (builder, NULL);
}

/* How all voted, and of how many of them it is recorded. */
typedef struct {
  ChnBallotKind kind[SEATS];
  guint n_named; /* the last of the elected are named first */
  ChnBallot ballots[SEATS];
  ChnVote vote;
} Case;

static guint
count (const Case *all, ChnBallotKind kind)
{
  guint n = 0;
  for (guint i = 0; i < SEATS; i++)
    n += all->kind[i] == kind;
  return n;
}

static void
draw (GRand *random, Case *drawn)
{
  guint order[SEATS];
  for (guint i = 0; i < SEATS; i++) {
    drawn->kind[i] =
        g_rand_int_range (random, 0, 10) < 6 ? CHN_BALLOT_YES : (ChnBallotKind) g_rand_int_range (random, 0, N_KINDS);
    order[i] = i;
  }
  for (guint i = SEATS - 1; i > 0; i--) {
    guint k = (guint) g_rand_int_range (random, 0, (gint32) i + 1), kept = order[i];
    order[i] = order[k];
    order[k] = kept;
  }
  drawn->n_named = SEATS - (guint) g_rand_int_range (random, 0, MOST_UNNAMED + 1);
  for (guint i = 0; i < drawn->n_named; i++)
    drawn->ballots[i] = (ChnBallot){ members[order[i]], drawn->kind[order[i]] };
  drawn->vote = (ChnVote) CHN_VOTE_NONE;
  drawn->vote.method = CHN_METHOD_RECORDED;
  drawn->vote.n_ballots = drawn->n_named;
  drawn->vote.ballots = drawn->ballots;
  gint32 *counts[] = { &drawn->vote.yes, &drawn->vote.no, &drawn->vote.abstain, &drawn->vote.not_voting };
  for (guint kind = 0; kind < N_KINDS; kind++)
    *counts[kind] = g_rand_int_range (random, 0, 4) == 0 ? -1 : (gint32) count (drawn, (ChnBallotKind) kind);
}

static gboolean
is_named (const Case *drawn, guint member)
{
  for (guint i = 0; i < drawn->n_named; i++)
    if (strcmp (drawn->ballots[i].actor, members[member]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
fits (const Case *filled)
{
  const gint32 counts[] = { filled->vote.yes, filled->vote.no, filled->vote.abstain, filled->vote.not_voting };
  for (guint kind = 0; kind < N_KINDS; kind++)
    if (counts[kind] >= 0 && (guint) counts[kind] != count (filled, (ChnBallotKind) kind))
      return FALSE;
  return TRUE;
}

/* Of each question, in how many ways the answer is no and yes. */
enum { ADOPTED, REJECTED, FAILED, VETO, UNANIMOUS, VETO_BY_CHINA, N_QUESTIONS };

static void
tally (const Case *filled, guint ways[N_QUESTIONS][2])
{
  gboolean majority = count (filled, CHN_BALLOT_YES) >= 9, against = FALSE;
  for (guint i = 0; i < PERMANENT; i++)
    against |= filled->kind[i] == CHN_BALLOT_NO;
  gboolean answers[N_QUESTIONS] = {
    [ADOPTED] = majority && !against,
    [REJECTED] = !majority || against,
    [FAILED] = !majority,
    [VETO] = majority && against,
    [UNANIMOUS] = count (filled, CHN_BALLOT_YES) == SEATS,
    [VETO_BY_CHINA] = majority && filled->kind[0] == CHN_BALLOT_NO,
  };
  for (guint i = 0; i < N_QUESTIONS; i++)
    ways[i][answers[i]]++;
}

/* Each member that is not named votes in each way. */
static void
fill (const Case *drawn, guint ways[N_QUESTIONS][2])
{
  guint open[SEATS], n = 0, n_ways = 1;
  Case filled = *drawn;
  for (guint i = 0; i < SEATS; i++)
    if (!is_named (drawn, i))
      open[n++] = i;
  for (guint i = 0; i < n; i++)
    n_ways *= N_KINDS;
  for (guint way = 0; way < n_ways; way++) {
    for (guint i = 0, rest = way; i < n; i++, rest /= N_KINDS)
      filled.kind[open[i]] = (ChnBallotKind) (rest % N_KINDS);
    if (fits (&filled))
      tally (&filled, ways);
  }
}

static void
check_answer (const Case *drawn, guint question, ChnCertainty found, const guint ways[2])
{
  static const char *const names[] = { "adopted", "rejected", "failed", "veto", "unanimous", "veto by China" };
  ChnCertainty exact = ways[0] == 0   ? CHN_CERTAINTY_CERTAINLY
                       : ways[1] == 0 ? CHN_CERTAINTY_NO
                                      : CHN_CERTAINTY_POSSIBLY;
  if (found != exact)
    CHN_FAIL ("%d-%d-%d (%d), %u named: %s is %d, not %d", drawn->vote.yes, drawn->vote.no, drawn->vote.abstain,
              drawn->vote.not_voting, drawn->n_named, names[question], (int) found, (int) exact);
}

static void
test_every_completion (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (GRand) random = g_rand_new_with_seed (27);
  g_autoptr (ChnDate) day = chn_date_parse ("2014-12-22", -1, NULL);
  const ChnDateBounds *at = chn_date_get_bounds (day);
  static const char *const china[] = { "chn" };
  for (guint i = 0; i < N_CASES; i++) {
    Case drawn;
    guint ways[N_QUESTIONS][2] = { { 0, 0 } };
    draw (random, &drawn);
    fill (&drawn, ways);
    ChnOutcome outcome = chn_vote_find_outcome (&drawn.vote, registry, "un.sc", at);
    const ChnCertainty found[N_QUESTIONS] = {
      outcome.adopted, outcome.rejected,  outcome.failed,
      outcome.veto,    outcome.unanimous, chn_vote_find_veto_by (&drawn.vote, registry, "un.sc", at, china, 1),
    };
    for (guint question = 0; question < N_QUESTIONS; question++)
      check_answer (&drawn, question, found[question], ways[question]);
  }
  CU_PASS ("all were asked");
}

/* What is stated, by forum, day, counts, method and result: adopted, rejected, failed, veto as digits. */
static const struct {
  const char *forum, *date, *counts;
  ChnVoteMethod method;
  ChnVoteResult result;
  const char *outcome; /* 0 no, 1 not known, 2 yes */
} stated[] = {
  { "un.sc", "2024-02-20", "13-1-1", CHN_METHOD_RECORDED, CHN_RESULT_NONE, "1101" },
  { "un.sc", "2024-02-20", "13-1-1", CHN_METHOD_RECORDED, CHN_RESULT_REJECTED, "0202" },
  { "un.sc", "2024-02-20", "13-1-1", CHN_METHOD_RECORDED, CHN_RESULT_ADOPTED, "2000" },
  { "un.sc", "2024-02-20", "13-1-1", CHN_METHOD_PROCEDURAL, CHN_RESULT_NONE, "2000" },
  { "un.sc", "2024-02-20", "8-2-5", CHN_METHOD_RECORDED, CHN_RESULT_NONE, "0220" },
  { "un.sc", "2024-02-20", "8-0-7", CHN_METHOD_RECORDED, CHN_RESULT_REJECTED, "0220" },
  { "un.sc", "1965-11-23", "7-0-4", CHN_METHOD_RECORDED, CHN_RESULT_NONE, "2000" },
  { "un.sc", "1966-01-01", "7-0-8", CHN_METHOD_RECORDED, CHN_RESULT_NONE, "0220" },
  { "un.sc", "1965/1966", "7-0-4", CHN_METHOD_RECORDED, CHN_RESULT_NONE, "1111" },
  { "un.sc.1718", "2014-01-01", "7-0-4", CHN_METHOD_RECORDED, CHN_RESULT_NONE, "1110" },
  { NULL, "2014-01-01", "7-0-4", CHN_METHOD_RECORDED, CHN_RESULT_NONE, "1111" },
  { NULL, "2014-01-01", "consensus", CHN_METHOD_NONE, CHN_RESULT_NONE, "2000" },
  { "un.ga", "2014-12-18", "116-20-53", CHN_METHOD_RECORDED, CHN_RESULT_NONE, "2000" },
  { "un.ga", "1970-11-20", "66-52-7", CHN_METHOD_RECORDED, CHN_RESULT_NONE, "1110" },
  { "un.ga", "1970-11-20", "52-66-7", CHN_METHOD_RECORDED, CHN_RESULT_NONE, "0220" },
  { "un.ga", "1970-11-20", "66-52-7", CHN_METHOD_RECORDED, CHN_RESULT_REJECTED, "0220" },
  { "un.ga.c3", "2014-11-18", "66-52-7", CHN_METHOD_RECORDED, CHN_RESULT_NONE, "2000" },
  { "un.hrc", "2014-03-28", "20-20-7", CHN_METHOD_RECORDED, CHN_RESULT_NONE, "0220" },
};

static void
test_stated (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  for (guint i = 0; i < G_N_ELEMENTS (stated); i++) {
    ChnVote vote = CHN_VOTE_NONE;
    g_autoptr (ChnDate) date = chn_date_parse (stated[i].date, -1, NULL);
    CU_ASSERT_TRUE (chn_vote_parse_counts (stated[i].counts, -1, &vote, NULL));
    if (stated[i].method != CHN_METHOD_NONE) {
      vote.method = stated[i].method;
      vote.result = stated[i].result;
    }
    ChnOutcome found = chn_vote_find_outcome (&vote, registry, stated[i].forum, chn_date_get_bounds (date));
    g_autofree char *text = g_strdup_printf ("%d%d%d%d", found.adopted, found.rejected, found.failed, found.veto);
    if (strcmp (text, stated[i].outcome) != 0)
      CHN_FAIL ("%s %s: found %s, expected %s", stated[i].date, stated[i].counts, text, stated[i].outcome);
  }
  CU_PASS ("all were asked");
}

static const struct {
  const char *state, *date, *holder, *name;
} held[] = {
  { "chn", "1971-10-24", "twn", "Republic of China" },
  { "twn", "1955-12-13", "twn", "Republic of China" },
  { "chn", "1971-10-25", "chn", "chn" },
  { "twn", "1971-10-25", "twn", "twn" },
  { "chn", "1971-10", "chn", "chn" },
  { "rus", "1980-01-07", "sun", "Soviet Union" },
  { "sun", "1991-12-23", "sun", "Soviet Union" },
  { "rus", "1991-12-24", "rus", "rus" },
  { "rus", "1991-12-25", "rus", "rus" },
  { "usa", "1950", "usa", "usa" },
};

/* States that the registry does not know are named by their ids. */
static void
test_seats (void)
{
  g_autoptr (ChnRegistry) registry = chn_registry_builder_seal (chn_registry_builder_new (NULL), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (held); i++) {
    g_autoptr (ChnDate) date = chn_date_parse (held[i].date, -1, NULL);
    const ChnDateBounds *at = chn_date_get_bounds (date);
    CHN_ASSERT_STRING (chn_seat_get_holder (held[i].state, at), held[i].holder);
    CHN_ASSERT_STRING (chn_seat_get_name (registry, held[i].state, at), held[i].name);
  }
}

static const ChnTest tests[] = {
  { "answers hold in every completion of the record", test_every_completion },
  { "results that are stated, and bodies that are not known", test_stated },
  { "who held a seat, and by which name", test_seats },
};

CHN_SUITE ("registry/outcome", tests)
