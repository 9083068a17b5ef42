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

static void
examine_date (ChnTimelineBuilder *builder, const ChnSource *source, ChnSourceField field, const ChnPlace *place)
{
  if (!source->text[field])
    return;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) date = chn_date_parse (source->text[field], -1, &error);
  if (date)
    return;
  g_autofree char *prefix =
      g_strdup_printf ("%s of source \"%s\"", chn_source_field_get_name (field), source->text[CHN_SOURCE_KEY]);
  chn_fault_add_error (builder->report, CHN_FAULT_BAD_SOURCE, place, prefix, error);
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
report_duplicate (ChnTimelineBuilder *builder, const ChnStagedSource *earlier, const char *key, const ChnPlace *place)
{
  ChnPlace there = get_source_place (builder, earlier);
  chn_fault_add (builder->report, CHN_FAULT_DUPLICATE_SOURCE, place, "give one of them another key",
                 "source \"%s\" is declared otherwise at %s:%u:%u", key, there.file ? there.file : "(unnamed)",
                 there.line, there.column);
}

/* Whether it was declared before, just so: flat files declare their sources again for each event. */
static gboolean
is_known (const ChnTimelineBuilder *builder, const ChnSource *source)
{
  guint32 key = chn_pool_find (builder->texts, source->text[CHN_SOURCE_KEY], -1);
  guint32 known = key < builder->source_of_key->len ? g_array_index (builder->source_of_key, guint32, key) : 0;
  if (key == 0 || known == 0)
    return FALSE;
  const ChnStagedSource *earlier = &g_array_index (builder->sources, ChnStagedSource, known - 1);
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++) {
    const char *text = source->text[i] && source->text[i][0] ? source->text[i] : NULL;
    if (g_strcmp0 (text, chn_pool_get (builder->texts, earlier->text[i])) != 0)
      return FALSE;
  }
  return TRUE;
}

void
chn_timeline_builder_add_source (ChnTimelineBuilder *builder, const ChnSource *source, guint line, guint column)
{
  ChnStagedSource staged = { .origin = chn_builder_get_origin (builder), .line = line, .column = column };
  if (!source->text[CHN_SOURCE_KEY] || !source->text[CHN_SOURCE_KEY][0]) {
    ChnPlace nameless = get_source_place (builder, &staged);
    chn_fault_add (builder->report, CHN_FAULT_BAD_SOURCE, &nameless, NULL, "a source has no key");
    return;
  }
  if (is_known (builder, source))
    return;
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++)
    if (source->text[i] && source->text[i][0] && i != CHN_SOURCE_SYMBOL)
      staged.text[i] = chn_pool_intern (builder->texts, source->text[i], -1);
  staged.text[CHN_SOURCE_SYMBOL] = take_symbol (builder, source, &staged);
  ChnPlace place = get_source_place (builder, &staged);
  guint32 *known = chn_number_map_at (builder->source_of_key, staged.text[CHN_SOURCE_KEY]);
  if (*known == 0) {
    examine_date (builder, source, CHN_SOURCE_DATE, &place);
    examine_date (builder, source, CHN_SOURCE_ACCESSED, &place);
    g_array_append_val (builder->sources, staged);
    *known = builder->sources->len;
    return;
  }
  const ChnStagedSource *earlier = &g_array_index (builder->sources, ChnStagedSource, *known - 1);
  if (memcmp (earlier->text, staged.text, sizeof staged.text) != 0)
    report_duplicate (builder, earlier, source->text[CHN_SOURCE_KEY], &place);
}
