/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * CSL-JSON, as Zotero, pandoc and citation processors have it: an array of items.
 *
 *   item = {"id": text, "type": text, "title": text, "author": [name ...], "publisher": text, "issued": date, "URL":
 * text, "accessed": date, "language": text, "number": text, "archive": text, "note": text} name = {"family": text,
 * "given": text} / {"literal": text} date = {"date-parts": [[y, m, d], [y, m, d]]} / {"literal": text} / {"raw":
 * text}
 *
 * A date that is no day, month or year is written as {"literal": EDTF}.
 */
#include <string.h>

#include "base/arena.h"
#include "base/json-write.h"
#include "base/json.h"
#include "base/report.h"
#include "format/encoding.h"
#include "format/references/readers.h"
#include "format/references/references.h"

static const struct {
  const char *key;
  ChnSourceField field;
} texts[] = {
  { "id", CHN_SOURCE_KEY },
  { "title", CHN_SOURCE_TITLE },
  { "publisher", CHN_SOURCE_PUBLISHER },
  { "container-title", CHN_SOURCE_PUBLISHER },
  { "URL", CHN_SOURCE_URL },
  { "language", CHN_SOURCE_LANGUAGE },
  { "number", CHN_SOURCE_SYMBOL },
  { "archive", CHN_SOURCE_ARCHIVE },
  { "note", CHN_SOURCE_NOTE },
};

typedef struct {
  ChnJsonScanner scanner;
  ChnJsonToken token;
  ChnReference *reference;
  GError *error;
  GString *family, *given, *literal, *parts;
  guint n_parts;
} Reader;

static gboolean
next (Reader *reader)
{
  return !reader->error && chn_json_scanner_next (&reader->scanner, &reader->token, &reader->error) &&
         reader->token.type != CHN_JSON_END;
}

static gboolean
opens (const Reader *reader)
{
  return reader->token.type == CHN_JSON_OBJECT || reader->token.type == CHN_JSON_ARRAY;
}

static gboolean
closes (const Reader *reader)
{
  return reader->token.type == CHN_JSON_END_OBJECT || reader->token.type == CHN_JSON_END_ARRAY;
}

/* Passes over the value at hand. */
static void
skip (Reader *reader)
{
  guint depth = opens (reader) ? 1 : 0;
  while (depth > 0 && next (reader)) {
    depth += opens (reader) ? 1 : 0;
    depth -= closes (reader) ? 1 : 0;
  }
}

static char *
dup_text (const Reader *reader)
{
  return g_strndup (reader->token.text, reader->token.length);
}

static gboolean
is_scalar (const Reader *reader)
{
  return reader->token.type == CHN_JSON_STRING || reader->token.type == CHN_JSON_INTEGER ||
         reader->token.type == CHN_JSON_FRACTION;
}

/* One name of an author, behind its brace. */
static void
read_name (Reader *reader)
{
  g_string_truncate (reader->family, 0);
  g_string_truncate (reader->given, 0);
  g_string_truncate (reader->literal, 0);
  while (next (reader) && reader->token.type == CHN_JSON_KEY) {
    g_autofree char *key = dup_text (reader);
    GString *place = strcmp (key, "family") == 0    ? reader->family
                     : strcmp (key, "given") == 0   ? reader->given
                     : strcmp (key, "literal") == 0 ? reader->literal
                                                    : NULL;
    if (!next (reader))
      return;
    if (place && is_scalar (reader))
      g_string_append_len (place, reader->token.text, (gssize) reader->token.length);
    else
      skip (reader);
  }
  g_autofree char *name = reader->literal->len > 0 ? g_strdup (reader->literal->str)
                          : reader->given->len > 0
                              ? g_strdup_printf ("%s, %s", reader->family->str, reader->given->str)
                              : g_strdup (reader->family->str);
  if (*name)
    chn_reference_add_author (reader->reference, name);
}

static void
read_authors (Reader *reader)
{
  if (reader->token.type != CHN_JSON_ARRAY) {
    skip (reader);
    return;
  }
  while (next (reader) && reader->token.type != CHN_JSON_END_ARRAY) {
    if (reader->token.type == CHN_JSON_OBJECT)
      read_name (reader);
    else
      skip (reader);
  }
}

/* [[2014, 11, 18], [2014, 11, 20]] as EDTF. */
static void
read_parts (Reader *reader)
{
  guint depth = 0;
  g_string_truncate (reader->parts, 0);
  reader->n_parts = 0;
  if (reader->token.type != CHN_JSON_ARRAY) {
    skip (reader);
    return;
  }
  for (depth = 1; depth > 0 && next (reader);) {
    if (opens (reader) && ++depth == 2) {
      if (reader->parts->len > 0)
        g_string_append_c (reader->parts, '/');
      reader->n_parts = 0;
    } else if (closes (reader)) {
      depth--;
    } else if (is_scalar (reader)) {
      g_autofree char *number = dup_text (reader);
      g_string_append_printf (reader->parts, reader->n_parts == 0 ? "%04d" : "-%02d", atoi (number));
      reader->n_parts++;
    }
  }
}

static void
read_date (Reader *reader, ChnSourceField field)
{
  g_string_truncate (reader->parts, 0);
  if (reader->token.type != CHN_JSON_OBJECT) {
    skip (reader);
    return;
  }
  while (next (reader) && reader->token.type == CHN_JSON_KEY) {
    g_autofree char *key = dup_text (reader);
    gboolean is_text = strcmp (key, "literal") == 0 || strcmp (key, "raw") == 0 || strcmp (key, "edtf") == 0;
    if (!next (reader))
      return;
    if (strcmp (key, "date-parts") == 0)
      read_parts (reader);
    else if (is_text && is_scalar (reader) && reader->parts->len == 0)
      g_string_append_len (reader->parts, reader->token.text, (gssize) reader->token.length);
    else
      skip (reader);
  }
  if (reader->parts->len > 0)
    chn_reference_set_date (reader->reference, field, reader->parts->str);
}

static void
read_text (Reader *reader, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    if (strcmp (texts[i].key, key) != 0 || !is_scalar (reader))
      continue;
    g_autofree char *text = dup_text (reader);
    chn_reference_set (reader->reference, texts[i].field, text);
    return;
  }
  if (strcmp (key, "type") != 0)
    chn_reference_leave (reader->reference, key);
  skip (reader);
}

static guint
get_line (const Reader *reader)
{
  guint line = 1;
  for (const char *at = reader->scanner.start; at < reader->token.at; at++)
    line += *at == '\n';
  return line;
}

static void
read_item (Reader *reader)
{
  chn_reference_begin (reader->reference, get_line (reader));
  while (next (reader) && reader->token.type == CHN_JSON_KEY) {
    g_autofree char *key = dup_text (reader);
    if (!next (reader))
      return;
    if (strcmp (key, "author") == 0)
      read_authors (reader);
    else if (strcmp (key, "issued") == 0 || strcmp (key, "accessed") == 0)
      read_date (reader, strcmp (key, "issued") == 0 ? CHN_SOURCE_DATE : CHN_SOURCE_ACCESSED);
    else
      read_text (reader, key);
  }
  if (!reader->error)
    chn_reference_end (reader->reference);
}

static void
read_items (Reader *reader)
{
  while (next (reader)) {
    if (reader->token.type == CHN_JSON_OBJECT)
      read_item (reader);
  }
}

gboolean
chn_csl_read (const ChnReadJob *job, GError **error)
{
  (void) error;
  const char *text = NULL;
  if (!chn_encoding_check (job, &text))
    return TRUE;
  g_autoptr (ChnArena) arena = chn_arena_new ();
  g_autoptr (GString) family = g_string_new (NULL), given = g_string_new (NULL);
  g_autoptr (GString) literal = g_string_new (NULL), parts = g_string_new (NULL);
  ChnReference reference;
  Reader *reader = g_new0 (Reader, 1);
  *reader = (Reader){ .reference = &reference, .family = family, .given = given, .literal = literal, .parts = parts };
  chn_reference_init (&reference, job);
  chn_json_scanner_init (&reader->scanner, text, job->length - (gsize) (text - job->bytes),
                         chn_timeline_builder_get_limits (job->builder), arena);
  read_items (reader);
  if (reader->error)
    chn_report_add_error (chn_timeline_builder_get_report (job->builder), job->name, get_line (reader), 1, NULL,
                          reader->error);
  g_clear_error (&reader->error);
  chn_reference_clear (&reference);
  g_free (reader);
  return TRUE;
}

static void
put_text (ChnWriter *out, const char *key, const char *text)
{
  if (!text)
    return;
  chn_writer_printf (out, ",\n    \"%s\": ", key);
  chn_json_put_text (out, text);
}

static void
put_date (ChnWriter *out, const char *key, const char *edtf)
{
  int part[3] = { 0 };
  if (!edtf)
    return;
  chn_writer_printf (out, ",\n    \"%s\": ", key);
  if (!chn_references_split_date (edtf, part)) {
    chn_writer_puts (out, "{\"literal\": ");
    chn_json_put_text (out, edtf);
    chn_writer_puts (out, "}");
    return;
  }
  chn_writer_printf (out, "{\"date-parts\": [[%d", part[0]);
  for (guint i = 1; i < 3 && part[i]; i++)
    chn_writer_printf (out, ", %d", part[i]);
  chn_writer_puts (out, "]]}");
}

static void
put_authors (ChnWriter *out, const char *authors)
{
  g_auto (GStrv) list = g_strsplit (authors ? authors : "", "; ", -1);
  for (guint i = 0; list[i]; i++) {
    chn_writer_puts (out, i == 0 ? ",\n    \"author\": [" : ", ");
    chn_writer_puts (out, "{\"literal\": ");
    chn_json_put_text (out, list[i]);
    chn_writer_puts (out, list[i + 1] ? "}" : "}]");
  }
}

static void
put_source (ChnWriter *out, const ChnSource *source)
{
  chn_writer_puts (out, "  {\n    \"id\": ");
  chn_json_put_text (out, source->text[CHN_SOURCE_KEY]);
  put_text (out, "type", source->text[CHN_SOURCE_URL] ? "webpage" : "document");
  put_text (out, "title", source->text[CHN_SOURCE_TITLE]);
  put_authors (out, source->text[CHN_SOURCE_AUTHOR]);
  put_text (out, "publisher", source->text[CHN_SOURCE_PUBLISHER]);
  put_date (out, "issued", source->text[CHN_SOURCE_DATE]);
  put_text (out, "URL", source->text[CHN_SOURCE_URL]);
  put_date (out, "accessed", source->text[CHN_SOURCE_ACCESSED]);
  put_text (out, "number", source->text[CHN_SOURCE_SYMBOL]);
  put_text (out, "archive", source->text[CHN_SOURCE_ARCHIVE]);
  put_text (out, "language", source->text[CHN_SOURCE_LANGUAGE]);
  put_text (out, "note", source->text[CHN_SOURCE_NOTE]);
  chn_writer_puts (out, "\n  }");
}

gboolean
chn_csl_write (const ChnWriteJob *job, GError **error)
{
  (void) error;
  g_autoptr (GPtrArray) sources = chn_references_list (job);
  chn_writer_puts (job->out, "[");
  for (guint i = 0; i < sources->len; i++) {
    chn_writer_puts (job->out, i > 0 ? ",\n" : "\n");
    put_source (job->out, sources->pdata[i]);
  }
  chn_writer_puts (job->out, "\n]\n");
  return TRUE;
}
