/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Makes one event of two. Of a field that both have the value stands that more independent sources attest, then the
 * more precise one, then ours; the other is said by a source that is made for its chronology, unless some source says
 * it already, or said it and was corrected. Lists are united. What no source can speak of is kept as a remark.
 */
#include "curate/union/join.h"

#include <chancery/agreement.h>
#include <string.h>

#include "curate/origin.h"
#include "curate/union/join-lists.h"
#include "model/ignored.h"

enum { OURS, THEIRS };

typedef struct {
  const ChnJoin *join;
  ChnCitedList cited;
  ChnEvent *out;
} Joining;

static const char *
need_chronology (const Joining *joining, guint side)
{
  return chn_union_sources_need_chronology (joining->join->sources, joining->join->label[side],
                                            joining->join->title[side]);
}

static gboolean
is_known (const Joining *joining, ChnField field, const char *value)
{
  const GArray *citations = joining->cited.citations;
  for (guint i = 0; i < citations->len; i++) {
    const GArray *claims = g_array_index (citations, ChnCited, i).claims;
    for (guint k = 0; k < claims->len; k++) {
      const ChnClaim *claim = &g_array_index (claims, ChnClaim, k);
      if (claim->field == field && chn_values_agree (field, claim->value, value))
        return TRUE;
    }
  }
  return FALSE;
}

static void
remark (Joining *joining, guint side, ChnField field, const char *value)
{
  g_autofree char *plain = g_strdelimit (g_strdup (value), "\n", ' ');
  g_autofree char *text = g_strdup_printf ("%s: %s", chn_field_get_info (field)->name, plain);
  chn_cited_remark (&joining->cited, need_chronology (joining, side), text);
}

/* What one of the two says, and the event does not: as a claim where the field takes any. Another wording of a
 * summary disputes nothing. */
static void
say (Joining *joining, guint side, ChnField field, const char *value)
{
  if (is_known (joining, field, value))
    return;
  if (!chn_field_get_info (field)->can_be_said || field == CHN_FIELD_TITLE || field == CHN_FIELD_SUMMARY) {
    remark (joining, side, field, value);
    return;
  }
  chn_cited_say (&joining->cited, need_chronology (joining, side), field, value);
  (*joining->join->n_claims)++;
}

/* Whose value stands. */
static guint
choose (const Joining *joining, ChnField field, const char *ours, const char *theirs)
{
  const ChnUnionSources *sources = joining->join->sources;
  gboolean old_a = chn_attest_is_superseded (&joining->cited, sources, field, ours);
  gboolean old_b = chn_attest_is_superseded (&joining->cited, sources, field, theirs);
  if (old_a != old_b)
    return old_a ? THEIRS : OURS;
  guint a = chn_attest_count (&joining->cited, sources, field, ours);
  guint b = chn_attest_count (&joining->cited, sources, field, theirs);
  if (a != b)
    return a > b ? OURS : THEIRS;
  return chn_value_compare_precision (field, ours, theirs) >= 0 ? OURS : THEIRS;
}

static gboolean
is_stated (const ChnEvent *event, ChnField field, const char *value)
{
  if (!value || !*value)
    return FALSE;
  gboolean is_term = chn_field_get_info (field)->shape == CHN_SHAPE_TERM;
  return !is_term || field == CHN_FIELD_STATUS || chn_event_get_term (event, field) != 0;
}

/* Which of the two events the field is taken from; what the other says otherwise is kept. */
static guint
settle (Joining *joining, ChnField field)
{
  const ChnEvent *const *event = joining->join->event;
  g_autofree char *ours = chn_event_dup_value (event[OURS], field);
  g_autofree char *theirs = chn_event_dup_value (event[THEIRS], field);
  if (!is_stated (event[THEIRS], field, theirs))
    return OURS;
  if (!is_stated (event[OURS], field, ours))
    return THEIRS;
  if (chn_values_agree (field, ours, theirs))
    return OURS;
  guint side = choose (joining, field, ours, theirs);
  say (joining, side == OURS ? THEIRS : OURS, field, side == OURS ? theirs : ours);
  return side;
}

static void
take (Joining *joining, ChnField field, guint side)
{
  const ChnEvent *from = joining->join->event[side];
  const ChnFieldInfo *info = chn_field_get_info (field);
  if (info->shape == CHN_SHAPE_TEXT)
    chn_event_set_text (joining->out, field, chn_event_get_text (from, field), -1);
  else if (info->shape == CHN_SHAPE_DATE && chn_event_get_date (from, field))
    chn_event_set_date (joining->out, field, chn_event_get_date (from, field));
  else if (info->shape == CHN_SHAPE_NUMBER)
    chn_event_set_number (joining->out, field, chn_event_get_number (from, field));
  else if (info->shape == CHN_SHAPE_TERM) {
    ChnVocabularyId id = (ChnVocabularyId) info->vocabulary;
    const ChnTerm *term = chn_event_describe_term (from, id, chn_event_get_term (from, field));
    int value = chn_event_find_term (joining->out, id, term->name, -1, NULL);
    chn_event_set_term (joining->out, field, value < 0 ? 0 : (guint) value);
  }
}

/* A time is told by the clocks of its zone, and the place in a series by the series. */
static void
settle_pair (Joining *joining, ChnField first, ChnField second)
{
  guint side = settle (joining, first);
  g_autofree char *own = chn_event_dup_value (joining->join->event[side], first);
  g_autofree char *other = chn_event_dup_value (joining->join->event[!side], first);
  gboolean alike = g_strcmp0 (own, other) == 0;
  take (joining, first, side);
  take (joining, second, alike ? settle (joining, second) : side);
}

/* When it was last changed, and who may see it, are no statements on the event. */
static void
settle_notes (Joining *joining)
{
  const ChnEvent *ours = joining->join->event[OURS], *theirs = joining->join->event[THEIRS];
  const char *a = chn_event_get_text (ours, CHN_FIELD_REVISED), *b = chn_event_get_text (theirs, CHN_FIELD_REVISED);
  take (joining, CHN_FIELD_REVISED, b && g_strcmp0 (b, a) > 0 ? THEIRS : OURS);
  chn_event_set_term (
      joining->out, CHN_FIELD_VISIBILITY,
      MAX (chn_event_get_term (ours, CHN_FIELD_VISIBILITY), chn_event_get_term (theirs, CHN_FIELD_VISIBILITY)));
}

/* What is ignored in either is ignored, as the first says why. */
static void
settle_ignored (Joining *joining)
{
  const char *at = chn_event_get_text (joining->join->event[THEIRS], CHN_FIELD_IGNORE);
  ChnIgnored ignored;
  take (joining, CHN_FIELD_IGNORE, OURS);
  while (chn_ignored_next (&at, &ignored))
    chn_event_add_ignored (joining->out, ignored.code, ignored.code_length, ignored.reason, ignored.reason_length,
                           NULL);
}

/* What has a rule of its own. */
static gboolean
is_settled_otherwise (ChnField field)
{
  static const ChnField others[] = { CHN_FIELD_ID,  CHN_FIELD_DATE,    CHN_FIELD_ZONE,       CHN_FIELD_SERIES,
                                     CHN_FIELD_NTH, CHN_FIELD_REVISED, CHN_FIELD_VISIBILITY, CHN_FIELD_IGNORE };
  ChnFieldShape shape = chn_field_get_info (field)->shape;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i] == field)
      return TRUE;
  return shape == CHN_SHAPE_LIST || shape == CHN_SHAPE_COMPOUND;
}

static void
settle_fields (Joining *joining)
{
  take (joining, CHN_FIELD_ID, OURS);
  settle_pair (joining, CHN_FIELD_DATE, CHN_FIELD_ZONE);
  for (guint field = 0; field < CHN_N_FIELDS; field++)
    if (!is_settled_otherwise ((ChnField) field))
      take (joining, (ChnField) field, settle (joining, (ChnField) field));
  settle_pair (joining, CHN_FIELD_SERIES, CHN_FIELD_NTH);
  settle_notes (joining);
  settle_ignored (joining);
}

static void
remark_term (Joining *joining, guint side, ChnVocabularyId vocabulary, guint value, guint stands)
{
  if (value == 0 || stands == 0 || value == stands)
    return;
  g_autofree char *text = g_strdup_printf ("%s: %s", chn_vocabulary_get_name (vocabulary),
                                           chn_vocabulary_get_term_name (vocabulary, value));
  chn_cited_remark (&joining->cited, need_chronology (joining, side), text);
}

/* What of a vote no claim can say: how it was taken, what came of it, and ballots that differ. */
static void
remark_vote (Joining *joining, guint side, const ChnVote *vote, const ChnVote *stands)
{
  remark_term (joining, side, CHN_VOCABULARY_METHOD, vote->method, stands->method);
  remark_term (joining, side, CHN_VOCABULARY_RESULT, vote->result, stands->result);
  for (guint i = 0; i < vote->n_ballots; i++)
    for (guint k = 0; k < stands->n_ballots; k++) {
      const ChnBallot *other = &vote->ballots[i], *own = &stands->ballots[k];
      if (other->kind == own->kind || strcmp (other->actor, own->actor) != 0)
        continue;
      g_autofree char *text = g_strdup_printf ("ballot of %s: %s", other->actor,
                                               chn_vocabulary_get_term_name (CHN_VOCABULARY_BALLOT, other->kind));
      chn_cited_remark (&joining->cited, need_chronology (joining, side), text);
    }
}

/* Counts that one lacks are filled in; where they differ, the whole vote is one's. */
static void
settle_vote (Joining *joining)
{
  const ChnVote *const votes[] = { chn_event_get_vote (joining->join->event[OURS]),
                                   chn_event_get_vote (joining->join->event[THEIRS]) };
  guint side = !chn_vote_is_present (votes[OURS]) ? THEIRS : OURS;
  if (!chn_vote_is_present (votes[THEIRS]))
    side = OURS;
  else if (chn_vote_is_present (votes[OURS]) && !chn_votes_fit (votes[OURS], votes[THEIRS]))
    side = settle (joining, CHN_FIELD_VOTE);
  remark_vote (joining, !side, votes[!side], votes[side]);
  chn_join_vote (votes[side], votes[!side], joining->cited.arena, joining->out);
}

static void
settle_extras (Joining *joining)
{
  chn_join_extras (joining->join->event[OURS], joining->join->event[THEIRS], joining->join->label[THEIRS],
                   joining->out);
  for (guint side = OURS; side <= THEIRS && joining->join->sets_origins; side++)
    chn_join_set_origins (joining->out, joining->join->origins[side]);
}

void
chn_join_set_origins (ChnEvent *event, char *const *origins)
{
  for (guint i = 0; origins && origins[i]; i++) {
    gboolean there = FALSE;
    guint n = 0;
    const ChnExtra *extras = chn_event_get_extras (event, &n);
    for (guint k = 0; k < n; k++)
      there |= strcmp (extras[k].key, CHN_ORIGIN_KEY) == 0 && strcmp (extras[k].value, origins[i]) == 0;
    if (!there)
      chn_event_add_extra (event, CHN_ORIGIN_KEY, origins[i]);
  }
}

void
chn_join_events (const ChnJoin *join, ChnEvent *out)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  Joining joining = { .join = join, .out = out };
  chn_event_clear (out);
  chn_cited_init (&joining.cited, arena);
  for (guint side = OURS; side <= THEIRS; side++) {
    guint n = 0;
    const ChnCitation *citations = chn_event_get_citations (join->event[side], &n);
    for (guint i = 0; i < n; i++)
      chn_cited_add (&joining.cited, &citations[i]);
  }
  settle_fields (&joining);
  settle_vote (&joining);
  chn_join_lists (join->event[OURS], join->event[THEIRS], out);
  settle_extras (&joining);
  chn_cited_put (&joining.cited, out);
  chn_cited_clear (&joining.cited);
}
