/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "writing.h"

/*
 * Writes the answer of a store as it lies there, where all that is wanted of it is CSV. *passed is FALSE where it has
 * to be read as a timeline and asked; then nothing was written. FALSE with an error. With `tells_losses` it is to be
 * told what CSV leaves out of what is said of the whole timeline.
 */
gboolean passing_try (Program *program, const Arguments *arguments, const GArray *outputs, gboolean tells_losses,
                      gboolean *passed, GError **error);
