/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The sources that an event cites:
 *
 *   sources  := citation | [citation ...]
 *   citation := key | {source: key, at: text, quote: text, note: text, says: says,
 *                      visibility: term, note-visibility: term}
 *   says     := {field: text | [text ...]} | [{field: text | [text ...]} ...]
 */
#include "base/report.h"
#include "base/suggest.h"
#include "format/yaml/event.h"

typedef struct {
  const ChnYamlFaults *faults;
  ChnEvent *event;
  ChnCitation citation;
  GArray *claims;        /* ChnClaim; values are the nodes' */
  gboolean note_has_own; /* visibility */
  guint index;           /* of the citation */
} CitationReading;

static int
find_field (const ChnYamlFaults *faults, const ChnYamlNode *key)
{
  int field = chn_field_find (key->text, (gssize) key->length);
  if (field >= 0 && chn_field_get_info ((ChnField) field)->can_be_said)
    return field;
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, key->text, -1);
  for (guint i = 0; i < CHN_N_FIELDS && field < 0 && chn_report_would_keep (faults->report, CHN_SEVERITY_ERROR); i++)
    if (chn_field_get_info ((ChnField) i)->can_be_said)
      chn_suggestion_offer (&suggestion, chn_field_get_info ((ChnField) i)->name);
  g_autofree char *hint = chn_suggestion_dup_hint (&suggestion, NULL);
  chn_yaml_fault (faults, key, CHN_YAML_FAULT_UNKNOWN_KEY, hint, "a source cannot say anything about \"%.*s\"",
                  chn_yaml_fit (key->text), key->text);
  return -1;
}

static void
read_claims (CitationReading *reading, ChnField field, const ChnYamlNode *value)
{
  for (const ChnYamlNode *item = chn_yaml_get_items (value); item; item = chn_yaml_next_of (value, item)) {
    if (!chn_yaml_check_item (reading->faults, "what a source says", item))
      continue;
    chn_yaml_set_position (reading->event, CHN_FIELD_SOURCES,
                           CHN_POSITION_CLAIM (reading->index, reading->claims->len), item);
    ChnClaim claim = { field, item->text };
    g_array_append_val (reading->claims, claim);
  }
}

static void
read_said (CitationReading *reading, const ChnYamlNode *mapping)
{
  if (mapping->kind == CHN_YAML_FAULTY)
    return;
  if (mapping->kind != CHN_YAML_MAPPING) {
    chn_yaml_fault (reading->faults, mapping, CHN_YAML_FAULT_SHAPE, "write {FIELD: VALUE}",
                    "what a source says is a mapping, found %s", chn_yaml_describe (mapping));
    return;
  }
  for (const ChnYamlNode *key = mapping->first; key; key = key->next->next) {
    int field = find_field (reading->faults, key);
    if (field >= 0)
      read_claims (reading, (ChnField) field, key->next);
  }
}

static void
read_says (CitationReading *reading, const ChnYamlNode *says)
{
  for (const ChnYamlNode *item = chn_yaml_get_items (says); item; item = chn_yaml_next_of (says, item))
    read_said (reading, item);
}

/* The note has that of the quotation, unless it says another. */
static void
read_visibility (CitationReading *reading, const ChnYamlKey *key, const ChnYamlNode *value)
{
  g_autoptr (GError) error = NULL;
  int term = chn_vocabulary_find (CHN_VOCABULARY_VISIBILITY, value->text, (gssize) value->length, &error);
  gboolean of_note = key->id == CHN_CITE_NOTE_VISIBILITY;
  if (term < 0) {
    chn_yaml_fault_error (reading->faults, value, error);
    return;
  }
  if (!of_note)
    reading->citation.visibility = (guint) term;
  if (of_note || !reading->note_has_own)
    reading->citation.note_visibility = (guint) term;
  reading->note_has_own |= of_note;
}

static void
visit (const ChnYamlKey *key, const ChnYamlNode *value, gpointer data)
{
  CitationReading *reading = data;
  const char **const texts[] = {
    [CHN_CITE_SOURCE] = &reading->citation.source,
    [CHN_CITE_AT] = &reading->citation.at,
    [CHN_CITE_QUOTE] = &reading->citation.quote,
    [CHN_CITE_NOTE] = &reading->citation.note,
  };
  if (key->id == CHN_CITE_SAYS)
    read_says (reading, value);
  else if (key->id == CHN_CITE_VISIBILITY || key->id == CHN_CITE_NOTE_VISIBILITY)
    read_visibility (reading, key, value);
  else
    *texts[key->id] = value->text;
  if (key->id == CHN_CITE_SOURCE)
    chn_yaml_set_position (reading->event, CHN_FIELD_SOURCES, reading->index, value);
}

static void
add_citation (CitationReading *reading)
{
  reading->citation.n_claims = reading->claims->len;
  reading->citation.claims = reading->claims->len > 0 ? (const ChnClaim *) (gpointer) reading->claims->data : NULL;
  if (!reading->citation.source)
    return;
  chn_event_add_citation (reading->event, &reading->citation);
  reading->index++;
}

static void
read_citation (CitationReading *reading, const ChnYamlNode *item)
{
  reading->citation = (ChnCitation){ 0 };
  reading->note_has_own = FALSE;
  g_array_set_size (reading->claims, 0);
  if (item->kind == CHN_YAML_MAPPING) {
    chn_yaml_keys_walk (&chn_yaml_citation_keys, reading->faults, item, visit, reading);
  } else if (chn_yaml_check_item (reading->faults, "sources", item)) {
    reading->citation.source = item->text;
    chn_yaml_set_position (reading->event, CHN_FIELD_SOURCES, reading->index, item);
  }
  add_citation (reading);
}

void
chn_yaml_read_citations (const ChnYamlFaults *faults, const ChnYamlNode *node, ChnEvent *event)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (ChnClaim));
  CitationReading reading = { .faults = faults, .event = event, .claims = claims };
  for (const ChnYamlNode *item = chn_yaml_get_items (node); item; item = chn_yaml_next_of (node, item))
    read_citation (&reading, item);
}
