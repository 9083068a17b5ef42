/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How a source's claim stands to the record: the same, compatible but more or less precise, or something else. */
#include <chancery/agreement.h>

#include "model/stance.h"

static ChnStance
judge_items (const ChnEvent *event, const ChnClaim *claim)
{
  guint n = 0;
  const char *const *items = chn_event_get_items (event, claim->field, &n);
  gboolean voted = chn_vote_is_present (chn_event_get_vote (event));
  ChnStance nearest = n == 0 ? CHN_STANCE_PRECISE : CHN_STANCE_DISPUTES;
  for (guint i = 0; i < n; i++) {
    ChnStance stance = claim->field == CHN_FIELD_FORUMS ? chn_stance_of_forum (items[i], voted, claim->value)
                                                        : chn_stance_of_id (items[i], claim->value);
    nearest = MIN (nearest, stance);
  }
  return nearest;
}

static ChnStance
judge_actor (const ChnEvent *event, const char *value)
{
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  for (guint i = 0; i < n; i++)
    if (chn_stance_of_id (actors[i].actor, value) == CHN_STANCE_CONFIRMS)
      return CHN_STANCE_CONFIRMS;
  return n == 0 ? CHN_STANCE_PRECISE : CHN_STANCE_DISPUTES;
}

static ChnStance
judge_text (const ChnEvent *event, ChnField field, const char *value)
{
  g_autofree char *recorded = chn_event_dup_value (event, field);
  return chn_stance_of_text (recorded, value);
}

ChnStance
chn_claim_judge (const ChnEvent *event, const ChnClaim *claim)
{
  switch (claim->field) {
  case CHN_FIELD_DATE:
    return chn_stance_of_date (chn_event_get_bounds (event), chn_event_get_text (event, CHN_FIELD_DATE),
                               claim->value);
  case CHN_FIELD_VOTE:
    return chn_stance_of_vote (chn_event_get_vote (event), claim->value);
  case CHN_FIELD_ACTORS:
    return judge_actor (event, claim->value);
  case CHN_FIELD_STATUS:
    return chn_stance_of_status (chn_event_get_term (event, CHN_FIELD_STATUS), claim->value);
  default:
    return chn_field_get_info (claim->field)->shape == CHN_SHAPE_LIST
               ? judge_items (event, claim)
               : judge_text (event, claim->field, claim->value);
  }
}

gboolean
chn_citation_is_announcement (const ChnEvent *event, const ChnCitation *citation)
{
  guint status = chn_event_get_term (event, CHN_FIELD_STATUS);
  for (guint i = 0; i < citation->n_claims; i++)
    if (chn_claim_announces (citation->claims[i].field, citation->claims[i].value, status))
      return TRUE;
  return FALSE;
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
    return g_strdup (
        chn_event_describe_term (event, (ChnVocabularyId) info->vocabulary, chn_event_get_term (event, field))->name);
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
  static const char *const names[] = { "confirms", "more-precise", "partial", "disputes", "superseded" };
  g_return_val_if_fail ((guint) stance < G_N_ELEMENTS (names), NULL);
  return names[stance];
}

const char *
chn_agreement_get_name (ChnAgreement agreement)
{
  static const char *const names[] = { "silent", "single", "partial", "confirmed", "disputed", "superseded" };
  g_return_val_if_fail ((guint) agreement < G_N_ELEMENTS (names), NULL);
  return names[agreement];
}
