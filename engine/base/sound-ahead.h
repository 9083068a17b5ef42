/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Text that is proven on a thread of its own, some way ahead of whoever reads it. */
typedef struct _ChnSoundAhead ChnSoundAhead;

/* NULL where there is too little text, or but one processor. */
ChnSoundAhead *chn_sound_ahead_new (const char *bytes, gsize length);
void chn_sound_ahead_free (ChnSoundAhead *ahead);

/*
 * For whoever has come to `at`, which is never before where it was. How far text is sound from there, but for a
 * character at its end; `at` itself where it is not, or is not proven yet. NULL for `ahead` is allowed.
 */
const char *chn_sound_ahead_get (ChnSoundAhead *ahead, const char *at);
