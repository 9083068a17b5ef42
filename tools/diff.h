/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* What changes from one text to another, as a unified diff with three lines around; "" where nothing does. */
char *diff_dup_text (const char *path, GBytes *old, GBytes *new, gboolean colour);
