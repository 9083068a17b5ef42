/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Entries as rows of tables. */
#include "document/entry-cells.h"

#include "document/entry-disputes.h"
#include "document/prose.h"

static void
put_forum (const ChnEntryWriting *entry)
{
  const char *forum = chn_prose_forum (entry->timeline, entry->event);
  chn_compose (entry->composer, CHN_RUN_PLAIN, forum ? forum : "");
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_FORUM);
}

/* "[Planned] " */
static void
put_status (const ChnEntryWriting *entry)
{
  const char *status = chn_prose_status (entry->event);
  if (status)
    chn_composef (entry->composer, CHN_RUN_STATUS, "[%s]", status);
  chn_compose (entry->composer, CHN_RUN_PLAIN, status ? " " : "");
}

/* "[Planned] The Council meets (S/PV.7353) 11-2-2" */
static void
put_cell (const ChnEntryWriting *entry)
{
  g_autofree char *counts = chn_vote_dup_counts (chn_event_get_vote (entry->event));
  put_status (entry);
  chn_compose (entry->composer, CHN_RUN_TITLE, chn_event_get_text (entry->event, CHN_FIELD_TITLE));
  chn_entry_put_symbols (entry, " (", ")");
  chn_compose (entry->composer, CHN_RUN_PLAIN, counts ? " " : "");
  chn_compose (entry->composer, CHN_RUN_FIGURES, counts ? counts : "");
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_SENTENCE);
}

static void
put_title_cell (const ChnEntryWriting *entry)
{
  g_autofree char *sentence = chn_entry_dup_sentence (entry->event);
  put_status (entry);
  chn_compose (entry->composer, CHN_RUN_TITLE, sentence);
  chn_compose (entry->composer, CHN_RUN_PLAIN, ".");
  if (chn_entry_has_disputes (entry, TRUE) || chn_entry_has_disputes (entry, FALSE))
    chn_entry_put_short_disputes (entry);
  if (entry->profile->notes != CHN_NOTES_NONE && chn_note_list_marks (entry->notes, entry->event))
    chn_compose (entry->composer, CHN_RUN_MARK, "†");
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_SENTENCE);
}

static void
put_symbol_cell (const ChnEntryWriting *entry)
{
  guint n = 0;
  const char *const *symbols = chn_event_get_items (entry->event, CHN_FIELD_SYMBOLS, &n);
  for (guint i = 0; i < n; i++) {
    chn_entry_put_symbol (entry, symbols[i]);
    chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_SYMBOLS);
  }
}

void
chn_entry_put_columns (const ChnEntryWriting *entry)
{
  g_autofree char *counts = chn_vote_dup_counts (chn_event_get_vote (entry->event));
  chn_entry_put_day (entry);
  chn_entry_put_since (entry);
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_DAY);
  put_forum (entry);
  put_title_cell (entry);
  put_symbol_cell (entry);
  chn_compose (entry->composer, CHN_RUN_FIGURES, counts ? counts : "");
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_VOTE);
  if (entry->profile->notes != CHN_NOTES_NONE)
    chn_note_list_put_sources (entry->notes, entry->composer, entry->event, 0);
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_SOURCES);
}

void
chn_entry_put_table_row (const ChnEntryWriting *entry)
{
  chn_entry_put_day (entry);
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_DAY);
  chn_entry_put_since (entry);
  put_forum (entry);
  chn_compose (entry->composer, CHN_RUN_PLAIN,
               entry->profile->ids ? chn_event_get_text (entry->event, CHN_FIELD_ID) : "");
  chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_ID);
  put_cell (entry);
  chn_entry_put_disputed_fields (entry);
}
