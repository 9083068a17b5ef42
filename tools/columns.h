/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Columns of a terminal that a text takes: none for combining marks, two for wide characters. */
guint columns_count (const char *text);
