/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/suggest.h"

/*
 * What to write instead. Looking for the name that was meant costs far more than finding that a name
 * is unknown, and most errors are shown to nobody: so a hint may be a question, which is answered
 * when somebody first reads it. A hint is asked by one thread at a time; it may change hands.
 */
typedef struct _ChnHint ChnHint;

/* Makes the text of a hint about a name; NULL where there is nothing to say. */
typedef char *(*ChnHintFunc) (gconstpointer among, const char *wanted);

/* A hint whose text is known. NULL makes none, which is NULL. */
ChnHint *chn_hint_new (const char *text);

/* One that is made when it is read. `among` is what is searched: taken, and released by `release` unless that is
 * NULL. */
ChnHint *chn_hint_new_deferred (ChnHintFunc make, gpointer among, GDestroyNotify release, const char *wanted,
                                gssize length);

/* One that names the nearest of the candidates when it is read. Their table must be a constant one. */
ChnHint *chn_hint_new_among (const ChnNameTable *candidates, const char *wanted, gssize length);

/* All of them take NULL. */
ChnHint *chn_hint_ref (ChnHint *hint);
void chn_hint_unref (ChnHint *hint);
const char *chn_hint_get_text (ChnHint *hint);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnHint, chn_hint_unref)
