/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/union/translation.h"

/*
 * Takes over the comments of a file into another, but for those that stand there word for word: above the event that
 * they are of, or else above all events. `ours` is the other file; NULL with an error.
 */
GBytes *chn_comments_take_over (GBytes *ours, GBytes *theirs, const ChnTranslation *translation, guint *n_taken,
                                GError **error);

/* The same of the comments of theirs alone that it has since `base`. */
GBytes *chn_comments_take_new (GBytes *ours, GBytes *base, GBytes *theirs, guint *n_taken, GError **error);
