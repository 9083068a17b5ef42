/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* A socket that listens at "127.0.0.1:8080", "[::1]:8080", ":8080" (loopback) or "unix:PATH"; -1 with an error. */
int chn_feed_listen (const char *address, GError **error);

/* Where a socket listens, as it is written above, with the port that the system chose for 0. */
char *chn_feed_dup_place (int socket);

/* Whether it listens on this machine alone. */
gboolean chn_feed_is_local (int socket);
