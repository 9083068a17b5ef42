/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Whether a word may end between two characters that follow each other. */
gboolean chn_segment_parts (gunichar left, gunichar right);
