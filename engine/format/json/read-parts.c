/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The compound values of an event in JSON:
 *
 *   actor    = text / { "id": text, "name": ignored, "role": role }
 *   vote     = { "yes" "no" "abstain" "not_voting": number, "method": method, "result": result, "tally": tally,
 *              "roll": roll, "derived": what follows from these }
 *   roll     = { ballot: [ text … ] … }        ballot: yes, no, abstain, not-voting
 *   relation = { "type": type, "target": text }
 *   ignored  = { "rule": text, "reason": text }
 *   extra    = { "key": text, "value": text }
 */
#include <string.h>

#include "format/json/compound.h"
#include "model/event-storage.h"
#include "model/ignored.h"

#include <string.h>

typedef struct {
  const char *id;
  const ChnJsonToken *role;
} ActorParts;

typedef struct {
  const ChnJsonToken *type;
  const char *target;
} RelationParts;

typedef struct {
  const ChnJsonToken *key;
  const ChnJsonToken *value;
} ExtraParts;

typedef struct {
  const char *rule;
  const char *reason;
} IgnoredParts;

/* Keeps a token that is text within the bounds of what is kept as it stands. */
static void
keep_text (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  if (chn_json_check_foreign_text (reader, token))
    chn_json_keep_token (reader, token, key, data);
}

/* Derived from the registry. */
static void
ignore (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  (void) reader, (void) token, (void) key, (void) data;
}

static gboolean
read_actor (ChnJsonReader *reader, const ChnJsonToken *token, guint *role, const char **id)
{
  static const ChnJsonKey keys[] = {
    { "id", chn_json_read_inner_text, G_STRUCT_OFFSET (ActorParts, id) },
    { "name", ignore, 0 },
    { "role", chn_json_keep_token, G_STRUCT_OFFSET (ActorParts, role) },
  };
  ActorParts parts = { NULL, NULL };
  if (token->type == CHN_JSON_STRING)
    parts.id = chn_json_get_text (reader, token);
  else
    chn_json_read_object (reader, token, keys, G_N_ELEMENTS (keys), &parts);
  if (!parts.id)
    chn_json_fault_missing (reader, token, "id");
  int term = parts.role ? chn_json_get_term (reader, parts.role, CHN_VOCABULARY_ROLE) : 0;
  *role = (guint) MAX (term, 0);
  *id = parts.id;
  return parts.id != NULL;
}

void
chn_json_read_actors (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  (void) key, (void) data;
  guint i = 0;
  for (const ChnJsonToken *item = chn_json_open_array (reader, token); item; item = chn_json_after (item)) {
    const char *id = NULL;
    guint role = 0;
    if (!read_actor (reader, item, &role, &id))
      continue;
    chn_json_position (reader, CHN_FIELD_ACTORS, i++, item);
    chn_event_add_actor (reader->event, id, -1, role);
  }
}

typedef struct {
  ChnVote vote;
  GArray *ballots; /* ChnBallot */
  GPtrArray *places;
} VoteParts;

static void
read_count (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  gint64 count = -1;
  if (chn_json_get_number (reader, token, 0, G_MAXINT32, &count))
    G_STRUCT_MEMBER (gint32, data, key->value) = (gint32) count;
}

static void
read_method (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  (void) key;
  VoteParts *parts = data;
  int term = chn_json_get_term (reader, token, CHN_VOCABULARY_METHOD);
  if (term >= 0)
    parts->vote.method = (ChnVoteMethod) term;
}

static void
read_result (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  (void) key;
  VoteParts *parts = data;
  int term = chn_json_get_term (reader, token, CHN_VOCABULARY_RESULT);
  if (term >= 0)
    parts->vote.result = (ChnVoteResult) term;
}

static void
read_ballots (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  VoteParts *parts = data;
  for (const ChnJsonToken *item = chn_json_open_array (reader, token); item; item = chn_json_after (item)) {
    ChnBallot ballot = { chn_json_get_text (reader, item), (ChnBallotKind) key->value };
    if (!ballot.actor)
      continue;
    g_array_append_val (parts->ballots, ballot);
    g_ptr_array_add (parts->places, (gpointer) (guintptr) item);
  }
}

static void
read_roll (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  static const ChnJsonKey keys[] = {
    { "yes", read_ballots, CHN_BALLOT_YES },
    { "no", read_ballots, CHN_BALLOT_NO },
    { "abstain", read_ballots, CHN_BALLOT_ABSTAIN },
    { "not-voting", read_ballots, CHN_BALLOT_NOT_VOTING },
  };
  (void) key;
  chn_json_read_object (reader, token, keys, G_N_ELEMENTS (keys), data);
}

static void
read_tally (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  VoteParts *parts = data;
  const char *text = chn_json_get_text (reader, token);
  (void) key;
  parts->vote.is_summed = text && strcmp (text, "summed") == 0;
  if (text && !parts->vote.is_summed && strcmp (text, "announced") != 0)
    chn_json_fault (reader, token, CHN_ERROR_UNKNOWN, "one of: announced, summed", "\"%s\" is no way of counting",
                    text);
}

void
chn_json_read_vote (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  static const ChnJsonKey keys[] = {
    { "yes", read_count, G_STRUCT_OFFSET (VoteParts, vote.yes) },
    { "no", read_count, G_STRUCT_OFFSET (VoteParts, vote.no) },
    { "abstain", read_count, G_STRUCT_OFFSET (VoteParts, vote.abstain) },
    { "method", read_method, 0 },
    { "result", read_result, 0 },
    { "derived", ignore, 0 },
    { "not_voting", read_count, G_STRUCT_OFFSET (VoteParts, vote.not_voting) },
    { "tally", read_tally, 0 },
    { "roll", read_roll, 0 },
  };
  (void) key, (void) data;
  g_autoptr (GArray) ballots = g_array_new (FALSE, FALSE, sizeof (ChnBallot));
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  VoteParts parts = { CHN_VOTE_NONE, ballots, places };
  if (!chn_json_read_object (reader, token, keys, G_N_ELEMENTS (keys), &parts))
    return;
  parts.vote.n_ballots = ballots->len;
  parts.vote.ballots = (const ChnBallot *) (gpointer) ballots->data;
  chn_event_set_vote (reader->event, &parts.vote);
  chn_json_position (reader, CHN_FIELD_VOTE, 0, token);
  for (guint i = 0; i < places->len; i++)
    chn_json_position (reader, CHN_FIELD_VOTE, i + 1, places->pdata[i]);
}

void
chn_json_read_relations (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  static const ChnJsonKey keys[] = {
    { "type", chn_json_keep_token, G_STRUCT_OFFSET (RelationParts, type) },
    { "target", chn_json_read_inner_text, G_STRUCT_OFFSET (RelationParts, target) },
  };
  (void) key, (void) data;
  guint i = 0;
  for (const ChnJsonToken *item = chn_json_open_array (reader, token); item; item = chn_json_after (item)) {
    RelationParts parts = { NULL, NULL };
    if (!chn_json_read_object (reader, item, keys, G_N_ELEMENTS (keys), &parts))
      continue;
    if (!parts.target)
      chn_json_fault_missing (reader, item, "target");
    int term = parts.type ? chn_json_get_term (reader, parts.type, CHN_VOCABULARY_RELATION) : 0;
    if (!parts.target || term < 0)
      continue;
    chn_json_position (reader, CHN_FIELD_RELATIONS, i++, item);
    chn_event_add_relation (reader->event, (guint) term, parts.target, -1);
  }
}

void
chn_json_read_extra (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  static const ChnJsonKey keys[] = {
    { "key", keep_text, G_STRUCT_OFFSET (ExtraParts, key) },
    { "value", keep_text, G_STRUCT_OFFSET (ExtraParts, value) },
  };
  (void) key, (void) data;
  guint i = 0;
  for (const ChnJsonToken *item = chn_json_open_array (reader, token); item; item = chn_json_after (item)) {
    ExtraParts parts = { NULL, NULL };
    if (!chn_json_read_object (reader, item, keys, G_N_ELEMENTS (keys), &parts))
      continue;
    if (!parts.key)
      chn_json_fault_missing (reader, item, "key");
    if (!parts.value)
      chn_json_fault_missing (reader, item, "value");
    if (!parts.key)
      continue;
    chn_json_position (reader, CHN_FIELD_EXTRA, i++, item);
    chn_event_keep_extra (reader->event, parts.key->text, parts.key->length, parts.value ? parts.value->text : "",
                          parts.value ? parts.value->length : 0);
  }
}

void
chn_json_read_ignore (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  static const ChnJsonKey keys[] = {
    { "rule", chn_json_read_inner_text, G_STRUCT_OFFSET (IgnoredParts, rule) },
    { "reason", chn_json_read_inner_text, G_STRUCT_OFFSET (IgnoredParts, reason) },
  };
  (void) data;
  for (const ChnJsonToken *item = chn_json_open_array (reader, token); item; item = chn_json_after (item)) {
    IgnoredParts parts = { NULL, NULL };
    GError *error = NULL;
    if (!chn_json_read_object (reader, item, keys, G_N_ELEMENTS (keys), &parts))
      continue;
    const char *rule = parts.rule ? parts.rule : "", *reason = parts.reason ? parts.reason : "";
    chn_json_position (reader, (ChnField) key->value, 0, token);
    if (!chn_event_add_ignored (reader->event, rule, strlen (rule), reason, strlen (reason), &error))
      chn_json_fault_in_text (reader, item, error);
  }
}
