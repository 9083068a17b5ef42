/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* What systemd, or whatever started us in its way, has handed over, and wants to be told. */

/* A socket that listens already, and what its unit calls it. */
typedef struct {
  int socket;
  char *name; /* "" where it has none */
} ActivationSocket;

/* sd_listen_fds(3): of ActivationSocket; empty where none was handed over. */
GArray *activation_take_sockets (void);

/* sd_notify(3): "READY=1"; nothing where nobody wants to know. */
void activation_tell (const char *state);
