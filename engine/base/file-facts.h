/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <sys/stat.h>

/* Whether they are of one file, under whatever names. */
gboolean chn_file_facts_same (const struct stat *one, const struct stat *other);

/*
 * Gives an open file the owner, the group, the mode and the access control list of the file at `path`, of which
 * `facts` tell. FALSE with errno where one of them cannot be given: whoever may read or write it would be others than
 * before.
 */
gboolean chn_file_facts_keep (int fd, const char *path, const struct stat *facts);
