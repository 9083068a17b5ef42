/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * RIS, as reference managers exchange it:
 *
 *   file      = *( reference )
 *   reference = "TY  - " type break *( tag "  - " text break ) "ER  - " break
 *   tag       = LETTER ( LETTER / DIGIT )
 *
 * A line without a tag goes on with the one before it. DA is YYYY/MM/DD/other; a date that is not so stands in
 * "other" as EDTF.
 */
#include <string.h>

#include "base/guard.h"
#include "format/encoding.h"
#include "format/references/readers.h"
#include "format/references/references.h"

typedef enum { TAKES_TEXT, TAKES_AUTHOR, TAKES_DATE, TAKES_NOTHING } Taking;

static const struct {
  const char *tag;
  ChnSourceField field;
  Taking taking;
} tags[] = {
  { "TI", CHN_SOURCE_TITLE, TAKES_TEXT },     { "T1", CHN_SOURCE_TITLE, TAKES_TEXT },
  { "CT", CHN_SOURCE_TITLE, TAKES_TEXT },     { "BT", CHN_SOURCE_TITLE, TAKES_TEXT },
  { "AU", CHN_SOURCE_AUTHOR, TAKES_AUTHOR },  { "A1", CHN_SOURCE_AUTHOR, TAKES_AUTHOR },
  { "PB", CHN_SOURCE_PUBLISHER, TAKES_TEXT }, { "T2", CHN_SOURCE_PUBLISHER, TAKES_TEXT },
  { "JO", CHN_SOURCE_PUBLISHER, TAKES_TEXT }, { "JF", CHN_SOURCE_PUBLISHER, TAKES_TEXT },
  { "JA", CHN_SOURCE_PUBLISHER, TAKES_TEXT }, { "DA", CHN_SOURCE_DATE, TAKES_DATE },
  { "PY", CHN_SOURCE_DATE, TAKES_DATE },      { "Y1", CHN_SOURCE_DATE, TAKES_DATE },
  { "UR", CHN_SOURCE_URL, TAKES_TEXT },       { "LK", CHN_SOURCE_URL, TAKES_TEXT },
  { "Y2", CHN_SOURCE_ACCESSED, TAKES_DATE },  { "LA", CHN_SOURCE_LANGUAGE, TAKES_TEXT },
  { "M1", CHN_SOURCE_SYMBOL, TAKES_TEXT },    { "L2", CHN_SOURCE_ARCHIVE, TAKES_TEXT },
  { "N1", CHN_SOURCE_NOTE, TAKES_TEXT },      { "ID", CHN_SOURCE_KEY, TAKES_TEXT },
  { "ER", CHN_SOURCE_KEY, TAKES_NOTHING },    { "TY", CHN_SOURCE_KEY, TAKES_NOTHING },
};

typedef struct {
  ChnReference *reference;
  char *day; /* of DA, which says more than PY */
  char *year;
} Reader;

/* "2014/11/18/", "2014///EDTF" */
static char *
dup_date (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 4);
  guint n = g_strv_length (parts);
  if (n == 4 && *g_strstrip (parts[3]))
    return g_strdup (parts[3]);
  GString *date = g_string_new (n > 0 ? g_strstrip (parts[0]) : "");
  for (guint i = 1; i < MIN (n, 3) && *g_strstrip (parts[i]); i++)
    g_string_append_printf (date, "-%02d", atoi (parts[i]));
  return g_string_free (date, FALSE);
}

static void
take_date (Reader *reader, ChnSourceField field, const char *tag, const char *text)
{
  char *date = dup_date (text), **place = strcmp (tag, "DA") == 0 ? &reader->day : &reader->year;
  if (field == CHN_SOURCE_ACCESSED) {
    chn_reference_set_date (reader->reference, field, date);
    g_free (date);
    return;
  }
  g_free (*place);
  *place = date;
}

static void
take (Reader *reader, const char *tag, const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++) {
    if (strcmp (tags[i].tag, tag) != 0)
      continue;
    if (tags[i].taking == TAKES_TEXT && reader->reference->text[tags[i].field] && *text)
      chn_reference_leave (reader->reference, tag);
    else if (tags[i].taking == TAKES_TEXT)
      chn_reference_set (reader->reference, tags[i].field, text);
    else if (tags[i].taking == TAKES_AUTHOR)
      chn_reference_add_author (reader->reference, text);
    else if (tags[i].taking == TAKES_DATE)
      take_date (reader, tags[i].field, tag, text);
    return;
  }
  chn_reference_leave (reader->reference, tag);
}

static void
end (Reader *reader)
{
  if (reader->day || reader->year)
    chn_reference_set_date (reader->reference, CHN_SOURCE_DATE, reader->day ? reader->day : reader->year);
  g_clear_pointer (&reader->day, g_free);
  g_clear_pointer (&reader->year, g_free);
  chn_reference_end (reader->reference);
}

static gboolean
has_tag (const char *line)
{
  return g_ascii_isupper (line[0]) && g_ascii_isalnum (line[1]) && strncmp (line + 2, "  -", 3) == 0;
}

/* A tag with its text and the lines that go on with it. */
static guint
read_tag (Reader *reader, char **lines, guint at)
{
  guint n = 1;
  g_autofree char *tag = g_strndup (lines[at], 2);
  g_autoptr (GString) text = g_string_new (lines[at] + 5);
  for (; lines[at + n] && !has_tag (lines[at + n]) && *g_strstrip (lines[at + n]); n++)
    g_string_append_printf (text, " %s", lines[at + n]);
  if (strcmp (tag, "TY") == 0)
    chn_reference_begin (reader->reference, at + 1);
  else if (strcmp (tag, "ER") == 0)
    end (reader);
  else
    take (reader, tag, g_strstrip (text->str));
  return n;
}

gboolean
chn_ris_read (const ChnReadJob *job, GError **error)
{
  (void) error;
  const char *text = NULL;
  if (!chn_encoding_check (job, &text))
    return TRUE;
  ChnReference reference;
  chn_reference_init (&reference, job);
  Reader reader = { .reference = &reference };
  g_autofree char *copy = g_strndup (text, job->length - (gsize) (text - job->bytes));
  g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);
  for (guint i = 0; lines[i];) {
    g_strchomp (lines[i]);
    i += has_tag (lines[i]) ? read_tag (&reader, lines, i) : 1;
  }
  end (&reader);
  chn_reference_clear (&reference);
  return TRUE;
}

static void
put (ChnWriter *out, const char *tag, const char *text)
{
  if (!text)
    return;
  g_autofree char *spaced = g_strdelimit (g_strdup (text), "\r\n", ' ');
  g_autofree char *line = chn_guard_dup_visible (spaced, -1, FALSE);
  chn_writer_printf (out, "%s  - ", tag);
  chn_writer_puts (out, line);
  chn_writer_puts (out, "\r\n");
}

static void
put_date (ChnWriter *out, const char *tag, const char *edtf)
{
  int part[3] = { 0 };
  g_autoptr (GString) date = g_string_new (NULL);
  if (!edtf)
    return;
  if (!chn_references_split_date (edtf, part)) {
    g_string_printf (date, "///%s", edtf);
  } else {
    g_string_printf (date, "%04d/", part[0]);
    for (guint i = 1; i < 3; i++)
      g_string_append_printf (date, part[i] ? "%02d/" : "/", part[i]);
  }
  put (out, tag, date->str);
}

static void
put_authors (ChnWriter *out, const char *authors)
{
  g_auto (GStrv) list = g_strsplit (authors ? authors : "", "; ", -1);
  for (char **author = list; *author; author++)
    if (**author)
      put (out, "AU", *author);
}

static void
put_source (ChnWriter *out, const ChnSource *source)
{
  put (out, "TY", source->text[CHN_SOURCE_URL] ? "ELEC" : "GEN");
  put (out, "ID", source->text[CHN_SOURCE_KEY]);
  put_authors (out, source->text[CHN_SOURCE_AUTHOR]);
  put (out, "TI", source->text[CHN_SOURCE_TITLE]);
  put (out, "PB", source->text[CHN_SOURCE_PUBLISHER]);
  put_date (out, "DA", source->text[CHN_SOURCE_DATE]);
  put (out, "UR", source->text[CHN_SOURCE_URL]);
  put_date (out, "Y2", source->text[CHN_SOURCE_ACCESSED]);
  put (out, "M1", source->text[CHN_SOURCE_SYMBOL]);
  put (out, "L2", source->text[CHN_SOURCE_ARCHIVE]);
  put (out, "LA", source->text[CHN_SOURCE_LANGUAGE]);
  put (out, "N1", source->text[CHN_SOURCE_NOTE]);
  chn_writer_puts (out, "ER  - \r\n\r\n");
}

gboolean
chn_ris_write (const ChnWriteJob *job, GError **error)
{
  (void) error;
  g_autoptr (GPtrArray) sources = chn_references_list (job);
  for (guint i = 0; i < sources->len; i++)
    put_source (job->out, sources->pdata[i]);
  return TRUE;
}
