/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reads JSON objects by tables of their keys. */
#include "base/guard.h"
#include "base/report.h"
#include "base/suggest.h"
#include "format/json/reader.h"

const ChnJsonKey *
chn_json_find_key (const ChnJsonKey *keys, guint n_keys, const ChnJsonToken *name, guint *expected)
{
  for (guint i = 0, at = *expected; i < n_keys; i++, at++) {
    at = at < n_keys ? at : 0;
    if (!chn_json_is (name, keys[at].name))
      continue;
    *expected = at + 1;
    return &keys[at];
  }
  return NULL;
}

static void
fault_unknown_key (ChnJsonReader *reader, const ChnJsonKey *keys, guint n_keys, const ChnJsonToken *name)
{
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, name->text, (gssize) name->length);
  for (guint i = 0; i < n_keys && chn_report_would_keep (reader->report, CHN_SEVERITY_ERROR); i++)
    chn_suggestion_offer (&suggestion, keys[i].name);
  g_autofree char *hint = chn_suggestion_dup_hint (&suggestion, NULL);
  chn_json_fault (reader, name, CHN_ERROR_UNKNOWN, hint, "unknown key \"%.*s\"",
                  chn_guard_fit (name->text, name->length, G_MAXINT), name->text);
}

gboolean
chn_json_read_object (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *keys, guint n_keys,
                      gpointer data)
{
  guint expected = 0;
  if (token->type != CHN_JSON_OBJECT) {
    chn_json_fault_shape (reader, token, "an object");
    return FALSE;
  }
  for (const ChnJsonToken *name = chn_json_first (token); name; name = chn_json_after (name + 1)) {
    const ChnJsonKey *key = chn_json_find_key (keys, n_keys, name, &expected);
    if (!key)
      fault_unknown_key (reader, keys, n_keys, name);
    else if (name[1].type != CHN_JSON_NULL)
      key->read (reader, name + 1, key, data);
  }
  return TRUE;
}

void
chn_json_fault_missing (ChnJsonReader *reader, const ChnJsonToken *token, const char *key)
{
  if (token->type == CHN_JSON_OBJECT && !chn_json_find (token, key))
    chn_json_fault (reader, token, CHN_ERROR_SYNTAX, NULL, "the key \"%s\" is missing", key);
}

void
chn_json_read_inner_text (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  G_STRUCT_MEMBER (const char *, data, key->value) = chn_json_get_text (reader, token);
}

void
chn_json_keep_token (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  (void) reader;
  G_STRUCT_MEMBER (const ChnJsonToken *, data, key->value) = token;
}
