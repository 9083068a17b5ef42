/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Stages sources: one to a key, each with a date that can be read. */
#include <chancery/source.h>

#include <string.h>

#include "timeline/checks/checks.h"
#include "timeline/checks/symbol.h"

/* Valid until a text is added, for the name of the file lies among the texts. */
static ChnPlace
get_source_place (const ChnStage *stage, const ChnStagedSource *source)
{
  return (ChnPlace){ chn_stage_get_file (stage, source->origin), source->line, source->column, NULL };
}

static void
check_date (ChnStage *stage, const ChnSource *source, ChnSourceField field, ChnStagedSource *staged)
{
  if (!source->text[field])
    return;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) date = chn_date_parse (source->text[field], -1, &error);
  if (date)
    return;
  staged->malformed |= (guint32) 1 << field;
  ChnPlace place = get_source_place (stage, staged);
  g_autofree char *prefix =
      g_strdup_printf ("%s of source \"%s\"", chn_source_field_get_name (field), source->text[CHN_SOURCE_KEY]);
  chn_fault_add_error (stage->report, CHN_FAULT_BAD_SOURCE, &place, prefix, error);
}

static void
check_visibility (ChnStage *stage, const ChnSource *source, ChnSourceField field, ChnStagedSource *staged)
{
  const char *text = source->text[field];
  g_autoptr (GError) error = NULL;
  int term = text && *text ? chn_vocabulary_find (CHN_VOCABULARY_VISIBILITY, text, -1, &error) : 0;
  stage->is_restricted |= term != CHN_VISIBILITY_PUBLIC;
  if (term >= 0)
    return;
  staged->malformed |= (guint32) 1 << field;
  ChnPlace place = get_source_place (stage, staged);
  g_autofree char *prefix =
      g_strdup_printf ("%s of source \"%s\"", chn_source_field_get_name (field), source->text[CHN_SOURCE_KEY]);
  chn_fault_add_error (stage->report, CHN_FAULT_BAD_SOURCE, &place, prefix, error);
}

/* The number of the canonical symbol; of the text as it stands where it is unknown. */
static guint32
intern_symbol (ChnStage *stage, const char *text)
{
  g_autofree char *spelled = NULL;
  chn_symbol_spell (text, -1, &spelled, NULL);
  return chn_pool_intern (stage->texts, spelled, -1);
}

static guint32
take_symbol (ChnStage *stage, const ChnSource *source, const ChnStagedSource *staged)
{
  const char *text = source->text[CHN_SOURCE_SYMBOL];
  g_autoptr (GError) why = NULL;
  g_autofree char *spelled = NULL;
  ChnSpelling spelling = chn_symbol_spell (text, -1, &spelled, &why);
  g_autofree char *prefix = g_strdup_printf ("symbol of source \"%s\"", source->text[CHN_SOURCE_KEY]);
  ChnPlace place = get_source_place (stage, staged);
  chn_check_note_symbol (stage->report, spelling, &place, prefix, text, why);
  return chn_pool_intern (stage->texts, spelled, -1);
}

static void
report_duplicate (ChnStage *stage, const ChnStagedSource *earlier, const char *key, const ChnStagedSource *staged)
{
  ChnPlace place = get_source_place (stage, staged);
  ChnPlace there = get_source_place (stage, earlier);
  chn_fault_add (stage->report, CHN_FAULT_DUPLICATE_SOURCE, &place, "give one of them another key",
                 "source \"%s\" is declared otherwise at %s:%u:%u", key, there.file ? there.file : "(unnamed)",
                 there.line, there.column);
}

/* Whether it is declared again just so, as flat files do for each event that cites it. */
static gboolean
is_same (ChnStage *stage, const ChnStagedSource *earlier, const ChnSource *source)
{
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++) {
    const char *text = source->text[i] && source->text[i][0] ? source->text[i] : NULL;
    if (g_strcmp0 (text, chn_pool_get (stage->texts, earlier->text[i])) == 0)
      continue;
    if (i != CHN_SOURCE_SYMBOL || !text || intern_symbol (stage, text) != earlier->text[i])
      return FALSE;
  }
  return TRUE;
}

/* Addresses seldom repeat where keys do not, so that looking for their like would be wasted. */
static void
take_texts (ChnStage *stage, const ChnSource *source, ChnStagedSource *staged)
{
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++) {
    const char *text = source->text[i];
    if (i == CHN_SOURCE_KEY || !text || !text[0])
      continue;
    if (i == CHN_SOURCE_SYMBOL)
      staged->text[i] = take_symbol (stage, source, staged);
    else if (i == CHN_SOURCE_URL)
      staged->text[i] = chn_pool_append (stage->texts, text, -1);
    else
      staged->text[i] = chn_pool_intern (stage->texts, text, -1);
  }
}

void
chn_check_source (ChnChecks *checks, const ChnSource *source, guint line, guint column)
{
  ChnStage *stage = checks->stage;
  ChnStagedSource staged = { .origin = chn_stage_get_origin (stage), .line = line, .column = column };
  const char *key = source->text[CHN_SOURCE_KEY];
  if (!key || !key[0]) {
    ChnPlace nameless = get_source_place (stage, &staged);
    chn_fault_add (stage->report, CHN_FAULT_BAD_SOURCE, &nameless, NULL, "a source has no key");
    return;
  }
  staged.text[CHN_SOURCE_KEY] = chn_pool_intern (stage->texts, key, -1);
  guint32 known = chn_lookup_find_source (&checks->lookup, staged.text[CHN_SOURCE_KEY]);
  if (known == 0) {
    take_texts (stage, source, &staged);
    check_date (stage, source, CHN_SOURCE_DATE, &staged);
    check_date (stage, source, CHN_SOURCE_ACCESSED, &staged);
    check_visibility (stage, source, CHN_SOURCE_VISIBILITY, &staged);
    check_visibility (stage, source, CHN_SOURCE_NOTE_VISIBILITY, &staged);
    chn_stage_add_source (stage, &staged);
    chn_lookup_note_source (&checks->lookup, staged.text[CHN_SOURCE_KEY]);
    return;
  }
  ChnStagedSource earlier;
  chn_stage_load_source (stage, known - 1, &earlier);
  if (!is_same (stage, &earlier, source))
    report_duplicate (stage, &earlier, key, &staged);
}
