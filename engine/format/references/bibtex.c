/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * BibTeX, with the fields of biblatex:
 *
 *   file  = *( text / entry )
 *   entry = "@" name ( "{" key *( "," field "=" value ) [ "," ] "}" / the same in parentheses )
 *   value = piece *( "#" piece )
 *   piece = "{" balanced "}" / DQUOTE balanced DQUOTE / number / macro
 *
 * "@string" declares macros; "@comment" and "@preamble" are passed over, as is text between entries. The date is
 * EDTF, as biblatex has it.
 */
#include <string.h>

#include "base/error.h"
#include "base/guard.h"
#include "base/report.h"
#include "base/uri.h"
#include "format/encoding.h"
#include "format/references/readers.h"
#include "format/references/references.h"
#include "format/references/tex.h"

enum { DEEPEST = 200 };

static const struct {
  const char *name;
  ChnSourceField field;
} fields[] = {
  { "title", CHN_SOURCE_TITLE },
  { "publisher", CHN_SOURCE_PUBLISHER },
  { "organization", CHN_SOURCE_PUBLISHER },
  { "institution", CHN_SOURCE_PUBLISHER },
  { "journal", CHN_SOURCE_PUBLISHER },
  { "journaltitle", CHN_SOURCE_PUBLISHER },
  { "howpublished", CHN_SOURCE_PUBLISHER },
  { "school", CHN_SOURCE_PUBLISHER },
  { "url", CHN_SOURCE_URL },
  { "number", CHN_SOURCE_SYMBOL },
  { "language", CHN_SOURCE_LANGUAGE },
  { "langid", CHN_SOURCE_LANGUAGE },
  { "archive", CHN_SOURCE_ARCHIVE },
  { "note", CHN_SOURCE_NOTE },
  { "annote", CHN_SOURCE_NOTE },
};

static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                      "jul", "aug", "sep", "oct", "nov", "dec" };

typedef struct {
  const ChnReadJob *job;
  ChnReference *reference;
  const char *at, *end;
  guint line;
  const char *counted; /* up to where lines are counted */
  GHashTable *macros;
  char *date, *year, *month, *day; /* of the entry at hand */
  gboolean is_broken;
} Reader;

static guint
count_lines (Reader *reader)
{
  for (; reader->counted < reader->at; reader->counted++)
    reader->line += *reader->counted == '\n';
  return reader->line;
}

static void
skip_blanks (Reader *reader)
{
  while (reader->at < reader->end && g_ascii_isspace (*reader->at))
    reader->at++;
}

static gboolean
take_sign (Reader *reader, char sign)
{
  skip_blanks (reader);
  if (reader->at == reader->end || *reader->at != sign)
    return FALSE;
  reader->at++;
  return TRUE;
}

/* What stands up to a blank or a sign of the syntax. */
static char *
dup_word (Reader *reader)
{
  skip_blanks (reader);
  const char *start = reader->at;
  while (reader->at < reader->end && !g_ascii_isspace (*reader->at) && !strchr ("{}(),=#\"", *reader->at))
    reader->at++;
  return g_strndup (start, (gsize) (reader->at - start));
}

static gboolean
fail (Reader *reader, const char *expected)
{
  g_autoptr (GError) error = NULL;
  guint line = count_lines (reader);
  chn_error_set (&error, CHN_ERROR_SYNTAX, NULL, "the entry is broken here: expected %s", expected);
  if (!reader->is_broken)
    chn_report_add_error (chn_timeline_builder_get_report (reader->job->builder), reader->job->name, line, 1, NULL,
                          error);
  reader->is_broken = TRUE;
  return FALSE;
}

/* Up to the sign that closes, over balanced braces; FALSE where there is none. */
static gboolean
append_balanced (Reader *reader, char close, GString *out)
{
  guint depth = 0;
  for (; reader->at < reader->end; reader->at++) {
    char c = *reader->at;
    if (c == close && depth == 0) {
      reader->at++;
      return TRUE;
    }
    if (c == '\\' && reader->at + 1 < reader->end)
      g_string_append_c (out, *reader->at++);
    else if (c == '{' && ++depth > DEEPEST)
      return fail (reader, "fewer braces within braces");
    else if (c == '}' && depth > 0)
      depth--;
    g_string_append_c (out, *reader->at);
  }
  return fail (reader, close == '}' ? "a closing brace" : "a closing quote");
}

static gboolean
append_piece (Reader *reader, GString *out)
{
  if (take_sign (reader, '{'))
    return append_balanced (reader, '}', out);
  if (take_sign (reader, '"'))
    return append_balanced (reader, '"', out);
  g_autofree char *word = dup_word (reader);
  g_autofree char *folded = g_ascii_strdown (word, -1);
  const char *macro = g_hash_table_lookup (reader->macros, folded);
  g_string_append (out, macro ? macro : word);
  return *word ? TRUE : fail (reader, "a value");
}

static char *
dup_value (Reader *reader)
{
  GString *out = g_string_new (NULL);
  gboolean is_read = append_piece (reader, out);
  while (is_read && take_sign (reader, '#'))
    is_read = append_piece (reader, out);
  if (is_read)
    return g_string_free (out, FALSE);
  g_string_free (out, TRUE);
  return NULL;
}

/* The end of a name: " and " outside of braces, or the end of all. A brace behind a backslash is a letter. */
static const char *
find_name_end (const char *at)
{
  guint depth = 0;
  for (; *at; at++) {
    gboolean is_joint =
        depth == 0 && g_ascii_isspace (*at) && g_ascii_strncasecmp (at + 1, "and", 3) == 0 && g_ascii_isspace (at[4]);
    if (is_joint)
      break;
    if (*at == '\\' && at[1])
      at++;
    else if (*at == '{')
      depth++;
    else if (*at == '}' && depth > 0)
      depth--;
  }
  return at;
}

/* "Vinjamuri, Leslie and {United Nations}": names in braces are whole. */
static void
take_authors (Reader *reader, const char *value)
{
  for (const char *end = NULL;; value = end + strlen (" and")) {
    end = find_name_end (value);
    g_autofree char *tex = g_strstrip (g_strndup (value, (gsize) (end - value)));
    g_autofree char *name = chn_tex_dup_text (tex);
    chn_reference_add_author (reader->reference, *tex == '{' ? g_strdelimit (name, ",", ' ') : name);
    if (!*end)
      return;
  }
}

/* Keeps a part of the date until the entry ends; FALSE where the field is none. */
static gboolean
take_date_part (Reader *reader, const char *name, const char *text)
{
  static const char *const names[] = { "date", "year", "month", "day" };
  char **const places[] = { &reader->date, &reader->year, &reader->month, &reader->day };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0) {
      g_free (*places[i]);
      *places[i] = g_strdup (text);
      return TRUE;
    }
  return FALSE;
}

/* "howpublished = {\\url{…}}" has an address, and a DOI is one. */
static gboolean
take_address (Reader *reader, const char *name, const char *text)
{
  gboolean is_doi = strcmp (name, "doi") == 0, is_web = strcmp (name, "howpublished") == 0 && chn_uri_is_web (text);
  g_autofree char *address =
      is_doi && !chn_uri_is_web (text) ? g_strconcat ("https://doi.org/", text, NULL) : g_strdup (text);
  if ((!is_doi && !is_web) || reader->reference->text[CHN_SOURCE_URL])
    return FALSE;
  chn_reference_set (reader->reference, CHN_SOURCE_URL, address);
  return TRUE;
}

static void
take_field (Reader *reader, const char *name, const char *value)
{
  g_autofree char *text = chn_tex_dup_text (value);
  if (strcmp (name, "author") == 0) {
    take_authors (reader, value);
    return;
  }
  if (take_date_part (reader, name, text))
    return;
  if (strcmp (name, "urldate") == 0) {
    chn_reference_set_date (reader->reference, CHN_SOURCE_ACCESSED, text);
    return;
  }
  if (take_address (reader, name, text))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i].name, name) == 0 && !reader->reference->text[fields[i].field]) {
      chn_reference_set (reader->reference, fields[i].field, text);
      return;
    }
  chn_reference_leave (reader->reference, name);
}

static int
find_month (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (text, months[i], 3) == 0)
      return (int) i + 1;
  return atoi (text);
}

/* Of a year with a month and perhaps a day, where no field has all. */
static void
end_date (Reader *reader)
{
  int month = reader->month ? find_month (reader->month) : 0, day = reader->day ? atoi (reader->day) : 0;
  g_autofree char *made = NULL;
  if (!reader->date && reader->year && month >= 1 && month <= 12)
    made = day >= 1 && day <= 31 ? g_strdup_printf ("%s-%02d-%02d", reader->year, month, day)
                                 : g_strdup_printf ("%s-%02d", reader->year, month);
  const char *date = reader->date ? reader->date : made ? made : reader->year;
  if (date)
    chn_reference_set_date (reader->reference, CHN_SOURCE_DATE, date);
  g_clear_pointer (&reader->date, g_free);
  g_clear_pointer (&reader->year, g_free);
  g_clear_pointer (&reader->month, g_free);
  g_clear_pointer (&reader->day, g_free);
}

static gboolean
read_fields (Reader *reader, char close, gboolean is_macro)
{
  while (!take_sign (reader, close)) {
    g_autofree char *word = dup_word (reader);
    g_autofree char *name = g_ascii_strdown (word, -1);
    if (!*name && take_sign (reader, ','))
      continue;
    if (!*name || !take_sign (reader, '='))
      return fail (reader, "FIELD = VALUE, or the end of the entry");
    g_autofree char *value = dup_value (reader);
    if (!value)
      return FALSE;
    if (is_macro)
      g_hash_table_replace (reader->macros, g_steal_pointer (&name), g_steal_pointer (&value));
    else
      take_field (reader, name, value);
  }
  return TRUE;
}

static void
skip_entry (Reader *reader, char close)
{
  g_autoptr (GString) ignored = g_string_new (NULL);
  append_balanced (reader, close, ignored);
}

static void
read_entry (Reader *reader)
{
  guint line = count_lines (reader);
  g_autofree char *type = dup_word (reader);
  gboolean is_brace = take_sign (reader, '{');
  if (!is_brace && !take_sign (reader, '('))
    return; /* an "@" in text */
  char close = is_brace ? '}' : ')';
  if (g_ascii_strcasecmp (type, "comment") == 0 || g_ascii_strcasecmp (type, "preamble") == 0) {
    skip_entry (reader, close);
    return;
  }
  if (g_ascii_strcasecmp (type, "string") == 0) {
    read_fields (reader, close, TRUE);
    return;
  }
  chn_reference_begin (reader->reference, line);
  g_autofree char *key = dup_word (reader);
  chn_reference_set (reader->reference, CHN_SOURCE_KEY, key);
  take_sign (reader, ',');
  gboolean is_read = read_fields (reader, close, FALSE);
  end_date (reader);
  if (is_read)
    chn_reference_end (reader->reference);
}

static GHashTable *
new_macros (void)
{
  GHashTable *macros = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    g_hash_table_insert (macros, g_strdup (months[i]), g_strdup (months[i]));
  return macros;
}

gboolean
chn_bibtex_read (const ChnReadJob *job, GError **error)
{
  (void) error;
  const char *text = NULL;
  if (!chn_encoding_check (job, &text))
    return TRUE;
  ChnReference reference;
  g_autoptr (GHashTable) macros = new_macros ();
  chn_reference_init (&reference, job);
  Reader reader = { .job = job,
                    .reference = &reference,
                    .at = text,
                    .end = job->bytes + job->length,
                    .line = 1,
                    .counted = text,
                    .macros = macros };
  while (reader.at < reader.end && !reader.is_broken) {
    const char *sign = memchr (reader.at, '@', (gsize) (reader.end - reader.at));
    reader.at = sign ? sign + 1 : reader.end;
    if (sign)
      read_entry (&reader);
  }
  chn_reference_clear (&reference);
  return TRUE;
}

static void
put_field (GString *out, const char *name, const char *text)
{
  if (!text)
    return;
  g_string_append_printf (out, ",\n  %s = {", name);
  chn_tex_append (out, text);
  g_string_append_c (out, '}');
}

/* Each name in braces, so that none is taken apart. */
static void
put_authors (GString *out, const char *authors)
{
  g_auto (GStrv) list = g_strsplit (authors ? authors : "", "; ", -1);
  for (guint i = 0; list[i]; i++) {
    g_string_append (out, i == 0 ? ",\n  author = {{" : " and {");
    chn_tex_append (out, list[i]);
    g_string_append (out, list[i + 1] ? "}" : "}}");
  }
}

static void
put_source (GString *out, const ChnSource *source)
{
  const char *date = source->text[CHN_SOURCE_DATE];
  int part[3] = { 0 };
  g_autofree char *key = chn_guard_dup_visible (source->text[CHN_SOURCE_KEY], -1, FALSE);
  g_string_append_printf (out, "@%s{%s", source->text[CHN_SOURCE_URL] ? "online" : "misc", key);
  put_field (out, "title", source->text[CHN_SOURCE_TITLE]);
  put_authors (out, source->text[CHN_SOURCE_AUTHOR]);
  put_field (out, "publisher", source->text[CHN_SOURCE_PUBLISHER]);
  put_field (out, "date", date);
  if (date && chn_references_split_date (date, part))
    g_string_append_printf (out, ",\n  year = {%04d}", part[0]);
  put_field (out, "number", source->text[CHN_SOURCE_SYMBOL]);
  put_field (out, "url", source->text[CHN_SOURCE_URL]);
  put_field (out, "urldate", source->text[CHN_SOURCE_ACCESSED]);
  put_field (out, "archive", source->text[CHN_SOURCE_ARCHIVE]);
  put_field (out, "language", source->text[CHN_SOURCE_LANGUAGE]);
  put_field (out, "note", source->text[CHN_SOURCE_NOTE]);
  g_string_append (out, "\n}\n\n");
}

gboolean
chn_bibtex_write (const ChnWriteJob *job, GError **error)
{
  (void) error;
  g_autoptr (GPtrArray) sources = chn_references_list (job);
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < sources->len; i++) {
    g_string_truncate (out, 0);
    put_source (out, sources->pdata[i]);
    chn_writer_put (job->out, out->str, out->len);
  }
  return TRUE;
}
