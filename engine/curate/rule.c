/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Findings of rules, at the place of what they are about, and what rules share. */
#include "curate/rule.h"

#include "base/report.h"
#include "model/ignored.h"
#include "timeline/columns.h"

/* Where an item stands, else its field, else the event. */
static void
find_position (const ChnEvent *event, ChnField field, guint index, ChnFinding *finding)
{
  guint n = 0;
  const ChnPosition *positions = chn_event_get_positions (event, &n);
  guint best = 0;
  for (guint i = 0; i < n; i++) {
    guint fit =
        positions[i].field == field ? (positions[i].index == index ? 3 : 2) : positions[i].field == CHN_FIELD_ID;
    if (fit <= best)
      continue;
    best = fit;
    finding->line = positions[i].line;
    finding->column = positions[i].column;
  }
}

/* Why the event has this rule passed over, to be freed; NULL where it has not. */
static char *
dup_reason (const ChnCheck *check)
{
  char *reason = NULL;
  if (!check->event || !chn_event_ignores (check->event, check->rule->code, &reason))
    return NULL;
  g_hash_table_add (check->notes->passed_over,
                    g_strdup_printf ("%s %s", check->rule->code, chn_timeline_get_id (check->timeline, check->row)));
  return reason;
}

void
chn_check_found (const ChnCheck *check, ChnField field, guint index, const char *hint, const char *format, ...)
{
  va_list arguments;
  g_autofree char *reason = dup_reason (check);
  if (!reason && chn_report_only_counts (check->report, check->rule->severity))
    return;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  guint origin = chn_timeline_get_origin (check->timeline, check->row);
  ChnFinding finding = {
    .severity = check->rule->severity,
    .code = check->rule->code,
    .file = chn_timeline_get_header (check->timeline, origin, CHN_HEADER_FILE),
    .event = chn_timeline_get_id (check->timeline, check->row),
    .message = message,
    .hint = hint,
    .ignored = reason,
  };
  find_position (check->event, field, index, &finding);
  chn_report_add (check->report, &finding);
}

/* The first row that cites a source; FALSE where none does. */
static gboolean
find_citing_row (const ChnCheck *check, guint source, guint *row)
{
  guint n = 0;
  chn_timeline_need_indexes (check->timeline);
  const guint32 *rows =
      chn_columns_get_rows (chn_timeline_get_columns (check->timeline), CHN_DICTIONARY_SOURCES, source, &n);
  *row = n > 0 ? rows[0] : 0;
  return n > 0;
}

static guint
find_citation (const ChnEvent *event, const char *key)
{
  guint n = 0, index = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  while (index + 1 < n && g_strcmp0 (citations[index].source, key) != 0)
    index++;
  return index;
}

/* Where the source is declared; where that is not known, where it is first cited. */
static void
place_source (const ChnCheck *check, guint source, ChnFinding *finding)
{
  guint row = 0, origin = 0;
  const ChnSourcePlace *place = chn_columns_get_source_place (chn_timeline_get_columns (check->timeline), source);
  const char *key = chn_timeline_get_source (check->timeline, source)->text[CHN_SOURCE_KEY];
  if (place && place->line > 0) {
    origin = place->origin;
    finding->line = place->line;
    finding->column = place->column;
  } else if (find_citing_row (check, source, &row)) {
    g_autoptr (ChnEvent) event = chn_event_new ();
    chn_timeline_load (check->timeline, row, event);
    origin = chn_timeline_get_origin (check->timeline, row);
    find_position (event, CHN_FIELD_SOURCES, find_citation (event, key), finding);
  }
  finding->file = chn_timeline_get_header (check->timeline, origin, CHN_HEADER_FILE);
}

void
chn_check_found_source (const ChnCheck *check, guint source, const char *hint, const char *format, ...)
{
  va_list arguments;
  if (chn_report_only_counts (check->report, check->rule->severity))
    return;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ChnFinding finding = {
    .severity = check->rule->severity, .code = check->rule->code, .message = message, .hint = hint
  };
  place_source (check, source, &finding);
  chn_report_add (check->report, &finding);
}

guint
chn_check_index_source (const ChnCheck *check, const ChnSource *source)
{
  return (guint) (source - chn_timeline_get_source (check->timeline, 0));
}

ChnPublication
chn_check_get_publication (const ChnCheck *check, guint source)
{
  guint n = chn_timeline_get_n_sources (check->timeline);
  if (!check->notes->publications) {
    check->notes->publications = g_new (ChnPublication, MAX (n, 1));
    for (guint i = 0; i < n; i++)
      check->notes->publications[i] = chn_publication_find (chn_timeline_get_source (check->timeline, i));
  }
  return check->notes->publications[source];
}

ChnSymbol *const *
chn_check_get_symbols (const ChnCheck *check, guint *n)
{
  ChnCheckNotes *notes = check->notes;
  const char *const *texts = chn_event_get_items (check->event, CHN_FIELD_SYMBOLS, n);
  if (notes->symbols_row != check->row) {
    g_ptr_array_set_size (notes->symbols, 0);
    for (guint i = 0; i < *n; i++)
      g_ptr_array_add (notes->symbols, chn_symbol_parse (texts[i], -1, NULL));
    notes->symbols_row = check->row;
  }
  return (ChnSymbol *const *) notes->symbols->pdata;
}
