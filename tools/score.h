/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "arguments.h"

/* The score from 0 to 1 that an option states; left as it is where it is not given. */
gboolean score_parse (const Arguments *arguments, const char *option, double *score, GError **error);
