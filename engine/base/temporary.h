/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <sys/stat.h>

#include "base/held-signals.h"

/*
 * A file that is to stand in a folder under a name, once it is whole. Where the file system can, it has no name until
 * then, and a program that is killed leaves nothing. Elsewhere it has a hidden one (".chancery-" and twelve
 * hexadecimal digits), and for a moment even there, when it takes the place of another file; signals that end a
 * program wait meanwhile. What a kill -9 leaves under such a name is removed when something is next saved into the
 * folder: whoever still writes holds a lock (flock) on his file. A database has one until it is whole, too.
 */
typedef struct {
  int folder; /* where the name of the file is looked up */
  int fd;
  char *name; /* NULL while it has none */
  ChnHeldSignals signals;
} ChnTemporary;

/* With the permissions `mode`, less the umask. FALSE with errno. */
gboolean chn_temporary_open (ChnTemporary *temporary, const char *folder, mode_t mode);

/* Gives it its name, in the place of what bears it; FALSE with errno, and nothing has changed. */
gboolean chn_temporary_place (ChnTemporary *temporary, const char *name);

/* Closes it; whatever was not placed is gone. */
void chn_temporary_close (ChnTemporary *temporary);
