/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether several voted alike, or all voted so: in each way, or some, or none, in which the holes of a roll can be
 * filled. */
#include "query/roll-agree.h"

/* How they may have voted: alike, split, or neither, since too few cast a ballot. */
typedef struct {
  gboolean agree, split, neither;
} Ways;

static gint64
count_all (const ChnSilent *silent)
{
  return silent->n_sure + silent->n_maybe;
}

static gint64
count_cast (const ChnVoices *voices)
{
  return voices->n_named[CHN_BALLOT_YES] + voices->n_named[CHN_BALLOT_NO] + voices->n_named[CHN_BALLOT_ABSTAIN];
}

/* Of those who are not named, where they are all that is asked about. */
static ChnRollFit
make_fit (const ChnRoll *roll, const ChnVoices *voices, gboolean strict)
{
  ChnRollFit fit = chn_roll_fit_new (roll, strict);
  fit.n_sure = voices->single.n_sure + voices->member.n_sure;
  fit.n_maybe = voices->single.n_maybe + voices->member.n_maybe;
  fit.n_others -= fit.n_sure;
  return fit;
}

/* Ballots cast of a kind, and of no other. */
static gboolean
may_agree_on (const ChnRollFit *fit, const ChnVoices *voices, ChnBallotKind wanted)
{
  ChnFitBounds bounds = chn_fit_bounds_new ();
  if (count_cast (voices) != voices->n_named[wanted])
    return FALSE;
  for (guint kind = CHN_BALLOT_YES; kind <= CHN_BALLOT_ABSTAIN; kind++)
    bounds.high[kind] = kind == wanted ? CHN_MANY : 0;
  bounds.low[wanted] = MAX (count_all (&voices->single), MAX (2 - count_cast (voices), 0));
  bounds.most_idle = count_all (&voices->member);
  bounds.high[CHN_FIT_OUT] = voices->member.n_maybe;
  return chn_roll_fits (fit, &bounds);
}

static gboolean
may_split_between (const ChnRollFit *fit, const ChnVoices *voices, guint one, guint other)
{
  ChnFitBounds bounds = chn_fit_bounds_new ();
  bounds.low[one] = voices->n_named[one] > 0 ? 0 : 1;
  bounds.low[other] = voices->n_named[other] > 0 ? 0 : 1;
  bounds.most_idle = count_all (&voices->member);
  bounds.high[CHN_FIT_OUT] = voices->member.n_maybe;
  return chn_roll_fits (fit, &bounds);
}

static gboolean
may_split (const ChnRollFit *fit, const ChnVoices *voices)
{
  return may_split_between (fit, voices, CHN_BALLOT_YES, CHN_BALLOT_NO) ||
         may_split_between (fit, voices, CHN_BALLOT_YES, CHN_BALLOT_ABSTAIN) ||
         may_split_between (fit, voices, CHN_BALLOT_NO, CHN_BALLOT_ABSTAIN);
}

/* Whether somebody asked about by itself may not have cast a ballot. */
static gboolean
may_be_idle (const ChnRollFit *fit, const ChnVoices *voices)
{
  ChnFitBounds silent = chn_fit_bounds_new (), out = silent;
  silent.low[CHN_BALLOT_NOT_VOTING] = 1;
  out.low[CHN_FIT_OUT] = 1;
  return (count_all (&voices->single) > 0 && chn_roll_fits (fit, &silent)) ||
         (voices->single.n_maybe > 0 && chn_roll_fits (fit, &out));
}

/* Whether they may have cast fewer than two ballots. */
static gboolean
may_be_too_few (const ChnRollFit *fit, const ChnVoices *voices)
{
  if (count_cast (voices) > 1)
    return FALSE;
  for (guint one = CHN_BALLOT_YES; one <= CHN_BALLOT_ABSTAIN; one++) {
    ChnFitBounds bounds = chn_fit_bounds_new ();
    for (guint kind = CHN_BALLOT_YES; kind <= CHN_BALLOT_ABSTAIN; kind++)
      bounds.high[kind] = kind == one ? 1 - count_cast (voices) : 0;
    if (chn_roll_fits (fit, &bounds))
      return TRUE;
  }
  return FALSE;
}

/* All are named: nothing is to be filled. */
static Ways
find_named_way (const ChnVoices *voices)
{
  guint n_kinds = 0;
  for (guint kind = CHN_BALLOT_YES; kind <= CHN_BALLOT_ABSTAIN; kind++)
    n_kinds += voices->n_named[kind] > 0;
  gboolean cast = voices->n_idle == 0 && count_cast (voices) > 1;
  return (Ways){ cast && n_kinds == 1, cast && n_kinds > 1, !cast };
}

static Ways
find_filled_ways (const ChnRoll *roll, const ChnVoices *voices, gboolean strict)
{
  ChnRollFit fit = make_fit (roll, voices, strict);
  Ways ways = { FALSE, FALSE, TRUE };
  if (voices->n_idle > 0)
    return ways;
  for (guint kind = CHN_BALLOT_YES; kind <= CHN_BALLOT_ABSTAIN; kind++)
    ways.agree = ways.agree || may_agree_on (&fit, voices, (ChnBallotKind) kind);
  ways.split = may_split (&fit, voices);
  ways.neither = chn_roll_may_be_consensus (roll) || may_be_idle (&fit, voices) || may_be_too_few (&fit, voices);
  if (!ways.agree && !ways.split && !ways.neither)
    return (Ways){ TRUE, TRUE, TRUE }; /* the record contradicts itself, and proves nothing */
  return ways;
}

/* Members of whom nothing is recorded may have voted otherwise, or at all. */
static Ways
find_ways (const ChnRoll *roll, const ChnVoices *voices, gboolean strict)
{
  gboolean is_named = count_all (&voices->single) + count_all (&voices->member) == 0;
  Ways ways = is_named ? find_named_way (voices) : find_filled_ways (roll, voices, strict);
  if (voices->is_covered || voices->n_idle > 0)
    return ways;
  gint64 n = count_cast (voices);
  gboolean alike = n == voices->n_named[CHN_BALLOT_YES] || n == voices->n_named[CHN_BALLOT_NO] ||
                   n == voices->n_named[CHN_BALLOT_ABSTAIN];
  return (Ways){ ways.agree || (ways.neither && alike), TRUE, ways.neither };
}

static ChnAnswer
answer_ways (const Ways *ways, ChnRollAgreement wanted)
{
  gboolean holds = wanted == CHN_ROLL_AGREE ? ways->agree : ways->split;
  gboolean fails = ways->neither || (wanted == CHN_ROLL_AGREE ? ways->split : ways->agree);
  return !holds ? CHN_ANSWER_NO : fails ? CHN_ANSWER_UNKNOWN : CHN_ANSWER_YES;
}

/* Where dates leave open who was a member, it may hold for some of those; strictly it must hold for all. */
static ChnAnswer
join (ChnAnswer one, ChnAnswer other, gboolean strict)
{
  return strict ? MIN (one, other) : MAX (one, other);
}

ChnAnswer
chn_roll_ask_agreement (const ChnRoll *roll, const ChnAskedSet *set, ChnRollAgreement wanted, gboolean strict)
{
  ChnVoices voices;
  chn_asked_set_hear (set, roll, CHN_MEMBERS_AT_BEGIN, strict, &voices);
  Ways ways = find_ways (roll, &voices, strict);
  ChnAnswer answer = answer_ways (&ways, wanted);
  if (!voices.is_open)
    return answer;
  chn_asked_set_hear (set, roll, CHN_MEMBERS_AT_END, strict, &voices);
  ways = find_ways (roll, &voices, strict);
  return join (answer, answer_ways (&ways, wanted), strict);
}

/* Whether one who is not named may have voted otherwise, or may not have been there though asked about by itself. */
static gboolean
may_differ (const ChnRollFit *fit, const ChnVoices *voices, ChnBallotKind wanted)
{
  ChnFitBounds out = chn_fit_bounds_new (), all_out = out;
  for (guint kind = 0; kind < CHN_N_BALLOT_KINDS; kind++) {
    ChnFitBounds bounds = chn_fit_bounds_new ();
    bounds.low[kind] = 1;
    if (kind != wanted && chn_roll_fits (fit, &bounds))
      return TRUE;
  }
  out.low[CHN_FIT_OUT] = 1;
  all_out.low[CHN_FIT_OUT] = fit->n_sure + fit->n_maybe;
  return voices->single.n_maybe > 0 ? chn_roll_fits (fit, &out)
                                    : voices->n_named[wanted] == 0 && chn_roll_fits (fit, &all_out);
}

/* Whether all who are not named may have voted so, as far as they were there; where not all members are recorded, one
 * of the others may be who did. */
static gboolean
may_all (const ChnRollFit *fit, const ChnVoices *voices, ChnBallotKind wanted)
{
  ChnFitBounds bounds = chn_fit_bounds_new ();
  for (guint kind = 0; kind < CHN_N_BALLOT_KINDS; kind++)
    bounds.high[kind] = kind == wanted ? CHN_MANY : 0;
  gint64 least = voices->n_named[wanted] > 0 || !voices->is_covered ? 0 : 1;
  bounds.low[wanted] = MAX (count_all (&voices->single), least);
  bounds.high[CHN_FIT_OUT] = voices->member.n_maybe;
  return chn_roll_fits (fit, &bounds);
}

static ChnAnswer
ask_silent (const ChnRoll *roll, const ChnVoices *voices, ChnBallotKind kind, gboolean strict)
{
  ChnRollFit fit = make_fit (roll, voices, strict);
  gboolean holds = may_all (&fit, voices, kind);
  gboolean fails = may_differ (&fit, voices, kind) || chn_roll_may_be_consensus (roll);
  if (holds == fails)
    return CHN_ANSWER_UNKNOWN; /* also of a record that contradicts itself */
  return holds && voices->is_covered ? CHN_ANSWER_YES : holds ? CHN_ANSWER_UNKNOWN : CHN_ANSWER_NO;
}

/* Whether any of them can have voted so: by name, or as one more than are named. */
static gboolean
may_any (const ChnRoll *roll, const ChnVoices *voices, ChnBallotKind kind)
{
  ChnRest rest;
  if (voices->n_named[kind] > 0)
    return TRUE;
  chn_roll_find_rest (roll, &rest);
  return rest.most[kind] > 0;
}

/* Of those who count. */
static ChnAnswer
ask_all_of (const ChnRoll *roll, const ChnVoices *voices, ChnBallotKind kind, gboolean strict)
{
  gint64 n_named = chn_rest_sum_except (voices->n_named, CHN_N_BALLOT_KINDS);
  if (voices->n_named[kind] < n_named || voices->n_out > 0 || !may_any (roll, voices, kind))
    return CHN_ANSWER_NO;
  if (count_all (&voices->single) + count_all (&voices->member) > 0)
    return ask_silent (roll, voices, kind, strict);
  if (!voices->is_covered)
    return CHN_ANSWER_UNKNOWN;
  return n_named > 0 ? CHN_ANSWER_YES : CHN_ANSWER_NO;
}

ChnAnswer
chn_roll_ask_all (const ChnRoll *roll, const ChnAskedSet *set, ChnBallotKind kind, gboolean strict)
{
  ChnVoices voices;
  chn_asked_set_hear (set, roll, CHN_MEMBERS_AT_BEGIN, strict, &voices);
  ChnAnswer answer = ask_all_of (roll, &voices, kind, strict);
  if (!voices.is_open)
    return answer;
  chn_asked_set_hear (set, roll, CHN_MEMBERS_AT_END, strict, &voices);
  return join (answer, ask_all_of (roll, &voices, kind, strict), strict);
}
