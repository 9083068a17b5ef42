/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the sources of an event differ on, in words: claim by claim, or a line a field. */
#include "document/dispute.h"

#include <string.h>

#include <chancery/judge.h>

#include "document/prose.h"

/* One value of each field in words, where a reader would not understand its key. */
const char *
chn_prose_field (ChnField field)
{
  static const struct {
    ChnField field;
    const char *name;
  } names[] = { { CHN_FIELD_FORUMS, "forum" },
                { CHN_FIELD_SYMBOLS, "symbol" },
                { CHN_FIELD_ACTORS, "actor" },
                { CHN_FIELD_NTH, "place in the series" } };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].field == field)
      return names[i].name;
  return chn_field_get_info (field)->name;
}

/* "not held" */
static char *
dup_status_text (const char *value)
{
  guint n = 0;
  int status = chn_vocabulary_find (CHN_VOCABULARY_STATUS, value, -1, NULL);
  const ChnTerm *terms = chn_vocabulary_get_terms (CHN_VOCABULARY_STATUS, &n);
  return status < 0 ? g_strdup (value) : g_ascii_strdown (terms[status].label, -1);
}

/* One value in words rather than codes. */
static char *
dup_item_text (const ChnTimeline *timeline, ChnField field, const char *value)
{
  const ChnRegistry *registry = chn_timeline_get_registry (timeline);
  const ChnForum *forum = field == CHN_FIELD_FORUMS ? chn_registry_get_forum (registry, value) : NULL;
  const ChnActor *actor = field == CHN_FIELD_ACTORS ? chn_registry_get_actor (registry, value) : NULL;
  if (field == CHN_FIELD_DATE)
    return chn_prose_edtf (value);
  if (field == CHN_FIELD_STATUS)
    return dup_status_text (value);
  if (forum)
    return g_strdup (chn_forum_get_short_name (forum));
  return g_strdup (actor ? chn_actor_get_short_name (actor) : value);
}

/* The same of lists, whose items are joined by "; ". */
static char *
dup_value_text (const ChnTimeline *timeline, ChnField field, const char *value)
{
  if (field != CHN_FIELD_FORUMS && field != CHN_FIELD_ACTORS)
    return dup_item_text (timeline, field, value);
  g_auto (GStrv) items = g_strsplit (value, "; ", -1);
  GString *out = g_string_new (NULL);
  for (guint i = 0, n = g_strv_length (items); i < n; i++) {
    g_autofree char *text = dup_item_text (timeline, field, items[i]);
    g_string_append_printf (out, "%s%s", chn_prose_get_joint (i, n), text);
  }
  return g_string_free (out, FALSE);
}

static gboolean
is_dispute (const ChnTimeline *timeline, guint row, guint citation, guint claim)
{
  return chn_timeline_judge_claim (timeline, row, citation, claim) == CHN_STANCE_DISPUTES;
}

char *
chn_prose_claim (const ChnTimeline *timeline, const ChnClaim *claim)
{
  static const struct {
    ChnField field;
    const char *verb;
  } verbs[] = { { CHN_FIELD_DATE, "dates it" },          { CHN_FIELD_FORUMS, "places it in the" },
                { CHN_FIELD_VOTE, "gives the vote as" }, { CHN_FIELD_ACTORS, "ascribes it to" },
                { CHN_FIELD_SUMMARY, "says:" },          { CHN_FIELD_PLACE, "places it in" },
                { CHN_FIELD_TITLE, "calls it" },         { CHN_FIELD_STATUS, "has it as" } };
  g_autofree char *text = dup_value_text (timeline, claim->field, claim->value);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (verbs[i].field == claim->field)
      return g_strdup_printf ("%s %s", verbs[i].verb, text);
  return g_strdup_printf ("gives the %s as %s", chn_prose_field (claim->field), text);
}

/* "Ben Willis dates it 22 March 2013" */
static char *
dup_said (const ChnTimeline *timeline, const ChnEvent *event, guint citation, guint claim)
{
  guint n = 0;
  const ChnCitation *cited = &chn_event_get_citations (event, &n)[citation];
  const ChnSource *source = chn_timeline_find_source (timeline, cited->source);
  g_autofree char *name = source ? chn_prose_source_name (source) : g_strdup (cited->source);
  g_autofree char *said = chn_prose_claim (timeline, &cited->claims[claim]);
  return g_strdup_printf ("%s %s", name, said);
}

char *
chn_prose_dispute (const ChnTimeline *timeline, guint row, const ChnEvent *event, guint citation, guint claim)
{
  return is_dispute (timeline, row, citation, claim) ? dup_said (timeline, event, citation, claim) : NULL;
}

char *
chn_prose_superseded (const ChnTimeline *timeline, guint row, const ChnEvent *event, guint citation, guint claim)
{
  guint n = 0;
  const ChnSource *by = chn_timeline_find_successor (timeline, row, citation, claim);
  if (!by)
    return NULL;
  const char *key = chn_event_get_citations (event, &n)[citation].source, *reason = by->text[CHN_SOURCE_REASON];
  g_autofree char *said = dup_said (timeline, event, citation, claim), *name = chn_prose_source_name (by);
  gboolean withdrawn = chn_source_names (by, CHN_SOURCE_WITHDRAWS, key);
  return g_strdup_printf ("%s, %s by %s%s%s", said, withdrawn ? "withdrawn" : "corrected", name, reason ? ": " : "",
                          reason ? reason : "");
}

/* Prose stands in the event itself, and what is said of it is told without it. */
static void
append_record (GString *out, const ChnTimeline *timeline, const ChnEvent *event, ChnField field)
{
  gboolean prose = field == CHN_FIELD_TITLE || field == CHN_FIELD_SUMMARY;
  g_autofree char *record = prose ? NULL : chn_event_dup_value (event, field);
  g_autofree char *text = record ? dup_value_text (timeline, field, record) : NULL;
  if (text)
    g_string_append_printf (out, "recorded as %s, ", text);
}

char *
chn_prose_disputed_field (const ChnTimeline *timeline, guint row, const ChnEvent *event, ChnField field)
{
  guint n = 0, n_disputes = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  g_autoptr (GString) out = g_string_new (NULL);
  g_string_append_printf (out, "%s: ", chn_prose_field (field));
  append_record (out, timeline, event, field);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < citations[i].n_claims; k++) {
      if (citations[i].claims[k].field != field || !is_dispute (timeline, row, i, k))
        continue;
      g_autofree char *text = dup_value_text (timeline, field, citations[i].claims[k].value);
      g_string_append_printf (out, "%s%s says %s", n_disputes++ > 0 ? ", " : "", citations[i].source, text);
    }
  return n_disputes > 0 ? g_strdup (out->str) : NULL;
}

/* Who says what of a field: names joined for each value, the record's own first. */
typedef struct {
  GPtrArray *values; /* in words */
  GPtrArray *names;  /* GPtrArray of names for each of the values */
} Voices;

static void
add_voice (Voices *voices, char *value, char *name)
{
  guint at = 0;
  while (at < voices->values->len && strcmp (voices->values->pdata[at], value) != 0)
    at++;
  if (at == voices->values->len) {
    g_ptr_array_add (voices->values, g_strdup (value));
    g_ptr_array_add (voices->names, g_ptr_array_new_with_free_func (g_free));
  }
  if (name && !g_ptr_array_find_with_equal_func (voices->names->pdata[at], name, g_str_equal, NULL))
    g_ptr_array_add (voices->names->pdata[at], g_strdup (name));
}

/* "30 votes to 6, with 11 abstentions", "adoption without a vote": a value as a sentence has it. */
static char *
dup_told_text (const ChnTimeline *timeline, ChnField field, const char *value)
{
  ChnVote vote = CHN_VOTE_NONE;
  if (field != CHN_FIELD_VOTE || !chn_vote_parse_counts (value, -1, &vote, NULL))
    return dup_value_text (timeline, field, value);
  return chn_prose_counts (&vote);
}

/* Who says so. What is known in general has no author. */
static char *
dup_voice_name (const ChnTimeline *timeline, const ChnCitation *citation)
{
  guint n = 0;
  const ChnTerm *general =
      &chn_vocabulary_get_terms (CHN_VOCABULARY_CONFIDENCE, &n)[CHN_CONFIDENCE_GENERAL_KNOWLEDGE];
  const ChnSource *source = chn_timeline_find_source (timeline, citation->source);
  if (strcmp (citation->source, general->name) == 0)
    return g_ascii_strdown (general->label, -1);
  return source ? chn_prose_source_name (source) : g_strdup (citation->source);
}

/* Claims that are only more or less precise than the record agree with it, and are not told. */
static void
collect_voices (Voices *voices, const ChnTimeline *timeline, guint row, const ChnEvent *event, ChnField field)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  g_autofree char *record = chn_event_dup_value (event, field);
  g_autofree char *recorded = record ? dup_told_text (timeline, field, record) : NULL;
  if (recorded)
    add_voice (voices, recorded, NULL);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < citations[i].n_claims; k++) {
      const ChnClaim *claim = &citations[i].claims[k];
      ChnStance stance = chn_timeline_judge_claim (timeline, row, i, k);
      if (claim->field != field || (stance != CHN_STANCE_CONFIRMS && stance != CHN_STANCE_DISPUTES))
        continue;
      g_autofree char *name = dup_voice_name (timeline, &citations[i]);
      g_autofree char *value = dup_told_text (timeline, field, claim->value);
      add_voice (voices, stance == CHN_STANCE_CONFIRMS && recorded ? recorded : value, name);
    }
}

/* How sources are said to differ on a field. */
typedef struct {
  const char *subject;   /* what is disputed */
  const char *one, *all; /* what a source does, and what several do */
  const char *recorded;  /* before what the record has, where no source says the same */
} Wording;

static const Wording usual = { NULL, "gives", "give", "recorded here as" };
static const Wording of_actors = { "Who took part", "names", "name", "recorded here:" };

/* "KCNA and Yonhap give 13 September 2014" the first time, then "the mission 15 September 2014". */
static void
append_voice (GString *out, const Wording *wording, const char *value, const GPtrArray *names, gboolean is_first)
{
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (out, "%s%s", chn_prose_get_joint (i, names->len), (const char *) names->pdata[i]);
  if (names->len > 0)
    g_string_append_printf (out, "%s%s %s", is_first ? " " : "",
                            !is_first        ? ""
                            : names->len > 1 ? wording->all
                                             : wording->one,
                            value);
}

static void
append_voices (GString *out, const Wording *wording, const Voices *voices)
{
  const char *unsaid = NULL;
  gboolean is_first = TRUE;
  for (guint i = 0; i < voices->values->len; i++) {
    const GPtrArray *names = voices->names->pdata[i];
    if (names->len == 0) {
      unsaid = voices->values->pdata[i];
      continue;
    }
    g_string_append (out, is_first ? "" : "; ");
    append_voice (out, wording, voices->values->pdata[i], names, is_first);
    is_first = FALSE;
  }
  if (unsaid)
    g_string_append_printf (out, "; %s %s", wording->recorded, unsaid);
}

char *
chn_prose_dispute_sentence (const ChnTimeline *timeline, guint row, const ChnEvent *event, ChnField field)
{
  if (chn_timeline_judge_field (timeline, row, field) != CHN_AGREEMENT_DISPUTED)
    return NULL;
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Voices voices = { values, names };
  GString *out = g_string_new (NULL);
  collect_voices (&voices, timeline, row, event, field);
  const Wording *wording = field == CHN_FIELD_ACTORS ? &of_actors : &usual;
  if (wording->subject)
    g_string_append_printf (out, "%s is disputed: ", wording->subject);
  else
    g_string_append_printf (out, "The %s is disputed: ", chn_prose_field (field));
  append_voices (out, wording, &voices);
  g_string_append_c (out, '.');
  return g_string_free (out, FALSE);
}
