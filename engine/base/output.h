/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Replaces a file atomically and durably: the new content is written beside it, synced, renamed
 * over it, and the folder synced. Until chn_output_commit() the old file stands. A pipe or a character device is
 * written into as it is, and folders and block devices are refused.
 */
typedef struct _ChnOutput ChnOutput;

ChnOutput *chn_output_open (const char *path, GError **error);
/* A ChnSink: `output` is the ChnOutput. */
gboolean chn_output_write (const char *bytes, gsize length, gpointer output, GError **error);
gboolean chn_output_commit (ChnOutput *output, GError **error);
/* Removes what was not committed. */
void chn_output_free (ChnOutput *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnOutput, chn_output_free)
