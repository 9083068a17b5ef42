/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * An event as the canonical writer spells it: the keys in the order of the field table, plurals
 * always, every field but a summary on one line, so that changing one changes one line.
 */
#include <string.h>

#include "format/yaml/scalar.h"
#include "format/yaml/write.h"
#include "model/ignored.h"
#include "timeline/checks/excerpt.h"

enum { INDENT = 4 };

typedef struct {
  GString *out;
  const ChnEvent *event;
  const char *zone;
  ChnYamlIsWritten is_written;
  gpointer data;
  guint n_outside;
} Writing;

typedef void (*FieldWriter) (Writing *writing, ChnField field);

/* The dash of the item stands before its first key. */
static void
begin (Writing *writing, ChnField field)
{
  g_string_append (writing->out, field == CHN_FIELD_ID ? "  - " : "    ");
  g_string_append (writing->out, chn_field_get_info (field)->name);
  g_string_append_c (writing->out, ':');
}

static void
put_line (Writing *writing, ChnField field, const char *text, guint flags)
{
  begin (writing, field);
  g_string_append_c (writing->out, ' ');
  chn_scalar_append (writing->out, text, flags);
  g_string_append_c (writing->out, '\n');
}

static void
write_text (Writing *writing, ChnField field)
{
  const char *text = chn_event_get_text (writing->event, field);
  if (!text && field == CHN_FIELD_ZONE)
    text = writing->zone;
  if (!text || !*text)
    return;
  if (field != CHN_FIELD_SUMMARY) {
    put_line (writing, field, text, CHN_SCALAR_TEXT);
    return;
  }
  begin (writing, field);
  chn_scalar_append_prose (writing->out, text, INDENT);
}

static void
write_date (Writing *writing, ChnField field)
{
  const char *text = chn_event_get_text (writing->event, field);
  if (text && *text)
    put_line (writing, field, text, CHN_SCALAR_VALUE);
}

/* The first term of a vocabulary is what goes without saying. */
static void
write_term (Writing *writing, ChnField field)
{
  guint term = chn_event_get_term (writing->event, field);
  ChnVocabularyId vocabulary = (ChnVocabularyId) chn_field_get_info (field)->vocabulary;
  if (term > 0)
    put_line (writing, field, chn_event_describe_term (writing->event, vocabulary, term)->name, CHN_SCALAR_TEXT);
}

static void
write_number (Writing *writing, ChnField field)
{
  guint number = chn_event_get_number (writing->event, field);
  if (number == 0)
    return;
  begin (writing, field);
  g_string_append_printf (writing->out, " %u\n", number);
}

static void
write_list (Writing *writing, ChnField field)
{
  guint n = 0;
  const char *const *items = chn_event_get_items (writing->event, field, &n);
  if (n == 0)
    return;
  begin (writing, field);
  g_string_append_c (writing->out, ' ');
  chn_yaml_append_items (writing->out, items, n);
  g_string_append_c (writing->out, '\n');
}

static void
write_actors (Writing *writing, ChnField field)
{
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (writing->event, &n);
  if (n == 0)
    return;
  begin (writing, field);
  for (guint i = 0; i < n; i++) {
    const char *role = chn_event_describe_term (writing->event, CHN_VOCABULARY_ROLE, actors[i].role)->name;
    g_string_append (writing->out, i == 0 ? " [" : ", ");
    g_string_append (writing->out, actors[i].role > 0 ? "{" : "");
    chn_scalar_append (writing->out, actors[i].actor, CHN_SCALAR_FLOW);
    if (actors[i].role > 0)
      g_string_append_printf (writing->out, ": %s}", role);
  }
  g_string_append (writing->out, "]\n");
}

/* Whether the counts alone bring the vote back. */
static gboolean
is_plain_vote (const ChnVote *vote, const char *counts)
{
  ChnVote back = CHN_VOTE_NONE;
  if (!counts || vote->n_ballots > 0 || vote->is_summed || !chn_vote_parse_counts (counts, -1, &back, NULL))
    return FALSE;
  return back.yes == vote->yes && back.no == vote->no && back.abstain == vote->abstain &&
         back.not_voting == vote->not_voting && back.method == vote->method && back.result == vote->result;
}

static void
put_roll (GString *out, const ChnVote *vote)
{
  g_autofree ChnYamlPair *pairs = g_new (ChnYamlPair, MAX (vote->n_ballots, 1));
  for (guint i = 0; i < vote->n_ballots; i++)
    pairs[i] = (ChnYamlPair){ chn_vocabulary_get_term_name (CHN_VOCABULARY_BALLOT, vote->ballots[i].kind),
                              vote->ballots[i].actor, CHN_SCALAR_TEXT };
  g_string_append (out, ", roll: ");
  chn_yaml_append_pairs (out, pairs, vote->n_ballots);
}

/* How it came about is not said. */
static gboolean
says_result_alone (const ChnVote *vote)
{
  return vote->method == CHN_METHOD_NONE && vote->result != CHN_RESULT_NONE && vote->n_ballots == 0 &&
         vote->yes < 0 && vote->no < 0 && vote->abstain < 0 && vote->not_voting < 0;
}

static void
put_whole_vote (GString *out, const ChnVote *vote)
{
  const gint32 counts[] = { vote->yes, vote->no, vote->abstain, vote->not_voting };
  if (says_result_alone (vote)) {
    g_string_append_printf (out, "{result: %s}", chn_vocabulary_get_term_name (CHN_VOCABULARY_RESULT, vote->result));
    return;
  }
  g_string_append_c (out, '{');
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] >= 0)
      g_string_append_printf (out, "%s: %d, ", chn_vocabulary_get_term_name (CHN_VOCABULARY_BALLOT, i), counts[i]);
  g_string_append_printf (out, "method: %s", chn_vocabulary_get_term_name (CHN_VOCABULARY_METHOD, vote->method));
  if (vote->result != CHN_RESULT_NONE || vote->method == CHN_METHOD_CONSENSUS)
    g_string_append_printf (out, ", result: %s", chn_vocabulary_get_term_name (CHN_VOCABULARY_RESULT, vote->result));
  if (vote->is_summed)
    g_string_append (out, ", tally: summed");
  if (vote->n_ballots > 0)
    put_roll (out, vote);
  g_string_append_c (out, '}');
}

static void
write_vote (Writing *writing, ChnField field)
{
  const ChnVote *vote = chn_event_get_vote (writing->event);
  if (!chn_vote_is_present (vote))
    return;
  g_autofree char *counts = chn_vote_dup_counts (vote);
  begin (writing, field);
  g_string_append_c (writing->out, ' ');
  if (is_plain_vote (vote, counts))
    chn_scalar_append (writing->out, counts, CHN_SCALAR_VALUE);
  else
    put_whole_vote (writing->out, vote);
  g_string_append_c (writing->out, '\n');
}

static void
write_relations (Writing *writing, ChnField field)
{
  guint n = 0, n_within = 0;
  const ChnRelation *relations = chn_event_get_relations (writing->event, &n);
  g_autofree ChnYamlPair *pairs = g_new (ChnYamlPair, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    if (writing->is_written (relations[i].target, writing->data))
      pairs[n_within++] =
          (ChnYamlPair){ chn_event_describe_term (writing->event, CHN_VOCABULARY_RELATION, relations[i].type)->name,
                         relations[i].target, CHN_SCALAR_TEXT };
  writing->n_outside = n - n_within;
  if (n_within == 0)
    return;
  begin (writing, field);
  g_string_append_c (writing->out, ' ');
  chn_yaml_append_pairs (writing->out, pairs, n_within);
  g_string_append_c (writing->out, '\n');
}

static guint
get_claim_flags (ChnField field)
{
  ChnFieldShape shape = chn_field_get_info (field)->shape;
  return shape == CHN_SHAPE_DATE || shape == CHN_SHAPE_NUMBER || field == CHN_FIELD_VOTE ? CHN_SCALAR_VALUE
                                                                                         : CHN_SCALAR_TEXT;
}

static void
put_says (GString *out, const ChnCitation *citation)
{
  g_autofree ChnYamlPair *pairs = g_new (ChnYamlPair, MAX (citation->n_claims, 1));
  for (guint i = 0; i < citation->n_claims; i++) {
    const ChnClaim *claim = &citation->claims[i];
    pairs[i] = (ChnYamlPair){ chn_field_get_info (claim->field)->name, claim->value ? claim->value : "",
                              get_claim_flags (claim->field) };
  }
  g_string_append (out, ", says: ");
  chn_yaml_append_pairs (out, pairs, citation->n_claims);
}

static void
put_visibility (GString *out, const char *key, guint visibility)
{
  g_string_append_printf (out, ", %s: %s", key, chn_vocabulary_get_term_name (CHN_VOCABULARY_VISIBILITY, visibility));
}

static void
put_citation (GString *out, const ChnCitation *citation)
{
  const ChnYamlPair rest[] = { { "at", citation->at, 0 },
                               { "quote", citation->quote, 0 },
                               { "note", citation->note, 0 } };
  gboolean bare = !citation->at && !citation->quote && !citation->note && citation->n_claims == 0 &&
                  citation->visibility == 0 && citation->note_visibility == 0;
  g_string_append (out, bare ? "" : "{source: ");
  chn_scalar_append (out, citation->source, bare ? CHN_SCALAR_TEXT : CHN_SCALAR_FLOW);
  for (guint i = 0; i < G_N_ELEMENTS (rest); i++)
    if (rest[i].value) {
      g_string_append_printf (out, ", %s: ", rest[i].key);
      chn_scalar_append (out, rest[i].value, CHN_SCALAR_FLOW);
    }
  if (citation->n_claims > 0)
    put_says (out, citation);
  if (citation->visibility > 0)
    put_visibility (out, "visibility", citation->visibility);
  if (citation->note_visibility != citation->visibility)
    put_visibility (out, "note-visibility", citation->note_visibility);
  g_string_append (out, bare ? "" : "}");
}

static void
write_sources (Writing *writing, ChnField field)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (writing->event, &n);
  if (n == 0)
    return;
  begin (writing, field);
  g_string_append_c (writing->out, '\n');
  for (guint i = 0; i < n; i++) {
    g_string_append (writing->out, "      - ");
    put_citation (writing->out, &citations[i]);
    g_string_append_c (writing->out, '\n');
  }
}

/* Rules and reasons: each rule once, so that they are a mapping. */
static void
write_ignore (Writing *writing, ChnField field)
{
  ChnIgnored ignored;
  const char *at = chn_event_get_text (writing->event, field);
  for (gboolean first = TRUE; chn_ignored_next (&at, &ignored); first = FALSE) {
    g_autofree char *reason = g_strndup (ignored.reason, ignored.reason_length);
    if (first)
      begin (writing, field);
    g_string_append_printf (writing->out, "%s%.*s: ", first ? " {" : ", ", (int) ignored.code_length, ignored.code);
    chn_scalar_append (writing->out, reason, CHN_SCALAR_FLOW);
    if (!at || !*at)
      g_string_append (writing->out, "}\n");
  }
}

static void
put_extra (Writing *writing, const char *key, const char *value)
{
  chn_yaml_append_extra (writing->out, INDENT + 2, key, value);
}

static void
write_extra (Writing *writing, ChnField field)
{
  guint n = 0, n_relations = 0;
  const ChnExtra *extras = chn_event_get_extras (writing->event, &n);
  const ChnRelation *relations = chn_event_get_relations (writing->event, &n_relations);
  if (n == 0 && writing->n_outside == 0)
    return;
  begin (writing, field);
  g_string_append_c (writing->out, '\n');
  for (guint i = 0; i < n; i++)
    put_extra (writing, extras[i].key, extras[i].value);
  for (guint i = 0; i < n_relations; i++) {
    if (writing->is_written (relations[i].target, writing->data))
      continue;
    g_autofree char *key = chn_outside_dup_key (
        chn_event_describe_term (writing->event, CHN_VOCABULARY_RELATION, relations[i].type)->name);
    put_extra (writing, key, relations[i].target);
  }
}

static FieldWriter
find_writer (ChnField field)
{
  static const FieldWriter by_shape[] = {
    [CHN_SHAPE_TEXT] = write_text,     [CHN_SHAPE_DATE] = write_date, [CHN_SHAPE_TERM] = write_term,
    [CHN_SHAPE_NUMBER] = write_number, [CHN_SHAPE_LIST] = write_list, [CHN_SHAPE_COMPOUND] = NULL,
  };
  static const FieldWriter by_field[CHN_N_FIELDS] = {
    [CHN_FIELD_ACTORS] = write_actors,   [CHN_FIELD_VOTE] = write_vote,     [CHN_FIELD_RELATIONS] = write_relations,
    [CHN_FIELD_SOURCES] = write_sources, [CHN_FIELD_IGNORE] = write_ignore, [CHN_FIELD_EXTRA] = write_extra,
  };
  return by_field[field] ? by_field[field] : by_shape[chn_field_get_info (field)->shape];
}

guint
chn_yaml_append_event (GString *out, const ChnEvent *event, const char *zone, ChnYamlIsWritten is_written,
                       gpointer data)
{
  Writing writing = { out, event, zone, is_written, data, 0 };
  for (ChnField field = 0; field < CHN_N_FIELDS; field++)
    find_writer (field) (&writing, field);
  return writing.n_outside;
}

static gboolean
takes_all (const char *id, gpointer data)
{
  (void) id;
  (void) data;
  return TRUE;
}

void
chn_yaml_append_field (GString *out, const ChnEvent *event, ChnField field)
{
  Writing writing = { out, event, NULL, takes_all, NULL, 0 };
  find_writer (field) (&writing, field);
}
