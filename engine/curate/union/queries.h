/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/vocabulary.h>

#include "curate/union/translation.h"

/* A query about one timeline in the names of another: events, actors, forums, sources and saved queries as they are
 * called there. What cannot be read, and names that are no ids, stay. The vocabulary is that of the first. */
char *chn_translate_query (const ChnTranslation *translation, const char *query, const ChnVocabulary *vocabulary);
