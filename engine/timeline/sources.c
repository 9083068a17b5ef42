/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Takes sources into a builder: one to a key, each with a date and symbol that can be read. */
#include <chancery/source.h>
#include <chancery/symbol.h>

#include <string.h>

#include "timeline/builder.h"

/* Valid until a text is added, for the name of the file lies among the texts. */
static ChnPlace
get_source_place (const ChnTimelineBuilder *builder, const ChnStagedSource *source)
{
  return (ChnPlace){ chn_builder_get_file (builder, source->origin), source->line, source->column, NULL };
}

enum { ORIGIN, LINE, COLUMN, TEXTS, N_FIXED };

static void
store (ChnTimelineBuilder *builder, const ChnStagedSource *source)
{
  guint32 unit[N_FIXED + CHN_N_SOURCE_FIELDS] = { source->origin, source->line, source->column };
  guint n = N_FIXED;
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++)
    if (source->text[i] != 0) {
      unit[TEXTS] |= (guint32) 1 << i;
      unit[n++] = source->text[i];
    }
  g_array_append_vals (builder->sources, unit, n);
}

guint
chn_builder_load_source (const ChnTimelineBuilder *builder, guint at, ChnStagedSource *source)
{
  const guint32 *unit = &g_array_index (builder->sources, guint32, at), *number = unit + N_FIXED;
  *source = (ChnStagedSource){ .origin = unit[ORIGIN], .line = unit[LINE], .column = unit[COLUMN] };
  for (guint32 bits = unit[TEXTS]; bits != 0; bits &= bits - 1)
    source->text[__builtin_ctz (bits)] = *number++;
  return at + (guint) (number - unit);
}

void
chn_builder_clear_source_text (ChnTimelineBuilder *builder, guint at, ChnSourceField field)
{
  guint32 *unit = &g_array_index (builder->sources, guint32, at);
  unit[N_FIXED + chn_record_count_below (unit[TEXTS], field)] = 0;
}

static void
examine_date (ChnTimelineBuilder *builder, const ChnSource *source, ChnSourceField field,
              const ChnStagedSource *staged)
{
  if (!source->text[field])
    return;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) date = chn_date_parse (source->text[field], -1, &error);
  if (date)
    return;
  ChnPlace place = get_source_place (builder, staged);
  g_autofree char *prefix =
      g_strdup_printf ("%s of source \"%s\"", chn_source_field_get_name (field), source->text[CHN_SOURCE_KEY]);
  chn_fault_add_error (builder->report, CHN_FAULT_BAD_SOURCE, &place, prefix, error);
}

/* The number of the canonical symbol; of the text as it stands where it is malformed. */
static guint32
take_symbol (ChnTimelineBuilder *builder, const ChnSource *source, const ChnStagedSource *staged)
{
  const char *text = source->text[CHN_SOURCE_SYMBOL];
  if (!text)
    return 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnSymbol) symbol = chn_symbol_parse (text, -1, &error);
  if (symbol)
    return chn_pool_intern (builder->texts, chn_symbol_get_text (symbol), -1);
  g_autofree char *prefix = g_strdup_printf ("symbol of source \"%s\"", source->text[CHN_SOURCE_KEY]);
  ChnPlace place = get_source_place (builder, staged);
  chn_fault_add_error (builder->report, CHN_FAULT_BAD_SOURCE, &place, prefix, error);
  return chn_pool_intern (builder->texts, text, -1);
}

static void
report_duplicate (ChnTimelineBuilder *builder, const ChnStagedSource *earlier, const char *key,
                  const ChnStagedSource *staged)
{
  ChnPlace place = get_source_place (builder, staged);
  ChnPlace there = get_source_place (builder, earlier);
  chn_fault_add (builder->report, CHN_FAULT_DUPLICATE_SOURCE, &place, "give one of them another key",
                 "source \"%s\" is declared otherwise at %s:%u:%u", key, there.file ? there.file : "(unnamed)",
                 there.line, there.column);
}

/* Whether it is declared again just so, as flat files do for each event that cites it. */
static gboolean
is_same (ChnTimelineBuilder *builder, const ChnStagedSource *earlier, const ChnSource *source,
         const ChnStagedSource *staged)
{
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++) {
    const char *text = source->text[i] && source->text[i][0] ? source->text[i] : NULL;
    if (g_strcmp0 (text, chn_pool_get (builder->texts, earlier->text[i])) == 0)
      continue;
    if (i != CHN_SOURCE_SYMBOL || take_symbol (builder, source, staged) != earlier->text[i])
      return FALSE;
  }
  return TRUE;
}

/* Addresses seldom repeat where keys do not, so that looking for their like would be wasted. */
static void
take_texts (ChnTimelineBuilder *builder, const ChnSource *source, ChnStagedSource *staged)
{
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++) {
    const char *text = source->text[i];
    if (i == CHN_SOURCE_KEY || !text || !text[0])
      continue;
    if (i == CHN_SOURCE_SYMBOL)
      staged->text[i] = take_symbol (builder, source, staged);
    else if (i == CHN_SOURCE_URL)
      staged->text[i] = chn_pool_append (builder->texts, text, -1);
    else
      staged->text[i] = chn_pool_intern (builder->texts, text, -1);
  }
}

void
chn_builder_take_source (ChnTimelineBuilder *builder, const ChnSource *source, guint line, guint column)
{
  ChnStagedSource staged = { .origin = chn_builder_get_origin (builder), .line = line, .column = column };
  const char *key = source->text[CHN_SOURCE_KEY];
  if (!key || !key[0]) {
    ChnPlace nameless = get_source_place (builder, &staged);
    chn_fault_add (builder->report, CHN_FAULT_BAD_SOURCE, &nameless, NULL, "a source has no key");
    return;
  }
  staged.text[CHN_SOURCE_KEY] = chn_pool_intern (builder->texts, key, -1);
  guint32 known = chn_builder_find_source (builder, staged.text[CHN_SOURCE_KEY]);
  if (known == 0) {
    take_texts (builder, source, &staged);
    examine_date (builder, source, CHN_SOURCE_DATE, &staged);
    examine_date (builder, source, CHN_SOURCE_ACCESSED, &staged);
    store (builder, &staged);
    chn_builder_note_source (builder, staged.text[CHN_SOURCE_KEY]);
    return;
  }
  ChnStagedSource earlier;
  chn_builder_load_source (builder, known - 1, &earlier);
  if (!is_same (builder, &earlier, source, &staged))
    report_duplicate (builder, &earlier, key, &staged);
}
