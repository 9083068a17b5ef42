/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The compound values of an event in JSON: actors, vote, relations, sources, names, what check ignores and extra. */
#include "format/json/emit.h"

#include <chancery/judge.h>
#include <chancery/outcome.h>
#include <string.h>

#include "base/json-write.h"
#include "document/dispute.h"
#include "model/ignored.h"

typedef ChnWriter Out;

/* A member of an inner object; the first one has no comma. */
static void
put_inner (Out *out, gboolean first, const char *key, const char *text)
{
  if (!first)
    chn_writer_putc (out, ',');
  chn_writer_putc (out, '"');
  chn_writer_puts (out, key);
  chn_writer_puts (out, "\":");
  chn_json_put_text (out, text);
}

static void
put_inner_stated (Out *out, const char *key, const char *text)
{
  if (text && *text)
    put_inner (out, FALSE, key, text);
}

static void
put_comma (Out *out, guint index)
{
  if (index > 0)
    chn_writer_putc (out, ',');
}

void
chn_json_put_actors (const ChnJsonEmit *emit)
{
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (emit->event, &n);
  chn_writer_putc (emit->out, '[');
  for (guint i = 0; i < n; i++) {
    const ChnActor *actor = chn_registry_get_actor (emit->registry, actors[i].actor);
    put_comma (emit->out, i);
    chn_writer_putc (emit->out, '{');
    put_inner (emit->out, TRUE, "id", actors[i].actor);
    put_inner (emit->out, FALSE, "name", actor ? chn_actor_get_name (actor) : NULL);
    put_inner (emit->out, FALSE, "role",
               chn_event_describe_term (emit->event, CHN_VOCABULARY_ROLE, actors[i].role)->name);
    chn_writer_putc (emit->out, '}');
  }
  chn_writer_putc (emit->out, ']');
}

static void
put_count (Out *out, const char *key, gint32 count)
{
  chn_writer_puts (out, key);
  if (count >= 0)
    chn_writer_put_int (out, count);
  else
    chn_writer_puts (out, "null");
}

static void
put_ballots (Out *out, const ChnVote *vote, ChnBallotKind kind)
{
  guint n = 0;
  chn_writer_putc (out, '[');
  for (guint i = 0; i < vote->n_ballots; i++)
    if (vote->ballots[i].kind == kind) {
      put_comma (out, n++);
      chn_json_put_text (out, vote->ballots[i].actor);
    }
  chn_writer_putc (out, ']');
}

static gboolean
has_ballot (const ChnVote *vote, ChnBallotKind kind)
{
  for (guint i = 0; i < vote->n_ballots; i++)
    if (vote->ballots[i].kind == kind)
      return TRUE;
  return FALSE;
}

static void
put_roll (Out *out, const ChnVote *vote)
{
  guint n_kinds = 0, n = 0;
  const ChnTerm *kinds = chn_vocabulary_get_terms (CHN_VOCABULARY_BALLOT, &n_kinds);
  chn_writer_puts (out, "\"roll\":{");
  for (guint i = 0; i < n_kinds; i++) {
    if (!has_ballot (vote, (ChnBallotKind) i))
      continue;
    put_comma (out, n++);
    chn_json_put_text (out, kinds[i].name);
    chn_writer_putc (out, ':');
    put_ballots (out, vote, (ChnBallotKind) i);
  }
  chn_writer_putc (out, '}');
}

/* What of a vote no column of a flat table holds: who did not vote, and the roll call. */
static void
put_vote_rest (Out *out, const ChnVote *vote, gboolean first)
{
  if (vote->not_voting >= 0)
    put_count (out, first ? "\"not_voting\":" : ",\"not_voting\":", vote->not_voting);
  first = first && vote->not_voting < 0;
  if (vote->is_summed)
    chn_writer_puts (out, first ? "\"tally\":\"summed\"" : ",\"tally\":\"summed\"");
  if (vote->n_ballots == 0)
    return;
  put_comma (out, !first || vote->is_summed);
  put_roll (out, vote);
}

static void
put_vote_summary (Out *out, const ChnVote *vote)
{
  put_count (out, "\"yes\":", vote->yes);
  put_count (out, ",\"no\":", vote->no);
  put_count (out, ",\"abstain\":", vote->abstain);
  const char *method = chn_vocabulary_get_term_name (CHN_VOCABULARY_METHOD, vote->method);
  const char *result = chn_vocabulary_get_term_name (CHN_VOCABULARY_RESULT, vote->result);
  put_inner (out, FALSE, "method", vote->method == CHN_METHOD_NONE ? NULL : method);
  put_inner (out, FALSE, "result", vote->result == CHN_RESULT_NONE ? NULL : result);
}

/* What follows from the counts and the body's rules: the result where none is stated, and who cast a veto. */
static void
put_derived (const ChnJsonEmit *emit, const ChnVote *vote)
{
  ChnOutcome outcome = chn_event_find_outcome (emit->event, emit->registry);
  gboolean adopted = outcome.adopted == CHN_CERTAINTY_CERTAINLY,
           rejected = outcome.rejected == CHN_CERTAINTY_CERTAINLY;
  gboolean derived = vote->result == CHN_RESULT_NONE && outcome.is_derived && (adopted || rejected);
  gboolean vetoed = outcome.veto == CHN_CERTAINTY_CERTAINLY;
  if (!derived && !vetoed)
    return;
  chn_writer_puts (emit->out, ",\"derived\":{");
  if (derived)
    put_inner (
        emit->out, TRUE, "result",
        chn_vocabulary_get_term_name (CHN_VOCABULARY_RESULT, adopted ? CHN_RESULT_ADOPTED : CHN_RESULT_REJECTED));
  if (vetoed) {
    g_autoptr (GPtrArray) actors = chn_event_dup_vetoes (emit->event, emit->registry);
    chn_writer_puts (emit->out, derived ? ",\"veto\":[" : "\"veto\":[");
    for (guint i = 0; i < actors->len; i++) {
      put_comma (emit->out, i);
      chn_json_put_text (emit->out, actors->pdata[i]);
    }
    chn_writer_putc (emit->out, ']');
  }
  chn_writer_putc (emit->out, '}');
}

void
chn_json_put_vote (const ChnJsonEmit *emit, const char *key)
{
  const ChnVote *vote = chn_event_get_vote (emit->event);
  gboolean whole = emit->scope != CHN_JSON_REST;
  if (!whole && vote->not_voting < 0 && vote->n_ballots == 0 && !vote->is_summed)
    return;
  chn_json_put_key (emit, key);
  if (!chn_vote_is_present (vote)) {
    chn_writer_puts (emit->out, "null");
    return;
  }
  chn_writer_putc (emit->out, '{');
  if (whole)
    put_vote_summary (emit->out, vote);
  put_vote_rest (emit->out, vote, !whole);
  if (emit->scope == CHN_JSON_LINE)
    put_derived (emit, vote);
  chn_writer_putc (emit->out, '}');
}

void
chn_json_put_relations (const ChnJsonEmit *emit)
{
  guint n = 0;
  const ChnRelation *relations = chn_event_get_relations (emit->event, &n);
  chn_writer_putc (emit->out, '[');
  for (guint i = 0; i < n; i++) {
    put_comma (emit->out, i);
    chn_writer_putc (emit->out, '{');
    put_inner (emit->out, TRUE, "type",
               chn_event_describe_term (emit->event, CHN_VOCABULARY_RELATION, relations[i].type)->name);
    put_inner (emit->out, FALSE, "target", relations[i].target);
    chn_writer_putc (emit->out, '}');
  }
  chn_writer_putc (emit->out, ']');
}

/* A source that claims several things of one field has them in an array. */
static void
put_claims_of_field (Out *out, const ChnCitation *citation, ChnField field, guint count)
{
  guint n = 0;
  if (count > 1)
    chn_writer_putc (out, '[');
  for (guint i = 0; i < citation->n_claims; i++)
    if (citation->claims[i].field == field) {
      put_comma (out, n++);
      chn_json_put_text (out, citation->claims[i].value);
    }
  if (count > 1)
    chn_writer_putc (out, ']');
}

static void
put_claims (Out *out, const ChnCitation *citation)
{
  guint count[CHN_N_FIELDS] = { 0 }, n = 0;
  for (guint i = 0; i < citation->n_claims; i++)
    count[citation->claims[i].field]++;
  chn_writer_puts (out, ",\"says\":{");
  for (guint i = 0; i < citation->n_claims; i++) {
    ChnField field = citation->claims[i].field;
    if (count[field] == 0)
      continue;
    put_comma (out, n++);
    chn_json_put_text (out, chn_field_get_info (field)->name);
    chn_writer_putc (out, ':');
    put_claims_of_field (out, citation, field, count[field]);
    count[field] = 0;
  }
  chn_writer_putc (out, '}');
}

static void
put_visibility (Out *out, const char *key, guint visibility)
{
  if (visibility > 0)
    put_inner_stated (out, key, chn_vocabulary_get_term_name (CHN_VOCABULARY_VISIBILITY, visibility));
}

static void
put_source (const ChnJsonEmit *emit, const ChnCitation *citation, gboolean is_cited)
{
  static const ChnSourceField always[] = { CHN_SOURCE_TITLE, CHN_SOURCE_AUTHOR, CHN_SOURCE_PUBLISHER, CHN_SOURCE_DATE,
                                           CHN_SOURCE_URL };
  static const ChnSourceField stated[] = { CHN_SOURCE_LANGUAGE, CHN_SOURCE_ACCESSED,  CHN_SOURCE_ARCHIVE,
                                           CHN_SOURCE_SYMBOL,   CHN_SOURCE_CORRECTS,  CHN_SOURCE_WITHDRAWS,
                                           CHN_SOURCE_REASON,   CHN_SOURCE_VISIBILITY };
  Out *out = emit->out;
  const ChnSource *source = chn_timeline_find_source (emit->timeline, citation->source);
  chn_writer_putc (out, '{');
  put_inner (out, TRUE, "key", citation->source);
  for (guint i = 0; source && i < G_N_ELEMENTS (always); i++)
    put_inner (out, FALSE, chn_source_field_get_name (always[i]), source->text[always[i]]);
  put_inner (out, FALSE, "at", citation->at);
  put_inner (out, FALSE, "quote", citation->quote);
  put_claims (out, citation);
  for (guint i = 0; source && i < G_N_ELEMENTS (stated); i++)
    put_inner_stated (out, chn_source_field_get_name (stated[i]), source->text[stated[i]]);
  put_inner_stated (out, "note", citation->note);
  put_inner_stated (out, "source_note", source ? source->text[CHN_SOURCE_NOTE] : NULL);
  put_inner_stated (out, "source_note_visibility", source ? source->text[CHN_SOURCE_NOTE_VISIBILITY] : NULL);
  put_visibility (out, "quote_visibility", citation->visibility);
  put_visibility (out, "note_visibility", citation->note_visibility);
  chn_writer_puts (out, is_cited ? "}" : ",\"cited\":false}");
}

static gboolean
is_among (const ChnCitation *citations, guint n, const char *key)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (citations[i].source, key) == 0)
      return TRUE;
  return FALSE;
}

/* What withdraws a source belongs to what is known of it, though the event does not cite it. */
static void
put_withdrawals (const ChnJsonEmit *emit, const ChnCitation *citations, guint n)
{
  for (guint i = 0; i < n; i++) {
    const ChnSource *by = chn_timeline_find_withdrawal (emit->timeline, citations[i].source);
    if (!by || is_among (citations, n, by->text[CHN_SOURCE_KEY]) || is_among (citations, i, citations[i].source))
      continue;
    chn_writer_putc (emit->out, ',');
    put_source (emit, &(ChnCitation){ .source = by->text[CHN_SOURCE_KEY] }, FALSE);
  }
}

void
chn_json_put_sources (const ChnJsonEmit *emit, const char *key)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (emit->event, &n);
  if (n == 0 && emit->scope == CHN_JSON_REST)
    return;
  chn_json_put_key (emit, key);
  chn_writer_putc (emit->out, '[');
  for (guint i = 0; i < n; i++) {
    put_comma (emit->out, i);
    put_source (emit, &citations[i], TRUE);
  }
  put_withdrawals (emit, citations, n);
  chn_writer_putc (emit->out, ']');
}

void
chn_json_put_disputed (const ChnJsonEmit *emit, const char *key)
{
  guint n = 0;
  for (guint field = 0; field < CHN_N_FIELDS; field++) {
    g_autofree char *line = chn_prose_disputed_field (emit->timeline, emit->row, emit->event, (ChnField) field);
    if (!line)
      continue;
    if (n == 0)
      chn_json_put_key (emit, key);
    chn_writer_puts (emit->out, n++ == 0 ? "[" : ",");
    chn_json_put_text (emit->out, line);
  }
  chn_writer_puts (emit->out, n > 0 ? "]" : "");
}

void
chn_json_put_ignore (const ChnJsonEmit *emit, const char *key)
{
  ChnIgnored ignored;
  const char *text = chn_event_get_text (emit->event, CHN_FIELD_IGNORE), *at = text;
  for (gboolean first = TRUE; chn_ignored_next (&at, &ignored); first = FALSE) {
    g_autofree char *rule = g_strndup (ignored.code, ignored.code_length);
    g_autofree char *reason = g_strndup (ignored.reason, ignored.reason_length);
    if (first)
      chn_json_put_key (emit, key);
    chn_writer_puts (emit->out, first ? "[{" : ",{");
    put_inner (emit->out, TRUE, "rule", rule);
    put_inner (emit->out, FALSE, "reason", reason);
    chn_writer_putc (emit->out, '}');
  }
  chn_writer_puts (emit->out, text && *text ? "]" : "");
}

void
chn_json_put_extra (const ChnJsonEmit *emit, const char *key)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (emit->event, &n);
  if (n == 0)
    return;
  chn_json_put_key (emit, key);
  chn_writer_putc (emit->out, '[');
  for (guint i = 0; i < n; i++) {
    put_comma (emit->out, i);
    chn_writer_putc (emit->out, '{');
    put_inner (emit->out, TRUE, "key", extras[i].key);
    put_inner (emit->out, FALSE, "value", extras[i].value);
    chn_writer_putc (emit->out, '}');
  }
  chn_writer_putc (emit->out, ']');
}
