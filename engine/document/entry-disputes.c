/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is told of sources that disagree about an event. */
#include "document/entry-disputes.h"

#include <chancery/judge.h>

#include "document/dispute.h"
#include "document/prose.h"

/* What a reader of a briefing must know of; the rest stands with the event itself. */
static gboolean
is_main_field (ChnField field)
{
  return field == CHN_FIELD_DATE || field == CHN_FIELD_VOTE || field == CHN_FIELD_FORUMS ||
         field == CHN_FIELD_ACTORS || field == CHN_FIELD_STATUS;
}

/* What was said and has been corrected or withdrawn since. */
static void
put_superseded (const ChnEntryWriting *entry)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (entry->event, &n);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < citations[i].n_claims; k++) {
      g_autofree char *said = chn_prose_superseded (entry->timeline, entry->row, entry->event, i, k);
      if (said)
        chn_composef (entry->composer, CHN_RUN_PLAIN, "Superseded: %s.", said);
      chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_DISPUTE);
    }
}

/* A field whose dispute this briefing tells of. */
static gboolean
is_told_field (const ChnEntryWriting *entry, ChnField field)
{
  return (entry->profile->disputes == CHN_DISPUTES_ALL || is_main_field (field)) &&
         chn_timeline_judge_field (entry->timeline, entry->row, field) == CHN_AGREEMENT_DISPUTED;
}

void
chn_entry_put_short_disputes (const ChnEntryWriting *entry)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint field = 0; field < CHN_N_FIELDS; field++)
    if (is_told_field (entry, (ChnField) field))
      g_ptr_array_add (names, (gpointer) chn_prose_field ((ChnField) field));
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (out, "%s%s", chn_prose_get_joint (i, names->len), (const char *) names->pdata[i]);
  if (out->len == 0)
    return;
  out->str[0] = g_ascii_toupper (out->str[0]);
  chn_composef (entry->composer, CHN_RUN_PLAIN, " %s disputed.", out->str);
}

static void
put_whole_disputes (const ChnEntryWriting *entry)
{
  for (guint i = 0; i < CHN_N_FIELDS; i++) {
    ChnField field = (ChnField) i;
    g_autofree char *sentence = is_told_field (entry, field)
                                    ? chn_prose_dispute_sentence (entry->timeline, entry->row, entry->event, field)
                                    : NULL;
    chn_compose (entry->composer, CHN_RUN_PLAIN, sentence ? sentence : "");
    chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_DISPUTE);
  }
}

gboolean
chn_entry_has_disputes (const ChnEntryWriting *entry, gboolean is_short)
{
  return (entry->profile->length == CHN_LENGTH_SHORT) == is_short && entry->profile->disputes != CHN_DISPUTES_NONE &&
         chn_timeline_is_disputed (entry->timeline, entry->row);
}

void
chn_entry_put_disputes (const ChnEntryWriting *entry)
{
  if (entry->profile->disputes == CHN_DISPUTES_ALL && chn_timeline_has_superseded (entry->timeline, entry->row))
    put_superseded (entry);
  if (chn_entry_has_disputes (entry, FALSE))
    put_whole_disputes (entry);
}

void
chn_entry_put_disputed_fields (const ChnEntryWriting *entry)
{
  for (guint field = 0; entry->profile->disputes != CHN_DISPUTES_NONE && field < CHN_N_FIELDS; field++) {
    g_autofree char *disputed =
        chn_prose_disputed_field (entry->timeline, entry->row, entry->event, (ChnField) field);
    if (disputed)
      chn_composef (entry->composer, CHN_RUN_PLAIN, "Disputed %s", disputed);
    chn_compose_paragraph (entry->composer, CHN_PARAGRAPH_DISPUTE);
  }
}
