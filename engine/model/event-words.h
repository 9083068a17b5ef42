/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

/* Of an event that is cleared: its words are kept for the next one, as long as they are few. */
void chn_event_forget_words (ChnEvent *event);

/*
 * Has the event use these terms, which outlive what it says: its words get the values that they have there. It is
 * left as it is where one of them is not declared.
 */
void chn_event_adopt_terms (ChnEvent *event, const ChnVocabulary *vocabulary);
