/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* An event as a plain value: text in an arena, lists in arrays that keep their memory when cleared. */
#include "model/event-storage.h"
#include "model/event-words.h"

#include <string.h>

enum { DATE_SLOT, REVISED_SLOT };

static const ChnDateBounds no_bounds = { CHN_TIME_MIN, CHN_TIME_MAX, CHN_PRECISION_UNBOUNDED, 0 };
static const ChnVote no_vote = CHN_VOTE_NONE;

static GArray *
array_new (guint size)
{
  return g_array_new (TRUE, FALSE, size);
}

static gboolean
has_shape (ChnField field, ChnFieldShape shape)
{
  return field < CHN_N_FIELDS && chn_field_get_info (field)->shape == shape;
}

ChnEvent *
chn_event_new (void)
{
  ChnEvent *event = g_new0 (ChnEvent, 1);
  event->arena = chn_arena_new ();
  event->bounds = no_bounds;
  event->vote = no_vote;
  for (guint i = 0; i < CHN_N_FIELDS; i++)
    if (has_shape ((ChnField) i, CHN_SHAPE_LIST))
      event->list[i] = array_new (sizeof (const char *));
  event->actors = array_new (sizeof (ChnParticipation));
  event->relations = array_new (sizeof (ChnRelation));
  event->citations = array_new (sizeof (ChnCitation));
  event->extras = array_new (sizeof (ChnExtra));
  return event;
}

/* g_array_set_size() to 0 without its calls: events are cleared by the million, and have most of their lists empty.
 */
static void
empty (GArray *array)
{
  if (array->len == 0)
    return;
  memset (array->data, 0, g_array_get_element_size (array));
  array->len = 0;
}

void
chn_event_clear (ChnEvent *event)
{
  for (guint i = 0; i < G_N_ELEMENTS (event->date); i++)
    g_clear_pointer (&event->date[i], chn_date_unref);
  for (guint i = 0; i < CHN_N_FIELDS; i++)
    if (event->list[i])
      empty (event->list[i]);
  empty (event->actors);
  empty (event->relations);
  empty (event->citations);
  empty (event->extras);
  event->n_positions = 0;
  memset (event->text, 0, sizeof event->text);
  memset (event->number, 0, sizeof event->number);
  event->bounds = no_bounds;
  event->vote = no_vote;
  chn_arena_clear (event->arena);
  chn_event_forget_words (event);
}

void
chn_event_free (ChnEvent *event)
{
  if (!event)
    return;
  chn_event_clear (event);
  for (guint i = 0; i < CHN_N_FIELDS; i++)
    if (event->list[i])
      g_array_unref (event->list[i]);
  g_array_unref (event->actors);
  g_array_unref (event->relations);
  g_array_unref (event->citations);
  g_array_unref (event->extras);
  g_free (event->position);
  chn_arena_free (event->arena);
  chn_vocabulary_unref (event->words);
  g_free (event);
}

static const char *
keep (ChnEvent *event, const char *text, gssize length)
{
  return text ? chn_arena_strndup (event->arena, text, length) : NULL;
}

void
chn_event_set_text (ChnEvent *event, ChnField field, const char *text, gssize length)
{
  g_return_if_fail (has_shape (field, CHN_SHAPE_TEXT));
  event->text[field] = keep (event, text, length);
}

void
chn_event_borrow_text (ChnEvent *event, ChnField field, const char *text)
{
  event->text[field] = text;
}

const char *
chn_event_get_text (const ChnEvent *event, ChnField field)
{
  g_return_val_if_fail (has_shape (field, CHN_SHAPE_TEXT) || has_shape (field, CHN_SHAPE_DATE), NULL);
  return event->text[field];
}

static guint
date_slot (ChnField field)
{
  return field == CHN_FIELD_DATE ? DATE_SLOT : REVISED_SLOT;
}

void
chn_event_set_date (ChnEvent *event, ChnField field, ChnDate *date)
{
  g_return_if_fail (has_shape (field, CHN_SHAPE_DATE));
  ChnDate *old = event->date[date_slot (field)];
  event->date[date_slot (field)] = date ? chn_date_ref (date) : NULL;
  event->text[field] = date ? chn_date_get_text (date) : NULL;
  if (field == CHN_FIELD_DATE)
    event->bounds = date ? *chn_date_get_bounds (date) : no_bounds;
  if (old)
    chn_date_unref (old);
}

void
chn_event_hold_date (ChnEvent *event, ChnField field, const char *text, const ChnDateBounds *bounds)
{
  chn_event_set_date (event, field, NULL);
  event->text[field] = keep (event, text, -1);
  if (field == CHN_FIELD_DATE)
    event->bounds = *bounds;
}

ChnDate *
chn_event_get_date (const ChnEvent *event, ChnField field)
{
  g_return_val_if_fail (has_shape (field, CHN_SHAPE_DATE), NULL);
  ChnDate **slot = &((ChnEvent *) event)->date[date_slot (field)];
  if (!*slot && event->text[field])
    *slot = chn_date_parse (event->text[field], -1, NULL);
  if (!*slot && event->text[field]) /* no builder takes such a text; a forged snapshot may hold it */
    *slot = chn_date_parse ("XXXX", -1, NULL);
  return *slot;
}

const ChnDateBounds *
chn_event_get_bounds (const ChnEvent *event)
{
  return &event->bounds;
}

void
chn_event_set_term (ChnEvent *event, ChnField field, guint value)
{
  g_return_if_fail (has_shape (field, CHN_SHAPE_TERM));
  event->number[field] = value;
}

guint
chn_event_get_term (const ChnEvent *event, ChnField field)
{
  g_return_val_if_fail (has_shape (field, CHN_SHAPE_TERM), 0);
  return event->number[field];
}

void
chn_event_set_number (ChnEvent *event, ChnField field, guint value)
{
  g_return_if_fail (has_shape (field, CHN_SHAPE_NUMBER));
  event->number[field] = value;
}

guint
chn_event_get_number (const ChnEvent *event, ChnField field)
{
  g_return_val_if_fail (has_shape (field, CHN_SHAPE_NUMBER), 0);
  return event->number[field];
}

GArray *
chn_event_get_list (ChnEvent *event, ChnField field)
{
  g_return_val_if_fail (has_shape (field, CHN_SHAPE_LIST), NULL);
  return event->list[field];
}

void
chn_event_add_item (ChnEvent *event, ChnField field, const char *text, gssize length)
{
  GArray *list = chn_event_get_list (event, field);
  g_return_if_fail (list && text);
  const char *kept = keep (event, text, length);
  g_array_append_val (list, kept);
}

void
chn_event_clear_items (ChnEvent *event, ChnField field)
{
  g_array_set_size (chn_event_get_list (event, field), 0);
}

const char *const *
chn_event_get_items (const ChnEvent *event, ChnField field, guint *n_items)
{
  GArray *list = chn_event_get_list ((ChnEvent *) event, field);
  g_return_val_if_fail (list, NULL);
  *n_items = list->len;
  return (const char *const *) (gpointer) list->data;
}

void
chn_event_add_actor (ChnEvent *event, const char *actor, gssize length, guint role)
{
  g_return_if_fail (actor);
  ChnParticipation participation = { keep (event, actor, length), role };
  g_array_append_val (event->actors, participation);
}

const ChnParticipation *
chn_event_get_actors (const ChnEvent *event, guint *n_actors)
{
  *n_actors = event->actors->len;
  return (const ChnParticipation *) (gpointer) event->actors->data;
}

void
chn_event_set_vote (ChnEvent *event, const ChnVote *vote)
{
  event->vote = *vote;
  event->vote.ballots = NULL;
  if (vote->n_ballots == 0)
    return;
  ChnBallot *ballots = chn_arena_memdup (event->arena, vote->ballots, vote->n_ballots * sizeof (ChnBallot));
  for (guint i = 0; i < vote->n_ballots; i++)
    ballots[i].actor = keep (event, ballots[i].actor, -1);
  event->vote.ballots = ballots;
}

const ChnVote *
chn_event_get_vote (const ChnEvent *event)
{
  return &event->vote;
}

void
chn_event_add_relation (ChnEvent *event, guint type, const char *target, gssize length)
{
  g_return_if_fail (target);
  ChnRelation relation = { type, keep (event, target, length) };
  g_array_append_val (event->relations, relation);
}

const ChnRelation *
chn_event_get_relations (const ChnEvent *event, guint *n_relations)
{
  *n_relations = event->relations->len;
  return (const ChnRelation *) (gpointer) event->relations->data;
}

void
chn_event_add_citation (ChnEvent *event, const ChnCitation *citation)
{
  g_return_if_fail (citation->source);
  ChnCitation kept = {
    .source = keep (event, citation->source, -1),
    .at = keep (event, citation->at, -1),
    .quote = keep (event, citation->quote, -1),
    .note = keep (event, citation->note, -1),
    .visibility = citation->visibility,
    .note_visibility = citation->note_visibility,
    .n_claims = citation->n_claims,
  };
  if (citation->n_claims > 0) {
    ChnClaim *claims = chn_arena_memdup (event->arena, citation->claims, citation->n_claims * sizeof (ChnClaim));
    for (guint i = 0; i < citation->n_claims; i++)
      claims[i].value = keep (event, claims[i].value, -1);
    kept.claims = claims;
  }
  g_array_append_val (event->citations, kept);
}

const ChnCitation *
chn_event_get_citations (const ChnEvent *event, guint *n_citations)
{
  *n_citations = event->citations->len;
  return (const ChnCitation *) (gpointer) event->citations->data;
}

void
chn_event_keep_extra (ChnEvent *event, const char *key, gsize key_length, const char *value, gsize value_length)
{
  ChnExtra extra = { keep (event, key, (gssize) key_length), keep (event, value, (gssize) value_length) };
  g_array_append_val (event->extras, extra);
}

void
chn_event_add_extra (ChnEvent *event, const char *key, const char *value)
{
  g_return_if_fail (key && value);
  chn_event_keep_extra (event, key, strlen (key), value, strlen (value));
}

const ChnExtra *
chn_event_get_extras (const ChnEvent *event, guint *n_extras)
{
  *n_extras = event->extras->len;
  return (const ChnExtra *) (gpointer) event->extras->data;
}

void
chn_event_set_position (ChnEvent *event, ChnField field, guint index, guint line, guint column)
{
  g_return_if_fail (field < CHN_N_FIELDS);
  chn_event_append_position (event, &(ChnPosition){ field, index, line, column });
}

const ChnPosition *
chn_event_get_positions (const ChnEvent *event, guint *n_positions)
{
  *n_positions = event->n_positions;
  return event->position;
}
