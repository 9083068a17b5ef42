/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * The one way in which files are saved. The new content is written beside the old one, synced, put in its place, and
 * the folder synced; until chn_output_commit() the old file stands. It keeps owner, group, mode and access control
 * list of what it replaces, a new file has what the umask leaves. Links are written through, those that lead to
 * nothing yet, too. A pipe or a character device is written into as it is; all else that is no regular file is
 * refused.
 */
typedef struct _ChnOutput ChnOutput;

ChnOutput *chn_output_open (const char *path, GError **error);
/* The same, but that a new file is for its owner alone. */
ChnOutput *chn_output_open_private (const char *path, GError **error);
/* What the file must still hold when it is replaced; borrowed. */
void chn_output_expect (ChnOutput *output, GBytes *was);
/* A ChnSink: `output` is the ChnOutput. */
gboolean chn_output_write (const char *bytes, gsize length, gpointer output, GError **error);
gboolean chn_output_commit (ChnOutput *output, GError **error);
/* Removes what was not committed. */
void chn_output_free (ChnOutput *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnOutput, chn_output_free)
