/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Writes text to a file, which is replaced atomically, or for NULL to standard output. */
gboolean saving_write (const char *file, const char *text, GError **error);
