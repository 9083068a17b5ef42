/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/entry-writing.h"

/* Whether disputes are told: in a short briefing by a word behind the sentence, else in sentences below. */
gboolean chn_entry_has_disputes (const ChnEntryWriting *entry, gboolean is_short);

/* " Date and vote disputed." */
void chn_entry_put_short_disputes (const ChnEntryWriting *entry);

/* Paragraphs that say who gives what, and what was superseded. */
void chn_entry_put_disputes (const ChnEntryWriting *entry);

/* Below the row of a table. */
void chn_entry_put_disputed_fields (const ChnEntryWriting *entry);
