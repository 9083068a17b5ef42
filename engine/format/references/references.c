/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What readers and writers of bibliographies share: a source while it is read, and which sources go out. */
#include "format/references/references.h"

#include <chancery/symbol.h>
#include <string.h>

#include "base/report.h"
#include "model/slug-of-text.h"

void
chn_reference_init (ChnReference *reference, const ChnReadJob *job)
{
  *reference = (ChnReference){ .job = job };
  reference->left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  chn_timeline_builder_begin (job->builder, job->name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
note_left (const ChnReference *reference)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name = NULL, n = NULL;
  guint total = 0;
  g_hash_table_iter_init (&iter, reference->left);
  while (g_hash_table_iter_next (&iter, &name, &n)) {
    g_ptr_array_add (names, name);
    total += GPOINTER_TO_UINT (n);
  }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  g_autofree char *list = g_strjoinv (", ", (char **) names->pdata);
  g_autofree char *message =
      g_strdup_printf ("%u %s no field of a source, and %s not taken: %s", total,
                       total == 1 ? "value has" : "values have", total == 1 ? "is" : "are", list);
  if (total > 0)
    chn_report_add (chn_timeline_builder_get_report (reference->job->builder),
                    &(ChnFinding){ .severity = CHN_SEVERITY_NOTE,
                                   .code = "reference-field",
                                   .file = reference->job->name,
                                   .message = message });
}

static void
clear_texts (ChnReference *reference)
{
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++)
    g_clear_pointer (&reference->text[i], g_free);
}

void
chn_reference_clear (ChnReference *reference)
{
  note_left (reference);
  clear_texts (reference);
  g_hash_table_unref (reference->left);
}

void
chn_reference_begin (ChnReference *reference, guint line)
{
  clear_texts (reference);
  reference->line = line;
}

void
chn_reference_set (ChnReference *reference, ChnSourceField field, const char *text)
{
  g_autofree char *own = g_strstrip (g_strdup (text));
  if (*own && !reference->text[field])
    reference->text[field] = g_steal_pointer (&own);
}

/* "Leslie Vinjamuri" of "Vinjamuri, Leslie"; what comes second may be "Jr." */
static char *
dup_name (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 3);
  guint n = g_strv_length (parts);
  if (n < 2 || !*g_strstrip (parts[1]))
    return g_strdup (n > 0 ? g_strstrip (parts[0]) : "");
  return n == 2 ? g_strdup_printf ("%s %s", g_strstrip (parts[1]), g_strstrip (parts[0]))
                : g_strdup_printf ("%s %s %s", g_strstrip (parts[2]), g_strstrip (parts[0]), parts[1]);
}

/* Without what commas are left, and with one blank for several: a name that is read again is not turned round again.
 */
static char *
squeeze (char *text)
{
  char *to = text;
  for (const char *at = text; *at; at++)
    if (!g_ascii_isspace (*at) && *at != ',')
      *to++ = *at;
    else if (to > text && to[-1] != ' ')
      *to++ = ' ';
  *to = '\0';
  return g_strchomp (text);
}

/* A semicolon within a name parts names here, too, as it does in the field of a source. */
void
chn_reference_add_author (ChnReference *reference, const char *name)
{
  g_auto (GStrv) names = g_strsplit (name, ";", -1);
  for (char **at = names; *at; at++) {
    g_autofree char *own = squeeze (dup_name (*at));
    if (!*own)
      continue;
    g_autofree char *before = reference->text[CHN_SOURCE_AUTHOR];
    reference->text[CHN_SOURCE_AUTHOR] = g_strconcat (before ? before : own, before ? "; " : NULL, own, NULL);
  }
}

static void
append_note (ChnReference *reference, const char *text)
{
  g_autofree char *before = reference->text[CHN_SOURCE_NOTE];
  reference->text[CHN_SOURCE_NOTE] = before ? g_strconcat (before, "; ", text, NULL) : g_strdup (text);
}

void
chn_reference_set_date (ChnReference *reference, ChnSourceField field, const char *text)
{
  g_autofree char *own = g_strstrip (g_strdup (text));
  g_autoptr (ChnDate) date = chn_date_parse (own, -1, NULL);
  g_autoptr (ChnDate) said = date ? NULL : chn_date_new_humanized (own, NULL);
  if (date || said)
    chn_reference_set (reference, field, date ? own : chn_date_get_text (said));
  else if (*own)
    append_note (reference, own);
}

void
chn_reference_leave (ChnReference *reference, const char *name)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (reference->left, name));
  g_hash_table_replace (reference->left, g_strdup (name), GUINT_TO_POINTER (n + 1));
}

/* A key of what says most, where the file has none. */
static char *
dup_key (const ChnReference *reference)
{
  static const ChnSourceField fields[] = { CHN_SOURCE_KEY, CHN_SOURCE_TITLE, CHN_SOURCE_URL, CHN_SOURCE_PUBLISHER };
  GString *key = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields) && key->len == 0; i++) {
    const char *text = reference->text[fields[i]];
    if (text && *text)
      chn_slug_append_of_text (key, text, strlen (text), "source");
  }
  return g_string_free (key, FALSE);
}

void
chn_reference_end (ChnReference *reference)
{
  ChnSource source = { { NULL } };
  g_autofree char *key = dup_key (reference);
  guint n = 0;
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++) {
    source.text[i] = reference->text[i];
    n += reference->text[i] && i != CHN_SOURCE_KEY;
  }
  source.text[CHN_SOURCE_KEY] = key;
  if (*key && n > 0)
    chn_timeline_builder_add_source (reference->job->builder, &source, reference->line, 1);
  clear_texts (reference);
}

static void
note_cited (const ChnWriteJob *job, GHashTable *cited)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  for (guint i = 0; i < job->rows->n; i++) {
    guint n = 0;
    chn_timeline_load (job->timeline, job->rows->row[i], event);
    const ChnCitation *citations = chn_event_get_citations (event, &n);
    for (guint k = 0; k < n; k++)
      if (!g_hash_table_contains (cited, citations[k].source))
        g_hash_table_add (cited, g_strdup (citations[k].source));
  }
}

GPtrArray *
chn_references_list (const ChnWriteJob *job)
{
  GPtrArray *list = g_ptr_array_new ();
  gboolean is_whole = chn_timeline_is_whole (job->timeline, job->rows->n);
  g_autoptr (GHashTable) cited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!is_whole)
    note_cited (job, cited);
  for (guint i = 0; i < chn_timeline_get_n_sources (job->timeline); i++) {
    const ChnSource *source = chn_timeline_get_source (job->timeline, i);
    if (is_whole || g_hash_table_contains (cited, source->text[CHN_SOURCE_KEY]))
      g_ptr_array_add (list, (gpointer) source);
  }
  return list;
}

gboolean
chn_references_split_date (const char *edtf, int part[3])
{
  gsize length = strlen (edtf);
  gboolean is_plain =
      length == 4 || (length == 7 && edtf[4] == '-') || (length == 10 && edtf[4] == '-' && edtf[7] == '-');
  if (!is_plain || strspn (edtf, "0123456789-") != length)
    return FALSE;
  part[0] = atoi (edtf);
  part[1] = length > 4 ? atoi (edtf + 5) : 0;
  part[2] = length > 7 ? atoi (edtf + 8) : 0;
  return part[1] <= 12;
}
