/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Single values of a JSON object: their shape and their bounds. */
#include "base/guard.h"
#include "format/json/reader.h"

/* The file was guarded as a whole; what was decoded, from an escape or as a payload, was not. */
static ChnGuard
check_decoded (const ChnJsonReader *reader, const ChnJsonToken *token, gsize *offset)
{
  if (!token->is_escaped && !reader->place.is_decoded)
    return CHN_GUARD_FINE;
  return chn_guard_check (token->text, token->length, offset);
}

static gboolean
check_text (ChnJsonReader *reader, const ChnJsonToken *token, guint64 most)
{
  gsize offset = 0;
  if (token->type != CHN_JSON_STRING) {
    chn_json_fault_shape (reader, token, "text");
    return FALSE;
  }
  if (token->length > most) {
    chn_json_fault (reader, token, CHN_ERROR_LIMIT, "shorten it, or raise the bound with --max-text=N",
                    "found a value of %" G_GSIZE_FORMAT " bytes, expected at most %" G_GUINT64_FORMAT, token->length,
                    most);
    return FALSE;
  }
  ChnGuard guard = check_decoded (reader, token, &offset);
  if (guard != CHN_GUARD_FINE)
    chn_json_fault (reader, token, CHN_ERROR_SYNTAX, "remove the escape", "found %s (U+%04X) in a value",
                    chn_guard_get_name (guard), g_utf8_get_char (token->text + offset));
  return guard == CHN_GUARD_FINE;
}

gboolean
chn_json_check_text (ChnJsonReader *reader, const ChnJsonToken *token)
{
  return check_text (reader, token, reader->limits->value[CHN_LIMIT_TEXT]);
}

gboolean
chn_json_check_foreign_text (ChnJsonReader *reader, const ChnJsonToken *token)
{
  return check_text (reader, token, reader->limits->value[CHN_LIMIT_FILE]);
}

const char *
chn_json_get_text (ChnJsonReader *reader, const ChnJsonToken *token)
{
  if (!chn_json_check_text (reader, token))
    return NULL;
  if (token->is_escaped)
    return token->text;
  return chn_arena_strndup (reader->tokens.arena, token->text, (gssize) token->length);
}

gboolean
chn_json_get_number (ChnJsonReader *reader, const ChnJsonToken *token, gint64 least, gint64 most, gint64 *number)
{
  if (token->type != CHN_JSON_INTEGER) {
    g_autofree char *expected =
        g_strdup_printf ("a whole number from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, least, most);
    chn_json_fault_shape (reader, token, expected);
    return FALSE;
  }
  if (token->integer < least || token->integer > most) {
    chn_json_fault (reader, token, CHN_ERROR_RANGE, NULL,
                    "found %" G_GINT64_FORMAT ", expected a whole number from %" G_GINT64_FORMAT
                    " to %" G_GINT64_FORMAT,
                    token->integer, least, most);
    return FALSE;
  }
  *number = token->integer;
  return TRUE;
}

int
chn_json_get_term (ChnJsonReader *reader, const ChnJsonToken *token, ChnVocabularyId vocabulary)
{
  g_autoptr (GError) error = NULL;
  if (!chn_json_check_text (reader, token))
    return -1;
  int term = chn_event_find_term (reader->event, vocabulary, token->text, (gssize) token->length, &error);
  if (error)
    chn_json_fault_in_text (reader, token, g_steal_pointer (&error));
  return term;
}

const ChnJsonToken *
chn_json_open_array (ChnJsonReader *reader, const ChnJsonToken *token)
{
  guint64 most = reader->limits->value[CHN_LIMIT_ITEMS];
  if (token->type != CHN_JSON_ARRAY) {
    chn_json_fault_shape (reader, token, "an array");
    return NULL;
  }
  if ((guint64) token->integer > most) {
    chn_json_fault (reader, token, CHN_ERROR_LIMIT, "shorten it, or raise the bound with --max-items=N",
                    "found a list of %" G_GINT64_FORMAT " items, expected at most %" G_GUINT64_FORMAT, token->integer,
                    most);
    return NULL;
  }
  return chn_json_first (token);
}
