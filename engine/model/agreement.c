/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How a source's claim stands to the record: the same, compatible but less precise, or something else. */
#include <chancery/agreement.h>

#include <string.h>

#include "base/fold.h"

static ChnStance
judge_date (const ChnEvent *event, const char *value)
{
  g_autoptr (ChnDate) said = chn_date_parse (value, -1, NULL);
  if (!said)
    return CHN_STANCE_DISPUTES;
  const ChnDateBounds *claimed = chn_date_get_bounds (said), *recorded = chn_event_get_bounds (event);
  if (claimed->earliest == recorded->earliest && claimed->latest == recorded->latest)
    return CHN_STANCE_CONFIRMS;
  gboolean contains = claimed->earliest <= recorded->earliest && claimed->latest >= recorded->latest;
  gboolean contained = claimed->earliest >= recorded->earliest && claimed->latest <= recorded->latest;
  return contains || contained ? CHN_STANCE_PARTIAL : CHN_STANCE_DISPUTES;
}

/* Counts that are not known contradict nothing. */
static gboolean
counts_clash (gint32 said, gint32 recorded)
{
  return said >= 0 && recorded >= 0 && said != recorded;
}

static ChnStance
judge_vote (const ChnEvent *event, const char *value)
{
  ChnVote said = CHN_VOTE_NONE;
  const ChnVote *recorded = chn_event_get_vote (event);
  if (!chn_vote_parse_counts (value, -1, &said, NULL))
    return CHN_STANCE_DISPUTES;
  if ((said.method == CHN_METHOD_CONSENSUS) != (recorded->method == CHN_METHOD_CONSENSUS)
      || counts_clash (said.yes, recorded->yes) || counts_clash (said.no, recorded->no)
      || counts_clash (said.abstain, recorded->abstain))
    return CHN_STANCE_DISPUTES;
  gboolean whole = said.yes == recorded->yes && said.no == recorded->no && said.abstain == recorded->abstain;
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
static ChnStance
judge_forum (const ChnEvent *event, const char *value)
{
  guint n = 0;
  const char *const *forums = chn_event_get_items (event, CHN_FIELD_FORUMS, &n);
  gboolean voted = chn_vote_is_present (chn_event_get_vote (event));
  ChnStance stance = CHN_STANCE_DISPUTES;
  for (guint i = 0; i < n; i++) {
    if (strcmp (forums[i], value) == 0)
      return CHN_STANCE_CONFIRMS;
    if (!voted && (is_above (value, forums[i]) || is_above (forums[i], value)))
      stance = CHN_STANCE_PARTIAL;
  }
  return stance;
}

static ChnStance
judge_item (const ChnEvent *event, ChnField field, const char *value)
{
  guint n = 0;
  const char *const *items = chn_event_get_items (event, field, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (items[i], value) == 0)
      return CHN_STANCE_CONFIRMS;
  return CHN_STANCE_DISPUTES;
}

static ChnStance
judge_actor (const ChnEvent *event, const char *value)
{
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (actors[i].actor, value) == 0)
      return CHN_STANCE_CONFIRMS;
  return CHN_STANCE_DISPUTES;
}

/* A plan that came true, or to nothing, was no error when it was reported. */
static ChnStance
judge_status (const ChnEvent *event, const char *value)
{
  int said = chn_vocabulary_find (CHN_VOCABULARY_STATUS, value, -1, NULL);
  if (said == (int) chn_event_get_term (event, CHN_FIELD_STATUS))
    return CHN_STANCE_CONFIRMS;
  return said == CHN_STATUS_PLANNED ? CHN_STANCE_PARTIAL : CHN_STANCE_DISPUTES;
}

static ChnStance
judge_text (const ChnEvent *event, ChnField field, const char *value)
{
  g_autofree char *recorded = chn_event_dup_value (event, field);
  g_autofree char *folded_record = chn_fold_text (recorded ? recorded : "", -1);
  g_autofree char *folded_value = chn_fold_text (value, -1);
  return strcmp (folded_record, folded_value) == 0 ? CHN_STANCE_CONFIRMS : CHN_STANCE_DISPUTES;
}

ChnStance
chn_claim_judge (const ChnEvent *event, const ChnClaim *claim)
{
  switch (claim->field) {
  case CHN_FIELD_DATE:
    return judge_date (event, claim->value);
  case CHN_FIELD_VOTE:
    return judge_vote (event, claim->value);
  case CHN_FIELD_FORUMS:
    return judge_forum (event, claim->value);
  case CHN_FIELD_SYMBOLS:
    return judge_item (event, claim->field, claim->value);
  case CHN_FIELD_ACTORS:
    return judge_actor (event, claim->value);
  case CHN_FIELD_STATUS:
    return judge_status (event, claim->value);
  default:
    return judge_text (event, claim->field, claim->value);
  }
}

static char *
join_items (const ChnEvent *event, ChnField field)
{
  guint n = 0;
  const char *const *items = chn_event_get_items (event, field, &n);
  g_autoptr (GString) all = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "; " : "", items[i]);
  return n > 0 ? g_strdup (all->str) : NULL;
}

static char *
join_actors (const ChnEvent *event)
{
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  g_autoptr (GString) all = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "; " : "", actors[i].actor);
  return n > 0 ? g_strdup (all->str) : NULL;
}

static char *
dup_number (guint number)
{
  return number > 0 ? g_strdup_printf ("%u", number) : NULL;
}

char *
chn_event_dup_value (const ChnEvent *event, ChnField field)
{
  const ChnFieldInfo *info = chn_field_get_info (field);
  switch (info->shape) {
  case CHN_SHAPE_TEXT:
  case CHN_SHAPE_DATE:
    return g_strdup (chn_event_get_text (event, field));
  case CHN_SHAPE_TERM:
    return g_strdup (chn_vocabulary_get_term_name ((ChnVocabularyId) info->vocabulary, chn_event_get_term (event, field)));
  case CHN_SHAPE_NUMBER:
    return dup_number (chn_event_get_number (event, field));
  case CHN_SHAPE_LIST:
    return join_items (event, field);
  case CHN_SHAPE_COMPOUND:
    if (field == CHN_FIELD_VOTE)
      return chn_vote_dup_counts (chn_event_get_vote (event));
    return field == CHN_FIELD_ACTORS ? join_actors (event) : NULL;
  }
  g_return_val_if_reached (NULL);
}

const char *
chn_stance_get_name (ChnStance stance)
{
  static const char *const names[] = { "confirms", "partial", "disputes" };
  g_return_val_if_fail ((guint) stance < G_N_ELEMENTS (names), NULL);
  return names[stance];
}
