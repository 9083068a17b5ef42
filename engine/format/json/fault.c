/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where values of a JSON object stand in their file, and what is said when they are faulty. */
#include <string.h>

#include "base/report.h"
#include "base/utf8.h"
#include "format/json/reader.h"

/* The column of what stands so many characters into the text. */
static guint
find_column (const ChnJsonReader *reader, guint n_before)
{
  return reader->place.column + (reader->place.inexact ? 0 : n_before);
}

guint
chn_json_get_column (const ChnJsonReader *reader, const ChnJsonToken *token)
{
  return find_column (reader, token->column);
}

void
chn_json_position (ChnJsonReader *reader, ChnField field, guint index, const ChnJsonToken *token)
{
  chn_event_set_position (reader->event, field, index, reader->place.line, chn_json_get_column (reader, token));
}

static void
add_error (ChnJsonReader *reader, guint column, const GError *error)
{
  chn_report_add_error (reader->report, reader->file, reader->place.line, column, reader->id, error);
}

void
chn_json_fault (ChnJsonReader *reader, const ChnJsonToken *token, ChnError code, const char *hint, const char *format,
                ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autoptr (GError) error = NULL;
  chn_error_set (&error, code, hint, "%s", message);
  add_error (reader, chn_json_get_column (reader, token), error);
}

void
chn_json_fault_in_text (ChnJsonReader *reader, const ChnJsonToken *token, GError *error)
{
  gsize offset = 0;
  /* An offset into the value is one into the text only as far as nothing is escaped. */
  gboolean placed = chn_error_get_place (error, &offset, NULL) && token->type == CHN_JSON_STRING &&
                    !memchr (token->at + 1, '\\', offset);
  guint n_inside = placed ? (guint) chn_utf8_count (token->at, offset + 1) : 0;
  add_error (reader, find_column (reader, token->column + n_inside), error);
  g_error_free (error);
}

static const char *
describe (const ChnJsonToken *token)
{
  static const char *const names[] = {
    [CHN_JSON_OBJECT] = "an object",    [CHN_JSON_ARRAY] = "an array", [CHN_JSON_STRING] = "text",
    [CHN_JSON_INTEGER] = "a number",    [CHN_JSON_TRUE] = "true",      [CHN_JSON_FALSE] = "false",
    [CHN_JSON_FRACTION] = "a fraction", [CHN_JSON_NULL] = "null",
  };
  return names[token->type];
}

static char *
dup_shape_hint (const ChnJsonToken *token, const char *expected)
{
  gboolean wants_text = strcmp (expected, "text") == 0;
  if (wants_text && token->type == CHN_JSON_INTEGER)
    return g_strdup_printf ("write \"%" G_GINT64_FORMAT "\" in quotes", token->integer);
  if (strcmp (expected, "an array") == 0 && token->type == CHN_JSON_STRING)
    return g_strdup ("put it into [brackets]");
  return NULL;
}

void
chn_json_fault_shape (ChnJsonReader *reader, const ChnJsonToken *token, const char *expected)
{
  g_autofree char *hint = dup_shape_hint (token, expected);
  chn_json_fault (reader, token, CHN_ERROR_SYNTAX, hint, "found %s where %s is expected", describe (token), expected);
}

/* The hint for files that hold JSON, but not an object a line. */
static const char *
get_syntax_hint (const char *text, gsize length)
{
  const char *end = text + length;
  while (text < end && g_ascii_isspace (*text))
    text++;
  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  if (end - text == 1 && (*text == '{' || *text == '['))
    return "write one object a line (JSON Lines), without an array around them";
  return text < end && *text == '[' ? "write one object a line, without brackets around them" : NULL;
}

void
chn_json_fault_syntax (ChnJsonReader *reader, const char *text, gsize length, GError *error)
{
  gsize offset = 0;
  g_autoptr (GError) said = NULL;
  gboolean is_limit = g_error_matches (error, CHN_ERROR, CHN_ERROR_LIMIT);
  const char *hint = is_limit ? NULL : get_syntax_hint (text, length);
  chn_error_get_place (error, &offset, NULL);
  chn_error_set (&said, (ChnError) error->code, hint ? hint : chn_error_get_hint (error), "%s%s",
                 is_limit ? "" : "no JSON object: ", error->message);
  add_error (reader, find_column (reader, (guint) chn_utf8_count (text, offset)), said);
  g_error_free (error);
}
