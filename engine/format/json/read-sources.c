/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The sources of an event in JSON: what each is, and how the event cites it.
 *
 *   source = { "key": text, "title" "author" "publisher" "date" "url" "language" "accessed" "archive" "symbol"
 *              "source_note" "corrects" "withdraws" "reason": text, "cited": true / false,
 *              "at" "quote" "note": text, "says": { field: text / [ text … ] … } }
 *
 * An object that has none of the keys that describe the source cites what is described elsewhere.
 */
#include "format/json/compound.h"

typedef struct {
  ChnSource source;
  ChnCitation citation;
  gboolean described;
  const ChnJsonToken *cited; /* "cited": false tells of a source that only withdraws one of those cited */
  GArray *claims;            /* ChnClaim */
  GPtrArray *places;         /* tokens of the claims */
} Parts;

static void
add_claim (ChnJsonReader *reader, const ChnJsonToken *token, ChnField field, Parts *parts)
{
  ChnClaim claim = { field, chn_json_get_text (reader, token) };
  if (!claim.value)
    return;
  g_array_append_val (parts->claims, claim);
  g_ptr_array_add (parts->places, (gpointer) (guintptr) token);
}

static void
read_claim (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  if (token->type != CHN_JSON_ARRAY) {
    add_claim (reader, token, (ChnField) key->value, data);
    return;
  }
  for (const ChnJsonToken *item = chn_json_open_array (reader, token); item; item = chn_json_after (item))
    add_claim (reader, item, (ChnField) key->value, data);
}

static void
read_claims (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  (void) key;
  ChnJsonKey keys[CHN_N_FIELDS];
  guint n_keys = 0;
  for (guint i = 0; i < CHN_N_FIELDS; i++)
    if (chn_field_get_info ((ChnField) i)->can_be_said)
      keys[n_keys++] = (ChnJsonKey){ chn_field_get_info ((ChnField) i)->name, read_claim, i };
  chn_json_read_object (reader, token, keys, n_keys, data);
}

static void
read_visibility (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  int term = token->type == CHN_JSON_NULL ? 0 : chn_json_get_term (reader, token, CHN_VOCABULARY_VISIBILITY);
  if (term > 0)
    G_STRUCT_MEMBER (guint, data, key->value) = (guint) term;
}

#define OF_SOURCE(field) ((guint) (G_STRUCT_OFFSET (Parts, source.text) + (field) * sizeof (const char *)))

static const ChnJsonKey keys[] = {
  { "key", chn_json_read_inner_text, OF_SOURCE (CHN_SOURCE_KEY) },
  { "title", chn_json_read_inner_text, OF_SOURCE (CHN_SOURCE_TITLE) },
  { "author", chn_json_read_inner_text, OF_SOURCE (CHN_SOURCE_AUTHOR) },
  { "publisher", chn_json_read_inner_text, OF_SOURCE (CHN_SOURCE_PUBLISHER) },
  { "date", chn_json_read_inner_text, OF_SOURCE (CHN_SOURCE_DATE) },
  { "url", chn_json_read_inner_text, OF_SOURCE (CHN_SOURCE_URL) },
  { "symbol", chn_json_read_inner_text, OF_SOURCE (CHN_SOURCE_SYMBOL) },
  { "language", chn_json_read_inner_text, OF_SOURCE (CHN_SOURCE_LANGUAGE) },
  { "accessed", chn_json_read_inner_text, OF_SOURCE (CHN_SOURCE_ACCESSED) },
  { "archive", chn_json_read_inner_text, OF_SOURCE (CHN_SOURCE_ARCHIVE) },
  { "source_note", chn_json_read_inner_text, OF_SOURCE (CHN_SOURCE_NOTE) },
  { "corrects", chn_json_read_inner_text, OF_SOURCE (CHN_SOURCE_CORRECTS) },
  { "withdraws", chn_json_read_inner_text, OF_SOURCE (CHN_SOURCE_WITHDRAWS) },
  { "reason", chn_json_read_inner_text, OF_SOURCE (CHN_SOURCE_REASON) },
  { "visibility", chn_json_read_inner_text, OF_SOURCE (CHN_SOURCE_VISIBILITY) },
  { "source_note_visibility", chn_json_read_inner_text, OF_SOURCE (CHN_SOURCE_NOTE_VISIBILITY) },
  { "quote_visibility", read_visibility, G_STRUCT_OFFSET (Parts, citation.visibility) },
  { "note_visibility", read_visibility, G_STRUCT_OFFSET (Parts, citation.note_visibility) },
  { "at", chn_json_read_inner_text, G_STRUCT_OFFSET (Parts, citation.at) },
  { "quote", chn_json_read_inner_text, G_STRUCT_OFFSET (Parts, citation.quote) },
  { "note", chn_json_read_inner_text, G_STRUCT_OFFSET (Parts, citation.note) },
  { "says", read_claims, 0 },
  { "cited", chn_json_keep_token, G_STRUCT_OFFSET (Parts, cited) },
};

/* Whether a key is there that tells what the source is, be it null. */
static gboolean
is_described (const ChnJsonToken *token)
{
  guint expected = 0;
  for (const ChnJsonToken *name = chn_json_first (token); name; name = chn_json_after (name + 1)) {
    const ChnJsonKey *key = chn_json_find_key (keys, G_N_ELEMENTS (keys), name, &expected);
    if (key && key->value < OF_SOURCE (CHN_N_SOURCE_FIELDS) && key->value >= OF_SOURCE (CHN_SOURCE_TITLE))
      return TRUE;
  }
  return FALSE;
}

static gboolean
read_source (ChnJsonReader *reader, const ChnJsonToken *token, Parts *parts)
{
  g_array_set_size (parts->claims, 0);
  g_ptr_array_set_size (parts->places, 0);
  if (!chn_json_read_object (reader, token, keys, G_N_ELEMENTS (keys), parts))
    return FALSE;
  if (!chn_json_find (token, "key"))
    chn_json_fault (reader, token, CHN_ERROR_SYNTAX, NULL, "the key \"key\" of a source is missing");
  parts->described = is_described (token);
  parts->citation.source = parts->source.text[CHN_SOURCE_KEY];
  parts->citation.n_claims = parts->claims->len;
  parts->citation.claims = (const ChnClaim *) (gpointer) parts->claims->data;
  return parts->citation.source != NULL;
}

static gboolean
is_cited (const Parts *parts)
{
  return !parts->cited || parts->cited->type != CHN_JSON_FALSE;
}

/* Whether the event cites it. */
static gboolean
add_source (ChnJsonReader *reader, const ChnJsonToken *token, guint index, const Parts *parts)
{
  if (parts->described)
    chn_timeline_builder_add_source (reader->builder, &parts->source, reader->place.line,
                                     chn_json_get_column (reader, token));
  if (!is_cited (parts))
    return FALSE;
  ChnSource known = parts->described ? parts->source : (ChnSource){ { NULL } };
  g_array_append_val (reader->sources, known);
  chn_event_add_citation (reader->event, &parts->citation);
  chn_json_position (reader, CHN_FIELD_SOURCES, index, token);
  for (guint i = 0; i < parts->places->len; i++)
    chn_json_position (reader, CHN_FIELD_SOURCES, CHN_POSITION_CLAIM (index, i), parts->places->pdata[i]);
  return TRUE;
}

void
chn_json_read_sources (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  (void) key, (void) data;
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (ChnClaim));
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  guint i = 0;
  for (const ChnJsonToken *item = chn_json_open_array (reader, token); item; item = chn_json_after (item)) {
    Parts parts = { .claims = claims, .places = places };
    if (read_source (reader, item, &parts))
      i += add_source (reader, item, i, &parts) ? 1 : 0;
  }
}
