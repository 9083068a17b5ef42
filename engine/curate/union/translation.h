/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

#include "curate/match/names.h"

/* What things of one timeline are called in another. */
typedef struct {
  ChnOtherNames names;
  GHashTable *ids;     /* of events: id there -> id here, those that differ */
  GHashTable *sources; /* key there -> key here, those that differ */
  GHashTable *queries; /* name of a saved query there -> name here, those that differ */
} ChnTranslation;

void chn_translation_init (ChnTranslation *translation);
void chn_translation_clear (ChnTranslation *translation);

const char *chn_translate_id (const ChnTranslation *translation, const char *id);
const char *chn_translate_source (const ChnTranslation *translation, const char *key);

/* Fills an event with what another says, in the words of the other timeline. */
void chn_translate_event (const ChnTranslation *translation, const ChnEvent *from, ChnEvent *to);
