/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How what a source says stands to one recorded value: the same, compatible but more or less precise, or something
 * else. */
#include "model/stance.h"

#include <string.h>

#include "base/fold.h"

enum { QUALIFIED = CHN_DATE_UNCERTAIN | CHN_DATE_APPROXIMATE };

static gboolean
is_within (const ChnDateBounds *inner, const ChnDateBounds *outer)
{
  return inner->earliest >= outer->earliest && inner->latest <= outer->latest;
}

static gboolean
are_apart (const ChnDateBounds *a, const ChnDateBounds *b)
{
  return a->latest < b->earliest || a->earliest > b->latest;
}

/* Whether a date is a time of known offset, which is then in *seconds. */
static gboolean
has_offset (const ChnDate *date, gint64 *seconds)
{
  int minutes = 0;
  guint flags = date ? chn_date_get_bounds (date)->flags : 0;
  gboolean is_moment = flags & CHN_DATE_TIMED && !(flags & (CHN_DATE_INTERVAL | CHN_DATE_ONE_OF | CHN_DATE_ALL_OF));
  if (!is_moment || !chn_date_get_utc_offset (date, &minutes))
    return FALSE;
  *seconds = (gint64) minutes * 60;
  return TRUE;
}

/* What the second denotes, on the clocks of the first where both are times of known offsets: instants compare. */
static ChnDateBounds
get_alike_bounds (const ChnDate *first, const ChnDate *second)
{
  gint64 here = 0, there = 0;
  ChnDateBounds bounds = *chn_date_get_bounds (second);
  if (has_offset (first, &here) && has_offset (second, &there)) {
    bounds.earliest += here - there;
    bounds.latest += here - there;
  }
  return bounds;
}

ChnStance
chn_stance_of_date (const ChnDateBounds *recorded, const char *recorded_text, const char *claimed)
{
  g_autoptr (ChnDate) date = chn_date_parse (claimed, -1, NULL);
  gboolean timed = recorded->flags & CHN_DATE_TIMED;
  g_autoptr (ChnDate) record = timed && recorded_text ? chn_date_parse (recorded_text, -1, NULL) : NULL;
  if (!date)
    return CHN_STANCE_DISPUTES;
  const ChnDateBounds alike = get_alike_bounds (record, date), *bounds = &alike;
  if (are_apart (bounds, recorded))
    return CHN_STANCE_DISPUTES;
  gboolean within = is_within (bounds, recorded), around = is_within (recorded, bounds);
  gboolean vague = bounds->flags & QUALIFIED, vague_record = recorded->flags & QUALIFIED;
  if (within && around && vague == vague_record)
    return CHN_STANCE_CONFIRMS;
  gboolean part = within && recorded->flags & (CHN_DATE_INTERVAL | CHN_DATE_ALL_OF); /* one day of several */
  return within && !vague && !part ? CHN_STANCE_PRECISE : CHN_STANCE_PARTIAL;
}

/* Counts that are not known contradict nothing. */
static gboolean
counts_clash (gint32 claimed, gint32 recorded)
{
  return claimed >= 0 && recorded >= 0 && claimed != recorded;
}

/* Of a vote whose method is not known there may have been a consensus. */
static gboolean
methods_clash (ChnVoteMethod a, ChnVoteMethod b)
{
  return a != CHN_METHOD_NONE && b != CHN_METHOD_NONE && (a == CHN_METHOD_CONSENSUS) != (b == CHN_METHOD_CONSENSUS);
}

static gboolean
votes_clash (const ChnVote *a, const ChnVote *b)
{
  return methods_clash (a->method, b->method) || counts_clash (a->yes, b->yes) || counts_clash (a->no, b->no) ||
         counts_clash (a->abstain, b->abstain);
}

/* Whether the first knows every count that the second knows. */
static gboolean
is_as_full (const ChnVote *a, const ChnVote *b)
{
  return (a->yes >= 0 || b->yes < 0) && (a->no >= 0 || b->no < 0) && (a->abstain >= 0 || b->abstain < 0);
}

ChnStance
chn_stance_of_vote (const ChnVote *recorded, const char *claimed)
{
  ChnVote vote = CHN_VOTE_NONE;
  if (!chn_vote_parse_counts (claimed, -1, &vote, NULL))
    return CHN_STANCE_DISPUTES;
  if (!chn_vote_is_present (recorded))
    return CHN_STANCE_PRECISE;
  if (votes_clash (&vote, recorded))
    return CHN_STANCE_DISPUTES;
  if (!is_as_full (&vote, recorded))
    return CHN_STANCE_PARTIAL;
  return is_as_full (recorded, &vote) ? CHN_STANCE_CONFIRMS : CHN_STANCE_PRECISE;
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
  if (!voted && is_above (recorded, claimed))
    return CHN_STANCE_PRECISE;
  return !voted && is_above (claimed, recorded) ? CHN_STANCE_PARTIAL : CHN_STANCE_DISPUTES;
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

static gboolean
are_alike (const char *a, const char *b)
{
  g_autofree char *folded_a = chn_fold_text (a, -1), *folded_b = chn_fold_text (b, -1);
  return strcmp (folded_a, folded_b) == 0;
}

ChnStance
chn_stance_of_text (const char *recorded, const char *claimed)
{
  if (!recorded || !recorded[0])
    return CHN_STANCE_PRECISE;
  return are_alike (recorded, claimed) ? CHN_STANCE_CONFIRMS : CHN_STANCE_DISPUTES;
}

static gboolean
dates_clash (const char *a, const char *b)
{
  g_autoptr (ChnDate) one = chn_date_parse (a, -1, NULL), other = chn_date_parse (b, -1, NULL);
  if (!one || !other)
    return FALSE;
  ChnDateBounds bounds = get_alike_bounds (one, other);
  return are_apart (chn_date_get_bounds (one), &bounds);
}

static gboolean
counted_otherwise (const char *a, const char *b)
{
  ChnVote one = CHN_VOTE_NONE, other = CHN_VOTE_NONE;
  return chn_vote_parse_counts (a, -1, &one, NULL) && chn_vote_parse_counts (b, -1, &other, NULL) &&
         votes_clash (&one, &other);
}

/* Of lists each may name another item. */
gboolean
chn_claims_clash (ChnField field, const char *a, const char *b)
{
  switch (field) {
  case CHN_FIELD_DATE:
    return dates_clash (a, b);
  case CHN_FIELD_VOTE:
    return counted_otherwise (a, b);
  case CHN_FIELD_FORUMS:
    return chn_stance_of_forum (a, FALSE, b) == CHN_STANCE_DISPUTES;
  case CHN_FIELD_STATUS:
  case CHN_FIELD_ACTORS:
    return FALSE;
  default:
    return chn_field_get_info (field)->shape != CHN_SHAPE_LIST && !are_alike (a, b);
  }
}

gboolean
chn_claim_announces (ChnField field, const char *claimed, guint recorded_status)
{
  if (field != CHN_FIELD_STATUS || recorded_status == CHN_STATUS_PLANNED)
    return FALSE;
  return strcmp (claimed, chn_vocabulary_get_term_name (CHN_VOCABULARY_STATUS, CHN_STATUS_PLANNED)) == 0;
}
