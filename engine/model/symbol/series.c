/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Symbols of the series that are written down as templates: of agencies, conferences, courts, regional organizations.
 */
#include "model/symbol/series.h"

#include <string.h>

#include "model/symbol/dating.h"
#include "model/symbol/document.h"
#include "model/symbol/template.h"

/* What is of several families goes by the first: the parties to a convention before the programme that serves it. */
static const ChnSeriesTable *const tables[] = {
  &chn_series_of_conferences, &chn_series_of_united_nations, &chn_series_of_agencies,
  &chn_series_of_courts,      &chn_series_of_regions,
};

static gboolean
takes_document (const ChnSeries *series)
{
  return g_str_has_suffix (series->template, "{document}");
}

/* What stands before the first place: "GOV", "ICC-ASP". */
static char *
dup_organ (const ChnSeries *series)
{
  gsize length = strcspn (series->template, "{");
  while (length > 0 && !g_ascii_isalnum (series->template[length - 1]) && series->template[length - 1] != ')')
    length--;
  return g_strndup (series->template, length);
}

static void
set_modifiers (ChnSymbol *symbol, const ChnTemplateFound *found, GPtrArray *modifiers, gboolean reissued)
{
  if (found->country[0])
    g_ptr_array_insert (modifiers, 0, g_strconcat ("country ", found->country, NULL));
  if (reissued)
    g_ptr_array_add (modifiers, g_strdup ("reissue *"));
  if (modifiers->len == 0)
    return;
  g_ptr_array_add (modifiers, NULL);
  symbol->modifiers = g_strjoinv ("; ", (char **) modifiers->pdata);
}

static ChnSymbol *
make_symbol (const ChnSeries *series, const ChnTemplateFound *found, const ChnDocumentReading *reading)
{
  gboolean told = strcmp (series->kind, "document") != 0 || !reading->kind;
  const char *number = reading->number[0] ? reading->number : found->number;
  ChnSymbol *symbol = g_new0 (ChnSymbol, 1);
  symbol->text = g_strdup (reading->text->str);
  symbol->base = g_strdup (reading->base->str);
  symbol->organ = dup_organ (series);
  symbol->forum = series->forum;
  symbol->in_series = TRUE;
  symbol->kind = told ? series->kind : reading->kind;
  symbol->session = found->session[0] ? g_strdup (found->session) : NULL;
  symbol->number = *number ? g_strdup (number) : NULL;
  symbol->year = found->year ? found->year : reading->year;
  return symbol;
}

/* Whether it was typed in small letters throughout. */
static gboolean
lacks_capitals (const ChnCleanSymbol *clean)
{
  for (gsize i = 0; i < clean->length; i++)
    if (g_ascii_isupper (clean->text[i]))
      return FALSE;
  return TRUE;
}

static ChnSymbol *
parse_as (const ChnSeries *series, const ChnCleanSymbol *clean)
{
  ChnTemplateFound found;
  if (!chn_template_match (series->template, clean->text, FALSE, &found))
    return NULL;
  g_autoptr (GString) text = g_string_new (found.text), base = g_string_new (NULL);
  g_autoptr (GPtrArray) modifiers = g_ptr_array_new_with_free_func (g_free);
  ChnDocumentReading reading = {
    .text = text, .base = base, .modifiers = modifiers, .capitals = lacks_capitals (clean)
  };
  if (!chn_document_read (found.rest, takes_document (series), &reading))
    return NULL;
  ChnSymbol *symbol = make_symbol (series, &found, &reading);
  set_modifiers (symbol, &found, modifiers, clean->reissued);
  chn_symbol_date_in_series (symbol, found.cycle);
  return symbol;
}

ChnSymbol *
chn_series_parse (const char *text, gsize length)
{
  ChnCleanSymbol clean;
  if (!chn_symbol_clean (text, length, &clean, NULL))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (gsize j = 0; j < tables[i]->n_rows; j++) {
      const ChnSeries *series = &tables[i]->rows[j];
      if (chn_template_excludes (series->template, clean.text[0]))
        continue;
      ChnSymbol *symbol = parse_as (series, &clean);
      if (symbol)
        return symbol;
    }
  return NULL;
}
