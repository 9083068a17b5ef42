/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/terms.h"

/* A term as it is declared: texts as they were written, NULL where nothing is said. */
typedef struct {
  ChnVocabularyId vocabulary;
  const char *name, *label, *note;
  const char *nearest;   /* a known term; not said: the first one */
  const char *inverse;   /* of a relation; not said: the name itself, where it has no direction */
  const char *direction; /* of a relation, see chn_order_get_name(); not said: that of the nearest */
} ChnTermDeclaration;

/*
 * Adds a term, or finds that it is declared already and alike. Errors: CHN_ERROR_SYNTAX and CHN_ERROR_UNKNOWN for
 * what cannot be declared so, CHN_ERROR_CONFLICT where the name is taken; the message then says by what, and how the
 * two differ. Returns its value, or -1.
 */
int chn_vocabulary_declare (ChnVocabulary *vocabulary, const ChnTermDeclaration *declaration, GError **error);

/* What declares a term again, in texts that live as long as the vocabulary; FALSE for a known one. */
gboolean chn_vocabulary_get_declaration (const ChnVocabulary *vocabulary, ChnVocabularyId id, guint value,
                                         ChnTermDeclaration *declaration);

/* Names that are fields of queries or keys of counting, of whatever term: none may be declared. */
const char *const *chn_vocabulary_get_reserved (void);
