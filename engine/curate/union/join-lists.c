/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What events have several of, united. */
#include "curate/union/join-lists.h"

#include <chancery/symbol.h>
#include <string.h>

#include "curate/import/mark.h"
#include "curate/origin.h"
#include "model/event-has.h"
#include "timeline/checks/excerpt.h"
#include "timeline/former-ids.h"

static gboolean
is_above (const char *above, const char *below)
{
  gsize length = strlen (above);
  return strncmp (above, below, length) == 0 && below[length] == '.';
}

/* S/RES/2321 says less than S/RES/2321 (2016), and of two that differ in how they are written one is enough. */
static gboolean
has_symbol (const ChnEvent *event, const char *text, gboolean fuller)
{
  guint n = 0;
  g_autoptr (ChnSymbol) symbol = chn_symbol_parse (text, -1, NULL);
  const char *const *items = chn_event_get_items (event, CHN_FIELD_SYMBOLS, &n);
  for (guint i = 0; i < n && symbol; i++) {
    g_autoptr (ChnSymbol) other = chn_symbol_parse (items[i], -1, NULL);
    gboolean same = other && chn_symbol_equal (symbol, other);
    if (same && (!fuller || strlen (items[i]) > strlen (text)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_other_spelling (const ChnEvent *other, const ChnEvent *out, ChnField field, const char *text)
{
  return field == CHN_FIELD_SYMBOLS && (has_symbol (out, text, FALSE) || has_symbol (other, text, TRUE));
}

/* Whether the other event names a forum below this one, and not this one too. */
static gboolean
is_vaguer (const ChnEvent *other, ChnField field, const char *text)
{
  guint n = 0;
  gboolean found = FALSE;
  const char *const *items = chn_event_get_items (other, field, &n);
  for (guint i = 0; i < n && field == CHN_FIELD_FORUMS; i++) {
    if (strcmp (items[i], text) == 0)
      return FALSE;
    found |= is_above (text, items[i]);
  }
  return found;
}

static void
join_items (const ChnEvent *event, const ChnEvent *other, ChnField field, ChnEvent *out)
{
  guint n = 0;
  const char *const *items = chn_event_get_items (event, field, &n);
  for (guint i = 0; i < n; i++)
    if (!chn_event_has_item (out, field, items[i]) && !is_vaguer (other, field, items[i]) &&
        !is_other_spelling (other, out, field, items[i]))
      chn_event_add_item (out, field, items[i], -1);
}

static guint
copy_term (const ChnEvent *from, ChnEvent *to, ChnVocabularyId vocabulary, guint value)
{
  int found = chn_event_find_term (to, vocabulary, chn_event_describe_term (from, vocabulary, value)->name, -1, NULL);
  return found < 0 ? 0 : (guint) found;
}

/* 0 is a participant of whom nothing more is said. */
static gboolean
has_a_role (const ChnEvent *event, const char *actor)
{
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  for (guint i = 0; i < n; i++)
    if (actors[i].role != 0 && strcmp (actors[i].actor, actor) == 0)
      return TRUE;
  return FALSE;
}

static void
join_actors (const ChnEvent *event, const ChnEvent *other, ChnEvent *out)
{
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  for (guint i = 0; i < n; i++) {
    guint role = copy_term (event, out, CHN_VOCABULARY_ROLE, actors[i].role);
    gboolean says_less = role == 0 && !has_a_role (event, actors[i].actor) && has_a_role (other, actors[i].actor);
    if (!says_less && !chn_event_has_actor (out, actors[i].actor, role))
      chn_event_add_actor (out, actors[i].actor, -1, role);
  }
}

static void
join_relations (const ChnEvent *event, ChnEvent *out)
{
  guint n = 0;
  const ChnRelation *relations = chn_event_get_relations (event, &n);
  for (guint i = 0; i < n; i++) {
    guint type = copy_term (event, out, CHN_VOCABULARY_RELATION, relations[i].type);
    gboolean own = g_strcmp0 (chn_event_get_text (out, CHN_FIELD_ID), relations[i].target) == 0;
    if (!own && !chn_event_has_relation (out, type, relations[i].target))
      chn_event_add_relation (out, type, relations[i].target, -1);
  }
}

void
chn_join_lists (const ChnEvent *a, const ChnEvent *b, ChnEvent *out)
{
  for (guint field = 0; field < CHN_N_FIELDS; field++) {
    if (chn_field_get_info ((ChnField) field)->shape != CHN_SHAPE_LIST)
      continue;
    join_items (a, b, (ChnField) field, out);
    join_items (b, a, (ChnField) field, out);
  }
  join_actors (a, b, out);
  join_actors (b, a, out);
  join_relations (a, out);
  join_relations (b, out);
}

static gboolean
clash (gint32 a, gint32 b)
{
  return a >= 0 && b >= 0 && a != b;
}

gboolean
chn_votes_fit (const ChnVote *a, const ChnVote *b)
{
  gboolean methods = a->method == CHN_METHOD_NONE || b->method == CHN_METHOD_NONE || a->method == b->method;
  gboolean results = a->result == CHN_RESULT_NONE || b->result == CHN_RESULT_NONE || a->result == b->result;
  return methods && results && !clash (a->yes, b->yes) && !clash (a->no, b->no) && !clash (a->abstain, b->abstain);
}

static gboolean
has_ballot (const ChnVote *vote, const char *actor)
{
  for (guint i = 0; i < vote->n_ballots; i++)
    if (strcmp (vote->ballots[i].actor, actor) == 0)
      return TRUE;
  return FALSE;
}

static void
fill_counts (ChnVote *vote, const ChnVote *other)
{
  vote->yes = vote->yes < 0 ? other->yes : vote->yes;
  vote->no = vote->no < 0 ? other->no : vote->no;
  vote->abstain = vote->abstain < 0 ? other->abstain : vote->abstain;
  vote->not_voting = vote->not_voting < 0 ? other->not_voting : vote->not_voting;
  vote->method = vote->method == CHN_METHOD_NONE ? other->method : vote->method;
  vote->result = vote->result == CHN_RESULT_NONE ? other->result : vote->result;
}

void
chn_join_vote (const ChnVote *stands, const ChnVote *other, ChnArena *arena, ChnEvent *out)
{
  ChnVote vote = *stands;
  ChnBallot *ballots = chn_arena_alloc (arena, (stands->n_ballots + other->n_ballots + 1) * sizeof *ballots);
  if (stands->n_ballots > 0)
    memcpy (ballots, stands->ballots, stands->n_ballots * sizeof *ballots);
  if (chn_votes_fit (stands, other))
    fill_counts (&vote, other);
  for (guint i = 0; i < other->n_ballots; i++)
    if (!has_ballot (stands, other->ballots[i].actor))
      ballots[vote.n_ballots++] = other->ballots[i];
  vote.ballots = ballots;
  chn_event_set_vote (out, &vote);
}

static gboolean
has_extra (const ChnEvent *event, const char *key, const char *value)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (extras[i].key, key) == 0 && (!value || strcmp (extras[i].value, value) == 0))
      return TRUE;
  return FALSE;
}

/* Origins and former ids are each one of several. */
static gboolean
may_come_back (const char *key)
{
  return strcmp (key, CHN_ORIGIN_KEY) == 0 || strcmp (key, CHN_FORMER_ID_KEY) == 0 ||
         strcmp (key, CHN_FORMER_UID_KEY) == 0 || g_str_has_prefix (key, "outside-");
}

/* Lines of a calendar belong to the UID that they came with: an event of our own does not become one of theirs. */
static gboolean
is_foreign_line (const ChnEvent *a, const ChnEvent *b, const char *key)
{
  return g_ascii_isupper (key[0]) && has_extra (b, "UID", NULL) && !has_extra (a, "UID", NULL);
}

/* An excerpt keeps as an extra where a relation points that leads out of it; what has the relation itself needs none.
 */
static gboolean
is_told_by_relation (const ChnEvent *out, const char *key, const char *target)
{
  guint n = 0;
  const ChnRelation *relations = chn_event_get_relations (out, &n);
  for (guint i = 0; i < n; i++) {
    const ChnTerm *type = chn_event_describe_term (out, CHN_VOCABULARY_RELATION, relations[i].type);
    g_autofree char *outside = chn_outside_dup_key (type->name);
    if (strcmp (outside, key) == 0 && strcmp (relations[i].target, target) == 0)
      return TRUE;
  }
  return FALSE;
}

/* An import tells by its mark what it made of a row, which is no longer so. */
void
chn_join_extras (const ChnEvent *a, const ChnEvent *b, const char *label, ChnEvent *out)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (a, &n);
  for (guint i = 0; i < n; i++)
    chn_event_add_extra (out, extras[i].key, extras[i].value);
  extras = chn_event_get_extras (b, &n);
  for (guint i = 0; i < n; i++) {
    const char *key = extras[i].key, *value = extras[i].value;
    gboolean is_taken = (!may_come_back (key) && has_extra (a, key, NULL) && !has_extra (a, key, value)) ||
                        is_foreign_line (a, b, key);
    g_autofree char *own = is_taken ? g_strdup_printf ("%s/%s", label, key) : g_strdup (key);
    if (strcmp (key, CHN_IMPORT_MARK) != 0 && strcmp (key, CHN_ORIGIN_KEY) != 0 && !has_extra (out, own, value) &&
        !is_told_by_relation (out, key, value))
      chn_event_add_extra (out, own, value);
  }
}
