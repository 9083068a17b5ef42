/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The vote of an event:
 *
 *   vote := counts                                     "111-19-55", "40-77", "consensus"
 *         | {yes: n, no: n, abstain: n, not-voting: n,
 *            method: term, result: term, tally: summed | announced,
 *            roll: roll | [roll ...]}
 *   roll := {yes: [id ...], no: [id ...], abstain: [id ...], not-voting: [id ...]}
 *
 * Numbers or a roll call without a method are a recorded vote; consensus without a result is
 * an adoption. Nothing else is derived. A tally that was summed up says nothing of who is not in the roll.
 */
#include <string.h>

#include "format/yaml/event.h"
#include "model/field-text.h"

typedef struct {
  const ChnYamlFaults *faults;
  ChnEvent *event;
  ChnVote vote;
  GArray *ballots; /* ChnBallot; names are the nodes' */
  gboolean method_given;
  gboolean result_given;
} VoteReading;

static void
read_ballots (const ChnYamlKey *key, const ChnYamlNode *value, gpointer data)
{
  VoteReading *reading = data;
  for (const ChnYamlNode *item = chn_yaml_get_items (value); item; item = chn_yaml_next_of (value, item)) {
    if (!chn_yaml_check_item (reading->faults, "voters", item))
      continue;
    ChnBallot ballot = { item->text, (ChnBallotKind) key->id };
    g_array_append_val (reading->ballots, ballot);
    chn_yaml_set_position (reading->event, CHN_FIELD_VOTE, reading->ballots->len, item);
  }
}

/* A list of mappings keeps an order in which a kind of ballot comes back. */
static void
read_roll (VoteReading *reading, const ChnYamlNode *roll)
{
  for (const ChnYamlNode *item = chn_yaml_get_items (roll); item; item = chn_yaml_next_of (roll, item)) {
    if (item->kind == CHN_YAML_MAPPING)
      chn_yaml_keys_walk (&chn_yaml_roll_keys, reading->faults, item, read_ballots, reading);
    else if (item->kind != CHN_YAML_FAULTY)
      chn_yaml_fault (reading->faults, item, CHN_YAML_FAULT_SHAPE, "write {yes: [ID, ID]}",
                      "a roll call is a mapping, found %s", chn_yaml_describe (item));
  }
}

static void
read_count (VoteReading *reading, int key, const ChnYamlNode *value)
{
  gint32 *const counts[] = { &reading->vote.yes, &reading->vote.no, &reading->vote.abstain,
                             &reading->vote.not_voting };
  guint number = 0;
  if (chn_yaml_read_number (reading->faults, value, (ChnFieldRange){ 0, G_MAXINT32 }, &number))
    *counts[key] = (gint32) number;
}

static int
read_word (const VoteReading *reading, ChnVocabularyId vocabulary, const ChnYamlNode *value)
{
  g_autoptr (GError) error = NULL;
  int term = chn_vocabulary_find (vocabulary, value->text, (gssize) value->length, &error);
  if (term < 0)
    chn_yaml_fault_error (reading->faults, value, error);
  return MAX (term, 0);
}

static void
read_tally (VoteReading *reading, const ChnYamlNode *value)
{
  reading->vote.is_summed = strcmp (value->text, "summed") == 0;
  if (!reading->vote.is_summed && strcmp (value->text, "announced") != 0)
    chn_yaml_fault (reading->faults, value, CHN_YAML_FAULT_VALUE, "one of: announced, summed",
                    "\"%s\" is no way of counting", value->text);
}

static void
visit (const ChnYamlKey *key, const ChnYamlNode *value, gpointer data)
{
  VoteReading *reading = data;
  switch (key->id) {
  case CHN_VOTE_METHOD:
    reading->vote.method = (ChnVoteMethod) read_word (reading, CHN_VOCABULARY_METHOD, value);
    reading->method_given = TRUE;
    break;
  case CHN_VOTE_RESULT:
    reading->vote.result = (ChnVoteResult) read_word (reading, CHN_VOCABULARY_RESULT, value);
    reading->result_given = TRUE;
    break;
  case CHN_VOTE_TALLY:
    read_tally (reading, value);
    break;
  case CHN_VOTE_ROLL:
    read_roll (reading, value);
    break;
  default:
    read_count (reading, key->id, value);
  }
}

static void
derive (VoteReading *reading)
{
  ChnVote *vote = &reading->vote;
  gboolean counted = vote->yes >= 0 || vote->no >= 0 || vote->abstain >= 0 || vote->not_voting >= 0;
  if (!reading->method_given && (counted || reading->ballots->len > 0))
    vote->method = CHN_METHOD_RECORDED;
  if (!reading->result_given && vote->method == CHN_METHOD_CONSENSUS)
    vote->result = CHN_RESULT_ADOPTED;
}

static void
read_mapping (VoteReading *reading, const ChnYamlNode *node)
{
  if (node->n == 0)
    chn_yaml_fault (reading->faults, node, CHN_YAML_FAULT_EMPTY, "write a value, or leave the key out",
                    "\"vote\" has no value");
  chn_yaml_keys_walk (&chn_yaml_vote_keys, reading->faults, node, visit, reading);
  derive (reading);
  reading->vote.n_ballots = reading->ballots->len;
  reading->vote.ballots = reading->ballots->len > 0 ? (const ChnBallot *) (gpointer) reading->ballots->data : NULL;
  chn_event_set_vote (reading->event, &reading->vote);
}

void
chn_yaml_read_vote (const ChnYamlFaults *faults, const ChnYamlNode *node, ChnEvent *event)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ballots = g_array_new (FALSE, FALSE, sizeof (ChnBallot));
  VoteReading reading = { .faults = faults, .event = event, .vote = CHN_VOTE_NONE, .ballots = ballots };
  if (node->kind == CHN_YAML_MAPPING)
    read_mapping (&reading, node);
  else if (!chn_event_set_field (event, CHN_FIELD_VOTE, node->text, (gssize) node->length, &error))
    chn_yaml_fault_error (faults, node, error);
}
