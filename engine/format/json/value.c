/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Single values of a JSON object: their shape and bounds, and where they are faulty. */
#include <string.h>

#include "base/guard.h"
#include "base/report.h"
#include "base/suggest.h"
#include "format/json/reader.h"

static guint
count_characters (const char *from, const char *to)
{
  guint n = 0;
  for (; from < to; from++)
    n += ((guchar) *from & 0xC0) != 0x80;
  return n;
}

guint
chn_json_get_column (ChnJsonReader *reader, const char *at)
{
  if (reader->place.inexact)
    return reader->place.column;
  if (!reader->located || at < reader->located) {
    reader->located = reader->start;
    reader->column = reader->place.column;
  }
  reader->column += count_characters (reader->located, at);
  reader->located = at;
  return reader->column;
}

static void
add_error (ChnJsonReader *reader, const char *at, const GError *error)
{
  /* Finding a column costs a walk over the line. */
  gboolean is_kept = chn_report_would_keep (reader->report, CHN_SEVERITY_ERROR);
  guint column = is_kept ? chn_json_get_column (reader, at) : reader->place.column;
  chn_report_add_error (reader->report, reader->file, reader->place.line, column, reader->id, error);
}

void
chn_json_fault (ChnJsonReader *reader, const char *at, ChnError code, const char *hint, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autoptr (GError) error = NULL;
  chn_error_set (&error, code, hint, "%s", message);
  add_error (reader, at, error);
}

void
chn_json_fault_in_text (ChnJsonReader *reader, const ChnJsonNode *node, GError *error)
{
  gsize offset = 0;
  /* An offset into the value is one into the text only as far as nothing is escaped. */
  gboolean placed = chn_error_get_place (error, &offset, NULL) && json_is_string (node->value);
  for (gsize i = 0; placed && i < offset; i++)
    placed = node->at[1 + i] != '\\';
  add_error (reader, placed ? node->at + 1 + offset : node->at, error);
  g_error_free (error);
}

static const char *
describe (const json_t *value)
{
  static const char *const names[] = {
    [JSON_OBJECT] = "an object", [JSON_ARRAY] = "an array", [JSON_STRING] = "text", [JSON_INTEGER] = "a number",
    [JSON_REAL] = "a fraction",  [JSON_TRUE] = "true",      [JSON_FALSE] = "false", [JSON_NULL] = "null",
  };
  return names[json_typeof (value)];
}

static char *
dup_shape_hint (const ChnJsonNode *node, const char *expected)
{
  gboolean wants_text = strcmp (expected, "text") == 0;
  if (wants_text && json_is_integer (node->value))
    return g_strdup_printf ("write \"%" JSON_INTEGER_FORMAT "\" in quotes", json_integer_value (node->value));
  if (strcmp (expected, "an array") == 0 && json_is_string (node->value))
    return g_strdup ("put it into [brackets]");
  return NULL;
}

void
chn_json_fault_shape (ChnJsonReader *reader, const ChnJsonNode *node, const char *expected)
{
  g_autofree char *hint = dup_shape_hint (node, expected);
  chn_json_fault (reader, node->at, CHN_ERROR_SYNTAX, hint, "found %s where %s is expected", describe (node->value),
                  expected);
}

const char *
chn_json_get_text (ChnJsonReader *reader, const ChnJsonNode *node)
{
  if (!json_is_string (node->value)) {
    chn_json_fault_shape (reader, node, "text");
    return NULL;
  }
  const char *text = json_string_value (node->value);
  gsize length = json_string_length (node->value), offset = 0;
  guint64 most = reader->limits->value[CHN_LIMIT_TEXT];
  if (length > most) {
    chn_json_fault (reader, node->at, CHN_ERROR_LIMIT, "shorten it, or raise the bound with --max-text=N",
                    "found a value of %" G_GSIZE_FORMAT " bytes, expected at most %" G_GUINT64_FORMAT, length, most);
    return NULL;
  }
  ChnGuard guard = reader->has_escapes ? chn_guard_check (text, length, &offset) : CHN_GUARD_FINE;
  if (guard == CHN_GUARD_FINE)
    return text;
  chn_json_fault (reader, node->at, CHN_ERROR_SYNTAX, "remove the escape", "found %s (U+%04X) in a value",
                  chn_guard_get_name (guard), g_utf8_get_char (text + offset));
  return NULL;
}

gboolean
chn_json_get_number (ChnJsonReader *reader, const ChnJsonNode *node, gint64 least, gint64 most, gint64 *number)
{
  if (!json_is_integer (node->value)) {
    chn_json_fault_shape (reader, node, "a whole number");
    return FALSE;
  }
  gint64 value = (gint64) json_integer_value (node->value);
  if (value < least || value > most) {
    chn_json_fault (reader, node->at, CHN_ERROR_RANGE, NULL,
                    "found %" G_GINT64_FORMAT ", expected a number from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT,
                    value, least, most);
    return FALSE;
  }
  *number = value;
  return TRUE;
}

int
chn_json_get_term (ChnJsonReader *reader, const ChnJsonNode *node, ChnVocabularyId vocabulary)
{
  const char *text = chn_json_get_text (reader, node);
  g_autoptr (GError) error = NULL;
  int term = text ? chn_vocabulary_find (vocabulary, text, -1, &error) : -1;
  if (error)
    chn_json_fault_in_text (reader, node, g_steal_pointer (&error));
  return term;
}

gboolean
chn_json_open_array (ChnJsonReader *reader, const ChnJsonNode *node, ChnJsonWalk *walk)
{
  guint64 most = reader->limits->value[CHN_LIMIT_ITEMS];
  if (!json_is_array (node->value)) {
    chn_json_fault_shape (reader, node, "an array");
    return FALSE;
  }
  if (json_array_size (node->value) > most) {
    chn_json_fault (reader, node->at, CHN_ERROR_LIMIT, "shorten it, or raise the bound with --max-items=N",
                    "found a list of %" G_GSIZE_FORMAT " items, expected at most %" G_GUINT64_FORMAT,
                    json_array_size (node->value), most);
    return FALSE;
  }
  chn_json_walk_init (walk, node);
  return TRUE;
}

static const ChnJsonKey *
find_key (const ChnJsonKey *keys, guint n_keys, const char *name)
{
  for (guint i = 0; i < n_keys; i++)
    if (strcmp (keys[i].name, name) == 0)
      return &keys[i];
  return NULL;
}

static void
fault_unknown_key (ChnJsonReader *reader, const ChnJsonKey *keys, guint n_keys, const char *name, const char *at)
{
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, name, -1);
  for (guint i = 0; i < n_keys && chn_report_would_keep (reader->report, CHN_SEVERITY_ERROR); i++)
    chn_suggestion_offer (&suggestion, keys[i].name);
  g_autofree char *hint = chn_suggestion_dup_hint (&suggestion, NULL);
  chn_json_fault (reader, at, CHN_ERROR_UNKNOWN, hint, "unknown key \"%s\"", name);
}

gboolean
chn_json_read_object (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *keys, guint n_keys,
                      gpointer data)
{
  if (!json_is_object (node->value)) {
    chn_json_fault_shape (reader, node, "an object");
    return FALSE;
  }
  ChnJsonWalk walk;
  ChnJsonNode member;
  const char *name = NULL, *name_at = NULL;
  chn_json_walk_init (&walk, node);
  while (chn_json_walk_next (&walk, &name, &name_at, &member)) {
    const ChnJsonKey *key = find_key (keys, n_keys, name);
    if (!key)
      fault_unknown_key (reader, keys, n_keys, name, name_at);
    else if (!json_is_null (member.value))
      key->read (reader, &member, key, data);
  }
  return TRUE;
}

void
chn_json_read_inner_text (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key, gpointer data)
{
  G_STRUCT_MEMBER (const char *, data, key->value) = chn_json_get_text (reader, node);
}

void
chn_json_spot (ChnJsonReader *reader, ChnField field, guint index, const char *at)
{
  chn_event_set_spot (reader->event, field, index, reader->place.line, chn_json_get_column (reader, at));
}
