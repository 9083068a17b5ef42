/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

/* Words of saved queries and feeds, and who says them: what only hidden events say tells of these. */
typedef struct {
  GHashTable *words; /* word -> bits of ChnSaid */
  GString *folded, *text;
} ChnOutwardWords;

typedef enum { CHN_SAID_HIDDEN = 1, CHN_SAID_SHOWN = 2 } ChnSaid;

void chn_outward_words_init (ChnOutwardWords *words);
void chn_outward_words_clear (ChnOutwardWords *words);

/* Asks for the words of a query, or of anything else that may be NULL. */
void chn_outward_words_ask (ChnOutwardWords *words, const char *text);

/* Notes which of these words an event says, or a text. */
void chn_outward_words_note (ChnOutwardWords *words, const ChnEvent *event, ChnSaid said);
void chn_outward_words_note_text (ChnOutwardWords *words, const char *text, ChnSaid said);

/* Whether none of the words of a text is said by what is hidden alone. */
gboolean chn_outward_words_may_be_known (ChnOutwardWords *words, const char *text);
