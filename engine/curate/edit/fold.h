/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/edit/tree.h"

/*
 * How a text that stands on several lines is written when it says something else: in the same style, at the same
 * indentation, and with the lines that it has as far as they stay. NULL where it cannot be.
 */
char *chn_fold_again (const char *bytes, const ChnTree *old, const char *text);
